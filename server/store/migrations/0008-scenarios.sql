-- Scenarios of planners, and siting as a job.

-- What somebody would do to the city. `query`, `steps`, `base`: JSON of geodata/model/scenario.ts. demo: 1 was written about a demonstration, and goes when a real city takes its place.
CREATE TABLE scenario (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  query TEXT NOT NULL CHECK (json_valid(query)),
  steps TEXT NOT NULL CHECK (json_valid(steps)),
  base TEXT NOT NULL CHECK (json_valid(base)),
  demo INTEGER NOT NULL CHECK (demo IN (0, 1)),
  changed TEXT NOT NULL,
  actor TEXT NOT NULL
) STRICT;

-- Jobs have a further kind.
CREATE TABLE job_next (
  key INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('import', 'export', 'rebuild', 'edition', 'siting')),
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
