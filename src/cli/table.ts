import type { Column } from '../export/csv.ts';
import { clip, displayWidth, plain } from './cards/plain.ts';
import type { Paint } from './paint.ts';

interface TableOptions {
  readonly paint: Paint;
  /** Columns of the terminal; absent where nobody reads along: then nothing is cut. */
  readonly width?: number;
}

/** Narrower than this, a column says nothing any more. */
const narrowest = 8;
const gap = '  ';

/** A table for people: columns as wide as needed, cut with an ellipsis to fit; the last column is never cut. */
export function tableText<T>(
  items: readonly T[],
  columns: readonly Column<T>[],
  { paint, width }: TableOptions,
): string {
  const rows = items.map((item) => columns.map(({ cell }) => plain(String(cell(item) ?? ''))));
  const numeric = columns.map(
    ({ cell }) => items.length > 0 && items.every((item) => ['number', 'undefined'].includes(typeof cell(item))),
  );
  const wanted = columns.map(({ name }, i) =>
    Math.max(displayWidth(name), ...rows.map((row) => displayWidth(row[i] ?? ''))),
  );
  const widths = width === undefined ? wanted : fitted(wanted, width);
  const lay = (cells: readonly string[]) =>
    cells
      .map((cell, i) => {
        const columnWidth = widths[i] ?? 0;
        const isLast = i === cells.length - 1;
        const shown = isLast ? cell : clip(cell, columnWidth);
        const space = ' '.repeat(Math.max(0, columnWidth - displayWidth(shown)));
        return numeric[i] ? space + shown : isLast ? shown : shown + space;
      })
      .join(gap)
      .trimEnd();
  return [paint('strong', lay(columns.map(({ name }) => name))), ...rows.map(lay)].map((line) => `${line}\n`).join('');
}

/** Takes from the widest columns until all fit. */
function fitted(wanted: readonly number[], width: number): number[] {
  const widths = [...wanted];
  const total = () => widths.reduce((sum, each) => sum + each + gap.length, -gap.length);
  while (total() > width) {
    const cuttable = Math.max(...widths.slice(0, -1));
    if (cuttable <= narrowest) break;
    widths[widths.indexOf(cuttable)] = cuttable - 1;
  }
  return widths;
}
