import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { generateSchema } from '../scripts/generate.ts';

const committed = readFileSync(new URL('../schema/annals.schema.json', import.meta.url), 'utf8');

test('the committed JSON Schema is the one that src/schema generates', () => {
  expect(committed, 'run `npm run generate` and commit schema/annals.schema.json').toBe(generateSchema());
});

test('every field of the record that is not plain has its meaning in the schema', () => {
  const { definitions } = JSON.parse(committed) as {
    definitions: Record<string, { description?: string; properties?: Record<string, { description?: string }> }>;
  };
  const silent = ['Story', 'Event', 'Actor', 'Quote', 'Place', 'Amount', 'Time', 'Instrument', 'EventCluster'].filter(
    (name) => definitions[name]?.description === undefined,
  );
  expect(silent).toEqual([]);
});
