"""Persons: found by the code on their phone, or by the number of their social security card."""

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

import yaml

from fleet.clock import Now, stamp
from fleet.database import Database
from fleet.digests import Digests
from fleet.holder_checks import HolderChecks
from fleet.persons.codes import AppCode, AppCodes, expired
from fleet.problems import PlatformError, unknown

STEPS = (
    # Identity codes that were used, as digests, until nobody could use them any more.
    ("CREATE TABLE app_codes (once TEXT PRIMARY KEY, until TEXT NOT NULL) STRICT",),
    # Which organisation has shown its code to which terminal, and by whose card (a digest).
    (
        """CREATE TABLE represented (
            id TEXT PRIMARY KEY, terminal TEXT NOT NULL, uscc TEXT NOT NULL, operator TEXT NOT NULL, at TEXT NOT NULL
        ) STRICT""",
    ),
)


class Persons:
    """Finds persons for terminals. The database keeps of a code only a digest, so that nobody uses it twice."""

    def __init__(
        self, database: Database, digests: Digests, checks: HolderChecks, codes: AppCodes, now: Now
    ) -> None:
        self._database, self._digests, self._checks = database, digests, checks
        self.codes, self._now = codes, now

    def by_code(self, terminal: str, code: str) -> dict[str, Any]:
        """Return whoever shows a code (schema Person); their app has checked that they are its holder.

        Raises:
            PlatformError: it is none, over, was used, or nobody known shows it.
        """
        shown = self.codes.read(code, self._now())
        self.use(shown)
        found = _found(shown.holder)
        return {**found, "holder_check": self._checks.vouch(terminal, shown.holder)}

    def by_card(self, number: str) -> dict[str, Any]:
        """Return the holder of a social security card; that they are its holder is still to be checked.

        Raises:
            PlatformError: nobody has that card.
        """
        holder = next(
            (who for who, person in register().items() if number and person.get("social_card") == number), ""
        )
        return {**_found(holder), "holder_check": ""}

    def close(self) -> None:
        """Close the tables."""
        self._database.close()

    def use(self, code: AppCode) -> None:
        """Note that a code was used.

        Raises:
            PlatformError: it was used before.
        """
        once = self._digests.of("app code", code.once)
        with self._database.writing() as connection:
            connection.execute("DELETE FROM app_codes WHERE until < ?", (stamp(self._now()),))
            try_ = connection.execute(
                "INSERT INTO app_codes VALUES (?, ?) ON CONFLICT (once) DO NOTHING", (once, stamp(code.until))
            )
            if not try_.rowcount:
                raise expired()


def _found(holder: str) -> dict[str, Any]:
    """What a card would say of a person; nothing that is not needed to know who they are."""
    person = register().get(holder)
    if person is None:
        raise _nobody()
    return {
        "name": person["name"],
        "id_number": holder,
        "sex": person["sex"],
        "birth_date": person["birth_date"],
    }


def _nobody() -> PlatformError:
    return unknown("Use the identity card instead.", "请改用身份证。")


@cache
def register() -> Mapping[str, Mapping[str, Any]]:
    """Return the specimens by document number."""
    text = (resources.files("fleet") / "registers" / "persons.yaml").read_text("utf-8")
    persons: Mapping[str, Mapping[str, Any]] = yaml.safe_load(text)
    return persons
