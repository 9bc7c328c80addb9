-- 1: what a department keeps.
-- Never: delete or rewrite a submission, its acknowledgement, or other bytes under its id.
CREATE TABLE department (
    department_id    TEXT    NOT NULL PRIMARY KEY, -- such as dvla; one row
    name             TEXT    NOT NULL,             -- as people know it
    reference_prefix TEXT    NOT NULL,             -- first part of every reference given out
    epoch            INTEGER NOT NULL,             -- rises when these records are restored
    demonstration    INTEGER NOT NULL,             -- 1: any terminal may enrol
    created_at_ms    INTEGER NOT NULL              -- Unix milliseconds, UTC
);
CREATE TABLE department_key (
    purpose       TEXT    NOT NULL CHECK (purpose IN ('signing', 'sealing')),
    key_id        TEXT    NOT NULL,                -- 16 hexadecimal digits
    secret        BLOB    NOT NULL,                -- 32 bytes; this file is readable by its owner only
    created_at_ms INTEGER NOT NULL,
    PRIMARY KEY (purpose, key_id)
);
CREATE TABLE enrolment_code (
    code_sha256 BLOB    NOT NULL PRIMARY KEY,
    used_by     TEXT                               -- the terminal that used it; null until then
);
CREATE TABLE terminal (
    terminal_id    TEXT    NOT NULL PRIMARY KEY,   -- UUID
    signing_key    BLOB    NOT NULL,               -- Ed25519, 32 bytes
    outlet         TEXT    NOT NULL,
    enrolled_at_ms INTEGER NOT NULL
);
CREATE TABLE submission (
    submission_id        TEXT    NOT NULL PRIMARY KEY, -- UUIDv7, made by the terminal
    terminal_id          TEXT    NOT NULL REFERENCES terminal (terminal_id),
    sequence             INTEGER NOT NULL,             -- without gaps on its terminal
    reference            TEXT    NOT NULL,             -- on the person's receipt
    service              TEXT    NOT NULL,
    definition_version   TEXT    NOT NULL,
    recorded_at_ms       INTEGER NOT NULL,             -- by the terminal's clock
    received_at_ms       INTEGER NOT NULL,             -- by the department's clock
    department_reference TEXT    NOT NULL UNIQUE,
    package              BLOB    NOT NULL,             -- as it came: sealed and signed
    package_sha256       BLOB    NOT NULL,
    acknowledgement      BLOB    NOT NULL,             -- signed once, answered for ever
    puts                 INTEGER NOT NULL DEFAULT 1    -- how often these bytes came
);
CREATE INDEX submission_by_terminal ON submission (terminal_id, sequence);
CREATE TABLE other_bytes (
    submission_id  TEXT    NOT NULL REFERENCES submission (submission_id),
    package_sha256 BLOB    NOT NULL,
    package        BLOB    NOT NULL,
    received_at_ms INTEGER NOT NULL,
    PRIMARY KEY (submission_id, package_sha256)
);
