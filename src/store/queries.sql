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
SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\_%' ESCAPE '\' ORDER BY type, name;

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
