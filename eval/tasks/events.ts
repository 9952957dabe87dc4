import { type Figure, percent } from '../figure.ts';
import { sample } from '../lib/corpora.ts';
import { groupBy } from '../lib/group.ts';
import { compilePassages, passageFiles } from '../lib/passages.ts';
import { toLine } from '../lib/reader.ts';
import { type Compared, compare, type Passage } from '../score/passage.ts';
import { scoreActors } from '../score/score-actors.ts';
import { calibrationError, scoreEvents } from '../score/score-events.ts';
import { printEventErrors } from '../score/show-errors.ts';
import type { Setting, Task } from '../task.ts';

// About 210 passages: enough to show whether seen passages fare better than held-out ones, quick enough to run always.
const SEEN_PART = 1 / 16;

/** @throws when a held-out file does not compile: its figures would rest on other passages */
export function loadPassages(setting: Setting, part: 'held-out' | 'seen', files = passageFiles(part)): Passage[] {
  const { rows, faults } = compilePassages(files);
  if (part === 'seen') {
    for (const fault of faults) setting.say(`left out: ${fault}`);
    return rows;
  }
  if (faults.length > 0) throw new Error(`${faults.length} passages of the held-out files do not compile`);
  for (const file of files) setting.corpora.use(file);
  return rows;
}

export async function readPassages(setting: Setting, passages: readonly Passage[]): Promise<Compared[]> {
  const lines = passages.map(({ id, text, date }) => toLine({ id, text, published: date }));
  const byPage = groupBy(await setting.reader.stories(lines), (story) => story.page.id);
  return passages.map((p) => compare(p, byPage.get(p.id) ?? []));
}

export const events: Task = {
  name: 'events',
  needs: 'repository',
  async run(setting) {
    const figures: Figure[] = [];
    for (const part of ['held-out', 'seen'] as const) {
      const all = loadPassages(setting, part);
      const compared = await readPassages(setting, part === 'seen' ? sample(all, SEEN_PART) : all);
      figures.push(...figuresOf(`events.${part}`, compared, part === 'held-out'));
      if (part === 'seen' && setting.errors > 0) printEventErrors(compared, setting.errors, setting.say);
    }
    return figures;
  },
};

function figuresOf(set: string, compared: readonly Compared[], gated: boolean): Figure[] {
  const e = scoreEvents(compared);
  const a = scoreActors(compared);
  const better = gated ? 'higher' : 'none';
  const lower = gated ? 'lower' : 'none';
  return [
    percent(`${set}.trigger-f1`, e.trigger.f, e.gold, better),
    percent(`${set}.trigger-precision`, e.trigger.p, e.system, 'none'),
    percent(`${set}.trigger-recall`, e.trigger.r, e.gold, 'none'),
    percent(`${set}.act-f1`, e.act.f, e.gold, better),
    percent(`${set}.parties-f1`, e.parties.f, e.gold, better),
    percent(`${set}.parties-loose-f1`, e.partiesLoose.f, e.gold, 'none'),
    percent(`${set}.status-f1`, e.status.f, e.gold, better),
    percent(`${set}.status-accuracy`, e.statusAccuracy, Math.round(e.trigger.r * e.gold), better),
    percent(`${set}.status-macro-f1`, e.statusMacroF1, Math.round(e.trigger.r * e.gold), better),
    percent(`${set}.mode-accuracy`, e.modeAccuracy, Math.round(e.act.r * e.gold), 'none'),
    percent(`${set}.source-f1`, e.source.f, e.gold, better),
    percent(`${set}.target-f1`, e.target.f, e.gold, better),
    percent(`${set}.by-f1`, e.by.f, e.gold, 'none'),
    percent(`${set}.role-swaps`, e.roleSwaps, e.gold, lower),
    {
      id: `${set}.false-events-per-empty-passage`,
      value: e.falseEvents,
      unit: 'count',
      better: lower,
      n: e.emptyPassages,
    },
    percent(`${set}.mentions-f1`, a.mentionsExact.f, a.goldMentions, better),
    percent(`${set}.mentions-head-f1`, a.mentionsHead.f, a.goldMentions, 'none'),
    percent(`${set}.actors-found`, a.found, a.goldMentions, 'none'),
    percent(`${set}.country`, a.country, a.withCountry, better),
    percent(`${set}.no-country`, a.noCountry, a.withoutCountry, 'none'),
    percent(`${set}.primary-sector`, a.primarySector, a.withSectors, better),
    percent(`${set}.all-sectors`, a.sectors, a.withSectors, 'none'),
    percent(`${set}.calibration-error`, calibrationError(e.judged), e.system, lower),
  ];
}
