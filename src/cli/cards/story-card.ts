import type { Attribution, Event } from '../../schema/event.ts';
import type { PublishedEvidence, Story } from '../../schema/story.ts';
import { writtenPublished } from './dates.ts';
import { type CardOptions, type EventFacts, eventCard } from './event-card.ts';
import { clip, plain, wrap } from './plain.ts';

export interface StoryCardOptions extends CardOptions {
  /** With its actors and quotes. */
  readonly inFull?: boolean;
  /** Only these of its events; absent: all. */
  readonly only?: readonly Event[];
}

/** A story as a reader on a terminal sees it: title, date and why, then its events with the words that say so. */
export function storyCard(story: Story, options: StoryCardOptions): string {
  const { paint, width } = options;
  const lines = [paint('quiet', '─'.repeat(width)), ...heading(story, options)];
  lines.push(...wrap(facts(story), width).map((line) => paint('quiet', line.replaceAll('\u00a0', ' '))));
  lines.push(paint('quiet', plain(story.id)));
  lines.push(...dateLines(story, options));
  if (story.notCoded !== undefined) lines.push(...wrap(`Not coded: ${whyNotCoded(story)}`, width));
  for (const event of options.only ?? story.events) {
    lines.push('', ...eventCard(factsOf(event, story), shortId(event.id).padStart(3), options));
  }
  if (options.inFull) lines.push(...actorLines(story, options), ...quoteLines(story, options));
  return `${lines.join('\n')}\n`;
}

/** "…#1/e2" → "e2": what to put behind the story's id to name the event. */
export function shortId(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

function heading(story: Story, { paint, width }: CardOptions): string[] {
  const title = plain(story.title ?? story.text);
  const lines = story.title === undefined ? [clip(title, width)] : wrap(title, width);
  return lines.map((line) => paint('title', line));
}

function facts(story: Story): string {
  const count = (list: readonly unknown[], one: string) =>
    list.length === 0 ? [] : [`${list.length} ${one}${list.length === 1 ? '' : 's'}`];
  const parts = [
    story.kind,
    ...[story.publisher, story.wire, story.authors?.join(', ')].filter((part) => part !== undefined).map(plain),
    ...count(story.events, 'event'),
    ...count(story.actors, 'actor'),
    ...count(story.quotes, 'quote'),
  ];
  // Parts stay whole where the line is broken.
  return parts.map((part) => part.replaceAll(' ', '\u00a0')).join('\u00a0· ');
}

/** So many clues are shown on a card; `annals explain` shows all. */
const cluesShown = 2;

function dateLines({ published }: Story, { paint, width }: CardOptions): string[] {
  if (published === undefined) return [paint('quiet', 'undated')];
  const clues = published.evidence.slice(0, cluesShown).map((clue) => clip(`  ${clueText(clue)}`, width));
  return [`published ${paint('strong', writtenPublished(published))}`, ...clues.map((line) => paint('quiet', line))];
}

/** "2024/10/08": the address names this day */
export function clueText({ text, says }: PublishedEvidence): string {
  const sentence = plain(says).replace(/\.$/, '');
  const rest = /^(The|A|An|It|Its) /.test(sentence) ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence;
  return `“${plain(text)}”: ${rest}`;
}

/** Why a story was stored but not coded, for people. */
export function whyNotCoded(story: Pick<Story, 'language'>): string {
  return `the story is in ${languageName(story.language)}, and this version codes English only. It can be stored and searched.`;
}

/** "fr" → "French (fr)" */
export function languageName(code: string): string {
  try {
    const name = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(code);
    return name === undefined ? code : `${name} (${code})`;
  } catch {
    return code; // not a well-formed tag: shown as it is
  }
}

/** Gathers what the card of one event shows. */
export function factsOf(event: Event, story: Story): EventFacts {
  const sentence = story.sentences[event.sentence];
  const place = story.places.find(({ id }) => id === event.place)?.name;
  return {
    event,
    actors: story.actors,
    ...(place !== undefined && { place }),
    ...(sentence !== undefined && {
      sentence: {
        text: story.text.slice(sentence.start, sentence.end),
        trigger: { start: event.trigger.start - sentence.start, end: event.trigger.end - sentence.start },
      },
    }),
    saidBy: event.attribution.flatMap((link) => saidBy(link, story)),
    amounts: event.amounts.flatMap((index) => {
      const amount = story.amounts[index];
      return amount === undefined ? [] : [story.text.slice(amount.start, amount.end)];
    }),
  };
}

export function saidBy({ actor, source }: Attribution, story: Story): string[] {
  const name = story.actors.find(({ id }) => id === actor)?.name;
  if (name !== undefined) return [name];
  return source === undefined ? [] : [story.text.slice(source.start, source.end)];
}

function actorLines(story: Story, { paint, width }: CardOptions): string[] {
  if (story.actors.length === 0) return [];
  const rows = story.actors.map((actor) => {
    const codes = [actor.country, ...actor.sectors].filter(Boolean).join(':');
    const name = [plain(actor.name), actor.office && actor.office !== actor.name && `(${plain(actor.office)})`]
      .filter(Boolean)
      .join(' ');
    return clip(`    ${[name, actor.kind, codes, `${actor.mentions.length}×`].filter(Boolean).join(' · ')}`, width);
  });
  return ['', paint('strong', '    Actors'), ...rows];
}

function quoteLines(story: Story, { paint, width }: CardOptions): string[] {
  if (story.quotes.length === 0) return [];
  const rows = story.quotes.flatMap((quote) => {
    const speaker = story.actors.find(({ id }) => id === quote.speaker)?.name;
    const who = speaker ?? (quote.source && story.text.slice(quote.source.start, quote.source.end));
    const words = quote.content.map(({ start, end }) => story.text.slice(start, end)).join(' … ');
    return wrap(`${who === undefined ? '' : `${plain(who)}: `}${plain(words)}`, width - 6).map(
      (line, i) => `${i === 0 ? '    ' : '      '}${line}`,
    );
  });
  return ['', paint('strong', '    Quotes'), ...rows];
}
