-- What whoever goes to a place asks (JSON of geodata/model/offer.ts), and when it is shut out of turn.
ALTER TABLE facility ADD COLUMN offer TEXT NOT NULL DEFAULT '{}';
ALTER TABLE facility ADD COLUMN suspensions TEXT NOT NULL DEFAULT '[]';

-- What the public found wrong (信息纠错). No person is asked for; `note` is cleared when it is decided.
CREATE TABLE report (
  id INTEGER PRIMARY KEY,
  facility TEXT NOT NULL REFERENCES facility (id) ON DELETE CASCADE,
  at TEXT NOT NULL,
  fields TEXT NOT NULL,
  note TEXT,
  state TEXT NOT NULL CHECK (state IN ('pending', 'corrected', 'unchanged', 'declined')),
  decided_at TEXT
) STRICT;
CREATE INDEX report_facility ON report (facility, state);
