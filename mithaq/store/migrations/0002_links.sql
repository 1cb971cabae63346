-- What linking keeps of each document, so that an article more or less need not link all anew (docs/decisions/0010-increments.md).

-- Prints of the text, a JSON list; NULL in a register that is older than they are.
ALTER TABLE texts ADD COLUMN prints TEXT;

-- The key of the group of claims that an entry is made of; NULL where it was written without one.
ALTER TABLE entries ADD COLUMN made_of INTEGER;
CREATE INDEX entries_made_of ON entries(made_of);

CREATE TABLE linked (
  number   INTEGER PRIMARY KEY,
  document TEXT NOT NULL UNIQUE REFERENCES documents(id) ON DELETE CASCADE,
  kept     TEXT NOT NULL
);

-- By which keys a document meets others.
CREATE TABLE link_keys (
  key    INTEGER NOT NULL,
  linked INTEGER NOT NULL REFERENCES linked(number) ON DELETE CASCADE,
  PRIMARY KEY (key, linked)
) WITHOUT ROWID;
CREATE INDEX link_keys_linked ON link_keys(linked);

CREATE TABLE link_stories (
  id    TEXT PRIMARY KEY,
  story TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE link_persons (
  id   TEXT PRIMARY KEY,
  name TEXT NOT NULL
) WITHOUT ROWID;
