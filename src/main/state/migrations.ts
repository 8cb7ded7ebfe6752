/**
 * The database's schema, step by step: step n leads from `user_version` n to n + 1. A step that has been released is never
 * changed. Columns carry the names of the domain's types; `seq` keeps the order in which things came.
 */
export const migrations: readonly string[] = [
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
];
