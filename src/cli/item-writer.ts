import { type Column, headerLine, rowLine } from '../export/csv.ts';
import type { Output } from './output.ts';
import { type RecordWriter, recordWriter } from './record-writer.ts';
import { didYouMean } from './suggest.ts';
import { tableText } from './table.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

export type ItemFormat = 'table' | 'cards' | 'jsonl' | 'json' | 'csv' | 'tsv';

export interface ItemLayout<T> {
  /** All columns, documented and stable: csv and tsv. */
  readonly columns: readonly Column<T>[];
  /** The few that a terminal has room for. */
  readonly brief: readonly Column<T>[];
  /** Names an item, for other commands; shown with `brief`. */
  readonly id?: (item: T) => string;
  readonly card: (item: T) => string;
  /** What JSON shows of an item, where that is not the item itself. */
  readonly json?: (item: T) => unknown;
}

export interface ItemWriterOptions {
  readonly format: ItemFormat;
  readonly fields?: readonly string[] | undefined;
  readonly spreadsheet?: boolean | undefined;
  readonly toScreen: boolean;
  readonly terminal: Terminal;
}

/** Writes the items of an answer in the format asked for. @throws UsageError for a field there is not */
export function itemWriter<T>(layout: ItemLayout<T>, output: Output, options: ItemWriterOptions): RecordWriter<T> {
  const { format, fields } = options;
  if (fields !== undefined && !['table', 'csv', 'tsv'].includes(format)) {
    throw new UsageError(`--fields chooses columns; ${format} has none. Add --format csv, tsv or table.`);
  }
  if (options.spreadsheet && format !== 'csv') throw new UsageError('--spreadsheet goes with --format csv.');
  const columns = fields === undefined ? undefined : chosenColumns(layout.columns, fields);
  if (format === 'csv' || format === 'tsv') {
    return delimitedWriter(columns ?? layout.columns, output, {
      delimiter: format === 'csv' ? ',' : '\t',
      ...(options.spreadsheet && { spreadsheet: true }),
    });
  }
  if (format === 'table')
    return tableWriter(columns ?? layout.brief, columns === undefined ? layout.id : undefined, output, options);
  const { json = (item: T): unknown => item } = layout;
  if (format === 'cards') return recordWriter(format, output, layout.card);
  const writer = recordWriter<unknown>(format, output, () => undefined);
  return { write: (item) => writer.write(json(item)), end: () => writer.end() };
}

export function chosenColumns<T>(columns: readonly Column<T>[], fields: readonly string[]): Column<T>[] {
  return fields.map((name) => {
    const found = columns.find((column) => column.name === name.toLowerCase());
    if (found !== undefined) return found;
    const names = columns.map((column) => column.name);
    throw new UsageError(`--fields: no column '${name}'.${didYouMean(name, names)} There are ${names.join(', ')}.`);
  });
}

/** The header is written even when nothing follows: an empty table is a table. */
function delimitedWriter<T>(
  columns: readonly Column<T>[],
  output: Output,
  form: Parameters<typeof rowLine>[2],
): RecordWriter<T> {
  let begun = false;
  const begin = async () => {
    if (!begun) await output.write(headerLine(columns, form));
    begun = true;
  };
  return {
    async write(item) {
      await begin();
      await output.write(rowLine(item, columns, form));
    },
    end: begin,
  };
}

function tableWriter<T>(
  columns: readonly Column<T>[],
  id: ((item: T) => string) | undefined,
  output: Output,
  { toScreen, terminal }: ItemWriterOptions,
): RecordWriter<T> {
  const items: T[] = [];
  const paint: Terminal['paintOut'] = toScreen || terminal.stdoutHasColor ? terminal.paintOut : (_style, text) => text;
  return {
    async write(item) {
      items.push(item);
    },
    async end() {
      if (items.length === 0) return;
      await output.write(tableText(items, columns, { paint, id, ...(toScreen && { width: terminal.width }) }));
    },
  };
}
