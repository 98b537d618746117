-- Who may see and change what: accounts and sessions, records changed one at a time, jobs.

ALTER TABLE facility ADD COLUMN phone TEXT;

CREATE TABLE organisation (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('enterprise', 'socialOrganisation')),
  credit_code TEXT UNIQUE,
  lon INTEGER,
  lat INTEGER,
  community TEXT,
  unit TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  valid_from TEXT,
  valid_to TEXT,
  source TEXT NOT NULL,
  date TEXT,
  CHECK ((lon IS NULL) = (lat IS NULL))
) STRICT;
CREATE INDEX organisation_unit ON organisation (unit);

-- The histories of a site outlive it, so that putting it back brings them back: they name it, but do not hang on it. Rows that end before they begin never held.
CREATE TABLE facility_admission_next (
  key INTEGER PRIMARY KEY,
  facility TEXT NOT NULL,
  audience TEXT NOT NULL,
  min_age INTEGER,
  max_age INTEGER,
  only_areas TEXT NOT NULL CHECK (json_valid(only_areas)),
  valid_from TEXT,
  valid_to TEXT
) STRICT;
INSERT INTO facility_admission_next SELECT key, facility, audience, min_age, max_age, only_areas, valid_from, valid_to FROM facility_admission
  WHERE valid_from IS NULL OR valid_to IS NULL OR valid_from < valid_to;
DROP TABLE facility_admission;
ALTER TABLE facility_admission_next RENAME TO facility_admission;
CREATE UNIQUE INDEX facility_admission_today ON facility_admission (facility) WHERE valid_to IS NULL;
CREATE INDEX facility_admission_facility ON facility_admission (facility);

CREATE TABLE facility_hours_next (
  key INTEGER PRIMARY KEY,
  facility TEXT NOT NULL,
  hours TEXT,
  valid_from TEXT,
  valid_to TEXT
) STRICT;
INSERT INTO facility_hours_next SELECT key, facility, hours, valid_from, valid_to FROM facility_hours
  WHERE valid_from IS NULL OR valid_to IS NULL OR valid_from < valid_to;
DROP TABLE facility_hours;
ALTER TABLE facility_hours_next RENAME TO facility_hours;
CREATE UNIQUE INDEX facility_hours_today ON facility_hours (facility) WHERE valid_to IS NULL;
CREATE INDEX facility_hours_facility ON facility_hours (facility);

-- Units that are absent for everyone, beside those whose name says so (server/security/visible-reading.ts).
CREATE TABLE hidden_unit (id TEXT PRIMARY KEY, at TEXT NOT NULL, actor TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- Counts as they stood when the city was loaded, of buildings changed since: what leaders and the public see moves in steps from here (server/security/README.md).
CREATE TABLE resident_base (
  building TEXT PRIMARY KEY,
  residents_all INTEGER NOT NULL,
  residents_over60 INTEGER NOT NULL,
  residents_over80 INTEGER NOT NULL,
  residents_children INTEGER NOT NULL,
  households INTEGER NOT NULL,
  counted INTEGER NOT NULL CHECK (counted IN (0, 1)),
  -- 1: a later load brought the building, with these counts.
  added INTEGER NOT NULL CHECK (added IN (0, 1))
) STRICT, WITHOUT ROWID;

-- The log with its further actions. load: one line of counts for a source (kind null), whole when the city was empty or is replaced; otherwise also
-- one line for each editable record it added or changed. Loads of structure 1 said nothing of single records, so each of them counts as whole.
CREATE TABLE change_log_next (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('load', 'add', 'change', 'remove', 'restore', 'hide', 'show')),
  kind TEXT,
  record TEXT,
  before TEXT CHECK (before IS NULL OR json_valid(before)),
  after TEXT CHECK (after IS NULL OR json_valid(after)),
  counts TEXT CHECK (counts IS NULL OR json_valid(counts)),
  whole INTEGER NOT NULL DEFAULT 0 CHECK (whole IN (0, 1))
) STRICT;
INSERT INTO change_log_next (id, at, actor, action, kind, record, before, after, counts, whole)
  SELECT id, at, actor, CASE WHEN action = 'load' THEN 'load' WHEN before IS NULL THEN 'add' ELSE 'change' END, kind, record,
    CASE WHEN kind = 'facility' AND before IS NOT NULL THEN json_insert(before, '$.phone', json('null')) ELSE before END,
    CASE WHEN kind = 'facility' AND after IS NOT NULL THEN json_insert(after, '$.phone', json('null')) ELSE after END,
    counts, action = 'load' FROM change_log;
DROP TABLE change_log;
ALTER TABLE change_log_next RENAME TO change_log;
CREATE INDEX change_log_record ON change_log (kind, record);
CREATE INDEX change_log_at ON change_log (at);
CREATE INDEX change_log_whole ON change_log (id) WHERE whole = 1;
CREATE TRIGGER change_log_stays BEFORE UPDATE ON change_log BEGIN SELECT RAISE(ABORT, 'the change log is only ever added to'); END;
CREATE TRIGGER change_log_is_kept BEFORE DELETE ON change_log BEGIN SELECT RAISE(ABORT, 'the change log is only ever added to'); END;

CREATE TABLE account (
  key INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  role TEXT NOT NULL CHECK (role IN ('leader', 'planner', 'editor', 'administrator')),
  -- Codes of areas as JSON; empty: the whole city.
  areas TEXT NOT NULL CHECK (json_valid(areas)),
  -- Argon2id with its parameters and salt, in the PHC string format.
  password TEXT NOT NULL,
  must_change INTEGER NOT NULL CHECK (must_change IN (0, 1)),
  disabled INTEGER NOT NULL DEFAULT 0 CHECK (disabled IN (0, 1)),
  created TEXT NOT NULL,
  password_set TEXT NOT NULL
) STRICT;

-- A session is known by the SHA-256 of its id; the id itself is only ever in the cookie.
CREATE TABLE session (
  hash BLOB PRIMARY KEY,
  account INTEGER NOT NULL REFERENCES account (key) ON DELETE CASCADE,
  created TEXT NOT NULL,
  seen TEXT NOT NULL,
  ends TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_account ON session (account);

-- Failed log-ins by the SHA-256 of the name tried, whether or not an account has it.
CREATE TABLE log_in_failure (name_hash BLOB PRIMARY KEY, failures INTEGER NOT NULL, last TEXT NOT NULL, locked_until TEXT) STRICT, WITHOUT ROWID;

-- Who did what, kept for good: log-ins and their failures, exact figures that were read, exports, jobs. Changes of records are in change_log.
CREATE TABLE audit_log (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  -- null: nobody was logged in.
  account TEXT,
  action TEXT NOT NULL,
  subject TEXT,
  outcome TEXT NOT NULL CHECK (outcome IN ('done', 'refused'))
) STRICT;
CREATE INDEX audit_log_account ON audit_log (account, id);
CREATE TRIGGER audit_log_stays BEFORE UPDATE ON audit_log BEGIN SELECT RAISE(ABORT, 'the audit log is only ever added to'); END;
CREATE TRIGGER audit_log_is_kept BEFORE DELETE ON audit_log BEGIN SELECT RAISE(ABORT, 'the audit log is only ever added to'); END;

CREATE TABLE job (
  key INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('import', 'export', 'rebuild')),
  owner TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
  -- What was asked for, and what came of it.
  wish TEXT NOT NULL CHECK (json_valid(wish)),
  outcome TEXT CHECK (outcome IS NULL OR json_valid(outcome)),
  created TEXT NOT NULL,
  started TEXT,
  ended TEXT
) STRICT;
CREATE INDEX job_owner ON job (owner, key);
