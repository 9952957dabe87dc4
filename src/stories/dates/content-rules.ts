import { readFileSync } from 'node:fs';
import type { PublishedEvidence } from '../../schema/story.ts';
import { addDays } from './days.ts';
import { MONTHS, toDay } from './parse-date.ts';

/** What some words of a story say of the days it may have come out on, each inclusive. */
export interface ContentClue {
  readonly earliest: string;
  readonly latest: string;
  readonly evidence: PublishedEvidence;
}

/** A way in which a story's own words date it. */
export interface ContentRule {
  readonly id: string;
  readonly reason: string;
  /** Words that it reads, and the interval it draws from them. */
  readonly example: { readonly text: string; readonly earliest: string; readonly latest: string };
  readonly read: (text: string) => ContentClue | undefined;
}

interface War {
  readonly began: string;
  readonly source: string;
  readonly test: RegExp;
}

const WARS: readonly War[] = loadWars();

function loadWars(): War[] {
  const file = new URL('../../../data/stories/dated-wars.json', import.meta.url);
  const rows = JSON.parse(readFileSync(file, 'utf8')) as { pattern: string; began: string; source: string }[];
  return rows.map(({ pattern, began, source }) => ({ began, source, test: new RegExp(pattern, 'u') }));
}

/** News tells of what was days ago, not of dates long past. */
const NEWS_DAYS = 14;
/** The beginning of a story holds its news. */
const LEAD_CHARS = 700;
/** "Eighteen months" may be seventeen or nineteen; "two years" is less exact: half a unit to each side, at least. */
const SLACK = 0.5;

const DAYS_OF_UNIT: Readonly<Record<string, number>> = { week: 7, month: 30.44, year: 365.25 };
const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const DURATION =
  /(?<![\p{L}\d])(\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)-(week|month|year)(?:-old|-long)?(?=[ ,])/giu;
const FULL_DATE =
  /(?<![\p{L}\p{N}])(?:(\p{L}{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})|(\d{1,2}) (\p{L}{3,9}) (\d{4}))(?!\d)/gu;
/** Dates of the future, and of what lies behind, say nothing of the day of a story. */
const NOT_NEWS =
  /\b(?:will|would|shall|until|by|before|scheduled|planned|due|since|after|born|founded|from|between|starting|beginning|expected)\b/iu;
const PAST_TENSE =
  /\b(?:was|were|had|said|told|\p{L}{2,}ed|held|met|won|lost|struck|hit|shot|took|began|broke|fell|gave|made|left|went|came|sent)\b/iu;

export const CONTENT_RULES: readonly ContentRule[] = [
  {
    id: 'war-duration',
    reason: 'How long a war has lasted, of which the first day is known.',
    example: { text: 'He spoke of the 18-month war in Ukraine.', earliest: '2023-08-10', latest: '2023-09-11' },
    read: readWar,
  },
  {
    id: 'dated-lead',
    reason: 'A lead in the past tense that gives a full date tells of that day: the story came out soon after.',
    example: {
      text: 'ALMERA — A fire destroyed the mill on September 18, 2023, the police said.',
      earliest: '2023-09-18',
      latest: '2023-10-02',
    },
    read: readLead,
  },
];

function readWar(text: string): ContentClue | undefined {
  for (const match of text.matchAll(DURATION)) {
    const [words, count = '', unit = ''] = match;
    const around = text.slice(match.index, match.index + words.length + 60).split(/[.;\n]/)[0] ?? '';
    for (const { began, source, test } of WARS) {
      const named = test.exec(around);
      if (!named || named.index > words.length + 25) continue;
      const days = DAYS_OF_UNIT[unit.toLowerCase()] ?? 0;
      const length = Number(count) || NUMBERS.indexOf(count.toLowerCase()) + 1;
      const middle = length * days;
      const quoted = around.slice(0, Math.max(named.index + named[0].length, words.length));
      return {
        earliest: addDays(began, Math.floor(middle - SLACK * days)),
        latest: addDays(began, Math.ceil(middle + SLACK * days)),
        evidence: evidence(quoted, match.index, `The war is counted from ${source}.`),
      };
    }
  }
  return undefined;
}

function readLead(text: string): ContentClue | undefined {
  const lead = text.slice(0, LEAD_CHARS);
  let latest: { day: string; words: string; start: number } | undefined;
  for (const match of lead.matchAll(FULL_DATE)) {
    const [words, m1, d1, y1, d2, m2, y2] = match;
    const month = MONTHS.get((m1 ?? m2 ?? '').toLowerCase());
    const day = month && toDay(Number(y1 ?? y2), month, Number(d1 ?? d2));
    const sentence = lead.slice(lead.lastIndexOf('. ', match.index) + 1, match.index + words.length);
    const before = sentence.slice(-40 - words.length, -words.length);
    const rest = lead.slice(match.index).split(/[.!?](?:\s|$)/)[0] ?? '';
    if (!day || NOT_NEWS.test(before) || !PAST_TENSE.test(sentence + rest)) continue;
    if (!latest || day > latest.day) latest = { day, words, start: match.index };
  }
  if (!latest) return undefined;
  const says = 'The lead tells of this day as past; news comes out within two weeks.';
  return {
    earliest: latest.day,
    latest: addDays(latest.day, NEWS_DAYS),
    evidence: evidence(latest.words, latest.start, says),
  };
}

const evidence = (text: string, start: number, says: string): PublishedEvidence => ({
  text,
  start,
  end: start + text.length,
  says,
});
