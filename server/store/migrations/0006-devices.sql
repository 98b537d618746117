-- Screens that show the wall without anybody logged in (server/security/README.md). `token` is the SHA-256 of 32 random bytes that are told once; `area` null: the whole city.
-- `demo`: made while a demonstration stood here, and gone when a real city takes its place. `created`, `seen`: ISO, UTC. A key is never given twice, so that what a removed one opened cannot pass for another's.
CREATE TABLE device (
  key INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  token BLOB NOT NULL UNIQUE CHECK (length(token) = 32),
  area TEXT,
  demo INTEGER NOT NULL CHECK (demo IN (0, 1)),
  created TEXT NOT NULL,
  seen TEXT
) STRICT;
