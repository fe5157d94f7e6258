"""Numbers that the platform gives: of cases (办件编号) and of notices."""

from datetime import date

from fleet.database import Connection

REGION = "440100"  # Guangzhou (GB/T 2260): where the demonstration plays
ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def case_number(connection: Connection, day: date) -> str:
    """Return the day's next case number, such as 440100-20261125-000001-Z."""
    body = f"{REGION}-{day:%Y%m%d}-{_next(connection, f'cases {day}'):06d}"
    return f"{body}-{check_character(body)}"


NOTICES = {
    "R_ACCEPT": ("受字", "notices"),
    "R_CORRECT": ("补正字", "corrections"),
    "R_REJECT": ("不受字", "rejections"),
}
"""The series of each kind of notice: the words in its numbers, and the name of the sequence."""


def notice_number(connection: Connection, kind: str, year: int) -> str:
    """Return the year's next number of a kind of notice; 演示 says that it has no effect."""
    words, series = NOTICES[kind]
    return f"演示{words}〔{year}〕第{_next(connection, f'{series} {year}'):06d}号"


def check_character(text: str) -> str:
    """Return the check character of ISO 7064 MOD 37,36 over the letters and digits of `text`."""
    product = 36
    for character in filter(ALPHABET.__contains__, text):
        product = (product + ALPHABET.index(character)) % 36 or 36
        product = product * 2 % 37
    return ALPHABET[(37 - product) % 36]


def _next(connection: Connection, name: str) -> int:
    row = connection.execute(
        "INSERT INTO sequences VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET last = sequences.last + 1 RETURNING last",
        (name,),
    ).fetchone()
    return int(row[0])
