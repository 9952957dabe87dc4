import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Correction } from '../schema/correction.ts';
import { parseCorrection } from '../store/parse-correction.ts';
import { AnnalsError } from '../util/errors.ts';

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
  try {
    return parseCorrection(JSON.parse(line));
  } catch (cause) {
    const message = cause instanceof AnnalsError ? cause.message : 'not JSON; write one correction on each line.';
    throw new AnnalsError('CORRECTION_INVALID', `${name}:${number}: ${message} See annals help correct.`, {
      input: name,
      line: number,
      cause,
    });
  }
}
