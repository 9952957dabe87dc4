import { expect, test } from 'vitest';
import { marked } from '../../test/helpers/marked.ts';
import { headOf, pairUp, sameMention } from './match.ts';

test.each([
  ['[South Korean President Yoon]', 'Yoon'],
  ['[the president of France]', 'president'],
  ['[two soldiers in Gaza]', 'soldiers'],
  ['[hundreds of protesters]', 'protesters'],
  ['[Ana Ruiz, the foreign minister]', 'Ruiz'],
  ["[Russia's defence ministry]", 'ministry'],
  ['[the U.S.]', 'U.S'],
  ['[Commonwealth leaders meeting in Auckland]', 'leaders'],
  ['[forces loyal to the president]', 'forces'],
  ['[the wounded in Gaza]', 'wounded'],
  ['[he]', 'he'],
  ['[“ ”]', '“ ”'],
])('the head of %s is %s', (source, head) => {
  const { text, spans } = marked(source);
  const span = headOf(text, spans[0] as { start: number; end: number });
  expect(text.slice(span.start, span.end)).toBe(head);
});

test.each([
  ['a title does not hinder', '[South Korean President [Yoon]]', true],
  ['a nationality is not the person', '[[South Korean] President Yoon]', false],
  ['the country of an office is not the office', '[the president of [France]]', false],
  ['the article may be in or out', '[the [United Nations]]', true],
])('%s', (_name, source, same) => {
  const text = source.replace(/[[\]]/g, '');
  const outer = { start: 0, end: text.length };
  const inner =
    source
      .slice(1)
      .replace(/\](?=\]|$)/g, '')
      .split('[')[1]
      ?.split(']')[0] ?? '';
  const start = text.indexOf(inner);
  expect(sameMention(text, outer, { start, end: start + inner.length })).toBe(same);
});

test('spans pair one to one, equal ones first, then the largest overlaps', () => {
  const system = [
    { start: 0, end: 10 },
    { start: 4, end: 8 },
  ];
  const gold = [
    { start: 4, end: 8 },
    { start: 9, end: 12 },
  ];
  expect(pairUp(system, gold).sort()).toEqual([
    [0, 1],
    [1, 0],
  ]);
  expect(pairUp([{ start: 0, end: 3 }], [{ start: 3, end: 5 }])).toEqual([]);
});
