import { writeFile } from 'node:fs/promises';
import type { Failure } from '../schema/page.ts';
import { exitCodes } from './exit-codes.ts';
import { toJsonLine } from './output.ts';
import { grouped } from './progress.ts';
import type { Terminal } from './terminal.ts';

/** What could not be read in a run. */
export interface Failures {
  readonly count: number;
  /** Whether all of them are inputs that could not be opened at all. */
  readonly onlyUnopened: boolean;
  add(failure: Failure): void;
  /** Says how many there were and writes `--errors FILE`, which is also written (empty) when all went well. */
  end(): Promise<void>;
}

/** The inputs named are not there: nothing to work on, which is more than some bad pages. */
const unopened = ['PATH_NOT_FOUND', 'PATH_UNREADABLE', 'FOLDER_EMPTY'];

/** So many are told one by one; the rest are counted and stand in `--errors FILE`. */
const told = 10;

export function collectFailures(terminal: Terminal, errorsFile: string | undefined): Failures {
  const lines: string[] = [];
  let count = 0;
  let onlyUnopened = true;
  return {
    get count() {
      return count;
    },
    get onlyUnopened() {
      return onlyUnopened;
    },
    add(failure) {
      count += 1;
      if (!unopened.includes(failure.failure.code)) onlyUnopened = false;
      if (errorsFile !== undefined) lines.push(toJsonLine(failure));
      if (count <= told || terminal.verbose) terminal.warn(describeFailure(failure, terminal));
    },
    async end() {
      if (errorsFile !== undefined) await writeFile(errorsFile, lines.join(''));
      if (count === 0) return;
      const rest = count > told && !terminal.verbose ? ` (${grouped(count - told)} not shown)` : '';
      const where = errorsFile === undefined ? 'Keep the list with --errors FILE.' : `The list is in ${errorsFile}.`;
      terminal.warn(`annals: ${grouped(count)} ${count === 1 ? 'input' : 'inputs'} failed${rest}. ${where}`);
    },
  };
}

/** 0 when all went well, 1 when some inputs failed, 3 when no input could be opened. */
export function exitCodeOf(failures: Failures, pages: number): number {
  if (failures.count === 0) return exitCodes.done;
  return pages === 0 && failures.onlyUnopened ? exitCodes.unusable : exitCodes.someFailed;
}

function describeFailure({ failure }: Failure, terminal: Terminal): string {
  const where = [failure.path ?? failure.id, failure.line].filter((part) => part !== undefined).join(':');
  const message = where === '' || failure.message.startsWith(where) ? failure.message : `${where}: ${failure.message}`;
  return `${terminal.paintErr('fault', 'annals:')} ${message} (${failure.code})`;
}
