import type { EventStatus, PloverType } from '../../src/schema/event.ts';
import type { Filter } from '../../src/schema/filter.ts';

/** The words of a filter that the page offers, in the order of its bar. */
export const filterFields = [
  'text',
  'actor',
  'source',
  'target',
  'place',
  'type',
  'status',
  'from',
  'to',
  'language',
] as const satisfies readonly (keyof Filter)[];

export type FilterField = (typeof filterFields)[number];

/** The sixteen PLOVER types with what they mean. */
export const typeGlosses: Readonly<Record<PloverType, string>> = {
  AGREE: 'agree or promise',
  CONSULT: 'meet, talk, visit',
  SUPPORT: 'support in words or by treaty',
  CONCEDE: 'give in, ease, apologise',
  COOPERATE: 'work together',
  AID: 'give aid',
  RETREAT: 'withdraw, release, disarm',
  REQUEST: 'ask or demand',
  ACCUSE: 'criticise or accuse',
  REJECT: 'refuse',
  THREATEN: 'threaten',
  PROTEST: 'protest',
  SANCTION: 'sanction or cut ties',
  MOBILIZE: 'mobilise forces',
  COERCE: 'coerce, arrest, ban',
  ASSAULT: 'attack',
};

/** What the text says of a deed. */
export const statusGlosses: Readonly<Record<EventStatus, string>> = {
  happened: 'took place',
  ongoing: 'is under way',
  planned: 'is to come: promised, announced, scheduled',
  conditional: 'depends on something else',
  'called-for': 'is asked for or demanded',
  speculated: 'is thought possible',
  denied: 'is said not to be so',
};

/** The filter as it stands in an address, without the words that are not its own. */
export function filterQuery(query: URLSearchParams): URLSearchParams {
  const own = new URLSearchParams();
  for (const field of filterFields) {
    const value = query.getAll(field).filter(Boolean).join(',');
    if (value !== '') own.set(field, value);
  }
  return own;
}

export function valuesOf(query: URLSearchParams, field: FilterField): string[] {
  return (query.getAll(field).join(',') || '').split(',').filter(Boolean);
}

/** An address with one word of the filter changed; a change always goes back to the first page of the list. */
export function withWord(path: string, query: URLSearchParams, field: FilterField, value: string): string {
  const next = filterQuery(query);
  if (value === '') next.delete(field);
  else next.set(field, value);
  const search = readable(filterQuery(next));
  return search === '' ? path : `${path}?${search}`;
}

/** A query string that people can read: commas and colons stay as they are. */
export function readable(query: URLSearchParams): string {
  return query.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
}

/** The same question on the command line. */
export function asCommand(command: string, query: URLSearchParams): string {
  const words = [...filterQuery(query)].map(([field, value]) => `--${field} ${quoted(value)}`);
  return ['annals', command, ...words].join(' ');
}

/** A word for a POSIX shell: quoted only where it must be. */
export function quoted(word: string): string {
  return /^[\w.:/,@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
