import { firstMigrations } from './first-migrations.ts';

/**
 * The database's schema, step by step: step n leads from `user_version` n to n + 1. A released step may only change so that all end with
 * the same schema, whichever version they began with. Columns carry the names of the domain's types; `seq` keeps the order.
 */
export const migrations: readonly string[] = [
  ...firstMigrations,
  `
  -- Where an upload comes from: a file, or an address that the cloud fetches.
  ALTER TABLE uploads ADD COLUMN source TEXT NOT NULL DEFAULT 'file';

  CREATE TABLE held (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    projectId TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    path TEXT NOT NULL,
    name TEXT NOT NULL,
    bytes REAL NOT NULL,
    kind TEXT,
    reason TEXT NOT NULL
  ) STRICT;
  CREATE INDEX heldByProject ON held (projectId, seq);
  `,
  `
  CREATE TABLE exportDrafts (
    id TEXT PRIMARY KEY REFERENCES exports (id) ON DELETE CASCADE,
    draft TEXT NOT NULL
  ) STRICT;
  INSERT INTO exportDrafts SELECT id, draft FROM exports;
  ALTER TABLE exports DROP COLUMN draft;
  ALTER TABLE exports ADD COLUMN version INTEGER;
  ALTER TABLE exports ADD COLUMN polls INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE exports ADD COLUMN phaseAt REAL NOT NULL DEFAULT 0;
  ALTER TABLE exports ADD COLUMN estimateMs REAL;
  ALTER TABLE exports ADD COLUMN delivery TEXT NOT NULL DEFAULT 'null';
  ALTER TABLE exports ADD COLUMN batchId TEXT;
  ALTER TABLE exports ADD COLUMN lostSession TEXT;
  -- The targets so far all came from a dialog, which asks before a file is replaced.
  ALTER TABLE exports ADD COLUMN replaces TEXT NOT NULL DEFAULT 'true';
  ALTER TABLE exports ADD COLUMN part TEXT NOT NULL DEFAULT 'null';
  UPDATE exports SET phaseAt = createdAt;

  CREATE TABLE renderTimes (seq INTEGER PRIMARY KEY, draftMs REAL NOT NULL, tookMs REAL NOT NULL) STRICT;
  `,
  `
  -- Projects may go while the batch that made them stays in the list.
  CREATE TABLE batches (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL,
    pause TEXT NOT NULL,
    mode TEXT NOT NULL,
    template TEXT NOT NULL,
    exports TEXT NOT NULL,
    createdAt REAL NOT NULL,
    endedAt REAL,
    projectId TEXT,
    folder TEXT
  ) STRICT;

  CREATE TABLE batchItems (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    batchId TEXT NOT NULL REFERENCES batches (id) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    name TEXT NOT NULL,
    bytes REAL NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    message TEXT NOT NULL,
    projectId TEXT,
    uploadId TEXT,
    turnId TEXT,
    exportId TEXT,
    doubt TEXT,
    failure TEXT NOT NULL,
    path TEXT NOT NULL,
    targetPath TEXT
  ) STRICT;
  CREATE INDEX batchItemsByNumber ON batchItems (batchId, n);
  `,
  `
  -- Changed an index of the words, which is no longer made: see the step that makes them a plain table.
  `,
  `
  -- How many exports a project has ever had: those that were removed count, so that no number comes twice.
  ALTER TABLE projects ADD COLUMN exportsMade INTEGER NOT NULL DEFAULT 0;
  UPDATE projects SET exportsMade = (SELECT count(*) FROM exports WHERE exports.projectId = projects.id);
  ALTER TABLE projects ADD COLUMN canvas TEXT NOT NULL DEFAULT 'null';
  `,
  `
  -- The words to search as a plain table: see the search store. Databases of released versions had an index of their pieces.
  CREATE TEMP TABLE keptWords AS SELECT rowid AS seq, folded, shown FROM turnWords;
  DROP TRIGGER turnWordsRemoved;
  DROP TABLE IF EXISTS turnTerms;
  DROP TABLE turnWords;
  CREATE TABLE turnWords (
    seq INTEGER PRIMARY KEY REFERENCES turns (seq) ON DELETE CASCADE,
    folded TEXT,
    shown TEXT NOT NULL
  ) STRICT;
  INSERT INTO turnWords SELECT seq, nullif(rtrim(folded, char(10)), lower(shown)), shown
    FROM keptWords WHERE seq IN (SELECT seq FROM turns);
  DROP TABLE keptWords;
  `,
  `
  -- How much of an export is rendered, 0..1.
  ALTER TABLE exports ADD COLUMN progress REAL;
  `,
  `
  -- What kind of work a turn was paid for, and when: turns that ran side by side were paid out of one balance.
  CREATE TABLE keptCharges AS SELECT * FROM charges;
  DROP TABLE charges;
  CREATE TABLE charges (
    turnId TEXT PRIMARY KEY,
    kind TEXT,
    cost REAL NOT NULL,
    available REAL,
    startedAt REAL,
    endedAt REAL NOT NULL
  ) STRICT;
  CREATE INDEX chargesByEnd ON charges (endedAt);
  INSERT INTO charges SELECT turnId,
    (SELECT CASE
      WHEN parts LIKE '%"kind":"raw-clip"%' OR parts LIKE '%"kind":"added","track":"video"%' THEN 'generate'
      WHEN parts LIKE '%"kind":"changes"%' THEN 'edit' END FROM turns WHERE id = turnId),
    cost, NULL, NULL, endedAt FROM keptCharges ORDER BY rowid;
  DROP TABLE keptCharges;
  -- Why the waiting messages of a project wait for the user.
  ALTER TABLE projects ADD COLUMN queueHeld TEXT;
  `,
  `
  -- Where the cloud keeps an upload: drafts name it by that address.
  ALTER TABLE uploads ADD COLUMN cdnUrl TEXT;
  `,
  `
  -- What each project's last message to the agent began with: its changes are told against that.
  CREATE TABLE turnStarts (
    projectId TEXT PRIMARY KEY REFERENCES projects (id) ON DELETE CASCADE,
    turnId TEXT NOT NULL,
    sessionId TEXT NOT NULL,
    version INTEGER NOT NULL,
    fresh INTEGER NOT NULL
  ) STRICT;
  `,
  `
  CREATE INDEX uploadsByAddress ON uploads (cdnUrl);
  `,
  `
  -- The words that turns are kept in, as the code has them now.
  UPDATE turns SET route = 'interchange' WHERE route = 'leave';
  UPDATE turns SET parts = replace(replace(replace(parts,
      '"leave-started"', '"interchange-started"'),
      '"leave-cancelled"', '"interchange-cancelled"'),
      '"verbs":', '"suggestedActions":')
    WHERE parts LIKE '%"leave-%' OR parts LIKE '%"verbs":%';
  `,
];
