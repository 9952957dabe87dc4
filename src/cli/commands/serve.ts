import { once } from 'node:events';
import { serve } from '../../server/serve.ts';
import { exitCodes } from '../exit-codes.ts';
import { onInterrupt } from '../interrupt.ts';
import type { Terminal } from '../terminal.ts';
import { type StoreOptions, storePath, withStore } from '../with-store.ts';

interface ServeOptions extends StoreOptions {
  readonly port?: number;
  readonly host?: string;
}

/** `annals serve`: the store in a browser, read-only, until Ctrl-C. */
export async function run(_args: readonly string[], options: ServeOptions, terminal: Terminal): Promise<number> {
  const path = storePath(options);
  const token = process.env.ANNALS_TOKEN;
  return withStore(path, { readOnly: true }, async (store) => {
    const running = await serve({
      store,
      ...(options.port !== undefined && { port: options.port }),
      ...(options.host !== undefined && { host: options.host }),
      ...(token && { token }),
      onError: (error, path) => terminal.say(`annals: ${path}: ${error.message}`),
    });
    process.stdout.write(`${running.url}\n`);
    terminal.say(`annals: ${path} is open at ${running.url} (read-only). Stop with Ctrl-C.`);
    const interrupt = onInterrupt(terminal, 'Closing.');
    if (!interrupt.signal.aborted) await once(interrupt.signal, 'abort');
    await running.close();
    interrupt.end();
    return exitCodes.interrupted;
  });
}
