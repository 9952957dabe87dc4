import { describe, expect, it } from 'vitest';
import { decodeBytes } from './decode-bytes.ts';

const latin = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));

describe('decodeBytes', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode('Zürich – 台'), 'Zürich – 台', 'utf-8'],
    ['UTF-8 with a mark, which is no part of the text', Uint8Array.of(0xef, 0xbb, 0xbf, 0x61), 'a', 'utf-8'],
    ['UTF-16 with a mark', Uint8Array.of(0xff, 0xfe, 0x61, 0, 0xfc, 0), 'aü', 'utf-16le'],
    ['UTF-16 without a mark', new Uint8Array(Buffer.from('plain words', 'utf16le')), 'plain words', 'utf-16le'],
    ['quotation marks of windows-1252', latin('\x93so\x94 \x80 caf\xe9'), '“so” € café', 'windows-1252'],
    [
      'a declared encoding',
      Uint8Array.of(...latin('<meta charset="windows-1251">'), 0xcc, 0xe8, 0xf0),
      '<meta charset="windows-1251">Мир',
      'windows-1251',
    ],
    [
      'valid UTF-8 under an outdated declaration',
      new TextEncoder().encode('<meta charset="iso-8859-1">é'),
      '<meta charset="iso-8859-1">é',
      'utf-8',
    ],
    [
      'a declared UTF-8 that the bytes refute',
      latin('<meta charset="utf-8">caf\xe9'),
      '<meta charset="utf-8">café',
      'windows-1252',
    ],
  ])('reads %s', (_, bytes, text, encoding) => {
    expect(decodeBytes(bytes)).toEqual({ text, encoding });
  });
});
