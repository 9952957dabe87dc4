import { readFileSync } from 'node:fs';

/** What the words before a date say of it. */
export type DateLabel = 'published' | 'updated' | 'never';

/** Tables of words: German verbs stand behind their date. */
type Place = DateLabel | 'published-behind' | 'updated-behind';

/** Words that stand before dates in one language, or for one reason. */
export interface DateWords {
  readonly id: string;
  readonly example: string;
  readonly label: Place;
  /** A regular expression's alternatives. */
  readonly words: string;
}

export const DATE_WORDS: readonly DateWords[] = loadDateWords();

function loadDateWords(): DateWords[] {
  const file = new URL('../../../data/stories/date-words.json', import.meta.url);
  const table = JSON.parse(readFileSync(file, 'utf8')) as Record<Place, Omit<DateWords, 'label'>[]>;
  return (['never', 'updated', 'published', 'published-behind', 'updated-behind'] as const).flatMap((label) =>
    table[label].map((row) => ({ ...row, label })),
  );
}

/** Between a label and its date may stand a particle, a day of the week, a clock time: "on Monday, at 9:15,". */
const BETWEEN = String.raw`(?:\s?[:：|–—,/-]|\s(?:on|at|the|am|um|den|der|le|la|el|il|em|op|dnia|w|på|den|by|by the|from|of|in|date|time|uhr))*[\s(]*(?:\p{L}{2,12}\.?,?\s?)?(?:\d{1,2}[:.h]\d{2}(?:\s?(?:[ap]\.?m\.?|uhr|[A-Z]{2,4}))?[\s,|–-]*)?\(?\s?$`;

const LABELS = (['never', 'updated', 'published'] as const).map((label) => {
  const words = DATE_WORDS.filter((row) => row.label === label).map((row) => row.words);
  return [label, new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})${BETWEEN}`, 'iu')] as const;
});

const BEHIND = (['updated', 'published'] as const).map((label) => {
  const words = DATE_WORDS.filter((row) => row.label === `${label}-behind`).map((row) => row.words);
  return [label, new RegExp(`^[^.\\n©]{0,30}\\s(?:${words.join('|')})(?!\\p{L})`, 'iu')] as const;
});

/** What the words just before a date, or behind it, say of it, if they say anything. */
export function labelOf(before: string, behind: string): DateLabel | undefined {
  const near = before.slice(-60).replace(/\s+/g, ' ');
  return (LABELS.find(([, pattern]) => pattern.test(near)) ?? BEHIND.find(([, pattern]) => pattern.test(behind)))?.[0];
}
