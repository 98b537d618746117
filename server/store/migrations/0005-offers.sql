-- What whoever goes to a place asks (JSON of geodata/model/offer.ts; nothing known at first), and when it is shut out of turn.
ALTER TABLE facility ADD COLUMN offer TEXT NOT NULL CHECK (json_valid(offer))
  DEFAULT '{"address":null,"prices":[],"payments":[],"bring":null,"booking":null,"delivers":null,"halal":null,"toilet":null,"menu":null,"programmes":[],"checked":null}';
ALTER TABLE facility ADD COLUMN suspensions TEXT NOT NULL CHECK (json_valid(suspensions)) DEFAULT '[]';

-- What the public found wrong (信息纠错). No person is asked for, and no address kept; `note` goes when it is decided. A report names its site, but does not
-- hang on it: one that is taken away and put back has its reports. `at` and `decided_at`: ISO, UTC.
CREATE TABLE report (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  facility TEXT NOT NULL,
  at TEXT NOT NULL,
  fields TEXT NOT NULL CHECK (json_valid(fields)),
  note TEXT,
  state TEXT NOT NULL CHECK (state IN ('pending', 'corrected', 'unchanged', 'declined')),
  decided_at TEXT,
  CHECK ((state = 'pending') = (decided_at IS NULL)),
  CHECK (state = 'pending' OR note IS NULL)
) STRICT;
CREATE INDEX report_facility ON report (facility, state);
