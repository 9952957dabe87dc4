import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { marked } from '../../test/helpers/marked.ts';
import { loadCodebook } from '../ontology/codebook.ts';
import type { Actor } from '../schema/actor.ts';
import type { Annotations } from '../schema/story.ts';
import { loadTagger } from '../text/load-tagger.ts';
import { parseText } from '../text/parse-text.ts';
import { codeEvents } from './code-events.ts';
import { codePair } from './code-pair.ts';
import { explainEvent } from './explain-event.ts';

const codebook = loadCodebook();
const tagger = loadTagger();

/** Reads a text whose actors stand in brackets; the same words are the same actor. */
function read(source: string) {
  const { text, spans } = marked(source);
  const block = { start: 0, end: text.length, role: 'paragraph' as const };
  const page = { id: 't', mediaType: 'text/plain', sha256: '', start: 0, end: text.length };
  const parse = parseText({ id: 't#1', page, kind: 'article', language: 'en', text, blocks: [block] }, tagger);
  const actors: Actor[] = [];
  for (const span of spans) {
    const name = text.slice(span.start, span.end);
    const mention = { ...span, form: 'name' as const };
    const known = actors.findIndex((actor) => actor.name === name);
    const actor = actors[known];
    if (actor) actors[known] = { ...actor, mentions: [...actor.mentions, mention] };
    else actors.push({ id: `t#1/a${actors.length + 1}`, kind: 'organization', name, sectors: [], mentions: [mention] });
  }
  const found: Annotations = { actors, places: [], times: [], amounts: [], instruments: [], quotes: [] };
  const events = codeEvents(parse, found, undefined, codebook);
  const names = (ids: readonly string[]) => ids.map((id) => actors.find((actor) => actor.id === id)?.name).join('+');
  return {
    parse,
    found,
    events,
    told: events.map((event) => `${names(event.source)}>${names(event.target)}`),
    text,
    spans,
  };
}

const wordsOf = (text: string, event: { trigger: { start: number; end: number } }) =>
  text.slice(event.trigger.start, event.trigger.end);

describe('every deciding rule codes its own example', () => {
  it.each(codebook.rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
    const { events, text } = read(rule.example);
    for (const expected of rule.expect) {
      const event = events.find((one) => wordsOf(text, one).includes(expected.trigger));
      expect(event, `${expected.trigger} in ${rule.example}`).toBeDefined();
      expect({ act: event?.act, status: event?.status }).toEqual({ act: expected.act, status: expected.status });
      if (expected.type) expect(event?.type).toBe(expected.type);
      if (expected.mode) expect(event?.actMode?.[0] ?? event?.mode?.[0]).toBe(expected.mode);
    }
  });
});

describe('every status word decides as its row says', () => {
  const rows = readFileSync(new URL('../../ontology/status-words.tsv', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));
  it.each(rows.map(([place = '', words = '', status = '', example = '']) => [place, words, status, example]))(
    '%s: %s → %s',
    (_place, _words, status, example) => {
      expect(read(example).events.at(-1)?.status, example).toBe(status);
    },
  );
});

describe('parties', () => {
  it.each([
    ['[Israel] attacked [Hamas].', 'Israel>Hamas'],
    ['[Hamas] was attacked by [Israel].', 'Israel>Hamas'],
    ['[Hamas] was attacked.', '>Hamas'],
    ['[Russia] and [Iran] condemned [Israel].', 'Russia+Iran>Israel'],
    ['[Biden] met [Xi] in Lima.', 'Biden+Xi>Biden+Xi'],
    ['Talks between [Egypt] and [Sudan] began.', 'Egypt+Sudan>Egypt+Sudan'],
    ["[Israel]'s attack on [Iran] lasted an hour.", 'Israel>Iran'],
    ['[Kenya] sent food to [Somalia].', 'Kenya>Somalia'],
    ['[Kenya] provided [Somalia] with food.', 'Kenya>Somalia'],
    ['[The minister], who flew home on Monday, condemned [Iran].', 'The minister>Iran'],
    ['Three days after [Poland] expelled [a diplomat], nobody spoke.', 'Poland>a diplomat'],
    ['[The leader] whom [the rebels] killed was old.', 'the rebels>The leader'],
    ['[Pakistan] shot down [an Indian jet].', 'Pakistan>an Indian jet'],
  ])('%s → %s', (source, sides) => expect(read(source).told).toContain(sides));
});

describe('speech acts', () => {
  it('point to the deed they speak of', () => {
    const { events } = read('[Canada] pledged to send tanks to [Ukraine].');
    expect(events.map((event) => [event.act, event.type, event.cameo])).toEqual([
      ['AGREE', 'AGREE', '0332'],
      ['AID', 'AGREE', '0332'],
    ]);
    expect(events[0]?.content).toBe(events[1]?.id);
  });
  it('are put to whoever is to do the deed', () => {
    expect(read('[Washington] urged [Beijing] to free [the monks].').told[0]).toBe('Washington>Beijing');
  });
});

describe('what is no event', () => {
  it.each([
    ['The midfielder attacked the goal and the striker struck in the second half of the league match.'],
    ['The vacuum cleaner retreats when its battery falls below a fifth.'],
    [''],
    ['Rain fell on the hills.'],
  ])('%s', (source) => expect(read(source).events).toEqual([]));
});

test('a month is no march', () => {
  const { parse, found, spans } = read('[Japan] will send engineers in [March].');
  const month = spans[1] ?? { start: 0, end: 0 };
  const times = [{ ...month, type: 'date' as const, value: '2025-03' }];
  const acts = (withTimes: typeof found) => codeEvents(parse, withTimes, undefined, codebook).map((event) => event.act);
  expect(acts({ ...found, actors: found.actors.slice(0, 1), times })).not.toContain('PROTEST');
  expect(acts({ ...found, actors: found.actors.slice(0, 1) })).toContain('PROTEST');
});

describe('repeats', () => {
  it('are one event with two triggers', () => {
    const { events } = read('[Iran] attacked [Israel]. Aid workers wept. [Iran] attacked [Israel] with drones.');
    expect(events.filter((event) => event.act === 'ASSAULT').map((event) => event.triggers?.length ?? 0)).toEqual([1]);
  });
});

describe('codePair', () => {
  const ask = (source: string) => {
    const { parse, found, spans } = read(source);
    const [first, second] = spans;
    return codePair(parse, found, { source: first ? [first] : [], target: second ? [second] : [] }, codebook);
  };
  it('takes the deed that joins the two, in their direction', () => {
    expect(ask('[Turkey] criticised [Greece] after Athens met Cairo.')).toMatchObject({ type: 'ACCUSE', cameo: '111' });
  });
  it('answers nothing where no deed stands', () => expect(ask('[Turkey] is near [Greece].')).toBeUndefined());
  it('reads a promise of aid as AGREE with the kind of aid', () => {
    expect(ask('[Japan] will send soldiers and rifles to [Ukraine].')?.type).toBeDefined();
  });
});

describe('explainEvent', () => {
  it('names the rules and the words that gave an event', () => {
    const { parse, found, events } = read('[Hamas] refused to release [the hostages].');
    const event = events.find((one) => one.act === 'RETREAT');
    if (event === undefined) throw new Error('no event');
    const steps = explainEvent(parse, found, codebook, event);
    expect(steps.map((step) => step.step)).toEqual(
      expect.arrayContaining(['trigger', 'parties', 'status', 'type', 'code']),
    );
    expect(steps.find((step) => step.step === 'status')?.rule).toBe('status control refuse');
    expect(steps[0]?.words).toBe('release');
  });
});
