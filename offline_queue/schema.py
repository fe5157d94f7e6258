"""The tables of the queue's database, step by step: a new release appends a step, it never changes one."""

APPLICATION_ID = 0x44535451  # "DSTQ": `file queue.db` and SQLite both know whose database this is

STATES = "('waiting', 'sending', 'unknown', 'acknowledged', 'parked')"
OPEN = "state IN ('waiting', 'sending', 'unknown')"
FRESH = "state = 'waiting' AND attempts = 0 AND behind = 0"

FIRST = (
    # Which key signed what: a manifest stays provable after the terminal has got a new key.
    "CREATE TABLE signers (thumbprint TEXT PRIMARY KEY, public_pem TEXT NOT NULL) STRICT, WITHOUT ROWID",
    # The day's last sequence number, for references.
    "CREATE TABLE sequences (day TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT, WITHOUT ROWID",
    # The digests are SHA-256 of the other two. `manifest` and `payload` are NULL once the platform holds the transaction; what remains is the stub.
    """
    CREATE TABLE transactions (
        sequence INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        reference TEXT NOT NULL UNIQUE,
        type TEXT NOT NULL,
        created_at TEXT NOT NULL,
        signer TEXT NOT NULL REFERENCES signers (thumbprint),
        digest TEXT NOT NULL,
        payload_digest TEXT NOT NULL,
        manifest TEXT,
        payload BLOB
    ) STRICT
    """,
    """
    CREATE TABLE attachments (
        sequence INTEGER NOT NULL REFERENCES transactions (sequence) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        sha256 TEXT NOT NULL UNIQUE,
        PRIMARY KEY (sequence, position)
    ) STRICT, WITHOUT ROWID
    """,
    # `due_at` and `lease_until` are seconds of the boot clock and mean nothing after another start (`boot`).
    # `fence` counts the leases: a late answer of an earlier holder changes nothing of a later one.
    f"""
    CREATE TABLE outbox (
        sequence INTEGER PRIMARY KEY REFERENCES transactions (sequence) ON DELETE CASCADE,
        state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN {STATES}),
        attempts INTEGER NOT NULL DEFAULT 0,
        boot TEXT NOT NULL,
        due_at REAL NOT NULL DEFAULT 0,
        owner TEXT NOT NULL DEFAULT '',
        fence INTEGER NOT NULL DEFAULT 0,
        lease_until REAL NOT NULL DEFAULT 0,
        reason TEXT NOT NULL DEFAULT '',
        settled_at TEXT,
        case_number TEXT NOT NULL DEFAULT '',
        follow_up TEXT NOT NULL DEFAULT '',
        received_at TEXT NOT NULL DEFAULT ''
    ) STRICT
    """,
    # What the platform has still to judge: the index is used only where a query's condition is the index's own.
    f"CREATE INDEX outbox_open ON outbox (attempts, sequence) WHERE {OPEN}",
    f"CREATE VIEW unsettled AS SELECT * FROM outbox WHERE {OPEN}",  # noqa: S608  # a constant above
    "CREATE INDEX outbox_leased ON outbox (owner) WHERE state = 'sending'",
    "CREATE INDEX outbox_parked ON outbox (sequence) WHERE state = 'parked'",
    """
    CREATE TABLE print_jobs (
        sequence INTEGER PRIMARY KEY REFERENCES transactions (sequence) ON DELETE CASCADE,
        state TEXT NOT NULL CHECK (state IN ('pending', 'started', 'printed', 'failed', 'unknown')),
        changed_at TEXT NOT NULL
    ) STRICT
    """,
    # Each entry's hash covers the one before it. Nothing personal in here: it is never erased.
    """
    CREATE TABLE journal (
        position INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        kind TEXT NOT NULL,
        id TEXT NOT NULL,
        detail TEXT NOT NULL,
        hash TEXT NOT NULL
    ) STRICT
    """,
)

# Order per case, deadlines, and numbers that are known without counting.
SECOND = (
    # What belongs together and must arrive in order; a date (ISO, the last possible one when there is none); the number of the
    # transaction of the same case to be judged first (0: none); the resident's salted digest of the day; sealed bytes.
    "ALTER TABLE outbox ADD COLUMN case_key TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE outbox ADD COLUMN deadline TEXT NOT NULL DEFAULT '9999-12-31'",
    "ALTER TABLE outbox ADD COLUMN behind INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE outbox ADD COLUMN resident TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE outbox ADD COLUMN bytes INTEGER NOT NULL DEFAULT 0",
    "UPDATE outbox SET bytes = coalesce((SELECT length(payload) FROM transactions t WHERE t.sequence = outbox.sequence), 0)",
    "DROP INDEX outbox_open",
    f"CREATE INDEX outbox_fresh ON outbox (deadline, sequence) WHERE {FRESH}",
    f"CREATE INDEX outbox_tried ON outbox (deadline, attempts, sequence) WHERE attempts > 0 AND {OPEN}",
    f"CREATE INDEX outbox_unsettled ON outbox (sequence) WHERE {OPEN}",
    f"CREATE INDEX outbox_case ON outbox (case_key) WHERE case_key <> '' AND {OPEN}",
    "CREATE INDEX outbox_behind ON outbox (behind) WHERE behind > 0",
    "CREATE TABLE totals (state TEXT PRIMARY KEY, number INTEGER NOT NULL, bytes INTEGER NOT NULL) STRICT, WITHOUT ROWID",
    """INSERT INTO totals SELECT value, 0, 0 FROM json_each('["waiting", "sending", "unknown", "acknowledged", "parked"]')""",
    "INSERT OR REPLACE INTO totals SELECT state, count(*), sum(bytes) FROM outbox GROUP BY state",
    """
    CREATE TRIGGER outbox_came AFTER INSERT ON outbox BEGIN
        UPDATE totals SET number = number + 1, bytes = bytes + NEW.bytes WHERE state = NEW.state;
    END
    """,
    """
    CREATE TRIGGER outbox_moved AFTER UPDATE OF state ON outbox WHEN OLD.state <> NEW.state BEGIN
        UPDATE totals SET number = number - 1, bytes = bytes - OLD.bytes WHERE state = OLD.state;
        UPDATE totals SET number = number + 1, bytes = bytes + NEW.bytes WHERE state = NEW.state;
    END
    """,
)

# Print jobs say each step (`offline_queue.print_jobs`); `may_be_out`: a paper may exist, so that another one is a copy.
THIRD = (
    """
    CREATE TABLE print_steps (
        sequence INTEGER PRIMARY KEY REFERENCES transactions (sequence) ON DELETE CASCADE,
        state TEXT NOT NULL CHECK (state IN ('queued', 'sent', 'printing', 'printed', 'failed', 'unknown')),
        changed_at TEXT NOT NULL,
        may_be_out INTEGER NOT NULL
    ) STRICT
    """,
    """
    INSERT INTO print_steps SELECT sequence, CASE state WHEN 'pending' THEN 'queued' WHEN 'started' THEN 'sent' ELSE state END,
        changed_at, state IN ('printed', 'unknown') FROM print_jobs
    """,
    "DROP TABLE print_jobs",
    "ALTER TABLE print_steps RENAME TO print_jobs",
    "CREATE INDEX print_jobs_under_way ON print_jobs (sequence) WHERE state IN ('queued', 'sent', 'printing')",
)

# How many of an item and of a resident wait is counted before one more is taken.
FOURTH = (
    "ALTER TABLE outbox ADD COLUMN item TEXT NOT NULL DEFAULT ''",
    "UPDATE outbox SET item = (SELECT type FROM transactions t WHERE t.sequence = outbox.sequence)",
    # When it was put, by the boot clock of that start of the machine.
    "ALTER TABLE outbox ADD COLUMN put_boot TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE outbox ADD COLUMN put_at REAL NOT NULL DEFAULT 0",
    f"CREATE INDEX outbox_item ON outbox (item) WHERE {OPEN}",
    f"CREATE INDEX outbox_resident ON outbox (resident) WHERE resident <> '' AND {OPEN}",
)

# A put rewrites a page of each tree that it touches: twelve pages were too many for a commit of two kilobytes.
FIFTH = (
    # What is known without counting, neighbours on one page. `day`: its last sequence number, for references; `item`: how many of
    # it are open; `oldest`: no smaller number is open; `state`: how many transactions and sealed bytes are in it.
    """
    CREATE TABLE counters (
        kind TEXT, name TEXT, number INTEGER NOT NULL, bytes INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (kind, name)
    ) STRICT, WITHOUT ROWID
    """,
    "INSERT INTO counters SELECT 'day', day, last, 0 FROM sequences",
    "INSERT INTO counters SELECT 'state', state, number, bytes FROM totals",
    f"INSERT INTO counters SELECT 'item', item, count(*), 0 FROM outbox WHERE {OPEN} GROUP BY item",  # noqa: S608  # a constant
    "INSERT INTO counters SELECT 'oldest', '', coalesce(min(sequence), 1), 0 FROM unsettled",
    "DROP TRIGGER outbox_came",
    "DROP TRIGGER outbox_moved",
    "DROP VIEW unsettled",
    "DROP INDEX outbox_unsettled",
    "DROP INDEX outbox_item",
    "DROP TABLE totals",
    "DROP TABLE sequences",
    # What comes is counted by `intake`: with a trigger each row is written as if it were many.
    """
    CREATE TRIGGER outbox_moved AFTER UPDATE OF state ON outbox WHEN OLD.state <> NEW.state BEGIN
        UPDATE counters SET number = number - 1, bytes = bytes - OLD.bytes WHERE kind = 'state' AND name = OLD.state;
        UPDATE counters SET number = number + 1, bytes = bytes + NEW.bytes WHERE kind = 'state' AND name = NEW.state;
    END
    """,
    f"""
    CREATE TRIGGER outbox_ended AFTER UPDATE OF state ON outbox WHEN OLD.{OPEN} AND NOT NEW.{OPEN} BEGIN
        UPDATE counters SET number = number - 1 WHERE kind = 'item' AND name = NEW.item;
    END
    """,  # noqa: S608  # constants
    f"""
    CREATE TRIGGER outbox_reopened AFTER UPDATE OF state ON outbox WHEN NEW.{OPEN} AND NOT OLD.{OPEN} BEGIN
        UPDATE counters SET number = number + 1 WHERE kind = 'item' AND name = NEW.item;
        UPDATE counters SET number = min(number, NEW.sequence) WHERE kind = 'oldest';
    END
    """,  # noqa: S608  # as above
    # References are no longer proved unique: two machines that bore one number on one day gave theirs without knowing of each
    # other, and both are kept (`offline_queue.carried`). The key is the id.
    """
    CREATE TABLE kept (
        sequence INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        reference TEXT NOT NULL,
        type TEXT NOT NULL,
        created_at TEXT NOT NULL,
        signer TEXT NOT NULL REFERENCES signers (thumbprint),
        digest TEXT NOT NULL,
        payload_digest TEXT NOT NULL,
        manifest TEXT,
        payload BLOB
    ) STRICT
    """,
    "INSERT INTO kept SELECT * FROM transactions ORDER BY sequence",
    "DROP TABLE transactions",  # foreign keys are off while steps are made: nothing cascades
    "ALTER TABLE kept RENAME TO transactions",
)

# Who moves rows counts them himself (`offline_queue.counters`).
SIXTH = ("DROP TRIGGER outbox_moved", "DROP TRIGGER outbox_ended", "DROP TRIGGER outbox_reopened")

STEPS: tuple[tuple[str, ...], ...] = (FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH)
