import { constants, existsSync } from 'node:fs';
import { access, statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadResources } from '../../resources.ts';
import { exitCodes } from '../exit-codes.ts';
import { grouped } from '../progress.ts';
import type { Terminal } from '../terminal.ts';
import { type StoreOptions, storePath, withStore } from '../with-store.ts';

interface DoctorOptions extends StoreOptions {
  readonly json?: boolean;
}

interface Finding {
  readonly check: string;
  /** `missing`: not there, and nothing is wrong with that. */
  readonly state: 'ok' | 'missing' | 'fault';
  readonly says: string;
  readonly fix?: string;
}

/** `annals doctor`: looks at everything the commands need and says how to mend what is not right. */
export async function run(_args: readonly string[], options: DoctorOptions, terminal: Terminal): Promise<number> {
  const path = storePath(options);
  const findings = [
    checkNode(),
    await checkTables(),
    checkPage(),
    await checkStore(path),
    await checkFolder(path),
    await checkDisk(path),
  ];
  if (options.json) process.stdout.write(`${JSON.stringify(findings)}\n`);
  else process.stdout.write(findings.map((finding) => findingText(finding, terminal)).join(''));
  return findings.some(({ state }) => state === 'fault') ? exitCodes.unusable : exitCodes.done;
}

function findingText({ check, state, says, fix }: Finding, { paintOut: paint }: Terminal): string {
  const sign = {
    ok: paint('good', '✓ ok     '),
    missing: paint('pending', '– missing'),
    fault: paint('fault', '✗ fault  '),
  }[state];
  return `${sign}  ${check.padEnd(12)}  ${says}\n${fix === undefined ? '' : `${' '.repeat(25)}fix: ${fix}\n`}`;
}

const oldestNode = [20, 19] as const;

function checkNode(): Finding {
  const { node } = process.versions;
  const [major = 0, minor = 0] = node.split('.').map(Number);
  const isOk = major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
  if (isOk) return { check: 'node', state: 'ok', says: node };
  return {
    check: 'node',
    state: 'fault',
    says: `${node} is too old`,
    fix: `install Node ${oldestNode.join('.')} or newer: https://nodejs.org`,
  };
}

async function checkTables(): Promise<Finding> {
  try {
    const { stamp } = await loadResources();
    return {
      check: 'tables',
      state: 'ok',
      says: `codebook ${stamp.codebook}, data ${stamp.data}, model ${stamp.model}`,
    };
  } catch (error) {
    return {
      check: 'tables',
      state: 'fault',
      says: messageOf(error),
      fix: 'install annals again: its ontology/ and data/ folders are not whole',
    };
  }
}

function checkPage(): Finding {
  const built = existsSync(fileURLToPath(new URL('../../web/index.html', import.meta.url)));
  if (built) return { check: 'web page', state: 'ok', says: 'built' };
  return {
    check: 'web page',
    state: 'missing',
    says: 'annals serve has an API only',
    fix: 'in a clone: npm run build',
  };
}

async function checkStore(path: string): Promise<Finding> {
  if (!existsSync(path))
    return {
      check: 'store',
      state: 'missing',
      says: `none at ${path}`,
      fix: `annals add PAGES --store ${path} makes one`,
    };
  try {
    const { pages, stories, events } = await withStore(path, { readOnly: true }, (store) => store.statistics());
    return {
      check: 'store',
      state: 'ok',
      says: `${path}: ${grouped(pages)} pages, ${grouped(stories)} stories, ${grouped(events)} events`,
    };
  } catch (error) {
    return {
      check: 'store',
      state: 'fault',
      says: messageOf(error),
      fix: 'name another with --store, or restore it from a copy',
    };
  }
}

async function checkFolder(path: string): Promise<Finding> {
  const folder = dirname(resolve(path));
  try {
    await access(existsSync(path) ? path : folder, constants.W_OK);
    return { check: 'write access', state: 'ok', says: folder };
  } catch {
    return {
      check: 'write access',
      state: 'fault',
      says: `no right to write to ${folder}`,
      fix: `chmod u+w ${folder}, or --store in another folder`,
    };
  }
}

/** A thousand stories take about 12 MB with full text; below this an afternoon's work may not fit. */
const littleSpace = 500 * 1024 * 1024;

async function checkDisk(path: string): Promise<Finding> {
  const folder = dirname(resolve(path));
  try {
    const { bavail, bsize } = await statfs(folder);
    const free = bavail * bsize;
    const says = `${(free / 1024 ** 3).toFixed(1)} GiB free in ${folder}`;
    if (free >= littleSpace) return { check: 'disk', state: 'ok', says };
    return { check: 'disk', state: 'fault', says, fix: 'make room, or --store on another disk' };
  } catch (error) {
    return {
      check: 'disk',
      state: 'fault',
      says: messageOf(error),
      fix: 'make the folder, or name another with --store',
    };
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
