-- One database, one city. Positions are integers of 1e-7 degree, shapes are blobs (format: server/store/shape-blob.ts).

CREATE TABLE city (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  name TEXT NOT NULL,
  demo INTEGER NOT NULL CHECK (demo IN (0, 1)),
  coding TEXT NOT NULL CHECK (coding IN ('statistical', 'text')),
  attribution TEXT NOT NULL,
  map_approval TEXT NOT NULL,
  source_date TEXT
) STRICT;

-- name: geometry, network, text, or category:<code>. A value only grows.
CREATE TABLE version (name TEXT PRIMARY KEY, value INTEGER NOT NULL CHECK (value > 0)) STRICT, WITHOUT ROWID;

CREATE TABLE change_log (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('load', 'edit')),
  kind TEXT,
  record TEXT,
  before TEXT CHECK (before IS NULL OR json_valid(before)),
  after TEXT CHECK (after IS NULL OR json_valid(after)),
  counts TEXT CHECK (counts IS NULL OR json_valid(counts))
) STRICT;
CREATE INDEX change_log_record ON change_log (kind, record);

CREATE TABLE catalogue (only INTEGER PRIMARY KEY CHECK (only = 1), version TEXT NOT NULL) STRICT;

CREATE TABLE category (
  code TEXT PRIMARY KEY,
  rank INTEGER NOT NULL,
  name TEXT NOT NULL,
  name_en TEXT NOT NULL,
  default_group TEXT NOT NULL,
  glyph TEXT NOT NULL,
  colour INTEGER NOT NULL CHECK (colour BETWEEN 0 AND 7),
  minutes TEXT NOT NULL CHECK (json_valid(minutes)),
  source TEXT NOT NULL,
  confirmed INTEGER NOT NULL CHECK (confirmed IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE profile (
  code TEXT PRIMARY KEY,
  rank INTEGER NOT NULL,
  name TEXT NOT NULL,
  name_en TEXT NOT NULL,
  metres_per_second REAL NOT NULL CHECK (metres_per_second > 0),
  steps INTEGER NOT NULL CHECK (steps IN (0, 1)),
  source TEXT NOT NULL,
  confirmed INTEGER NOT NULL CHECK (confirmed IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE standard (
  code TEXT PRIMARY KEY,
  rank INTEGER NOT NULL,
  category TEXT NOT NULL REFERENCES category DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  tier_minutes INTEGER NOT NULL CHECK (tier_minutes IN (5, 10, 15)),
  metric TEXT NOT NULL CHECK (metric IN ('network', 'straight')),
  limit_metres REAL NOT NULL CHECK (limit_metres > 0),
  source TEXT NOT NULL,
  confirmed INTEGER NOT NULL CHECK (confirmed IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE rule_value (
  code TEXT PRIMARY KEY,
  rank INTEGER NOT NULL,
  name TEXT NOT NULL,
  value REAL NOT NULL,
  unit TEXT NOT NULL,
  source TEXT NOT NULL,
  confirmed INTEGER NOT NULL CHECK (confirmed IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE area (
  key INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  level TEXT NOT NULL CHECK (level IN ('city', 'district', 'street', 'community', 'estate', 'grid')),
  name TEXT NOT NULL,
  parent TEXT REFERENCES area (code) DEFERRABLE INITIALLY DEFERRED,
  boundary BLOB,
  source TEXT NOT NULL,
  date TEXT
) STRICT;
CREATE INDEX area_parent ON area (parent);

-- hilbert: rank of the inner point along one curve over the whole world; (hilbert, id) is the dense order.
CREATE TABLE building (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  hilbert INTEGER NOT NULL,
  code TEXT,
  name TEXT NOT NULL,
  footprint BLOB NOT NULL,
  storeys REAL,
  use TEXT,
  estate TEXT,
  grid TEXT,
  entrances BLOB NOT NULL,
  residents_all INTEGER,
  residents_over60 INTEGER,
  residents_over80 INTEGER,
  residents_children INTEGER,
  households INTEGER,
  basis TEXT CHECK (basis IN ('permanent', 'registered', 'actual')),
  counted INTEGER CHECK (counted IN (0, 1)),
  residents_source TEXT,
  residents_date TEXT,
  source TEXT NOT NULL,
  date TEXT,
  CHECK ((residents_all IS NULL) = (basis IS NULL)),
  CHECK (residents_over60 + residents_children <= residents_all AND residents_over80 <= residents_over60)
) STRICT;
CREATE INDEX building_order ON building (hilbert, id);
CREATE VIRTUAL TABLE building_box USING rtree_i32(key, west, east, south, north);

CREATE TABLE street (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  class TEXT NOT NULL,
  line BLOB NOT NULL,
  walkable INTEGER NOT NULL CHECK (walkable IN (0, 1)),
  steps INTEGER NOT NULL CHECK (steps IN (0, 1)),
  bridge INTEGER NOT NULL CHECK (bridge IN (0, 1)),
  width_metres REAL,
  source TEXT NOT NULL,
  date TEXT
) STRICT;
CREATE VIRTUAL TABLE street_box USING rtree_i32(key, west, east, south, north);

CREATE TABLE gate (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  lon INTEGER NOT NULL,
  lat INTEGER NOT NULL,
  estate TEXT,
  locked TEXT NOT NULL CHECK (locked IN ('never', 'always', 'hours')),
  locked_hours TEXT CHECK ((locked_hours IS NOT NULL) = (locked = 'hours')),
  source TEXT NOT NULL,
  date TEXT
) STRICT;

CREATE TABLE ground (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  shape BLOB NOT NULL,
  source TEXT NOT NULL,
  date TEXT
) STRICT;
CREATE VIRTUAL TABLE ground_box USING rtree_i32(key, west, east, south, north);

CREATE TABLE unit (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  nature TEXT NOT NULL,
  lon INTEGER NOT NULL,
  lat INTEGER NOT NULL,
  community TEXT,
  valid_from TEXT,
  valid_to TEXT,
  source TEXT NOT NULL,
  date TEXT
) STRICT;

CREATE TABLE facility (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  category TEXT NOT NULL REFERENCES category DEFERRABLE INITIALLY DEFERRED,
  lon INTEGER NOT NULL,
  lat INTEGER NOT NULL,
  unit TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  seats INTEGER,
  spare_seats INTEGER,
  square_metres REAL,
  step_free INTEGER CHECK (step_free IN (0, 1)),
  valid_from TEXT,
  valid_to TEXT,
  source TEXT NOT NULL,
  date TEXT
) STRICT;
CREATE INDEX facility_category ON facility (category);
CREATE INDEX facility_unit ON facility (unit);

-- To whom a site was open and when; the row without valid_to is today's.
CREATE TABLE facility_admission (
  key INTEGER PRIMARY KEY,
  facility TEXT NOT NULL REFERENCES facility (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  audience TEXT NOT NULL,
  min_age INTEGER,
  max_age INTEGER,
  only_areas TEXT NOT NULL CHECK (json_valid(only_areas)),
  valid_from TEXT,
  valid_to TEXT
) STRICT;
CREATE UNIQUE INDEX facility_admission_today ON facility_admission (facility) WHERE valid_to IS NULL;
CREATE INDEX facility_admission_facility ON facility_admission (facility);

-- When a site was open, as published, and since when; NULL hours: unknown. The row without valid_to is today's.
CREATE TABLE facility_hours (
  key INTEGER PRIMARY KEY,
  facility TEXT NOT NULL REFERENCES facility (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  hours TEXT,
  valid_from TEXT,
  valid_to TEXT
) STRICT;
CREATE UNIQUE INDEX facility_hours_today ON facility_hours (facility) WHERE valid_to IS NULL;
CREATE INDEX facility_hours_facility ON facility_hours (facility);
