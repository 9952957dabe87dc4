-- Full text for SQLite: contentless, so the words are indexed once and the texts stand only in story and quote.
-- The rowid is the key of the story or quote. Texts pass through toSearchText (src/store/search-text.ts) first.
CREATE VIRTUAL TABLE story_text USING fts5 (
  title, body, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE quote_text USING fts5 (
  body, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);
