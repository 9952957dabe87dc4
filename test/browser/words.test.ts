import { describe, expect, it } from 'vitest';
import { asCommand, filterQuery, quoted, withWord } from '../../web/src/filter.ts';
import { amountWords, marksAt } from '../../web/src/reader/layers.ts';
import { originalAt } from '../../web/src/reader/original-at.ts';
import { dayWords, intervalWords, publishedWords, safeUrl, storyName } from '../../web/src/words.ts';
import { articlePage } from './fixtures.ts';

describe('dates in words', () => {
  it.each([
    ['2024-03-12', '2024-03-12', '12 Mar 2024'],
    ['2024-03-12T14:20', '2024-03-12', '12 Mar 2024'],
    ['2024-03-12', '2024-03-13', '12–13 Mar 2024'],
    ['2024-03-30', '2024-04-02', '30 Mar – 2 Apr 2024'],
    ['2023-12-30', '2024-01-02', '30 Dec 2023 – 2 Jan 2024'],
    ['2024-02-01', '2024-02-29', 'Feb 2024'],
    ['2025-01-01', '2025-12-31', '2025'],
  ])('%s to %s is %s', (earliest, latest, says) => {
    expect(intervalWords(earliest, latest)).toBe(says);
  });

  it.each([
    ['2024', '2024'],
    ['2024-09', 'Sep 2024'],
    ['2024-W38', '2024-W38'],
    ['PAST_REF', 'PAST_REF'],
    ['2024-13-01', '2024-13-01'],
  ])('the value %s is %s', (value, says) => {
    expect(dayWords(value)).toBe(says);
  });
});

describe('a day of publication', () => {
  const published = { value: '2025-07-02', source: 'content', evidence: [] } as const;
  it('is shown as a day only where about a day is known', () => {
    expect(publishedWords({ ...published, earliest: '2025-07-01', latest: '2025-07-03' })).toBe('2 Jul 2025');
    expect(publishedWords({ ...published, earliest: '2025-01-01', latest: '2025-12-31' })).toBe('2025');
    expect(publishedWords({ ...published, earliest: '2025-06-01', latest: '2025-08-31' })).toBe('1 Jun – 31 Aug 2025');
  });
});

describe('the name of a story', () => {
  it.each([
    ['A title', 'Text', 'A title'],
    [undefined, ' A short text. ', 'A short text.'],
    [undefined, 'word '.repeat(30), `${'word '.repeat(17)}word …`],
    [undefined, '  ', 'Untitled'],
  ])('of title %s and text %s', (title, opening, name) => {
    expect(storyName(title, opening)).toBe(name);
  });
});

describe('amounts in words', () => {
  const span = { start: 0, end: 1 };
  it.each([
    [{ ...span, kind: 'money', value: 4e7, unit: 'EUR' }, '40,000,000 EUR'],
    [{ ...span, kind: 'money', value: 2e9, min: 2e9, unit: 'USD', per: 'a year' }, 'at least 2,000,000,000 USD a year'],
    [{ ...span, kind: 'dead', value: 12, max: 12, unit: 'people' }, 'at most 12 people, dead'],
    [{ ...span, kind: 'people', value: 1, unit: 'people' }, '1 person'],
  ] as const)('%o', (amount, says) => {
    expect(amountWords(amount)).toBe(says);
  });
});

describe('the filter in the address', () => {
  it('keeps its own words, joins repeated ones, and drops empty ones and others', () => {
    const query = new URLSearchParams('type=AID&type=AGREE&actor=&cursor=x&from=2024');
    expect(filterQuery(query).toString()).toBe('type=AID%2CAGREE&from=2024');
  });

  it('changes one word and stays readable', () => {
    const query = new URLSearchParams('type=AID,AGREE&actor=KOR:GOV');
    expect(withWord('/events', query, 'place', 'São Paulo')).toBe(
      '/events?actor=KOR:GOV&place=S%C3%A3o+Paulo&type=AID,AGREE',
    );
    expect(withWord('/', new URLSearchParams('text=gas'), 'text', '')).toBe('/');
  });

  it.each([
    ['KOR:GOV', 'KOR:GOV'],
    ['power grid', "'power grid'"],
    ["Côte d'Ivoire", "'Côte d'\\''Ivoire'"],
    ['$(rm -rf ~)', "'$(rm -rf ~)'"],
    ['', "''"],
  ])('gives %s to a shell as %s', (word, safe) => {
    expect(quoted(word)).toBe(safe);
  });

  it('is the same question on the command line', () => {
    const query = new URLSearchParams('source=RUS&text="gas price"');
    expect(asCommand('query events', query)).toBe(`annals query events --text '"gas price"' --source RUS`);
  });
});

describe('links to strangers', () => {
  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'not an address', ''])(
    'never lead to %s',
    (url) => {
      expect(safeUrl(url)).toBeUndefined();
    },
  );

  const story = articlePage.stories[0];
  if (!story) throw new Error('the fixtures have lost their article');

  it('name the passage by its first and last words', () => {
    const url = new URL(originalAt(story, story.sentences[2]) ?? '');
    const [first, last] = ['CHISINAU, March 12 — Norwegian Prime', '€25 million promised in 2023.'].map(
      encodeURIComponent,
    );
    expect(url.hash).toMatch(new RegExp(`^#:~:text=${first},.*${last}$`));
  });

  it('can be made of any characters', () => {
    const odd = { ...story, text: 'half \ud83d a-b, c&d' };
    expect(originalAt(odd, { start: 0, end: odd.text.length })).toContain('#:~:text=half%20%20a%2Db%2C%20c%26d');
    expect(originalAt({ ...story, page: { ...story.page, url: 'https://a.example/x#y' } }, undefined)).toBe(
      'https://a.example/x#y',
    );
    expect(originalAt({ ...story, page: { ...story.page, url: 'javascript:1' } }, undefined)).toBeUndefined();
  });
});

it('marks at a place are given innermost last', () => {
  const mark = (start: number, end: number) => ({ start, end, layer: 'actors', says: `${start}-${end}` }) as const;
  const marks = [mark(0, 10), mark(2, 8), mark(4, 6), mark(6, 9)];
  expect(marksAt(marks, 5).map(({ says }) => says)).toEqual(['0-10', '2-8', '4-6']);
  expect(marksAt(marks, 6).map(({ says }) => says)).toEqual(['0-10', '2-8', '6-9']);
  expect(marksAt(marks, 10)).toEqual([]);
});
