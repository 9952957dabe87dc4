import type { Page } from '../schema/page.ts';
import type { Published, PublishedEvidence, StorySlice } from '../schema/story.ts';
import { dateOfContent } from './dates/content-dates.ts';
import { dateOfUrl } from './dates/date-of-url.ts';
import { datePage } from './dates/date-page.ts';
import { dateOfText } from './dates/text-dates.ts';

/**
 * Dates a story before reading: from given data, else the page's metadata, its address, a dateline in the text. A teaser
 * behind an article does not inherit the article's date: it may announce a later story.
 */
export function dateStory(story: StorySlice, page: Page): Published | undefined {
  const isMain = story.kind !== 'teaser';
  const monthFirst = isMonthFirst(story, page);
  if (!isMain) return dateOfText(story, monthFirst) ?? dateOfContent(story);
  if (page.given.published !== undefined) return fromGiven(page.given.published);
  if (page.markup) return datePage(story, page, monthFirst) ?? dateOfContent(story);
  return fromUrl(page.url) ?? fromUrl(page.canonicalUrl) ?? dateOfText(story, monthFirst) ?? dateOfContent(story);
}

/** American pages write the month first; a page in any other English, or another language, the day. */
function isMonthFirst(story: StorySlice, page: Page): boolean {
  if (/^en-(?!US)/i.test(story.language)) return false;
  const host = /^[a-z]+:\/\/([^/:]+)/i.exec(page.url ?? page.canonicalUrl ?? '')?.[1] ?? '';
  return /^en/i.test(story.language) && !/\.(?:uk|au|nz|ie|in|za|sg|my|hk|ng|ke|pk|bd|lk|gh)$/.test(host);
}

function fromGiven(given: string): Published {
  const value = given.trim().replace(' ', 'T');
  const [year = '', month, day] = value.slice(0, 10).split('-');
  const says = 'Given with the page.';
  const evidence = [{ text: given, says }];
  if (day !== undefined) {
    const at = `${year}-${month}-${day}`;
    return { value, earliest: at, latest: at, source: 'given', evidence };
  }
  return overInterval(
    `${year}-${month ?? '01'}-01`,
    month === undefined ? `${year}-12-31` : endOfMonth(Number(year), Number(month)),
    'given',
    evidence,
  );
}

function fromUrl(url: string | undefined): Published | undefined {
  const found = url === undefined ? undefined : dateOfUrl(url);
  if (!found) return undefined;
  const { text, earliest, latest } = found;
  const says =
    earliest === latest ? 'The address names this day.' : 'The address names this month; the day is not known.';
  return overInterval(earliest, latest, 'url', [{ text, says }]);
}

/** An interval, its middle as the value: there the error is least. */
function overInterval(
  earliest: string,
  latest: string,
  source: Published['source'],
  evidence: readonly PublishedEvidence[],
): Published {
  const middle = (Date.parse(earliest) + Date.parse(latest)) / 2;
  const value = earliest === latest ? earliest : new Date(middle).toISOString().slice(0, 10);
  return { value, earliest, latest, source, evidence };
}

const endOfMonth = (year: number, month: number): string =>
  new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
