import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { articlePage, hostilePage } from './fixtures.ts';
import { noBrowser, painted, seen, storyPath, until, useSite } from './harness.ts';
import { longPage } from './long-page.ts';

const site = useSite([hostilePage, articlePage, longPage]);
const hostile = hostilePage.stories[0];

describe.skipIf(noBrowser)('text written by strangers', () => {
  it.each(['/', '/events?text=Attackers', storyPath(hostile?.id ?? '')])('is shown as text at %s', async (path) => {
    const { page } = await site.visit(path);
    await page.locator('.story, .card').first().waitFor();
    if (path !== '/') await expect.poll(() => seen(page.locator('main'))).toContain('<b>Norway</b>');
    await expect.poll(() => seen(page.locator('main'))).toContain('</p><svg onload=window.pwned=3>');
    expect(await page.locator('main img, main script, main b:has-text("Norway")').count()).toBe(0);
    expect(await page.evaluate('window.pwned')).toBeUndefined();
  });

  it('is whole in the reader, markup and all', async () => {
    const { page } = await site.visit(storyPath(hostile?.id ?? ''));
    const headline = await page.locator('h1.block-headline').textContent();
    expect(headline).toBe(hostile?.title);
  });

  it('cannot run even if it became markup: the policy forbids inline script', async () => {
    const { page, troubles } = await site.visit('/');
    await page.evaluate(`(() => {
      const script = document.createElement('script');
      try { script.textContent = 'window.pwned = 9'; } catch { }
      document.body.append(script);
    })()`);
    expect(await page.evaluate('window.pwned')).toBeUndefined();
    expect(troubles.join()).toMatch(/Content Security Policy|TrustedScript/);
    (troubles as string[]).length = 0;
  });
});

describe.skipIf(noBrowser)('the weight of the page', () => {
  it('is at most 30 KiB of script at first, compressed', () => {
    const assets = readdirSync(join(site.pageFolder, 'assets'));
    const scripts = assets.filter((name) => name.endsWith('.js'));
    const bytes = scripts.map((name) => gzipSync(readFileSync(join(site.pageFolder, 'assets', name))).length);
    expect(scripts.length).toBeGreaterThan(0);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(30 * 1024);
  });

  it('has no inline script or style', () => {
    const html = readFileSync(join(site.pageFolder, 'index.html'), 'utf8');
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/);
  });
});

describe.skipIf(noBrowser)('a very long story', () => {
  it('does not freeze: shown, painted near the window only, and quick to point at', async () => {
    const { page } = await site.visit(storyPath(longPage.stories[0]?.id ?? ''));
    const story = longPage.stories[0];
    expect(story?.text.length).toBeGreaterThan(900_000);
    expect(await page.evaluate('document.querySelector("#story-text").textContent.length')).toBeGreaterThan(900_000);
    await until(page, 'CSS.highlights.get("annals-actors")?.size > 0');
    expect((await painted(page, 'annals-actors')).length).toBeLessThan(500);
    await page.evaluate('window.scrollTo(0, document.body.scrollHeight / 2)');
    await until(
      page,
      `(() => {
      const [range] = CSS.highlights.get('annals-actors') ?? [];
      return range && Number(range.startContainer.parentElement.closest('[data-start]').dataset.start) > 100000;
    })()`,
    );
    const start = Date.now();
    for (let n = 0; n < 3; n++) await page.keyboard.press('j');
    // Each key answers well under a second even on a machine that is busy with other tests.
    expect(Date.now() - start).toBeLessThan(6_000);
  });
});
