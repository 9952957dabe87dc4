// Generates schema/annals.schema.json from the interfaces of src/schema. With --check it writes nothing and fails when
// the committed file differs, so that the two can never drift apart.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createGenerator, type Schema } from 'ts-json-schema-generator';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = `${root}schema/annals.schema.json`;

/** What a line of `annals read` may be, and the records that other commands read and write. */
const lines = ['Story', 'PairAnswer', 'Failure'] as const;
const records = [...lines, 'EventCluster', 'Correction', 'Filter'] as const;

type Definitions = NonNullable<Schema['definitions']>;

export function generateSchema(): string {
  const schema = createGenerator({
    path: `${root}src/schema/*.ts`,
    tsconfig: `${root}tsconfig.json`,
    type: '*',
    expose: 'export',
    jsDoc: 'extended',
    skipTypeCheck: true,
    additionalProperties: false,
    sortProps: false,
  }).createSchema('*');
  const all = schema.definitions ?? {};
  const used = reachable(all);
  const definitions = Object.fromEntries([...used].sort().map((name) => [name, all[name]]));
  const document = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Annals record',
    description:
      'One line of `annals read`: a story with everything found in it, the answer to a pair question, or a failure.',
    oneOf: lines.map((name) => ({ $ref: `#/definitions/${name}` })),
    definitions,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** Names of the record definitions and of all that they refer to; internal types such as `Page` stay out. */
function reachable(all: Definitions): Set<string> {
  const found = new Set<string>();
  const visit = (name: string): void => {
    const definition = all[name];
    if (definition === undefined) throw new Error(`src/schema exports no type ${name}`);
    if (found.has(name)) return;
    found.add(name);
    for (const [, next] of JSON.stringify(definition).matchAll(/"#\/definitions\/([^"]+)"/g)) visit(next ?? '');
  };
  for (const name of records) visit(name);
  return found;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wanted = generateSchema();
  if (!process.argv.includes('--check')) writeFileSync(target, wanted);
  else if (readFileSync(target, 'utf8') !== wanted) {
    console.error('schema/annals.schema.json differs from src/schema: run `npm run generate` and commit the result');
    process.exitCode = 1;
  }
}
