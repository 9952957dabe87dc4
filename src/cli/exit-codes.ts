/** What a shell learns from `$?`. Documented in docs/cli.md. */
export const exitCodes = {
  done: 0,
  /** The run went through, but some inputs failed; with `--fail-empty`: nothing matched. */
  someFailed: 1,
  usage: 2,
  /** No input or no store that could be used. */
  unusable: 3,
  interrupted: 130,
} as const;
