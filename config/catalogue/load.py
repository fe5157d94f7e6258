"""Loading a catalogue: typed and checked, or refused with everything that is wrong with it."""

import json
from collections.abc import Iterator
from functools import reduce
from importlib import resources
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from config.catalogue.findings import CatalogueError, Finding, Problem
from config.catalogue.model import Catalogue
from config.catalogue.rules import check

__all__ = ["CatalogueError", "Finding", "demonstration", "load_json", "load_yaml"]

_REMEDIES = {
    "missing": ("is missing: add it", "缺少此项，请补上"),
    "enum": ("is none of the known values", "不是允许的取值"),
    "literal_error": ("is none of the known values", "不是允许的取值"),
    "bool_type": ("must be true or false, without quotes", "应为true或false，不加引号"),
    "int_type": ("must be a whole number, without quotes", "应为整数，不加引号"),
    "string_type": ("must be a text: put it in quotes", "应为文字，请加引号"),
    "tuple_type": ("must be a list: one line for each entry, begun with a dash", "应为列表，每行以短横开头"),
    "dict_type": ("must have names with values", "应为键值对"),
    "model_type": ("must have names with values", "应为键值对"),
    "json_invalid": ("no JSON: publish the catalogue again", "不是有效的JSON，请重新发布"),
}


def load_yaml(path: Path) -> Catalogue:
    """Return the catalogue in a YAML file (JSON is YAML, too).

    Raises:
        CatalogueError: the file cannot be read, is no YAML, has a key twice, or the catalogue breaks a rule.
    """
    from config.catalogue.reading import UnreadableError, read_yaml  # noqa: PLC0415  # terminals read JSON

    file = path.name
    try:
        raw = read_yaml(path.read_text("utf-8"))
    except OSError as error:
        reason = f"{error.strerror}: check the path and the permissions"
        raise CatalogueError([Finding(file, "", reason, "无法读取文件，请检查路径和权限")]) from error
    except UnicodeDecodeError as error:
        raise CatalogueError([Finding(file, "", "not UTF-8: save it as UTF-8", "请存为UTF-8编码")]) from error
    except UnreadableError as error:
        raise CatalogueError([Finding(file, error.where, error.reason, error.reason_zh)]) from error
    return load_json(json.dumps(raw, ensure_ascii=False, default=str), file)


def load_json(text: str | bytes, file: str = "catalogue.json") -> Catalogue:
    """Return the catalogue in a JSON document as `config.catalogue.publish.to_json` makes it; `file` is for findings.

    Raises:
        CatalogueError: it is no JSON, or the catalogue breaks a rule.
    """
    try:
        catalogue = Catalogue.model_validate_json(text, strict=True)
    except ValidationError as error:
        raise CatalogueError(_deduplicated(file, _untyped(text, error))) from error
    problems = check(catalogue)
    if problems:
        raise CatalogueError(_deduplicated(file, problems))
    return catalogue


def demonstration() -> Catalogue:
    """Return the demonstration catalogue shipped with this package, as it is published (`kiosk catalogue export`)."""
    published = resources.files("config.catalogue") / "demonstration.json"
    return load_json(published.read_text("utf-8"), "demonstration.json")


def _deduplicated(file: str, problems: tuple[Problem, ...]) -> tuple[Finding, ...]:
    """One finding for each place and reason, in order; a place is not blamed for what is wrong inside it."""
    deeper = tuple(problem.where for problem in problems)
    return tuple(
        Finding(file, problem.where, problem.reason, problem.reason_zh)
        for problem in dict.fromkeys(problems)
        if not any(place.startswith((f"{problem.where}[", f"{problem.where}.")) for place in deeper)
    )


def _untyped(text: str | bytes, error: ValidationError) -> tuple[Problem, ...]:
    """The problems of a document that does not fit the types; where only English is missing, the rules' problems too."""
    details = error.errors(include_url=False, include_context=True)
    try:
        raw = json.loads(text)
    except ValueError:
        return tuple(_problem(None, detail) for detail in details)
    problems = tuple(_problem(raw, detail) for detail in details)
    if not all(map(_is_missing_english, details)):
        return problems
    for detail in details:
        _parent(raw, detail)[detail["loc"][-1]] = ""
    return problems + check(Catalogue.model_validate_json(json.dumps(raw), strict=True), skip=("languages",))


def _is_missing_english(detail: ErrorDetails) -> bool:
    name = str(detail["loc"][-1]) if detail["loc"] else ""
    return detail["type"] == "missing" and (name == "en" or name.endswith("_en"))


def _parent(raw: Any, detail: ErrorDetails) -> Any:
    return reduce(lambda entry, step: entry[step], _steps(raw, detail["loc"])[:-1], raw)


def _problem(raw: Any, detail: ErrorDetails) -> Problem:
    reason, reason_zh = _REMEDIES.get(detail["type"], (detail["msg"], "取值不符合要求"))
    expected = detail.get("ctx", {}).get("expected")
    if expected:
        reason, reason_zh = f"{reason}: use {expected}", f"{reason_zh}：{expected}"
    return Problem(_where(raw, _steps(raw, detail["loc"])), reason, reason_zh)


def _steps(raw: Any, location: tuple[int | str, ...]) -> tuple[int | str, ...]:
    """The steps of a location that exist in the document: pydantic adds the branches of a union to a path."""
    kept: list[int | str] = []
    entry = raw
    for place, step in enumerate(location):
        known = isinstance(entry, dict) and step in entry
        known = known or (isinstance(entry, list) and isinstance(step, int) and step < len(entry))
        if known:
            entry = entry[step]
        if known or (isinstance(entry, dict) and place == len(location) - 1):
            kept.append(step)
    return tuple(kept)


def _where(raw: Any, steps: tuple[int | str, ...]) -> str:
    """A path people can find: entries of lists by their code, key or ref."""
    return "".join(_labels(raw, steps)).removeprefix(".")


def _labels(raw: Any, steps: tuple[int | str, ...]) -> Iterator[str]:
    entry = raw
    for step in steps:
        if isinstance(entry, list) and isinstance(step, int):
            entry = entry[step]
            names = entry if isinstance(entry, dict) else {}
            yield f"[{names.get('code') or names.get('key') or names.get('ref') or step}]"
        else:
            entry = entry.get(step)
            yield f".{step}"
