"""The result of a matter that is over, as rows to be read; with very few answers it would tell who said what."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from fleet.participation.matters import Matter
from fleet.supervision import FEW, FEWEST


def result(matter: Matter, answers: int, marks: Counter[tuple[str, str]]) -> Sequence[Mapping[str, Any]]:
    """Return groups of rows (schema SheetGroup): how many took part, then each question with its options."""
    if matter.result:
        return matter.result
    took_part = _row({"zh": "参加人数", "en": "Took part"}, answers)
    groups: list[dict[str, Any]] = [{"heading": {"zh": "结果", "en": "Result"}, "rows": [took_part]}]
    for question in matter.questions if answers >= FEWEST else ():
        rows = [_row(option["label"], marks[question["id"], option["id"]]) for option in question["options"]]
        groups.append({"heading": question["text"], "rows": rows})
    if 0 < answers < FEWEST:
        took_part["value"] = FEW
    return groups


def _row(label: Any, count: int) -> dict[str, Any]:
    return {"label": label, "value": {"zh": f"{count} 人", "en": str(count)}}
