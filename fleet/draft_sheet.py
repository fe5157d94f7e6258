"""What stands in a draft, as its resident reads it on a phone: masked where others might look over a shoulder (pure)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from config.catalogue import Catalogue, Field, FieldType, Item
from fleet.masking import masked_mobile, masked_name

Both = tuple[str, str]
"""Chinese and English."""

ROWS_ZH, ROWS_EN = "已填{}项", "{} entered"
YES_NO: Mapping[bool, Both] = {True: ("是", "Yes"), False: ("否", "No")}


@dataclass(frozen=True, slots=True)
class Line:
    """A question and what was answered; `value` is empty for what is still to be answered."""

    label: Both
    value: Both = ("", "")


def answered(catalogue: Catalogue, answers: Mapping[str, Any]) -> Iterator[Line]:
    """Return what was answered, in order; what was skipped is left out."""
    for path, value in answers.items():
        field = catalogue.field_at(path)
        if field and value is not None and any(shown := _shown(catalogue, field, value)):
            yield Line((field.label_zh, field.label_en), shown)


def missing(catalogue: Catalogue, paths: tuple[str, ...]) -> Iterator[Line]:
    """Return the questions that are still to be answered."""
    for path in paths:
        if field := catalogue.field_at(path):
            yield Line((field.label_zh, field.label_en))


def papers(catalogue: Catalogue, item: Item) -> Iterator[Line]:
    """Return the papers that the item asks for: they are photographed at the terminal."""
    for need in item.materials:
        if need.required and (material := catalogue.materials.get(need.ref)):
            yield Line((material.name_zh, material.name_en))


def _shown(catalogue: Catalogue, field: Field, value: Any) -> Both:  # noqa: PLR0911  # one a shape
    match value:
        case bool() if not field.options:
            return YES_NO[value]
        case list() if field.type is FieldType.REPEAT:
            return ROWS_ZH.format(len(value)), ROWS_EN.format(len(value))
        case _ if field.options:
            return _chosen(catalogue, field, value)
        case str() if field.type is FieldType.REGION:
            return _region(catalogue, value)
        case str() | int():
            return (masked(field, str(value)),) * 2
        case {"region": str(region)}:
            zh, en = _region(catalogue, region)
            return f"{zh} ***".strip(), f"{en} ***".strip()
        case {"start": str(start), "end": str(end)}:
            return (f"{start} – {end}",) * 2
        case _:
            return "", ""


def masked(field: Field, text: str) -> str:
    """Return a text as others may see it: enough to recognise one's own."""
    if field.mask == "mobile" or field.type is FieldType.MOBILE:
        return masked_mobile(text)
    if field.mask == "name" or field.type is FieldType.NAME:
        return masked_name(text)
    if field.mask != "none":
        return "*" * max(len(text) - 4, 0) + text[-4:] if len(text) > 4 else "*" * len(text)
    return text


def _chosen(catalogue: Catalogue, field: Field, value: Any) -> Both:
    codes = value if isinstance(value, list) else [value]
    chosen = [option for option in catalogue.options_of(field) if option.code in codes]
    return "、".join(one.zh for one in chosen), ", ".join(one.en for one in chosen)


def _region(catalogue: Catalogue, code: str) -> Both:
    way = catalogue.regions_to.get(code, ())
    return "".join(one.name_zh for one in way), ", ".join(one.name_en for one in way)
