"""Rules about what residents are promised."""

from collections.abc import Iterator

from config.catalogue.findings import Problem
from config.catalogue.model import Catalogue


def agency_reasons(catalogue: Catalogue) -> Iterator[Problem]:
    """Where nobody may act for the resident, the reason is given; where somebody may, it is said who."""
    for item in catalogue.items:
        where = f"items[{item.code}].agency"
        if not item.agency.allowed and not item.agency.reason_zh.strip():
            yield Problem(f"{where}.reason_zh", "refused without a reason: give one", "须写明不可代办的原因")
        if item.agency.allowed != bool(item.agency.by):
            yield Problem(f"{where}.by", "must name who may act, and only when allowed", "须与是否可代办一致")


def promises(catalogue: Catalogue) -> Iterator[Problem]:
    """A promise is never longer than the statute, where both count in the same unit; at once is nothing at all."""
    for item in catalogue.items:
        statute, promise = item.statutory_limit, item.promised_limit
        if promise.unit == statute.unit and promise.value > statute.value:
            yield Problem(
                f"items[{item.code}].promised_limit.value",
                f"{promise.value} is more than the statute's {statute.value}: promise at most that",
                f"承诺时限{promise.value}超过法定时限{statute.value}",
            )
        if statute.unit == "now" and promise.unit != "now":
            yield Problem(
                f"items[{item.code}].promised_limit.unit",
                "is later than the statute's now: promise now",
                "法定即时办结，承诺不得更迟",
            )


def visits(catalogue: Catalogue) -> Iterator[Problem]:
    """An item that is done online asks for no visit; one that is not says how many, before the first question."""
    for item in catalogue.items:
        if item.online != (item.visits_required == 0):
            yield Problem(
                f"items[{item.code}].visits_required",
                f"is {item.visits_required}, but online is {str(item.online).lower()}: make them agree",
                "到场次数与是否网上办理不符",
            )
