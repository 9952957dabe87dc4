import { type ActStatus, loadActStatus } from './act-status.ts';
import { type ActorWords, loadActorWords } from './actor-words.ts';
import { type Cameo, loadCameo } from './cameo.ts';
import { type ConfidenceWeights, loadConfidence } from './confidence.ts';
import { type ContextWords, loadContextWords } from './context-words.ts';
import { type DeedOdds, loadDeedOdds } from './deed-odds.ts';
import { type DeedLexicon, loadDeeds, loadWordClasses } from './deeds.ts';
import { type IrregularVerb, loadIrregularVerbs } from './irregular-verbs.ts';
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
  readonly deedOdds: DeedOdds;
  readonly actorWords: ActorWords;
  /** Preposition → nouns that name no deed after it: "in return". */
  readonly idioms: ReadonlyMap<string, readonly string[]>;
  readonly irregularVerbs: ReadonlyMap<string, IrregularVerb>;
  readonly statusWords: StatusWords;
  readonly contextWords: ContextWords;
  /** Lemmas of sport, stage and the like. */
  readonly playWords: ReadonlySet<string>;
  readonly rules: readonly DecidingRule[];
  readonly confidence: ConfidenceWeights;
}

/**
 * Loads and checks everything under `ontology/`.
 *
 * @param options.learnt  false leaves out the deed words learnt from training data; only the script that learns them does
 * @throws AnnalsError CODEBOOK_BROKEN, with file and line
 */
export function loadCodebook(options: { readonly learnt?: boolean } = {}): Codebook {
  const plover = loadPlover();
  return Object.freeze({
    version: plover.version,
    plover,
    actStatus: loadActStatus(plover),
    cameo: loadCameo(plover),
    deeds: loadDeeds(plover, options.learnt),
    deedOdds: options.learnt === false ? new Map() : loadDeedOdds(),
    actorWords: loadActorWords(),
    idioms: loadWordClasses('idioms.tsv'),
    irregularVerbs: loadIrregularVerbs(),
    statusWords: loadStatusWords(plover),
    contextWords: loadContextWords(plover),
    playWords: new Set([...loadWordClasses('play-words.tsv').values()].flat()),
    confidence: loadConfidence(),
    rules: loadRules(),
  });
}
