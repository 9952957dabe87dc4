import type { Terminal } from './terminal.ts';

/** One option of a command, as data: help, checks and docs tests are made from it. */
export interface OptionSpec {
  /** Commander's notation: `-o, --output <file>`. */
  readonly flags: string;
  readonly says: string;
  /** The values allowed; anything else is refused with a suggestion. */
  readonly values?: readonly string[];
  /** Several values, apart by commas, or the option several times. */
  readonly list?: boolean;
  /** A whole number, at least this. */
  readonly atLeast?: number;
  readonly required?: boolean;
}

export interface CommandModule {
  /** Does the work. Answers the exit code. @throws AnnalsError */
  readonly run: (args: readonly string[], options: never, terminal: Terminal) => Promise<number>;
}

export interface CommandSpec {
  readonly name: string;
  /** Commander's notation: `[files...]`. */
  readonly args?: string;
  readonly argsSay?: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** More, for the command's own help. */
  readonly about?: string;
  readonly examples: readonly (readonly [command: string, says: string])[];
  readonly options: readonly OptionSpec[];
  /** Loads the command's code; only when it is run. */
  readonly load: () => Promise<CommandModule>;
}
