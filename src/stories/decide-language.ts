import type { IdentifyLanguage } from './load-language.ts';

/** From this length on the text itself is better evidence than what a page says of itself. */
const TELLING_CHARS = 200;

/** The language of a story: as given; as the page says, unless its text plainly disagrees; else as identified. */
export function decideLanguage(
  prose: string,
  given: string | undefined,
  declared: string | undefined,
  identify: IdentifyLanguage,
): string {
  if (given !== undefined) return given;
  const valid = declared !== undefined && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(declared) ? declared : undefined;
  if (valid === undefined) return identify(prose);
  if (prose.length < TELLING_CHARS) return valid;
  const read = identify(prose);
  const same = read === 'und' || primary(read) === primary(valid);
  return same ? valid : read;
}

const primary = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';
