export interface Gazetteer {
  readonly names: ReadonlyMap<string, readonly string[]>;
}

export function loadGazetteer(): Gazetteer {
  return { names: new Map() };
}
