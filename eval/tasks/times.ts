import type { Span } from '../../src/schema/span.ts';
import type { Story } from '../../src/schema/story.ts';
import type { Time } from '../../src/schema/time.ts';
import { type Figure, type Prf, percent, prf, share } from '../figure.ts';
import { type GoldRow, sample } from '../lib/corpora.ts';
import { groupBy } from '../lib/group.ts';
import { pairUp } from '../lib/match.ts';
import { toLine } from '../lib/reader.ts';
import type { Setting, Task } from '../task.ts';

interface Result {
  readonly strict: Prf & { nGold: number };
  readonly relaxed: Prf;
  readonly value: Prf;
  readonly type: Prf;
}

interface Recognized extends Span {
  readonly timex?: readonly string[];
  readonly values?: readonly { readonly value?: string; readonly start?: string; readonly end?: string }[];
}

/** Time expressions: TempEval-3 spans and values. */
export const times: Task = {
  name: 'times',
  needs: 'shared',
  async run(setting) {
    return [
      ...(await tempEval(setting, 'wikiwars', 'wikiwars/wikiwars.train.jsonl.gz', 0.4)),
      ...(await dates(setting)),
      ...(await recognizers(setting)),
    ];
  },
};

async function tempEval(
  { corpora, reader, scorers, quick }: Setting,
  set: string,
  path: string,
  quickPart: number,
): Promise<Figure[]> {
  const gold = sample(corpora.rows(path), quick ? quickPart : 1);
  const { strict, relaxed, value, type } = scorers.score<Result>(
    'time',
    gold,
    await reader.stories(gold.map(toLine)),
  ).result;
  const figure = (name: string, score: Prf, better: Figure['better']): Figure =>
    percent(`times.${set}.${name}`, score.f, strict.nGold, better);
  return [
    figure('strict-f1', strict, 'higher'),
    figure('relaxed-f1', relaxed, 'none'),
    figure('value-f1', value, 'higher'),
    figure('type-f1', type, 'none'),
  ];
}

/** GUM marks dates only (TEI: a day, month, year or from/to), so precision says nothing, and days are compared, not values. */
async function dates({ corpora, reader }: Setting): Promise<Figure[]> {
  const gold = corpora.rows<GoldRow & { times: readonly (Span & { value: string })[] }>('gum/gum.dev.jsonl.gz');
  const byPage = groupBy(await reader.stories(gold.map(toLine)), (story) => story.page.id);
  const n = { gold: 0, found: 0, whole: 0, right: 0 };
  for (const { id, times: wanted } of gold) {
    const found = timesOf(byPage.get(id) ?? []);
    n.gold += wanted.length;
    for (const [i, j] of pairUp(found, wanted)) {
      n.found++;
      const days = daysOf(wanted[j]?.value ?? '');
      if (!days) continue;
      n.whole++;
      if (found[i]?.earliest?.slice(0, 10) === days[0] && found[i]?.latest?.slice(0, 10) === days[1]) n.right++;
    }
  }
  return [
    percent('times.gum.found', share(n.found, n.gold), n.gold),
    percent('times.gum.days-right', share(n.right, n.whole), n.whole),
  ];
}

/** The stories' times, counted in their page's text. */
function timesOf(stories: readonly Story[]): Time[] {
  return stories.flatMap((s) =>
    s.times.map((t) => ({ ...t, start: t.start + s.page.start, end: t.end + s.page.start })),
  );
}

/** First and last day of an ISO day, month or year, or of `from/to`; nothing for open or partial ones. */
export function daysOf(value: string): [string, string] | undefined {
  const [from, to, ...more] = value.split('/').map((part) => /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(part));
  const last = value.includes('/') ? to : from;
  if (!from || !last || more.length > 0) return undefined;
  const [, year = '', month = '12', day] = last;
  const end = day ?? String(new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()).padStart(2, '0');
  return [`${from[1]}-${from[2] ?? '01'}-${from[3] ?? '01'}`, `${year}-${month}-${end}`];
}

/** The Recognizers specifications give several readings of a time; any of them is right. */
async function recognizers({ corpora, reader, quick }: Setting): Promise<Figure[]> {
  const path = 'recognizers/recognizers-datetime.dev.jsonl.gz';
  const gold = sample(corpora.rows<GoldRow & { times: readonly Recognized[] }>(path), quick ? 0.5 : 1);
  const byPage = groupBy(await reader.stories(gold.map(toLine)), (story) => story.page.id);
  let [system, total, strict, right] = [0, 0, 0, 0];
  for (const { id, times: wanted } of gold) {
    const found = timesOf(byPage.get(id) ?? []);
    system += found.length;
    total += wanted.length;
    for (const [i, j] of pairUp(found, wanted)) {
      const [s, g] = [found[i], wanted[j]];
      if (!s || !g) continue;
      if (s.start === g.start && s.end === g.end) strict++;
      if (isReading(s, g)) right++;
    }
  }
  return [
    percent('times.recognizers.strict-f1', prf(strict, system, total).f, total, 'none'),
    percent('times.recognizers.value-f1', prf(right, system, total).f, total),
  ];
}

/** Whether a time's value, or its first and last day, is one of the gold's readings (whose ends are exclusive). */
export function isReading(
  time: Pick<Time, 'value' | 'earliest' | 'latest'>,
  gold: Omit<Recognized, keyof Span>,
): boolean {
  // "18:00:00", "18:00" and "18" are one clock time.
  const plain = (value: string): string =>
    value
      .replace(' ', 'T')
      .replace(/T00:00(:00)?$/, '')
      .replace(/(:00){1,2}$/, '');
  const value = plain(time.value);
  if (gold.timex?.some((t) => plain(t) === value)) return true;
  return (gold.values ?? []).some((v) => {
    if (v.value !== undefined) return plain(v.value) === value || `T${plain(v.value)}` === value;
    return (
      v.start !== undefined &&
      v.end !== undefined &&
      time.earliest?.slice(0, 10) === v.start.slice(0, 10) &&
      (time.latest?.slice(0, 10) === dayBefore(v.end) ||
        (v.start.length > 10 && time.latest?.slice(0, 10) === v.end.slice(0, 10)))
    );
  });
}

function dayBefore(day: string): string {
  const date = Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(date) ? '' : new Date(date - 86_400_000).toISOString().slice(0, 10);
}
