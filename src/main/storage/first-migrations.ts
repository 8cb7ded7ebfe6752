/** The oldest steps of `migrations`. */
export const firstMigrations: readonly string[] = [
  `
  CREATE TABLE projects (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    createdAt REAL NOT NULL,
    updatedAt REAL NOT NULL,
    thumbnail TEXT,
    session TEXT NOT NULL DEFAULT 'null'
  ) STRICT;

  CREATE TABLE turns (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    projectId TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    route TEXT NOT NULL,
    prompt TEXT NOT NULL,
    attachments TEXT NOT NULL,
    state TEXT NOT NULL,
    parts TEXT NOT NULL,
    failure TEXT NOT NULL,
    activity TEXT,
    cost REAL,
    startedAt REAL NOT NULL,
    endedAt REAL
  ) STRICT;
  CREATE INDEX turnsByProject ON turns (projectId, seq);
  CREATE INDEX turnsByState ON turns (state, seq);

  CREATE TABLE drafts (
    projectId TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    turnId TEXT,
    draft TEXT NOT NULL,
    PRIMARY KEY (projectId, version)
  ) STRICT;

  CREATE TABLE uploads (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    projectId TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    path TEXT NOT NULL,
    name TEXT NOT NULL,
    bytes REAL NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    sent REAL NOT NULL,
    failure TEXT NOT NULL,
    turnId TEXT,
    mediaId TEXT NOT NULL
  ) STRICT;
  CREATE INDEX uploadsByProject ON uploads (projectId, seq);

  CREATE TABLE exports (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    projectId TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    fileName TEXT NOT NULL,
    state TEXT NOT NULL,
    received REAL NOT NULL,
    bytes REAL,
    failure TEXT NOT NULL,
    createdAt REAL NOT NULL,
    endedAt REAL,
    sessionId TEXT NOT NULL,
    draft TEXT NOT NULL,
    targetPath TEXT NOT NULL,
    renderId TEXT,
    renders INTEGER NOT NULL,
    outputUrl TEXT
  ) STRICT;
  `,
  `
  ALTER TABLE projects ADD COLUMN pinned TEXT NOT NULL DEFAULT 'false';
  ALTER TABLE projects ADD COLUMN archived TEXT NOT NULL DEFAULT 'false';
  ALTER TABLE projects ADD COLUMN unread INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE projects ADD COLUMN deletedAt REAL;
  ALTER TABLE projects ADD COLUMN unsent TEXT NOT NULL DEFAULT '';
  -- Covers what a search wants of a project, so that it does not read past thumbnails.
  CREATE INDEX visibleProjects ON projects (id, name, updatedAt) WHERE deletedAt IS NULL;

  -- What turns have cost, by itself: a deleted project does not make a day cheaper.
  CREATE TABLE charges (
    turnId TEXT PRIMARY KEY,
    endedAt REAL NOT NULL,
    cost REAL NOT NULL,
    first INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX chargesByEnd ON charges (endedAt);
  INSERT INTO charges SELECT id, endedAt, cost, seq = (
      SELECT min(seq) FROM turns AS other WHERE other.projectId = turns.projectId AND other.route = 'agent'
    ) FROM turns WHERE route = 'agent' AND cost IS NOT NULL AND endedAt IS NOT NULL;

  ALTER TABLE turns DROP COLUMN cost;
  ALTER TABLE turns ADD COLUMN receipt TEXT NOT NULL DEFAULT 'null';
  ALTER TABLE turns ADD COLUMN stillWorkingMs REAL;
  -- The order within a project; waiting turns have places of their own beyond all others.
  ALTER TABLE turns ADD COLUMN place INTEGER NOT NULL DEFAULT 0;
  UPDATE turns SET place = seq + iif(state = 'queued', 1000000000000, 0);
  DROP INDEX turnsByProject;
  CREATE INDEX turnsByPlace ON turns (projectId, place);

  CREATE TABLE appended (
    seq INTEGER PRIMARY KEY,
    turnId TEXT NOT NULL REFERENCES turns (id) ON DELETE CASCADE,
    part INTEGER NOT NULL,
    at INTEGER NOT NULL,
    delta TEXT NOT NULL
  ) STRICT;
  CREATE INDEX appendedByTurn ON appended (turnId);

  -- The words of each turn under its seq: without regard to case and with two line ends behind them, and as they are shown.
  CREATE TABLE turnWords (folded, shown);
  CREATE TRIGGER turnWordsRemoved AFTER DELETE ON turns BEGIN
    DELETE FROM turnWords WHERE rowid = old.seq;
  END;
  -- As well as SQL can; a turn that is saved again gets the words that the store gives it.
  INSERT INTO turnWords (rowid, folded, shown) SELECT seq, lower(words) || char(10, 10), words FROM (
    SELECT seq, prompt || char(10) || coalesce((
      SELECT group_concat(json_extract(value, '$.text'), char(10))
        FROM json_each(iif(json_valid(parts), parts, '[]')) WHERE json_extract(value, '$.kind') = 'text'
    ), '') AS words FROM turns
  );
  `,
  `
  -- What a list of versions shows, apart from the drafts: those can be large, and a list must not read them.
  CREATE TABLE versions (
    projectId TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    turnId TEXT,
    at REAL,
    changes TEXT NOT NULL,
    more INTEGER NOT NULL,
    PRIMARY KEY (projectId, version)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO versions SELECT projectId, version, turnId,
    (SELECT coalesce(endedAt, startedAt) FROM turns WHERE id = drafts.turnId), '[]', 0 FROM drafts;
  `,
  `
  -- What to do with a file, in the user's words, and the hash of what was sent.
  ALTER TABLE uploads ADD COLUMN note TEXT NOT NULL DEFAULT '';
  ALTER TABLE uploads ADD COLUMN sha256 TEXT;
  `,
  `
  -- What is known of files from looking into them, under a hash of path, size and time.
  CREATE TABLE footageFacts (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    facts TEXT NOT NULL
  ) STRICT;
  `,
];
