import { describe, expect, it } from 'vitest';
import { briefPage } from './fixtures.ts';
import { axeFaults, noBrowser, overflow, seen, useSite } from './harness.ts';

const site = useSite([]);

describe.skipIf(noBrowser)('an empty store', () => {
  it.each(['light', 'dark'] as const)('offers three ways to begin, %s, and axe finds nothing', async (colorScheme) => {
    const { page } = await site.visit('/', { colorScheme });
    expect(await page.locator('.ways li').count()).toBe(3);
    for (const command of ['annals demo', 'annals add page.html', 'annals add -']) {
      await expect.poll(() => seen(page.locator('.ways'))).toContain(command);
    }
    expect(await axeFaults(page)).toEqual([]);
  });

  it('copies a command', async () => {
    const { page } = await site.visit('/', { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.locator('.ways button').last().click();
    await page.locator('.ways button', { hasText: 'Copied' }).waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('annals add -');
  });

  it('fits a phone', async () => {
    const { page } = await site.visit('/', { viewport: { width: 360, height: 700 } });
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });

  it('gives way by itself when the first story comes', async () => {
    const { page } = await site.visit('/');
    await page.locator('.ways').waitFor();
    await site.add([briefPage]);
    await page.locator('.story h2', { hasText: 'Japan recalls' }).waitFor({ timeout: 10_000 });
  });
});
