import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Builds once what is older than its sources: the tests run what people run. */
export function setup(): void {
  const script = fileURLToPath(new URL('../../scripts/setup.mjs', import.meta.url));
  const { status } = spawnSync(process.execPath, [script, '--build'], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error('the build failed');
}
