import { AnnalsError } from '../../util/errors.ts';
import { walk } from '../../walk.ts';
import { confirm } from '../ask.ts';
import { plain } from '../cards/plain.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';
import { type StoreOptions, storePath, withStore } from '../with-store.ts';

interface RemoveOptions extends StoreOptions {
  readonly why: string;
  readonly by?: string;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
}

/** `annals remove`: takes a page down. */
export async function run(args: readonly string[], options: RemoveOptions, terminal: Terminal): Promise<number> {
  const id = args[0] ?? '';
  const why = options.why.trim();
  if (why === '') throw new UsageError('--why needs a reason; it is all that stays of the page.');
  const path = storePath(options);
  return withStore(path, options.dryRun ? { readOnly: true } : {}, async (store) => {
    const page = (await store.pages([id])).get(id);
    if (page === undefined)
      throw new AnnalsError(
        'ID_UNKNOWN',
        `No page has the id ${id}. Page ids: annals query stories --fields page_id.`,
        { input: id },
      );
    if (page.removedAt !== undefined) {
      terminal.say(`annals: ${id} was taken down on ${page.removedAt.slice(0, 10)}; nothing to do.`);
      return exitCodes.done;
    }
    let stories = 0;
    let events = 0;
    let title: string | undefined;
    for await (const story of walk((filter) => store.queryStories(filter), { story: id })) {
      stories += 1;
      events += story.events.length;
      title ??= story.title;
    }
    const what = `${plain(id)}${title === undefined ? '' : ` (“${plain(title)}”)`}: ${counted(stories, 'story', 'stories')}, ${counted(events, 'event', 'events')}`;
    if (options.dryRun) {
      terminal.say(`annals: would take down ${what}; nothing was removed (--dry-run).`);
      return exitCodes.done;
    }
    if (!(await confirm(terminal, `Take down ${what}? Text, bytes and records go for good.`, options.yes))) {
      terminal.say('annals: nothing was removed.');
      return exitCodes.done;
    }
    await store.remove(id, { at: new Date().toISOString(), why, ...(options.by !== undefined && { by: options.by }) });
    terminal.say(`annals: took down ${what}. A dated trace with the reason stays.`);
    return exitCodes.done;
  });
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
