export interface CueVerbs {
  readonly lemmas: ReadonlySet<string>;
}

export function loadCueVerbs(): CueVerbs {
  return { lemmas: new Set() };
}
