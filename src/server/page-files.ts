import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One file of the built page. */
interface PageFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
  /** Vite puts a hash of the content into the names under `assets/`: those never change. */
  readonly immutable: boolean;
}

/** The built page by request path ("/assets/index-1a2b.js"), read once: no path of a request ever reaches the disk. */
export type PageFiles = ReadonlyMap<string, PageFile>;

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

/** Where `npm run build` puts the page: the same depth seen from `src/server` and from `dist/server`. */
export const builtPage: string = fileURLToPath(new URL('../../dist/web', import.meta.url));

/** Loads the built page; empty when it was not built. */
export function loadPageFiles(folder: string): PageFiles {
  const files = new Map<string, PageFile>();
  if (!existsSync(join(folder, 'index.html'))) return files;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const mediaType = mediaTypes[extname(entry.name)];
    if (!entry.isFile() || mediaType === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).split(sep).join('/');
    files.set(`/${name}`, {
      bytes: new Uint8Array(readFileSync(path)),
      mediaType,
      immutable: name.startsWith('assets/'),
    });
  }
  return files;
}

/** What a browser is shown when the page was not built. */
export const notBuilt = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Annals: page not built</title></head>
<body><h1>The page is not built yet</h1>
<p>Run <code>npm run build</code> in the project's folder, then start <code>annals serve</code> again.
The API works without it: see <a href="/openapi.json">/openapi.json</a>.</p></body></html>
`;
