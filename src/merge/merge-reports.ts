import type { EventCluster } from '../schema/cluster.ts';
import type { EventStatus } from '../schema/event.ts';
import type { Story } from '../schema/story.ts';
import { countSources } from './count-sources.ts';
import { findDisagreements, versionsOf } from './find-disagreements.ts';
import { agreement, windowKeys } from './same-happening.ts';
import { reportsOf, type StoryReport } from './story-report.ts';

/**
 * Joins reports of one happening across stories: the same type and act, compatible parties and places, the same days. A
 * report joins a cluster only if it fits all reports already there, so that days cannot creep; each story gives a
 * cluster one report at most.
 *
 * @param stories  their events may be a selection; the order does not matter
 * @returns clusters in order of day, then of their first report's id; an event that nobody else tells is one too
 */
export function mergeReports(stories: readonly Story[]): EventCluster[] {
  const clusters: StoryReport[][] = [];
  const byKey = new Map<string, StoryReport[][]>();
  for (const report of reportsOf(stories)) {
    const keys = windowKeys(report);
    const candidates = new Set(keys.flatMap((key) => byKey.get(key) ?? []));
    let cluster = bestCluster(report, candidates);
    if (cluster === undefined) {
      cluster = [];
      clusters.push(cluster);
    }
    cluster.push(report);
    for (const key of keys) {
      const there = byKey.get(key) ?? [];
      if (!there.includes(cluster)) byKey.set(key, [...there, cluster]);
    }
  }
  return clusters.map(toCluster);
}

function bestCluster(report: StoryReport, candidates: Iterable<StoryReport[]>): StoryReport[] | undefined {
  let best: { readonly cluster: StoryReport[]; readonly score: number } | undefined;
  for (const cluster of candidates) {
    let score = 0;
    for (const other of cluster) {
      const one = agreement(report, other);
      if (one === undefined) {
        score = Number.NEGATIVE_INFINITY;
        break;
      }
      score += one / cluster.length;
    }
    if (score > (best?.score ?? Number.NEGATIVE_INFINITY)) best = { cluster, score };
  }
  return best?.cluster;
}

function toCluster(reports: readonly StoryReport[]): EventCluster {
  const [first] = reports;
  if (first === undefined) throw new Error('a cluster has a report');
  const decide = (field: 'status' | 'source' | 'target' | 'time' | 'place') =>
    versionsOf(field, reports)[0]?.reports[0];
  const days = decide('time')?.days ?? first.days;
  const place = decide('place')?.place?.name;
  return {
    id: `cluster:${first.event.id}`,
    type: first.event.type,
    status: (decide('status')?.event.status ?? first.event.status) satisfies EventStatus,
    source: (decide('source') ?? first).source.map(({ name }) => name),
    target: (decide('target') ?? first).target.map(({ name }) => name),
    ...(days !== undefined && { earliest: days.earliest, latest: days.latest }),
    ...(place !== undefined && { place }),
    reports: reports.map(({ story, event, outlet }) => ({
      story: story.id,
      event: event.id,
      ...(outlet !== undefined && { outlet }),
      trigger: event.trigger,
      status: event.status,
      confidence: event.confidence,
    })),
    independentSources: countSources(reports),
    disagreements: findDisagreements(reports),
  };
}
