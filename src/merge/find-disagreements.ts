import type { Actor } from '../schema/actor.ts';
import type { Amount } from '../schema/amount.ts';
import type { Disagreement } from '../schema/cluster.ts';
import { countSources } from './count-sources.ts';
import { compare, type StoryReport } from './story-report.ts';

/** One value of a field, with the reports that give it. */
export interface Version {
  readonly value: string;
  readonly reports: readonly StoryReport[];
}

type Field = 'status' | 'source' | 'target' | 'time' | 'place' | 'attribution' | `amount:${Amount['kind']}`;

const FIELDS = ['status', 'source', 'target', 'time', 'place', 'attribution'] as const satisfies readonly Field[];

/** Fields on which the reports that fill them differ. A report that is silent does not disagree. */
export function findDisagreements(reports: readonly StoryReport[]): Disagreement[] {
  if (reports.length < 2) return [];
  const kinds = new Set(reports.flatMap((report) => amountsOf(report).map(({ kind }) => kind)));
  const fields: Field[] = [...FIELDS, ...[...kinds].sort().map((kind) => `amount:${kind}` as const)];
  return fields.flatMap((field) => {
    const versions = versionsOf(field, reports);
    if (versions.length < 2) return [];
    return [
      {
        field,
        versions: versions.map((one) => ({ value: one.value, reports: one.reports.map(({ event }) => event.id) })),
      },
    ];
  });
}

/** The values of a field, that of most independent sources first; among equals that of the most confident report. */
export function versionsOf(field: Field, reports: readonly StoryReport[]): Version[] {
  const byValue = new Map<string, StoryReport[]>();
  for (const report of reports) {
    const value = fieldText(field, report);
    if (value !== undefined) byValue.set(value, [...(byValue.get(value) ?? []), report]);
  }
  const versions = [...byValue].map(([value, given]) => ({
    value,
    reports: given,
    sources: byValue.size === 1 ? 1 : countSources(given),
    confidence: Math.max(...given.map(({ event }) => event.confidence)),
  }));
  versions.sort((a, b) => b.sources - a.sources || b.confidence - a.confidence || compare(a.value, b.value));
  return versions.map(({ value, reports: given }) => ({ value, reports: given }));
}

function fieldText(field: Field, report: StoryReport): string | undefined {
  const { event, days } = report;
  if (field === 'status') return event.status;
  if (field === 'source' || field === 'target') return namesOf(report[field]);
  if (field === 'place') return report.place?.name;
  if (field === 'attribution') {
    const ids = event.attribution.flatMap(({ actor }) => actor ?? []);
    return namesOf(report.story.actors.filter(({ id }) => ids.includes(id)));
  }
  if (field === 'time') {
    if (!report.ownDays || days === undefined) return undefined;
    return days.earliest === days.latest ? days.earliest : `${days.earliest}/${days.latest}`;
  }
  const amounts = amountsOf(report).filter(({ kind }) => field === `amount:${kind}`);
  return amounts.length === 0
    ? undefined
    : [...new Set(amounts.map(({ value, unit }) => `${value} ${unit}`))].join('; ');
}

function amountsOf({ story, event }: StoryReport): Amount[] {
  return event.amounts.flatMap((index) => story.amounts[index] ?? []);
}

function namesOf(actors: readonly Actor[]): string | undefined {
  return actors.length === 0 ? undefined : [...new Set(actors.map(({ name }) => name))].sort().join('; ');
}
