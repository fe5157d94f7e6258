"""The tables. What residents said is in them only sealed; times are `fleet.clock.stamp`s."""

STATEMENTS = (
    """CREATE TABLE terminals (
        id TEXT PRIMARY KEY, group_name TEXT NOT NULL, since TEXT NOT NULL, heard_at TEXT, heartbeat TEXT
    ) STRICT""",
    # `spki` is the SHA-256 of the key; `until` is when it was replaced: it then proves manifests, not requests.
    """CREATE TABLE terminal_keys (
        spki TEXT PRIMARY KEY, terminal TEXT NOT NULL REFERENCES terminals (id), public_pem TEXT NOT NULL,
        certificate TEXT NOT NULL, since TEXT NOT NULL, until TEXT
    ) STRICT""",
    "CREATE INDEX terminal_keys_of ON terminal_keys (terminal)",
    """CREATE TABLE invitations (
        terminal TEXT PRIMARY KEY, group_name TEXT NOT NULL, code_digest TEXT NOT NULL, expires_at TEXT NOT NULL,
        tries_left INTEGER NOT NULL, spki TEXT
    ) STRICT""",
    """CREATE TABLE transactions (
        id TEXT PRIMARY KEY, terminal TEXT NOT NULL, reference TEXT NOT NULL, type TEXT NOT NULL, manifest TEXT NOT NULL,
        payload BLOB NOT NULL, received_at TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE attachments (
        transaction_id TEXT NOT NULL REFERENCES transactions (id), position INTEGER NOT NULL, name TEXT NOT NULL,
        media_type TEXT NOT NULL, content BLOB NOT NULL, PRIMARY KEY (transaction_id, position)
    ) STRICT""",
    """CREATE TABLE cases (
        number TEXT PRIMARY KEY, transaction_id TEXT NOT NULL UNIQUE REFERENCES transactions (id),
        token TEXT NOT NULL UNIQUE, item TEXT NOT NULL, applicant TEXT NOT NULL, needs_staff TEXT NOT NULL,
        holder_check TEXT NOT NULL, state TEXT NOT NULL, since TEXT NOT NULL, accept_by TEXT, due TEXT
    ) STRICT""",
    """CREATE TABLE steps (
        case_number TEXT NOT NULL REFERENCES cases (number), position INTEGER NOT NULL, state TEXT NOT NULL,
        at TEXT NOT NULL, PRIMARY KEY (case_number, position)
    ) STRICT""",
    """CREATE TABLE notices (
        number TEXT PRIMARY KEY, case_number TEXT NOT NULL REFERENCES cases (number), kind TEXT NOT NULL,
        issued_at TEXT NOT NULL, text_zh TEXT NOT NULL, text_en TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX notices_of ON notices (case_number)",
    "CREATE TABLE sequences (name TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT",
    """CREATE TABLE holder_checks (
        id TEXT PRIMARY KEY, terminal TEXT NOT NULL, code_digest TEXT NOT NULL, expires_at TEXT NOT NULL,
        tries_left INTEGER NOT NULL, verified_at TEXT
    ) STRICT""",
    "CREATE TABLE code_requests (subject TEXT NOT NULL, at TEXT NOT NULL) STRICT",
    "CREATE INDEX code_requests_of ON code_requests (subject, at)",
    """CREATE TABLE messages (
        sequence INTEGER PRIMARY KEY, recipient TEXT NOT NULL, text TEXT NOT NULL, code TEXT NOT NULL,
        holder_check TEXT NOT NULL, at TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE refusals (
        terminal TEXT NOT NULL, transaction_id TEXT NOT NULL, status INTEGER NOT NULL, title TEXT NOT NULL,
        at TEXT NOT NULL, PRIMARY KEY (terminal, transaction_id)
    ) STRICT""",
)

# What came later, for a platform that was made before.
SECOND = (
    # Digests only: `owner` of a document number, `tail` of its last four signs, each keyed.
    """CREATE TABLE owners (
        case_number TEXT PRIMARY KEY REFERENCES cases (number), owner TEXT NOT NULL, tail TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX owners_of ON owners (owner)",
    """CREATE TABLE checked_holders (
        holder_check TEXT PRIMARY KEY REFERENCES holder_checks (id), owner TEXT NOT NULL
    ) STRICT""",
)
THIRD = (
    # `until` is when the hold lapses; with a transaction it is an appointment.
    """CREATE TABLE appointments (
        hold TEXT PRIMARY KEY, slot TEXT NOT NULL, terminal TEXT NOT NULL, until TEXT NOT NULL,
        transaction_id TEXT REFERENCES transactions (id)
    ) STRICT""",
    "CREATE INDEX appointments_of ON appointments (slot)",
)
FOURTH = (
    # Files that residents may have on paper: `document` stands for one of one resident on one day, `holder` is masked.
    """CREATE TABLE issued (
        code TEXT PRIMARY KEY, document TEXT NOT NULL, copy INTEGER NOT NULL, title_zh TEXT NOT NULL, title_en TEXT NOT NULL,
        holder TEXT NOT NULL, issued_on TEXT NOT NULL, valid_until TEXT, pages INTEGER NOT NULL, sha256 TEXT NOT NULL,
        seal TEXT NOT NULL, UNIQUE (document, copy)
    ) STRICT""",
)
FIFTH = (
    # What was asked of a case that was here already: `outcome` is done, or void when it could not be done any more.
    """CREATE TABLE acts (
        transaction_id TEXT PRIMARY KEY REFERENCES transactions (id), case_number TEXT NOT NULL REFERENCES cases (number),
        act TEXT NOT NULL, at TEXT NOT NULL, outcome TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX acts_of ON acts (case_number)",
    """CREATE TABLE ratings (
        case_number TEXT PRIMARY KEY REFERENCES cases (number), stars TEXT NOT NULL, at TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE missing (
        case_number TEXT NOT NULL REFERENCES cases (number), material TEXT NOT NULL, reason_zh TEXT NOT NULL,
        reason_en TEXT NOT NULL, PRIMARY KEY (case_number, material)
    ) STRICT""",
    "ALTER TABLE notices ADD COLUMN seal_zh TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE notices ADD COLUMN seal_en TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE notices ADD COLUMN verify TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX notices_by_code ON notices (verify)",
)
SIXTH = (
    # Digests only: `owner` of who gave it, `person` of who acts ("" when only a body is named).
    """CREATE TABLE mandates (
        number TEXT PRIMARY KEY REFERENCES cases (number), owner TEXT NOT NULL, agent TEXT NOT NULL,
        person TEXT NOT NULL, matter TEXT NOT NULL, powers TEXT NOT NULL, given_at TEXT NOT NULL, until TEXT NOT NULL,
        revoked_at TEXT
    ) STRICT""",
    "CREATE INDEX mandates_of ON mandates (owner)",
    "CREATE INDEX mandates_taken ON mandates (person, given_at)",
)
SEVENTH = (
    # What is decided at once: not told before the case is in the state that it brings.
    """CREATE TABLE decisions (
        case_number TEXT PRIMARY KEY REFERENCES cases (number), outcome TEXT NOT NULL, reason_zh TEXT NOT NULL,
        reason_en TEXT NOT NULL, remedy_zh TEXT NOT NULL, remedy_en TEXT NOT NULL
    ) STRICT""",
)
EIGHTH = (
    # What residents say is wrong of what a department shares: the field and its source, no value.
    """CREATE TABLE value_corrections (
        case_number TEXT NOT NULL REFERENCES cases (number), field TEXT NOT NULL, source TEXT NOT NULL,
        PRIMARY KEY (case_number, field)
    ) STRICT""",
)
NINTH = (
    # When the operator asked for what is parked to be sent again, NULL once the terminal has done so.
    "ALTER TABLE refusals ADD COLUMN retry_at TEXT",
)
TENTH = (
    # Which kind of problem was reported at a site, in which region it lies: to tell others who report the same.
    """CREATE TABLE reports (
        case_number TEXT PRIMARY KEY REFERENCES cases (number), category TEXT NOT NULL, region TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX reports_of ON reports (region, category)",
)
ELEVENTH = (
    # What somebody thinks of an item right after it was done: the item, the level, the moment.
    "CREATE TABLE service_ratings (item TEXT NOT NULL, stars TEXT NOT NULL, at TEXT NOT NULL) STRICT",
)
TWELFTH = (
    # What residents took along unfinished: digests of the address and the code, `owner` as of cases, the answers sealed.
    """CREATE TABLE drafts (
        token TEXT PRIMARY KEY, owner TEXT NOT NULL, item TEXT NOT NULL, code TEXT NOT NULL, tries_left INTEGER NOT NULL,
        until TEXT NOT NULL, content BLOB NOT NULL, UNIQUE (owner, item)
    ) STRICT""",
)
STEPS = (
    *(STATEMENTS, SECOND, THIRD, FOURTH, FIFTH, SIXTH, SEVENTH, EIGHTH, NINTH, TENTH, ELEVENTH),
    TWELFTH,
)
