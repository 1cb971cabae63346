-- The register. Ids are content hashes (model.py); JSON columns hold the codebook's fields as they are.

CREATE TABLE meta (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

-- Texts apart from documents: a word-for-word reprint is stored and indexed once.
CREATE TABLE texts (
  number INTEGER PRIMARY KEY,
  id     TEXT NOT NULL UNIQUE,
  text   TEXT NOT NULL
);

-- Rows are numbered as texts; holds the folded text's index alone, the text itself stands in texts.
CREATE VIRTUAL TABLE folded USING fts5(text, content='', tokenize='unicode61 remove_diacritics 0');

-- What the reader gave, and the record without its claims; record is NULL where the extraction failed.
CREATE TABLE documents (
  id        TEXT PRIMARY KEY,
  text      TEXT NOT NULL REFERENCES texts(id),
  file      TEXT NOT NULL,
  lang      TEXT,
  outlet    TEXT,
  title     TEXT,
  url       TEXT,
  published TEXT,
  knowledge TEXT NOT NULL,
  record    TEXT
);
CREATE INDEX documents_text ON documents(text);

-- What is known of a document: read from its text, else given by the reader.
CREATE VIEW known AS
  SELECT id, text, file, record,
    coalesce(json_extract(record, '$.lang'), lang) AS lang,
    coalesce(json_extract(record, '$.outlet'), outlet) AS outlet,
    coalesce(json_extract(record, '$.title'), title) AS title,
    coalesce(json_extract(record, '$.url'), url) AS url,
    coalesce(json_extract(record, '$.published.date'), published) AS published
  FROM documents WHERE record IS NOT NULL;

CREATE TABLE document_states (
  document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
  state    TEXT NOT NULL,
  PRIMARY KEY (document, state)
) WITHOUT ROWID;
CREATE INDEX document_states_state ON document_states(state, document);

CREATE TABLE claims (
  id       TEXT PRIMARY KEY,
  document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  of       TEXT NOT NULL,
  fields   TEXT NOT NULL,
  derived  TEXT NOT NULL
);
CREATE UNIQUE INDEX claims_document ON claims(document, position);
CREATE INDEX claims_of ON claims(of, id);

-- Every passage of every claim. role: evidence, also, or grounds:FIELD.
CREATE TABLE passages (
  claim    TEXT NOT NULL REFERENCES claims(id) ON DELETE CASCADE,
  role     TEXT NOT NULL,
  position INTEGER NOT NULL,
  document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
  start    INTEGER NOT NULL,
  "end"    INTEGER NOT NULL,
  quote    TEXT NOT NULL,
  PRIMARY KEY (claim, role, position)
) WITHOUT ROWID;
CREATE INDEX passages_document ON passages(document, start);

-- Whom a claim is about: the parties that it names, else the states of its document.
CREATE TABLE claim_parties (
  claim TEXT NOT NULL REFERENCES claims(id) ON DELETE CASCADE,
  party TEXT NOT NULL,
  PRIMARY KEY (claim, party)
) WITHOUT ROWID;
CREATE INDEX claim_parties_party ON claim_parties(party, claim);

CREATE TABLE entries (
  id     TEXT PRIMARY KEY,
  of     TEXT NOT NULL,
  fields TEXT NOT NULL
);
CREATE INDEX entries_of ON entries(of, id);

CREATE TABLE entry_claims (
  entry TEXT NOT NULL REFERENCES entries(id) ON DELETE CASCADE,
  claim TEXT NOT NULL REFERENCES claims(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (entry, claim)
) WITHOUT ROWID;
CREATE INDEX entry_claims_claim ON entry_claims(claim, entry);

CREATE TABLE entry_parties (
  entry TEXT NOT NULL REFERENCES entries(id) ON DELETE CASCADE,
  party TEXT NOT NULL,
  PRIMARY KEY (entry, party)
) WITHOUT ROWID;
CREATE INDEX entry_parties_party ON entry_parties(party, entry);

-- document is NULL where nothing could be read; else the document whose extraction failed.
CREATE TABLE failures (
  id       TEXT NOT NULL,
  document TEXT REFERENCES documents(id) ON DELETE CASCADE,
  place    TEXT NOT NULL,
  stage    TEXT NOT NULL,
  reason   TEXT NOT NULL,
  hint     TEXT NOT NULL
);
CREATE UNIQUE INDEX failures_once ON failures(id, coalesce(document, ''));
CREATE INDEX failures_document ON failures(document);

-- Reviewers' judgements, never changed and never deleted: a later one wins. claims and passages are JSON lists; the passages
-- say what was judged. No foreign key: a decision outlives its claims.
CREATE TABLE decisions (
  number   INTEGER PRIMARY KEY AUTOINCREMENT,
  id       TEXT NOT NULL UNIQUE,
  decision TEXT NOT NULL,
  claims   TEXT NOT NULL,
  passages TEXT NOT NULL,
  field    TEXT,
  value    TEXT,
  reviewer TEXT NOT NULL,
  made     TEXT NOT NULL,
  reason   TEXT NOT NULL
);
CREATE TRIGGER decisions_keep BEFORE UPDATE ON decisions
  BEGIN SELECT raise(ABORT, 'decisions are never changed; add a later one'); END;
CREATE TRIGGER decisions_stay BEFORE DELETE ON decisions
  BEGIN SELECT raise(ABORT, 'decisions are never deleted; add a later one'); END;
