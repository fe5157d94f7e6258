"""The short number people read aloud: P-<terminal>-<yyyymmdd>-<sequence>-<check character>."""

import re
from datetime import date
from functools import lru_cache

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
VALUES = {character: value for value, character in enumerate(ALPHABET)}
REFERENCE = re.compile(r"P-[A-Z0-9]+(?:-[A-Z0-9]+)*-(\d{8})-(\d{4,7})-[0-9A-Z]")


def reference(terminal: str, day: date, sequence: int) -> str:
    """Return the number of the terminal's `sequence`-th transaction of that day, such as P-GZ044-20261123-0007-T."""
    series, product = _series(terminal, day)
    number = f"{sequence:04d}"
    return f"{series}-{number}-{_character(_product(number, product))}"


def is_valid_reference(text: str) -> bool:
    """Whether `text` has the form of a reference and its check character fits."""
    return bool(REFERENCE.fullmatch(text)) and check_character(text[:-1]) == text[-1]


def day_and_number(text: str) -> tuple[str, int]:
    """Return the day (ISO) and which of it a valid reference names, ("", 0) for any other text."""
    found = REFERENCE.fullmatch(text) if is_valid_reference(text) else None
    return (f"{found[1][:4]}-{found[1][4:6]}-{found[1][6:]}", int(found[2])) if found else ("", 0)


def check_character(text: str) -> str:
    """Return the check character of ISO 7064 MOD 37,36 over the letters and digits of `text`.

    It finds every single wrong character and nearly every swap of two neighbours.
    """
    return _character(_product(text))


def _product(text: str, product: int = 36) -> int:
    for character in text:
        if (value := VALUES.get(character)) is not None:
            product = ((product + value) % 36 or 36) * 2 % 37
    return product


def _character(product: int) -> str:
    return ALPHABET[(37 - product) % 36]


@lru_cache(maxsize=1)
def _series(terminal: str, day: date) -> tuple[str, int]:
    """Return what all numbers of a day begin with, and how far that takes their check character."""
    shown = re.sub(r"[^0-9A-Z]+", "-", terminal.upper()).strip("-")
    series = f"P-{shown}-{day:%Y%m%d}"
    return series, _product(series)
