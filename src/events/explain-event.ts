import type { Codebook } from '../ontology/codebook.ts';
import type { Event } from '../schema/event.ts';
import type { Span } from '../schema/span.ts';
import type { Annotations } from '../schema/story.ts';
import type { Parse } from '../text/parse.ts';
import { toDeedlike } from './code-events.ts';
import { readDeeds } from './read-deeds.ts';

/** One step on the way from the words to an event. */
export interface ExplainStep {
  readonly step: 'trigger' | 'parties' | 'status' | 'type' | 'code' | 'attribution' | 'time' | 'confidence';
  /** Id of the rule or the table row that fired. */
  readonly rule: string;
  /** The words of the story that it fired on; empty where it is a table's work. */
  readonly words: string;
  /** What follows, in plain words. */
  readonly says: string;
}

/** Reads the story's deeds again and says which rules gave this event; empty where the story does not give it. */
export function explainEvent(parse: Parse, found: Annotations, codebook: Codebook, event: Event): ExplainStep[] {
  const draft = readDeeds(parse, found.actors, codebook).find(
    ({ span }) => span.start === event.trigger.start && span.end === event.trigger.end,
  );
  if (draft === undefined) return [];
  const words = (span: Span | undefined) => (span ? parse.text.slice(span.start, span.end) : '');
  const nameOf = (id: string) => found.actors.find((actor) => actor.id === id)?.name ?? id;
  const names = (ids: readonly string[]) => (ids.length === 0 ? 'nobody named' : ids.map(nameOf).join(', '));
  const { deed } = draft.trigger;
  const deedlike = toDeedlike(draft, codebook);
  const steps: ExplainStep[] = [
    {
      step: 'trigger',
      rule: deed.id,
      words: words(draft.span),
      says: `names the deed ${deed.act}${deed.mode ? ` (${deed.mode})` : ''}`,
    },
    ...draft.partyRules.map(
      (rule): ExplainStep => ({
        step: 'parties',
        rule,
        words: words(draft.span),
        says: partyWords[rule] ?? `read from its ${rule}`,
      }),
    ),
    { step: 'parties', rule: 'sides', words: '', says: `${names(event.source)} → ${names(event.target)}` },
    ...draft.statusRules.map(
      (rule): ExplainStep => ({ step: 'status', rule, words: words(draft.span), says: `leads to ${draft.status}` }),
    ),
    {
      step: 'type',
      rule: `act-status ${event.act} ${event.status}`,
      words: '',
      says: `is ${event.type} in the standard`,
    },
    {
      step: 'code',
      rule: deedlike.cameo === undefined ? 'cameo default' : 'cameo of the words',
      words: '',
      says: `${event.cameo ?? 'no code'}: ${codebook.cameo.names.get(event.cameo ?? '') ?? ''}`,
    },
  ];
  for (const { actor, cue, quote } of event.attribution) {
    steps.push({
      step: 'attribution',
      rule: quote ?? 'quote',
      words: words(cue),
      says: `told by ${actor === undefined ? 'somebody unnamed' : nameOf(actor)}`,
    });
  }
  const { time } = event;
  if (time !== undefined) {
    const first = time.times[0];
    const own = first === undefined ? undefined : found.times[first];
    steps.push({
      step: 'time',
      rule: own ? 'time of its clause' : 'time of publication',
      words: words(own),
      says: `${time.earliest} to ${time.latest}, as exact as a ${time.precision}`,
    });
  }
  steps.push({ step: 'confidence', rule: 'confidence.json', words: '', says: `${event.confidence}` });
  return steps;
}

const partyWords: Readonly<Record<string, string>> = {
  subject: 'its subject does it',
  object: 'its object is the other side',
  'passive subject': 'it is done to its subject',
  'by-phrase': 'whoever stands after "by" does it',
  mutual: 'all parties do it to each other',
  between: 'the parties stand after "between"',
  genitive: 'the name before it does it',
  'genitive is target': 'it is done to the name before it',
  'subject of its verb': 'the subject of the verb over it does it',
  'nearest source': 'no word names who does it: the nearest name before it',
  'nearest target': 'no word names the other side: the nearest name after it',
  answers: 'it answers whoever acted on the one who refuses',
  'party of its content': 'the other side is a party of the deed it speaks of',
};
