import { type ActStatus, loadActStatus } from '../ontology/act-status.ts';
import { loadPlover, type Plover } from '../ontology/plover.ts';

/** The tables of the codebook by which a corrected event's codes follow from what was corrected. */
export interface Codes {
  readonly plover: Plover;
  readonly actStatus: ActStatus;
}

export function loadCodes(): Codes {
  const plover = loadPlover();
  return Object.freeze({ plover, actStatus: loadActStatus(plover) });
}
