-- 定版 and tours of the wall.

-- A dated edition holds the answers themselves, so that nothing that happens later can change it. `id` is random, `day` that of its figures (in China), `frozen` ISO, UTC.
CREATE TABLE edition (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  -- null: as it stood when it was frozen.
  month TEXT,
  day TEXT NOT NULL,
  frozen TEXT NOT NULL,
  actor TEXT NOT NULL,
  note TEXT NOT NULL,
  software TEXT NOT NULL,
  catalogue TEXT NOT NULL,
  -- Versions of the data, and which database and geometry the states of buildings belong to.
  data TEXT NOT NULL,
  geometry TEXT NOT NULL,
  areas INTEGER NOT NULL,
  answers INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  -- SHA-256 over what stands above and the digests of all parts, in the order of their keys.
  digest BLOB NOT NULL CHECK (length(digest) = 32)
) STRICT;

-- One answer; part: the same of an area before its lists were cut, where they were, from which a choice of several areas is put together. `subject`: the lens of states, the number or board of records, '' of the wall. `area`: '' is the whole city. `language`: '' where nothing is said in words.
CREATE TABLE edition_part (
  key INTEGER PRIMARY KEY,
  edition TEXT NOT NULL REFERENCES edition (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL CHECK (kind IN ('wall', 'part', 'records', 'states')),
  subject TEXT NOT NULL,
  area TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('', 'zh', 'en')),
  headers TEXT NOT NULL CHECK (json_valid(headers)),
  -- SHA-256 over edition, kind, subject, area, language, headers and body.
  digest BLOB NOT NULL CHECK (length(digest) = 32),
  -- gzip.
  body BLOB NOT NULL,
  UNIQUE (edition, kind, subject, area, language)
) STRICT;

-- Parts come first and the edition last: once it is there nothing is added, changed or taken away.
CREATE TRIGGER edition_part_is_whole BEFORE INSERT ON edition_part WHEN EXISTS (SELECT 1 FROM edition WHERE id = NEW.edition)
BEGIN SELECT RAISE(ABORT, 'an edition is never changed'); END;
CREATE TRIGGER edition_part_stays BEFORE UPDATE ON edition_part BEGIN SELECT RAISE(ABORT, 'an edition is never changed'); END;
CREATE TRIGGER edition_part_is_kept BEFORE DELETE ON edition_part BEGIN SELECT RAISE(ABORT, 'an edition is never changed'); END;
CREATE TRIGGER edition_is_new BEFORE INSERT ON edition WHEN EXISTS (SELECT 1 FROM edition WHERE id = NEW.id OR name = NEW.name COLLATE NOCASE)
BEGIN SELECT RAISE(ABORT, 'an edition is never changed'); END;
CREATE TRIGGER edition_stays BEFORE UPDATE ON edition BEGIN SELECT RAISE(ABORT, 'an edition is never changed'); END;
CREATE TRIGGER edition_is_kept BEFORE DELETE ON edition BEGIN SELECT RAISE(ABORT, 'an edition is never changed'); END;

-- What a wall plays by itself. `steps`: JSON of geodata/model/tour.ts. planted: 1 came with the demonstration city and goes with it.
CREATE TABLE tour (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  steps TEXT NOT NULL CHECK (json_valid(steps)),
  planted INTEGER NOT NULL DEFAULT 0 CHECK (planted IN (0, 1)),
  changed TEXT NOT NULL,
  actor TEXT NOT NULL
) STRICT;

-- Jobs have a further kind.
CREATE TABLE job_next (
  key INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('import', 'export', 'rebuild', 'edition')),
  owner TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
  -- What was asked for, and what came of it.
  wish TEXT NOT NULL CHECK (json_valid(wish)),
  outcome TEXT CHECK (outcome IS NULL OR json_valid(outcome)),
  created TEXT NOT NULL,
  started TEXT,
  ended TEXT
) STRICT;
INSERT INTO job_next SELECT key, id, kind, owner, state, wish, outcome, created, started, ended FROM job;
DROP TABLE job;
ALTER TABLE job_next RENAME TO job;
CREATE INDEX job_owner ON job (owner, key);
