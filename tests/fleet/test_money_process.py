"""The real platform, spoken to as terminals do, killed in between: one payment is one payment."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import requests

from tests.fleet.process import Server, Terminal


def bill(terminal: Terminal, account: str) -> dict[str, Any]:
    answer = terminal.post(
        "/v1/bills", {"item": "PY-008", "account": {"bill_account": {"account_no": account}}}
    )
    bills: list[dict[str, Any]] = answer.json()["bills"]
    return bills[0]


def put(terminal: Terminal, order: str, bill_id: str) -> requests.Response:
    return terminal.session.put(f"{terminal.server.url}/v1/payment-orders/{order}", json={"bill": bill_id})


def phone(server: Server) -> requests.Session:
    session = requests.Session()
    session.trust_env = False
    session.verify = str(server.ca) if server.ca else True
    return session


def reconcile(server: Server) -> dict[str, Any]:
    command = [sys.executable, "-m", "kiosk", "fleet", "reconcile", "--json", "--home", str(server.home)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    report: dict[str, Any] = json.loads(done.stdout)
    assert done.returncode == bool(report["differences"])
    return report


def test_a_phone_pays_and_everybody_agrees(server: Server, terminal: Terminal) -> None:
    owed = bill(terminal, "20260001")
    order = put(terminal, f"{terminal.number}-1", owed["id"]).json()
    with phone(server) as session:
        assert f"{owed['amount'] / 100:,.2f}" in session.get(order["code_url"]).text
        assert "已付款" in session.post(order["code_url"]).text
        assert "已付款" in session.get(order["code_url"]).text
        assert "已销账" in session.get(order["follow_up"]).text
        assert session.get(f"{server.url}/p/none").status_code == 404
        assert session.get(f"{server.url}/pay/none").status_code == 404
        assert session.post(f"{server.url}/pay/none").status_code == 404
    assert terminal.get(f"/v1/payment-orders/{terminal.number}-1").json()["state"] == "settled"
    closed = terminal.post(f"/v1/payment-orders/{terminal.number}-1/close", {})
    assert closed.json()["state"] == "settled"
    with server.admin() as operator:
        report = operator.get(f"{server.url}/admin/reconciliation").json()
    assert report["channel"] == report["orders"] == report["bills"] > 0
    assert report["differences"] == []


def test_what_cannot_be_is_refused_as_the_contract_says(terminal: Terminal) -> None:
    assert terminal.post("/v1/bills", {"item": "PY-008"}).status_code == 400
    assert terminal.post("/v1/bills", {"item": "MZ-001", "account": {"a": "b"}}).status_code == 422
    assert put(terminal, f"{terminal.number}-2", "none").status_code == 409
    assert terminal.get("/v1/payment-orders/none").status_code == 404
    assert terminal.post("/v1/payment-orders/none/close", {}).status_code == 404


@pytest.mark.parametrize("killed_after", ["made", "paid", "closed"])
def test_killed_in_between_it_is_charged_once_and_not_called_failed(
    tmp_path: Path, killed_after: str
) -> None:
    with Server(tmp_path / "home", ("--http", "--port", "0")) as server:
        terminal = server.terminal("T1")
        owed = bill(terminal, "555")
        order = put(terminal, "one", owed["id"]).json()
        if killed_after == "made":
            _again(server)
            assert put(terminal, "one", owed["id"]).json()["number"] == order["number"]
        with phone(server) as session:
            session.post(order["code_url"])
        if killed_after == "paid":
            _again(server)
        state = terminal.post("/v1/payment-orders/one/close", {}).json()["state"]
        if killed_after == "closed":
            _again(server)
        assert state == terminal.get("/v1/payment-orders/one").json()["state"] == "settled"
        report = reconcile(server)
        assert report["channel"] == report["orders"] == report["bills"] == owed["amount"]
        terminal.session.close()


def test_the_command_pays_with_a_fault_and_reconciling_names_it(tmp_path: Path) -> None:
    with Server(tmp_path / "home", ("--http", "--port", "0")) as server:
        terminal = server.terminal("T1")
        order = put(terminal, "one", bill(terminal, "777")["id"]).json()
        command = [sys.executable, "-m", "kiosk", "fleet", "pay", "--json", "--home", str(server.home)]
        said = subprocess.run(
            [*command, order["code_url"], "--fault", "double"],
            capture_output=True, text=True, timeout=120, check=True,
        )  # fmt: skip
        assert json.loads(said.stdout)["number"] == order["number"]
        assert [one["kind"] for one in reconcile(server)["differences"]] == ["double"]
        terminal.session.close()


def _again(server: Server) -> None:
    server.kill()
    server.again()
