import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Failure, Page } from '../schema/page.ts';
import { type InputOptions, type InputSource, readPages } from './read-pages.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'annals-input-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function all(source: InputSource, options?: InputOptions): Promise<(Page | Failure)[]> {
  const pages: (Page | Failure)[] = [];
  for await (const page of readPages(source, options)) pages.push(page);
  return pages;
}
const text = (words: string, options?: InputOptions) => all({ kind: 'text', text: words }, options);
const lines = (...values: unknown[]) =>
  text(values.map((v) => (typeof v === 'string' ? v : JSON.stringify(v))).join('\n'), { format: 'jsonl' });
const failures = (pages: (Page | Failure)[]) => pages.flatMap((p) => ('failure' in p ? [p.failure] : []));

describe('readPages', () => {
  it('keeps plain text as it stands and names a page by its bytes', async () => {
    const [page] = (await text('  Two\r\n lines \n')) as Page[];
    expect(page).toMatchObject({ text: '  Two\r\n lines \n', mediaType: 'text/plain' });
    expect(page?.id).toBe(`sha256:${page?.sha256.slice(0, 16)}`);
  });

  it.each([
    ['{"text":"a"}', 'text/plain', 'a'],
    ['\n <!DOCTYPE html><p>a</p>', 'text/html', '\n \na'],
    ['<p>a</p>', 'text/html', 'a'],
    ['< 5 % of voters', 'text/plain', '< 5 % of voters'],
  ])('guesses the format of %j', async (source, mediaType, expected) => {
    const [page] = await text(source);
    expect(page).toMatchObject({ mediaType, text: expected });
  });

  it('reads a stream that is cut anywhere', async () => {
    const bytes = new TextEncoder().encode('{"id":"a","text":"Zürich"}\r\n\n{"id":"b","text":"Genève"}');
    const stream = (async function* () {
      for (const byte of bytes) yield Uint8Array.of(byte);
    })();
    const pages = (await all({ kind: 'stream', stream, name: 'stdin' })) as Page[];
    expect(pages.map((p) => [p.id, p.text])).toEqual([
      ['a', 'Zürich'],
      ['b', 'Genève'],
    ]);
  });

  it('reads a folder in order and says what it could not read', async () => {
    mkdirSync(join(folder, 'in', 'sub'), { recursive: true });
    writeFileSync(join(folder, 'in', 'b.txt'), 'second');
    writeFileSync(join(folder, 'in', 'a.html'), '<p>first</p>');
    writeFileSync(join(folder, 'in', 'c.png'), 'no page');
    writeFileSync(join(folder, 'in', 'sub', 'd.jsonl'), '{"text":"third"}\nnot json\n{"text":"fourth"}\n');
    writeFileSync(join(folder, 'in', 'sub', 'e.txt'), ' \n ');
    const pages = await all({ kind: 'path', path: join(folder, 'in') });
    expect(pages.map((p) => ('failure' in p ? p.failure.code : p.text))).toEqual([
      'first',
      'second',
      'third',
      'LINE_NOT_JSON',
      'fourth',
      'PAGE_EMPTY',
    ]);
    const path = join(folder, 'in', 'sub', 'd.jsonl');
    expect(failures(pages)[0]).toMatchObject({
      path,
      line: 2,
      message: expect.stringContaining(`${path}:2: is not JSON`),
    });
  });

  it('names the canonical address, but never a bare home page', async () => {
    const html = (href: string) => `<link rel="canonical" href="${href}"><p>words</p>`;
    const [page] = (await text(html('/2024/a'), { url: 'https://example.org/x?y' })) as Page[];
    expect(page).toMatchObject({ id: 'https://example.org/2024/a', url: 'https://example.org/x?y' });
    const [home] = (await text(html('https://example.org/'))) as Page[];
    expect(home?.canonicalUrl).toBeUndefined();
  });

  it('takes what a line gives and lets it win over the options', async () => {
    const given = { text: 'a', url: null, authors: 'Ana Brook', published: '2023-09-18', language: 'en', title: ' ' };
    const [page] = (await text(JSON.stringify(given), { format: 'jsonl', published: '2020-01-01' })) as Page[];
    expect(page?.given).toEqual({ published: '2023-09-18', authors: ['Ana Brook'], language: 'en' });
  });

  it.each([
    ['no content', { id: 'x' }, 'LINE_INVALID', 'neither "text" nor "html"'],
    ['two contents', { text: 'a', html: 'b' }, 'LINE_INVALID', 'both "text" and "html"'],
    [
      'a bad date',
      { text: 'a', published: '18/9/23' },
      'LINE_INVALID',
      '"published" is not an ISO 8601 date ("18/9/23")',
    ],
    ['a day that is not', { text: 'a', published: '2023-02-30' }, 'LINE_INVALID', '"published"'],
    ['a wrong type', { text: 5 }, 'LINE_INVALID', '"text" should be'],
    ['no object', '[1]', 'LINE_INVALID', 'one JSON object'],
    ['white space only', { text: ' \n' }, 'PAGE_EMPTY', 'holds no text'],
    [
      'a span outside',
      { text: 'abc', pair: { source: { start: 1, end: 9 } } },
      'PAIR_SPAN_INVALID',
      '"pair.source" 1–9',
    ],
    ['a cut pair', { text: '🌍 a', pair: { target: [{ start: 0, end: 1 }] } }, 'PAIR_SPAN_INVALID', 'cuts a character'],
  ])('answers %s by a failure and goes on', async (_, value, code, message) => {
    const pages = await lines(value, { id: 'next', text: 'good' });
    expect(failures(pages)).toEqual([
      expect.objectContaining({ code, line: 1, message: expect.stringContaining(message) }),
    ]);
    expect(pages[1]).toMatchObject({ id: 'next' });
  });

  it('reads a pair with one span, several, or none', async () => {
    const pair = { source: { start: 0, end: 1 }, target: null };
    const [page] = (await lines({ text: 'a b', pair })) as Page[];
    expect(page?.pair).toEqual({ source: [{ start: 0, end: 1 }], target: [] });
  });

  it('replaces lone surrogates, as their bytes have it, without moving an offset', async () => {
    const [page] = (await lines('{"text":"a\\ud800b"}')) as Page[];
    expect(page?.text).toBe('a\ufffdb');
  });

  it('says that bytes are no text', async () => {
    const path = join(folder, 'picture.txt');
    writeFileSync(
      path,
      Uint8Array.from({ length: 4000 }, (_, i) => (i * 7) % 256),
    );
    expect(failures(await all({ kind: 'path', path }))).toEqual([
      expect.objectContaining({ code: 'PAGE_NOT_TEXT', path }),
    ]);
  });

  it('says that a file is missing or a folder holds nothing', async () => {
    expect(failures(await all({ kind: 'path', path: join(folder, 'no') }))[0]?.code).toBe('PATH_NOT_FOUND');
    mkdirSync(join(folder, 'empty'));
    expect(failures(await all({ kind: 'path', path: join(folder, 'empty') }))[0]?.code).toBe('FOLDER_EMPTY');
  });

  it('refuses an option that is no date', async () => {
    await expect(text('a', { published: 'yesterday' })).rejects.toMatchObject({ code: 'OPTION_INVALID' });
  });
});
