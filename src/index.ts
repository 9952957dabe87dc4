export { readPages } from './input/read-pages.ts';
export { readPage, readPair } from './read.ts';
export { loadResources, type Resources } from './resources.ts';
export type { Story } from './schema/story.ts';
export { openStore } from './store/open-store.ts';
export type { Store } from './store/store.ts';
export { AnnalsError } from './util/errors.ts';
