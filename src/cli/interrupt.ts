import { exitCodes } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

export interface Interrupt {
  readonly signal: AbortSignal;
  /** Stops listening. */
  end(): void;
}

/** Ctrl-C once asks the command to finish what it holds and stop; twice ends it now. So does SIGTERM. */
export function onInterrupt(terminal: Terminal, finishing: string): Interrupt {
  const controller = new AbortController();
  const stop = () => {
    if (controller.signal.aborted) process.exit(exitCodes.interrupted);
    controller.abort();
    terminal.say(`\n${finishing} Press Ctrl-C again to stop now.`);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return {
    signal: controller.signal,
    end() {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
    },
  };
}
