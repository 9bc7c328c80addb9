-- 0001: the ledger of one terminal: what was recorded, where it stands, its proof, and the log.
-- Never, in code or in a later migration: delete or rewrite a recorded submission, an event or
-- a receipt; delete readable answers or a sealed envelope that the department has not
-- acknowledged. The triggers at the end hold these promises against our own mistakes.
-- What moves (delivery, staff, print) is in tables of its own, so that a later migration can
-- rebuild those without touching a row that a person has on paper.

CREATE TABLE terminal (
    one              INTEGER NOT NULL PRIMARY KEY CHECK (one = 1), -- there is one row
    id               TEXT    NOT NULL,             -- UUID, fixed at set-up
    number           INTEGER NOT NULL,             -- short number, part of every reference
    outlet           TEXT    NOT NULL,             -- outlet's name, as on receipts
    organisation     TEXT    NOT NULL,             -- who runs the outlet
    demonstration    INTEGER NOT NULL CHECK (demonstration IN (0, 1)),
    signing_seed     BLOB    NOT NULL CHECK (length(signing_seed) = 32), -- Ed25519 seed, secret
    set_up_ms        INTEGER NOT NULL,             -- Unix milliseconds, UTC
    set_up_offset_minutes INTEGER NOT NULL,        -- local time from UTC, minutes east
    set_up_monotonic_ms   INTEGER NOT NULL,        -- milliseconds since boot
    set_up_boot      BLOB    NOT NULL CHECK (length(set_up_boot) = 16)
) STRICT;

CREATE TABLE staff (
    number           TEXT    NOT NULL PRIMARY KEY, -- what they sign in with
    name             TEXT    NOT NULL,             -- as colleagues know them
    role             TEXT    NOT NULL CHECK (role IN ('staff', 'supervisor')),
    pin_hash         TEXT    NOT NULL,             -- PHC string (argon2id)
    failures         INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0), -- since the last success
    locked_until_ms  INTEGER,                      -- Unix milliseconds, UTC; NULL when not locked
    locked_until_monotonic_ms INTEGER,             -- the same moment since boot locked_boot
    locked_boot      BLOB,
    CHECK ((locked_until_ms IS NULL) = (locked_boot IS NULL)),
    CHECK ((locked_until_ms IS NULL) = (locked_until_monotonic_ms IS NULL))
) STRICT;

CREATE TABLE department (
    id               TEXT    NOT NULL PRIMARY KEY, -- as in service ids, such as dvla
    name             TEXT    NOT NULL,             -- for "Received by"
    url              TEXT    NOT NULL,             -- base address of its intake
    signing_key_id   TEXT    NOT NULL,
    signing_key      BLOB    NOT NULL,             -- public, Ed25519
    sealing_key_id   TEXT    NOT NULL,
    sealing_key      BLOB    NOT NULL,             -- public, X25519
    epoch            TEXT    NOT NULL,             -- changes when it was restored from a backup
    enrolled_at_ms   INTEGER NOT NULL              -- Unix milliseconds, UTC
) STRICT;

CREATE TABLE submission (
    sequence         INTEGER NOT NULL PRIMARY KEY CHECK (sequence >= 1), -- 1, 2, 3, no gaps
    id               TEXT    NOT NULL UNIQUE,      -- UUIDv7, for life, here and there
    reference        TEXT    NOT NULL UNIQUE,      -- as printed, such as CF7K-9QMD-2XPT
    service          TEXT    NOT NULL,             -- <department>/<service>
    definition_version TEXT NOT NULL,              -- of the service's definition, such as 1.0.0
    department       TEXT    NOT NULL,             -- department.id; may be enrolled later
    language         TEXT    NOT NULL,             -- BCP 47, such as en or cy
    mode             TEXT    NOT NULL,             -- counter, guided, kiosk, phone
    recorded_ms      INTEGER NOT NULL,             -- Unix milliseconds, UTC
    recorded_offset_minutes INTEGER NOT NULL,      -- local time from UTC, minutes east
    recorded_monotonic_ms   INTEGER NOT NULL,      -- milliseconds since boot
    recorded_boot    BLOB    NOT NULL CHECK (length(recorded_boot) = 16),
    operator         TEXT    NOT NULL              -- actor, JSON
) STRICT;

CREATE TABLE delivery (
    submission       INTEGER NOT NULL PRIMARY KEY REFERENCES submission (sequence),
    state            TEXT    NOT NULL
        CHECK (state IN ('waiting', 'attempting', 'acknowledged', 'needs_attention')),
    faults           INTEGER NOT NULL DEFAULT 0 CHECK (faults >= 0), -- server faults in a row
    due_ms           INTEGER,                      -- next try, Unix milliseconds; only waiting
    attention        TEXT CHECK (attention IN ('rejected', 'conflict')),
    department_reference TEXT,                     -- the department's own; only acknowledged
    received_ms      INTEGER,                      -- by the department's clock
    acknowledgement  BLOB,                         -- its signed bytes, kept whole
    CHECK ((state = 'waiting') = (due_ms IS NOT NULL)),
    CHECK ((state = 'needs_attention') = (attention IS NOT NULL)),
    CHECK ((state = 'acknowledged') = (department_reference IS NOT NULL)),
    CHECK ((state = 'acknowledged') = (received_ms IS NOT NULL)),
    CHECK ((state = 'acknowledged') = (acknowledgement IS NOT NULL))
) STRICT;
CREATE INDEX delivery_due ON delivery (due_ms, submission) WHERE state = 'waiting';
CREATE INDEX delivery_state ON delivery (state);

CREATE TABLE submission_content (
    submission       INTEGER NOT NULL PRIMARY KEY REFERENCES submission (sequence),
    answers          TEXT    NOT NULL,             -- canonical JSON; erased when acknowledged
    provenance       TEXT    NOT NULL,             -- who typed and confirmed each answer, JSON
    receipt_rows     TEXT    NOT NULL              -- questions and answers of the receipt, JSON
) STRICT;

CREATE TABLE sealed (
    submission       INTEGER NOT NULL PRIMARY KEY REFERENCES submission (sequence),
    digest           BLOB    NOT NULL CHECK (length(digest) = 32), -- SHA-256 of package
    package          BLOB    NOT NULL              -- what is sent, the same bytes on every try
) STRICT;

CREATE TABLE receipt (
    id               TEXT    NOT NULL PRIMARY KEY, -- UUID
    submission       INTEGER NOT NULL REFERENCES submission (sequence),
    kind             TEXT    NOT NULL,             -- recorded; more to come
    content          TEXT    NOT NULL,             -- JSON, without answers
    content_hash     BLOB    NOT NULL CHECK (length(content_hash) = 32), -- SHA-256 of content
    made_ms          INTEGER NOT NULL              -- Unix milliseconds, UTC
) STRICT;
CREATE INDEX receipt_submission ON receipt (submission);

CREATE TABLE print (
    receipt          TEXT    NOT NULL REFERENCES receipt (id),
    copy_number      INTEGER NOT NULL CHECK (copy_number >= 0), -- 0 the original, n is COPY n
    state            TEXT    NOT NULL CHECK (state IN ('queued', 'printed', 'failed', 'saved')),
    printer          TEXT    NOT NULL,             -- its name, or where it was saved to
    reason           TEXT,                         -- why it failed, a printer's code
    queued_ms        INTEGER NOT NULL,             -- Unix milliseconds, UTC
    settled_ms       INTEGER,                      -- NULL while the outcome is not known
    PRIMARY KEY (receipt, copy_number),
    CHECK ((state = 'queued') = (settled_ms IS NULL))
) STRICT;

CREATE TABLE event (
    sequence         INTEGER NOT NULL PRIMARY KEY CHECK (sequence >= 1), -- 1, 2, 3, no gaps
    previous         BLOB    NOT NULL CHECK (length(previous) = 32), -- hash of the one before
    hash             BLOB    NOT NULL CHECK (length(hash) = 32),     -- RFC 6962 leaf hash
    wall_ms          INTEGER NOT NULL,             -- Unix milliseconds, UTC
    offset_minutes   INTEGER NOT NULL,             -- local time from UTC, minutes east
    monotonic_ms     INTEGER NOT NULL,             -- milliseconds since boot
    boot             BLOB    NOT NULL CHECK (length(boot) = 16),
    actor            TEXT    NOT NULL,             -- JSON
    second_actor     TEXT,                         -- JSON
    kind             TEXT    NOT NULL,
    subject          TEXT,                         -- a submission's or receipt's id, and so on
    body             TEXT    NOT NULL              -- details, JSON, without answers
) STRICT;
CREATE INDEX event_subject ON event (subject, sequence) WHERE subject IS NOT NULL;

CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
BEGIN SELECT RAISE (ABORT, 'an event is never changed'); END;
CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
BEGIN SELECT RAISE (ABORT, 'an event is never deleted'); END;
CREATE TRIGGER event_follows_the_last BEFORE INSERT ON event
WHEN NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM event)
BEGIN SELECT RAISE (ABORT, 'an event takes the next number'); END;

CREATE TRIGGER submission_is_never_changed BEFORE UPDATE ON submission
BEGIN SELECT RAISE (ABORT, 'a recorded submission is never changed'); END;
CREATE TRIGGER submission_is_never_deleted BEFORE DELETE ON submission
BEGIN SELECT RAISE (ABORT, 'a recorded submission is never deleted'); END;
CREATE TRIGGER submission_follows_the_last BEFORE INSERT ON submission
WHEN NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM submission)
BEGIN SELECT RAISE (ABORT, 'a submission takes the next number'); END;

CREATE TRIGGER delivery_is_never_deleted BEFORE DELETE ON delivery
BEGIN SELECT RAISE (ABORT, 'where a submission stands is never deleted'); END;
CREATE TRIGGER delivery_acknowledged_is_final BEFORE UPDATE ON delivery
WHEN OLD.state = 'acknowledged' OR NEW.submission <> OLD.submission
BEGIN SELECT RAISE (ABORT, 'acknowledged is final'); END;

CREATE TRIGGER content_is_never_changed BEFORE UPDATE ON submission_content
BEGIN SELECT RAISE (ABORT, 'recorded answers are never changed'); END;
CREATE TRIGGER content_is_kept_until_acknowledged BEFORE DELETE ON submission_content
WHEN NOT EXISTS (
    SELECT 1 FROM delivery WHERE submission = OLD.submission AND state = 'acknowledged')
BEGIN SELECT RAISE (ABORT, 'answers are kept until acknowledged'); END;

CREATE TRIGGER sealed_is_never_changed BEFORE UPDATE ON sealed
BEGIN SELECT RAISE (ABORT, 'a sealed envelope is never changed'); END;
CREATE TRIGGER sealed_is_kept_until_acknowledged BEFORE DELETE ON sealed
WHEN NOT EXISTS (
    SELECT 1 FROM delivery WHERE submission = OLD.submission AND state = 'acknowledged')
BEGIN SELECT RAISE (ABORT, 'a sealed envelope is kept until acknowledged'); END;

CREATE TRIGGER receipt_is_never_changed BEFORE UPDATE ON receipt
BEGIN SELECT RAISE (ABORT, 'a receipt is never changed'); END;
CREATE TRIGGER receipt_is_never_deleted BEFORE DELETE ON receipt
BEGIN SELECT RAISE (ABORT, 'a receipt is never deleted'); END;
CREATE TRIGGER print_is_never_deleted BEFORE DELETE ON print
BEGIN SELECT RAISE (ABORT, 'a print is never deleted'); END;
