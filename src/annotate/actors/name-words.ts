import { phraseKey } from '../../util/phrases.ts';

/** Names that differ only in accents, case, an article or a dot are the same. */
export function toNameKey(name: string): string {
  return phraseKey(name).toLowerCase().replace(/^the /, '').replace(/\./g, '');
}

const small = /^(?:jr|sr|ii|iii|bin|ibn|al|el|de|da|van|von|der|la|le|abu)$/;

/** Words of a person's name without particles, initials and generation marks. */
export function personWords(name: string): string[] {
  const words = toNameKey(name)
    .replace(/\b(?:al|el|ul|as|ad|an|ar)-/g, '')
    .split(' ');
  return words.filter((word) => word.length > 1 && !small.test(word));
}
