import { readFileSync } from 'node:fs';
import type { BlockRole } from '../schema/story.ts';
import { MONTHS } from './dates/parse-date.ts';

/** A rule that knows a kind of line that is no prose of its story. */
export interface LineRule {
  readonly id: string;
  readonly role: BlockRole;
  readonly reason: string;
  readonly example: string;
  /** Longer lines are never of this kind. */
  readonly maxWords: number;
  readonly test: RegExp;
}

interface LineRuleRow extends Omit<LineRule, 'test'> {
  readonly pattern: string;
  readonly flags?: string;
}

/** Lines beyond this are prose, whatever they say; it also bounds the time of the patterns. */
const MAX_CHARS = 600;

/** The rules in order: the first that fits decides. */
export const LINE_RULES: readonly LineRule[] = loadLineRules();

function loadLineRules(): LineRule[] {
  const file = new URL('../../data/stories/line-rules.json', import.meta.url);
  const rows = JSON.parse(readFileSync(file, 'utf8')) as LineRuleRow[];
  // `{month}` in a pattern stands for the names of all months that we know.
  const month = `(?:${[...MONTHS.keys()].sort((a, b) => b.length - a.length).join('|')})`;
  return rows.map(({ pattern, flags, ...rule }) => ({
    ...rule,
    test: new RegExp(pattern.replaceAll('{month}', month), flags ?? 'u'),
  }));
}

/** The rule by which a line is a credit, caption, byline, date or notice; absent for prose. */
export function lineRuleOf(line: string): LineRule | undefined {
  if (line.length > MAX_CHARS) return undefined;
  const words = countWords(line);
  return LINE_RULES.find((rule) => words <= rule.maxWords && rule.test.test(line));
}

/** Runs of letters and digits. */
export const countWords = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

/** What may stand behind the last stop: numbers of notes, tags, an address. */
const AFTER_STOP = /(?:\s*\[\d{1,3}\]|\s+#[\p{L}\p{N}_]{2,40}|\s+https?:\S{1,200})+$/u;

/** Whether a line ends like a finished sentence. */
export const isFinished = (line: string): boolean =>
  /[.!?…。！？؟।॥:;][\s"”’'»)\]」』*]*$|["”’»」』]$/u.test(line.slice(-260).replace(AFTER_STOP, '').slice(-12));
