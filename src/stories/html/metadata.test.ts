import { DOMParser } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { DomDocument } from '../../util/dom.ts';
import { readMetadata } from './metadata.ts';
import { splitNames } from './metadata-authors.ts';
import { findTitle, withoutSite } from './metadata-title.ts';

const read = (head: string, body = '') =>
  readMetadata(
    new DOMParser().parseFromString(
      `<html><head>${head}</head><body>${body}</body></html>`,
      'text/html',
    ) as unknown as DomDocument,
  );

describe('authors', () => {
  it.each([
    ['By Ann Lee and Bo Chen, Staff Writer', ['Ann Lee', 'Bo Chen']],
    ['Von Ann Lee und Bo Chen', ['Ann Lee', 'Bo Chen']],
    ['View all posts by Ann Lee', ['Ann Lee']],
    ['Ann Lee, Senior Editor of Marl Post', ['Ann Lee']],
    ['Ann Lee Ann Lee', ['Ann Lee']],
    ['Ann L&oacute;pez; Bo Chen', ['Ann L&oacute;pez', 'Bo Chen']],
    ['Reporter', []],
  ])('%s', (words, names) => {
    expect(splitNames(words.replace('L&oacute;pez', 'López'))).toEqual(
      names.map((name) => name.replace('L&oacute;pez', 'López')),
    );
  });

  it.each([
    [
      'a node that the article points to',
      `<script type="application/ld+json">${JSON.stringify({
        '@graph': [
          { '@type': 'Article', author: { '@id': '#a' } },
          { '@type': 'Person', '@id': '#a', name: 'Ann Lee' },
        ],
      })}</script>`,
      '',
    ],
    [
      'a labelled card',
      '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ann Lee">',
      '',
    ],
    ['a class', '', '<p class="entry-author">By Ann Lee | May 2, 2021</p>'],
    ['a line', '', '<div>By Ann Lee</div>'],
    ['a line of two elements', '', '<div><span>By</span> <a href="/ann">Ann Lee</a></div>'],
    [
      'the byline, no commenter',
      '',
      '<div class="comments"><b class="author">Cy Doe</b></div><i rel="author">Ann Lee</i>',
    ],
  ])('reads %s', (_, head, body) => {
    expect(read(head, body).authors).toEqual(['Ann Lee']);
  });

  it('takes no sentence for a byline', () => {
    expect(read('', '<p>By Monday the river had risen again</p>').authors).toBeUndefined();
  });
});

describe('titles', () => {
  const title = (first: string[], second: string[], titles: string[], publisher?: string) =>
    findTitle({ first, second }, titles, publisher);

  it('is the heading that the markup names', () => {
    expect(title(['Bridge for Marl'], [], ['Bridge for Marl | Marl Post'])).toBe('Bridge for Marl');
  });
  it("is not the site's own heading behind the title", () => {
    expect(title(['Marl Post'], ['Bridge for Lower Marl'], ['Bridge for Lower Marl | Marl Post'])).toBe(
      'Bridge for Lower Marl',
    );
    expect(title(['The Marl Post'], [], ['The Marl Post » Archive » Bridge for Lower Marl'])).toBe(
      'Bridge for Lower Marl',
    );
  });
  it('leaves out a kicker in the heading', () => {
    expect(title(['Opinion Bridge for Lower Marl'], [], ['Bridge for Lower Marl'])).toBe('Bridge for Lower Marl');
  });
  it('loses the name of the site, before or behind', () => {
    expect(withoutSite('Bridge for Marl - Marl Post', 'Marl Post')).toBe('Bridge for Marl');
    expect(withoutSite('Marl Post: Bridge for Marl', 'Marl Post')).toBe('Marl Post: Bridge for Marl');
    expect(withoutSite('Marl Post | Bridge for Marl', 'Marl Post')).toBe('Bridge for Marl');
  });
});
