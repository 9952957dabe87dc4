import type { ActorTables } from './load-actor-tables.ts';
import { isCapitalized, type SentenceView } from './story-view.ts';

/** Last names of persons that the story calls by a title or with a given name; they may stand alone later. */
export function findSurnames(views: readonly SentenceView[], tables: ActorTables): ReadonlySet<string> {
  const surnames = new Set<string>();
  for (const view of views) {
    if (view.loud) continue;
    for (let at = 0; at + 1 < view.words.length; at++) {
      const first = view.words[at] ?? '';
      if (!isCapitalized(first) || !isCapitalized(view.words[at + 1])) continue;
      const isGiven = tables.givenNames.has(first);
      if (!isGiven && !tables.titles.has(first) && tables.nouns.entries.get(view.lower[at] ?? '')?.title !== true)
        continue;
      addSurname(view, at, isGiven, tables, surnames);
    }
  }
  return surnames;
}

function addSurname(
  view: SentenceView,
  at: number,
  isGiven: boolean,
  tables: ActorTables,
  surnames: Set<string>,
): void {
  let last = at + 1;
  while (last < at + 4 && isCapitalized(view.words[last + 1])) last++;
  // "Han Do-yun": a second name with a hyphen follows a family name that stands first.
  const isFamilyFirst = view.words[last + 1] === '-' && last > at + 1;
  const name = view.words[isFamilyFirst ? last - 1 : last] ?? '';
  if (tables.nameWords.has(name) || tables.nouns.entries.has(name.toLowerCase()) || tables.countries.names.has(name))
    return;
  surnames.add(name);
  // "Yoon Suk-yeol": where the family name stands first it is the one used alone.
  const first = view.words[at] ?? '';
  if (isGiven && tables.givenNames.get(first) === 'u') surnames.add(first);
}

/** Short forms in brackets right after a capitalized word: "the Financial Times (FT)". */
export function findAcronyms(views: readonly SentenceView[]): ReadonlySet<string> {
  const acronyms = new Set<string>();
  for (const { words } of views) {
    for (let at = 1; at + 2 < words.length; at++) {
      const word = words[at + 1] ?? '';
      if (words[at] !== '(' || words[at + 2] !== ')' || !isCapitalized(words[at - 1])) continue;
      if (/^\p{Lu}[\p{Lu}\p{N}&]{1,6}$/u.test(word)) acronyms.add(word);
    }
  }
  return acronyms;
}
