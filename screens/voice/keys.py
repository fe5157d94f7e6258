"""Keys of the keyboards on the screen, as they are heard."""

from screens.keyboards import layouts
from screens.texts import Words
from screens.voice.part import Part

_NAMES = {
    layouts.DELETE: "delete", layouts.CLEAR: "clear", layouts.SPACE: "space", layouts.NEWLINE: "newline",
    layouts.SHIFT: "shift", layouts.SYMBOLS: "symbols", layouts.LETTERS: "letters", layouts.CHINESE: "chinese",
    "-": "hyphen", "/": "slash", ":": "colon", "：": "colon", ";": "semicolon", "(": "open", "（": "open",
    ")": "close", "）": "close", "@": "at", "&": "and", "#": "hash", "%": "percent", ".": "point", "。": "stop",
    ",": "comma", "，": "comma", "、": "pause", "？": "question", "！": "exclamation",
}  # fmt: skip
MORE = "candidates:more"


def key(target: str, face: str, words: Words, *, hidden: bool = False) -> Part:
    """Return a key or a candidate by its id and what stands on it; of what is typed `hidden`, headphones alone hear it."""
    name = target.partition(":")[2] or target
    if target == MORE:
        return Part((), target, words("voice-key-more"))
    if name in _NAMES:
        return Part((), target, words(f"voice-key-{_NAMES[name]}"), personal=hidden)
    return Part((face or name,), target, personal=hidden or target.startswith("candidate:"))


def row(keys: tuple[Part, ...], words: Words) -> Part:
    """Return a row of keys as it is come to: its first and its last key."""
    first, last = (" ".join(part.words(private=True)) for part in (keys[0], keys[-1]))
    return Part((), meant=words("voice-row", first=first, last=last), personal=keys[0].personal)
