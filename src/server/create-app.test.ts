import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allPages, articlePage } from '../../test/browser/fixtures.ts';
import { tempStore } from '../../test/helpers/temp-store.ts';
import type { Store } from '../store/store.ts';
import { createApp } from './create-app.ts';
import { openApiDocument } from './openapi.ts';
import { routes } from './routes.ts';

const stories = allPages.flatMap((page) => page.stories);
const firstStory = articlePage.stories[0];
const firstEvent = firstStory?.events[0];
const pageFolder = mkdtempSync(join(tmpdir(), 'annals-page-'));

let store: Store;
let app: Hono;
let removeStore: () => Promise<void>;

beforeAll(async () => {
  ({ store, remove: removeStore } = await tempStore(allPages));
  mkdirSync(join(pageFolder, 'assets'));
  writeFileSync(join(pageFolder, 'index.html'), '<!doctype html><title>Annals</title>');
  writeFileSync(join(pageFolder, 'assets', 'index-1a2b.js'), 'export {};');
  app = createApp(store, { pageFolder });
});

afterAll(async () => {
  await removeStore();
  rmSync(pageFolder, { recursive: true });
});

/** An address at which a route answers 200. */
function exampleOf(path: string): string {
  if (path === '/api/v1/count') return `${path}?by=month,type`;
  const id = path.includes('/events/') ? firstEvent?.id : firstStory?.id;
  return path.replace('{id}', encodeURIComponent(id ?? ''));
}

/** The body of an answer, loosely typed: the tests say what must be in it. */
// biome-ignore lint/suspicious/noExplicitAny: see above
async function bodyOf(response: Response): Promise<any> {
  return response.json();
}

async function expectProblem(response: Response, status: number): Promise<Record<string, unknown>> {
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  const body = (await response.json()) as Record<string, unknown>;
  expect(body).toMatchObject({ type: 'about:blank', status });
  for (const field of ['title', 'detail', 'instance', 'code']) expect(body[field]).toMatch(/./);
  return body;
}

describe('every route', () => {
  const ajv = new Ajv2020({ allowUnionTypes: true, strict: false });
  addFormats.default(ajv);
  ajv.addSchema({ $id: 'api', ...openApiDocument('test') });

  for (const route of routes) {
    it(`${route.path} answers as the OpenAPI document says`, async () => {
      const response = await app.request(exampleOf(route.path));
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('application/json');
      const pointer = route.path.replaceAll('/', '~1').replace('{', '%7B').replace('}', '%7D');
      const schema = `api#/paths/${pointer}/get/responses/200/content/application~1json/schema`;
      const valid = ajv.validate({ $ref: schema }, await response.json());
      expect(ajv.errorsText()).toBe('No errors');
      expect(valid).toBe(true);
    });

    it(`${route.path} answers a word that it does not take with a problem`, async () => {
      const separator = exampleOf(route.path).includes('?') ? '&' : '?';
      const body = await expectProblem(await app.request(`${exampleOf(route.path)}${separator}actr=KOR`), 400);
      expect(body.detail).toContain('actr');
    });

    it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
      `${route.path} refuses %s with a problem`,
      async (method) => {
        const response = await app.request(exampleOf(route.path), { method });
        expect(response.headers.get('allow')).toBe('GET, HEAD');
        await expectProblem(response, 405);
      },
    );

    // The store keeps no clusters yet: nothing of that route can fail.
    if (route.path !== '/api/v1/clusters') {
      it(`${route.path} answers a store that fails with a problem that tells nothing of the machine`, async () => {
        const { store: closed, remove } = await tempStore([]);
        await closed.close();
        const seen: string[] = [];
        const failing = createApp(closed, { pageFolder, onError: (error) => seen.push(error.message) });
        const response = await failing.request(exampleOf(route.path));
        expect([500, 503]).toContain(response.status);
        const body = await expectProblem(response, response.status);
        expect(JSON.stringify(body)).not.toContain(tmpdir());
        expect(seen).toHaveLength(1);
        await remove();
      });
    }

    if (route.path.includes('{id}')) {
      it(`${route.path} answers an unknown id with a problem`, async () => {
        await expectProblem(await app.request(route.path.replace('{id}', 'none%231')), 404);
      });
    }
  }

  it.each(['GET', 'POST', 'DELETE'])('answers %s of an unknown address with a problem', async (method) => {
    for (const path of [
      '/api/v1/nothing',
      '/nothing',
      '/api/v1/stories/a/b',
      '/assets/none.js',
      '/%2e%2e/package.json',
    ]) {
      await expectProblem(await app.request(path, { method }), 404);
    }
  });
});

describe('questions', () => {
  it('finds every story by its id, whatever characters it holds', async () => {
    for (const story of stories) {
      const response = await app.request(`/api/v1/stories/${encodeURIComponent(story.id)}`);
      expect(await response.json()).toEqual(story);
    }
  });

  it('finds every event by its id', async () => {
    for (const event of stories.flatMap((story) => story.events)) {
      const response = await app.request(`/api/v1/events/${encodeURIComponent(event.id)}`);
      expect(await response.json()).toMatchObject({ event: { id: event.id } });
    }
  });

  it.each([
    ['type=AIDD', 'did you mean "AID"'],
    ['from=18/9/23', 'is not a day'],
    ['limit=-1', 'limit'],
    ['cursor=nonsense', 'cursor'],
    ['status=maybe', 'status'],
    ['actor=KOR&actor=PRK', 'more than once'],
  ])('answers %s with what is wrong', async (query, says) => {
    const body = await expectProblem(await app.request(`/api/v1/events?${query}`), 400);
    expect(String(body.detail)).toContain(says);
  });

  it('asks for the fields of a count', async () => {
    await expectProblem(await app.request('/api/v1/count'), 400);
    await expectProblem(await app.request('/api/v1/count?by=wether'), 400);
  });

  it('leaves out words without a value, as forms send them', async () => {
    const all = await (await app.request('/api/v1/stories')).text();
    expect(await (await app.request('/api/v1/stories?actor=&text=&from=')).text()).toBe(all);
  });

  it('gives summaries, and whole records when asked', async () => {
    const { items } = await bodyOf(await app.request('/api/v1/stories'));
    expect(items).toHaveLength(stories.length);
    expect(items[0]).toMatchObject({ counts: { events: 8, actors: 9, quotes: 4 }, quads: { 1: 3, 2: 0, 3: 2, 4: 3 } });
    expect(items[0]).not.toHaveProperty('text');
    const whole = await bodyOf(await app.request('/api/v1/stories?full=true'));
    expect(whole.items[0]).toEqual(firstStory);
    await expectProblem(await app.request('/api/v1/stories?full=yes'), 400);
  });

  it('narrows by the words of the filter', async () => {
    const events = async (query: string) => (await bodyOf(await app.request(`/api/v1/events?${query}`))).items.length;
    expect(await events('source=NOR&target=MDA&type=AGREE')).toBe(2);
    expect(await events('status=denied')).toBe(1);
    expect(await events('type=PROTEST,COERCE')).toBe(2);
  });

  it('goes through all stories by cursor, each once, with a link to the next page', async () => {
    const seen: string[] = [];
    let next: string | undefined = '/api/v1/stories?limit=2';
    while (next !== undefined) {
      const response: Response = await app.request(next);
      const { items } = await bodyOf(response);
      seen.push(...items.map((story: { id: string }) => story.id));
      next = response.headers.get('link')?.match(/^<(.+)>; rel="next"$/)?.[1];
    }
    expect(seen.toSorted()).toEqual(stories.map((story) => story.id).toSorted());
  });
});

describe('answers', () => {
  it('are not sent again when they have not changed', async () => {
    const first = await app.request('/api/v1/stories');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^W\/"/);
    const again = await app.request('/api/v1/stories', { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    expect(again.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('are compressed for clients that take it', async () => {
    const path = `/api/v1/stories/${encodeURIComponent(firstStory?.id ?? '')}`;
    const response = await app.request(path, { headers: { 'accept-encoding': 'gzip' } });
    expect(response.headers.get('content-encoding')).toBe('gzip');
    const plain = response.body?.pipeThrough(new DecompressionStream('gzip'));
    expect(await new Response(plain).json()).toEqual(firstStory);
  });

  it('give HEAD the headers without the body', async () => {
    const response = await app.request('/api/v1/stories', { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
  });

  it.each(['/', '/assets/index-1a2b.js', '/api/v1/stories', '/openapi.json', '/healthz', '/nothing'])(
    'carry the security headers at %s, and no CORS',
    async (path) => {
      const { headers } = await app.request(path, { headers: { origin: 'https://elsewhere.example' } });
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('access-control-allow-origin')).toBeNull();
    },
  );
});

describe('the page', () => {
  it.each(['/', '/events', `/stories/${encodeURIComponent('https://a.example/b?c#1')}`])(
    'is shown at %s',
    async (path) => {
      const response = await app.request(path);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toContain('text/html');
      expect(await response.text()).toContain('<title>Annals</title>');
    },
  );

  it('has assets that never change under their name', async () => {
    const response = await app.request('/assets/index-1a2b.js');
    expect(response.headers.get('content-type')).toContain('text/javascript');
    expect(response.headers.get('cache-control')).toContain('immutable');
  });

  it('says how to build it when it is not built', async () => {
    const response = await createApp(store, { pageFolder: join(pageFolder, 'none') }).request('/');
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('npm run build');
  });
});
