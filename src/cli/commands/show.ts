import type { Story } from '../../schema/story.ts';
import type { EventView } from '../../store/store.ts';
import { eventCard } from '../cards/event-card.ts';
import { factsOf, shortId, storyCard } from '../cards/story-card.ts';
import { exitCodes } from '../exit-codes.ts';
import { type Found, findRecords } from '../find-records.ts';
import { openOutput } from '../output.ts';
import { recordWriter } from '../record-writer.ts';
import type { Terminal } from '../terminal.ts';
import { type StoreOptions, storePath, withStore } from '../with-store.ts';

interface ShowOptions extends StoreOptions {
  readonly format?: 'cards' | 'jsonl' | 'json';
  readonly json?: boolean;
  readonly output?: string;
}

/** `annals show`: one story or event as a card or as JSON. */
export async function run(args: readonly string[], options: ShowOptions, terminal: Terminal): Promise<number> {
  const id = args[0] ?? '';
  const toScreen = terminal.stdoutIsTty && options.output === undefined;
  const format = options.json ? 'jsonl' : (options.format ?? (toScreen ? 'cards' : 'jsonl'));
  const output = openOutput(options.output);
  const found = await withStore(storePath(options), { readOnly: true }, (store) => findRecords(store, id));
  const writer = recordWriter<Found>(format, output, ({ story, view }) =>
    view ? eventText(view, story, terminal) : storyText(story, terminal),
  );
  for (const each of found) {
    if (format === 'cards') await writer.write(each);
    else await (writer as ReturnType<typeof recordWriter<unknown>>).write(each.view ?? each.story);
  }
  await writer.end();
  await output.close();
  return exitCodes.done;
}

function storyText(story: Story, { paintOut: paint, width, stdoutHasColor: hasColor }: Terminal): string {
  return storyCard(story, { paint, width, hasColor, inFull: true });
}

function eventText({ event }: EventView, story: Story, terminal: Terminal): string {
  const { paintOut: paint, width, stdoutHasColor: hasColor } = terminal;
  const heading = storyCard(story, { paint, width, hasColor, only: [] });
  return `${heading}\n${eventCard(factsOf(event, story), shortId(event.id), { paint, width, hasColor }).join('\n')}\n`;
}
