import type { Filter } from '../schema/filter.ts';
import { DONE, parseCountFields, parseFilter } from '../store/parse-filter.ts';
import type { Store } from '../store/store.ts';
import type { StorySummary } from './answers.ts';
import { HttpError } from './problem.ts';
import { countWords, filterWords, readFull, storyWords, type TakenWords, type Words } from './query.ts';
import { summarizeStory } from './summarize-story.ts';

/** What a route is asked: the id in its path, if it has one, and the words after `?`. */
export interface Question {
  readonly id: string;
  readonly words: Words;
}

/** One route of the API: what serves it and what the OpenAPI document says of it. */
export interface Route {
  /** OpenAPI manner: `/api/v1/stories/{id}`. */
  readonly path: string;
  readonly summary: string;
  /** The parameters it takes, from `query.ts`; none when absent. */
  readonly takes?: TakenWords;
  /** JSON Schema of the answer; `#/components/schemas/…` are the record's. */
  readonly gives: object;
  answer(store: Store, question: Question): Promise<unknown>;
}

const schema = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const list = (items: object) => ({
  type: 'object',
  properties: {
    items: { type: 'array', items },
    cursor: { type: 'string', description: 'Give it back as `cursor` to go on; absent when there is no more.' },
  },
  required: ['items'],
});

/** Every route of the API. All are GET; HEAD answers the same without the body. */
export const routes: readonly Route[] = [
  {
    path: '/api/v1/stories',
    summary: 'Stories, newest first, as summaries; whole records with full=true',
    takes: storyWords,
    gives: list({ anyOf: [schema('StorySummary'), schema('Story')] }),
    async answer(store, { words }) {
      const { full, ...filter } = words;
      const whole = readFull(full);
      const answer = await store.queryStories(parseFilter(filter));
      return whole ? answer : { ...answer, items: answer.items.map(summarizeStory) satisfies StorySummary[] };
    },
  },
  {
    path: '/api/v1/stories/{id}',
    summary: 'One story: the whole record',
    gives: schema('Story'),
    answer: async (store, { id }) => (await store.story(id)) ?? missing('story', id),
  },
  {
    path: '/api/v1/events',
    summary: 'Events with their actors and the sentence that tells them',
    takes: filterWords,
    gives: list(schema('EventView')),
    answer: (store, { words }) => store.queryEvents(parseFilter(words)),
  },
  {
    path: '/api/v1/events/{id}',
    summary: 'One event',
    gives: schema('EventView'),
    answer: async (store, { id }) => (await store.event(id)) ?? missing('event', id),
  },
  {
    path: '/api/v1/actors',
    summary: 'Actors with the number of their events and stories',
    takes: filterWords,
    gives: list(schema('ActorView')),
    answer: (store, { words }) => store.queryActors(parseFilter(words)),
  },
  {
    path: '/api/v1/quotes',
    summary: 'Quotations with their speakers',
    takes: filterWords,
    gives: list(schema('QuoteView')),
    answer: (store, { words }) => store.queryQuotes(parseFilter(words)),
  },
  {
    path: '/api/v1/count',
    summary:
      'Number of events that happened or are ongoing (others with status) by one or more fields; month,source,target,type is the dyad-month table',
    takes: countWords,
    gives: { type: 'object', properties: { rows: { type: 'array', items: schema('CountRow') } }, required: ['rows'] },
    async answer(store, { words }) {
      const { by = [], ...filter } = words;
      return { rows: await store.count(parseCountFields(by), parseFilter(filter, DONE)) };
    },
  },
  {
    path: '/api/v1/clusters',
    summary: 'Happenings: the reports of one event across stories, decided together',
    takes: filterWords,
    gives: list(schema('EventCluster')),
    answer: (store, { words }) => store.clusters(parseFilter(words)),
  },
  {
    path: '/api/v1/statistics',
    summary: 'How much is in the store',
    gives: { type: 'object', additionalProperties: { type: 'integer' } },
    answer: (store) => store.statistics(),
  },
  {
    path: '/healthz',
    summary: 'Whether the store answers',
    gives: { type: 'object', properties: { status: { const: 'ok' } }, required: ['status'] },
    async answer(store) {
      await store.queryStories({ limit: 1 } satisfies Filter);
      return { status: 'ok' };
    },
  },
];

function missing(what: string, id: string): never {
  throw new HttpError(404, 'NOT_FOUND', `No ${what} has the id "${id}". Ids in a path are percent-encoded: # is %23.`);
}
