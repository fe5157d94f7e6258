"""The contract is valid OpenAPI, and the server's routes are exactly its operations."""

import json
import re
from types import SimpleNamespace
from typing import Any

import pytest
import requests
import yaml
from openapi_spec_validator import validate

from fleet.platform import Platform
from fleet.web.app import routes
from tests.fleet.contract import CONTRACT, FILE
from tests.fleet.process import Server, Terminal


def test_it_is_openapi_3_1() -> None:
    document = yaml.safe_load(FILE.read_text("utf-8"))
    assert document["openapi"] == "3.1.0"
    validate(document)


def test_each_route_stands_in_the_contract_and_the_reverse(platform: Platform) -> None:
    served = {
        (method, route.path.replace("{path:path}", "{path}"))
        for route in routes(platform)
        for method in (route.methods or set()) - {"HEAD"}
    }
    assert served == set(CONTRACT.operations())


def test_every_operation_says_how_it_fails() -> None:
    for method, path in CONTRACT.operations():
        operation = CONTRACT.document["paths"][path][method.lower()]
        if "security" in operation:
            assert "401" in operation["responses"], (method, path)


def answer(status: int = 200, document: object = None, kind: str = "application/json") -> requests.Response:
    """An answer to `GET /v1/health` as one writes it by hand."""
    response = requests.Response()
    response.status_code = status
    response.headers["Content-Type"] = kind
    response._content = json.dumps(document).encode()
    request: Any = SimpleNamespace(url="https://p.example/v1/health", method="GET")
    response.request = request
    return response


@pytest.mark.parametrize(
    "wrong",
    [
        answer(document={"status": "ok"}),
        answer(document={"status": "ill", "at": "2026-11-25T10:00:00+08:00"}),
        answer(418),
        answer(503),
        answer(kind="text/plain"),
    ],
)
def test_the_judge_finds_fault(wrong: requests.Response) -> None:
    with pytest.raises(AssertionError):
        CONTRACT.check(wrong)


def test_an_address_that_can_be_none_is_answered_as_the_contract_says(
    server: Server, terminal: Terminal
) -> None:
    asked = [(method, path) for method, path in CONTRACT.operations() if "{" in path and "admin" not in path]
    assert len(asked) > 20
    for method, path in asked:
        address = server.url + re.sub(r"\{\w+\}", "%18", path)
        document: dict[str, str] | None = {} if method in ("POST", "PUT") else None
        answer = terminal.session.request(
            method, address, json=document
        )  # its session holds it against the contract
        assert 400 <= answer.status_code < 500, (method, path)
