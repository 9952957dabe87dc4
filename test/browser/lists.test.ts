import { describe, expect, it } from 'vitest';
import { allPages } from './fixtures.ts';
import { noBrowser, overflow, seen, until, useSite } from './harness.ts';

const site = useSite(allPages);
const titles = '.story h2';

describe.skipIf(noBrowser)('the list of stories', () => {
  it('shows title, outlet, date with its reason, kind, language and number of events', async () => {
    const { page } = await site.visit('/');
    const row = page.locator('.story', { hasText: 'Norway to give Moldova' });
    const words = await seen(row);
    for (const part of ['12 Mar 2024', 'from the dateline', 'The Courier', 'English', '8 events']) {
      expect(words).toContain(part);
    }
    expect(words.toLowerCase()).toContain('article');
    expect(await row.locator('[role=img]').getAttribute('aria-label')).toBe(
      '3 verbal cooperation, 2 verbal conflict, 3 material conflict',
    );
  });

  it('marks teasers apart, and says why a story is not coded', async () => {
    const { page } = await site.visit('/');
    await expect.poll(() => seen(page.locator('.story-teaser'))).toContain('announces another story');
    await expect
      .poll(() => seen(page.locator('.story', { hasText: 'Le Sénat' })))
      .toContain('not coded: not in English');
    await expect.poll(() => seen(page.locator('.list-head'))).toContain('4 stories and 1 teaser with 11 events');
  });

  it('follows typing, keeps its state in the address, and Back undoes it', async () => {
    const { page } = await site.visit('/');
    const all = await page.locator(titles).count();
    await page.locator('input[name=text]').fill('envoy');
    await page.waitForURL('**/?text=envoy');
    await until(page, 'document.querySelectorAll(".story").length === 1');
    await expect.poll(() => seen(page.locator(titles))).toContain('Japan recalls');
    await page.goBack();
    await until(page, `document.querySelectorAll('.story').length === ${all}`);
    expect(await page.locator('input[name=text]').inputValue()).toBe('');
    await page.goForward();
    await until(page, 'document.querySelectorAll(".story").length === 1');
    expect(await page.locator('input[name=text]').inputValue()).toBe('envoy');
  });

  it('makes one stop for Back of one visit to a field, however slowly it is typed', async () => {
    const { page } = await site.visit('/');
    const field = page.locator('input[name=text]');
    await field.pressSequentially('env', { delay: 20 });
    await page.waitForURL('**/?text=env');
    await field.pressSequentially('oy', { delay: 20 });
    await page.waitForURL('**/?text=envoy');
    await page.goBack();
    await page.waitForURL((url) => url.search === '');
  });

  it('opens as a mailed link says, every word of it', async () => {
    const { page } = await site.visit('/?source=NOR&target=MDA&type=AGREE,AID&status=planned&from=2023&to=2025-12');
    await page.locator('.story').first().waitFor();
    expect(await page.locator('input[name=source]').inputValue()).toBe('NOR');
    expect(await page.locator('input[name=from]').inputValue()).toBe('2023');
    expect(await page.locator('input[name=status][value=planned]').isChecked()).toBe(true);
    expect(await page.locator(titles).allInnerTexts()).toEqual([
      'Norway to give Moldova €40 million for its power grid',
    ]);
    expect(await page.locator('.chips li').count()).toBe(7);
    await page.locator('.chips a', { hasText: 'status' }).click();
    await page.waitForURL((url) => !url.searchParams.has('status'));
  });

  it('offers types and statuses as boxes that go into the address', async () => {
    const { page } = await site.visit('/');
    await page.locator('.choice summary').first().click();
    await page.locator('input[name=type][value=PROTEST]').check();
    await page.waitForURL('**/?type=PROTEST');
    await page.locator('input[name=type][value=AID]').check();
    await page.waitForURL('**/?type=PROTEST,AID');
    await page.keyboard.press('Escape');
    expect(await page.locator('.choice[open]').count()).toBe(0);
  });

  it('says what is wrong with a word that cannot be read', async () => {
    const { page, troubles } = await site.visit('/?from=18/9/23');
    await expect.poll(() => seen(page.locator('[role=alert]'))).toContain('is not a day');
    // The browser itself notes the status of the request that was refused.
    expect(troubles.join()).toContain('400');
    (troubles as string[]).length = 0;
  });

  it('gives the same question to programs', async () => {
    const { page } = await site.visit('/?source=NOR&text=power+grid');
    expect(await page.locator('.twins a').getAttribute('href')).toContain('/api/v1/stories?text=power+grid&source=NOR');
    const command = await page.locator('.twins button').first().getAttribute('title');
    expect(command).toBe("annals query stories --text 'power grid' --source NOR");
  });

  it('takes the search by its key', async () => {
    const { page } = await site.visit('/');
    await page.keyboard.press('/');
    expect(await page.evaluate('document.activeElement.name')).toBe('text');
    await page
      .locator('h2')
      .first()
      .click({ position: { x: 300, y: 5 }, trial: true });
    await page.locator('.masthead').click();
    await page.keyboard.press('?');
    await expect.poll(() => seen(page.locator('dialog[open]'))).toContain('Next event');
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog[open]').count()).toBe(0);
  });

  it('leads to the reader and back to the same list', async () => {
    const { page } = await site.visit('/?actor=JPN');
    await page.locator('.story h2 a').click();
    await page.waitForURL('**/stories/wire-0304%231');
    await page.locator('#story-text').waitFor();
    await page.goBack();
    await page.waitForURL('**/?actor=JPN');
    expect(await page.locator(titles).allInnerTexts()).toEqual(['Japan recalls its ambassador from Pyongyang talks']);
  });

  it('comes back where it was left', async () => {
    const { page } = await site.visit('/', { viewport: { width: 800, height: 400 } });
    await page.locator('.story h2 a', { hasText: 'Le Sénat' }).scrollIntoViewIfNeeded();
    const before = await page.evaluate('window.scrollY');
    expect(before).toBeGreaterThan(100);
    await page.locator('.story h2 a', { hasText: 'Le Sénat' }).click();
    await page.locator('#story-text').waitFor();
    expect(await page.evaluate('window.scrollY')).toBe(0);
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    await page.goBack();
    await page.locator('.story').first().waitFor();
    await until(page, `window.scrollY === ${before}`);
  });

  it.each([320, 390, 768])('fits a window %i wide', async (width) => {
    const { page } = await site.visit('/', { viewport: { width, height: 800 } });
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });
});

describe.skipIf(noBrowser)('the list of events', () => {
  it('shows who did what to whom with the sentence, under the same filter', async () => {
    const { page } = await site.visit('/events?status=denied');
    await page.locator('.card').first().waitFor();
    const words = await seen(page.locator('.card'));
    expect(words).toContain('Russia → cut → Moldova');
    expect(words).toContain('Moscow denied that it had cut supplies');
    expect(words).toContain('denied said by Russia');
  });

  it('leads to the event in its story', async () => {
    const { page } = await site.visit('/events?status=denied');
    await page.locator('.card .meta a').click();
    await page.waitForURL('**/stories/**#e5');
    await until(page, 'document.activeElement?.id === "e5"');
  });
});
