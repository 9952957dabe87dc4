import { readFileSync } from 'node:fs';
import { addDays } from './days.ts';

/** The days that a time given in UTC can have been where the page was published. */
export interface LocalDays {
  /** ISO 8601 days. */
  readonly value: string;
  readonly earliest: string;
  readonly latest: string;
}

type Offsets = readonly [number, number];

/** Offsets from UTC in hours, least and greatest in the year and country, by country code domain and by language. */
const OFFSETS: Readonly<Record<'countries' | 'languages', ReadonlyMap<string, Offsets>>> = loadOffsets();

function loadOffsets() {
  const file = new URL('../../../data/stories/utc-offsets.json', import.meta.url);
  const table = JSON.parse(readFileSync(file, 'utf8')) as Record<'countries' | 'languages', Record<string, Offsets>>;
  const spread = (rows: Record<string, Offsets>) =>
    new Map(Object.entries(rows).flatMap(([keys, offsets]) => keys.split(' ').map((key) => [key, offsets] as const)));
  return { countries: spread(table.countries), languages: spread(table.languages) };
}

/** Where a page may have been published. */
export interface Origin {
  /** BCP 47 */
  readonly language: string;
  readonly url?: string | undefined;
}

/** True of a day and time given in UTC; midnight to the second is a day without a time. */
export const isUtc = (value: string): boolean =>
  /T\d{2}:\d{2}.*(?:Z|[+-]00:00)$/.test(value) && !/T00:00(?::00)?(?:Z|[+-]00:00)$/.test(value);

/**
 * The day of a time given in UTC as the page's own country prints it. A country of one zone shifts the day; where
 * the zone is not known, the day in UTC stays and the interval holds the others.
 */
export function localDays(value: string, origin: Origin): LocalDays {
  const day = value.slice(0, 10);
  const offsets = offsetsOf(origin);
  if (!isUtc(value) || !offsets) return { value: day, earliest: day, latest: day };
  const hour = Number(value.slice(11, 13)) + Number(value.slice(14, 16)) / 60;
  const dayAt = (offset: number) => addDays(day, Math.floor((hour + offset) / 24));
  const [low, high] = offsets;
  if (high - low <= 1) {
    const month = Number(day.slice(5, 7));
    // Summer time by the month: the days around the change are not worth a calendar.
    const local = dayAt(month >= 4 && month <= 10 ? high : low);
    return { value: local, earliest: local, latest: local };
  }
  const earliest = dayAt(low);
  const latest = dayAt(high);
  return { value: earliest === latest ? earliest : day, earliest, latest };
}

function offsetsOf({ language, url }: Origin): Offsets | undefined {
  const country = /^[a-z]+:\/\/[^/:]*\.([a-z]{2})(?=[/:]|$)/i.exec(url ?? '')?.[1]?.toLowerCase();
  const region = /-([A-Z]{2})\b/.exec(language)?.[1]?.toLowerCase();
  const byDomain = country === undefined ? undefined : OFFSETS.countries.get(country);
  if (byDomain) return byDomain;
  const byRegion = region === undefined ? undefined : OFFSETS.countries.get(region === 'gb' ? 'uk' : region);
  // Every template says en-US.
  if (byRegion && region !== 'us') return byRegion;
  return OFFSETS.languages.get(language.slice(0, 2).toLowerCase());
}
