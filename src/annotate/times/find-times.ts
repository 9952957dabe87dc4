import type { Published } from '../../schema/story.ts';
import type { Time } from '../../schema/time.ts';
import type { Parse, Sentence } from '../../text/parse.ts';
import { loadNumberWords } from '../../text/read-number.ts';
import { fromIsoDay, toDate, toIsoDay } from './calendar.ts';
import { clauseDirection } from './clause-direction.ts';
import { type Lexeme, type LexTables, lexTimes } from './lex-times.ts';
import { matchTogether, prepareRules, type Remember } from './match-times.ts';
import type { Meaning } from './meaning.ts';
import { clockRules } from './rules-clock.ts';
import { combineRules, rangeRules } from './rules-combine.ts';
import { dateRules } from './rules-dates.ts';
import { durationRules } from './rules-durations.ts';
import { relativeRules } from './rules-relative.ts';
import { toInterval } from './time-interval.ts';
import type { TimeContext } from './time-rule.ts';
import { loadTimeWords } from './time-words.ts';

const tables: LexTables = Object.freeze({ words: loadTimeWords(), numbers: loadNumberWords() });
const plainRules = prepareRules([...rangeRules, ...dateRules, ...relativeRules, ...durationRules, ...clockRules]);
const laterRules = prepareRules(combineRules).map((rule) => [rule]);

/**
 * Finds time expressions and resolves them against the publication date (TIMEX3 values).
 *
 * @param published  interval; a relative time ("next year") inherits its width
 * @returns spans in text order, never overlapping; offsets are UTF-16, half-open, into `story.text`. `earliest` and
 *   `latest` are absent for lengths of time, for sets, and for what only a publication date would place
 */
export function findTimes(parse: Parse, published: Published | undefined): Time[] {
  const day = published && fromIsoDay(published.value);
  const found = readStory(parse, day);
  const [early, late] = [published?.earliest, published?.latest].map((bound) => readFrom(parse, bound, day));
  return found.map((lexeme) => toTime(lexeme, early?.get(lexeme.start), late?.get(lexeme.start)));
}

/** What the text says when it was published at a bound of the interval, by where each time starts. */
function readFrom(
  parse: Parse,
  iso: string | undefined,
  day: number | undefined,
): ReadonlyMap<number, Lexeme> | undefined {
  const bound = iso === undefined ? undefined : fromIsoDay(iso);
  if (bound === undefined || bound === day) return undefined;
  return new Map(readStory(parse, bound).map((lexeme) => [lexeme.start, lexeme]));
}

function readStory(parse: Parse, day: number | undefined): Lexeme[] {
  const found: Lexeme[] = [];
  const rows = parse.sentences.map((sentence) => lexTimes(parse.text, sentence, tables));
  const narrative = isNarrative(rows, day);
  let last: string | undefined;
  for (const [index, sentence] of parse.sentences.entries()) {
    const row = rows[index] as Lexeme[];
    if (row.every(({ kind }) => kind === 'other')) continue;
    const toContext = (): TimeContext => ({
      ...(day !== undefined && { day }),
      ...(last !== undefined && { last }),
      narrative,
      words: tables.words,
      directionAt: (lexeme) => clauseDirection(parse.text, sentence, tokenAt(sentence, lexeme), tables.words.clauses),
    });
    const remember: Remember = ({ type, value }) => {
      if ((type === 'date' || type === 'time') && /^(?:\d{4}|BC\d{4})/.test(value)) last = value;
      return toContext();
    };
    let lexemes = matchTogether(row, plainRules, toContext(), remember);
    for (const rules of laterRules) lexemes = matchTogether(lexemes, rules, toContext(), () => toContext());
    found.push(...lexemes.filter(({ meaning }) => meaning !== undefined));
  }
  return found;
}

function tokenAt(sentence: Sentence, { start }: Lexeme): number {
  return Math.max(
    0,
    sentence.tokens.findIndex((token) => token.end > start),
  );
}

/** How many years a text must name, and how far from its publication, to be read as a history. */
const minYearsNamed = 4;

/** Whether a text tells mostly of years other than its own: a history, where months lean on the year named last. */
function isNarrative(rows: readonly (readonly Lexeme[])[], day: number | undefined): boolean {
  if (day === undefined) return true;
  const now = toDate(day).year;
  const years = rows.flatMap((row) => row.filter(({ kind }) => kind === 'year').map(({ value }) => Number(value)));
  const far = years.filter((year) => Math.abs(year - now) > 1).length;
  return years.length >= minYearsNamed && far * 2 > years.length;
}

function toTime(lexeme: Lexeme, early: Lexeme | undefined, late: Lexeme | undefined): Time {
  const { type, value, mod, zone } = lexeme.meaning as Meaning;
  const first = toCover(early?.meaning)?.from ?? toCover(lexeme.meaning)?.from;
  const last = toCover(late?.meaning)?.to ?? toCover(lexeme.meaning)?.to;
  const clock = /T\d{2}:\d{2}$/.exec(value)?.[0];
  const suffix = clock === undefined ? '' : `${clock}${zone ?? ''}`;
  const placed = first !== undefined && last !== undefined && first <= last;
  return {
    start: lexeme.start,
    end: lexeme.end,
    type,
    value,
    ...(mod !== undefined && { mod }),
    ...(placed && { earliest: `${first}${suffix}`, latest: `${last}${suffix}` }),
  };
}

/** First and last ISO day that a meaning covers, where the calendar has them. */
function toCover(meaning: Meaning | undefined): Meaning['covers'] {
  if (meaning === undefined || meaning.covers !== undefined) return meaning?.covers;
  const interval = toInterval(meaning.value, meaning.mod);
  return interval && { from: toIsoDay(interval.first), to: toIsoDay(interval.last) };
}
