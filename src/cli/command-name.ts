import { basename, relative } from 'node:path';

/** How this program was called, for hints that can be copied: `annals`, or `node dist/cli/main.js` in a clone. */
export function commandName(): string {
  const called = process.argv[1] ?? 'annals';
  if (/^annals(\.\w+)?$/.test(basename(called))) return 'annals';
  const path = relative(process.cwd(), called);
  return `node ${path.startsWith('..') ? called : path}`;
}
