import { modeOf, speechModeOf, typeOf } from '../ontology/act-status.ts';
import { defaultCameo, speechCameo } from '../ontology/cameo.ts';
import type { Codebook } from '../ontology/codebook.ts';
import { intensityOf } from '../ontology/plover.ts';
import type { Event, EventStatus, Quad } from '../schema/event.ts';

/** A deed as the words give it. A trained model may give the same. */
export interface Deedlike {
  readonly act: string;
  readonly actMode?: string;
  /** The deed's own CAMEO code, as fine as its words allow. */
  readonly cameo?: string;
  readonly status: EventStatus;
  readonly contexts: readonly string[];
  /** The deed that a speech act speaks of. */
  readonly content?: Deedlike;
}

type Classes = Pick<Event, 'type' | 'act' | 'mode' | 'actMode' | 'cameo' | 'quad' | 'intensity'>;

/** Turns act, mode and status into the standard's type, mode, code, quad and intensity: tables only, no words. */
export function classify(deed: Deedlike, codebook: Codebook): Classes {
  const { act, status, content } = deed;
  const spoken = content && speechModeOf(codebook.actStatus, act, content);
  const actMode = act === 'THREATEN' ? (spoken ?? deed.actMode) : (deed.actMode ?? spoken);
  const type = typeOf(codebook.actStatus, act, status);
  const mode = modeOf(codebook.actStatus, act, actMode, type);
  const cameo = cameoOf({ ...deed, ...(actMode !== undefined && { actMode }) }, type, mode, codebook);
  const quad: Quad | undefined = codebook.plover.types.get(type)?.quad;
  const intensity = intensityOf(codebook.plover, type, mode);
  return {
    type,
    act,
    ...(mode !== undefined && { mode: [mode] }),
    ...(actMode !== undefined && actMode !== mode && { actMode: [actMode] }),
    ...(cameo !== undefined && { cameo }),
    ...(quad !== undefined && { quad }),
    ...(intensity !== undefined && { intensity }),
  };
}

/** The code of `type`: of the deed itself, or of the promise or threat that an unreal deed is. */
function cameoOf(deed: Deedlike, type: string, mode: string | undefined, codebook: Codebook): string | undefined {
  const { cameo } = codebook;
  if (type !== deed.act || isUnrealRetreat(deed)) {
    const own = deedCameo(deed, codebook);
    return (own && speechCameo(cameo, type, own)) ?? defaultCameo(cameo, type, mode, deed.contexts);
  }
  if (deed.content !== undefined) {
    const inner = deedCameo(deed.content, codebook);
    const spoken = inner && speechCameo(cameo, type, inner);
    // the words of the speech act itself may be finer than its content ("ultimatum")
    if (spoken && (deed.cameo === undefined || deed.cameo.endsWith('0'))) return spoken;
  }
  return deedCameo(deed, codebook);
}

/** CAMEO has no planned yielding: it is an intent to yield (035), whatever the type. */
function isUnrealRetreat({ act, status }: Deedlike): boolean {
  return act === 'RETREAT' && (status === 'planned' || status === 'conditional');
}

/** The finer of the words' code and the one that mode and contexts give, within the same root. */
export function deedCameo({ act, actMode, cameo, contexts }: Deedlike, codebook: Codebook): string | undefined {
  const byTable = defaultCameo(codebook.cameo, act, actMode, contexts);
  if (cameo === undefined) return byTable;
  if (
    cameo.endsWith('0') &&
    byTable !== undefined &&
    !byTable.endsWith('0') &&
    byTable.slice(0, 2) === cameo.slice(0, 2)
  ) {
    return byTable;
  }
  return cameo;
}
