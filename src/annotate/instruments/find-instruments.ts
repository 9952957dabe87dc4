import type { Instrument } from '../../schema/instrument.ts';
import type { Parse, Token } from '../../text/parse.ts';
import { type InstrumentKind, type InstrumentWords, loadInstrumentWords } from './instrument-words.ts';

const words = Object.freeze(loadInstrumentWords());

interface View {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Each token as written; "" for very long ones. */
  readonly forms: readonly string[];
  readonly words: InstrumentWords;
}

/** Token indexes: from the first to after the last. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Finds treaties, resolutions, laws and the like by their capitalised names: "UN Security Council Resolution 2758",
 * "the Paris Agreement", "the Treaty of Rome", "the 1951 Refugee Convention".
 *
 * @returns spans in text order, never overlapping, without an article
 */
export function findInstruments(parse: Parse): Instrument[] {
  const found: Instrument[] = [];
  for (const { tokens } of parse.sentences) {
    const forms = tokens.map(({ start, end }) => (end - start > 32 ? '' : parse.text.slice(start, end)));
    const view: View = { text: parse.text, tokens, forms, words };
    let floor = 0;
    for (let at = 0; at < tokens.length; at++) {
      const next = at < floor ? undefined : readInstrument(view, at, floor);
      if (next === undefined) continue;
      found.push(next.instrument);
      floor = next.to;
    }
  }
  return found;
}

function readInstrument(view: View, at: number, floor: number): { instrument: Instrument; to: number } | undefined {
  const named = readNamed(view, at);
  if (named !== undefined) return close(view, { from: at, to: at + named.words.length }, named.kind, at);
  const form = view.forms[at] ?? '';
  const kind =
    view.words.nouns.get(form) ?? (form === 'resolution' || form === 'resolutions' ? 'resolution' : undefined);
  if (kind === undefined) return undefined;
  const from = reachLeft(view, at, floor);
  const to = reachRight(view, at);
  return isName(view, at, { from, to }) ? close(view, { from, to }, kind, at) : undefined;
}

function readNamed({ forms, words: { named } }: View, at: number) {
  return named.get(forms[at] ?? '')?.find((name) => name.words.every((word, index) => forms[at + index] === word));
}

/** How far a name may reach from its noun. */
const maxWords = 10;

/** "the Paris Agreement on Monday": a day is no part of a name. */
const calendar =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)$/;

/** Walks left over the capitalised words of a name: "Comprehensive Nuclear - Test - Ban", "Law of the Sea". */
function reachLeft({ forms, words: { notBefore } }: View, at: number, floor: number): number {
  let from = at;
  for (let index = at - 1; index >= floor && index >= at - maxWords; index--) {
    const form = forms[index] ?? '';
    if (isCapital(form) && !(notBefore.has(form) && (index === 0 || form === 'The'))) from = index;
    else if (/^(?:1[89]|20)\d\d$/.test(form) && index === from - 1) from = index;
    else if (!/^(?:of|the|on|and|for|to|-|–|&|'s|’s)$/.test(form) || !isCapital(forms[index - 1] ?? '')) break;
  }
  return from;
}

/** Walks right over "of Rome", "on the Law of the Sea", "2758", "of 1972". */
function reachRight({ forms }: View, at: number): number {
  let to = at + 1;
  if (/^(?:no\.?|No\.?|number)$/.test(forms[to] ?? '') && /^\d/.test(forms[to + 1] ?? '')) to += 1;
  if (/^\d{1,5}$/.test(forms[to] ?? '')) return readYear(forms, to + 1);
  for (let index = to; index < to + maxWords; index++) {
    const form = forms[index] ?? '';
    if (isCapital(form) && index > at + 1 && !calendar.test(form)) to = index + 1;
    else if (!/^(?:of|on|for|against|the|and|to|with)$/.test(form)) break;
  }
  return readYear(forms, to);
}

function readYear(forms: readonly string[], to: number): number {
  const of = forms[to] === 'of' ? 1 : 0;
  if (/^(?:1[89]|20)\d\d$/.test(forms[to + of] ?? '')) return to + of + 1;
  return forms[to] === '(' && /^(?:1[89]|20)\d\d$/.test(forms[to + 1] ?? '') && forms[to + 2] === ')' ? to + 3 : to;
}

function isCapital(form: string): boolean {
  return /^\p{Lu}/u.test(form);
}

/** A bare "Act" or "the Agreement" names nothing by itself. */
function isName({ forms, words: { needsWord } }: View, at: number, { from, to }: Stretch): boolean {
  const form = forms[at] ?? '';
  const numbered = forms.slice(at + 1, to).some((word) => /^\d{1,5}$/.test(word));
  if (!isCapital(form)) return numbered;
  const led = forms.slice(from, at).some((word) => isCapital(word));
  return numbered || led || (!needsWord.has(form) && forms.slice(at + 1, to).some(isCapital));
}

function close(
  view: View,
  { from, to }: Stretch,
  kind: InstrumentKind,
  at: number,
): { instrument: Instrument; to: number } | undefined {
  const first = view.tokens[from];
  const last = view.tokens[to - 1];
  if (first === undefined || last === undefined) return undefined;
  const { forms, text } = view;
  const body = readBody(view, from, at);
  const number = readNumber(forms, at, to);
  const year = forms
    .slice(from, to)
    .find((form, index) => /^(?:1[89]|20)\d\d$/.test(form) && form !== number && from + index !== at);
  return {
    instrument: {
      start: first.start,
      end: last.end,
      name: text.slice(first.start, last.end).replaceAll(/\s+/g, ' '),
      kind,
      ...(body !== undefined && { body }),
      ...(number !== undefined && { number }),
      ...(year !== undefined && { year: Number(year) }),
    },
    to,
  };
}

function readNumber(forms: readonly string[], at: number, to: number): string | undefined {
  const skip = /^(?:no\.?|number)$/i.test(forms[at + 1] ?? '') ? 2 : 1;
  const form = forms[at + skip] ?? '';
  return at + skip < to && /^\d{1,5}$/.test(form) ? form : undefined;
}

/** The body that made a resolution, named just before it. */
function readBody({ forms, words: { bodies } }: View, from: number, at: number): string | undefined {
  for (let start = from; start < at; start++) {
    const end = /^(?:'s|’s)$/.test(forms[at - 1] ?? '') ? at - 1 : at;
    const body = bodies.get(forms.slice(start, end).join(' '));
    if (body !== undefined) return body;
  }
  return undefined;
}
