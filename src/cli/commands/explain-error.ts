import { wrap } from '../cards/plain.ts';
import { readErrorsPage } from '../errors-page.ts';
import { exitCodes } from '../exit-codes.ts';
import { didYouMean } from '../suggest.ts';
import { tableText } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

/** `annals explain-error`: what a code means and what to do. */
export async function run(args: readonly string[], _options: object, terminal: Terminal): Promise<number> {
  const entries = readErrorsPage();
  const given = args[0];
  const paint = terminal.paintOut;
  if (given === undefined) {
    const columns = [
      { name: 'code', cell: (entry: (typeof entries)[number]) => entry.code },
      { name: 'meaning', cell: (entry: (typeof entries)[number]) => entry.meaning },
    ];
    process.stdout.write(tableText(entries, columns, { paint }));
    return exitCodes.done;
  }
  const wanted = given.toUpperCase().replaceAll('-', '_');
  const entry = entries.find(({ code }) => code === wanted);
  if (entry === undefined) {
    const codes = entries.map(({ code }) => code);
    throw new UsageError(`no error code '${given}'.${didYouMean(wanted, codes)} All codes: annals explain-error.`);
  }
  const indented = (text: string) => wrap(text.replaceAll('`', ''), terminal.width - 2).map((line) => `  ${line}`);
  const lines = [
    paint('strong', entry.code),
    ...indented(entry.meaning),
    paint('strong', 'What to do'),
    ...indented(entry.advice),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return exitCodes.done;
}
