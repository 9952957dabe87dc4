import type { EventStatus, PloverType } from '../schema/event.ts';
import type { Plover } from './plover.ts';
import { broken, readJson } from './read-file.ts';

/** The table by which a deed and its status give the standard's type. */
export interface ActStatus {
  readonly types: ReadonlyMap<string, ReadonlyMap<EventStatus, PloverType>>;
  /** What a threat with this deed is called; the first row that fits wins. */
  /** The mode of a demand or refusal by the act it speaks of. */
  readonly speechModes: readonly { readonly type: string; readonly content: string; readonly mode: string }[];
  readonly speechActs: SpeechActs;
  readonly threatenModes: readonly { readonly act: string; readonly actMode?: string; readonly mode?: string }[];
}

/** The deeds that a promise becomes by what it promises. */
export interface SpeechActs {
  /** Lemmas. */
  readonly words: ReadonlySet<string>;
  /** Act of the content → act of the promise. */
  readonly byContent: ReadonlyMap<string, string>;
}

interface ActStatusFile {
  speechModes: { type: string; content: string; mode: string }[];
  speechActs: { words: string[]; byContent: Record<string, string> };
  types: Record<string, Record<string, PloverType>>;
  threatenMode: { act: string; actMode?: string; mode?: string }[];
}

/** Reads `ontology/act-status.json`; every type and status must have its cell. @throws AnnalsError CODEBOOK_BROKEN */
export function loadActStatus(plover: Plover): ActStatus {
  const file = readJson('act-status.json') as unknown as ActStatusFile;
  const types = new Map<string, ReadonlyMap<EventStatus, PloverType>>();
  for (const act of plover.types.keys()) {
    const row = new Map<EventStatus, PloverType>();
    for (const status of plover.statuses) {
      const type = file.types[act]?.[status];
      if (type === undefined || !plover.types.has(type))
        throw broken('act-status.json', `no type for ${act} ${status}`);
      row.set(status, type);
    }
    types.set(act, row);
  }
  for (const { type, mode } of file.speechModes) {
    if (!plover.types.get(type)?.modes.has(mode)) throw broken('act-status.json', `unknown mode ${type} ${mode}`);
  }
  return Object.freeze({
    types,
    threatenModes: Object.freeze(file.threatenMode),
    speechModes: Object.freeze(file.speechModes),
    speechActs: Object.freeze({
      words: new Set(file.speechActs.words),
      byContent: new Map(Object.entries(file.speechActs.byContent)),
    }),
  });
}

/** The standard's type of a deed with a status; a user's own type stays itself. */
export function typeOf(table: ActStatus, act: string, status: EventStatus): string {
  return table.types.get(act)?.get(status) ?? act;
}

/** The mode of `type`: the deed's own where type and act agree, a threat's by its table, else none. */
export function modeOf(table: ActStatus, act: string, actMode: string | undefined, type: string): string | undefined {
  if (type === act) return actMode;
  if (type !== 'THREATEN') return undefined;
  return table.threatenModes.find((row) => row.act === act && (row.actMode === undefined || row.actMode === actMode))
    ?.mode;
}

/** The mode of a demand, refusal or threat by what it speaks of; its own words' mode where the table has none. */
export function speechModeOf(
  table: ActStatus,
  type: string,
  content: { readonly act: string; readonly actMode?: string },
): string | undefined {
  if (type === 'THREATEN') return modeOf(table, content.act, content.actMode, 'THREATEN');
  return table.speechModes.find((row) => row.type === type && row.content === content.act)?.mode;
}
