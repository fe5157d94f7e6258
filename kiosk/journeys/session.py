"""Everything personal of one resident, in one value that is dropped when the session ends. `repr` shows none of it."""

from dataclasses import dataclass

from config.language import Language


@dataclass(frozen=True, slots=True)
class Session:
    """One resident at the terminal: the language chosen and, once an item is begun, all that was said and shown."""

    language: Language = Language.CHINESE
