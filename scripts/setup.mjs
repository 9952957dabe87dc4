// Does whatever set-up is still missing, so that one command works in a fresh clone: installs from the lockfile and,
// with --build, builds what is older than its sources. Plain Node: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';

process.chdir(new URL('..', import.meta.url).pathname);

const modified = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

function newestIn(folder) {
  if (!existsSync(folder)) return 0;
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Math.max(0, ...entries.filter((e) => e.isFile()).map((e) => modified(`${e.parentPath}/${e.name}`)));
}

function run(command, args) {
  const { status } = spawnSync(command, args, { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (status !== 0) {
    process.stderr.write(`set-up failed: ${command} ${args.join(' ')} (exit ${status})\n`);
    process.exit(1);
  }
}

if (modified('node_modules/.package-lock.json') < modified('package-lock.json')) {
  process.stderr.write('annals: installing dependencies from package-lock.json …\n');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}
if (process.argv.includes('--build')) {
  const sources = Math.max(newestIn('src'), newestIn('web'), modified('tsconfig.build.json'));
  if (modified('dist/.built') < sources) {
    process.stderr.write('annals: building …\n');
    run(process.execPath, ['scripts/build.mjs']);
  }
}
