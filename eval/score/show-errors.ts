import type { Span } from '../../src/schema/span.ts';
import { pairUp } from '../lib/match.ts';
import type { Coded, Compared, Party } from './passage.ts';
import { sameSide } from './score-events.ts';

type Say = (line: string) => void;

/** Prints passages with a wrong event, gold beside answer. Only for passages that may be read: never the held-out ones. */
export function printEventErrors(passages: readonly Compared[], most: number, say: Say): void {
  const causes = new Map<string, number>();
  let shown = 0;
  for (const passage of passages) {
    const faults = faultsOf(passage);
    for (const { cause } of faults) causes.set(cause, (causes.get(cause) ?? 0) + 1);
    if (faults.length === 0 || shown >= most) continue;
    shown++;
    say(`\n${passage.id}  ${passage.text}`);
    for (const { cause, line } of faults) say(`   ${cause.padEnd(12)} ${line}`);
  }
  say(`\ncauses over ${passages.length} passages:`);
  for (const [cause, count] of [...causes].sort((a, b) => b[1] - a[1]))
    say(`   ${String(count).padStart(5)}  ${cause}`);
}

interface Fault {
  readonly cause: string;
  readonly line: string;
}

function faultsOf({ text, gold, system }: Compared): Fault[] {
  const pairs = pairUp(triggers(system.events), triggers(gold.events));
  const metSystem = new Set(pairs.map(([i]) => i));
  const metGold = new Set(pairs.map(([, j]) => j));
  const show = (e: Coded): string => describe(text, e);
  const faults: Fault[] = [];
  gold.events.forEach((e, j) => {
    if (!metGold.has(j)) faults.push({ cause: 'missed', line: show(e) });
  });
  system.events.forEach((e, i) => {
    if (!metSystem.has(i)) faults.push({ cause: 'invented', line: show(e) });
  });
  for (const [i, j] of pairs) {
    const [s, g] = [system.events[i] as Coded, gold.events[j] as Coded];
    const cause =
      s.act !== g.act
        ? 'deed'
        : !sameSide(text, s.source, g.source)
          ? 'source'
          : !sameSide(text, s.target, g.target)
            ? 'target'
            : s.status !== g.status
              ? 'status'
              : undefined;
    if (cause) faults.push({ cause, line: `${show(g)}   but answered   ${show(s)}` });
  }
  return faults;
}

const triggers = (events: readonly Coded[]): Span[] => events.map((e) => e.trigger);

function describe(text: string, e: Coded): string {
  const words = (s: Span | undefined): string => (s ? text.slice(s.start, s.end) : '?');
  const side = (parties: readonly Party[]): string => parties.map((p) => words(p.mentions[0])).join(' + ') || '–';
  return `"${words(e.trigger)}" ${e.act} ${e.status}: ${side(e.source)} → ${side(e.target)}`;
}
