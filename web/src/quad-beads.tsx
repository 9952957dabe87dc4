import type { Quad } from '../../src/schema/event.ts';
import { quadWords } from './words.ts';

const quads: readonly Quad[] = [1, 2, 3, 4];

/** More beads than this are not counted by eye any more. */
const mostBeads = 36;

/** One bead an event: round for cooperation, square for conflict, hollow for words, full for deeds. */
export function QuadBeads({ quads: counts }: { readonly quads: Readonly<Record<Quad, number>> }) {
  const beads = quads.flatMap((quad) => Array<Quad>(counts[quad]).fill(quad));
  if (beads.length === 0) return null;
  const said = quads.filter((quad) => counts[quad] > 0).map((quad) => `${counts[quad]} ${quadWords[quad]}`);
  return (
    <span class="beads" role="img" aria-label={said.join(', ')} title={said.join(', ')}>
      {beads.slice(0, mostBeads).map((quad, n) => (
        <i key={n} class={`bead bead-${quad}`} />
      ))}
      {beads.length > mostBeads && '…'}
    </span>
  );
}

/** What the beads mean. */
export function QuadLegend() {
  return (
    <ul class="legend" aria-label="What the signs mean">
      {quads.map((quad) => (
        <li key={quad}>
          <i class={`bead bead-${quad}`} aria-hidden="true" /> {quadWords[quad]}
        </li>
      ))}
    </ul>
  );
}
