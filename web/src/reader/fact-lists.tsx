import type { ComponentChildren } from 'preact';
import type { Story } from '../../../src/schema/story.ts';
import { countWords } from '../words.ts';
import { amountWords, timeWords } from './layers.ts';
import type { ReaderState } from './reader-state.ts';

/** The other layers as lists: what is painted over the text, said in words. Each entry lights its places in the text. */
export function ActorList({ state }: { readonly state: ReaderState }) {
  const { actors, events } = state.story;
  return (
    <FactList empty="No actor was found.">
      {actors.map((actor) => {
        const deeds = events.filter(({ source, target }) => source.includes(actor.id) || target.includes(actor.id));
        return (
          <Fact key={actor.id} state={state} id={actor.id} first={actor.mentions[0]}>
            <b class="party">{actor.name}</b>
            <small>
              {[actor.office, actor.kind, actor.country, actor.sectors.join(' ')].filter(Boolean).join(' · ')}
              {' · '}
              {countWords(actor.mentions.length, 'mention')}
              {deeds.length > 0 && ` · ${countWords(deeds.length, 'event')}`}
            </small>
          </Fact>
        );
      })}
    </FactList>
  );
}

export function QuoteList({ state }: { readonly state: ReaderState }) {
  const { quotes, actors, text } = state.story;
  return (
    <FactList empty="No quotation was found.">
      {quotes.map((quote) => (
        <Fact key={quote.id} state={state} id={quote.id} first={quote.content[0]}>
          <b class="party">
            {actors.find((actor) => actor.id === quote.speaker)?.name ??
              (quote.source ? text.slice(quote.source.start, quote.source.end) : 'speaker not found')}
          </b>
          {quote.cue && <span> {text.slice(quote.cue.start, quote.cue.end)}</span>}
          <q class="said" dir="auto">
            {quote.content.map(({ start, end }) => text.slice(start, end)).join(' … ')}
          </q>
          <small>{quote.style}</small>
        </Fact>
      ))}
    </FactList>
  );
}

export function OtherLists({ state }: { readonly state: ReaderState }) {
  const { places, times, amounts, instruments, text } = state.story;
  return (
    <>
      <h3>Places</h3>
      <FactList empty="None found.">
        {places.map((place) => (
          <Fact key={place.id} state={state} id={place.id} first={place.mentions[0]}>
            <b class="where">{place.name}</b>
            <small>
              {[place.precision, place.admin1, place.country].filter(Boolean).join(' · ')}
              {' · '}
              {countWords(place.mentions.length, 'mention')}
            </small>
          </Fact>
        ))}
      </FactList>
      <Spans title="Times" list="times" state={state} look="when" says={(n) => timeOf(times, n)} />
      <Spans title="Amounts" list="amounts" state={state} look="amount" says={(n) => amountOf(amounts, n)} />
      {instruments.length > 0 && (
        <Spans
          title="Treaties, resolutions, laws"
          list="instruments"
          state={state}
          look="law"
          says={(n) => [instruments[n]?.name, instruments[n]?.kind].filter(Boolean).join(' · ')}
        />
      )}
      <p class="quiet">Offsets count UTF-16 units of the stored text ({text.length.toLocaleString('en')} in all).</p>
    </>
  );
}

const timeOf = (times: Story['times'], n: number) => (times[n] ? timeWords(times[n]) : '');
const amountOf = (amounts: Story['amounts'], n: number) => (amounts[n] ? amountWords(amounts[n]) : '');

interface SpansProps {
  readonly title: string;
  readonly list: 'times' | 'amounts' | 'instruments';
  readonly state: ReaderState;
  readonly look: string;
  readonly says: (n: number) => string;
}

function Spans({ title, list, state, look, says }: SpansProps) {
  return (
    <>
      <h3>{title}</h3>
      <FactList empty="None found.">
        {state.story[list].map((span, n) => (
          <Fact key={span.start} state={state} id={`${list}/${n}`} first={span}>
            <b class={look}>{state.story.text.slice(span.start, span.end)}</b>
            <small>{says(n)}</small>
          </Fact>
        ))}
      </FactList>
    </>
  );
}

function FactList({ children, empty }: { readonly children: ComponentChildren[]; readonly empty: string }) {
  return children.length === 0 ? <p class="quiet">{empty}</p> : <ul class="fact-list">{children}</ul>;
}

interface FactProps {
  readonly state: ReaderState;
  readonly id: string;
  readonly first: { readonly start: number; readonly end: number } | undefined;
  readonly children: ComponentChildren;
}

function Fact({ state, id, first, children }: FactProps) {
  const light = (on: boolean) => () => {
    state.hovered.value = on ? id : undefined;
  };
  return (
    <li>
      <button
        type="button"
        class="fact-button"
        aria-controls="story-text"
        onMouseEnter={light(true)}
        onMouseLeave={light(false)}
        onFocus={light(true)}
        onBlur={light(false)}
        onClick={() => first && state.reveal.current(first, { select: false })}
      >
        {children}
      </button>
    </li>
  );
}
