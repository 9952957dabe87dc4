/** The codebook as data: types, modes, contexts, CAMEO table, deciding rules, deed words. */
export interface Codebook {
  readonly version: string;
}

export function loadCodebook(): Codebook {
  return { version: '0' };
}
