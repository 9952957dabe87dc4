import { readFileSync } from 'node:fs';

export interface ErrorEntry {
  readonly code: string;
  readonly meaning: string;
  readonly advice: string;
}

/** Reads the table of docs/errors.md, which ships with the package: one source for the docs and the command line. */
export function readErrorsPage(): readonly ErrorEntry[] {
  const page = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8');
  const rows = page.matchAll(/^\| `([A-Z][A-Z0-9_]+)` \|(.+?)\|(.+?)\|\s*$/gm);
  return [...rows].map(([, code = '', meaning = '', advice = '']) => ({
    code,
    meaning: meaning.trim(),
    advice: advice.trim(),
  }));
}
