import { describe, expect, it } from 'vitest';
import { modeOf, typeOf } from './act-status.ts';
import { defaultCameo, goldsteinOf, ploverOf, speechCameo } from './cameo.ts';
import { loadCodebook } from './codebook.ts';
import { intensityOf } from './plover.ts';

const codebook = loadCodebook();
const { plover, cameo, actStatus } = codebook;

// The table as the design states it, written out by hand: act → type when planned, type when conditional.
const becomes: Record<string, readonly [string, string]> = {
  CONSULT: ['AGREE', 'AGREE'],
  SUPPORT: ['AGREE', 'AGREE'],
  COOPERATE: ['AGREE', 'AGREE'],
  AID: ['AGREE', 'AGREE'],
  RETREAT: ['CONCEDE', 'CONCEDE'],
  ASSAULT: ['THREATEN', 'THREATEN'],
  COERCE: ['THREATEN', 'THREATEN'],
  SANCTION: ['THREATEN', 'THREATEN'],
  MOBILIZE: ['THREATEN', 'THREATEN'],
  PROTEST: ['THREATEN', 'THREATEN'],
  AGREE: ['AGREE', 'AGREE'],
  CONCEDE: ['CONCEDE', 'CONCEDE'],
  REQUEST: ['REQUEST', 'REQUEST'],
  ACCUSE: ['ACCUSE', 'ACCUSE'],
  REJECT: ['REJECT', 'REJECT'],
  THREATEN: ['THREATEN', 'THREATEN'],
};

describe('act and status give the type', () => {
  for (const [act, [planned, conditional]] of Object.entries(becomes)) {
    for (const status of ['happened', 'ongoing', 'denied', 'speculated', 'called-for'] as const) {
      it(`${act} ${status} stays ${act}`, () => expect(typeOf(actStatus, act, status)).toBe(act));
    }
    it(`${act} planned is ${planned}`, () => expect(typeOf(actStatus, act, 'planned')).toBe(planned));
    it(`${act} conditional is ${conditional}`, () => expect(typeOf(actStatus, act, 'conditional')).toBe(conditional));
  }
  it('leaves a type of the user as it is', () => expect(typeOf(actStatus, 'MY-TYPE', 'planned')).toBe('MY-TYPE'));
});

describe("a threat's mode comes from the deed", () => {
  it.each([
    ['ASSAULT', 'aerial', 'violence'],
    ['MOBILIZE', 'troops', 'violence'],
    ['COERCE', 'arrest', 'arrest'],
    ['COERCE', 'seize', 'restrict'],
    ['SANCTION', 'expel', 'expel'],
    ['SANCTION', 'discontinue', 'relations'],
    ['PROTEST', 'strike', undefined],
  ])('%s %s → %s', (act, mode, threat) => expect(modeOf(actStatus, act, mode, 'THREATEN')).toBe(threat));
  it('keeps the mode where type and act agree', () =>
    expect(modeOf(actStatus, 'COERCE', 'arrest', 'COERCE')).toBe('arrest'));
  it('has no mode where the type has none', () =>
    expect(modeOf(actStatus, 'CONSULT', 'visit', 'AGREE')).toBeUndefined());
});

describe('lists', () => {
  it('has sixteen types, seven statuses, 37 contexts', () => {
    expect(plover.types.size).toBe(16);
    expect(plover.statuses.size).toBe(7);
    expect(plover.contexts.size).toBe(37);
  });
  it.each([
    ['CONCEDE', 1],
    ['RETREAT', 2],
    ['SANCTION', 3],
    ['ASSAULT', 4],
  ])('quad of %s is %i', (type, quad) => expect(plover.types.get(type)?.quad).toBe(quad));
  it.each([
    ['ACCUSE', undefined, -3],
    ['RETREAT', 'disarm', 10],
    ['PROTEST', 'vandalize', -5],
    ['THREATEN', 'arrest', -3.5],
    ['COERCE', 'arrest', -7],
  ])('intensity of %s %s is %d', (type, mode, score) => expect(intensityOf(plover, type, mode)).toBe(score));
});

describe('CAMEO', () => {
  it.each([
    ['0813', 'RETREAT'],
    ['0814', 'RETREAT'],
    ['0811', 'CONCEDE'],
    ['080', 'CONCEDE'],
    ['0841', 'RETREAT'],
    ['163', 'COERCE'],
    ['191', 'COERCE'],
    ['192', 'COERCE'],
    ['175', 'ASSAULT'],
    ['1712', 'ASSAULT'],
    ['1711', 'COERCE'],
    ['116', 'ACCUSE'],
    ['094', 'ACCUSE'],
    ['057', 'SUPPORT'],
    ['204', 'ASSAULT'],
    ['010', undefined],
  ])('%s converts to %s', (code, type) => expect(ploverOf(cameo, code)).toBe(type));
  it.each([
    ['0874', 10],
    ['0871', 9],
    ['1384', -7],
    ['173', -5],
    ['1822', -9],
    ['030', 4],
  ])('Goldstein of %s is %d', (code, score) => expect(goldsteinOf(cameo, code)).toBe(score));
  it.each([
    ['AGREE', '072', '0332'],
    ['REQUEST', '0841', '1053'],
    ['REJECT', '040', '125'],
    ['THREATEN', '195', '1384'],
    ['THREATEN', '163', '1312'],
    ['ACCUSE', '190', undefined],
  ])('%s of %s is %s', (type, deed, code) => expect(speechCameo(cameo, type, deed)).toBe(code));
  it('knows a default code for every type, whatever the mode', () => {
    for (const { type, modes } of plover.types.values()) {
      for (const mode of [undefined, ...modes.keys()]) {
        const code = defaultCameo(cameo, type, mode, []);
        expect(code, `${type} ${mode}`).toBeDefined();
        expect(cameo.names.has(code ?? '')).toBe(true);
      }
    }
  });
  it('names only known codes in the speech table', () => {
    for (const table of cameo.speech.values()) {
      for (const code of table.values()) expect(cameo.names.has(code), code).toBe(true);
    }
  });
});

describe('deeds', () => {
  const all = [...codebook.deeds.verbs.values(), ...codebook.deeds.nouns.values()].flat();
  it('have words for all sixteen types', () => {
    expect(new Set(all.map((deed) => deed.act)).size).toBe(16);
  });
  it('name only known CAMEO codes', () => {
    for (const deed of all) if (deed.cameo) expect(cameo.names.has(deed.cameo), deed.id).toBe(true);
  });
});
