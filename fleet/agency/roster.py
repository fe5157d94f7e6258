"""The roster of registered agents: who may act for residents today."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from fleet.agency.mandates import Mandates
from fleet.case_sheets import text
from fleet.holder_checks import ID_NUMBER
from fleet.problems import PlatformError
from fleet.services import Services

MOST_A_DAY = 20
"""Mandates that one agent may take up in a day: who needs more is looked at first."""


@dataclass(frozen=True)
class Roster:
    """Answers for agents."""

    mandates: Mandates
    services: Services

    def standing(self, id_number: str) -> dict[str, Any]:
        """Return how the holder of a document stands (schema Agent).

        Raises:
            PlatformError: that is no document's number.
        """
        if not ID_NUMBER.fullmatch(id_number):
            raise PlatformError(
                422,
                "bad-number",
                "That is no document number. 证件号格式不正确。",
                "Read the card again. 请重新读卡。",
            )
        person = _persons().get(id_number.upper())
        if person is None:
            return _standing("unknown")
        left = max(0, MOST_A_DAY - self.mandates.taken_today(id_number))
        state = "suspended" if person.get("suspended") else "active" if left else "too_many"
        return _standing(state, person["agent"], self._body(person["agent"]), left)

    def is_registered(self, id_number: str, agent: str) -> bool:
        """Whether the holder of a document acts for that body."""
        person = _persons().get(id_number.upper(), {})
        return person.get("agent") == agent and not person.get("suspended")

    def _body(self, agent: str) -> dict[str, str]:
        bodies = self.services.catalogue().option_lists.get("remote_agents", ())
        return next((text(one.zh, one.en) for one in bodies if one.code == agent), text(agent, agent))


def _standing(
    state: str, agent: str = "", body: Mapping[str, str] | None = None, left: int = 0
) -> dict[str, Any]:
    return {"state": state, "agent": agent, "body": body or text("", ""), "left": left}


@cache
def _persons() -> Mapping[str, Mapping[str, Any]]:
    found = (resources.files("fleet") / "registers" / "agents.yaml").read_text("utf-8")
    persons: Mapping[str, Mapping[str, Any]] = yaml.safe_load(found)["persons"]
    return persons
