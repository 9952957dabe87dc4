import { describe, expect, it } from 'vitest';
import { allPages, articlePage, frenchPage } from './fixtures.ts';
import { axeFaults, noBrowser, storyPath, useSite } from './harness.ts';

const site = useSite(allPages);
const reader = storyPath(articlePage.stories[0]?.id ?? '');
const phone = { viewport: { width: 390, height: 844 } };

describe.skipIf(noBrowser)('axe finds nothing', () => {
  it.each([
    ['the list', '/', {}],
    ['the list, narrowed', '/?type=AID,AGREE&status=planned', {}],
    ['the list, nothing found', '/?text=nothingofthekind', {}],
    ['the list on a phone', '/', phone],
    ['the list of events', '/events', {}],
    ['the reader', reader, {}],
    ['the reader on a phone', reader, phone],
    ['the reader’s actors', `${reader}?show=actors`, {}],
    ['the reader’s other lists', `${reader}?show=more`, {}],
    ['a story that is not coded', storyPath(frenchPage.stories[0]?.id ?? ''), {}],
  ] as const)('in %s, light and dark', async (_, path, options) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page } = await site.visit(path, { ...options, colorScheme });
      await page.waitForLoadState('networkidle');
      expect(await axeFaults(page)).toEqual([]);
    }
  });

  it.each(['light', 'dark'] as const)('in the reader with a card in focus, %s', async (colorScheme) => {
    const { page } = await site.visit(reader, { colorScheme });
    for (let n = 0; n < 4; n++) await page.keyboard.press('j');
    expect(await axeFaults(page)).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('in the open panel of types and the list of keys, %s', async (colorScheme) => {
    const { page } = await site.visit('/', { colorScheme });
    await page.locator('.choice summary').first().click();
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('.masthead button').click();
    expect(await axeFaults(page)).toEqual([]);
  });
});

describe.skipIf(noBrowser)('by keyboard alone', () => {
  it('the content can be reached at once', async () => {
    const { page } = await site.visit('/');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toContain('Skip');
  });

  it('every control is at least 24 pixels high', async () => {
    for (const path of ['/', reader]) {
      const { page } = await site.visit(path);
      const small =
        await page.evaluate(`[...document.querySelectorAll('button, input, summary, .twins a, nav a, .chips a')]
        .filter((control) => control.getClientRects().length > 0 && control.type !== 'checkbox')
        .filter((control) => control.getBoundingClientRect().height < 23.5)
        .map((control) => control.outerHTML.slice(0, 100))`);
      expect(small).toEqual([]);
    }
  });

  it('nothing moves for those who ask for stillness', async () => {
    const { page } = await site.visit(reader, { reducedMotion: 'reduce' });
    const moving = await page.evaluate(`[...document.querySelectorAll('*')]
      .filter((element) => parseFloat(getComputedStyle(element).transitionDuration) > 0).length`);
    expect(moving).toBe(0);
  });
});
