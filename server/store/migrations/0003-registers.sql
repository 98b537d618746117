-- Rows of registers, monthly counts of events, what is known of 两新 organisations, further lists of the catalogue.

-- The fields of a row are those of its sheet (geodata/model/sheets), as JSON; whoever writes has held them to it.
CREATE TABLE entry (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  sheet TEXT NOT NULL,
  name TEXT NOT NULL,
  area TEXT,
  unit TEXT,
  lon INTEGER,
  lat INTEGER,
  fields TEXT NOT NULL CHECK (json_valid(fields)),
  valid_from TEXT,
  valid_to TEXT,
  source TEXT NOT NULL,
  date TEXT,
  CHECK ((lon IS NULL) = (lat IS NULL))
) STRICT;
CREATE INDEX entry_sheet ON entry (sheet, id);
CREATE INDEX entry_unit ON entry (unit) WHERE unit IS NOT NULL;

CREATE TABLE event_count (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  stream TEXT NOT NULL CHECK (stream IN ('service', 'request', 'hazard')),
  month TEXT NOT NULL,
  category TEXT NOT NULL,
  area TEXT,
  lon INTEGER,
  lat INTEGER,
  times INTEGER NOT NULL CHECK (times >= 0),
  people INTEGER,
  responded INTEGER,
  resolved INTEGER,
  satisfied INTEGER,
  source TEXT NOT NULL,
  date TEXT,
  CHECK ((lon IS NULL) = (lat IS NULL)),
  CHECK (responded <= times AND resolved <= coalesce(responded, times) AND satisfied <= coalesce(resolved, times))
) STRICT;

-- One legal person in several places has one code; which rows count is decided where they are counted.
CREATE TABLE organisation_next (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('enterprise', 'socialOrganisation')),
  credit_code TEXT,
  lon INTEGER,
  lat INTEGER,
  community TEXT,
  unit TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  operating TEXT CHECK (operating IN ('operating', 'shell', 'closed')),
  scene TEXT CHECK (scene IN ('tower', 'park', 'market', 'internet', 'other')),
  also_scenes TEXT NOT NULL CHECK (json_valid(also_scenes)),
  carrier TEXT,
  registered_community TEXT,
  employees INTEGER,
  members INTEGER,
  above_scale INTEGER CHECK (above_scale IN (0, 1)),
  organised TEXT CHECK (organised IN ('single', 'joint', 'attached', 'none')),
  branch TEXT,
  work TEXT CHECK (work IN ('instructor', 'liaison', 'massOrganisation', 'none')),
  instructor TEXT,
  valid_from TEXT,
  valid_to TEXT,
  source TEXT NOT NULL,
  date TEXT,
  CHECK ((lon IS NULL) = (lat IS NULL))
) STRICT;
INSERT INTO organisation_next (key, id, name, kind, credit_code, lon, lat, community, unit, also_scenes, valid_from, valid_to, source, date)
  SELECT key, id, name, kind, credit_code, lon, lat, community, unit, '[]', valid_from, valid_to, source, date FROM organisation;
DROP TABLE organisation;
ALTER TABLE organisation_next RENAME TO organisation;
CREATE INDEX organisation_unit ON organisation (unit);
CREATE INDEX organisation_code ON organisation (credit_code) WHERE credit_code IS NOT NULL;

-- Lists of the catalogue that hold rows of their own shape: slots, serviceItems, meetingRules, choices.
CREATE TABLE catalogue_row (
  list TEXT NOT NULL,
  code TEXT NOT NULL,
  rank INTEGER NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  PRIMARY KEY (list, code)
) STRICT, WITHOUT ROWID;
