import { type Command, InvalidArgumentError, Option } from 'commander';
import type { CommandSpec, OptionSpec } from './command-spec.ts';
import { didYouMean } from './suggest.ts';

/** What happens when a command is chosen; the answer is the exit code. */
export type Chosen = (load: CommandSpec['load'], args: readonly string[], options: object) => Promise<void>;

/** Makes commander's commands from the table. No command's own code is loaded here. */
export function defineCommands(program: Command, table: readonly CommandSpec[], chosen: Chosen): void {
  for (const spec of table) {
    const command = program
      .command(spec.name)
      .helpOption('-h, --help', 'this help')
      .summary(spec.summary)
      .description(sentence(spec.summary, spec.about));
    if (spec.args !== undefined) command.argument(spec.args, spec.argsSay);
    for (const option of spec.options) command.addOption(toOption(option));
    command.action(() => chosen(spec.load, command.args, command.opts()));
  }
}

function sentence(summary: string, about: string | undefined): string {
  const first = `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`;
  return about === undefined ? first : `${first}\n${about}`;
}

export function toOption(spec: OptionSpec): Option {
  const option = new Option(spec.flags, spec.says);
  const { values, atLeast } = spec;
  if (spec.required) option.makeOptionMandatory();
  if (spec.list)
    option.argParser((given: string, before: string[] | undefined) => [...(before ?? []), ...split(given)]);
  if (values !== undefined) option.argParser((given) => oneOf(given, values));
  if (atLeast !== undefined) option.argParser((given) => wholeNumber(given, atLeast));
  return option;
}

const split = (given: string): string[] =>
  given
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

function oneOf(given: string, values: readonly string[]): string {
  if (values.includes(given)) return given;
  throw new InvalidArgumentError(`${didYouMean(given, values)} It takes ${values.join(', ')}.`.trim());
}

function wholeNumber(given: string, atLeast: number): number {
  const number = Number(given);
  if (/^\d+$/.test(given) && number >= atLeast) return number;
  throw new InvalidArgumentError(`It takes a whole number, at least ${atLeast}.`);
}
