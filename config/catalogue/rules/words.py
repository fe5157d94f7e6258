"""Rules about words: short enough for a tile, and in both languages."""

from collections.abc import Iterator
from functools import cache

from pydantic import BaseModel

from config.catalogue.findings import Problem
from config.catalogue.model import Catalogue

LONGEST_ZH, LONGEST_EN = 6, 24


def short_names(catalogue: Catalogue) -> Iterator[Problem]:
    """Short names fit a tile: six characters in Chinese, 24 letters in English."""
    for item in catalogue.items:
        for name, text, longest in (
            ("short_zh", item.short_zh, LONGEST_ZH),
            ("short_en", item.short_en, LONGEST_EN),
        ):
            if len(text) > longest:
                yield Problem(
                    f"items[{item.code}].{name}",
                    f"has {len(text)} characters: shorten it to {longest}",
                    f"共{len(text)}字，最多{longest}字",
                )


def languages(catalogue: Catalogue) -> Iterator[Problem]:
    """Whatever is said in one language is said in the other; names, labels and titles are never empty."""
    yield from _one_sided("", catalogue)


def terms(catalogue: Catalogue) -> Iterator[Problem]:
    """Codes that residents see on the guide have words: kinds, ways of delivery, who may act."""
    for item in catalogue.items:
        for group, codes in (
            ("kinds", (item.kind, *item.also_kinds)),
            ("delivery", item.result.delivery),
            ("agency_by", item.agency.by),
        ):
            for code in codes:
                if code not in catalogue.terms.get(group, {}):
                    yield Problem(
                        f"items[{item.code}]",
                        f"{code!r} has no words: add terms.{group}.{code}",
                        f"缺少“{code}”的用语",
                    )


@cache
def _pairs(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """Names of the Chinese and the English text of a model, where it has both."""
    fields = set(model.model_fields)
    found = []
    for english in sorted(fields):
        if english == "en" or english.endswith("_en"):
            stem = english.removesuffix("_en")
            found += [
                (zh, english) for zh in ("zh" if english == "en" else f"{stem}_zh", stem) if zh in fields
            ][:1]
    return tuple(found)


@cache
def _parts(model: type[BaseModel]) -> tuple[str, ...]:
    """Names of the fields of a model that may have texts inside."""
    plain = (str, int, bool, float)
    return tuple(name for name, info in model.model_fields.items() if info.annotation not in plain)


def _one_sided(where: str, entry: object) -> Iterator[Problem]:
    match entry:
        case BaseModel():
            model = type(entry)
            for chinese, english in _pairs(model):
                yield from _half(where, entry, chinese, english)
            for name in _parts(model):
                yield from _one_sided(f"{where}.{name}".removeprefix("."), getattr(entry, name))
        case dict():
            for name, inner in entry.items():
                yield from _one_sided(f"{where}.{name}", inner)
        case tuple():
            for place, inner in enumerate(entry):
                if isinstance(inner, BaseModel):
                    yield from _one_sided(f"{where}[{_label(inner, place)}]", inner)
        case _:
            return


def _half(where: str, entry: BaseModel, chinese: str, english: str) -> Iterator[Problem]:
    texts = {name: getattr(entry, name).strip() for name in (chinese, english)}
    needed = any(texts.values()) or type(entry).model_fields[chinese].is_required()
    for name, text in texts.items():
        if needed and not text:
            yield Problem(
                f"{where}.{name}".removeprefix("."), "is empty: write it in both languages", "须中英文齐全"
            )


def _label(entry: BaseModel, place: int) -> str:
    return str(
        getattr(entry, "code", None) or getattr(entry, "key", None) or getattr(entry, "ref", None) or place
    )
