-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- All SQL but the schema and what follows from the field table (plan-record-sql.c). Each name becomes PLAN_STMT_NAME; a
-- statement is prepared on first use and kept.

-- STMT_CONFIGURE
PRAGMA foreign_keys = ON;
PRAGMA trusted_schema = OFF;
PRAGMA cell_size_check = ON;
PRAGMA mmap_size = 0;
PRAGMA temp_store = MEMORY;
PRAGMA synchronous = FULL;
PRAGMA locking_mode = NORMAL;
PRAGMA cache_size = -16384;

-- STMT_USE_WAL
PRAGMA journal_mode = WAL;

-- STMT_USE_NO_WAL
PRAGMA journal_mode = DELETE;

-- STMT_VACUUM
VACUUM;

-- STMT_QUERY_ONLY
PRAGMA query_only = ON;

-- STMT_BEGIN_READ
BEGIN;

-- STMT_BEGIN_WRITE
BEGIN IMMEDIATE;

-- STMT_COMMIT
COMMIT;

-- STMT_ROLLBACK
ROLLBACK;

-- STMT_READ_APPLICATION_ID
PRAGMA application_id;

-- STMT_READ_VERSION
PRAGMA user_version;

-- STMT_LIST_SCHEMA
SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\_%' ESCAPE '\' OR type NOT IN ('table', 'index')
ORDER BY type, name;

-- STMT_CHECK_INTEGRITY
PRAGMA integrity_check (1);

-- STMT_CHECK_REFERENCES
PRAGMA foreign_key_check;

-- STMT_META_GET
SELECT value FROM meta WHERE key = ?1;

-- STMT_META_SET
INSERT OR REPLACE INTO meta (key, value) VALUES (?1, ?2);

-- STMT_META_REMOVE
DELETE FROM meta WHERE key = ?1;

-- STMT_META_MARKS
SELECT key, value FROM meta WHERE key LIKE 'mark:%';

-- STMT_HISTORY_INSERT
INSERT INTO history (id, at, author, label, subject, project, undoes, redoes, size, changeset)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10);

-- STMT_HISTORY_ENTRY
SELECT id, at, author, label, subject, project, undoes, redoes, length (changeset) FROM history WHERE id = ?1;

-- STMT_HISTORY_LIST
SELECT id, at, author, label, subject, project, undoes, redoes, length (changeset) FROM history WHERE id < ?2 ORDER BY id DESC LIMIT ?1;

-- STMT_HISTORY_FIND
SELECT id, at, author, label, subject, project, undoes, redoes, length (changeset) FROM history
WHERE id < ?2 AND (?3 IS NULL OR project = ?3) AND (?4 IS NULL OR author = ?4) AND at >= ?5 AND at < ?6 ORDER BY id DESC LIMIT ?1;

-- STMT_HISTORY_AUTHORS
SELECT DISTINCT author FROM history WHERE author IS NOT NULL AND author <> '' ORDER BY author;

-- STMT_HISTORY_STEPS
SELECT id, undoes, redoes FROM history ORDER BY id;

-- STMT_HISTORY_CHANGESET
SELECT size, changeset FROM history WHERE id = ?1;

-- STMT_HISTORY_TOTAL
SELECT count (*), coalesce (sum (length (changeset)), 0) FROM history;

-- STMT_HISTORY_LAST_BEFORE
SELECT coalesce (max (id), 0) FROM history WHERE at < ?1 AND id < (SELECT max (id) FROM history);

-- STMT_HISTORY_FIRST_NEEDED
SELECT coalesce (min (coalesce (undoes, redoes)), 9223372036854775807) FROM history WHERE id > ?1;

-- STMT_HISTORY_FORGET
DELETE FROM history WHERE id <= ?1;

-- The cache of full text search (plan-search.c), a file of its own: `words` is found by its row number, `place` says whose
-- words they are and which record they lead to.

-- STMT_SEARCH_CONFIGURE
PRAGMA journal_mode = DELETE;
PRAGMA synchronous = NORMAL;

-- STMT_SEARCH_CREATE
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT) STRICT, WITHOUT ROWID;
CREATE TABLE place (
  id INTEGER PRIMARY KEY,
  record INTEGER NOT NULL,
  source INTEGER NOT NULL,
  target_record INTEGER NOT NULL,
  target INTEGER NOT NULL
) STRICT;
CREATE INDEX place_source ON place (source, record);
CREATE VIRTUAL TABLE words USING fts5 (name, text, tokenize = 'planwright');
INSERT INTO words (words, rank) VALUES ('rank', 'bm25(8.0, 1.0)');

-- STMT_SEARCH_GET_STAMP
SELECT value FROM about WHERE key = 'stamp';

-- STMT_SEARCH_SET_STAMP
INSERT OR REPLACE INTO about (key, value) VALUES ('stamp', ?1);

-- STMT_SEARCH_LAST_ROW
SELECT coalesce (max (id), ?1) FROM place WHERE id BETWEEN ?1 AND ?2;

-- STMT_SEARCH_FIND_PLACE
SELECT id FROM place WHERE source = ?1 AND record = ?2;

-- STMT_SEARCH_GET_PLACE
SELECT target_record, target FROM place WHERE id = ?1;

-- STMT_SEARCH_ADD_PLACE
INSERT INTO place (id, record, source, target_record, target) VALUES (?1, ?2, ?3, ?4, ?5);

-- STMT_SEARCH_REMOVE_PLACE
DELETE FROM place WHERE id = ?1;

-- STMT_SEARCH_ADD_WORDS
INSERT INTO words (rowid, name, text) VALUES (?1, ?2, ?3);

-- STMT_SEARCH_REMOVE_WORDS
DELETE FROM words WHERE rowid = ?1;

-- STMT_SEARCH_FIND
SELECT rowid, rank, snippet (words, 0, char (2), char (3), '…', 24), snippet (words, 1, char (2), char (3), '…', 24)
FROM words WHERE words MATCH ?1 AND rowid BETWEEN ?2 AND ?3 ORDER BY rank LIMIT ?4;
