import type { Resources } from '../src/resources.ts';
import type { Figure } from './figure.ts';
import type { Corpora } from './lib/corpora.ts';
import type { Reader } from './lib/reader.ts';
import type { Scorers } from './lib/scorers.ts';

/** What a task measures with. */
export interface Setting {
  readonly resources: Resources;
  readonly reader: Reader;
  readonly corpora: Corpora;
  readonly scorers: Scorers;
  /** Score deterministic samples instead of whole sets. */
  readonly quick: boolean;
  /** How many wrong cases to print; 0 for none. */
  readonly errors: number;
  /** Prints a line of explanation to standard error. */
  readonly say: (line: string) => void;
}

export interface Task {
  readonly name: string;
  /** `repository`: runs everywhere. `shared`: needs the development data beside the checkout. */
  readonly needs: 'repository' | 'shared';
  readonly run: (setting: Setting) => Promise<readonly Figure[]>;
}
