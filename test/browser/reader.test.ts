import { describe, expect, it } from 'vitest';
import { allPages, articlePage, frenchPage } from './fixtures.ts';
import { noBrowser, overflow, painted, pointOf, seen, storyPath, until, useSite } from './harness.ts';

const site = useSite(allPages);
const story = articlePage.stories[0];
if (!story) throw new Error('the fixtures have lost their article');
const path = storyPath(story.id);
const words = (span: { start: number; end: number }) => story.text.slice(span.start, span.end);

describe.skipIf(noBrowser)('the reader', () => {
  it('shows the text as stored, one text node for each block', async () => {
    const { page } = await site.visit(path);
    const shown = await page.evaluate(
      '[...document.querySelectorAll("[data-start]")].map((block) => [Number(block.dataset.start), block.childNodes.length, block.textContent])',
    );
    expect(shown).toEqual(story.blocks.map((block) => [block.start, 1, words(block)]));
  });

  it('paints each layer over exactly the words of the record', async () => {
    const { page } = await site.visit(path);
    const expected = {
      actors: story.actors.flatMap((actor) => actor.mentions),
      quotes: story.quotes.flatMap((quote) => quote.content),
      triggers: story.events.flatMap((event) => [event.trigger, ...(event.triggers ?? [])]),
      times: story.times,
      places: story.places.flatMap((place) => place.mentions),
      amounts: story.amounts,
    };
    for (const [layer, spans] of Object.entries(expected)) {
      const inOrder = spans.toSorted((a, b) => a.start - b.start).map(words);
      await expect.poll(() => painted(page, `annals-${layer}`)).toEqual(inOrder);
      expect(inOrder.length).toBeGreaterThan(3);
    }
  });

  it('shows the page’s other stories with their kinds, and dates with the reason', async () => {
    const { page } = await site.visit(path);
    await page.locator('.rail-stories a').nth(1).waitFor();
    const rail = (await seen(page.locator('.rail-stories'))).toLowerCase();
    expect(rail).toContain('ceasefire talks open in geneva');
    expect(rail).toContain('teaser');
    await page.locator('.date summary').click();
    await expect.poll(() => seen(page.locator('.date'))).toContain('March 12, 2024 is a Tuesday');
    await page.locator('.rail-stories a', { hasText: 'Ceasefire' }).click();
    await page.waitForURL('**harbour-pact%232');
    await expect.poll(() => seen(page.locator('.nothing'))).toContain('only announces another story');
  });

  it('shows each event as a card: who, deed, whom, status, said by, when, where, how much, codes', async () => {
    const { page } = await site.visit(path);
    const card = async (id: string) => await seen(page.locator(`#${id}`));
    const first = await card('e1');
    for (const part of [
      'Norway → provide → Moldova',
      'planned',
      'said by Astrid Lien (“announced”)',
      'when 2025',
      'amount €40 million',
      'AGREE deed AID',
      'CAMEO 0331',
      '86 % sure',
    ]) {
      expect(first).toContain(part);
    }
    expect(await card('e3')).toContain('Astrid Lien ↔ talks ↔ Ana Rusu');
    expect(await card('e3')).toContain('where Chisinau');
    for (const event of story.events) {
      const sentence = story.sentences[event.sentence];
      expect(await card(event.id.split('/').at(-1) ?? '')).toContain(sentence && words(sentence));
    }
  });

  it('lights the words of a card under the pointer', async () => {
    const { page } = await site.visit(path);
    await page.locator('#e6').hover();
    await expect.poll(() => painted(page, 'annals-lit-deed')).toEqual(['impose sanctions']);
    await expect
      .poll(() => painted(page, 'annals-lit-parts'))
      .toEqual(['European Union', 'a senior official in Brussels', 'said']);
    await page.locator('.masthead').hover();
    await expect.poll(() => painted(page, 'annals-lit-deed')).toEqual([]);
  });

  it('lights the card of words under the pointer, and says what they were read as', async () => {
    const { page } = await site.visit(path);
    const deed = await pointOf(page, 'accused');
    await page.mouse.move(deed.x, deed.y);
    await page.locator('#e4.lit').waitFor();
    expect(await page.locator('.lit').count()).toBe(1);
    const time = await pointOf(page, 'next year');
    await page.mouse.move(time.x, time.y);
    await until(page, 'document.querySelector(".inspector").textContent.includes("2025")');
    expect(await page.locator('.lit').count()).toBe(0);
  });

  it('brings the card into view when its words are clicked', async () => {
    const { page } = await site.visit(path);
    const deed = await pointOf(page, 'accused');
    await page.mouse.click(deed.x, deed.y);
    await until(page, 'document.activeElement?.id === "e4"');
    expect(page.url()).toContain('#e4');
  });

  it('leads from words to card and back on a phone, where the cards stand below', async () => {
    const { page } = await site.visit(path, { viewport: { width: 390, height: 800 } });
    const inWindow = (selector: string) => `(() => {
      const box = document.querySelector('${selector}').getBoundingClientRect();
      return box.bottom > 0 && box.top < window.innerHeight;
    })()`;
    await page.evaluate(`[...document.querySelectorAll('.block')].at(-4).scrollIntoView()`);
    const deed = await pointOf(page, 'accused');
    await page.mouse.click(deed.x, deed.y);
    await until(page, inWindow('#e4'));
    await page.waitForTimeout(400);
    expect(await page.evaluate(inWindow('#e4'))).toBe(true);
    await page.locator('#e4').click();
    await until(page, inWindow('.block:nth-child(9)'));
    await expect.poll(() => painted(page, 'annals-lit-deed')).toEqual(['accused']);
  });

  it('goes from card to card by j and k, and selects the words in the text', async () => {
    const { page } = await site.visit(path);
    const focused = () => page.evaluate('document.activeElement?.id');
    await page.keyboard.press('j');
    expect(await focused()).toBe('e1');
    for (let n = 0; n < 5; n++) await page.keyboard.press('j');
    expect(await focused()).toBe('e6');
    expect(await page.evaluate('document.getSelection().toString()')).toBe('impose sanctions');
    expect(page.url()).toMatch(/#e6$/);
    await page.keyboard.press('k');
    expect(await focused()).toBe('e5');
    await expect.poll(() => painted(page, 'annals-lit-deed')).toEqual(['cut']);
    await until(
      page,
      `(() => {
      const box = document.getSelection().getRangeAt(0).getBoundingClientRect();
      return box.top > 0 && box.bottom < window.innerHeight;
    })()`,
    );
    await page.keyboard.press('Escape');
    await expect.poll(() => painted(page, 'annals-lit-deed')).toEqual([]);
  });

  it('names for each card the text that it controls', async () => {
    const { page } = await site.visit(path);
    expect(await page.locator('.card[aria-controls=story-text]').count()).toBe(story.events.length);
    expect(await page.locator('#story-text').count()).toBe(1);
  });

  it('hides and shows layers by keys, and the address remembers', async () => {
    const { page } = await site.visit(path);
    await page.keyboard.press('1');
    await page.keyboard.press('4');
    await expect.poll(() => painted(page, 'annals-actors')).toEqual([]);
    await expect.poll(() => painted(page, 'annals-times')).toEqual([]);
    await expect.poll(() => painted(page, 'annals-places')).not.toEqual([]);
    expect(page.url()).toContain('?hide=actors,times');
    await page.keyboard.press('1');
    await expect.poll(() => painted(page, 'annals-actors')).not.toEqual([]);
    const again = await site.visit(`${path}?hide=quotes`);
    await expect.poll(() => painted(again.page, 'annals-quotes')).toEqual([]);
    await expect.poll(() => seen(again.page.locator('.layers [aria-pressed=false]'))).toContain('Quotes');
  });

  it('finds among the events', async () => {
    const { page } = await site.visit(path);
    await page.keyboard.press('/');
    await page.keyboard.type('sanction denied');
    await until(page, 'document.querySelectorAll(".card").length === 1');
    expect(await page.locator('.card').getAttribute('id')).toBe('e5');
  });

  it('lists actors, quotes and the rest, and lights their places', async () => {
    const { page } = await site.visit(`${path}?show=actors`);
    await page.locator('.fact-button', { hasText: 'Ana Rusu' }).hover();
    await expect.poll(() => painted(page, 'annals-lit-deed')).toEqual(['Ana Rusu', 'Rusu']);
    await page.locator('#tab-actors').press('ArrowRight');
    await expect.poll(() => seen(page.locator('#panel-body'))).toContain('“We shall not let the grid fail.”');
    await page.locator('#tab-quotes').press('ArrowRight');
    await expect.poll(() => seen(page.locator('#panel-body'))).toContain('Bălți');
  });

  it('opens the original at the words of the event', async () => {
    const { page } = await site.visit(path, { before: 'window.open = (...given) => { window.opened = given; };' });
    await page.keyboard.press('j');
    await page.keyboard.press('o');
    const [url, target, features] = (await page.evaluate('window.opened')) as string[];
    expect(url).toContain('https://courier.example/2024/03/harbour-pact#:~:text=CHISINAU%2C%20March%2012');
    expect([target, features]).toEqual(['_blank', 'noopener,noreferrer']);
  });

  it('says in plain words why nothing is coded', async () => {
    const { page } = await site.visit(storyPath(frenchPage.stories[0]?.id ?? ''));
    await expect.poll(() => seen(page.locator('.nothing'))).toContain('Annals reads English so far');
    expect(await page.locator('#story-text').getAttribute('lang')).toBe('fr');
  });

  it('says that a story is not there', async () => {
    const { page, troubles } = await site.visit('/stories/none%231');
    await expect.poll(() => seen(page.locator('main'))).toContain('There is no such story');
    expect(troubles.join()).toContain('404');
    (troubles as string[]).length = 0;
  });

  it('marks the same words by elements where the browser cannot paint', async () => {
    const { page } = await site.visit(path, { before: 'delete window.Highlight; delete CSS.highlights;' });
    expect(await page.evaluate('document.querySelector("#story-text").textContent')).toBe(
      story.blocks.map(words).join(''),
    );
    await page.locator('#e6').hover();
    await page.locator('mark.annals-lit-deed').waitFor();
    await expect.poll(() => seen(page.locator('mark.annals-lit-deed'))).toBe('impose sanctions');
    const deed = await pointOf(page, 'accused');
    await page.mouse.move(deed.x, deed.y);
    await page.locator('#e4.lit').waitFor();
    await page.keyboard.press('j');
    expect(await page.evaluate('document.getSelection().toString()')).toBe('provide');
  });

  it.each([320, 390, 820, 1100])('fits a window %i wide', async (width) => {
    const { page } = await site.visit(path, { viewport: { width, height: 800 } });
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });

  it.each(['light', 'dark'] as const)('has a %s look', async (colorScheme) => {
    const { page } = await site.visit(path, { colorScheme });
    const [paper, ink] = (await page.evaluate(`['backgroundColor', 'color'].map((name) =>
      Math.max(...getComputedStyle(document.documentElement)[name].match(/\\d+/g).map(Number)))`)) as [number, number];
    if (colorScheme === 'light') expect(paper).toBeGreaterThan(ink);
    else expect(ink).toBeGreaterThan(paper);
  });
});
