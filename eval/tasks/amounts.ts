import type { Span } from '../../src/schema/span.ts';
import { percent, prf } from '../figure.ts';
import type { GoldRow } from '../lib/corpora.ts';
import { groupBy } from '../lib/group.ts';
import { pairUp } from '../lib/match.ts';
import { toLine } from '../lib/reader.ts';
import type { Task } from '../task.ts';

interface Row extends GoldRow {
  readonly amounts: readonly (Span & { readonly value: string; readonly unit: string })[];
}

/** Sums of money on the Recognizers specifications. */
export const amounts: Task = {
  name: 'amounts',
  needs: 'shared',
  async run({ corpora, reader }) {
    const gold = corpora.rows<Row>('recognizers/recognizers-currency.dev.jsonl.gz');
    const byPage = groupBy(await reader.stories(gold.map(toLine)), (story) => story.page.id);
    const n = { system: 0, gold: 0, exact: 0, value: 0, coded: 0, unit: 0 };
    for (const { id, amounts: wanted } of gold) {
      const found = (byPage.get(id) ?? []).flatMap((s) =>
        s.amounts
          .filter((a) => a.kind === 'money')
          .map((a) => ({ ...a, start: a.start + s.page.start, end: a.end + s.page.start })),
      );
      n.system += found.length;
      n.gold += wanted.length;
      for (const [i, j] of pairUp(found, wanted)) {
        const [s, g] = [found[i], wanted[j]];
        if (!s || !g) continue;
        if (s.start === g.start && s.end === g.end) n.exact++;
        if (sameValue(s.value, Number(g.value))) n.value++;
        // Only where the gold says which dollar or pound is meant can a code be right or wrong.
        if (!/^[A-Z]{3}$/.test(g.unit)) continue;
        n.coded++;
        if (s.unit === g.unit) n.unit++;
      }
    }
    return [
      percent('amounts.recognizers-currency.exact-f1', prf(n.exact, n.system, n.gold).f, n.gold, 'none'),
      percent('amounts.recognizers-currency.value-f1', prf(n.value, n.system, n.gold).f, n.gold),
      percent('amounts.recognizers-currency.unit', prf(n.unit, n.coded, n.coded).p, n.coded),
    ];
  },
};

/** The gold counts cents and pence as such; a reader may say a hundredth of the whole unit. */
function sameValue(system: number, gold: number): boolean {
  const close = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
  return close(system, gold) || close(system * 100, gold);
}
