import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { addPages } from '../../src/add-pages.ts';
import { readPages } from '../../src/input/read-pages.ts';
import { loadResources } from '../../src/resources.ts';
import { serve } from '../../src/server/serve.ts';
import { tempStore } from '../helpers/temp-store.ts';

// Takes the pictures of docs/images from the example pages: `npx tsx test/browser/take-pictures.ts`. They show the page as
// it is, with what the reader reads today. Looks best with Noto fonts (Debian: fonts-noto-core, fonts-noto-cjk).

const example = (file: string) => fileURLToPath(new URL(`../../examples/${file}`, import.meta.url));
const url = 'https://harbour-gazette.example/2024/10/08/herring-truce';
const out = fileURLToPath(new URL('../../docs/images', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'annals-pictures-'));

async function* pages() {
  yield* readPages({ kind: 'path', path: example('harbour-gazette.txt') }, { url });
  yield* readPages({ kind: 'path', path: example('pages.jsonl') }, {});
}

await build({
  configFile: fileURLToPath(new URL('../../web/vite.config.ts', import.meta.url)),
  logLevel: 'error',
  build: { outDir: join(work, 'web'), emptyOutDir: true },
});
const { store, remove } = await tempStore([]);
for await (const _ of addPages(
  pages(),
  { store, resources: await loadResources() },
  { now: () => '2025-02-01T00:00:00Z' },
));
const running = await serve({ store, port: 0, pageFolder: join(work, 'web') });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
mkdirSync(out, { recursive: true });

const reader = `stories/${encodeURIComponent(`${url}#1`)}`;
const pictures = [
  { name: 'reader', path: reader, colorScheme: 'light', lit: true },
  { name: 'reader-dark', path: reader, colorScheme: 'dark', lit: true },
  { name: 'stories', path: '', colorScheme: 'light', lit: false },
] as const;
for (const { name, path, colorScheme, lit } of pictures) {
  const page = await browser.newPage({ viewport: { width: 1300, height: 800 }, colorScheme });
  await page.goto(running.url + path, { waitUntil: 'networkidle' });
  // The first event that names both its sides.
  if (lit) await page.locator('.card:has(.card-head .parties ~ .parties)').first().hover();
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(out, `${name}.png`) });
  await page.close();
}

await browser.close();
await running.close();
await remove();
rmSync(work, { recursive: true });
