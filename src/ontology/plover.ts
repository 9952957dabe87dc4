import type { EventStatus, PloverType, Quad } from '../schema/event.ts';
import { broken, readJson } from './read-file.ts';

/** One of the sixteen types of the standard. */
export interface TypeEntry {
  readonly type: PloverType;
  readonly quad: Quad;
  /** Whether the deed needs somebody it is done to. */
  readonly recipient: 'required' | 'optional';
  /** -10 to 10. */
  readonly intensity: number;
  readonly description: string;
  /** Mode names recur under several types with other meanings: keyed by type. The value is the mode's intensity. */
  readonly modes: ReadonlyMap<string, number>;
}

/** The standard's lists. */
export interface Plover {
  readonly version: string;
  readonly types: ReadonlyMap<string, TypeEntry>;
  readonly statuses: ReadonlySet<EventStatus>;
  readonly contexts: ReadonlySet<string>;
  readonly sectors: ReadonlySet<string>;
  /** IGO, UNO … which stand in the place of a country. */
  readonly countryWords: ReadonlySet<string>;
}

interface PloverFile {
  version: string;
  types: (Omit<TypeEntry, 'modes'> & { modes: { mode: string; intensity?: number }[] })[];
  statuses: { status: EventStatus }[];
  contexts: { context: string }[];
  sectors: { sector: string }[];
  countryWords: string[];
}

/** Reads `ontology/plover.json`. @throws AnnalsError CODEBOOK_BROKEN */
export function loadPlover(): Plover {
  const file = readJson('plover.json') as unknown as PloverFile;
  const types = new Map<string, TypeEntry>();
  for (const { modes, ...entry } of file.types) {
    if (![1, 2, 3, 4].includes(entry.quad)) throw broken('plover.json', `${entry.type} has no quad`);
    const scores = new Map(modes.map(({ mode, intensity }) => [mode, intensity ?? entry.intensity]));
    types.set(entry.type, Object.freeze({ ...entry, modes: scores }));
  }
  if (types.size !== 16) throw broken('plover.json', `16 types are needed, ${types.size} found`);
  return Object.freeze({
    version: file.version,
    types,
    statuses: new Set(file.statuses.map(({ status }) => status)),
    contexts: new Set(file.contexts.map(({ context }) => context)),
    sectors: new Set(file.sectors.map(({ sector }) => sector)),
    countryWords: new Set(file.countryWords),
  });
}

/** PLOVER intensity, -10 to 10: the mode's where the table gives one, else the type's. */
export function intensityOf(plover: Plover, type: string, mode?: string): number | undefined {
  const entry = plover.types.get(type);
  return (mode === undefined ? undefined : entry?.modes.get(mode)) ?? entry?.intensity;
}
