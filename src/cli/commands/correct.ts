import type { Store } from '../../store/store.ts';
import { readCorrections } from '../corrections-file.ts';
import { exitCodes } from '../exit-codes.ts';
import { grouped } from '../progress.ts';
import type { Terminal } from '../terminal.ts';
import { type StoreOptions, storePath, withStore } from '../with-store.ts';

interface CorrectOptions extends StoreOptions {
  readonly dryRun?: boolean;
}

/** `annals correct`: applies hand corrections. */
export async function run(args: readonly string[], options: CorrectOptions, terminal: Terminal): Promise<number> {
  const corrections = await readCorrections(args[0] ?? '-');
  const path = storePath(options);
  const { applied, unknown } = await withStore(path, options.dryRun ? { readOnly: true } : {}, async (store) => {
    if (!options.dryRun) return store.correct(corrections);
    const targets = await Promise.all(
      corrections.map(async ({ target }) => ((await isKnown(store, target)) ? [] : [target])),
    );
    const missing = targets.flat();
    return { applied: corrections.length - missing.length, unknown: missing };
  });
  for (const target of unknown) terminal.warn(`annals: nothing has the id ${target}; its correction changes nothing.`);
  process.stdout.write(
    `${grouped(applied)} ${options.dryRun ? 'would be applied' : 'applied'}, ${grouped(unknown.length)} unknown\n`,
  );
  return unknown.length === 0 ? exitCodes.done : exitCodes.someFailed;
}

async function isKnown(store: Store, target: string): Promise<boolean> {
  if ((await store.event(target)) !== undefined) return true;
  const story = await store.story(target.replace(/\/[a-z]\d+$/, ''));
  return story?.id === target || (story?.actors.some(({ id }) => id === target) ?? false);
}
