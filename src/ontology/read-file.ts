import { readFileSync } from 'node:fs';
import { AnnalsError } from '../util/errors.ts';

const folder = new URL('../../ontology/', import.meta.url);

/** One row of a table, with its line for messages. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Stops the load with the file, the line and what to do. */
export function broken(file: string, message: string, line?: number): AnnalsError {
  const where = line === undefined ? `ontology/${file}` : `ontology/${file}:${line}`;
  return new AnnalsError('CODEBOOK_BROKEN', `${where}: ${message}; mend the file or reinstall the package`, {
    input: `ontology/${file}`,
    ...(line !== undefined && { line }),
  });
}

/** Reads a JSON file of the codebook. @throws AnnalsError CODEBOOK_BROKEN */
export function readJson(file: string): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
  } catch (cause) {
    throw new AnnalsError('CODEBOOK_BROKEN', `ontology/${file} cannot be read; reinstall the package`, {
      input: `ontology/${file}`,
      cause,
    });
  }
}

/**
 * Reads a tab-separated table of the codebook. Lines that begin with `#` and empty lines are left out; cells are
 * trimmed; missing cells at a line's end are empty. @throws AnnalsError CODEBOOK_BROKEN
 */
export function readRows(file: string, columns: number): Row[] {
  let content: string;
  try {
    content = readFileSync(new URL(file, folder), 'utf8');
  } catch (cause) {
    throw new AnnalsError('CODEBOOK_BROKEN', `ontology/${file} cannot be read; reinstall the package`, {
      input: `ontology/${file}`,
      cause,
    });
  }
  const rows: Row[] = [];
  content.split(/\r?\n/).forEach((text, index) => {
    if (text.trim() === '' || text.startsWith('#')) return;
    const cells = text.split('\t').map((cell) => cell.trim());
    if (cells.length > columns) throw broken(file, `more than ${columns} columns`, index + 1);
    while (cells.length < columns) cells.push('');
    rows.push({ line: index + 1, cells });
  });
  return rows;
}
