import { expect, it } from 'vitest';
import type { Page } from '../schema/page.ts';
import { dateStory } from './date-story.ts';
import { loadLanguage } from './load-language.ts';
import { splitStories } from './split-stories.ts';

const identify = await loadLanguage();

function storiesOf(text: string, url?: string) {
  const page: Page = {
    id: 'p',
    mediaType: 'text/plain',
    sha256: '',
    bytes: new Uint8Array(),
    text,
    given: {},
    ...(url !== undefined && { url }),
  };
  return splitStories(page, identify).map((slice) => ({ ...slice, published: dateStory(slice, page) }));
}

const article = [
  'The port of Almera reopened on Monday after dockers ended a strike of three weeks over pay.',
  'Union leader Ana Brook said the dockers had won most of what they asked for.',
  'Brook thanked the dockers and said the union would watch the port closely.',
  'The port said that ships which had waited for weeks would be unloaded first.',
];
const teaser =
  'Astronomers in Chile measured the temperature of a distant planet with a new infrared telescope on Friday and found that its night side is as hot as the';

it('a text of one line is one paragraph', () => {
  const [story, ...others] = storiesOf('Norway released the crew on Monday.');
  expect(others).toEqual([]);
  expect(story?.blocks.map(({ role }) => role)).toEqual(['paragraph']);
});

it('a cut-off lead of another matter behind an article is a teaser, and does not take its date', () => {
  const [main, behind] = storiesOf([...article, teaser].join('\n'), 'https://news.example/2023/09/18/port');
  expect(main?.kind).toBe('article');
  expect(main?.published?.value).toBe('2023-09-18');
  expect(behind).toMatchObject({ kind: 'teaser', text: teaser });
  expect(behind?.published).toBeUndefined();
});

it('a last sentence that speaks of both sides stays in a short story', () => {
  const lines = [
    'Ministers of the north and the south ended their talks on fishing on Monday without a deal.',
    '“We will fish where we have always fished,” the minister of the south said.',
    'The council urged both governments to go back to the table.',
  ];
  expect(storiesOf(lines.join('\n'))).toHaveLength(1);
});
