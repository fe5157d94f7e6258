"""The line in use is that of the default route; the agent holds large transactions back while it costs by the byte."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pyrage
import pytest

from config.settings import NetworkSettings, Settings
from kiosk.agent import Duties
from kiosk.link import interface, is_metered, metered_line
from offline_queue.metered import WAITS, MeteredLine
from offline_queue.seal import Sealer
from offline_queue.store import Store
from provisioning import lab
from provisioning.terminal import Terminal
from tests.offline_queue.platform import Platform, serving

HEAD = "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n"
WIRED = "eth0\t00000000\t0102A8C0\t0003\t0\t0\t100\t00000000\t0\t0\t0\n"
MOBILE = "wwan0\t00000000\t0100000A\t0003\t0\t0\t700\t00000000\t0\t0\t0\n"
NEAR = "wlan0\t0000A8C0\t00000000\t0001\t0\t0\t0\t0000FFFF\t0\t0\t0\n"


@pytest.mark.parametrize(
    ("routes", "name"),
    [
        (HEAD, ""),
        ("", ""),
        (HEAD + NEAR, ""),
        (HEAD + NEAR + MOBILE, "wwan0"),
        (HEAD + MOBILE + WIRED + NEAR, "eth0"),
        (HEAD + "broken\n" + MOBILE, "wwan0"),
    ],
)
def test_the_default_route_of_the_lowest_metric(routes: str, name: str) -> None:
    assert interface(routes) == name


def test_lines_that_cost_are_named_by_pattern(tmp_path: Path) -> None:
    routes = tmp_path / "route"
    assert not is_metered(("wwan*",), routes), "an unknown line costs nothing"
    routes.write_text(HEAD + MOBILE)
    assert is_metered(("ppp*", "wwan*"), routes)
    assert not is_metered(("eth*",), routes)
    assert not is_metered((), routes)


def test_the_settings_are_the_policys_own() -> None:
    assert metered_line(NetworkSettings()) == MeteredLine()


def test_the_agent_holds_back_what_is_large_until_the_line_costs_nothing(tmp_path: Path) -> None:
    recipient = str(pyrage.x25519.Identity.generate().to_public())
    with serving(Platform()) as platform:
        identity = lab.make(tmp_path / "identity", platform.url, (recipient,), "LAB001")
        sealer = Sealer("LAB001", identity.key, (recipient,))
        with Store(tmp_path / "queue", sealer, lambda: datetime.now(UTC).astimezone()) as store:
            large, small = store.put("MZ-004", bytes(5000)).id, store.put("MZ-004", b"x").id
        configure(tmp_path, metered=["*"])
        with Duties(tmp_path) as duties:
            duties.submit()
            assert asked(platform) == {small}
            with Store(tmp_path / "queue", None, lambda: datetime.now(UTC)) as store:
                assert {entry.id: entry.reason for entry in store.list()}[large] == WAITS
            duties.heartbeat()
            duties.heartbeat()
            assert len(platform.beats) == 1, "and beats less often"
            configure(tmp_path, metered=[])
            duties.reread()
            duties.submit()
            assert asked(platform) == {small, large}


def configure(home: Path, metered: list[str]) -> None:
    """Equal hours: whatever time the test runs at, none is off-peak."""
    network = {"metered": metered, "attachments_above": 4000, "off_peak_until": "22:00"}
    (home / "settings.json").write_text(json.dumps({"network": network}))
    assert Terminal.load(home).settings.network != Settings().network


def asked(platform: Platform) -> set[str]:
    return set(platform.asked)
