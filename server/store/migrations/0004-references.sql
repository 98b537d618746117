-- What the fields of a row of a register name, so that nothing is removed that is named, and what belongs together is found at once.
-- kind: area, unit, facility, organisation or entry. Kept in step by whoever writes the row (tables/entry-references.ts).
CREATE TABLE entry_reference (
  target TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('area', 'unit', 'facility', 'organisation', 'entry')),
  entry TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  PRIMARY KEY (target, kind, entry)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_reference_entry ON entry_reference (entry);

CREATE INDEX organisation_carrier ON organisation (carrier) WHERE carrier IS NOT NULL;
CREATE INDEX organisation_branch ON organisation (branch) WHERE branch IS NOT NULL;
CREATE INDEX organisation_instructor ON organisation (instructor) WHERE instructor IS NOT NULL;

-- Rows that are there already, by the fields their sheets had when this was written.
INSERT OR IGNORE INTO entry_reference (target, kind, entry)
  SELECT field.value, CASE field.key WHEN 'facility' THEN 'facility' ELSE 'entry' END, entry.id FROM entry, json_each(entry.fields) AS field
  WHERE field.type = 'text' AND (field.key IN ('committee', 'facility', 'carrier')
    OR (entry.sheet = 'partyOrganisation' AND field.key = 'parent') OR (entry.sheet = 'tenure' AND field.key = 'seat') OR (entry.sheet = 'claim' AND field.key IN ('item', 'resource')));
INSERT OR IGNORE INTO entry_reference (target, kind, entry)
  SELECT part.value, CASE entry.sheet WHEN 'carrier' THEN 'area' ELSE 'entry' END, entry.id FROM entry, json_each(entry.fields, CASE entry.sheet WHEN 'carrier' THEN '$.alsoIn' ELSE '$.seats' END) AS part
  WHERE entry.sheet IN ('carrier', 'byElection') AND part.type = 'text';
