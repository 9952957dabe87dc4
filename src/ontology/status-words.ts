import type { EventStatus } from '../schema/event.ts';
import type { Plover } from './plover.ts';
import { broken, readRows } from './read-file.ts';

/** A word that says whether a deed took place. */
export interface StatusRule {
  readonly id: string;
  readonly status: EventStatus;
  /** A sentence with the word, whose deed has the status. */
  readonly example: string;
}

/** Where a status word stands, and the word → its rule. */
export interface StatusWords {
  /** Modal verbs before the deed's verb: "will", "could". */
  readonly modal: ReadonlyMap<string, StatusRule>;
  /** Verbs and adjectives that take the deed as an infinitive or gerund: "plan to", "fail to", "likely to". */
  readonly control: ReadonlyMap<string, StatusRule>;
  /** Words before or over a deed's noun: "planned visit", "called off the strike". */
  readonly noun: ReadonlyMap<string, StatusRule>;
  /** Words that negate: "not", "never". */
  readonly negation: ReadonlyMap<string, StatusRule>;
  /** Words that open a clause: "if", "unless". */
  readonly clause: ReadonlyMap<string, StatusRule>;
  /** Verbs and nouns whose that-clause does not simply report: "demand that", "deny that". */
  readonly that: ReadonlyMap<string, StatusRule>;
  /** Adverbs: "reportedly". */
  readonly adverb: ReadonlyMap<string, StatusRule>;
}

/** Reads `ontology/status-words.tsv`. @throws AnnalsError CODEBOOK_BROKEN */
export function loadStatusWords(plover: Plover): StatusWords {
  const tables = {
    modal: new Map(),
    control: new Map(),
    noun: new Map(),
    negation: new Map(),
    clause: new Map(),
    adverb: new Map(),
    that: new Map(),
  };
  for (const { cells, line } of readRows('status-words.tsv', 4)) {
    const [place = '', words = '', status = '', example = ''] = cells;
    const table = (tables as Record<string, Map<string, StatusRule>>)[place];
    if (table === undefined) throw broken('status-words.tsv', `unknown place ${place}`, line);
    if (!plover.statuses.has(status as EventStatus)) throw broken('status-words.tsv', `unknown status ${status}`, line);
    if (example === '') throw broken('status-words.tsv', 'no example', line);
    for (const word of words.split(/\s+/)) {
      table.set(word, { id: `status ${place} ${word}`, status: status as EventStatus, example });
    }
  }
  return Object.freeze(tables);
}
