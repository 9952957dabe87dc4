import type { Actor } from '../../schema/actor.ts';
import type { Event } from '../../schema/event.ts';
import type { Span } from '../../schema/span.ts';
import type { Paint, Style } from '../paint.ts';
import { writtenTime } from './dates.ts';
import { clip, displayWidth, plain, wrap } from './plain.ts';

/** What an event card shows, gathered from a whole story or from a query's answer. */
export interface EventFacts {
  readonly event: Event;
  readonly actors: readonly Actor[];
  readonly place?: string;
  readonly sentence?: { readonly text: string; readonly trigger: Span };
  /** Words of who says so, outermost first. */
  readonly saidBy: readonly string[];
  readonly amounts: readonly string[];
}

export interface CardOptions {
  readonly paint: Paint;
  readonly width: number;
  /** Marks words where colour cannot: with `*`. */
  readonly hasColor: boolean;
}

/** One sign per status beside its word, so that a column of cards can be scanned. */
const signs: Readonly<Record<Event['status'], string>> = {
  happened: '●',
  ongoing: '◐',
  planned: '○',
  conditional: '◇',
  'called-for': '△',
  speculated: '?',
  denied: '×',
};

/** A longer sentence is cut to what stands around its trigger. */
const sentenceLines = 3;

/** `X → deed → Y · status · said by · when · where`, and below it the sentence with the trigger marked. */
export function eventCard(facts: EventFacts, label: string, options: CardOptions): string[] {
  const indent = ' '.repeat(label.length + 2);
  const width = options.width - indent.length;
  const lines = joined(headParts(facts), width, options.paint);
  const quoted = facts.sentence === undefined ? [] : quotation(facts.sentence, width - 4, options);
  const body = [...lines, ...quoted.map((line) => `${options.paint('quiet', '│')} ${line}`)];
  return body.map((line, i) => (i === 0 ? `${options.paint('quiet', label)}  ${line}` : `${indent}${line}`));
}

interface Part {
  /** What stands between this part and the one before it on the same line. */
  readonly lead: ' → ' | ' · ';
  readonly text: string;
  readonly style?: Style;
}

function headParts({ event, actors, place, saidBy, amounts }: EventFacts): Part[] {
  const mutual = sameList(event.source, event.target);
  const source = names(event.source, actors, mutual ? ' ⇄ ' : ', ') || '?';
  const target = mutual ? '' : names(event.target, actors, ', ');
  const status = `${signs[event.status]} ${statusOf(event)}`;
  const plainly = (text: string): Part => ({ lead: ' · ', text });
  return [
    { lead: ' → ', text: source, style: 'actor' },
    { lead: ' → ', text: deedOf(event), style: deedStyle(event) },
    ...(target === '' ? [] : [{ lead: ' → ', text: target, style: 'actor' } as const]),
    { lead: ' · ', text: status, style: statusStyle(event) },
    ...(saidBy.length === 0 ? [] : [plainly(`says ${saidBy.map(plain).join(', citing ')}`)]),
    ...(event.time === undefined ? [] : [plainly(writtenTime(event.time))]),
    ...(place === undefined ? [] : [plainly(`in ${plain(place)}`)]),
    ...amounts.map((amount) => plainly(plain(amount))),
    ...(event.importance === 'minor' ? [{ lead: ' · ', text: 'background', style: 'quiet' } as const] : []),
  ];
}

/** The status, with the standard's type where it is another than the deed's: "planned (AGREE)". */
export function statusOf({ status, type, act }: Event): string {
  return type === act ? status : `${status} (${type})`;
}

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id));

/** The deed in words: "assault, aerial". */
export function deedOf(event: Event): string {
  const mode = event.type === event.act ? event.mode : event.actMode;
  return [event.act.toLowerCase(), ...(mode ?? [])].join(', ');
}

/** At most so many names; the rest are counted. */
const namesShown = 3;

export function names(ids: readonly string[], actors: readonly Actor[], between = ', '): string {
  const found = ids.map((id) => plain(actors.find((actor) => actor.id === id)?.name ?? id));
  const rest = found.length - namesShown;
  return rest > 0 ? `${found.slice(0, namesShown).join(between)} +${rest}` : found.join(between);
}

function deedStyle(event: Event): Style {
  if (event.quad === undefined) return 'strong';
  return event.quad <= 2 ? 'cooperation' : 'conflict';
}

function statusStyle(event: Event): Style {
  if (event.status === 'happened' || event.status === 'ongoing') return 'strong';
  return event.status === 'denied' ? 'quiet' : 'pending';
}

/** Parts behind each other, on a new line where one no longer fits; an arrow moves to the new line with its part. */
function joined(parts: readonly Part[], width: number, paint: Paint): string[] {
  const lines: { width: number; shown: string }[] = [];
  for (const { lead, text, style } of parts) {
    const kept = clip(text, width - 2);
    const shown = style === undefined ? kept : paint(style, kept);
    const last = lines.at(-1);
    const between = lead === ' → ' ? ` ${paint('quiet', '→')} ` : lead;
    if (last !== undefined && last.width + lead.length + displayWidth(kept) <= width) {
      last.width += lead.length + displayWidth(kept);
      last.shown += between + shown;
    } else {
      const start = last !== undefined && lead === ' → ' ? between.trimStart() : '';
      lines.push({ width: displayWidth(kept) + (start === '' ? 0 : 2), shown: start + shown });
    }
  }
  return lines.map((line) => line.shown);
}

/** Stand for the marks while lines are broken; `plain` has taken them out of the text itself. */
const [open, close] = ['\u0001', '\u0002'];
const eachMark = new RegExp(`([${open}${close}])`);

function quotation({ text, trigger }: { text: string; trigger: Span }, width: number, options: CardOptions): string[] {
  const [before, words, after] = [
    text.slice(0, trigger.start),
    text.slice(trigger.start, trigger.end),
    text.slice(trigger.end),
  ];
  const [markOpen, markClose] = options.hasColor ? [open, close] : ['*', '*'];
  const lead = /\s$/.test(before) ? ' ' : '';
  const tail = /^\s/.test(after) ? ' ' : '';
  const quoted = `${plain(before)}${lead}${markOpen}${plain(words)}${markClose}${tail}${plain(after)}`.trim();
  const lines = around(wrap(quoted, width), markOpen);
  let isMarked = false;
  return lines.map((line) => {
    const pieces = line.split(eachMark);
    return pieces
      .map((piece) => {
        if (piece === open || piece === close) {
          isMarked = piece === open;
          return '';
        }
        return isMarked && piece !== '' ? options.paint('marked', piece) : piece;
      })
      .join('');
  });
}

/** Keeps the lines around the one that holds the mark. */
function around(lines: readonly string[], mark: string): string[] {
  if (lines.length <= sentenceLines) return [...lines];
  const at = Math.max(
    0,
    lines.findIndex((line) => line.includes(mark)),
  );
  const first = Math.min(Math.max(0, at - 1), lines.length - sentenceLines);
  const kept = lines.slice(first, first + sentenceLines);
  if (first > 0) kept[0] = `… ${kept[0]}`;
  if (first + sentenceLines < lines.length) kept[kept.length - 1] = `${kept.at(-1)} …`;
  return kept;
}
