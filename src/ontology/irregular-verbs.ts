import { readRows } from './read-file.ts';

/** A past form: its lemma, and whether it is a common noun or adjective too. */
export interface IrregularVerb {
  readonly lemma: string;
  readonly ambiguous: boolean;
}

/** Reads `ontology/irregular-verbs.tsv`, by form. @throws AnnalsError CODEBOOK_BROKEN */
export function loadIrregularVerbs(): ReadonlyMap<string, IrregularVerb> {
  return new Map(
    readRows('irregular-verbs.tsv', 3).map(({ cells: [form = '', lemma = '', also = ''] }) => [
      form,
      { lemma, ambiguous: also === 'yes' },
    ]),
  );
}
