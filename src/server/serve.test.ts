import { afterAll, beforeAll, expect, it } from 'vitest';
import { articlePage } from '../../test/browser/fixtures.ts';
import { tempStore } from '../../test/helpers/temp-store.ts';
import type { Store } from '../store/store.ts';
import { serve } from './serve.ts';

let store: Store;
let remove: () => Promise<void>;

beforeAll(async () => {
  ({ store, remove } = await tempStore([articlePage]));
});
afterAll(() => remove());

it('serves on loopback and gives its address', async () => {
  const running = await serve({ store, port: 0 });
  expect(running.url).toBe(`http://127.0.0.1:${running.port}/`);
  const list = (await (await fetch(`${running.url}api/v1/stories`)).json()) as { items: unknown[] };
  expect(list.items).toHaveLength(articlePage.stories.length);
  await running.close();
  await expect(fetch(running.url)).rejects.toThrow();
});

it('refuses to be reached from other machines without a token', async () => {
  await expect(serve({ store, host: '0.0.0.0', port: 0 })).rejects.toMatchObject({ code: 'SERVE_TOKEN_NEEDED' });
  await expect(serve({ store, host: '::', port: 0, token: '' })).rejects.toMatchObject({ code: 'SERVE_TOKEN_NEEDED' });
});

it('says which port is taken and what to do', async () => {
  const running = await serve({ store, port: 0 });
  await expect(serve({ store, port: running.port })).rejects.toMatchObject({
    code: 'SERVE_PORT_TAKEN',
    message: expect.stringContaining(`${running.port}`),
  });
  await running.close();
});

it('answers the running requests before it closes', async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  // A store that takes its time is a real one behind a gate: what is tested is the server's own waiting.
  const slow: Store = Object.assign(Object.create(store) as Store, {
    statistics: async () => {
      await held;
      return store.statistics();
    },
  });
  const running = await serve({ store: slow, port: 0 });
  const asked = fetch(`${running.url}api/v1/statistics`);
  await new Promise((resolve) => setTimeout(resolve, 100));
  const closed = running.close();
  release();
  expect((await asked).status).toBe(200);
  await closed;
});
