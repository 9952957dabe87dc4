import * as v from 'valibot';
import type { Correction } from '../schema/correction.ts';
import { AnnalsError } from '../util/errors.ts';
import { EVENT_STATUSES, isEventType } from './filter-words.ts';
import { nearestWord } from './nearest-word.ts';

const text = v.pipe(v.string(), v.nonEmpty());
const day = v.pipe(v.string(), v.isoDate());
const type = v.pipe(v.string(), v.check(isEventType, 'must be one of the 16 types, or an own type such as ARMS-SALE'));
const words = v.array(text);

const EVENT_FIELDS = {
  type,
  act: type,
  mode: v.nullable(words),
  actMode: v.nullable(words),
  contexts: words,
  cameo: v.nullable(v.pipe(v.string(), v.regex(/^\d{2,4}$/))),
  quad: v.nullable(v.picklist([1, 2, 3, 4])),
  intensity: v.nullable(v.pipe(v.number(), v.minValue(-10), v.maxValue(10))),
  status: v.picklist(EVENT_STATUSES),
  source: words,
  target: words,
  time: v.nullable(
    v.pipe(
      v.strictObject({ earliest: day, latest: day }),
      v.check(({ earliest, latest }) => earliest <= latest, 'earliest must not be after latest'),
    ),
  ),
  place: v.nullable(text),
  importance: v.picklist(['core', 'minor']),
  confidence: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
};

const ACTOR_FIELDS = {
  kind: v.picklist(['person', 'state', 'organization', 'group']),
  name: text,
  country: v.nullable(v.pipe(v.string(), v.regex(/^[A-Z]{3}$/))),
  sectors: v.array(v.pipe(v.string(), v.regex(/^[A-Z]{3}$/))),
  office: v.nullable(text),
  wikidata: v.nullable(v.pipe(v.string(), v.regex(/^Q\d+$/))),
};

const base = { target: text, by: text, at: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d(T.*)?$/)), why: text };
const CORRECTION = v.variant('action', [
  v.strictObject({ ...base, action: v.literal('drop') }),
  v.strictObject({ ...base, action: v.literal('set'), field: text, value: v.unknown() }),
  v.strictObject({ ...base, action: v.literal('merge'), into: text }),
]);

/** What an id names: `…/e3` an event, `…/a2` an actor. */
export function targetKind(id: string): 'event' | 'actor' | undefined {
  const letter = /#\d+\/([ea])\d+$/.exec(id)?.[1];
  return letter === 'e' ? 'event' : letter === 'a' ? 'actor' : undefined;
}

/**
 * Checks one line of a corrections file.
 *
 * @throws AnnalsError CORRECTION_INVALID naming the field and what it must be
 */
export function parseCorrection(value: unknown): Correction {
  const parsed = v.safeParse(CORRECTION, value);
  if (!parsed.success) throw refuse(value, describe(parsed.issues[0]));
  const correction = parsed.output as Correction;
  const kind = targetKind(correction.target);
  if (kind === undefined) throw refuse(value, '"target" must be the id of an event (…#1/e2) or an actor (…#1/a2)');
  if (correction.action === 'drop' && kind !== 'event') throw refuse(value, '"drop" takes the id of an event');
  if (correction.action === 'merge') {
    if (kind !== 'actor' || targetKind(correction.into ?? '') !== 'actor') {
      throw refuse(value, '"merge" takes the ids of two actors, "target" and "into"');
    }
    if (correction.into === correction.target) throw refuse(value, 'an actor cannot be merged into itself');
  }
  if (correction.action === 'set') checkField(correction, kind);
  return correction;
}

function checkField(correction: Correction, kind: 'event' | 'actor'): void {
  const fields: Readonly<Record<string, v.GenericSchema>> = kind === 'event' ? EVENT_FIELDS : ACTOR_FIELDS;
  const { field = '' } = correction;
  const schema = Object.hasOwn(fields, field) ? fields[field] : undefined;
  if (schema === undefined) {
    const nearest = nearestWord(field, Object.keys(fields));
    const hint = nearest === undefined ? `; one of ${Object.keys(fields).join(', ')}` : `; did you mean "${nearest}"?`;
    throw refuse(correction, `${kind === 'event' ? 'an event' : 'an actor'} has no field "${field}" to set${hint}`);
  }
  const parsed = v.safeParse(schema, correction.value);
  if (!parsed.success) throw refuse(correction, `"${field}": ${parsed.issues[0].message}`);
}

function describe(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue);
  return path === null ? issue.message : `"${path}": ${issue.message}`;
}

function refuse(value: unknown, problem: string): AnnalsError {
  const target = typeof value === 'object' && value !== null && 'target' in value ? String(value.target) : undefined;
  const where = target === undefined ? '' : ` of ${target}`;
  return new AnnalsError('CORRECTION_INVALID', `Correction${where}: ${problem}${/[.?!]$/.test(problem) ? '' : '.'}`);
}
