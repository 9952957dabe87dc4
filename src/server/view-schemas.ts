/** JSON Schema of the shapes that the API adds to the record's own; a test holds the real answers against them. */

const text = { type: 'string' };
const whole = { type: 'integer', minimum: 0 };
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** Names ending in `?` may be absent. */
function object(description: string, properties: Readonly<Record<string, object>>): object {
  const names = Object.keys(properties);
  return {
    type: 'object',
    description,
    properties: Object.fromEntries(names.map((name) => [name.replace('?', ''), properties[name]])),
    required: names.filter((name) => !name.endsWith('?')),
    additionalProperties: false,
  };
}

export const viewSchemas: Readonly<Record<string, object>> = {
  Problem: object('Every error of the API (RFC 9457).', {
    type: text,
    title: { ...text, description: 'The status in words.' },
    status: { type: 'integer' },
    detail: { ...text, description: 'What was wrong with this request and what to do.' },
    instance: { ...text, description: 'Path of the request.' },
    code: { ...text, description: 'Stable code, explained in docs/errors.md.' },
  }),
  StorySummary: object('A story in a list: what tells a reader whether to open it.', {
    id: text,
    page: object('The page it was cut from, and which slice of the page’s text it is.', {
      id: text,
      'url?': text,
      start: whole,
      end: whole,
    }),
    kind: ref('StoryKind'),
    'title?': text,
    'publisher?': text,
    'wire?': text,
    'published?': ref('Published'),
    language: text,
    'notCoded?': { const: 'language' },
    opening: { ...text, description: 'The first words of its running text, verbatim.' },
    counts: object('How many were found.', { events: whole, actors: whole, quotes: whole }),
    quads: object('How many events of each PLOVER quad class.', { 1: whole, 2: whole, 3: whole, 4: whole }),
  }),
  EventView: object('An event with what a reader needs to judge it without opening its story.', {
    event: ref('Event'),
    actors: { type: 'array', items: ref('Actor') },
    'place?': text,
    story: object('The story that tells it.', {
      id: text,
      'title?': text,
      'published?': text,
      'url?': text,
      'publisher?': text,
    }),
    sentence: object('The sentence of the trigger, verbatim, and where the trigger lies in it.', {
      text,
      trigger: object('UTF-16 code units, half-open, into the sentence.', { start: whole, end: whole }),
    }),
  }),
  ActorView: object('An actor and how often it occurs.', {
    name: text,
    kind: text,
    'country?': text,
    events: whole,
    stories: whole,
  }),
  QuoteView: object('A quotation, its speaker’s name and its words.', {
    quote: ref('Quote'),
    story: text,
    'speaker?': text,
    text,
  }),
  CountRow: object('One row: the values of the fields counted by, and how many events.', {
    values: { type: 'object', additionalProperties: text },
    events: whole,
  }),
};
