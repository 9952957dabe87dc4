import type { Event } from '../../schema/event.ts';
import type { Story } from '../../schema/story.ts';
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

/** `annals explain`: the reasons behind a story's date or an event's fields. */
export async function run(args: readonly string[], options: ExplainOptions, terminal: Terminal): Promise<number> {
  const id = args[0] ?? '';
  const found = await withStore(storePath(options), { readOnly: true }, (store) => findRecords(store, id));
  for (const { story, view } of found) {
    const reasons = view === undefined ? [explainDate(story)] : explainFromRecord(view.event, story);
    const text = options.json
      ? toJsonLine({ id: view?.event.id ?? story.id, reasons })
      : asText(view?.event, story, reasons, terminal);
    process.stdout.write(text);
  }
  return exitCodes.done;
}

const questionWidth = 12;

function asText(event: Event | undefined, story: Story, reasons: readonly Reason[], terminal: Terminal): string {
  const { paintOut: paint, width, stdoutHasColor: hasColor } = terminal;
  const events = event === undefined ? [] : [event];
  const lines = reasons.flatMap(({ question, answer, evidence }) => {
    const quoted = evidence.map(({ text }) => `“${plain(text)}”`).join(', ');
    const all = [
      ...wrap(plain(answer), width - questionWidth),
      ...wrap(quoted, width - questionWidth).map((line) => paint('quiet', line)),
    ];
    return all.map((line, i) => `${(i === 0 ? question : '').padEnd(questionWidth)}${line}`);
  });
  return `${storyCard({ ...story, events }, { paint, width, hasColor })}\n${lines.join('\n')}\n\n`;
}
