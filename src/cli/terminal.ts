import { type Paint, paintFor, usesColor } from './paint.ts';

/** Options that every command takes. */
export interface CommonOptions {
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly debug?: boolean;
  /** Commander's spelling of `--no-color` and `--no-input`: true unless the flag is given. */
  readonly color?: boolean;
  readonly input?: boolean;
}

/** The terminal a command talks to: data goes to stdout, talk to stderr, each judged by itself. */
export interface Terminal {
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly debug: boolean;
  /** May a question be asked? Only on a terminal, and not with `--no-input`. */
  readonly canAsk: boolean;
  readonly stdinIsTty: boolean;
  readonly stdoutIsTty: boolean;
  readonly stderrIsTty: boolean;
  readonly stdoutHasColor: boolean;
  readonly paintOut: Paint;
  readonly paintErr: Paint;
  /** Columns that cards and tables may use. */
  readonly width: number;
  /** A line of talk; silent with `--quiet`. */
  say(line: string): void;
  /** A line that only `--verbose` shows. */
  detail(line: string): void;
  /** A warning or fault; shown even with `--quiet`. */
  warn(line: string): void;
}

/** Beyond this, lines are hard to read. */
const widest = 100;
const defaultWidth = 80;

export function terminalOf(options: CommonOptions): Terminal {
  const wish = { env: process.env, noColor: options.color === false };
  const put = (line: string) => void process.stderr.write(`${line}\n`);
  const quiet = options.quiet === true;
  const verbose = options.verbose === true;
  const stdinIsTty = process.stdin.isTTY === true;
  return {
    quiet,
    verbose,
    debug: options.debug === true,
    canAsk: stdinIsTty && process.stderr.isTTY === true && options.input !== false,
    stdinIsTty,
    stdoutIsTty: process.stdout.isTTY === true,
    stderrIsTty: process.stderr.isTTY === true,
    stdoutHasColor: usesColor(process.stdout, wish),
    paintOut: paintFor(process.stdout, wish),
    paintErr: paintFor(process.stderr, wish),
    width: Math.min(process.stdout.columns || Number(process.env.COLUMNS) || defaultWidth, widest),
    say: (line) => quiet || put(line),
    detail: (line) => !verbose || put(line),
    warn: put,
  };
}
