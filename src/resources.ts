import { type ActorTables, loadActorTables } from './annotate/actors/load-actor-tables.ts';
import { type Gazetteer, loadGazetteer } from './annotate/places/load-gazetteer.ts';
import { type CueVerbs, loadCueVerbs } from './annotate/quotes/load-cue-verbs.ts';
import { type Codebook, loadCodebook } from './ontology/codebook.ts';
import { stampReader } from './reader-stamp.ts';
import type { ReaderStamp } from './schema/story.ts';
import { type IdentifyLanguage, loadLanguage } from './stories/load-language.ts';
import { loadTagger, type Tagger } from './text/load-tagger.ts';

/** Everything the line reads with, loaded once and never changed. */
export interface Resources {
  readonly language: IdentifyLanguage;
  readonly tagger: Tagger;
  readonly gazetteer: Gazetteer;
  readonly actors: ActorTables;
  readonly cues: CueVerbs;
  readonly codebook: Codebook;
  readonly stamp: ReaderStamp;
}

/** Loads the tables that ship with the package. */
export async function loadResources(): Promise<Resources> {
  return Object.freeze({
    language: await loadLanguage(),
    tagger: loadTagger(),
    gazetteer: loadGazetteer(),
    actors: loadActorTables(),
    cues: loadCueVerbs(),
    codebook: loadCodebook(),
    stamp: stampReader(),
  });
}
