import type { ReaderStamp } from '../schema/story.ts';

/** A reader stamp as one string: what `StoredPage.reader` holds. */
export function readerKey({ version, model, codebook, data }: ReaderStamp): string {
  return JSON.stringify([version, model, codebook, data]);
}
