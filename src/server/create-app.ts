import { readFileSync } from 'node:fs';
import { type Context, Hono } from 'hono';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';
import { secureHeaders } from 'hono/secure-headers';
import type { Store } from '../store/store.ts';
import { checkHost, checkToken } from './access.ts';
import { openApiDocument } from './openapi.ts';
import { builtPage, loadPageFiles, notBuilt } from './page-files.ts';
import { problem, statusOf } from './problem.ts';
import { readWords } from './query.ts';
import { routes } from './routes.ts';

export interface AppOptions {
  /** The name or address it is bound to, for the check of the Host header. @default '127.0.0.1' */
  readonly host?: string;
  /** When given, every request but `/healthz` must bring it. */
  readonly token?: string;
  /** Folder of the built page. @default dist/web */
  readonly pageFolder?: string;
  /** Told of faults that the client only sees as "500". @default nobody */
  readonly onError?: (error: Error, path: string) => void;
}

const failed = 'The server failed. Its log says why.';
const unanswered = 'The store cannot answer now. The log of the server says why; another try may succeed.';

/** Page addresses: the page itself reads the rest of the address. */
const pagePaths = ['/', '/events', '/stories/:id'];

/** Makes the API and page over a store, without a network: `app.request('/api/v1/stories')` answers. Read-only. */
export function createApp(store: Store, options: AppOptions = {}): Hono {
  const app = new Hono();
  app.use(securityHeaders, compress(), etag({ weak: true }));
  app.use(checkHost(options.host ?? '127.0.0.1'));
  app.use(onlyGet(app));
  addRoutes(app, store, options.token);
  addPage(app, options.pageFolder ?? builtPage);
  app.notFound((c) => problem(c.req.raw, 404, 'NOT_FOUND', 'There is nothing at this address. See /openapi.json.'));
  app.onError((error, c) => {
    const status = statusOf(error);
    if (status >= 500) options.onError?.(error, c.req.path);
    const code = 'code' in error ? String(error.code) : 'SERVER_FAULT';
    // What a fault says of paths and queries is for the log of the server, not for its clients.
    const detail = status < 500 ? error.message : status === 503 ? unanswered : failed;
    return problem(c.req.raw, status, status === 500 ? 'SERVER_FAULT' : code, detail);
  });
  return app;
}

/** Everything from here only, nothing inline, framed by nobody: the text shown is written by strangers. */
const securityHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    connectSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    requireTrustedTypesFor: ["'script'"],
  },
  referrerPolicy: 'no-referrer',
  strictTransportSecurity: false,
  xFrameOptions: 'DENY',
});

function addRoutes(app: Hono, store: Store, token: string | undefined): void {
  const version = readVersion();
  const guarded = token ? checkToken(token) : undefined;
  if (guarded) app.use((c, next) => (c.req.path === '/healthz' ? next() : guarded(c, next)));
  for (const route of routes) {
    app.get(route.path.replace('{id}', ':id'), async (c) => {
      const words = readWords(new URL(c.req.url), route.takes);
      const answer = await route.answer(store, { id: c.req.param('id') ?? '', words });
      const next = nextLink(c, answer);
      return c.json(answer as object, 200, { 'cache-control': 'no-cache', ...(next && { link: next }) });
    });
  }
  app.get('/openapi.json', (c) => c.json(openApiDocument(version), 200, { 'cache-control': 'no-cache' }));
}

/** RFC 8288: where a list goes on. */
function nextLink(c: Context, answer: unknown): string | undefined {
  const cursor = (answer as { cursor?: unknown }).cursor;
  if (typeof cursor !== 'string') return undefined;
  const url = new URL(c.req.url);
  url.searchParams.set('cursor', cursor);
  return `<${url.pathname}${url.search}>; rel="next"`;
}

function addPage(app: Hono, folder: string): void {
  const files = loadPageFiles(folder);
  const index = files.get('/index.html');
  const showPage = (c: Context) =>
    index
      ? c.body(index.bytes, 200, { 'content-type': index.mediaType, 'cache-control': 'no-cache' })
      : c.html(notBuilt, 503, { 'cache-control': 'no-store' });
  for (const path of pagePaths) app.get(path, showPage);
  for (const [path, file] of files) {
    if (path === '/index.html') continue;
    const caching = file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache';
    app.get(path, (c) => c.body(file.bytes, 200, { 'content-type': file.mediaType, 'cache-control': caching }));
  }
}

/** Read-only: any method but GET and HEAD is 405 where there is something, and 404 where there is nothing. */
function onlyGet(app: Hono) {
  return async (c: Context, next: () => Promise<void>) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    const there = app.router.match('GET', c.req.path)[0].some(([[, route]]) => route.method === 'GET');
    if (!there) return problem(c.req.raw, 404, 'NOT_FOUND', 'There is nothing at this address. See /openapi.json.');
    const detail = `${c.req.method} is not taken: this server only reads. Use GET.`;
    return problem(c.req.raw, 405, 'METHOD_NOT_ALLOWED', detail, { allow: 'GET, HEAD' });
  };
}

function readVersion(): string {
  const file = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(file) as { version: string }).version;
}
