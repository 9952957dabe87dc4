import type { Page } from '../../src/schema/page.ts';
import type { Span } from '../../src/schema/span.ts';
import type { BlockRole, Story } from '../../src/schema/story.ts';

const sentenceBearing: ReadonlySet<BlockRole> = new Set(['paragraph', 'list', 'quote', 'headline', 'deck', 'subhead']);

/** Every breach of the record's invariants (design: record.md) in one story, in plain words; none when it is true. */
export function recordFaults(page: Pick<Page, 'text' | 'id'>, story: Story): string[] {
  return [
    ...textFaults(page, story),
    ...blockFaults(story),
    ...mentionFaults(story),
    ...quoteFaults(story),
    ...eventFaults(story),
  ];
}

/** What is wrong with a span on its own: outside the text, empty, reversed, or through a surrogate pair. */
export function spanFaults(text: string, span: Span, name: string): string[] {
  const { start, end } = span;
  if (!Number.isInteger(start) || !Number.isInteger(end)) return [`${name}: offsets ${start}–${end} are no integers`];
  if (start < 0 || end > text.length) return [`${name}: ${start}–${end} lies outside the text (${text.length})`];
  if (start >= end) return [`${name}: ${start}–${end} is empty or reversed`];
  return [start, end].filter((at) => cutsPair(text, at)).map((at) => `${name}: offset ${at} cuts a surrogate pair`);
}

function cutsPair(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}

function textFaults(page: Pick<Page, 'text' | 'id'>, story: Story): string[] {
  const faults: string[] = [];
  const { start, end } = story.page;
  if (page.text.slice(start, end) !== story.text) faults.push('text is not the slice of the page that it claims to be');
  if (story.page.id !== page.id) faults.push(`page.id is ${story.page.id}, the page's is ${page.id}`);
  if (!/#[1-9]\d*$/.test(story.id) || story.id.replace(/#\d+$/, '') !== page.id) {
    faults.push(`id ${story.id} is not the page's id with # and a number from 1`);
  }
  for (const at of [start, end]) if (cutsPair(page.text, at)) faults.push(`page offset ${at} cuts a surrogate pair`);
  for (const e of story.published?.evidence ?? []) {
    if (e.start === undefined || e.end === undefined) continue;
    faults.push(...spanFaults(story.text, { start: e.start, end: e.end }, 'published evidence'));
    if (story.text.slice(e.start, e.end) !== e.text)
      faults.push(`published evidence "${e.text}" is not what stands there`);
  }
  const published = story.published;
  if (published && published.earliest > published.latest) faults.push('published: earliest is after latest');
  for (const [name, value] of Object.entries({ ...story, ...published })) {
    if (value === '') faults.push(`${name} is an empty string: absent is absent`);
  }
  return faults;
}

function blockFaults(story: Story): string[] {
  const faults = [...apart(story.text, story.blocks, 'block'), ...apart(story.text, story.sentences, 'sentence')];
  const bearing = story.blocks.filter((b) => sentenceBearing.has(b.role));
  let at = 0;
  story.sentences.forEach((s, i) => {
    while (at < bearing.length && (bearing[at] as Span).end <= s.start) at++;
    const block = bearing[at];
    if (!block || s.start < block.start || s.end > block.end)
      faults.push(`sentence ${i} lies in no block that has sentences`);
  });
  return faults;
}

/** Faults of a list whose spans are in text order and never overlap. */
function apart(text: string, spans: readonly Span[], name: string): string[] {
  const faults = spans.flatMap((s, i) => spanFaults(text, s, `${name} ${i}`));
  for (let i = 1; i < spans.length; i++) {
    const [a, b] = [spans[i - 1] as Span, spans[i] as Span];
    if (b.start < a.end)
      faults.push(`${name} ${i} (${b.start}–${b.end}) overlaps or precedes ${i - 1} (${a.start}–${a.end})`);
  }
  return faults;
}

/** Faults of a list whose spans are in text order, where one may hold another. */
function ordered(text: string, spans: readonly Span[], name: string): string[] {
  const faults = spans.flatMap((s, i) => spanFaults(text, s, `${name} ${i}`));
  for (let i = 1; i < spans.length; i++) {
    if ((spans[i] as Span).start < (spans[i - 1] as Span).start) faults.push(`${name} ${i} is out of text order`);
  }
  return faults;
}

function numbered(story: Story, ids: readonly string[], letter: string): string[] {
  return ids.flatMap((id, i) =>
    id === `${story.id}/${letter}${i + 1}` ? [] : [`id ${id} should be /${letter}${i + 1}`],
  );
}

function mentionFaults(story: Story): string[] {
  const { text } = story;
  const faults = [
    ...apart(text, story.times, 'time'),
    ...apart(text, story.amounts, 'amount'),
    ...ordered(text, story.instruments, 'instrument'),
  ];
  for (const [letter, list] of [
    ['a', story.actors],
    ['p', story.places],
  ] as const) {
    faults.push(
      ...numbered(
        story,
        list.map((x) => x.id),
        letter,
      ),
    );
    const firsts: Span[] = [];
    for (const { id, mentions } of list) {
      const first = mentions[0];
      if (first) firsts.push(first);
      else faults.push(`${id} has no mention`);
      faults.push(...ordered(text, mentions, `${id} mention`));
      const places = mentions.map((m) => `${m.start}:${m.end}`);
      if (new Set(places).size < places.length) faults.push(`${id} has one mention twice`);
    }
    faults.push(...ordered(text, firsts, `first mention of ${letter}`));
  }
  const actors = new Set(story.actors.map((a) => a.id));
  for (const { id, name, members = [] } of story.actors) {
    if (name.trim() === '') faults.push(`${id} has an empty name`);
    for (const m of members) if (!actors.has(m) || m === id) faults.push(`${id}: member ${m} is no other actor here`);
  }
  for (const [i, t] of story.times.entries()) {
    if (t.value === '') faults.push(`time ${i} has an empty value`);
    if (t.earliest !== undefined && t.latest !== undefined && day(t.earliest) > day(t.latest)) {
      faults.push(`time ${i}: earliest ${t.earliest} is after latest ${t.latest}`);
    }
  }
  for (const [i, a] of story.amounts.entries()) {
    if (!Number.isFinite(a.value)) faults.push(`amount ${i}: value is not finite`);
    if ((a.min ?? a.value) > (a.max ?? Number.POSITIVE_INFINITY)) faults.push(`amount ${i}: min is above max`);
  }
  return faults;
}

const day = (value: string): string => value.slice(0, 10);

function quoteFaults(story: Story): string[] {
  const { text, quotes } = story;
  const faults = numbered(
    story,
    quotes.map((q) => q.id),
    'q',
  );
  const actors = new Set(story.actors.map((a) => a.id));
  const ids = new Set(quotes.map((q) => q.id));
  faults.push(
    ...ordered(
      text,
      quotes.flatMap((q) => q.content.slice(0, 1)),
      'quote content',
    ),
  );
  for (const q of quotes) {
    if (q.content.length === 0) faults.push(`${q.id} has no content`);
    faults.push(...apart(text, q.content, `${q.id} content`));
    for (const part of ['source', 'cue'] as const)
      if (q[part]) faults.push(...spanFaults(text, q[part], `${q.id} ${part}`));
    if (q.speaker !== undefined && !actors.has(q.speaker))
      faults.push(`${q.id}: speaker ${q.speaker} is no actor here`);
    if (q.via !== undefined && (!ids.has(q.via) || q.via === q.id))
      faults.push(`${q.id}: via ${q.via} is no other quote`);
  }
  return faults;
}

function eventFaults(story: Story): string[] {
  const { text, events } = story;
  const faults = numbered(
    story,
    events.map((e) => e.id),
    'e',
  );
  faults.push(
    ...ordered(
      text,
      events.map((e) => e.trigger),
      'event trigger',
    ),
  );
  const known = {
    actor: new Set(story.actors.map((a) => a.id)),
    place: new Set(story.places.map((p) => p.id)),
    quote: new Set(story.quotes.map((q) => q.id)),
    event: new Set(events.map((e) => e.id)),
  };
  for (const e of events) {
    const say = (what: string): unknown => faults.push(`${e.id}: ${what}`);
    const refers = (kind: keyof typeof known, id: string | undefined, field: string): void => {
      if (id !== undefined && !known[kind].has(id)) say(`${field} ${id} is no ${kind} here`);
    };
    const sentence = story.sentences[e.sentence];
    if (!sentence) say(`sentence ${e.sentence} does not exist`);
    else if (e.trigger.start < sentence.start || e.trigger.end > sentence.end) say('trigger lies outside its sentence');
    faults.push(...ordered(text, e.triggers ?? [], `${e.id} further trigger`));
    for (const side of ['source', 'target'] as const) {
      for (const id of e[side]) refers('actor', id, side);
      if (new Set(e[side]).size < e[side].length) say(`${side} names one actor twice`);
    }
    refers('place', e.place, 'place');
    refers('event', e.content, 'content');
    if (e.content === e.id) say('content is the event itself');
    for (const a of e.attribution) {
      refers('actor', a.actor, 'attribution');
      refers('quote', a.quote, 'attribution');
      for (const part of ['source', 'cue'] as const)
        if (a[part]) faults.push(...spanFaults(text, a[part], `${e.id} ${part}`));
      if (!a.actor && !a.source && !a.cue && !a.quote) say('an attribution says nothing');
    }
    if (e.time && e.time.earliest > e.time.latest) say('time: earliest is after latest');
    const within = (indexes: readonly number[], list: readonly unknown[], field: string): void => {
      for (const i of indexes) if (list[i] === undefined) say(`${field} index ${i} does not exist`);
    };
    within(e.time?.times ?? [], story.times, 'times');
    within(e.amounts, story.amounts, 'amounts');
    within(e.instruments, story.instruments, 'instruments');
    // A deed that is mutual has the same parties on both sides; half of them would be neither mutual nor one-sided.
    const shared = e.source.filter((id) => e.target.includes(id));
    if (shared.length > 0 && (shared.length !== e.source.length || shared.length !== e.target.length)) {
      say('some, but not all, parties stand on both sides');
    }
  }
  return faults;
}
