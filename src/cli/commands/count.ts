import { countColumns } from '../../export/other-columns.ts';
import { DONE, parseCountFields } from '../../store/parse-filter.ts';
import { exitCodes } from '../exit-codes.ts';
import { type FilterOptions, filterOf } from '../filter.ts';
import { type ItemFormat, itemWriter } from '../item-writer.ts';
import { openOutput } from '../output.ts';
import type { Terminal } from '../terminal.ts';
import { type StoreOptions, storePath, withStore } from '../with-store.ts';

interface CountOptions extends FilterOptions, StoreOptions {
  readonly by?: readonly string[];
  readonly limit?: number;
  readonly format?: Exclude<ItemFormat, 'cards'>;
  readonly json?: boolean;
  readonly spreadsheet?: boolean;
  readonly failEmpty?: boolean;
  readonly output?: string;
}

/** `annals count`: the dyad-month table. A denied or planned deed is no deed: it is counted only when asked for. */
export async function run(_args: readonly string[], options: CountOptions, terminal: Terminal): Promise<number> {
  const by = parseCountFields(options.by ?? ['month', 'source', 'target', 'type']);
  const filter = filterOf(options, DONE);
  const rows = await withStore(storePath(options), { readOnly: true }, (store) => store.count(by, filter));
  const toScreen = terminal.stdoutIsTty && options.output === undefined;
  const format = options.json ? 'jsonl' : (options.format ?? (toScreen ? 'table' : 'csv'));
  const output = openOutput(options.output);
  const columns = countColumns(by);
  const layout = {
    columns,
    brief: columns,
    card: () => '',
    json: ({ values, events }: (typeof rows)[number]) => ({ ...values, events }),
  };
  const writer = itemWriter(layout, output, { format, spreadsheet: options.spreadsheet, toScreen, terminal });
  for (const row of rows.slice(0, options.limit)) await writer.write(row);
  await writer.end();
  await output.close();
  if (rows.length === 0) terminal.say('annals: nothing matches.');
  else if (options.status === undefined) {
    terminal.say('annals: counted are events that happened or are ongoing; others with --status.');
  }
  return rows.length === 0 && options.failEmpty ? exitCodes.someFailed : exitCodes.done;
}
