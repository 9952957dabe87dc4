import { expect, test } from 'vitest';
import { paintFor, usesColor } from './paint.ts';

const terminal = { isTTY: true };
const pipe = {};

test.each([
  ['a terminal has colour', terminal, {}, false, true],
  ['a pipe has none', pipe, {}, false, false],
  ['NO_COLOR turns it off', terminal, { NO_COLOR: '1' }, false, false],
  ['an empty NO_COLOR says nothing', terminal, { NO_COLOR: '' }, false, true],
  ['TERM=dumb turns it off', terminal, { TERM: 'dumb' }, false, false],
  ['--no-color turns it off', terminal, { FORCE_COLOR: '1' }, true, false],
  ['FORCE_COLOR turns it on in a pipe', pipe, { FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
  ['FORCE_COLOR=0 turns it off', terminal, { FORCE_COLOR: '0' }, false, false],
])('%s', (_name, stream, env, noColor, expected) => {
  expect(usesColor(stream, { env, noColor })).toBe(expected);
  const painted = paintFor(stream, { env, noColor })('strong', 'x');
  expect(painted !== 'x').toBe(expected);
});
