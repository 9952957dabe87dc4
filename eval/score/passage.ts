import type { EventStatus } from '../../src/schema/event.ts';
import type { Span } from '../../src/schema/span.ts';
import type { Story } from '../../src/schema/story.ts';

/** A passage of training/data/events, as its compile.mjs prints it. */
export interface Passage {
  readonly id: string;
  readonly date: string;
  readonly text: string;
  readonly mentions: readonly GoldMention[];
  readonly events: readonly GoldEvent[];
}

export interface GoldMention {
  readonly id: string;
  readonly layer: 'actor' | 'place' | 'time' | 'amount';
  readonly kind?: string;
  readonly country?: string | null;
  readonly sectors?: readonly string[];
  readonly name?: string | null;
  readonly spans: readonly Span[];
}

export interface GoldEvent {
  readonly id: string;
  readonly trigger: Span;
  readonly type: string;
  readonly mode: string | null;
  readonly status: EventStatus;
  readonly source: readonly string[];
  readonly target: readonly string[];
  readonly by: readonly string[];
  readonly contexts: readonly string[];
}

/** Whom a passage names: all the mentions of one actor, in the passage's own text. */
export interface Party {
  readonly mentions: readonly Span[];
  readonly country?: string;
  readonly sectors: readonly string[];
}

/** One coded or gold event with its parties spelled out. */
export interface Coded {
  readonly trigger: Span;
  readonly act: string;
  readonly mode?: string;
  readonly status: EventStatus;
  readonly source: readonly Party[];
  readonly target: readonly Party[];
  readonly by: readonly Party[];
  readonly confidence: number;
}

/** Gold and answer of one passage, side by side. */
export interface Compared {
  readonly id: string;
  readonly text: string;
  readonly gold: { readonly parties: readonly Party[]; readonly events: readonly Coded[] };
  readonly system: { readonly parties: readonly Party[]; readonly events: readonly Coded[] };
}

// In the passages these stand among the sectors; in the record they take the country's place (ontology.md section 6).
const INSTEAD_OF_COUNTRY = new Set(['IGO', 'UNO', 'EUR', 'NGO', 'ISM', 'IMG', 'MNC']);

export function compare(passage: Passage, stories: readonly Story[]): Compared {
  const actors = new Map(passage.mentions.filter((m) => m.layer === 'actor').map((m) => [m.id, toParty(m)]));
  const named = (ids: readonly string[]): Party[] => ids.flatMap((id) => actors.get(id) ?? []);
  const events = passage.events.map(
    (e): Coded => ({
      trigger: e.trigger,
      act: e.type,
      ...(e.mode !== null && { mode: e.mode }),
      status: e.status,
      source: named(e.source),
      target: named(e.target),
      by: named(e.by),
      confidence: 1,
    }),
  );
  const answers = stories.map(answerOf);
  return {
    id: passage.id,
    text: passage.text,
    gold: { parties: [...actors.values()], events },
    system: { parties: answers.flatMap((a) => a.parties), events: answers.flatMap((a) => a.events) },
  };
}

function toParty({ country, sectors = [], spans }: GoldMention): Party {
  const code = country ?? sectors.find((s) => INSTEAD_OF_COUNTRY.has(s));
  return {
    mentions: spans,
    sectors: sectors.filter((s) => !INSTEAD_OF_COUNTRY.has(s)),
    ...(code !== undefined && { country: code }),
  };
}

function answerOf(story: Story): Compared['system'] {
  const shift = ({ start, end }: Span): Span => ({ start: start + story.page.start, end: end + story.page.start });
  const actors = new Map<string, Party>();
  for (const { id, mentions, country, sectors } of story.actors) {
    actors.set(id, { mentions: mentions.map(shift), sectors, ...(country !== undefined && { country }) });
  }
  const named = (ids: readonly (string | undefined)[]): Party[] =>
    ids.flatMap((id) => (id === undefined ? [] : (actors.get(id) ?? [])));
  const events = story.events.map((e): Coded => {
    const mode = (e.actMode ?? e.mode)?.[0];
    return {
      trigger: shift(e.trigger),
      act: e.act,
      ...(mode !== undefined && { mode }),
      status: e.status,
      source: named(e.source),
      target: named(e.target),
      by: named(e.attribution.map((a) => a.actor)),
      confidence: e.confidence,
    };
  });
  return { parties: [...actors.values()], events };
}
