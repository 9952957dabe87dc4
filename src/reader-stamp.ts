import { readdirSync, readFileSync } from 'node:fs';
import type { ReaderStamp } from './schema/story.ts';
import { sha256 } from './util/hash.ts';

const root = new URL('../', import.meta.url);

/** A short hash over the names and bytes of a folder's files; the same on every machine. */
function hashFolder(name: string): string {
  const folder = new URL(`${name}/`, root);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.md'))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort();
  const hashes = files.map((file) => `${file.slice(file.lastIndexOf('/') + 1)} ${sha256(readFileSync(file))}`);
  return sha256(hashes.join('\n')).slice(0, 12);
}

/** Says which version, model, codebook and tables decide the output of this reader. */
export function stampReader(): ReaderStamp {
  const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
  return { version, model: 'rules', codebook: hashFolder('ontology'), data: hashFolder('data') };
}
