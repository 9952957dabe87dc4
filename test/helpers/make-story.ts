import type { Actor } from '../../src/schema/actor.ts';
import type { Event } from '../../src/schema/event.ts';
import type { Page } from '../../src/schema/page.ts';
import type { Place } from '../../src/schema/place.ts';
import type { Published, Story } from '../../src/schema/story.ts';
import type { ReadPage } from '../../src/store/store.ts';
import { sha256 } from '../../src/util/hash.ts';

export interface ActorSpec extends Partial<Omit<Actor, 'id' | 'name' | 'mentions'>> {
  /** Canonical name; its first occurrence in the text (or that of `as`) is its mention. */
  readonly name: string;
  readonly as?: string;
}

export interface EventSpec extends Partial<Omit<Event, 'id' | 'trigger' | 'sentence' | 'source' | 'target' | 'time'>> {
  /** Words of the text. */
  readonly trigger: string;
  /** Positions in `actors`. */
  readonly source?: readonly number[];
  readonly target?: readonly number[];
  /** An ISO day, or two: earliest and latest. */
  readonly days?: string | readonly [string, string];
  /** Position in `places`. */
  readonly at?: number;
}

export interface StorySpec
  extends Partial<Pick<Story, 'title' | 'publisher' | 'wire' | 'language' | 'kind' | 'authors'>> {
  /** Id of the page; the story is its `number`-th. */
  readonly page?: string;
  readonly number?: number;
  readonly url?: string;
  readonly text: string;
  /** An ISO day, or two: earliest and latest. */
  readonly published?: string | readonly [string, string];
  readonly actors?: readonly ActorSpec[];
  readonly places?: readonly (Partial<Omit<Place, 'id' | 'name' | 'mentions'>> & { readonly name: string })[];
  readonly events?: readonly EventSpec[];
  readonly quotes?: readonly { readonly speaker?: number; readonly content: string }[];
  readonly reader?: string;
}

/** Builds a small valid story by hand: the spans are found in the text, each full stop ends a sentence. */
export function makeStory(spec: StorySpec): Story {
  const { page = 'page', number = 1, text, url, reader = '1', title, publisher, wire, authors } = spec;
  const id = `${page}#${number}`;
  const span = (words: string) => {
    const start = text.indexOf(words);
    if (start < 0) throw new Error(`"${words}" is not in the text`);
    return { start, end: start + words.length };
  };
  const sentences = [...text.matchAll(/[^.\s][^.]*\.?/g)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
  const actorId = (position: number) => `${id}/a${position + 1}`;
  return {
    schemaVersion: 1,
    id,
    page: { id: page, ...(url && { url }), mediaType: 'text/plain', sha256: sha256(text), start: 0, end: text.length },
    kind: spec.kind ?? 'article',
    ...(title !== undefined && { title }),
    ...(authors && { authors }),
    ...(publisher && { publisher }),
    ...(wire && { wire }),
    ...(spec.published && { published: publishedOn(spec.published) }),
    language: spec.language ?? 'en',
    text,
    blocks: text === '' ? [] : [{ start: 0, end: text.length, role: 'paragraph' }],
    sentences,
    actors: (spec.actors ?? []).map(({ name, as = name, ...rest }, i) => ({
      id: actorId(i),
      kind: 'state',
      name,
      sectors: [],
      ...rest,
      mentions: text.includes(as) ? [{ ...span(as), form: 'name' }] : [],
    })),
    places: (spec.places ?? []).map(({ name, ...rest }, i) => ({
      id: `${id}/p${i + 1}`,
      name,
      precision: 'city',
      ...rest,
      mentions: text.includes(name) ? [span(name)] : [],
    })),
    times: [],
    amounts: [],
    instruments: [],
    quotes: (spec.quotes ?? []).map(({ speaker, content }, i) => ({
      id: `${id}/q${i + 1}`,
      ...(speaker !== undefined && { speaker: actorId(speaker) }),
      content: [span(content)],
      style: 'direct',
    })),
    events: (spec.events ?? []).map(({ trigger, source = [], target = [], days, at, ...rest }, i) => {
      const where = span(trigger);
      return {
        id: `${id}/e${i + 1}`,
        type: 'CONSULT',
        act: rest.type ?? 'CONSULT',
        contexts: [],
        status: 'happened',
        trigger: where,
        sentence: Math.max(
          0,
          sentences.findIndex((sentence) => sentence.start <= where.start && where.end <= sentence.end),
        ),
        source: source.map(actorId),
        target: target.map(actorId),
        attribution: [],
        ...(days && { time: { ...interval(days), precision: 'day', times: [] } }),
        ...(at !== undefined && { place: `${id}/p${at + 1}` }),
        amounts: [],
        instruments: [],
        importance: 'core',
        confidence: 0.8,
        ...rest,
      };
    }),
    reader: { version: reader, model: 'none', codebook: '1', data: '1' },
  };
}

/** A page of these stories; its bytes are their texts, unless given. */
export function makePage(stories: readonly Story[], bytes?: string, id = stories[0]?.page.id ?? 'page'): ReadPage {
  const text = bytes ?? stories.map((story) => story.text).join('\n');
  const encoded = new TextEncoder().encode(text);
  const url = stories[0]?.page.url;
  const page: Page = {
    id,
    ...(url !== undefined && { url }),
    mediaType: 'text/plain',
    sha256: sha256(encoded),
    bytes: encoded,
    text,
    given: {},
  };
  return { page, stories: stories.map((s) => ({ ...s, page: { ...s.page, sha256: page.sha256 } })) };
}

function publishedOn(days: string | readonly [string, string]): Published {
  const { earliest, latest } = interval(days);
  return { value: earliest, earliest, latest, source: 'given', evidence: [] };
}

function interval(days: string | readonly [string, string]): { earliest: string; latest: string } {
  return typeof days === 'string' ? { earliest: days, latest: days } : { earliest: days[0], latest: days[1] };
}
