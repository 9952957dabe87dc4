import type { EventTime, Quad } from '../../src/schema/event.ts';
import type { BlockRole, Published, StoryKind } from '../../src/schema/story.ts';

export const kindWords: Readonly<Record<StoryKind, string>> = {
  article: 'Article',
  teaser: 'Teaser',
  liveblog: 'Live blog',
  other: 'Other text',
};

export const quadWords: Readonly<Record<Quad, string>> = {
  1: 'verbal cooperation',
  2: 'material cooperation',
  3: 'verbal conflict',
  4: 'material conflict',
};

/** Blocks that are not the story's own text carry their role as a label. */
export const roleWords: Readonly<Partial<Record<BlockRole, string>>> = {
  credit: 'Credit',
  caption: 'Caption',
  notice: 'Notice',
  other: 'Not part of the story',
};

const sourceWords: Readonly<Record<Published['source'], string>> = {
  given: 'as given',
  metadata: 'from the page’s metadata',
  url: 'from the address',
  dateline: 'from the dateline',
  content: 'from the text',
};

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });

/** "12 Mar 2024", "Mar 2024", "2024"; anything else as it stands. */
export function dayWords(iso: string): string {
  const [, year, month, day] = iso.match(/^(\d{4})-(\d\d)(?:-(\d\d))?(?!\d)/) ?? [];
  const name = monthWords(Number(month));
  if (name === undefined) return iso;
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

/** "Mar" for 3. */
export function monthWords(month: number): string | undefined {
  return months[month - 1];
}

/** An interval of days in as few words as are true. */
export function intervalWords(earliest: string, latest: string): string {
  const [from, to] = [earliest.slice(0, 10), latest.slice(0, 10)];
  if (from === to) return dayWords(from);
  const year = from.slice(0, 4);
  if (from === `${year}-01-01` && to === `${year}-12-31`) return year;
  if (from.slice(0, 7) === to.slice(0, 7) && from.endsWith('-01') && isMonthEnd(to)) return dayWords(from.slice(0, 7));
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8))}–${dayWords(to)}`;
  if (year === to.slice(0, 4)) return `${dayWords(from).replace(` ${year}`, '')} – ${dayWords(to)}`;
  return `${dayWords(from)} – ${dayWords(to)}`;
}

function isMonthEnd(day: string): boolean {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.getUTCDate() === 1;
}

export function eventTimeWords(time: EventTime): string {
  return intervalWords(time.earliest, time.latest);
}

/** An interval of publication wider than this is said as such: its middle day would look more exact than it is. */
const exactDays = 7;

/** Whether the day of publication is known closely enough to be shown as a day. */
export function isDay({ earliest, latest }: Published): boolean {
  return (Date.parse(latest.slice(0, 10)) - Date.parse(earliest.slice(0, 10))) / 86_400_000 <= exactDays;
}

/** "12 Mar 2024", or "2024" where no more is known. */
export function publishedWords(published: Published): string {
  return isDay(published) ? dayWords(published.value) : intervalWords(published.earliest, published.latest);
}

/** What a story is called: its title, else the first words of its text, cut between words. */
export function storyName(title: string | undefined, opening: string): string {
  if (title !== undefined) return title;
  const words = opening.trim();
  if (words === '') return 'Untitled';
  return words.length <= nameChars ? words : `${words.slice(0, nameChars).replace(/\s+\S*$/, '')} …`;
}

/** About one line of a headline. */
const nameChars = 90;

/** "from the dateline", "from the address" … */
export function reasonWords(published: Published): string {
  return sourceWords[published.source];
}

export function languageWords(tag: string): string {
  if (tag === 'und') return 'language undetermined';
  try {
    return languages.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** "1 event", "3 events". */
export function countWords(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
}

/** The site of an address, without "www."; undefined when it is none. */
export function hostOf(url: string | undefined): string | undefined {
  return safeUrl(url)?.host.replace(/^www\./, '');
}

/** An address that may become a link: http and https only, whatever the page claimed. */
export function safeUrl(url: string | undefined): URL | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  return parsed.protocol === 'https:' || parsed.protocol === 'http:' ? parsed : undefined;
}
