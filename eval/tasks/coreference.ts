import type { Span } from '../../src/schema/span.ts';
import type { Story } from '../../src/schema/story.ts';
import { type Prf, percent } from '../figure.ts';
import type { GoldRow } from '../lib/corpora.ts';
import { toLine } from '../lib/reader.ts';
import type { Task } from '../task.ts';

interface Row extends GoldRow {
  readonly entities: readonly (Span & { readonly type: string; readonly entity: string; readonly named?: boolean })[];
}

interface Result {
  readonly items: number;
  readonly covered: number;
  readonly conll: number;
  readonly muc: Prf;
  readonly b3: Prf;
  readonly ceafe: Prf;
}

const TYPES = new Set(['person', 'organization', 'place']);

/** Which names stand for one thing: CoNLL F1 over name mentions of persons, organizations and places in GUM. */
export const coreference: Task = {
  name: 'coreference',
  needs: 'shared',
  async run({ corpora, reader, scorers }) {
    const rows = corpora.rows<Row>('gum/gum.dev.jsonl.gz');
    const gold = rows.map(({ id, text, entities }) => ({
      id,
      text,
      mentions: entities
        .filter((e) => e.named && TYPES.has(e.type))
        .map(({ start, end, entity }) => ({ start, end, cluster: `${id}/${entity}` })),
    }));
    const system = (await reader.stories(rows.map(toLine))).map(toClusters);
    const { result } = scorers.score<Result>('merge', gold, system, ['--level', 'mention']);
    return [
      percent('coreference.gum-names.conll-f1', result.conll, result.items),
      percent('coreference.gum-names.muc-f1', result.muc.f, result.items, 'none'),
      percent('coreference.gum-names.b-cubed-f1', result.b3.f, result.items, 'none'),
      percent('coreference.gum-names.ceaf-e-f1', result.ceafe.f, result.items, 'none'),
      percent('coreference.gum-names.covered', result.covered, result.items, 'none'),
    ];
  },
};

/** The scorer reads clusters of event triggers; here the things clustered are names. */
function toClusters({ id, page, text, actors, places }: Story): object {
  const clusters = [
    ...actors.map((a) => ({ cluster: a.id, mentions: a.mentions.filter((m) => m.form === 'name') as readonly Span[] })),
    ...places.map((p) => ({ cluster: p.id, mentions: p.mentions })),
  ];
  const events = clusters.flatMap(({ cluster, mentions }) => mentions.map((trigger) => ({ trigger, cluster })));
  return { id, page, text, events };
}
