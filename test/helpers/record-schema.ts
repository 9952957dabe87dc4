import { readFileSync } from 'node:fs';
import { Ajv, type AnySchema, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { expect } from 'vitest';
import type { Page } from '../../src/schema/page.ts';
import type { Story } from '../../src/schema/story.ts';
import { recordFaults } from './record-faults.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../schema/annals.schema.json', import.meta.url), 'utf8'),
) as AnySchema;
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
addFormats.default(ajv);
ajv.addSchema(schema, 'annals');

const validators = new Map<string, ValidateFunction>();

function validator(definition: string): ValidateFunction {
  const known = validators.get(definition);
  if (known) return known;
  const made = ajv.compile({ $ref: `annals#/definitions/${definition}` });
  validators.set(definition, made);
  return made;
}

/** What the JSON Schema says against a value, in plain lines; none when it is valid. */
export function schemaFaults(value: unknown, definition = 'Story'): string[] {
  const validate = validator(definition);
  // A record leaves the program as JSON: what JSON cannot carry must not be in it.
  if (validate(JSON.parse(JSON.stringify(value)))) return [];
  return (validate.errors ?? []).map((e) => `${e.instancePath || '/'} ${e.message} ${JSON.stringify(e.params)}`);
}

/** Asserts that a story (or another record, by its name in the schema) is valid by the committed JSON Schema. */
export function expectValidRecord(value: unknown, definition = 'Story'): void {
  expect(schemaFaults(value, definition)).toEqual([]);
}

/** Asserts everything that the schema cannot say: true spans, verbatim text, numbered ids, references that exist. */
export function expectTrueRecord(page: Pick<Page, 'text' | 'id'>, story: Story): void {
  expect(recordFaults(page, story)).toEqual([]);
}

/** Asserts that the stories of one page lie in page order and never overlap, and that each is valid and true. */
export function expectTruePage(page: Pick<Page, 'text' | 'id'>, stories: readonly Story[]): void {
  let end = 0;
  stories.forEach((story, index) => {
    expectValidRecord(story);
    expectTrueRecord(page, story);
    expect(story.id).toBe(`${page.id}#${index + 1}`);
    expect(story.page.start, `${story.id} begins before the story ahead of it ends`).toBeGreaterThanOrEqual(end);
    end = story.page.end;
  });
}
