"""Rules about work without a network: what costs money, a right or a secret never runs there."""

from collections.abc import Iterator

from config.catalogue.findings import Problem
from config.catalogue.model import Catalogue, Item

_NEVER = frozenset({"pay", "vote", "print", "appoint"})


def kinds(catalogue: Catalogue) -> Iterator[Problem]:
    """Payments, votes, sealed prints and appointments are refused without a network."""
    for item in catalogue.items:
        found = _NEVER & {item.kind, *item.also_kinds}
        if found and item.offline.mode != "forbidden":
            yield _must_be_forbidden(
                item, f"{' and '.join(sorted(found))} needs a network", "此类事项断网不得办理"
            )


def personal_queries(catalogue: Catalogue) -> Iterator[Problem]:
    """A query that asks who you are is refused without a network."""
    for item in catalogue.items:
        personal = "query" in {item.kind, *item.also_kinds} and item.sign_in != "L0"
        if personal and item.offline.mode != "forbidden":
            yield _must_be_forbidden(
                item, "personal data is never answered from a cache", "个人信息查询断网不得办理"
            )


def minors(catalogue: Catalogue) -> Iterator[Problem]:
    """Health data of minors is never stored on a terminal."""
    for item in catalogue.items:
        if {"minor", "health"} <= set(item.pii) and item.offline.mode == "provisional":
            yield _must_be_forbidden(
                item, "health data of minors is never stored", "未成年人健康信息不得暂存"
            )


def flows(catalogue: Catalogue) -> Iterator[Problem]:
    """Who works without a network has a flow for it, and nobody else."""
    for item in catalogue.items:
        if bool(item.flow_offline) != (item.offline.mode != "forbidden"):
            yield Problem(
                f"items[{item.code}].flow_offline",
                f"does not go with offline mode {item.offline.mode}: name a flow unless the mode is forbidden",
                "与断网方式不符：forbidden不设断网流程，其余须设",
            )


def reasons(catalogue: Catalogue) -> Iterator[Problem]:
    """Residents are told why something is refused without a network."""
    for item in catalogue.items:
        if item.offline.mode == "forbidden" and not item.offline.reason_zh.strip():
            yield Problem(
                f"items[{item.code}].offline.reason_zh", "refused without a reason: give one", "须写明原因"
            )


def _must_be_forbidden(item: Item, reason: str, reason_zh: str) -> Problem:
    where = f"items[{item.code}].offline.mode"
    return Problem(
        where, f"is {item.offline.mode}, but {reason}: use forbidden", f"{reason_zh}，应为forbidden"
    )
