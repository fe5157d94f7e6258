"""The tables of bills and orders, and those of the channel. No account number is in them: bills are known by a digest."""

ORDERS = (
    """CREATE TABLE bills (
        id TEXT PRIMARY KEY, item TEXT NOT NULL, title_zh TEXT NOT NULL, title_en TEXT NOT NULL, payee_zh TEXT NOT NULL,
        payee_en TEXT NOT NULL, period TEXT NOT NULL, amount INTEGER NOT NULL, quoted_until TEXT NOT NULL, paid_by TEXT
    ) STRICT""",
    """CREATE TABLE orders (
        id TEXT PRIMARY KEY, sequence INTEGER NOT NULL UNIQUE, number TEXT NOT NULL UNIQUE, terminal TEXT NOT NULL,
        bill TEXT NOT NULL REFERENCES bills (id), amount INTEGER NOT NULL, token TEXT NOT NULL UNIQUE, state TEXT NOT NULL,
        since TEXT NOT NULL, created_at TEXT NOT NULL, expires_at TEXT NOT NULL, code TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX orders_of ON orders (bill)",
)

# Whose an order is, by a digest, where somebody signed in to pay: so that they find it again.
PAYERS = (
    "CREATE TABLE payers (order_id TEXT PRIMARY KEY REFERENCES orders (id), payer TEXT NOT NULL) STRICT",
    "CREATE INDEX payers_of ON payers (payer)",
)

CHANNEL = (
    """CREATE TABLE payments (
        code TEXT PRIMARY KEY, order_number TEXT NOT NULL UNIQUE, amount INTEGER NOT NULL, expires_at TEXT NOT NULL,
        state TEXT NOT NULL, due_at TEXT NOT NULL, fault TEXT NOT NULL
    ) STRICT""",
    # The channel's statement: what moved, positive from residents, negative back to them.
    """CREATE TABLE movements (
        sequence INTEGER PRIMARY KEY, order_number TEXT NOT NULL, amount INTEGER NOT NULL, at TEXT NOT NULL
    ) STRICT""",
)
