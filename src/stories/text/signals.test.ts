import { describe, expect, it } from 'vitest';
import { History } from './history.ts';
import { profileOf } from './profile.ts';
import { cutOff, EDGE_SIGNALS, SIGNALS } from './signals.ts';

const unit = (text: string) => profileOf({ start: 0, end: text.length, text });
const readAfter = (lines: readonly string[]) => {
  const history = new History();
  for (const line of lines) history.add(unit(line));
  return history;
};

describe('signals of another story', () => {
  it.each([...SIGNALS, ...EDGE_SIGNALS].map((signal) => [signal.id, signal] as const))(
    '%s shows on its example',
    (_, signal) => {
      const { article, line } = signal.example;
      expect(signal.strength(unit(line), readAfter(article))).toBeGreaterThan(0);
    },
  );

  it('a missing stop tells less where the article itself lists things', () => {
    const line = unit('The second of the many things that one could buy there last year in the');
    const prose = readAfter(['He bought a car.', 'He drove it home.', 'It broke down on the way.']);
    const list = readAfter(['a red car with four wheels', 'a blue car with three wheels', 'He bought all of them.']);
    expect(cutOff(line, prose)).toBe(1);
    expect(cutOff(line, list)).toBe(0);
  });
});
