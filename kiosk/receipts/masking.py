"""A name on paper that may be left lying about: enough to recognise one's own, too little to know another's."""

import re
import unicodedata

_HANZI = re.compile(r"[㐀-鿿豈-﫿𠀀-𿿿〇]+")


def masked_name(name: str) -> str:
    """Return the name masked: 张* · 张*三 · 欧**娜 · 买***·艾* · J*** S****."""
    bare = "".join(
        character
        for character in unicodedata.normalize("NFC", name)
        if unicodedata.category(character) != "Mn"
    )
    words = bare.split()
    if len(words) == 1 and _HANZI.fullmatch(words[0]) and len(words[0]) > 2:
        return words[0][0] + "*" * (len(words[0]) - 2) + words[0][-1]
    return " ".join("·".join(_first_only(part) for part in re.split("[·•]", word)) for word in words)


def _first_only(part: str) -> str:
    return part[:1] + "*" * max(1, len(part) - 1)
