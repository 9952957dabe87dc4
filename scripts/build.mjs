// Builds the library and the command line (tsc: src → dist) and the web page (Vite: web → dist/web).
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, rmSync, writeFileSync } from 'node:fs';

process.chdir(new URL('..', import.meta.url).pathname);

function run(tool, args) {
  const { status } = spawnSync(process.execPath, [`node_modules/${tool}`, ...args], { stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
}

rmSync('dist', { recursive: true, force: true });
run('typescript/bin/tsc', ['-p', 'tsconfig.build.json']);
cpSync('src/store/sql', 'dist/store/sql', { recursive: true });
if (existsSync('web/vite.config.ts'))
  run('vite/bin/vite.js', ['build', '--config', 'web/vite.config.ts', '--logLevel', 'warn']);
if (existsSync('dist/cli/main.js')) chmodSync('dist/cli/main.js', 0o755);
writeFileSync('dist/.built', '');
