/** Terminal styles by what they mean here, not by how they look. */
const styles = {
  strong: ['1', '22'],
  quiet: ['2', '22'],
  marked: ['1;4', '22;24'],
  title: ['1', '22'],
  actor: ['36', '39'],
  cooperation: ['32', '39'],
  conflict: ['31', '39'],
  pending: ['33', '39'],
  fault: ['31', '39'],
  good: ['32', '39'],
} as const;

export type Style = keyof typeof styles;

/** Styles text for one stream; gives it back as it is where that stream shows no colour. */
export type Paint = (style: Style, text: string) => string;

interface Stream {
  readonly isTTY?: boolean;
}

interface Wish {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** `--no-color` was given. */
  readonly noColor: boolean;
}

/** Whether a stream gets colour. The flag wins, then FORCE_COLOR, then NO_COLOR, then TERM, then whether it is a terminal. */
export function usesColor(stream: Stream, { env, noColor }: Wish): boolean {
  if (noColor) return false;
  const force = env.FORCE_COLOR;
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false;
  if (env.TERM === 'dumb') return false;
  return stream.isTTY === true;
}

export function paintFor(stream: Stream, wish: Wish): Paint {
  if (!usesColor(stream, wish)) return (_style, text) => text;
  return (style, text) => `\u001b[${styles[style][0]}m${text}\u001b[${styles[style][1]}m`;
}
