import type { EventTime } from '../../schema/event.ts';
import type { Published } from '../../schema/story.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "2023-09-18" → "18 Sep 2023". What is no ISO day is given back as it is. */
export function writtenDay(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso) ?? [];
  if (year === undefined) return iso;
  return `${Number(day)} ${months[Number(month) - 1]} ${year}`;
}

/** An interval of days, shortened where the ends share a month or year: "17–19 Sep 2023". */
export function writtenInterval(earliest: string, latest: string): string {
  const [from, to] = [earliest.slice(0, 10), latest.slice(0, 10)];
  if (from === to) return writtenDay(from);
  const whole = wholePeriod(from, to);
  if (whole !== undefined) return whole;
  const start = writtenDay(from).split(' ');
  const end = writtenDay(to);
  if (from.slice(0, 7) === to.slice(0, 7)) return `${start[0]}–${end}`;
  if (from.slice(0, 4) === to.slice(0, 4)) return `${start.slice(0, 2).join(' ')} – ${end}`;
  return `${start.join(' ')} – ${end}`;
}

/** A whole year or month is called by its name. */
function wholePeriod(from: string, to: string): string | undefined {
  const year = from.slice(0, 4);
  if (from === `${year}-01-01` && to === `${year}-12-31`) return year;
  const month = Number(from.slice(5, 7));
  const last = new Date(Date.UTC(Number(year), month, 0)).getUTCDate();
  if (from.endsWith('-01') && to === `${from.slice(0, 8)}${last}`) return `${months[month - 1]} ${year}`;
  return undefined;
}

export function writtenTime(time: EventTime): string {
  const interval = writtenInterval(time.earliest, time.latest);
  return time.precision === 'week' ? `week ${interval}` : interval;
}

/** "18 Sep 2023 (17–19 Sep 2023)": the likeliest day, and the bounds where they are wider. */
export function writtenPublished(published: Published): string {
  const day = writtenDay(published.value);
  if (published.earliest.slice(0, 10) === published.latest.slice(0, 10)) return day;
  return `${day} (${writtenInterval(published.earliest, published.latest)})`;
}
