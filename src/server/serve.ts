import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Store } from '../store/store.ts';
import { AnnalsError } from '../util/errors.ts';
import { isLoopback } from './access.ts';
import { type AppOptions, createApp } from './create-app.ts';

export interface ServeOptions extends AppOptions {
  readonly store: Store;
  /** @default '127.0.0.1' */
  readonly host?: string;
  /** 0 takes a free port. @default 4747 */
  readonly port?: number;
}

/** A running server. */
export interface Running {
  /** Where a browser finds it: "http://127.0.0.1:4747/". */
  readonly url: string;
  readonly port: number;
  /** Takes no new requests and resolves when the running ones are answered, or after `graceMs`. The store stays open. */
  close(): Promise<void>;
}

/** How long running requests may take to end after `close`. Longer than any query of ours; short for a person waiting. */
const graceMs = 5_000;

/**
 * Serves the API and the page, read-only. Any host but loopback needs a token.
 *
 * @throws AnnalsError `SERVE_TOKEN_NEEDED`, `SERVE_PORT_TAKEN`, `SERVE_FAILED`
 */
export async function serve(options: ServeOptions): Promise<Running> {
  const { store, host = '127.0.0.1', port = 4747, ...rest } = options;
  if (!isLoopback(host) && !rest.token) {
    throw new AnnalsError(
      'SERVE_TOKEN_NEEDED',
      `Refusing to serve on ${host}, where other machines reach it, without a token. Set ANNALS_TOKEN, or leave out --host.`,
    );
  }
  const app = createApp(store, { ...rest, host });
  const server = createAdaptorServer({ fetch: app.fetch, hostname: host }) as Server;
  await listen(server, host, port);
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}/`,
    port: bound,
    close: () => close(server),
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const taken = cause.code === 'EADDRINUSE';
      reject(
        new AnnalsError(
          taken ? 'SERVE_PORT_TAKEN' : 'SERVE_FAILED',
          taken
            ? `Port ${port} is in use. Choose another with --port, or --port 0 for any free one.`
            : `Cannot listen on ${host}:${port}: ${cause.message}.`,
          { cause },
        ),
      );
    });
    server.listen(port, host, () => {
      server.removeAllListeners('error');
      resolve();
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), graceMs);
    // A connection that is kept alive falls idle only when its last answer is out.
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => {
      clearTimeout(late);
      clearInterval(idle);
      resolve();
    });
  });
}
