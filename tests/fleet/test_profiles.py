"""What departments hold, at the real platform: only for the checked holder, only what the item asks for."""

import json

import pyrage
import pytest

from fleet.platform import Platform
from fleet.problems import PlatformError
from fleet.submission import Submission
from kiosk.commands.sharing import FindProfile
from kiosk.events.sharing import ProfileFound, ProfileNotFound
from kiosk.platform.client import PlatformClient
from kiosk.platform.sheets import PublicSheets
from offline_queue.transaction import new_id
from tests.fleet.process import Server, Terminal

NUMBER = "440112201906010015"


def checked(platform: Platform, number: str = NUMBER) -> str:
    check, _ = platform.holder_checks.send("T1", None, number)
    assert platform.holder_checks.check("T1", check, platform.messages.recent()[-1].code) == "verified"
    return check


def test_only_what_the_item_asks_for_with_source_and_day(platform: Platform) -> None:
    found = platform.profiles.of("T1", "MZ-001", NUMBER, checked(platform))
    sets = platform.services.catalogue().field_sets
    paths = {
        f"{name}.{field.key}" for name in platform.services.catalogue().by_code["MZ-001"].form
        for field in sets[name].fields
    }  # fmt: skip
    assert found["values"]
    assert {one["field"] for one in found["values"]} <= paths
    assert all(one["source"] and one["as_of"] for one in found["values"])
    assert "hukou_book" in found["waived"]
    empty = platform.profiles.of("T1", "CP-001", NUMBER, checked(platform))
    assert (empty["values"], empty["waived"]) == ([], [])


def test_what_else_somebody_may_be_entitled_to_is_told_where_they_agreed_to_hear_it(
    platform: Platform,
) -> None:
    check = checked(platform)
    assert "hints" not in platform.profiles.of("T1", "MZ-011", NUMBER, check)
    hints = platform.profiles.of("T1", "MZ-011", NUMBER, check, hints=True)["hints"]
    assert "MZ-012" in hints
    assert "MZ-011" not in hints
    assert set(hints) <= platform.services.catalogue().by_code.keys()


@pytest.mark.parametrize("number", [NUMBER, "110101199003070011"])
def test_nobody_but_the_checked_holder(platform: Platform, number: str) -> None:
    check = checked(platform)
    for terminal, given in (("T1", "x"), ("T2", check), ("T1", check if number != NUMBER else "")):
        with pytest.raises(PlatformError) as refused:
            platform.profiles.of(terminal, "MZ-001", number, given)
        assert refused.value.status == 403
    with pytest.raises(PlatformError):
        platform.profiles.of("T1", "XX-000", NUMBER, check)


def test_a_source_is_told_what_to_correct(platform: Platform) -> None:
    wrong = [{"field": "contact.mobile", "source": "pop"}, {"field": "x"}, "?", {"field": 1, "source": "pop"}]
    document = {"item": "MZ-004", "shared": {"wrong": wrong}}
    recipient = pyrage.x25519.Recipient.from_str(platform.opener.recipient)
    payload = pyrage.encrypt(json.dumps(document).encode(), [recipient])
    name = new_id()
    case, _ = platform.intake.take(Submission(name, f"P-{name}", "MZ-004", "T1", f"m {name}", payload, ()))
    assert platform.cases.value_corrections(case.number) == [("contact.mobile", "pop")]
    assert case.needs_staff == ""


def test_over_the_wire(server: Server, terminal: Terminal) -> None:
    client = PlatformClient(server.url, terminal.identity.session, PublicSheets(server.home))
    check = terminal.post("/v1/holder-checks", {"id_number": NUMBER}).json()["id"]
    assert client.find_profile(FindProfile(1, "MZ-001", NUMBER, check)) == ProfileNotFound(1, "refused")
    with server.admin() as operator:
        sent = operator.get(f"{server.url}/admin/messages").json()["messages"]
    code = next(one["code"] for one in sent if one["holder_check"] == check)
    terminal.post(f"/v1/holder-checks/{check}/code", {"code": code})
    found = client.find_profile(FindProfile(2, "MZ-001", NUMBER, check))
    assert isinstance(found, ProfileFound)
    assert any(one.path == "contact.mobile" for one in found.profile.values)
    assert found.profile.hints == ()
    agreed = client.find_profile(FindProfile(3, "MZ-001", NUMBER, check, hints=True))
    assert isinstance(agreed, ProfileFound)
    assert "MZ-011" in agreed.profile.hints
    asked = {"item": "MZ-001", "id_number": NUMBER, "holder_check": check}
    assert terminal.post("/v1/residents/profile", asked).status_code == 200
    assert terminal.post("/v1/residents/profile", {**asked, "hints": "yes"}).status_code == 400
    assert terminal.post("/v1/residents/profile", {}).status_code == 400
