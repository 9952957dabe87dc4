-- Annals store, version 1. The same table and column names serve every driver; a driver for another database changes
-- only types (BLOB, INTEGER PRIMARY KEY), WITHOUT ROWID and the full-text tables (0001_full_text.sqlite.sql).
-- Ids and names that hold NUL, U+E000 or lone surrogates stand here escaped (src/store/plain-text.ts); the record column
-- keeps every string as it was. Every column is documented in docs/sql.md.

CREATE TABLE migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL);

CREATE TABLE original (sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, bytes BLOB NOT NULL);

CREATE TABLE page (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  reader TEXT NOT NULL,
  url TEXT,
  canonical_url TEXT,
  path TEXT,
  media_type TEXT NOT NULL,
  retrieved TEXT,
  added_at TEXT NOT NULL,
  changed_at TEXT NOT NULL
);
CREATE INDEX page_by_sha256 ON page (sha256);

CREATE TABLE version (
  page INTEGER NOT NULL REFERENCES page (key) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  made_at TEXT NOT NULL,
  cause TEXT NOT NULL,
  reader TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  media_type TEXT NOT NULL,
  retrieved TEXT,
  stories BLOB,
  PRIMARY KEY (page, version)
);
CREATE INDEX version_by_sha256 ON version (sha256);

CREATE TABLE removal (
  page_id TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  version INTEGER NOT NULL,
  url TEXT,
  added_at TEXT NOT NULL,
  removed_at TEXT NOT NULL,
  removed_by TEXT,
  why TEXT NOT NULL,
  PRIMARY KEY (page_id, sha256)
) WITHOUT ROWID;
CREATE INDEX removal_by_sha256 ON removal (sha256);

CREATE TABLE failure (
  key INTEGER PRIMARY KEY,
  page_id TEXT,
  path TEXT,
  line INTEGER,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  failed_at TEXT NOT NULL
);
CREATE INDEX failure_by_page ON failure (page_id);
CREATE INDEX failure_by_path ON failure (path, line);

CREATE TABLE story (
  key INTEGER PRIMARY KEY,
  page INTEGER NOT NULL REFERENCES page (key) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  title TEXT,
  language TEXT NOT NULL,
  published TEXT,
  published_earliest TEXT,
  published_latest TEXT,
  published_source TEXT,
  outlet TEXT,
  wire TEXT,
  url TEXT,
  not_coded TEXT,
  duplicate_of TEXT,
  -- Long columns last: to read a column behind one, SQLite walks through all of its pages.
  text TEXT NOT NULL,
  record BLOB NOT NULL,
  corrected BLOB,
  UNIQUE (page, number)
);
CREATE INDEX story_by_day ON story (coalesce(published_earliest, ''), key);

CREATE TABLE block (
  story INTEGER NOT NULL REFERENCES story (key) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  role TEXT NOT NULL,
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  PRIMARY KEY (story, number)
) WITHOUT ROWID;

CREATE TABLE identity (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  country TEXT,
  words TEXT NOT NULL
);

CREATE TABLE alias (
  identity INTEGER NOT NULL REFERENCES identity (key) ON DELETE CASCADE,
  name TEXT NOT NULL,
  words TEXT NOT NULL,
  PRIMARY KEY (identity, name)
) WITHOUT ROWID;

CREATE TABLE office (
  identity INTEGER NOT NULL REFERENCES identity (key) ON DELETE CASCADE,
  title TEXT NOT NULL,
  story INTEGER NOT NULL REFERENCES story (key) ON DELETE CASCADE,
  PRIMARY KEY (identity, title, story)
) WITHOUT ROWID;
CREATE INDEX office_by_story ON office (story);

CREATE TABLE actor (
  story INTEGER NOT NULL REFERENCES story (key) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  identity INTEGER NOT NULL REFERENCES identity (key),
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  country TEXT,
  sectors TEXT NOT NULL,
  office TEXT,
  wikidata TEXT,
  PRIMARY KEY (story, number)
) WITHOUT ROWID;
CREATE INDEX actor_by_identity ON actor (identity, story);
CREATE INDEX actor_by_country ON actor (country, story);

CREATE TABLE mention (
  story INTEGER NOT NULL REFERENCES story (key) ON DELETE CASCADE,
  actor INTEGER NOT NULL,
  number INTEGER NOT NULL,
  form TEXT NOT NULL,
  words TEXT NOT NULL,
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  PRIMARY KEY (story, actor, number)
) WITHOUT ROWID;

CREATE TABLE place (
  story INTEGER NOT NULL REFERENCES story (key) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  words TEXT NOT NULL,
  country TEXT,
  admin1 TEXT,
  lat REAL,
  lon REAL,
  geoname_id INTEGER,
  precision TEXT NOT NULL,
  PRIMARY KEY (story, number)
) WITHOUT ROWID;
CREATE INDEX place_by_country ON place (country, story);

CREATE TABLE time (
  story INTEGER NOT NULL REFERENCES story (key) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  words TEXT NOT NULL,
  type TEXT NOT NULL,
  value TEXT NOT NULL,
  mod TEXT,
  earliest TEXT,
  latest TEXT,
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  PRIMARY KEY (story, number)
) WITHOUT ROWID;

CREATE TABLE amount (
  story INTEGER NOT NULL REFERENCES story (key) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  words TEXT NOT NULL,
  kind TEXT NOT NULL,
  per TEXT,
  value REAL NOT NULL,
  value_min REAL,
  value_max REAL,
  unit TEXT NOT NULL,
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  PRIMARY KEY (story, number)
) WITHOUT ROWID;

CREATE TABLE instrument (
  story INTEGER NOT NULL REFERENCES story (key) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  body TEXT,
  instrument_number TEXT,
  year INTEGER,
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  PRIMARY KEY (story, number)
) WITHOUT ROWID;

CREATE TABLE quote (
  key INTEGER PRIMARY KEY,
  story INTEGER NOT NULL REFERENCES story (key) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  speaker INTEGER,
  identity INTEGER REFERENCES identity (key),
  style TEXT NOT NULL,
  cue TEXT,
  via INTEGER,
  text TEXT NOT NULL,
  UNIQUE (story, number)
);
CREATE INDEX quote_by_identity ON quote (identity);

CREATE TABLE event (
  key INTEGER PRIMARY KEY,
  story INTEGER NOT NULL REFERENCES story (key) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  type TEXT NOT NULL,
  act TEXT NOT NULL,
  mode TEXT,
  act_mode TEXT,
  contexts TEXT,
  cameo TEXT,
  quad INTEGER,
  intensity REAL,
  status TEXT NOT NULL,
  earliest TEXT,
  latest TEXT,
  dated TEXT,
  month INTEGER,
  place INTEGER,
  place_country TEXT,
  trigger_words TEXT NOT NULL,
  trigger_start INTEGER NOT NULL,
  trigger_end INTEGER NOT NULL,
  importance TEXT NOT NULL,
  confidence REAL NOT NULL,
  UNIQUE (story, number)
);
CREATE INDEX event_by_day ON event (coalesce(earliest, ''), key);
CREATE INDEX event_by_type ON event (type, coalesce(earliest, ''), key);
CREATE INDEX event_by_place ON event (place_country, coalesce(earliest, ''), key);
CREATE INDEX event_by_confidence ON event (confidence, key);

CREATE TABLE event_party (
  event INTEGER NOT NULL REFERENCES event (key) ON DELETE CASCADE,
  side TEXT NOT NULL,
  position INTEGER NOT NULL,
  actor INTEGER NOT NULL,
  identity INTEGER NOT NULL REFERENCES identity (key),
  country TEXT,
  sectors TEXT NOT NULL,
  PRIMARY KEY (event, side, position)
) WITHOUT ROWID;
CREATE INDEX event_party_by_country ON event_party (country, side, event);
CREATE INDEX event_party_by_identity ON event_party (identity, side, event);
CREATE INDEX event_party_by_sectors ON event_party (sectors, side, event);

CREATE TABLE sector (code TEXT NOT NULL, sectors TEXT NOT NULL, PRIMARY KEY (code, sectors)) WITHOUT ROWID;

CREATE TABLE attribution (
  event INTEGER NOT NULL REFERENCES event (key) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  actor INTEGER,
  identity INTEGER REFERENCES identity (key),
  source TEXT,
  cue TEXT,
  quote INTEGER,
  PRIMARY KEY (event, position)
) WITHOUT ROWID;
CREATE INDEX attribution_by_identity ON attribution (identity);

CREATE TABLE correction (
  key INTEGER PRIMARY KEY,
  digest TEXT NOT NULL UNIQUE,
  page_id TEXT NOT NULL,
  into_page_id TEXT,
  target TEXT NOT NULL,
  action TEXT NOT NULL,
  field TEXT,
  made_by TEXT NOT NULL,
  made_at TEXT NOT NULL,
  why TEXT NOT NULL,
  record TEXT NOT NULL,
  anchor TEXT NOT NULL,
  state TEXT NOT NULL
);
CREATE INDEX correction_by_page ON correction (page_id);
CREATE INDEX correction_by_into_page ON correction (into_page_id);
