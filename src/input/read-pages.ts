import type { Failure, Page } from '../schema/page.ts';

/** Where pages come from: a file or folder, standard input, or a text at hand. */
export type InputSource =
  | { readonly kind: 'path'; readonly path: string }
  | {
      readonly kind: 'stream';
      readonly stream: AsyncIterable<Uint8Array>;
      readonly name: string;
      readonly format: InputFormat;
    }
  | { readonly kind: 'text'; readonly text: string; readonly id?: string };

export type InputFormat = 'text' | 'html' | 'jsonl';

/** What the caller knows of the pages; `format` overrides what the file name or the bytes suggest. */
export interface InputOptions {
  readonly format?: InputFormat;
  readonly url?: string;
  readonly published?: string;
}

/** Reads pages one at a time, in order, in bounded memory. What cannot be read is answered by a failure. */
export async function* readPages(_source: InputSource, _options: InputOptions = {}): AsyncGenerator<Page | Failure> {}
