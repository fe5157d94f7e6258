"""Settings as files: read, layered (base ← group ← terminal), checked with words that help."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from config.settings import Settings

Layer = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong in a file: where, why, and what to do about it (in both languages)."""

    file: str
    field: str
    reason: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.file}: {self.field or '(whole file)'}: {self.reason}. {self.remedy}"


class InvalidSettingsError(Exception):
    """Settings that no terminal would take; `findings` say what to mend."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("\n".join(map(str, findings)))
        self.findings = findings


def read(path: Path) -> Layer:
    """Return the layer in a YAML or JSON file.

    Raises:
        InvalidSettingsError: the file is not there, not YAML or JSON, or no mapping.
    """
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "it is not UTF-8 text"
        remedy = "Check the name, its permissions and its encoding. 请检查文件名、权限和编码（UTF-8）。"
        raise InvalidSettingsError((Finding(str(path), "", reason, remedy),)) from error
    return parse(text, str(path))


def parse(text: str, source: str) -> Layer:
    """Return the layer in YAML or JSON text (JSON is YAML, but quicker read as JSON).

    Raises:
        InvalidSettingsError: the text is neither, or no mapping.
    """
    try:
        document = json.loads(text) if text.lstrip().startswith("{") else _yaml(text)
    except ValueError as error:
        remedy = "Mend the punctuation or the indentation there. 请修正该处的标点或缩进。"
        reason = " ".join(str(error).split())
        raise InvalidSettingsError((Finding(source, "", reason, remedy),)) from error
    if document is None:
        return {}
    if not isinstance(document, dict):
        remedy = "Write `site:`, `devices:` and so on at the top level. 顶层应为 site:、devices: 等字段。"
        raise InvalidSettingsError((Finding(source, "", "there are no named fields", remedy),))
    return document


def _yaml(text: str) -> Any:
    import yaml  # noqa: PLC0415  # a terminal lives on JSON and does not need it

    try:
        return yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from error


def merge(*layers: Mapping[str, Any]) -> Layer:
    """Return one layer; later layers win field by field, lists are replaced as a whole."""
    merged: Layer = {}
    for layer in layers:
        for name, value in layer.items():
            below = merged.get(name)
            both = isinstance(below, Mapping) and isinstance(value, Mapping)
            merged[name] = merge(below, value) if both else value  # type: ignore[arg-type]  # both are mappings
    return merged


def settings_of(layer: Mapping[str, Any], source: str) -> Settings:
    """Return the settings that a layer gives; fields from the future are ignored.

    Raises:
        InvalidSettingsError: a value is not allowed; each wrong field is one finding.
    """
    try:
        return Settings.model_validate(layer)
    except ValidationError as error:
        raise InvalidSettingsError(tuple(_finding(source, wrong) for wrong in error.errors())) from error


def check(layer: Mapping[str, Any], source: str) -> Settings:
    """Return the settings that a layer gives, as strict as an operator wants it before it is published.

    Raises:
        InvalidSettingsError: a value is not allowed, or a field is unknown.
    """
    findings = unknown_fields(layer, source)
    try:
        settings = settings_of(layer, source)
    except InvalidSettingsError as error:
        raise InvalidSettingsError((*error.findings, *findings)) from error
    findings += _mistyped_recipients(settings, source)
    if findings:
        raise InvalidSettingsError(findings)
    return settings


def unknown_fields(layer: Mapping[str, Any], source: str) -> tuple[Finding, ...]:
    """Return a finding for each field this version does not know: a slip of the pen, or from a newer version."""
    return tuple(
        Finding(
            source,
            name,
            "no such field",
            "Correct its spelling or leave it out. 没有此字段：请更正拼写或删除。",
        )
        for name in _unknown(layer, Settings, "")
    )


def _mistyped_recipients(settings: Settings, source: str) -> tuple[Finding, ...]:
    """Return a finding for each age key whose checksum is wrong; nothing could be sealed to it."""
    from pyrage import RecipientError, x25519  # noqa: PLC0415  # only who publishes needs it

    findings: list[Finding] = []
    for number, recipient in enumerate(settings.platform.recipients):
        try:
            x25519.Recipient.from_str(recipient)
        except RecipientError:
            remedy = "Copy the public key from the platform again. 请重新复制平台的公钥。"
            field = f"platform.recipients.{number}"
            findings.append(Finding(source, field, "this age public key is mistyped", remedy))
    return tuple(findings)


def _unknown(layer: Mapping[str, Any], model: type[BaseModel], prefix: str) -> list[str]:
    names: list[str] = []
    for name, value in layer.items():
        known = model.model_fields.get(name)
        if known is None:
            names.append(f"{prefix}{name}")
        elif isinstance(value, Mapping) and isinstance(known.annotation, type):
            names += _unknown(value, known.annotation, f"{prefix}{name}.")
    return names


def _finding(source: str, wrong: Mapping[str, Any]) -> Finding:
    path = [part for part in wrong["loc"] if isinstance(part, str)]
    name = ".".join(str(part) for part in wrong["loc"])
    reason = f"{wrong['msg']} (found {str(wrong['input'])[:60]!r})"
    default = json.dumps(_default(path), ensure_ascii=False, default=str)
    remedy = f"Correct it, or leave it out to use the default {default}. 请更正，或删除以使用默认值。"
    return Finding(source, name, reason, remedy)


def _default(path: list[str]) -> Any:
    value: Any = Settings()
    for name in path:
        value = getattr(value, name, None)
    return value.model_dump() if isinstance(value, BaseModel) else value
