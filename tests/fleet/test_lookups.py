"""Look-ups: who may ask what, and what is told; at the real platform, over the contract, and through the journey."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from fleet.cases import Case
from fleet.lights import BLUE, GREEN, OVER, STOPPED, YELLOW, light
from fleet.lookups import Question
from fleet.owners import TRIES_A_DAY
from fleet.platform import Platform
from fleet.problems import PlatformError
from fleet.supervision import FEW, figures
from kiosk.commands import Command
from kiosk.commands.holder_check import CheckCode, SendCode
from kiosk.commands.lookups import LookUp
from kiosk.events import Event
from kiosk.platform.client import PlatformClient
from kiosk.platform.sheets import PublicSheets
from kiosk.sheet import sheet_of
from screens.views.inputs import Edited
from screens.views.listing import Listing
from tests.fleet.contract import CONTRACT
from tests.fleet.process import Server, Terminal, another_day, files_below
from tests.fleet.test_cases import opened
from tests.kiosk.journeys.resident import Resident
from tests.kiosk.journeys.terminal import CARD, CATALOGUE, willing
from tests.kiosk.journeys.terminal import Terminal as Screen

BOTH_STORES = True

ITEMS = [item for item in CATALOGUE.items if item.flow in ("query", "query_public") or item.code == "CP-014"]
NUMBER = "440102194501010017"
TODAY = date(2026, 11, 25)


def asked(**changes: Any) -> dict[str, Any]:
    return {"form": {}, "id_number": "", "holder_check": "", "link": "", **changes}


def by_number(number: str, tail: str) -> dict[str, Any]:
    return {"case_lookup": {"lookup_by": "no", "case_no": number, "verify_tail": tail}}


def handed_in(terminal: Terminal, number: str = NUMBER) -> str:
    """Hand in an application of the holder of a card; return its case number."""
    document = {"item": "MZ-004", "applicant": {"name": "张小三", "id_number": number}}
    answer = terminal.put(*terminal.seal(document))
    return str(answer.json()["case_number"])


def test_every_item_of_the_flows_has_an_answer(platform: Platform) -> None:
    check, _ = platform.holder_checks.send("T1", None, NUMBER)
    platform.holder_checks.check("T1", check, platform.messages.recent()[-1].code)
    form = {"estate_unit": {"estate": "样本花园"}}
    for item in ITEMS:
        found = platform.lookups.answer("T1", item.code, Question(form, NUMBER, check, ""))
        assert found["as_of"] == "2026-11-25T10:00:00+08:00"
        assert found["groups"] or item.code == "PY-014", item.code


def test_a_payment_that_was_not_known_is_known_later_by_its_number(platform: Platform) -> None:
    """The phone has paid, the channel's word was lost: whoever asks with the slip hears that it is paid, and need not pay again."""
    cashier = platform.cashier
    bill = cashier.bills.find("PY-007", {"bill_account": {"account_no": "123456789"}})[0]
    order, _ = cashier.orders.make("T1", "one", bill.id)

    def result(number: str) -> list[str]:
        question = Question(by_number(number, "0017"), NUMBER, "", "")
        groups: list[dict[str, Any]] = platform.lookups.answer("T1", "PY-014", question)["groups"]
        return [row["value"]["zh"] for group in groups for row in group["rows"]]

    assert "还没有付款" in result(order.number)
    cashier.channel.pay(order.code, "lost-notification")
    told = result(f" {order.number} ")
    assert "已付款，已销账" in told
    assert f"¥{order.amount / 100:,.2f}" in told
    with pytest.raises(PlatformError):
        result("20990101-000001")


def test_a_payment_that_is_known_later_has_its_slip(platform: Platform) -> None:
    cashier = platform.cashier
    bill = cashier.bills.find("PY-007", {"bill_account": {"account_no": "123456789"}})[0]
    order, _ = cashier.orders.make("T1", "one", bill.id)

    def answer() -> dict[str, Any]:
        question = Question(by_number(order.number, "0017"), NUMBER, "", "")
        return platform.lookups.answer("T1", "PY-014", question)

    assert "payment" not in answer(), "nothing was paid"
    cashier.channel.pay(order.code, "lost-notification")
    told = answer()
    CONTRACT.validate(told, {"$ref": "#/components/schemas/Sheet"})
    paid = sheet_of(told).paid
    assert paid is not None
    assert (paid.item, paid.order.number, paid.order.state) == ("PY-007", order.number, "settled")
    assert (paid.bill.amount, paid.bill.period) == (bill.amount, bill.period)
    assert paid.order.follow_up == f"{platform.url}/p/{order.token}"


def test_who_signed_in_to_pay_finds_it_again_by_their_card_alone(platform: Platform) -> None:
    cashier = platform.cashier
    bill = cashier.bills.find("PY-002", {"bill_social": {"ins_kind": "10"}})[0]
    order, _ = cashier.make("T1", "one", bill.id, NUMBER)
    assert cashier.make("T1", "one", bill.id, NUMBER) == (order, False)

    def groups(who: str = NUMBER, link: str = "") -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = platform.lookups.answer("T1", "PY-014", Question({}, who, "", link))[
            "groups"
        ]
        return found

    cashier.channel.pay(order.code, "lost-notification")
    ((row,),) = [group["rows"] for group in groups()]
    assert (row["value"]["zh"], row["link"]) == ("已付款，已销账", order.number)
    assert bill.period in row["label"]["en"]
    assert "已付款，已销账" in str(groups(link=order.number))
    assert groups("110101199003070011") == []
    assert groups("110101199003070011", order.number) == [], "nobody else's, also when the number is known"
    for path in files_below(platform.home.directory):
        assert NUMBER.encode() not in path.read_bytes(), path.name


def test_a_list_of_ones_own_cases_and_one_of_them(terminal: Terminal) -> None:
    mine, _ = handed_in(terminal), handed_in(terminal, "110101199003070011")
    (group,) = terminal.post("/v1/lookups/CP-009", asked(id_number=NUMBER)).json()["groups"]
    assert mine in {row["link"] for row in group["rows"]}
    whole = terminal.post("/v1/lookups/CP-009", asked(id_number=NUMBER, link=mine)).json()
    assert "张" not in str(whole)
    texts = [row["value"]["zh"] for group in whole["groups"] for row in group["rows"]]
    assert mine in texts
    assert "已提交（尚未受理）" in texts
    assert "● 正常" in texts


def test_anothers_case_needs_the_last_four_signs_and_few_tries(terminal: Terminal) -> None:
    theirs = handed_in(terminal, "110101199003070011")
    right = asked(id_number=NUMBER, form=by_number(theirs, "0011"))
    assert terminal.post("/v1/lookups/CP-009", right).status_code == 200
    for _ in range(TRIES_A_DAY):
        wrong = asked(id_number=NUMBER, form=by_number(theirs, "9999"))
        assert terminal.post("/v1/lookups/CP-009", wrong).status_code == 404
    assert terminal.post("/v1/lookups/CP-009", right).status_code == 429


def test_no_document_number_is_kept(terminal: Terminal, server: Server) -> None:
    handed_in(terminal)
    terminal.post("/v1/holder-checks", {"id_number": NUMBER})
    for path in files_below(server.home):
        assert NUMBER.encode() not in path.read_bytes(), path.name


@pytest.mark.parametrize(
    ("path", "said", "status"),
    [
        ("PY-012", asked(), 403),
        ("PY-012", asked(id_number=NUMBER), 403),
        ("PY-012", asked(id_number=NUMBER, holder_check="x"), 403),
        ("CP-009", asked(), 403),
        ("MZ-001", asked(), 404),
        ("XX-000", asked(), 404),
        ("CP-009", asked(id_number=NUMBER, link="440100-20261125-999999-X"), 404),
        ("CP-006", {"form": {}}, 400),
        ("CP-006", asked(form=[]), 400),
    ],
)
def test_what_is_refused(terminal: Terminal, path: str, said: dict[str, Any], status: int) -> None:
    assert terminal.post(f"/v1/lookups/{path}", said).status_code == status


def test_a_check_stands_for_the_document_it_was_made_for(platform: Platform) -> None:
    check, _ = platform.holder_checks.send("T1", None, NUMBER)
    assert not platform.holder_checks.is_holder("T1", check, NUMBER), "no code was given yet"
    platform.holder_checks.check("T1", check, platform.messages.recent()[-1].code)
    assert platform.holder_checks.is_holder("T1", check, NUMBER)
    assert not platform.holder_checks.is_holder("T2", check, NUMBER)
    with pytest.raises(PlatformError):
        platform.lookups.answer("T1", "PY-012", Question({}, "110101199003070011", check, ""))


def test_a_pupils_school_is_found_by_the_estate(platform: Platform) -> None:
    def schools(estate: str) -> list[Any]:
        question = Question({"estate_unit": {"estate": estate}}, "", "", "")
        groups: list[Any] = platform.lookups.answer("T1", "JY-005", question)["groups"]
        return groups

    assert len(schools("样本花园")) == 1
    assert schools("别处") == []


def test_the_light_follows_the_clock(platform: Platform) -> None:
    case = opened(platform)
    assert case.accept_by == "2026-12-02"
    assert light(case, TODAY) == GREEN
    assert light(case, date(2026, 12, 1)) == YELLOW
    assert light(case, date(2026, 12, 5))["zh"] == "✖ 已超时3日"
    assert light(case, date(2026, 12, 3))["en"] == "✖ Over the limit by 1 day"
    assert [light(_in(case, state), TODAY) for state in ("S41", "S20", "S60")] == [BLUE, STOPPED, OVER]


def _in(case: Case, state: str) -> Case:
    return Case(**{**{name: getattr(case, name) for name in case.__slots__}, "state": state})


def test_what_is_published_points_at_nobody(platform: Platform) -> None:
    cases = [opened(platform) for _ in range(6)]
    late = [_in(case, "S10") for case in cases[:2]]
    values = [row["value"] for row in figures([*late, *cases[2:]], TODAY + timedelta(days=30))]
    assert values[0] == {"zh": "6 件", "en": "6"}
    few = [row["value"] for row in figures([_in(cases[0], "S60"), *cases[1:]], TODAY)]
    assert few[1] == FEW
    assert few[2]["en"] == "0"


@pytest.fixture
def client(terminal: Terminal, tmp_path: Path) -> PlatformClient:
    return PlatformClient(terminal.server.url, terminal.identity.session, PublicSheets(tmp_path / "sheets"))


def through(client: PlatformClient) -> Screen:
    """A terminal's journey whose questions a real platform answers."""

    def answer(command: Command) -> Event | None:
        match command:
            case LookUp(number, item, document, public):
                return client.look_up(number, item, document, public=public)
            case SendCode(number, mobile, id_number):
                return client.send_code(number, mobile, id_number)
            case CheckCode(number, check, code):
                return client.check_code(number, check, code)
            case _:
                return willing(command)

    return Screen(answer=answer)


def test_a_resident_reads_what_is_held_about_them(server: Server, client: PlatformClient) -> None:
    another_day(server.home)
    screen = through(client).open("PY-012")
    Resident(screen).walk("code.offer")
    screen.touch("next")
    with server.admin() as operator:
        sent = operator.get(f"{server.url}/admin/messages").json()["messages"]
    screen.post(Edited(sent[-1]["code"])).touch("next")
    page = screen.view
    assert isinstance(page, Listing)
    assert "公积金账户" in [group.heading for group in page.groups]
    screen.touch("print", "done")


def test_a_resident_follows_a_case(terminal: Terminal, client: PlatformClient) -> None:
    number = handed_in(terminal, CARD.id_number)
    screen = through(client).open("CP-009")
    Resident(screen).walk("lookup.found")
    screen.touch("more:0")
    assert number in str([row.value for group in screen.view.groups for row in group.rows])  # type: ignore[union-attr]  # a Listing


def test_what_is_published_is_kept_for_when_the_platform_is_away(
    terminal: Terminal, client: PlatformClient, tmp_path: Path
) -> None:
    Resident(through(client).open("CP-006")).walk("lookup.found")
    away = PlatformClient("http://127.0.0.1:9", terminal.identity.session, PublicSheets(tmp_path / "sheets"))
    kept = through(away).open("CP-006", online=False)
    Resident(kept).walk("lookup.found")
    assert "可能不是最新" in kept.view.lead
    nothing = through(away).open("CP-008", online=False).touch("start")
    assert nothing.page == "lookup.failed"
