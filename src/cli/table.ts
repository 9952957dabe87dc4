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

/**
 * A table for people: columns as wide as needed, cut with an ellipsis to fit the terminal. Ids are never cut: they are
 * the last column where there is room, else they stand below their row.
 */
export function tableText<T>(
  items: readonly T[],
  columns: readonly Column<T>[],
  { paint, width, id }: TableOptions & { readonly id?: ((item: T) => string) | undefined },
): string {
  const inline = id === undefined ? columns : [...columns, { name: 'id', cell: id }];
  const wanted = widthsOf(items, inline);
  const fits = width === undefined || total(wanted) <= width;
  const shown = fits ? inline : columns;
  const widths = fits ? wanted : fitted(widthsOf(items, columns), width);
  const numeric = shown.map(({ cell }) => items.every((item) => ['number', 'undefined'].includes(typeof cell(item))));
  const lay = (cells: readonly string[]) => {
    const padded = cells.map((cell, i) => {
      const kept = clip(cell, widths[i] ?? 0);
      const space = ' '.repeat(Math.max(0, (widths[i] ?? 0) - displayWidth(kept)));
      return numeric[i] ? space + kept : kept + space;
    });
    return padded.join(gap).trimEnd();
  };
  const lines = [paint('strong', lay(shown.map(({ name }) => name)))];
  for (const item of items) {
    lines.push(lay(shown.map((column) => cellText(column, item))));
    if (!fits && id !== undefined) lines.push(paint('quiet', `  ${plain(id(item))}`));
  }
  return lines.map((line) => `${line}\n`).join('');
}

function cellText<T>({ cell }: Column<T>, item: T): string {
  return plain(String(cell(item) ?? ''));
}

function widthsOf<T>(items: readonly T[], columns: readonly Column<T>[]): number[] {
  return columns.map((column) =>
    Math.max(displayWidth(column.name), ...items.map((item) => displayWidth(cellText(column, item)))),
  );
}

const total = (widths: readonly number[]): number => widths.reduce((sum, each) => sum + each + gap.length, -gap.length);

/** Takes from the widest columns until all fit. */
function fitted(wanted: readonly number[], width: number): number[] {
  const widths = [...wanted];
  while (total(widths) > width) {
    const cuttable = Math.max(...widths);
    if (cuttable <= narrowest) break;
    widths[widths.indexOf(cuttable)] = cuttable - 1;
  }
  return widths;
}
