import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clip, displayWidth, plain, wrap } from './plain.ts';

test('nothing of a page steers the terminal', () => {
  expect(plain('a\u001b[31mred\u0007\u009b2J b')).toBe('a [31mred 2J b');
  expect(plain('\u202egnirts')).toBe('gnirts');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must be gone
  const steering = /[\u0000-\u001f\u007f-\u009f]/;
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !steering.test(plain(text))));
});

test('East Asian characters take two columns, accents none', () => {
  expect(displayWidth('港湾日报')).toBe(8);
  expect(displayWidth('Tromsø')).toBe(6);
  expect(displayWidth('e\u0301')).toBe(1);
});

test('lines are never wider than asked, and nothing is lost', () => {
  fc.assert(
    fc.property(fc.lorem({ maxCount: 60 }), fc.integer({ min: 4, max: 80 }), (text, columns) => {
      const lines = wrap(text, columns);
      for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }),
  );
  expect(wrap('菲律宾渔港重建', 6)).toEqual(['菲律宾', '渔港重', '建']);
});

test('a text is cut to fit, with an ellipsis', () => {
  expect(clip('a long title', 7)).toBe('a long…');
  expect(clip('菲律宾渔港', 7)).toBe('菲律宾…');
  expect(clip('short', 7)).toBe('short');
});
