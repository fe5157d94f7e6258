"""`docs/platform-api.yaml` as a judge: whatever a platform answers must stand in it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import requests
import yaml
from openapi_schema_validator import OAS31Validator, oas31_format_checker
from referencing import Registry
from referencing.jsonschema import DRAFT202012

FILE = Path(__file__).parents[2] / "docs" / "platform-api.yaml"
BASE = "urn:contract"
METHODS = ("get", "put", "post", "patch", "delete", "options")


@dataclass(frozen=True)
class Contract:
    """The contract; `document` is its text as data."""

    document: Mapping[str, Any]

    def operations(self) -> Iterator[tuple[str, str]]:
        """Every method (upper case) and path."""
        for path, entry in self.document["paths"].items():
            for method in METHODS:
                if method in entry:
                    yield method.upper(), path

    def check(self, response: requests.Response, **_: object) -> None:
        """Fail when `response` is none that the contract knows for its request."""
        where, said = self._promised(response)
        headers = self._resolved(said).get("headers", {})
        for name, header in headers.items():
            assert not header.get("required") or name in response.headers, f"{where}: no {name}"
        content = self._resolved(said).get("content")
        if content is None:
            assert not response.content, f"{where}: a body"
            return
        kind = response.headers["Content-Type"].partition(";")[0]
        assert kind in content, f"{where}: {kind}"
        if kind.endswith("json"):
            self.validate(response.json(), content[kind]["schema"])

    def validate(self, value: object, schema: Mapping[str, Any]) -> None:
        """Fail when `value` does not fit a schema of the contract."""
        resource = DRAFT202012.create_resource(self.document)
        registry: Registry[Any] = Registry().with_resource(BASE, resource)
        absolute = _absolute(schema)
        validator = OAS31Validator(absolute, registry=registry, format_checker=oas31_format_checker)
        errors = [error.message for error in validator.iter_errors(value)]
        assert not errors, errors

    def _promised(self, response: requests.Response) -> tuple[str, Mapping[str, Any]]:
        path, method = urlsplit(response.request.url or "").path, str(response.request.method).lower()
        for template, entry in self.document["paths"].items():
            if method in entry and re.fullmatch(
                re.sub(r"\{path\}", ".+", re.sub(r"\{(?!path)\w+\}", "[^/]+", template)), str(path)
            ):
                answers = entry[method]["responses"]
                where = f"{method} {template} → {response.status_code}"
                assert str(response.status_code) in answers, (
                    f"{where} is not in the contract: {response.text}"
                )
                return where, answers[str(response.status_code)]
        raise AssertionError(f"{path} is not in the contract")

    def _resolved(self, entry: Mapping[str, Any]) -> Mapping[str, Any]:
        found: Any = entry
        if "$ref" in entry:
            found = self.document
            for step in entry["$ref"].removeprefix("#/").split("/"):
                found = found[step]
        return found if isinstance(found, Mapping) else {}


def _absolute(schema: Any) -> Any:
    """Let references lead into the contract from wherever the schema is."""
    if isinstance(schema, Mapping):
        return {
            name: f"{BASE}{value}" if name == "$ref" else _absolute(value) for name, value in schema.items()
        }
    return [_absolute(value) for value in schema] if isinstance(schema, list) else schema


CONTRACT = Contract(yaml.safe_load(FILE.read_text("utf-8")))
