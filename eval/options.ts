import { parseArgs } from 'node:util';

export interface EvalOptions {
  readonly shared: string;
  readonly only: readonly string[];
  readonly quick: boolean;
  readonly all: boolean;
  readonly errors: number;
  readonly json?: string;
  readonly update: boolean;
  readonly allowRegression?: string;
  readonly help: boolean;
}

export const usage = `usage: npm run eval -- [options]
  --shared DIR       folder that holds data/ and scorers/ (default ../shared)
  --only a,b         tasks to run: events,pairs,names,times,amounts,places,quotes,own-quotes,factuality,
                     sentences,coreference,extraction,splitting,dating
  --quick            score deterministic samples (the gate of .ci/run)
  --all              print the figures that are shown only, too
  --errors N         print N wrong cases (events: of the seen passages; held-out ones are never printed)
  --json FILE        write all figures as JSON
  --update           raise the floors to what was measured; new figures get their first floor
  --allow-regression REASON   with --update: lower floors too; the reason is kept with the day`;

/** @throws TypeError of `parseArgs` on an unknown or incomplete option */
export function parseOptions(argv: readonly string[]): EvalOptions {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      shared: { type: 'string', default: '../shared' },
      only: { type: 'string', default: '' },
      quick: { type: 'boolean', default: false },
      all: { type: 'boolean', default: false },
      errors: { type: 'string', default: '0' },
      json: { type: 'string' },
      update: { type: 'boolean', default: false },
      'allow-regression': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const { shared, only, quick, all, errors, json, update, help } = values;
  const reason = values['allow-regression'];
  if (!/^\d+$/.test(errors)) throw new TypeError(`--errors wants a whole number, not "${errors}"`);
  if (reason !== undefined && (!update || reason.trim().length < 10)) {
    throw new TypeError('--allow-regression goes with --update and wants a reason in words');
  }
  return {
    shared,
    only: only.split(',').filter(Boolean),
    quick,
    all,
    errors: Number(errors),
    update,
    help,
    ...(json !== undefined && { json }),
    ...(reason !== undefined && { allowRegression: reason }),
  };
}
