import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import * as v from 'valibot';
import type { Correction } from '../schema/correction.ts';
import { AnnalsError } from '../util/errors.ts';

const text = v.pipe(v.string(), v.trim(), v.nonEmpty('is empty'));

const correction = v.pipe(
  v.strictObject({
    target: text,
    action: v.picklist(['drop', 'set', 'merge'], 'is drop, set or merge'),
    field: v.optional(text),
    value: v.optional(v.unknown()),
    into: v.optional(text),
    by: text,
    at: v.pipe(
      text,
      v.regex(/^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d)?)?$/, 'is a day or time in ISO 8601: 2024-10-08'),
    ),
    why: text,
  }),
  v.check(
    (line) => line.action !== 'set' || (line.field !== undefined && line.value !== undefined),
    'a "set" needs "field" and "value"',
  ),
  v.check((line) => line.action !== 'merge' || line.into !== undefined, 'a "merge" needs "into"'),
);

/**
 * Reads a corrections file whole, or not at all: half a file applied is worse than none.
 *
 * @throws AnnalsError `CORRECTION_INVALID` with the line; `PATH_NOT_FOUND`
 */
export async function readCorrections(path: string): Promise<readonly Correction[]> {
  const input = path === '-' ? process.stdin : createReadStream(path);
  const name = path === '-' ? 'stdin' : path;
  const corrections: Correction[] = [];
  let number = 0;
  try {
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      number += 1;
      if (line.trim() !== '') corrections.push(readLine(line, name, number));
    }
  } catch (error) {
    if (error instanceof AnnalsError) throw error;
    throw new AnnalsError('PATH_NOT_FOUND', `${name}: cannot be read; check the spelling.`, {
      input: name,
      cause: error,
    });
  }
  return corrections;
}

function readLine(line: string, name: string, number: number): Correction {
  const where = { input: name, line: number };
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new AnnalsError('CORRECTION_INVALID', `${name}:${number}: is not JSON; write one correction on each line.`, {
      ...where,
      cause: error,
    });
  }
  const checked = v.safeParse(correction, value);
  if (checked.success) return checked.output as Correction;
  const [issue] = checked.issues;
  const field = issue.path?.map((step) => String(step.key)).join('.');
  throw new AnnalsError(
    'CORRECTION_INVALID',
    `${name}:${number}: ${field === undefined ? '' : `"${field}" `}${issue.message}. See annals help correct.`,
    where,
  );
}
