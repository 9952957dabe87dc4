import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { serve } from '../../src/server/serve.ts';
import type { ReadPage } from '../../src/store/store.ts';
import { tempStore } from '../helpers/temp-store.ts';

/** The browser that the tests drive: `CHROMIUM` if it is set, else Debian's. */
const candidates = process.env.CHROMIUM ? [process.env.CHROMIUM] : ['/usr/bin/chromium', '/usr/bin/google-chrome'];
const browserPath = candidates.find((path) => existsSync(path));

/** Without a browser the tests are skipped, loudly; on CI they fail instead, for nothing that could run is skipped there. */
export const noBrowser: boolean = browserPath === undefined && !process.env.CI;

if (noBrowser) {
  const what = 'BROWSER TESTS SKIPPED: no Chromium found. Install it (apt-get install chromium) or set CHROMIUM.';
  process.stderr.write(`\n${'!'.repeat(what.length)}\n${what}\n${'!'.repeat(what.length)}\n\n`);
}

/** Flags that keep a browser quiet on a machine without a screen and without a network. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A page of the real server over a real store, and what went wrong in it. */
export interface Visit {
  readonly page: Page;
  /** Console errors, uncaught exceptions, violations of the Content-Security-Policy. */
  readonly troubles: readonly string[];
}

export interface Site {
  readonly url: string;
  /** Opens a fresh window at a path, closed after the test, which fails if anything went wrong in it, and waits until its content is there. */
  visit(path: string, options?: BrowserContextOptions & { readonly before?: string }): Promise<Visit>;
  /** Folder of the page as built for these tests. */
  readonly pageFolder: string;
  add(pages: readonly ReadPage[]): Promise<void>;
}

/** Builds the page, serves these pages from a real store, starts a browser; ends all of it after the file's tests. */
export function useSite(pages: readonly ReadPage[]): Site {
  const pageFolder = mkdtempSync(join(tmpdir(), 'annals-web-'));
  let visits: Visit[] = [];
  const ends: (() => Promise<void>)[] = [];
  let browser: Browser;
  const site = { url: '', pageFolder, visit, add: async (_: readonly ReadPage[]) => {} };

  beforeAll(async () => {
    if (noBrowser) return;
    const configFile = fileURLToPath(new URL('../../web/vite.config.ts', import.meta.url));
    await build({ configFile, logLevel: 'error', build: { outDir: pageFolder, emptyOutDir: true } });
    const { store, remove } = await tempStore(pages);
    const running = await serve({ store, port: 0, pageFolder });
    site.url = running.url;
    site.add = async (more) => void (await store.write(more, { now: '2024-03-16T00:00:00Z' }));
    browser = await chromium.launch({ executablePath: browserPath ?? candidates.join(' or '), args: flags });
    ends.push(
      () => browser.close(),
      () => running.close(),
      remove,
    );
  });

  afterEach(async () => {
    const [ended, troubles] = [visits, visits.flatMap((visit) => visit.troubles)];
    visits = [];
    for (const { page } of ended) await page.context().close();
    expect(troubles).toEqual([]);
  });

  afterAll(async () => {
    for (const end of ends) await end();
    rmSync(pageFolder, { recursive: true, force: true });
  });

  async function visit(path: string, options: BrowserContextOptions & { before?: string } = {}): Promise<Visit> {
    const { before, ...rest } = options;
    const context = await browser.newContext({ viewport: { width: 1360, height: 900 }, ...rest });
    const page = await context.newPage();
    const troubles: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') troubles.push(message.text());
    });
    page.on('pageerror', (error) => troubles.push(error.message));
    if (before !== undefined) await page.addInitScript({ content: before });
    await page.goto(new URL(path, site.url).href);
    await page.locator('main h1').first().waitFor({ state: 'attached' });
    // A view names itself at the moment when it begins to listen to keys.
    await until(page, 'document.title !== "Annals"');
    const made = { page, troubles };
    visits.push(made);
    return made;
  }

  return site;
}

/** The words of a part of the page as a reader sees them, white space made plain. */
export async function seen(part: Locator): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not seen
  return (await part.innerText()).replace(/\s+/g, ' ');
}

/** Waits until an expression holds. Playwright's own waiting evaluates a string inside the page, which the page's policy forbids. */
export async function until(page: Page, expression: string, timeoutMs = 10_000): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!(await page.evaluate(expression))) {
    if (Date.now() > end) throw new Error(`never came true: ${expression}`);
    await page.waitForTimeout(20);
  }
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds against the page as it stands, one line for each fault. */
export async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const { violations } = (await page.evaluate('axe.run()')) as {
    violations: { id: string; help: string; nodes: { target: string[]; failureSummary: string }[] }[];
  };
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  );
}

/** The page may never be wider than the window. */
export async function overflow(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
}

/** The words that a highlight paints, in text order. */
export async function painted(page: Page, name: string): Promise<string[]> {
  return page.evaluate(`
    [...(CSS.highlights.get(${JSON.stringify(name)}) ?? [])]
      .sort((a, b) => a.startContainer.compareDocumentPosition(b.startContainer) & 2 ? 1 : a.startContainer === b.startContainer ? a.startOffset - b.startOffset : -1)
      .map((range) => {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        return live.toString();
      })`);
}

/** Where on the screen the first place of some words in the story's text is. */
export async function pointOf(page: Page, words: string, nth = 1): Promise<{ x: number; y: number }> {
  const point = (await page.evaluate(`(() => {
    const walker = document.createTreeWalker(document.querySelector('#story-text'), NodeFilter.SHOW_TEXT);
    let left = ${nth};
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let at = node.data.indexOf(${JSON.stringify(words)}); at >= 0; at = node.data.indexOf(${JSON.stringify(words)}, at + 1)) {
        if (--left > 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + ${words.length});
        const box = range.getBoundingClientRect();
        return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      }
    }
  })()`)) as { x: number; y: number } | undefined;
  if (!point) throw new Error(`"${words}" is not shown`);
  return point;
}

/** The address of a story's page. */
export function storyPath(id: string): string {
  return `/stories/${encodeURIComponent(id)}`;
}
