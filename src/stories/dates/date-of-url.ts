import { lastDay, toDay } from './parse-date.ts';

/** A day, or a month, that an address names. */
export interface UrlDate {
  readonly text: string;
  readonly earliest: string;
  readonly latest: string;
}

const ENGLISH = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const DAY = /(?<!\d)((?:19|20)\d{2})[/_-](\d{1,2})[/_-](\d{1,2})(?!\d)/;
const COMPACT = /(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/;
const NAMED = /(?<!\d)((?:19|20)\d{2})\/([a-z]{3})[a-z]*\/(\d{1,2})(?!\d)/i;
const DAY_FIRST = /(?<!\d)(\d{1,2})[/_-](\d{1,2})[/_-]((?:19|20)\d{2})(?!\d)/;
const MONTH = /\/((?:19|20)\d{2})[/-](\d{1,2})(?=\/|$)/;

/** Reads the date that many outlets put into their addresses: /2023/09/18/, /20230918/, 2023-09-18, /2023/sep/18/, /2023/09/. */
export function dateOfUrl(url: string): UrlDate | undefined {
  const path = url.replace(/^[a-z]+:\/\/[^/]*/i, '').slice(0, 2000);
  for (const pattern of [DAY, NAMED, COMPACT]) {
    const match = pattern.exec(path);
    const month = match && (ENGLISH.indexOf((match[2] ?? '').toLowerCase()) + 1 || Number(match[2]));
    const day = match && month ? toDay(Number(match[1]), month, Number(match[3])) : undefined;
    if (match && day) return { text: match[0], earliest: day, latest: day };
  }
  const last = DAY_FIRST.exec(path);
  const ordered = last && toDay(Number(last[3]), Number(last[2]), Number(last[1]));
  if (last && ordered) return { text: last[0], earliest: ordered, latest: ordered };
  const month = MONTH.exec(path);
  const first = month && toDay(Number(month[1]), Number(month[2]), 1);
  if (!month || !first) return undefined;
  return { text: month[0], earliest: first, latest: lastDay(Number(month[1]), Number(month[2])) };
}
