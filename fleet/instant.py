"""What is decided at once (秒批): the demonstration's rules, applied to what was entered, which is not kept."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from fleet.database import Connection

FLOW = "apply_instant"
GRANTED, REFUSED, STAFF = "granted", "refused", "staff"
NO_SUCH_CARD = "0000"


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of a case: `granted`, `refused` with why and what can be done, or `staff` when people must look first."""

    outcome: str
    reason_zh: str = ""
    reason_en: str = ""
    remedy_zh: str = ""
    remedy_en: str = ""


def decide(form: Mapping[str, Any]) -> Decision:
    """Return what the registers say to a form: a card must be known, and who lives abroad is looked at by people."""
    if _answer(form, "card_loss", "card_tail") == NO_SUCH_CARD:
        return Decision(
            REFUSED,
            "没有查到这张社会保障卡",
            "there is no such social security card",
            "请核对卡号后四位再办，或到社保窗口办理。",
            "Compare the last four digits and apply again, or go to the social insurance window.",
        )
    if _answer(form, "pension_check", "abroad") is True:
        return Decision(
            STAFF,
            "居住在境外的，要人工核对",
            "living abroad is checked by people",
            "等短信通知。",
            "Wait for the message.",
        )
    return Decision(GRANTED)


def note(connection: Connection, case: str, decision: Decision) -> None:
    """Note what will become of a case."""
    connection.execute(
        "INSERT INTO decisions VALUES (:case_number, :outcome, :reason_zh, :reason_en, :remedy_zh, :remedy_en)",
        {"case_number": case, **asdict(decision)},
    )


def _answer(form: Mapping[str, Any], field_set: str, key: str) -> object:
    answers = form.get(field_set)
    return answers.get(key) if isinstance(answers, Mapping) else None
