import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Event } from '../../../src/schema/event.ts';
import type { Story } from '../../../src/schema/story.ts';
import { useJson } from '../api.ts';
import { isTyping } from '../keys.tsx';
import { address, markHash } from '../location.ts';
import { storyName } from '../words.ts';
import { EventCards } from './event-cards.tsx';
import { ActorList, OtherLists, QuoteList } from './fact-lists.tsx';
import { hiddenLayers, LayerBar, setWord, toggleLayer } from './layer-bar.tsx';
import { layerNames } from './layers.ts';
import { originalAt } from './original-at.ts';
import { createReaderState, type ReaderState, shortId } from './reader-state.ts';
import { StoryHead } from './story-head.tsx';
import { StoryRail } from './story-rail.tsx';
import { StoryText } from './story-text.tsx';

export function ReaderView({ id }: { readonly id: string }) {
  const { value, error, status } = useJson<Story>(`/api/v1/stories/${encodeURIComponent(id)}`);
  useEffect(() => {
    if (error !== undefined) document.title = 'Not shown · Annals';
  }, [error]);
  if (error !== undefined) {
    return (
      <div class="list-view">
        <h1>{status === 404 ? 'There is no such story' : 'The story cannot be shown'}</h1>
        <p class="trouble" role="alert">
          {error}
        </p>
        <p>
          <a href="/">All stories</a>
        </p>
      </div>
    );
  }
  return value ? <Reader key={value.id} story={value} /> : <p class="list-view quiet">Reading…</p>;
}

const panels = ['events', 'actors', 'quotes', 'more'] as const;
type Panel = (typeof panels)[number];

/** One story: its page's other stories, its text with layers, its events as cards. */
function Reader({ story }: { readonly story: Story }) {
  const state = useMemo(() => createReaderState(story), [story]);
  const { query } = address.value;
  const hide = query.get('hide') ?? '';
  const hidden = useMemo(() => hiddenLayers(new URLSearchParams({ hide })), [hide]);
  const panel = panels.find((name) => name === query.get('show')) ?? 'events';
  const focusEvent = (event: Event, how: 'key' | 'click' | 'focus') => {
    state.active.value = event.id;
    markHash(shortId(event.id));
    // Where the cards stand below the text, only a click on a card leads away from it, up to its words.
    if (isSideBySide() || how === 'click') state.reveal.current(event.trigger, { select: how === 'key' });
  };
  useReaderKeys(state);
  useEffect(() => {
    document.title = `${storyName(story.title, story.text.slice(0, 200))} · Annals`;
    const asked = story.events.find((event) => shortId(event.id) === address.peek().hash);
    if (asked) requestAnimationFrame(() => focusCard(state, asked.id));
  }, [state]);
  const pick = (id: string) => {
    if (panel !== 'events') setWord('show', '');
    requestAnimationFrame(() => focusCard(state, id));
  };
  return (
    <div class="reader">
      <StoryRail story={story} />
      <section class="reading" aria-label="The story">
        <StoryHead story={story} />
        {state.marks.length > 0 && <LayerBar state={state} hidden={hidden} />}
        <StoryText state={state} hidden={hidden} onPick={pick} />
      </section>
      <section class="panel" id="panel" aria-label="What was read">
        <PanelHead story={story} panel={panel} find={query.get('find') ?? ''} />
        <div class="panel-body" id="panel-body" role="tabpanel" aria-labelledby={`tab-${panel}`} tabIndex={-1}>
          {panel === 'events' && <EventCards state={state} find={query.get('find') ?? ''} onFocus={focusEvent} />}
          {panel === 'actors' && <ActorList state={state} />}
          {panel === 'quotes' && <QuoteList state={state} />}
          {panel === 'more' && <OtherLists state={state} />}
        </div>
      </section>
    </div>
  );
}

interface PanelHeadProps {
  readonly story: Story;
  readonly panel: Panel;
  readonly find: string;
}

function PanelHead({ story, panel, find }: PanelHeadProps) {
  const tabs = useRef<HTMLDivElement>(null);
  const titles: Readonly<Record<Panel, string>> = {
    events: `Events ${story.events.length}`,
    actors: `Actors ${story.actors.length}`,
    quotes: `Quotes ${story.quotes.length}`,
    more: 'More',
  };
  const show = (name: Panel) => setWord('show', name === 'events' ? '' : name);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = panels[(panels.indexOf(panel) + step + panels.length) % panels.length];
    if (step === 0 || next === undefined) return;
    show(next);
    tabs.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return (
    <div class="panel-head">
      <h2 class="hidden">What was read</h2>
      <div class="tabs" role="tablist" aria-label="What was read" ref={tabs} onKeyDown={onKeyDown}>
        {panels.map((name) => (
          <button
            key={name}
            id={`tab-${name}`}
            type="button"
            role="tab"
            aria-selected={panel === name}
            aria-controls="panel-body"
            tabIndex={panel === name ? 0 : -1}
            onClick={() => show(name)}
          >
            {titles[name]}
          </button>
        ))}
      </div>
      {panel === 'events' && story.events.length > 1 && (
        <input
          type="search"
          class="find"
          data-find=""
          aria-label="Find in the events"
          placeholder="Find in the events"
          value={find}
          onInput={(event) => setWord('find', event.currentTarget.value)}
        />
      )}
    </div>
  );
}

/** Whether the cards stand beside the text, so that both can be seen at once. */
function isSideBySide(): boolean {
  return window.matchMedia('(min-width: 900px)').matches;
}

/** Moves the focus to a card: the card in turn lights and shows its words. */
function focusCard(state: ReaderState, id: string): void {
  state.active.value = id;
  // A card further down may have to be drawn first.
  requestAnimationFrame(() => {
    const card = document.getElementById(shortId(id));
    card?.focus({ preventScroll: isSideBySide() });
  });
}

function useReaderKeys(state: ReaderState): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event)) return;
      const layer = layerNames[Number(event.key) - 1];
      if (layer) toggleLayer(layer);
      if (event.key === 'j') step(state, 1);
      if (event.key === 'k') step(state, -1);
      if (event.key === 'o') openOriginal(state);
      if (event.key === 'Escape') leave(state);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [state]);
}

/** The next card of those shown, from the one in focus. */
function step(state: ReaderState, by: 1 | -1): void {
  const cards = [...document.querySelectorAll<HTMLElement>('.cards [data-event]')];
  const at = cards.findIndex((card) => card.dataset.event === state.active.value);
  const next = at < 0 ? cards[by > 0 ? 0 : cards.length - 1] : cards[at + by];
  if (next) next.focus({ preventScroll: isSideBySide() });
  else document.querySelector<HTMLElement>('.panel-body > .more')?.click();
}

function leave(state: ReaderState): void {
  state.active.value = undefined;
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  document.getSelection()?.removeAllRanges();
  markHash('');
}

function openOriginal(state: ReaderState): void {
  const { story } = state;
  const event = story.events.find((event) => event.id === state.active.value);
  const url = originalAt(story, event && story.sentences[event.sentence]);
  if (url !== undefined) window.open(url, '_blank', 'noopener,noreferrer');
}
