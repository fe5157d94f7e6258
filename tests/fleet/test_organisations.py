"""Which organisation shows its code, what its operator may do for it, and that the platform looks again when something comes."""

import json
from pathlib import Path
from typing import Any

import pyrage
import pytest

from fleet.cases import Case
from fleet.intake import OPERATOR_NOT_AUTHORISED
from fleet.platform import Platform
from fleet.problems import PlatformError
from fleet.submission import Submission
from kiosk.cli import main
from kiosk.organisation import organisation_of
from kiosk.platform.client import PlatformClient
from kiosk.platform.sheets import PublicSheets
from offline_queue.transaction import new_id
from tests.fleet.conftest import Clock
from tests.fleet.process import Server, Terminal, files_below

USCC, CLOSED = "91440101000000003U", "914401010000000052"
OPERATOR, LATE, STRANGER = "440104198808080023", "440102194501010011", "44010519620312123X"


def asked(platform: Platform, uscc: str = USCC, who: str = OPERATOR) -> dict[str, Any]:
    """What the platform says of an organisation whose code was scanned at T1."""
    code = platform.persons.codes.show(uscc, platform.now(), "e-licence")
    return platform.organisations.represented("T1", code, who)


def brought(platform: Platform, check: str, item: str = "RS-016", who: str = OPERATOR) -> Case:
    """Hand something in for the organisation; return its case."""
    recipient = pyrage.x25519.Recipient.from_str(platform.opener.recipient)
    organisation = {"uscc": USCC, "name": "示范商贸有限公司", "check": check, "authority": "register"}
    document = {
        "item": item,
        "mode": "legal",
        "applicant": {"name": "张小三", "id_number": who},
        "organisation": organisation,
        "form": {"operator": {"op_mobile": "13800138000"}},
    }
    payload = pyrage.encrypt(json.dumps(document).encode(), [recipient])
    transaction = new_id()
    submission = Submission(transaction, f"P-{transaction}", item, "T1", transaction, payload, ())
    return platform.intake.take(submission)[0]


def test_the_operator_hears_what_they_may_do(platform: Platform) -> None:
    found = organisation_of(asked(platform))
    assert (found.uscc, found.name.en, found.authority) == (USCC, "Model Trading Company", "authorised")
    assert (sorted(found.owners), found.until) == (["CL", "RS"], "2027-12-31")
    assert found.covers("RS")
    assert not found.covers("MZ")
    assert (found.representative, found.address) == ("示范丁", ("", "样本路2号"))
    assert "示范丁" not in repr(found)


def test_a_stranger_hears_its_name_and_no_more(platform: Platform) -> None:
    said = asked(platform, who=STRANGER)
    assert (said["authority"], said["name"]["zh"]) == ("none", "示范商贸有限公司")
    assert (said["representative"], said["phone"], said["address"]["detail"], said["until"]) == (
        "",
        "",
        "",
        "",
    )
    assert asked(platform, who=LATE)["authority"] == "lapsed"
    assert organisation_of(asked(platform, CLOSED)).struck_off


def test_a_code_is_good_once_for_a_minute_and_of_an_organisation(platform: Platform, clock: Clock) -> None:
    code = platform.persons.codes.show(USCC, platform.now(), "entity-code")
    assert platform.organisations.represented("T1", code, OPERATOR)
    late = platform.persons.codes.show(USCC, platform.now(), "e-licence")
    persons = platform.persons.codes.show(OPERATOR, platform.now())
    nobodys = platform.persons.codes.show("91440101000000007", platform.now(), "e-licence")
    for wrong, status in ((code, 410), (persons, 422), ("x", 422), (nobodys, 404)):
        with pytest.raises(PlatformError) as refused:
            platform.organisations.represented("T1", wrong, OPERATOR)
        assert refused.value.status == status
    clock.pass_(seconds=70)
    with pytest.raises(PlatformError) as over:
        platform.organisations.represented("T1", late, OPERATOR)
    assert over.value.status == 410
    with pytest.raises(PlatformError) as no_person:
        platform.persons.by_code("T1", platform.persons.codes.show(USCC, platform.now(), "e-licence"))
    assert no_person.value.status == 422


def test_what_is_brought_is_looked_at_again(platform: Platform) -> None:
    check = asked(platform)["check"]
    assert brought(platform, check).needs_staff == ""
    assert brought(platform, check).applicant == "示范商贸有限公司"
    for case in (
        brought(platform, "another"),
        brought(platform, check, item="MZ-013"),
        brought(platform, check, who=STRANGER),
        brought(platform, asked(platform, who=STRANGER)["check"], who=STRANGER),
    ):
        assert case.needs_staff == OPERATOR_NOT_AUTHORISED
    assert platform.messages.recent()[-1].to == "138****8000", "the operator hears of it"


@pytest.mark.parametrize("broken", [{}, [], {"uscc": 1}, {"authority": "all"}])
def test_what_is_no_organisation_is_none(platform: Platform, broken: Any) -> None:
    with pytest.raises(ValueError, match="no organisation"):
        organisation_of({**asked(platform), **broken} if broken else broken)


def test_over_the_wire_and_no_number_is_kept(
    server: Server, terminal: Terminal, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = ("fleet", "app-code", USCC, "--issuer", "e-licence", "--home", str(server.home), "--json")
    assert main([*shown]) == 0
    code = json.loads(capsys.readouterr().out)["code"]
    client = PlatformClient(terminal.server.url, terminal.identity.session, PublicSheets(tmp_path / "sheets"))
    found = client.find_organisation(1, code, OPERATOR)
    assert getattr(found, "organisation").uscc == USCC  # noqa: B009  # one of two kinds of answer
    assert getattr(client.find_organisation(2, code, OPERATOR), "reason") == "over"  # noqa: B009
    assert getattr(client.find_organisation(3, "x", OPERATOR), "reason") == "refused"  # noqa: B009
    for path in files_below(server.home):
        content = path.read_bytes()
        assert OPERATOR.encode() not in content, path.name
        assert code.encode() not in content, path.name
