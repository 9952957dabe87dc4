import { effect } from '@preact/signals';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Event } from '../../../src/schema/event.ts';
import type { Story } from '../../../src/schema/story.ts';
import { countWords } from '../words.ts';
import { CardFacts, CardHead, CardQuote } from './card-parts.tsx';
import { type ReaderState, shortId } from './reader-state.ts';

/** Cards drawn at once: more than a window shows; the rest are drawn as one comes near them. */
const cardsAtOnce = 24;

interface EventCardsProps {
  readonly state: ReaderState;
  readonly find: string;
  readonly onFocus: (event: Event, how: 'key' | 'click' | 'focus') => void;
}

export function EventCards({ state, find, onFocus }: EventCardsProps) {
  const { story } = state;
  const list = useRef<HTMLOListElement>(null);
  const [drawn, setDrawn] = useState(cardsAtOnce);
  const events = useMemo(() => matching(story, find), [story, find]);
  useLitCards(state, list);
  const drawTo = (id: string) => {
    const n = events.findIndex((event) => event.id === id);
    if (n >= drawn) setDrawn(n + cardsAtOnce);
  };
  useEffect(
    () =>
      effect(() => {
        if (state.active.value !== undefined) drawTo(state.active.value);
      }),
    [state, events, drawn],
  );
  if (story.notCoded === 'language') return <NotCoded story={story} />;
  if (story.events.length === 0) return <NothingFound story={story} />;
  return (
    <>
      {find !== '' && (
        <p class="quiet" aria-live="polite">
          {countWords(events.length, 'event')} of {story.events.length} with “{find}”
        </p>
      )}
      <ol class="cards" ref={list}>
        {events.slice(0, drawn).map((event) => (
          <EventCard key={event.id} story={story} event={event} state={state} onFocus={onFocus} />
        ))}
      </ol>
      {events.length > drawn && (
        <More key={drawn} left={events.length - drawn} onNear={() => setDrawn(drawn + cardsAtOnce)} />
      )}
    </>
  );
}

/** Draws on by itself when it comes near the window; a button for those who go by keyboard. */
function More({ left, onNear }: { readonly left: number; readonly onNear: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && onNear());
    if (button.current) observer.observe(button.current);
    return () => observer.disconnect();
  }, []);
  return (
    <button ref={button} type="button" class="more" onClick={onNear}>
      {countWords(left, 'more event')}
    </button>
  );
}

interface EventCardProps extends Omit<EventCardsProps, 'find'> {
  readonly story: Story;
  readonly event: Event;
}

function EventCard({ story, event, state, onFocus }: EventCardProps) {
  const id = shortId(event.id);
  const nameOf = (actor: string) => story.actors.find((known) => known.id === actor)?.name;
  const slice = (span: { start: number; end: number } | undefined) => span && story.text.slice(span.start, span.end);
  const sentence = story.sentences[event.sentence];
  const place = story.places.find((known) => known.id === event.place);
  const marks = [event.trigger, ...(event.triggers ?? [])].map(({ start, end }) => ({
    start: start - (sentence?.start ?? 0),
    end: end - (sentence?.start ?? 0),
  }));
  return (
    <li>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: focus does the same by keyboard */}
      <article
        id={id}
        class={`card quad-${event.quad ?? 0}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: focus on a card lights and shows its words
        tabIndex={0}
        aria-labelledby={`${id}-head`}
        aria-controls="story-text"
        data-event={event.id}
        onMouseEnter={() => {
          state.hovered.value = event.id;
        }}
        onMouseLeave={() => {
          state.hovered.value = undefined;
        }}
        onFocus={(focus) => onFocus(event, focus.currentTarget.matches(':focus-visible') ? 'key' : 'focus')}
        onClick={() => onFocus(event, 'click')}
      >
        <CardHead
          event={event}
          deed={story.text.slice(event.trigger.start, event.trigger.end)}
          nameOf={nameOf}
          level="h3"
          id={`${id}-head`}
        />
        {sentence && <CardQuote text={story.text.slice(sentence.start, sentence.end)} marks={marks} />}
        <CardFacts
          event={event}
          nameOf={nameOf}
          place={place?.name}
          amounts={event.amounts.map((n) => slice(story.amounts[n])).filter((words) => words !== undefined)}
          cues={event.attribution.map(({ cue }) => slice(cue))}
        />
      </article>
    </li>
  );
}

/** Marks the lit card, and brings it into the view of its own column when the text led there. */
function useLitCards(state: ReaderState, list: { readonly current: HTMLElement | null }) {
  useEffect(
    () =>
      effect(() => {
        const id = state.lit.value;
        const active = state.active.value;
        for (const card of list.current?.querySelectorAll<HTMLElement>('.lit, .active') ?? []) {
          card.classList.remove('lit', 'active');
        }
        const card = id === undefined ? null : list.current?.querySelector<HTMLElement>(`#${shortId(id)}`);
        card?.classList.add('lit');
        if (active !== undefined) list.current?.querySelector(`#${shortId(active)}`)?.classList.add('active');
        if (card && !card.matches(':hover')) scrollColumn(card);
      }),
    [state],
  );
}

/** Scrolls the column of cards, and never the window: the text must not move under the pointer. */
export function scrollColumn(card: HTMLElement): void {
  const column = card.closest<HTMLElement>('.panel-body');
  if (!column || column.scrollHeight <= column.clientHeight) return;
  const [box, frame] = [card.getBoundingClientRect(), column.getBoundingClientRect()];
  if (box.top >= frame.top && box.bottom <= frame.bottom) return;
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  column.scrollBy({ top: box.top - frame.top - frame.height / 4, behavior: still ? 'instant' : 'smooth' });
}

/** Events one of whose words, names or codes holds all the words looked for. */
function matching(story: Story, find: string): readonly Event[] {
  const wanted = find.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return story.events;
  const names = new Map(story.actors.map((actor) => [actor.id, `${actor.name} ${actor.country ?? ''}`]));
  return story.events.filter((event) => {
    const sentence = story.sentences[event.sentence];
    const said = [...event.source, ...event.target, ...event.attribution.map(({ actor }) => actor ?? '')];
    const place = story.places.find((known) => known.id === event.place)?.name ?? '';
    const codes = [event.type, event.act, event.status, event.cameo ?? '', place, ...event.contexts];
    const all = [
      ...codes,
      ...said.map((id) => names.get(id) ?? ''),
      sentence ? story.text.slice(sentence.start, sentence.end) : '',
    ];
    const haystack = all.join(' ').toLowerCase();
    return wanted.every((word) => haystack.includes(word));
  });
}

function NotCoded({ story }: { readonly story: Story }) {
  return (
    <div class="nothing">
      <p>
        <b>Nothing is coded in this story.</b>
      </p>
      <p>
        Its language is <code>{story.language}</code>, and Annals reads English so far. The text is stored as it came
        and can be searched.
      </p>
    </div>
  );
}

function NothingFound({ story }: { readonly story: Story }) {
  return (
    <div class="nothing">
      <p>
        <b>No event was found.</b>
      </p>
      <p>
        {story.kind === 'teaser'
          ? 'A teaser only announces another story.'
          : 'No sentence tells a deed between actors that the codebook knows.'}
      </p>
    </div>
  );
}
