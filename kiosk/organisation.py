"""What the platform says of an organisation that shows its code, and of whoever acts for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.sheet import Bilingual

AUTHORITIES = ("authorised", "lapsed", "none")
BY_LETTER = "letter"
"""The authority of whoever brings a letter of their organisation: staff look at it first."""

_NOTHING = Bilingual()


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation: `uscc` is its unified social credit code (GB 32100), `struck_off` when it exists no more.

    `authority` is one of `AUTHORITIES`, or `BY_LETTER`; `scope` says in words what the operator may do, `owners` are the offices of
    the catalogue whose items they may bring (none: all), `until` is the last day of it (ISO date). `check` names the answer. `representative`, `address` (region
    code and words) and `phone` are empty for whom it has given no authority.
    """

    uscc: str
    name: Bilingual
    check: str
    authority: str
    struck_off: bool = False
    scope: Bilingual = _NOTHING
    owners: frozenset[str] = frozenset()
    until: str = ""
    representative: str = field(default="", repr=False)
    address: tuple[str, str] = field(default=("", ""), repr=False)
    phone: str = field(default="", repr=False)

    def covers(self, owner: str) -> bool:
        """Whether its operator may bring the items of an office; what a letter covers is for the staff to say."""
        if self.authority == BY_LETTER:
            return True
        return self.authority == "authorised" and (not self.owners or owner in self.owners)


def organisation_of(document: object) -> Organisation:
    """Return the organisation of a JSON document (schema Organisation of `docs/platform-api.yaml`).

    Raises:
        ValueError: it is none.
    """
    said = document if isinstance(document, Mapping) else {}
    texts = {
        name: said.get(name) for name in ("uscc", "check", "authority", "until", "representative", "phone")
    }
    address, owners = said.get("address"), said.get("owners")
    if (
        not all(isinstance(text, str) for text in texts.values())
        or texts["authority"] not in AUTHORITIES
        or not isinstance(address, Mapping)
        or not isinstance(owners, list)
    ):
        raise ValueError("that is no organisation: look at the platform's answer")
    return Organisation(
        **{name: str(text) for name, text in texts.items()},
        name=_bilingual(said.get("name")),
        struck_off=said.get("state") != "active",
        scope=_bilingual(said.get("scope")),
        owners=frozenset(map(str, owners)),
        address=(str(address.get("region", "")), str(address.get("detail", ""))),
    )


def _bilingual(said: object) -> Bilingual:
    texts = said if isinstance(said, Mapping) else {}
    return Bilingual(str(texts.get("zh", "")), str(texts.get("en", "")))
