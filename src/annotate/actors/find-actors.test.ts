import { describe, expect, test } from 'vitest';
import { marked } from '../../../test/helpers/marked.ts';
import type { Actor } from '../../schema/actor.ts';
import type { Place } from '../../schema/place.ts';
import type { Published, StorySlice } from '../../schema/story.ts';
import { loadTagger } from '../../text/load-tagger.ts';
import { parseText } from '../../text/parse-text.ts';
import { findActors } from './find-actors.ts';
import { loadActorTables } from './load-actor-tables.ts';

const tagger = loadTagger();
const tables = loadActorTables();

function find(text: string, day?: string, places: readonly Place[] = []): Actor[] {
  const whole = { start: 0, end: text.length };
  const page = { id: 't', mediaType: 'text/plain', sha256: '', ...whole };
  const blocks = [{ ...whole, role: 'paragraph' as const }];
  const story: StorySlice = { id: 't#1', page, kind: 'article', language: 'en', text, blocks };
  const published: Published | undefined = day
    ? { value: day, earliest: day, latest: day, source: 'given', evidence: [] }
    : undefined;
  return findActors(parseText(story, tagger), places, published, tables);
}

/** A place list as the stage before would give it: every `name` of the text, in one state. */
function placed(text: string, name: string, country: string): Place[] {
  const mentions = [...text.matchAll(new RegExp(name, 'g'))].map(({ index }) => ({
    start: index,
    end: index + name.length,
  }));
  return [{ id: 't#1/p1', name, country, precision: 'city', mentions }];
}

const brief = ({ kind, name, country, sectors }: Actor) => [kind, name, country, sectors.join('+')];

describe('findActors: who they are', () => {
  test.each<[string, [string, string, string | undefined, string]]>([
    ['South Korean President Han Do-yun spoke.', ['person', 'Han Do-yun', 'KOR', 'GOV']],
    ['The German foreign minister resigned.', ['person', 'Foreign minister of Germany', 'DEU', 'GOV']],
    ['Former president Ana Sousa of Brazil sued.', ['person', 'Ana Sousa', 'BRA', 'ELI']],
    ['An army spokesman in Chad denied it.', ['person', 'Army spokesman of Chad', 'TCD', 'MIL']],
    ['Russian forces withdrew.', ['group', 'Russian forces', 'RUS', 'MIL']],
    ['Two Kenyan police officers were hurt.', ['group', 'Two Kenyan police officers', 'KEN', 'COP']],
    ['Striking French teachers marched.', ['group', 'Striking French teachers', 'FRA', 'EDU']],
    ['Dozens of Afghan refugees arrived.', ['group', 'Dozens of Afghan refugees', 'AFG', 'REF']],
    [
      'The South Korean Ministry of Defense agreed.',
      ['organization', 'Ministry of Defense (South Korea)', 'KOR', 'GOV+MIL'],
    ],
    ['The UN Security Council met.', ['organization', 'United Nations Security Council', 'UNO', '']],
    ['The European Commission sued.', ['organization', 'European Commission', 'EUR', '']],
    ['NATO will respond.', ['organization', 'NATO', 'IGO', 'MIL']],
    ['Hezbollah fired rockets.', ['organization', 'Hezbollah', 'LBN', 'REB+PTY']],
    ['The Kremlin denied the report.', ['organization', 'Kremlin', 'RUS', 'GOV']],
    ['US officials confirmed it.', ['group', 'US officials', 'USA', 'GOV']],
    ['Abkhazia held a vote.', ['state', 'Abkhazia', 'GEO', 'PRE']],
    ['Puerto Rico asked for help.', ['state', 'Puerto Rico', 'USA', 'GOV']],
    ['World leaders will gather.', ['group', 'World leaders', undefined, 'GOV']],
    ['Gunmen killed ten, Mali said.', ['group', 'Gunmen', 'MLI', 'UAF']],
    ['Protesters blocked roads before Peruvian troops came.', ['group', 'Protesters', 'PER', 'CVL']],
  ])('%s', (text, wanted) => {
    expect(find(text).map(brief)[0]).toEqual(wanted);
  });

  test('takes a capital that acts for its state, and one that is a place for no actor', () => {
    const acting = 'Seoul said it would answer.';
    expect(find(acting, undefined, placed(acting, 'Seoul', 'KOR')).map(brief)).toEqual([
      ['state', 'South Korea', 'KOR', 'GOV'],
    ]);
    const place = 'It rained in Seoul.';
    expect(find(place, undefined, placed(place, 'Seoul', 'KOR'))).toEqual([]);
  });

  test.each([
    ['2023-06-01', ['GOV'], 'President of South Korea'],
    ['2025-09-01', ['ELI'], undefined],
  ])('gives a known person the office held on the day: %s', (day, sectors, office) => {
    const [actor] = find('Yoon Suk-yeol spoke.', day);
    expect([actor?.country, actor?.sectors, actor?.office]).toEqual(['KOR', sectors, office]);
  });

  test('takes a word in lower case for no state and a given name for no state', () => {
    expect(
      find('She told us that a turkey had eaten the chili on the china plate.').filter(({ kind }) => kind === 'state'),
    ).toEqual([]);
    expect(find('Michael Jordan and Chad Miller won.').map(({ kind }) => kind)).toEqual(['person', 'person']);
  });
});

describe('findActors: which mentions are one actor', () => {
  test.each([
    ['[South Korean President Han Do-yun] left. [Han] said [he] was tired.'],
    ['[The Balochistan Liberation Army] ([BLA]) claimed it. [The BLA] gave no proof.'],
    ['[President Ana Sousa] flew home. [The president] gave no reason.'],
    ['[The Congolese army] fled. [The army] denied it.'],
    ['[Mali] closed the border. Later [it] opened one post.'],
    ['[The foreign minister], [Li Bao], met nobody.'],
  ])('%s', (source) => {
    const { text, spans } = marked(source);
    const [actor] = find(text);
    const outer = actor?.mentions.filter((each) =>
      actor.mentions.every(
        (other) =>
          other === each ||
          other.start > each.start ||
          other.end < each.end ||
          other.end - other.start <= each.end - each.start,
      ),
    );
    expect(outer?.map(({ start, end }) => text.slice(start, end))).toEqual(
      spans.map(({ start, end }) => text.slice(start, end)),
    );
  });

  test('gives the whole phrase as a nominal and the bare name inside as a name', () => {
    const source = 'South Korean President Han Do-yun spoke.';
    expect(find(source)[0]?.mentions).toEqual([
      { start: 0, end: 33, form: 'nominal' },
      { start: source.indexOf('Han'), end: 33, form: 'name' },
    ]);
  });

  test('makes the last two states the members of "both countries"', () => {
    const actors = find('Iran met Qatar and Oman in May. Then Qatar and Iran quarrelled. Both countries sent envoys.');
    const pair = actors.find(({ members }) => members !== undefined);
    const names = pair?.members?.map((id) => actors.find((actor) => actor.id === id)?.name);
    expect(names).toEqual(['Qatar', 'Iran']);
    expect(pair?.country).toBeUndefined();
  });

  test('keeps persons of one surname but different titles apart', () => {
    const names = find('Mr. Karimi sued Mrs. Karimi.').map(({ mentions }) => mentions.length);
    expect(names).toEqual([2, 2]);
  });

  test('passes the sector of a body to those it calls its own', () => {
    const actors = find('Hamas refused. Its leader, speaking in Arabic, gave no reason.');
    expect(actors.map(brief)[1]).toEqual(['person', 'Leader of Palestine', 'PSE', 'REB+PTY']);
  });
});

describe('the actor tables', () => {
  test('use only kinds, sectors and countries that the record knows', () => {
    const sectors =
      /^(?:GOV|LEG|JUD|MIL|COP|SPY|PTY|PRM|REB|UAF|UNK|OPP|CVL|CRM|BUS|LAB|AGR|EDU|MED|JRN|REL|REF|ELI|SOC|PRE|IGO|NGO|MNC)$/;
    const isCountry = (code: string) =>
      /^(?:UNO|EUR|IGO|NGO|ISM|IMG|MNC)$/.test(code) || tables.countries.byIso3.has(code);
    const bodies = [...tables.organizations.entries.values()].flat();
    const people = [...tables.people.entries.values()].flat();
    const nouns = [...tables.nouns.entries.values()];
    const wrong = [
      ...[...bodies, ...people, ...nouns].flatMap((each) => each.sectors.filter((code) => !sectors.test(code))),
      ...[...bodies, ...people].flatMap(({ country }) => (country && !isCountry(country) ? [country] : [])),
      ...nouns.filter(({ kind }) => !/^(?:person|state|organization|group)$/.test(kind)).map(({ noun }) => noun),
    ];
    expect(wrong).toEqual([]);
  });

  test('give every known person terms of office that end after they begin', () => {
    const people = [...tables.people.entries.values()].flat();
    expect(people.filter(({ from, to }) => !/^\d{4}-\d\d$/.test(from) || (to !== undefined && to < from))).toEqual([]);
    expect(people.length).toBeGreaterThan(500);
  });
});
