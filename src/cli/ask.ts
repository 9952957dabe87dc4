import { createInterface } from 'node:readline/promises';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** Asks a yes-or-no question on the terminal. Where nobody can answer, says which flag does. */
export async function confirm(terminal: Terminal, question: string, yes: boolean | undefined): Promise<boolean> {
  if (yes === true) return true;
  if (!terminal.canAsk) throw new UsageError(`${question} Nobody can be asked here: add --yes to go ahead.`);
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test((await prompt.question(`${question} [y/N] `)).trim());
  } finally {
    prompt.close();
  }
}
