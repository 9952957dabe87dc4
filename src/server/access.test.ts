import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tempStore } from '../../test/helpers/temp-store.ts';
import type { Store } from '../store/store.ts';
import { isLoopback } from './access.ts';
import { createApp } from './create-app.ts';

let store: Store;
let remove: () => Promise<void>;

beforeAll(async () => {
  ({ store, remove } = await tempStore([]));
});
afterAll(() => remove());

const path = '/api/v1/stories';

describe('the Host header', () => {
  it.each([
    ['127.0.0.1', 'localhost:4747', 200],
    ['127.0.0.1', '127.0.0.1:4747', 200],
    ['127.0.0.1', '[::1]:4747', 200],
    ['127.0.0.1', 'LOCALHOST', 200],
    ['127.0.0.1', 'attacker.example', 403],
    ['127.0.0.1', 'localhost.attacker.example:4747', 403],
    ['127.0.0.1', '127.0.0.1.attacker.example', 403],
    ['127.0.0.1', '192.168.0.7:4747', 403],
    ['192.168.0.7', '192.168.0.7:4747', 200],
    ['192.168.0.7', 'attacker.example', 403],
    ['fd00::7', '[fd00::7]:4747', 200],
    ['0.0.0.0', 'news-desk.local:4747', 200],
  ])('on a server bound to %s, %s is answered %i', async (host, header, status) => {
    const response = await createApp(store, { host }).request(path, { headers: { host: header } });
    expect(response.status).toBe(status);
    if (status === 403) expect(response.headers.get('content-type')).toBe('application/problem+json');
  });
});

describe('the token', () => {
  const app = () => createApp(store, { token: 'open-sesame' });

  it('is asked for on every route but the health check', async () => {
    for (const asked of [path, '/', '/openapi.json', '/api/v1/count?by=month', '/nothing']) {
      const response = await app().request(asked);
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toContain('Bearer');
      expect(response.headers.get('content-type')).toBe('application/problem+json');
    }
    expect((await app().request('/healthz')).status).toBe(200);
  });

  it.each([
    ['Bearer open-sesame', 200],
    ['bearer open-sesame', 200],
    ['Bearer open-sesam', 401],
    ['Bearer', 401],
    ['Basic open-sesame', 401],
  ])('as "Authorization: %s" is answered %i', async (authorization, status) => {
    expect((await app().request(path, { headers: { authorization } })).status).toBe(status);
  });

  it('in a link becomes a cookie, and leaves the address', async () => {
    const response = await app().request('/events?actor=KOR&token=open-sesame');
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/events?actor=KOR');
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Strict');
    expect(cookie).not.toContain('open-sesame');
    const [pair = ''] = cookie.split(';');
    expect((await app().request(path, { headers: { cookie: pair } })).status).toBe(200);
    expect((await app().request(path, { headers: { cookie: `${pair}0` } })).status).toBe(401);
  });

  it('in a link that is wrong opens nothing', async () => {
    expect((await app().request('/?token=sesame')).status).toBe(401);
  });
});

it.each([
  ['127.0.0.1', true],
  ['127.8.8.8', true],
  ['localhost', true],
  ['::1', true],
  ['0.0.0.0', false],
  ['::', false],
  ['192.168.0.7', false],
  ['localhost.example', false],
])('knows whether %s stays on this machine: %s', (host, expected) => {
  expect(isLoopback(host)).toBe(expected);
});
