/** A cell of a table: absent is an empty cell. */
export type Cell = string | number | undefined;

/** A documented column: its name never changes within a major version. */
export interface Column<T> {
  readonly name: string;
  readonly cell: (item: T) => Cell;
}

export interface Delimited {
  readonly delimiter: ',' | '\t';
  /**
   * For spreadsheets: a byte order mark, so that they take the file for UTF-8, and `'` before a cell that they would
   * run as a formula. Changes such cells; leave it off for R and pandas.
   */
  readonly spreadsheet?: boolean;
}

/** Between the values of one cell: several actors, contexts, amounts. */
export const inCell = '; ';

export function joinCell(values: readonly (string | number | undefined)[]): string {
  return values.map((value) => value ?? '').join(inCell);
}

export function headerLine<T>(columns: readonly Column<T>[], form: Delimited): string {
  return `${form.spreadsheet ? '\ufeff' : ''}${line(
    columns.map((column) => column.name),
    form,
  )}`;
}

export function rowLine<T>(item: T, columns: readonly Column<T>[], form: Delimited): string {
  return line(
    columns.map((column) => column.cell(item)),
    form,
  );
}

function line(cells: readonly Cell[], form: Delimited): string {
  return `${cells.map((cell) => written(cell, form)).join(form.delimiter)}\n`;
}

function written(cell: Cell, { delimiter, spreadsheet }: Delimited): string {
  if (cell === undefined) return '';
  // A lone surrogate has no UTF-8; NUL ends a string for many readers.
  const text = String(cell)
    .replace(/\p{Cs}/gu, '\ufffd')
    .replaceAll('\0', '\ufffd');
  const guarded = spreadsheet && typeof cell === 'string' && isFormula(text) ? `'${text}` : text;
  // Tab-separated files have no quoting that all readers know: white space becomes a space.
  if (delimiter === '\t') return guarded.replace(/[\t\r\n]+/g, ' ');
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** What a spreadsheet runs when it opens the file. @see https://owasp.org/www-community/attacks/CSV_Injection */
const isFormula = (text: string): boolean => /^[=+\-@\t\r]/.test(text);
