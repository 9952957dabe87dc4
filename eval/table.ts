import type { Figure } from './figure.ts';
import type { Floors, Part } from './gate.ts';

/** Other readers' values and anchors for a figure, by its id, in words. */
export type Anchors = Readonly<Record<string, string>>;

/** The one table: figure, value, floor, gold items, anchors. */
export function tableOf(
  figures: readonly Figure[],
  { floors, anchors, part, all }: { floors: Floors; anchors: Anchors; part: Part; all: boolean },
): string {
  const rows = figures.filter(
    (f) => all || f.better !== 'none' || anchors[f.id] !== undefined || f.id.startsWith('events.'),
  );
  const width = Math.max(8, ...rows.map((f) => f.id.length));
  const lines = [`${'figure'.padEnd(width)}     value    floor       n   beside it`];
  let task = '';
  for (const figure of rows) {
    const { id, value, unit, better, n } = figure;
    const group = id.split('.').slice(0, 2).join('.');
    if (task !== '' && group !== task) lines.push('');
    task = group;
    const floor = floors[part][id];
    const limit =
      floor === undefined
        ? better === 'none'
          ? ''
          : '(new)'
        : `${better === 'lower' ? '≤' : '≥'} ${floor.toFixed(1)}`;
    const shown = `${value.toFixed(unit === undefined ? 1 : 2)}${unit === undefined ? ' %' : unit === 'days' ? ' d' : '  '}`;
    lines.push(
      `${id.padEnd(width)} ${shown.padStart(9)} ${limit.padStart(8)} ${String(n).padStart(7)}   ${anchors[id] ?? ''}`.trimEnd(),
    );
  }
  return lines.join('\n');
}
