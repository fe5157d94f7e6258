"""What departments hold about a resident, to fill in a form with: only for the checked holder, only what the item asks for."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from config.catalogue import Item
from fleet.clock import Now, stamp
from fleet.holder_checks import HolderChecks
from fleet.problems import PlatformError, unknown
from fleet.services import Services

SHARED = "shared:"


@dataclass(frozen=True)
class Profiles:
    """Answers for the holders of documents."""

    services: Services
    holder_checks: HolderChecks
    now: Now

    def of(
        self, terminal: str, code: str, id_number: str, holder_check: str, *, hints: bool = False
    ) -> dict[str, Any]:
        """Return the values that an item's form may begin with, and the materials that need not be brought (schema Profile).

        With `hints` also what else they may be entitled to: the holder has agreed to hear it.

        Raises:
            PlatformError: there is no such item, or it is not sure who asks.
        """
        item = self.services.item(code)
        if item is None:
            raise unknown("Look the item up in the catalogue.", "请核对事项目录。")
        if not self.holder_checks.is_holder(terminal, holder_check, id_number):
            raise PlatformError(
                403,
                "holder-not-checked",
                "It is not sure who asks. 未核实本人身份。",
                "Have the card laid and the code checked first. 请先刷卡并核对验证码。",
            )
        found = {"as_of": stamp(self.now()), "values": self._values(item), "waived": self._waived(item)}
        return {**found, "hints": self._hints(item)} if hints else found

    def _hints(self, item: Item) -> list[str]:
        """What else somebody of whom departments hold this may be entitled to: a hint, no decision."""
        known = self.services.catalogue().by_code
        return [code for code in _held()["hints"] if code in known and code != item.code]

    def _values(self, item: Item) -> list[dict[str, Any]]:
        sets, held = self.services.catalogue().field_sets, _held()["values"]
        asked = ((name, field) for name in item.form for field in sets[name].fields)
        return [
            {"field": path, "source": field.prefill.removeprefix(SHARED), **held[path]}
            for name, field in asked
            if field.prefill.startswith(SHARED) and (path := f"{name}.{field.key}") in held
        ]

    def _waived(self, item: Item) -> list[str]:
        """What the departments prove among themselves (国务院令第716号 art. 7: not asked for again)."""
        materials, proves = self.services.catalogue().materials, _held()["proves"]
        shared = (one for one in item.materials if one.waive_if_shared)
        return [one.ref for one in shared if materials[one.ref].shared_source in proves]


@cache
def _held() -> Mapping[str, Any]:
    text = (resources.files("fleet") / "registers" / "profiles.yaml").read_text("utf-8")
    held: Mapping[str, Any] = yaml.safe_load(text)
    return held
