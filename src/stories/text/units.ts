/** A paragraph of a plain text: a line, or the lines of a paragraph that was wrapped by hand. */
export interface Unit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Lines wrapped by hand are not longer than this (mail and agency texts wrap at 65 to 80). */
const MAX_WRAPPED = 110;
/** Share of line ends in mid-sentence from which a text is taken for wrapped. */
const MIN_WRAPPED_SHARE = 0.3;

/** Cuts a text into paragraphs, white space at their ends left out. */
export function unitsOf(text: string): Unit[] {
  const lines = linesOf(text);
  return isWrapped(lines) ? joinWrapped(text, lines) : lines;
}

function linesOf(text: string): Unit[] {
  const lines: Unit[] = [];
  for (const { index, 0: raw } of text.matchAll(/[^\n\r\u2028\u2029]+/g)) {
    const line = raw.trim();
    if (line === '') continue;
    const start = index + (raw.length - raw.trimStart().length);
    lines.push({ start, end: start + line.length, text: line });
  }
  return lines;
}

const continues = (line: Unit, next: Unit | undefined): boolean =>
  next !== undefined && /[\p{L}\p{N},-]$/u.test(line.text.slice(-2)) && /^\p{Ll}/u.test(next.text.slice(0, 2));

function isWrapped(lines: readonly Unit[]): boolean {
  if (lines.length < 4) return false;
  const inWidth = lines.filter((line) => line.text.length <= MAX_WRAPPED).length;
  if (inWidth < lines.length * 0.95) return false;
  const broken = lines.filter((line, i) => line.text.length > 40 && continues(line, lines[i + 1])).length;
  return broken >= lines.length * MIN_WRAPPED_SHARE;
}

/** Joins lines up to a blank line, an indented line, or a short line that ends a sentence. */
function joinWrapped(text: string, lines: readonly Unit[]): Unit[] {
  const width = Math.max(...lines.slice(0, 500).map((line) => line.text.length));
  const units: Unit[] = [];
  let first = 0;
  lines.forEach((line, i) => {
    const next = lines[i + 1];
    const gap = next ? text.slice(line.end, next.start) : '';
    const indented = /[ \t]{2,}$/.test(gap);
    const last = line.text.length < width * 0.75 && !continues(line, next);
    if (next && gap.split('\n').length <= 2 && !indented && !last) return;
    const start = lines[first]?.start ?? line.start;
    units.push({ start, end: line.end, text: text.slice(start, line.end) });
    first = i + 1;
  });
  return units;
}
