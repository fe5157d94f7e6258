"""Traditional characters as Hong Kong prints them, for what is offered to somebody who writes."""

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC

_AS_PRINTED = str.maketrans("説户羣啓", "說戶群啟")
"""Forms that Hong Kong's own public notices prefer to those of OpenCC's table."""

_TRADITIONAL_ONLY = "big5"
"""A character set without a simplified character: what it has may be meant as it is (后, 里, 干)."""


def as_printed(text: str) -> str:
    """Return a text in OpenCC's forms of Hong Kong in those that are printed there; as long as it was."""
    return text.translate(_AS_PRINTED)


def traditional(characters: Iterable[str]) -> tuple[str, ...]:
    """Return characters that were read from somebody's hand in traditional ones, each once, in their order.

    One that is traditional by itself stays beside what it stands for in simplified writing: 后 is 後, and 后 of 皇后.
    """
    found: dict[str, None] = {}
    for character in characters:
        found[as_printed(_converter().convert(character))] = None
        if _is_traditional(character):
            found[character] = None
    return tuple(found)


def _is_traditional(character: str) -> bool:
    try:
        character.encode(_TRADITIONAL_ONLY)
    except UnicodeEncodeError:
        return False
    return True


@cache
def _converter() -> "OpenCC":
    from opencc import OpenCC  # noqa: PLC0415  # its tables take 80 ms, and few write by hand in this script

    return OpenCC("s2hk")
