import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { formatOfName } from './guess-format.ts';

/** A file to read, or a folder that could not be listed. */
export type Found = { readonly path: string } | { readonly path: string; readonly error: unknown };

/**
 * Finds the files below a folder whose names tell a format we read, sorted by code units. Hidden files and folders are
 * passed over; links are not followed into folders, so there are no circles.
 */
export async function* findFiles(folder: string): AsyncGenerator<Found> {
  let entries: Awaited<ReturnType<typeof list>>;
  try {
    entries = await list(folder);
  } catch (error) {
    yield { path: folder, error };
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* findFiles(path);
    else if (formatOfName(entry.name) !== undefined) yield { path };
  }
}

const list = (folder: string) => readdir(folder, { withFileTypes: true });
