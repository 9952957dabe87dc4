import { type ExplainStep, explainEvent } from '../../events/explain-event.ts';
import { loadResources } from '../../resources.ts';
import type { Event } from '../../schema/event.ts';
import type { Story } from '../../schema/story.ts';
import { parseText } from '../../text/parse-text.ts';
import { plain, wrap } from '../cards/plain.ts';
import { storyCard } from '../cards/story-card.ts';
import { exitCodes } from '../exit-codes.ts';
import { explainDate, explainFromRecord, type Reason } from '../explain-record.ts';
import { findRecords } from '../find-records.ts';
import { toJsonLine } from '../output.ts';
import type { Terminal } from '../terminal.ts';
import { type StoreOptions, storePath, withStore } from '../with-store.ts';

interface ExplainOptions extends StoreOptions {
  readonly json?: boolean;
}

/** `annals explain`: the reasons behind a story's date or an event's fields, and the rules that fired. */
export async function run(args: readonly string[], options: ExplainOptions, terminal: Terminal): Promise<number> {
  const id = args[0] ?? '';
  const found = await withStore(storePath(options), { readOnly: true }, (store) => findRecords(store, id));
  for (const { story, view } of found) {
    const event = view?.event;
    const reasons = event === undefined ? [explainDate(story)] : explainFromRecord(event, story);
    const rules = event === undefined ? [] : await rulesFor(event, story);
    const text = options.json
      ? toJsonLine({ id: event?.id ?? story.id, reasons, rules })
      : asText(event, story, [...reasonLines(reasons, terminal), ...ruleLines(rules, terminal)], terminal);
    process.stdout.write(text);
  }
  return exitCodes.done;
}

/** Reads the deeds of the story again with the reader that is here now; nothing where another reader made the record. */
async function rulesFor(event: Event, story: Story): Promise<readonly ExplainStep[]> {
  const { tagger, codebook, stamp } = await loadResources();
  if (JSON.stringify(stamp) !== JSON.stringify(story.reader)) return [];
  return explainEvent(parseText(story, tagger), story, codebook, event);
}

const questionWidth = 12;

function reasonLines(reasons: readonly Reason[], { paintOut: paint, width }: Terminal): string[] {
  return reasons.flatMap(({ question, answer, evidence }) => {
    const quoted = evidence.map(({ text }) => `“${plain(text)}”`).join(', ');
    const all = [
      ...wrap(plain(answer), width - questionWidth),
      ...wrap(quoted, width - questionWidth).map((line) => paint('quiet', line)),
    ];
    return all.map((line, i) => `${(i === 0 ? question : '').padEnd(questionWidth)}${line}`);
  });
}

function ruleLines(steps: readonly ExplainStep[], { paintOut: paint, width }: Terminal): string[] {
  if (steps.length === 0) return [];
  const lines = steps.flatMap(({ step, rule, words, says }) => {
    const text = `${words === '' ? '' : `“${plain(words)}” `}${plain(says)} [${rule}]`;
    return wrap(text, width - questionWidth).map((line, i) => `${(i === 0 ? step : '').padEnd(questionWidth)}${line}`);
  });
  return ['', paint('strong', 'Rules that fired'), ...lines];
}

function asText(event: Event | undefined, story: Story, lines: readonly string[], terminal: Terminal): string {
  const { paintOut: paint, width, stdoutHasColor: hasColor } = terminal;
  const card = storyCard(story, { paint, width, hasColor, only: event === undefined ? [] : [event] });
  return `${card}\n${lines.join('\n')}\n\n`;
}
