import { readFileSync } from 'node:fs';
import { toJsonSchema } from '@valibot/to-json-schema';
import { type Route, routes } from './routes.ts';
import { viewSchemas } from './view-schemas.ts';

/** Statuses that any route may answer with, each as problem+json. */
const problems: Readonly<Record<string, string>> = {
  400: 'The question cannot be read.',
  401: 'The server was started with a token, and the request brings none.',
  403: 'The Host header is not this server’s name.',
  404: 'There is no such record.',
  500: 'A fault of the server.',
  503: 'The store cannot answer now.',
};

/**
 * The OpenAPI 3.1 document: paths from the table of routes, parameters from their valibot schemas, answers from the
 * record's generated JSON Schema.
 */
export function openApiDocument(version: string): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Annals',
      version,
      description: 'Stories, events, actors and quotations with the exact words that say so. Read-only.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths: Object.fromEntries(routes.map((route) => [route.path, { get: operation(route) }])),
    components: {
      schemas: { ...recordSchemas(), ...viewSchemas },
      responses: {
        Problem: content('An error.', { $ref: '#/components/schemas/Problem' }, 'application/problem+json'),
      },
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    },
    security: [{}, { token: [] }],
  };
}

function operation(route: Route): object {
  const failures = Object.entries(problems).map(([status, description]) => [
    status,
    { ...content(description, { $ref: '#/components/schemas/Problem' }, 'application/problem+json') },
  ]);
  return {
    summary: route.summary,
    operationId: route.path
      .replace(/^\/(api\/v1\/)?/, '')
      .replace(/\W+(\w)?/g, (_, letter = '') => letter.toUpperCase()),
    parameters: [...pathParameters(route), ...queryParameters(route.takes)],
    responses: { 200: content(route.summary, route.gives, 'application/json'), ...Object.fromEntries(failures) },
  };
}

function content(description: string, schema: object, mediaType: string): object {
  return { description, content: { [mediaType]: { schema } } };
}

function pathParameters(route: Route): object[] {
  if (!route.path.includes('{id}')) return [];
  return [{ name: 'id', in: 'path', required: true, schema: { type: 'string' }, description: 'Percent-encoded.' }];
}

function queryParameters(takes: Route['takes']): object[] {
  return Object.entries(takes?.entries ?? {}).map(([name, entry]) => {
    const { $schema: _, description, ...schema } = toJsonSchema(entry);
    return { name, in: 'query', required: entry.type !== 'optional', description, schema };
  });
}

/** The record's schemas, with their references moved to where OpenAPI keeps schemas. */
function recordSchemas(): Record<string, object> {
  const file = new URL('../../schema/annals.schema.json', import.meta.url);
  const moved = readFileSync(file, 'utf8').replaceAll('"#/definitions/', '"#/components/schemas/');
  return (JSON.parse(moved) as { definitions: Record<string, object> }).definitions;
}
