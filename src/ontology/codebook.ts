import { type ActStatus, loadActStatus } from './act-status.ts';
import { type Cameo, loadCameo } from './cameo.ts';
import { type ContextWords, loadContextWords } from './context-words.ts';
import { type DeedLexicon, loadDeeds } from './deeds.ts';
import { loadPlover, type Plover } from './plover.ts';
import { type DecidingRule, loadRules } from './rules.ts';
import { loadStatusWords, type StatusWords } from './status-words.ts';

/** The codebook as data: types, modes, contexts, CAMEO table, deciding rules, deed words. Read-only. */
export interface Codebook {
  readonly version: string;
  readonly plover: Plover;
  readonly actStatus: ActStatus;
  readonly cameo: Cameo;
  readonly deeds: DeedLexicon;
  readonly statusWords: StatusWords;
  readonly contextWords: ContextWords;
  readonly rules: readonly DecidingRule[];
}

/** Loads and checks everything under `ontology/`. @throws AnnalsError CODEBOOK_BROKEN, with file and line */
export function loadCodebook(): Codebook {
  const plover = loadPlover();
  return Object.freeze({
    version: plover.version,
    plover,
    actStatus: loadActStatus(plover),
    cameo: loadCameo(plover),
    deeds: loadDeeds(plover),
    statusWords: loadStatusWords(plover),
    contextWords: loadContextWords(plover),
    rules: loadRules(),
  });
}
