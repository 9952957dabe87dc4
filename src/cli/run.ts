import { Command, CommanderError } from 'commander';
import { AnnalsError } from '../util/errors.ts';
import { commandTable } from './command-table.ts';
import { defineCommands, toOption } from './define-commands.ts';
import { exitCodes } from './exit-codes.ts';
import { helpLayout, tenLines } from './help.ts';
import { commonOptions } from './option-groups.ts';
import { paintFor } from './paint.ts';
import { didYouMean } from './suggest.ts';
import { type CommonOptions, type Terminal, terminalOf } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** Builds the command line; `whenDone` hears the exit code of the command that ran. */
export function buildProgram(whenDone: (code: number) => void): Command {
  const program = new Command('annals');
  const wish = { env: process.env, noColor: process.argv.includes('--no-color') };
  const paint = paintFor(process.stdout, wish);
  program
    .description('Reads news pages and keeps a checkable record of world affairs.')
    .configureHelp({ ...helpLayout(commandTable), styleTitle: (text) => paint('title', text) })
    .configureOutput({ writeErr: () => {}, getOutHasColors: () => true, getErrHasColors: () => false })
    .helpCommand('help [command]', 'help on a command')
    .helpOption('-h, --help', 'this help')
    .exitOverride();
  for (const option of commonOptions) program.addOption(toOption(option));
  defineCommands(program, commandTable, async (load, args, options) => {
    if (program.opts().version) return whenDone(await printVersion(program.opts()));
    const { run } = await load();
    whenDone(await run(args, options as never, terminalOf(program.opts())));
  });
  return program;
}

/** Runs one command line and answers the exit code. Never throws. */
export async function run(argv: readonly string[]): Promise<number> {
  endQuietlyWhenPipeCloses();
  const words = argv.slice(2);
  let code: number = exitCodes.done;
  const program = buildProgram((given) => {
    code = given;
  });
  try {
    checkHelpTopic(words, program);
    if (words.every((word) => word.startsWith('-')) && !words.some((word) => /^(-h|--help)$/.test(word))) {
      return await withoutCommand(program, words);
    }
    await program.parseAsync(argv as string[]);
    return code;
  } catch (error) {
    return tellError(error, terminalOf(program.opts()), helpOn(words));
  }
}

/** `annals` alone, or with flags only. */
async function withoutCommand(program: Command, words: readonly string[]): Promise<number> {
  program.parseOptions(words as string[]);
  const unknown = program.parseOptions(words as string[]).unknown[0];
  if (unknown !== undefined) throw new UsageError(`unknown option '${unknown}'.`);
  if (program.opts().version) return printVersion(program.opts());
  process.stdout.write(tenLines);
  return exitCodes.done;
}

async function printVersion(options: CommonOptions): Promise<number> {
  const { readVersion } = await import('./version.ts');
  process.stdout.write(await readVersion(options.verbose === true));
  return exitCodes.done;
}

/** Commander shows the general help for an unknown topic; a typing error deserves better. */
function checkHelpTopic([first, topic]: readonly string[], program: Command): void {
  if (first !== 'help' || topic === undefined || topic.startsWith('-')) return;
  const names = program.commands.map((command) => command.name());
  if (!names.includes(topic)) throw new UsageError(`no command '${topic}' to help with.${didYouMean(topic, names)}`);
}

/** `| head -1` is no error: whoever reads has had enough. A full disk behind stdout is one. */
function endQuietlyWhenPipeCloses(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(exitCodes.done);
      const message = `annals: stdout cannot be written (${error.message}). (OUTPUT_UNWRITABLE)\n`;
      if (stream === process.stdout) process.stderr.write(message);
      process.exit(exitCodes.unusable);
    });
  }
}

/** The help that a line with a mistake is sent to: that of its command, if it names one. */
function helpOn(words: readonly string[]): string {
  const named = words.find((word) => commandTable.some(({ name }) => name === word));
  return named === undefined ? 'annals --help' : `annals help ${named}`;
}

/** Says what went wrong, where and what to do, in one line; the stack only with `--debug`. */
export function tellError(error: unknown, terminal: Terminal, help: string): number {
  if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.done;
  if (error instanceof Error && error.name === 'AbortError') return exitCodes.interrupted;
  const name = terminal.paintErr('fault', 'annals:');
  if (error instanceof CommanderError) {
    terminal.warn(`${name} ${plainUsageMessage(error.message)} See ${help}. (USAGE)`);
    return exitCodes.usage;
  }
  const known = error instanceof AnnalsError;
  const message = error instanceof Error ? error.message : String(error);
  if (known) terminal.warn(`${name} ${message} (${error.code})`);
  else terminal.warn(`${name} a fault of the program: ${message}. Run again with --debug and report it. (INTERNAL)`);
  if (terminal.debug && error instanceof Error) terminal.warn(String(error.stack));
  const isUsage = error instanceof UsageError || (known && /^(FILTER_|OPTION_)/.test(error.code));
  return isUsage ? exitCodes.usage : exitCodes.unusable;
}

function plainUsageMessage(message: string): string {
  const plain = message
    .replace(/^error: /, '')
    .replace(/\n\(Did you mean (.*)\?\)$/s, '. Did you mean $1?')
    .replace(
      /^option '(?:-\w, )?(--[\w-]+)[^']*' argument '(.*?)' is invalid\. /s,
      "$1: '$2' is not a value it takes. ",
    );
  return /[.?!]$/.test(plain) ? plain : `${plain}.`;
}
