import type { Event } from '../../../src/schema/event.ts';
import type { Span } from '../../../src/schema/span.ts';
import { statusGlosses, typeGlosses } from '../filter.ts';
import { StatusSign } from '../status-sign.tsx';
import { eventTimeWords, quadWords } from '../words.ts';

type NameOf = (actorId: string) => string | undefined;

interface CardHeadProps {
  readonly event: Event;
  /** The words of the trigger. */
  readonly deed: string;
  readonly nameOf: NameOf;
  readonly level: 'h2' | 'h3';
  readonly id?: string;
}

/** "X → deed → Y"; a mutual deed joins its parties both ways. */
export function CardHead({ event, deed, nameOf, level: Heading, id }: CardHeadProps) {
  const mutual = event.source.length > 0 && sameParties(event.source, event.target);
  const doers = mutual && event.source.length > 1 ? event.source.slice(0, 1) : event.source;
  const others = mutual ? event.source.slice(doers.length) : event.target;
  const arrow = mutual ? '↔' : '→';
  return (
    <Heading class="card-head" {...(id !== undefined && { id })}>
      <Parties ids={doers} nameOf={nameOf} /> <Arrow sign={arrow} /> <span class="deed">{deed}</span>
      {(mutual || others.length > 0) && (
        <>
          {' '}
          <Arrow sign={arrow} /> {others.length === 0 ? 'each other' : <Parties ids={others} nameOf={nameOf} />}
        </>
      )}
    </Heading>
  );
}

function Arrow({ sign }: { readonly sign: string }) {
  return (
    <span class="arrow" aria-hidden="true">
      {sign}
    </span>
  );
}

function Parties({ ids, nameOf }: { readonly ids: readonly string[]; readonly nameOf: NameOf }) {
  if (ids.length === 0) return <span class="nobody">not named</span>;
  return (
    <span class="parties">
      {ids.map((id, n) => (
        <span key={id}>
          {n > 0 && (n === ids.length - 1 ? ' and ' : ', ')}
          <span class="party">{nameOf(id) ?? 'unknown actor'}</span>
        </span>
      ))}
    </span>
  );
}

function sameParties(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}

/** The most of a sentence that a card quotes; a longer one is cut around the deed, with dots where words are left out. */
const quotedChars = 340;

/** The sentence, verbatim, with the words of the deed marked. */
export function CardQuote({ text, marks }: { readonly text: string; readonly marks: readonly Span[] }) {
  const first = marks[0]?.start ?? 0;
  const from = text.length <= quotedChars ? 0 : wordStart(text, Math.max(0, first - quotedChars / 2));
  const to = Math.min(text.length, text.length <= quotedChars ? text.length : wordStart(text, from + quotedChars));
  const parts: preact.ComponentChild[] = [];
  let at = from;
  for (const { start, end } of [...marks].sort((a, b) => a.start - b.start)) {
    if (start < at || end > to) continue;
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return (
    <blockquote class="card-quote" dir="auto">
      {from > 0 && '… '}
      {parts}
      {text.slice(at, to)}
      {to < text.length && ' …'}
    </blockquote>
  );
}

/** The start of a word near an offset; never inside a surrogate pair. */
function wordStart(text: string, near: number): number {
  const space = text.indexOf(' ', near);
  return space >= 0 && space - near < 40 ? space + 1 : text.length - near < 40 ? text.length : evenPair(text, near);
}

function evenPair(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at;
}

interface CardFactsProps {
  readonly event: Event;
  readonly nameOf: NameOf;
  readonly place: string | undefined;
  /** As written. */
  readonly amounts: readonly string[];
  /** The cue words of the attribution, as written, outermost first. */
  readonly cues?: readonly (string | undefined)[];
}

/** Status · said by · when · where · how much, then the codes. */
export function CardFacts({ event, nameOf, place, amounts, cues = [] }: CardFactsProps) {
  const { status, time, attribution } = event;
  return (
    <>
      <p class="facts">
        <span class={`status status-${status}`} title={`The text says: ${statusGlosses[status]}.`}>
          <StatusSign status={status} /> {status}
        </span>
        {attribution.map((link, n) => (
          <span key={n} class="fact">
            said by <span class="party">{(link.actor !== undefined && nameOf(link.actor)) || 'a source'}</span>
            {cues[n] !== undefined && ` (“${cues[n]}”)`}
          </span>
        ))}
        {time && (
          <span class="fact">
            when <span class="when">{eventTimeWords(time)}</span>
          </span>
        )}
        {place !== undefined && (
          <span class="fact">
            where <span class="where">{place}</span>
          </span>
        )}
        {amounts.map((words) => (
          <span key={words} class="fact">
            amount <span class="amount">{words}</span>
          </span>
        ))}
      </p>
      <Codes event={event} />
    </>
  );
}

function Codes({ event }: { readonly event: Event }) {
  const { type, act, mode, contexts, cameo, quad, intensity, confidence, importance } = event;
  const gloss = (typeGlosses as Readonly<Record<string, string>>)[type];
  const percent = Math.round(confidence * 100);
  return (
    <p class="codes">
      <b class="type" title={gloss}>
        {type}
      </b>
      {act !== type && <span>deed {act}</span>}
      {mode && mode.length > 0 && <span>mode {mode.join(', ')}</span>}
      {contexts.length > 0 && <span>context {contexts.join(', ')}</span>}
      {quad !== undefined && <span>{quadWords[quad]}</span>}
      {cameo !== undefined && <span>CAMEO {cameo}</span>}
      {intensity !== undefined && (
        <span>intensity {intensity > 0 ? `+${intensity}` : String(intensity).replace('-', '−')}</span>
      )}
      {importance === 'minor' && <span>background</span>}
      <span class="confidence" title="Calibrated: of events given this figure, about so many are right.">
        <svg viewBox="0 0 40 6" width="40" height="6" aria-hidden="true">
          <rect class="gauge" width="40" height="6" rx="3" />
          <rect class="gauge-full" width={(confidence * 40).toFixed(1)} height="6" rx="3" />
        </svg>{' '}
        {percent} % sure
      </span>
    </p>
  );
}
