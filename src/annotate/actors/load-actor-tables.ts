export interface ActorTables {
  readonly names: ReadonlyMap<string, string>;
}

export function loadActorTables(): ActorTables {
  return { names: new Map() };
}
