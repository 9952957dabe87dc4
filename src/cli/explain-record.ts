import type { Actor } from '../schema/actor.ts';
import type { Event } from '../schema/event.ts';
import type { Span } from '../schema/span.ts';
import type { Story } from '../schema/story.ts';
import { writtenPublished, writtenTime } from './cards/dates.ts';
import { deedOf } from './cards/event-card.ts';
import { clueText } from './cards/story-card.ts';

/** One answer to "why": what was decided, and the words it rests on. */
export interface Reason {
  readonly question: string;
  readonly answer: string;
  readonly evidence: readonly Words[];
}

export interface Words extends Span {
  readonly text: string;
}

/** Why a story has its date. */
export function explainDate({ published }: Story): Reason {
  if (published === undefined) {
    return { question: 'date', answer: 'none: neither given, nor in the address, nor in the text', evidence: [] };
  }
  const clues = published.evidence.map((clue) => clueText(clue)).join('; ');
  const answer = `${writtenPublished(published)}, ${sources[published.source]}${clues === '' ? '' : `. ${clues}`}`;
  const evidence = published.evidence.flatMap(({ text, start, end }) =>
    start === undefined || end === undefined ? [] : [{ text, start, end }],
  );
  return { question: 'date', answer, evidence };
}

const sources = {
  given: 'given with the page',
  metadata: 'from what the page says of itself',
  url: 'from the address',
  dateline: 'from its dateline',
  content: 'from its words',
} as const;

/** Why an event is recorded as it is, from the record alone: each answer with the words it rests on. */
export function explainFromRecord(event: Event, story: Story): readonly Reason[] {
  const words = (span: Span): Words => ({
    start: span.start,
    end: span.end,
    text: story.text.slice(span.start, span.end),
  });
  const reason = (question: string, answer: string, spans: readonly Span[] = []): Reason => ({
    question,
    answer,
    evidence: spans.map(words),
  });
  const place = story.places.find(({ id }) => id === event.place);
  return [
    reason('deed', `${deedOf(event)} (${event.act})`, [event.trigger, ...(event.triggers ?? [])]),
    reason('type', whyType(event)),
    reason('status', event.status),
    reason(
      'said by',
      saidBy(event, story),
      event.attribution.flatMap(({ source, cue }) => [source, cue].filter((span) => span !== undefined)),
    ),
    ...parties('source', event.source, story).map((party) => reason('who', party.answer, party.spans)),
    ...parties('target', event.target, story).map((party) => reason('to whom', party.answer, party.spans)),
    event.time === undefined
      ? reason('when', 'not told')
      : reason(
          'when',
          whenText(event.time, story),
          event.time.times.flatMap((index) => story.times.slice(index, index + 1)),
        ),
    place === undefined
      ? reason('where', 'not told')
      : reason(
          'where',
          [place.name, place.country, place.precision].filter(Boolean).join(', '),
          place.mentions.slice(0, mentionsShown),
        ),
    ...event.amounts
      .flatMap((index) => story.amounts.slice(index, index + 1))
      .map((amount) => reason('amount', `${amount.value} ${amount.unit} (${amount.kind})`, [amount])),
    reason(
      'weight',
      `${event.importance === 'core' ? 'this story’s news' : 'background'}; confidence ${event.confidence}`,
    ),
    { ...explainDate(story), question: 'story date' },
  ];
}

/** So many mentions are quoted for each party. */
const mentionsShown = 3;

function whyType({ type, act, status, mode, cameo, quad, intensity }: Event): string {
  const codes = [
    cameo && `CAMEO ${cameo}`,
    quad && `quad ${quad}`,
    intensity !== undefined && `intensity ${intensity}`,
    mode && mode.length > 0 && `mode ${mode.join(', ')}`,
  ].filter(Boolean);
  const why = type === act ? '' : `: the codebook makes ${act} that is ${status} ${type}`;
  return `${type}${why}${codes.length === 0 ? '' : ` (${codes.join('; ')})`}`;
}

function saidBy({ attribution }: Event, story: Story): string {
  if (attribution.length === 0) return 'the text itself';
  const names = attribution.map(({ actor, source }) => {
    const name = story.actors.find(({ id }) => id === actor)?.name;
    return name ?? (source && story.text.slice(source.start, source.end)) ?? 'someone not named';
  });
  return names.join(', citing ');
}

function parties(
  side: 'source' | 'target',
  ids: readonly string[],
  story: Story,
): { answer: string; spans: readonly Span[] }[] {
  const actors = ids.flatMap((id): readonly Actor[] => story.actors.filter((actor) => actor.id === id));
  if (actors.length === 0) return [{ answer: side === 'source' ? 'not told' : 'nobody named', spans: [] }];
  return actors.map(({ name, kind, country, sectors, office, mentions }) => {
    const codes = [country, ...sectors].filter(Boolean).join(':');
    return { answer: [name, office, kind, codes].filter(Boolean).join(' · '), spans: mentions.slice(0, mentionsShown) };
  });
}

function whenText(time: NonNullable<Event['time']>, story: Story): string {
  const values = time.times
    .flatMap((index) => story.times.slice(index, index + 1))
    .map(({ value, mod }) => (mod ? `${value} ${mod}` : value));
  const from = values.length === 0 ? 'from the date of the story' : `TIMEX3 ${values.join(', ')}`;
  return `${writtenTime(time)} (${from}; precision ${time.precision})`;
}
