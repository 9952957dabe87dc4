import type { PloverType } from '../schema/event.ts';
import type { Plover } from './plover.ts';
import { broken, readJson } from './read-file.ts';

/** A default code; the first row that fits wins. */
export interface CameoDefault {
  readonly type: string;
  readonly mode?: string;
  readonly context?: string;
  readonly cameo: string;
}

/** CAMEO codes, their names, and the ways between them and PLOVER. */
export interface Cameo {
  readonly names: ReadonlyMap<string, string>;
  readonly defaults: readonly CameoDefault[];
  /** Type of a speech act → prefix of the deed's code → code of the speech act. */
  readonly speech: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Prefix → type; the longest prefix wins. */
  readonly toPlover: ReadonlyMap<string, PloverType>;
  /** Prefix → Goldstein score, -10 to 10; the longest prefix wins. */
  readonly goldstein: ReadonlyMap<string, number>;
}

interface CameoFile {
  codes: Record<string, string>;
  defaults: CameoDefault[];
  speech: { types: Record<string, Record<string, string>> };
  toPlover: { prefixes: Record<string, PloverType> };
}

/** Reads `ontology/cameo.json` and `goldstein.json`. @throws AnnalsError CODEBOOK_BROKEN */
export function loadCameo(plover: Plover): Cameo {
  const file = readJson('cameo.json') as unknown as CameoFile;
  const scale = readJson('goldstein.json') as unknown as { scale: Record<string, number> };
  const names = new Map(Object.entries(file.codes));
  for (const row of file.defaults) {
    if (!names.has(row.cameo)) throw broken('cameo.json', `${row.cameo} has no name`);
    const modes = plover.types.get(row.type)?.modes;
    if (modes === undefined) throw broken('cameo.json', `unknown type ${row.type}`);
    if (row.mode !== undefined && !modes.has(row.mode))
      throw broken('cameo.json', `unknown mode ${row.type} ${row.mode}`);
  }
  const speech = new Map(Object.entries(file.speech.types).map(([type, row]) => [type, new Map(Object.entries(row))]));
  return Object.freeze({
    names,
    defaults: Object.freeze(file.defaults),
    speech,
    toPlover: new Map(Object.entries(file.toPlover.prefixes)),
    goldstein: new Map(Object.entries(scale.scale)),
  });
}

/** The entry under the longest prefix of a code. */
export function byPrefix<T>(table: ReadonlyMap<string, T>, code: string): T | undefined {
  for (let length = code.length; length >= 2; length -= 1) {
    const found = table.get(code.slice(0, length));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The PLOVER type that the published conversion table gives a CAMEO code; none for roots 01 and 02. */
export function ploverOf(cameo: Cameo, code: string): PloverType | undefined {
  return byPrefix(cameo.toPlover, code);
}

/** Goldstein score of a CAMEO code, -10 to 10. */
export function goldsteinOf(cameo: Cameo, code: string): number | undefined {
  return byPrefix(cameo.goldstein, code);
}

/** The code of a type when nothing finer is known from the words. */
export function defaultCameo(
  cameo: Cameo,
  type: string,
  mode: string | undefined,
  contexts: readonly string[],
): string | undefined {
  return cameo.defaults.find(
    (row) =>
      row.type === type &&
      (row.mode === undefined || row.mode === mode) &&
      (row.context === undefined || contexts.includes(row.context)),
  )?.cameo;
}

/** The code of a promise, demand, refusal or threat that speaks of a deed with the given code. */
export function speechCameo(cameo: Cameo, type: string, deedCode: string): string | undefined {
  const table = cameo.speech.get(type);
  return table && byPrefix(table, deedCode);
}
