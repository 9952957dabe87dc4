import fc from 'fast-check';

// Fragments that wake the stages up: names, offices, deeds, quotation marks of all kinds, dates, sums, abbreviations.
const names = [
  'Japan',
  'South Korea',
  'the United States',
  'U.S.',
  'President Ahn Min-jae',
  'Mr. Adeyemi',
  'the foreign minister',
  'Côte d’Ivoire',
  'the European Union',
  'the UN Security Council',
  'NATO',
  'rebels',
  'Kyiv',
  'Seoul',
  'he',
  'she',
  'they',
  'both countries',
  'the Ministry of National Defense (MND)',
  'Dr. O’Neill',
  '金正恩',
  'Владимир',
  'المتحدث',
  'police',
];
const deeds = [
  'said',
  'attacked',
  'will meet',
  'was arrested by',
  'did not sign',
  'threatened to sanction',
  'called on',
  'denied',
  'accused',
  'signed an agreement with',
  'would provide US$300 million to',
  'has been bombed by',
  'urged',
  'held talks with',
  'refused to release',
  'protested against',
  'may withdraw from',
  'told',
  'according to',
  'promised',
];
const times = [
  'on Monday',
  'yesterday',
  'last week',
  'on Sept. 18, 2023',
  'in 2024',
  'next year',
  'for 18 months',
  'at 5 p.m.',
  'in the 1990s',
  'between May 3 and 5',
  '31 February',
  'every Tuesday',
  'two days ago',
  '2023-13-45',
  'in the 99999th century',
];
const amounts = [
  'US$300 million',
  '€2.5bn',
  '£1,200',
  'three people',
  '12 dead',
  'more than 40 wounded',
  '3,000 troops',
  '¥5 trillion',
  '99.9 percent',
  '-0',
  '1e400 dollars',
  'zero',
  'US$',
  '10 percent of 20 percent',
];
const joints = [
  ' ',
  ' ',
  ' ',
  ' ',
  ', ',
  '. ',
  '.\n',
  '\n\n',
  ': “',
  '” ',
  '"',
  ' ‘',
  '’ ',
  ' (',
  ') ',
  '; ',
  '? ',
  '! ',
  '… ',
  ' — ',
  '\u00a0',
  '\u200b',
  '\r\n',
  '\t',
  '«',
  '»',
  '„',
  '.”\n',
  '—',
  '”',
];
const furniture = [
  'Photo: Reuters\n',
  'By Jane Roe\n',
  'SEOUL (AP) — ',
  'READ MORE\n',
  '© 2023 Example Times\n',
  'SEE ALSO: Talks stall\n',
  'Sept. 18, 2023\n',
  '* a list item\n',
  'Breaking\n\n',
  'https://example.org/2023/09/18/a\n',
];
const odd = [
  '😀',
  '👩‍👩‍👧‍👦',
  '\ud83d',
  '\udc00',
  '\u0000',
  '\u202e',
  '\u2066',
  'é',
  '🇺🇸',
  '\ufeff',
  '\u2028',
  'ﬁ',
  'İ',
  'ß',
  '\ufffd',
];

const fragment = fc.oneof(
  { arbitrary: fc.constantFrom(...names), weight: 6 },
  { arbitrary: fc.constantFrom(...deeds), weight: 6 },
  { arbitrary: fc.constantFrom(...times), weight: 2 },
  { arbitrary: fc.constantFrom(...amounts), weight: 2 },
  { arbitrary: fc.constantFrom(...furniture), weight: 1 },
  { arbitrary: fc.constantFrom(...odd), weight: 1 },
  { arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }), weight: 1 },
);

/** Text that looks like news to the rules and like nothing to a reader. */
export const newsText = fc
  .array(fc.tuple(fragment, fc.constantFrom(...joints)), { minLength: 1, maxLength: 60 })
  .map((parts) => parts.flat().join(''));

/** Whole sentences with an actor, a deed, a second actor and perhaps a time: the stages find something in most. */
export const newsSentences = fc
  .array(
    fc
      .tuple(
        fc.constantFrom(...names),
        fc.constantFrom(...deeds),
        fc.constantFrom(...names),
        fc.constantFrom('', ...times, ...amounts),
        fc.constantFrom('.', '.', '.”', '?', ''),
      )
      .map(([a, deed, b, when, end]) => `${a} ${deed} ${b}${when && ` ${when}`}${end}`),
    { minLength: 1, maxLength: 20 },
  )
  .chain((sentences) => fc.constantFrom(' ', '\n', '\n\n').map((joint) => sentences.join(joint)));

/** Any string at all: lone surrogates, NUL, bidirectional marks, combining marks, emoji. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...odd),
        fc.integer({ min: 0, max: 0xffff }).map((c) => String.fromCharCode(c)),
      ),
    )
    .map((a) => a.join('')),
  fc.array(fc.constantFrom(' ', '\n', '\r', '\t', '\u00a0', '\u2003', '\u200b', '\ufeff')).map((a) => a.join('')),
);

const tags = [
  'p',
  'div',
  'article',
  'h1',
  'h2',
  'span',
  'b',
  'ul',
  'li',
  'figure',
  'figcaption',
  'blockquote',
  'script',
  'style',
  'aside',
  'a',
  'table',
  'td',
  'time',
  'template',
];

/** HTML that need not be well formed, with text of all kinds in it. */
export const anyHtml = fc
  .array(
    fc.oneof(
      fc.tuple(fc.constantFrom(...tags), fc.oneof(newsSentences, anyText)).map(([t, s]) => `<${t}>${s}</${t}>`),
      fc.tuple(fc.constantFrom(...tags), fc.boolean()).map(([t, open]) => (open ? `<${t}>` : `</${t}>`)),
      fc.constantFrom(
        '<br>',
        '&nbsp;',
        '&amp;',
        '&#x1F600;',
        '&#xD800;',
        '<!-- x -->',
        '<',
        '>',
        '<p hidden>',
        '<div style="display:none">',
        '<meta property="article:published_time" content="2023-09-18T10:00:00Z">',
        '<title>T</title>',
      ),
      newsText,
    ),
    { maxLength: 25 },
  )
  .map((parts) => parts.join(''));
