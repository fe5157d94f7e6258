"""Acting for an organisation: its code, its operator's own card, how far they may; a person's matter is never mixed with it."""

import json
from dataclasses import replace
from typing import Any

import pytest

from kiosk.commands import Command
from kiosk.commands.documents import FindDocuments
from kiosk.commands.organisations import FindOrganisation
from kiosk.commands.sending import Record
from kiosk.commands.sessions import Wipe
from kiosk.events import Event
from kiosk.events.organisations import OrganisationFound, OrganisationNotFound
from kiosk.events.scanning import CodeScanned, CodeUnusable
from kiosk.events.world import DeviceChanged, DeviceClass, NetworkChanged
from kiosk.journeys.exploring.inputs import touches
from kiosk.journeys.exploring.specimens import ORGANISATION
from kiosk.journeys.plan import Stage, plan
from kiosk.journeys.whom import Whom, ways
from kiosk.organisation import Organisation
from kiosk.sheet import Bilingual
from screens.views.outcome import OutcomeKind
from tests.kiosk.journeys.resident import Resident
from tests.kiosk.journeys.terminal import CARD, CATALOGUE, Terminal, willing

EVERYTHING = replace(ORGANISATION, owners=frozenset())
NOBODYS = replace(ORGANISATION, authority="none", scope=Bilingual(), representative="")
ITEMS = [
    item.code
    for item in CATALOGUE.items
    if Whom.ORGANISATION in ways(CATALOGUE, item)
    and {Stage.FOR_WHOM, Stage.ORGANISATION} & set(plan(CATALOGUE, item, online=True))
    and Stage.SUBMIT in plan(CATALOGUE, item, online=True)
]
CODE = "the organisation's code"


def saying(organisation: Organisation | str) -> Any:
    """Means that work, with a platform that says this of every organisation."""

    def answer(command: Command) -> Event | None:
        match command, organisation:
            case FindOrganisation(number), str():
                return OrganisationNotFound(number, organisation)
            case FindOrganisation(number), Organisation():
                return OrganisationFound(number, organisation)
            case _:
                return willing(command)

    return answer


def opened(code: str = "RS-016", said: Organisation | str = EVERYTHING) -> Terminal:
    terminal = Terminal(answer=saying(said)).post(DeviceChanged(DeviceClass.SCANNER, working=True))
    return terminal.open(code)


def at_scanner(code: str = "RS-016", said: Organisation | str = EVERYTHING) -> Terminal:
    """A terminal whose operator has laid their card and is asked for the organisation's code."""
    terminal = opened(code, said)
    Resident(terminal, whom=Whom.ORGANISATION).walk("organisation.scan")
    return terminal


def document(terminal: Terminal) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(terminal.commanded(Record)[-1].payload)
    return said


def test_who_may_bring_it_is_what_the_catalogue_says() -> None:
    assert ways(CATALOGUE, CATALOGUE.by_code["RS-016"]) == (Whom.ORGANISATION,)
    assert ways(CATALOGUE, CATALOGUE.by_code["MZ-013"]) == (Whom.SELF, Whom.ORGANISATION)
    assert Whom.ORGANISATION not in ways(CATALOGUE, CATALOGUE.by_code["MZ-004"])
    assert Whom.ORGANISATION not in ways(CATALOGUE, CATALOGUE.by_code["PY-011"]), "nobody signs in for it"
    assert set(ITEMS) == {
        "ZJ-007",
        "ZJ-008",
        "SF-002",
        "MZ-013",
        "RS-016",
        "RS-017",
        "CL-010",
        "ZJ-003",
        "ZJ-004",
        "GA-011",
        "SF-006",
    }


@pytest.mark.parametrize("code", ITEMS)
def test_an_operator_brings_every_item_that_allows_it(code: str) -> None:
    terminal = opened(code)
    resident = Resident(terminal, whom=Whom.ORGANISATION)
    page = resident.walk()
    assert getattr(page, "kind", None) is OutcomeKind.DONE
    assert resident.seen.index("card.confirm") < resident.seen.index("organisation.scan")
    if "code.offer" in resident.seen:  # an appointment is checked at the window
        assert resident.seen.index("organisation.shown") < resident.seen.index("code.offer")
    said = document(terminal)
    assert (said["mode"], said["applicant"]["id_number"]) == ("legal", CARD.id_number)
    assert said["organisation"] == {
        "uscc": ORGANISATION.uscc,
        "name": "示范商贸有限公司",
        "check": "check-organisation",
        "authority": "register",
    }
    if "legal_entity" in said["form"]:
        assert said["form"]["legal_entity"]["legal_rep"] == "示范丁"
        assert {"question.org_name", "question.uscc", "question.legal_rep", "question.org_phone"}.isdisjoint(
            resident.seen
        )
        given = {one["key"]: one["given"] for one in said["materials"]}
        assert (given["e_licence"], given["org_auth"]) == ("shared", "shared")


def test_an_operator_prints_the_documents_of_the_organisation() -> None:
    terminal = opened("RS-009")
    Resident(terminal, whom=Whom.ORGANISATION).walk("print.about")
    (asked,) = terminal.commanded(FindDocuments)
    said = json.loads(asked.document)
    assert said["organisation"] == {"uscc": ORGANISATION.uscc, "check": "check-organisation"}
    assert (said["id_number"], bool(said["holder_check"])) == (CARD.id_number, True)
    assert ORGANISATION.name.zh in str(terminal.view.banners)
    own = opened("RS-009")
    Resident(own).walk("print.about")
    assert "organisation" not in json.loads(own.commanded(FindDocuments)[0].document)


def test_the_header_says_for_whom_by_whom_and_how_far() -> None:
    terminal = at_scanner(said=ORGANISATION).post(CodeScanned(CODE))
    (asked,) = terminal.commanded(FindOrganisation)
    assert (asked.code, asked.id_number) == (CODE, CARD.id_number)
    assert CODE not in repr(asked)
    terminal.touch("yes")
    (banner,) = [banner.text for banner in terminal.view.banners]
    for said in ("示范商贸有限公司", ORGANISATION.uscc, "张*丰", "人社、残联事项", "2027-12-31"):
        assert said in banner
    terminal.touch("language")
    assert "Employment and disability matters" in terminal.view.banners[0].text


def test_what_the_register_answered_is_on_the_review_page_and_the_name_stands() -> None:
    terminal = opened()
    Resident(terminal, whom=Whom.ORGANISATION).walk("review")
    changeable = touches(terminal.view)
    values = [row.value for group in getattr(terminal.view, "groups", ()) for row in group.rows]
    assert {"示范商贸有限公司", ORGANISATION.uscc, "样本路2号"} <= set(values)
    assert "legal_entity.legal_rep" in str(changeable)
    assert "legal_entity.org_name" not in str(changeable)


@pytest.mark.parametrize("reason", ["offline", "over", "unknown", "refused"])
def test_an_organisation_that_is_not_told_is_scanned_again(reason: str) -> None:
    terminal = at_scanner(said=reason).post(CodeScanned(CODE))
    assert terminal.page == "organisation.scan"
    assert getattr(terminal.view, "error", "")
    terminal.post(CodeUnusable("payment"))
    assert "付款码" in getattr(terminal.view, "error", "")
    terminal.answer = willing
    assert (
        terminal.post(CodeScanned(CODE)).touch("another").post(CodeScanned(CODE)).page == "organisation.shown"
    )


REFUSED = {
    "none": NOBODYS,
    "lapsed": replace(ORGANISATION, authority="lapsed"),
    "other_matters": replace(ORGANISATION, owners=frozenset({"GA"})),
    "struck_off": replace(NOBODYS, struck_off=True),
}


@pytest.mark.parametrize("reason", REFUSED)
def test_who_is_not_authorised_is_told_why_and_what_else(reason: str) -> None:
    terminal = at_scanner(said=REFUSED[reason]).post(CodeScanned(CODE))
    assert terminal.page == "organisation.refused"
    assert "什么都没有交上去" in " ".join(terminal.view.speech)
    assert ("letter" in touches(terminal.view)) is (reason != "struck_off")
    assert terminal.state.session.organisation is None
    assert terminal.touch("back").page == "organisation.scan"


def test_a_letter_stands_for_the_register_when_it_is_photographed() -> None:
    terminal = at_scanner(said=NOBODYS).post(CodeScanned(CODE)).touch("letter")
    assert "凭授权书" in terminal.view.banners[0].text
    Resident(terminal, whom=Whom.ORGANISATION).walk()
    said = document(terminal)
    assert said["organisation"]["authority"] == "letter"
    given = {one["key"]: one["given"] for one in said["materials"]}
    assert (given["org_auth"], given["e_licence"]) == ("photographed", "shared")
    assert said["form"]["legal_entity"]["org_name"] == "示范商贸有限公司"


def test_changing_between_ones_own_and_an_organisations_matter_wipes() -> None:
    terminal = opened("ZJ-003")
    resident = Resident(terminal)
    resident.walk("materials")
    while terminal.page != "for_whom":
        terminal.touch("back")
    assert terminal.state.session.answers
    terminal.touch("for.legal")
    session = terminal.state.session
    assert (session.answers, dict(session.pictures), session.trail) == (None, {}, ())
    assert session.card == CARD, "the operator's card is their own"
    terminal.post(CodeScanned(CODE)).touch("yes")
    given = terminal.state.session.answers
    assert given is not None
    assert given.value("legal_entity.uscc") == ORGANISATION.uscc
    Resident(terminal, whom=Whom.ORGANISATION).walk("materials")
    while terminal.page != "for_whom":
        terminal.touch("back")
    terminal.touch("for.self")
    session = terminal.state.session
    assert session.organisation is None
    assert "示范商贸" not in str(session.answers.values if session.answers else "")


def finished() -> Terminal:
    terminal = opened()
    Resident(terminal, whom=Whom.ORGANISATION).walk()
    return terminal.touch("done")


def test_between_matters_what_was_entered_is_gone_and_the_organisation_stays() -> None:
    terminal = finished()
    assert terminal.page == "agency.next"
    assert isinstance(terminal.commands[-1], Wipe)
    session = terminal.state.session
    assert session == session.for_next()
    assert (session.answers, session.kept, session.item) == (None, None, "")
    assert "示范商贸有限公司" in terminal.view.banners[0].text


def test_the_next_matter_asks_for_neither_card_nor_code_also_without_a_network() -> None:
    terminal = finished().touch("next").post(NetworkChanged(online=False))
    terminal.touch("group.government", "item.RS-017", "start")
    resident = Resident(terminal, whom=Whom.ORGANISATION)
    assert getattr(resident.walk(), "kind", None) is OutcomeKind.SAVED
    assert {"card.waiting", "organisation.scan"}.isdisjoint(resident.seen)
    assert document(terminal)["organisation"]["check"] == "check-organisation"


def test_a_network_lost_on_the_way_does_not_stop_whom_the_platform_has_told() -> None:
    terminal = opened()
    Resident(terminal, whom=Whom.ORGANISATION).walk("materials")
    terminal.post(NetworkChanged(online=False))
    page = Resident(terminal, whom=Whom.ORGANISATION).walk()
    assert getattr(page, "kind", None) is OutcomeKind.SAVED
    assert document(terminal)["organisation"]["authority"] == "register"


def test_an_operator_begins_nothing_that_is_a_persons() -> None:
    terminal = finished().touch("next", "group.community", "item.CP-014")
    page = terminal.view
    assert page.primary
    assert not page.primary.enabled
    assert "不能替单位办" in page.primary.reason
    assert terminal.touch("leave").page == "goodbye"
    assert terminal.state.session.organisation is None


def test_ones_own_cases_are_no_organisations() -> None:
    terminal = finished().touch("next", "mine")
    assert terminal.state.session.organisation is None
    assert terminal.state.session.card is None


def test_without_a_network_nobody_says_which_organisation_it_is() -> None:
    terminal = opened()
    terminal.post(NetworkChanged(online=False))
    page = terminal.view
    assert page.primary
    assert not page.primary.enabled
    assert "核对不了是哪个单位" in page.primary.reason
    mixed = opened("MZ-013").post(NetworkChanged(online=False))
    resident = Resident(mixed)
    resident.walk()
    assert "for_whom" not in resident.seen, "one's own matter is the only one that can be told now"


def test_without_a_scanner_it_is_said_before_the_first_question() -> None:
    terminal = opened().post(DeviceChanged(DeviceClass.SCANNER, working=False))
    assert terminal.view.primary
    assert "扫码器" in terminal.view.primary.reason
    later = at_scanner().post(DeviceChanged(DeviceClass.SCANNER, working=False))
    assert "扫码器现在不能用" in getattr(later.view, "error", "")


def test_time_over_while_the_platform_is_asked() -> None:
    terminal = at_scanner()
    terminal.answer = lambda command: None if isinstance(command, FindOrganisation) else willing(command)
    assert terminal.post(CodeScanned(CODE)).page == "organisation.finding"
    assert terminal.wait().page == "organisation.scan"
    terminal.post(NetworkChanged(online=False), CodeScanned(CODE))
    assert "没有答复" in getattr(terminal.view, "error", "")
