import type { EventCluster } from '../../schema/cluster.ts';
import type { Filter } from '../../schema/filter.ts';
import type { Answer } from '../store.ts';
import type { Connection } from './connection.ts';

export function queryClusters(_connection: Connection, _filter: Filter): Answer<EventCluster> {
  return { items: [] };
}
