"""Acting for somebody: two cards, a mandate that is read, a signature of the resident's own, and nothing kept between matters."""

import json
from dataclasses import replace
from typing import Any

import pytest

from config.language import Language
from kiosk.commands import Command
from kiosk.commands.agency import AskStanding, CountAgentTime, RevokeMandate
from kiosk.commands.sending import Record
from kiosk.commands.sessions import Wipe
from kiosk.events import Event
from kiosk.events.agency import AgentTimeUp, MandateRevoked, MandateStands, StandingTold, StandingUnknown
from kiosk.events.cards import CardLifted, CardPresented
from kiosk.events.lookups import SheetFound
from kiosk.events.world import NetworkChanged
from kiosk.journeys.exploring.inputs import touches
from kiosk.journeys.exploring.specimens import SHEET, STANDING
from kiosk.journeys.plan import Stage, plan
from kiosk.journeys.whom import Whom, ways
from kiosk.roster import Standing
from screens.views.listing import Listing
from screens.views.outcome import OutcomeKind
from screens.views.reading import Article
from tests.kiosk.journeys.resident import Resident
from tests.kiosk.journeys.terminal import AGENT, CARD, CATALOGUE, Terminal, willing

OFFERED = {
    item.code: ways(CATALOGUE, item)
    for item in CATALOGUE.items
    if Stage.FOR_WHOM in plan(CATALOGUE, item, online=True)
}
AGENCY = [code for code, whoms in OFFERED.items() if Whom.AGENCY in whoms]
FAMILY_ONLY = [code for code, whoms in OFFERED.items() if Whom.AGENCY not in whoms and Whom.FAMILY in whoms]


def at_choice(code: str = "MZ-004", *, online: bool = True, **changes: Any) -> Terminal:
    """A terminal whose agent has laid their card and is asked for whom it is."""
    terminal = Terminal(**changes).open(code, online=online)
    Resident(terminal, whom=Whom.AGENCY).walk("for_whom")
    return terminal


def document(terminal: Terminal) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(terminal.commanded(Record)[-1].payload)
    return said


def saying(state: str) -> Any:
    """Means that work, with a roster that says this of everybody."""

    def answer(command: Command) -> Event | None:
        match command:
            case AskStanding(number) if state == "offline":
                return StandingUnknown(number, "offline")
            case AskStanding(number):
                return StandingTold(number, Standing(state))
            case _:
                return willing(command)

    return answer


def test_who_may_act_is_what_the_catalogue_says() -> None:
    assert OFFERED["MZ-004"] == (Whom.SELF, Whom.FAMILY, Whom.AGENCY)
    assert OFFERED["WJ-006"] == (Whom.SELF, Whom.FAMILY)
    assert OFFERED["CP-013"] == (Whom.SELF, Whom.AGENCY)
    assert "RS-005" not in OFFERED, "nobody else may draw unemployment pay"
    assert "RS-016" not in OFFERED, "an organisation's own operator comes"
    assert all(Whom.SELF in whoms for whoms in OFFERED.values())


@pytest.mark.parametrize("code", AGENCY)
def test_an_agent_brings_every_item_that_allows_it(code: str) -> None:
    terminal = Terminal().open(code)
    resident = Resident(terminal, whom=Whom.AGENCY)
    page = resident.walk()
    assert getattr(page, "kind", None) is OutcomeKind.DONE
    said = document(terminal)
    assert (said["mode"], said["applicant"]["id_number"]) == ("agency", CARD.id_number)
    assert said["agent"] == {
        "roster": "agent-01",
        "card": "resident",
        "name": AGENT.name,
        "english_name": "",
        "id_number": AGENT.id_number,
    }
    assert resident.seen.index("mandate") < resident.seen.index("sign")
    assert said["signatures"][0]["attachment"] == "signature.png"
    if code != "CP-013":
        assert said["form"]["agent"]["agent_id_number"] == AGENT.id_number
        assert said["form"]["agent"]["poa_scope"]
        assert {"agent_id": "card", "poa": "signed"}.items() <= {
            one["key"]: one["given"] for one in said["materials"]
        }.items()


@pytest.mark.parametrize("code", FAMILY_ONLY)
def test_one_of_the_family_brings_what_no_agent_may(code: str) -> None:
    terminal = Terminal().open(code)
    Resident(terminal, whom=Whom.FAMILY).walk()
    said = document(terminal)
    assert (said["mode"], said["agent"]["roster"]) == ("family", "")
    assert said["form"]["agent"]["agent_name"] == AGENT.name
    assert not terminal.commanded(AskStanding)


def test_a_resident_alone_entrusts_a_body() -> None:
    terminal = Terminal().open("CP-013")
    page = Resident(terminal).walk("mandate")
    assert isinstance(page, Article)
    assert "代办机构：洪桥社区代办点（示范）" in page.paragraphs[0].lines
    assert "委托人：张*丰" in page.paragraphs[0].lines
    assert set(page.paragraphs[0].lines) <= set(page.speech), "all of it is read aloud"
    assert "撤销代办" in "".join(page.speech)
    Resident(terminal).walk()
    said = document(terminal)
    assert said["mode"] == "self"
    assert "agent" not in said
    assert said["form"]["agency_entrust"]["entrust_agent"] == "agent-01"


def test_a_mandate_waits_for_the_network_where_the_catalogue_lets_it() -> None:
    terminal = Terminal().open("CP-013", online=False)
    resident = Resident(terminal)
    assert getattr(resident.walk(), "kind", None) is OutcomeKind.SAVED
    assert "mandate" in resident.seen


def test_the_agents_card_is_not_the_residents() -> None:
    terminal = at_choice().touch("for.agency")
    assert terminal.view.title == "请放办事人的身份证"
    terminal.post(CardPresented(AGENT))
    assert terminal.page == "card.waiting"
    assert "代办人自己的证件" in getattr(terminal.view, "error", "")
    terminal.post(CardPresented(CARD), CardLifted())
    assert terminal.view.title == "是给这位办吗？"
    terminal.touch("yes")
    assert "代办：李*海 正在为 张*丰 办理" in [banner.text for banner in terminal.view.banners]


@pytest.mark.parametrize("state", ["unknown", "suspended", "too_many", "offline"])
def test_whoever_may_not_act_is_told_why_and_what_else(state: str) -> None:
    terminal = at_choice(answer=saying(state)).touch("for.agency")
    assert terminal.page == "agency.refused"
    assert terminal.touch("back", "for.self").page.startswith("question.")
    assert terminal.state.session.agent is None
    assert terminal.state.session.card == AGENT


def test_a_roster_that_is_silent_can_be_asked_again() -> None:
    terminal = at_choice(answer=saying("offline")).touch("for.agency")
    terminal.answer = willing
    assert terminal.touch("again").page == "card.waiting"
    assert at_choice(online=False).touch("for.agency").page == "agency.refused"


def test_time_over_while_the_roster_is_asked() -> None:
    terminal = at_choice(
        answer=lambda command: None if isinstance(command, AskStanding) else willing(command)
    )
    assert terminal.touch("for.agency").page == "agency.asking"
    assert terminal.wait().page == "agency.refused"


def test_going_back_from_the_residents_card_gives_the_choice_again() -> None:
    terminal = at_choice().touch("for.agency", "back")
    assert terminal.page == "for_whom"
    assert terminal.state.session.card == AGENT
    terminal.touch("for.family").post(CardPresented(CARD), CardLifted()).touch("not_me")
    assert terminal.state.session.agent, "whoever acts stays when the other card was the wrong one"
    assert terminal.touch("back", "back").page == "card.confirm"


def finished() -> Terminal:
    """An agent whose first matter is done."""
    terminal = Terminal().open("MZ-004")
    Resident(terminal, whom=Whom.AGENCY).walk()
    return terminal.touch("done")


def test_between_matters_everything_of_the_resident_is_gone() -> None:
    terminal = finished()
    assert terminal.page == "agency.next"
    assert isinstance(terminal.commands[-1], Wipe)
    session = terminal.state.session
    assert session == session.for_next()
    assert (session.card, session.answers, session.kept, session.item) == (None, None, None, "")
    assert session.agent
    assert session.agent.card == AGENT
    text = repr(terminal.view)
    assert "张" not in text
    assert CARD.id_number not in text


def test_the_next_matter_needs_no_agents_card() -> None:
    terminal = finished().touch("next", "group.community", "item.CP-010", "start")
    other = replace(CARD, name="王五岳", id_number="440102194501010011")
    Resident(terminal, other, whom=Whom.AGENCY).walk()
    said = document(terminal)
    assert said["applicant"]["name"] == "王五岳"
    assert said["agent"]["name"] == AGENT.name
    assert len(terminal.commanded(AskStanding)) == 1


def test_an_agent_begins_nothing_that_nobody_may_do_for_another() -> None:
    terminal = finished().touch("next", "group.community", "item.CP-014")
    page = terminal.view
    assert page.primary
    assert not page.primary.enabled
    assert "不能代办" in page.primary.reason


def test_an_agents_time_ends_between_matters() -> None:
    terminal = finished()
    (count,) = terminal.commanded(CountAgentTime)
    assert count.seconds == 3600
    assert terminal.post(AgentTimeUp(count.id + 1)).page == "agency.next"
    terminal.post(AgentTimeUp(count.id))
    assert terminal.page == "goodbye"
    assert terminal.state.session == terminal.state.session.afresh()


def test_an_agents_time_cuts_no_matter_short() -> None:
    terminal = Terminal().open("MZ-004")
    resident = Resident(terminal, whom=Whom.AGENCY)
    resident.walk("sign")
    terminal.post(AgentTimeUp(terminal.commanded(CountAgentTime)[0].id))
    assert terminal.page == "sign"
    resident.walk()
    assert terminal.touch("done").page == "goodbye"


def test_leaving_ends_the_agents_session_too() -> None:
    terminal = finished().touch("done")
    assert terminal.page == "goodbye"
    assert terminal.state.session.agent is None


def with_mandates(*, revoked: bool = True) -> Terminal:
    """A terminal whose platform shows one mandate that can be revoked."""

    def answer(command: Command) -> Event | None:
        match command:
            case RevokeMandate(number):
                return MandateRevoked(number, SHEET) if revoked else MandateStands(number, "offline")
            case _ if hasattr(command, "document"):
                return SheetFound(command.id, replace(SHEET, revoke="440100-1"))
            case _:
                return willing(command)

    terminal = Terminal(answer=answer).open("CP-014")
    page = Resident(terminal).walk("lookup.found")
    assert isinstance(page, Listing)
    assert "revoke" in touches(page)
    return terminal


def test_a_resident_revokes_a_mandate() -> None:
    terminal = with_mandates().touch("revoke")
    assert terminal.page == "mandate.revoke"
    assert terminal.touch("keep").page == "lookup.found"
    terminal.touch("revoke", "revoke")
    (asked,) = terminal.commanded(RevokeMandate)
    assert (asked.mandate, asked.id_number) == ("440100-1", CARD.id_number)
    assert asked.holder_check
    assert terminal.page == "lookup.found"
    assert terminal.view.primary
    assert "revoke" not in touches(terminal.view)


def test_without_an_answer_nobody_says_that_it_is_revoked() -> None:
    terminal = with_mandates(revoked=False).touch("revoke")
    terminal.post(NetworkChanged(False))
    assert terminal.view.primary
    assert not terminal.view.primary.enabled
    terminal.post(NetworkChanged(True)).touch("revoke")
    assert terminal.page == "lookup.failed"
    assert terminal.touch("again").page == "lookup.found"


def test_a_sheet_that_comes_while_time_runs_out_is_not_lost() -> None:
    terminal = with_mandates()
    terminal.answer = lambda command: None if isinstance(command, RevokeMandate) else willing(command)
    terminal.touch("revoke", "revoke")
    assert terminal.page == "agency.revoking"
    assert terminal.post().touch("leave").page == "agency.revoking", "what is under way is waited for"
    assert terminal.wait().page == "lookup.failed"


def test_both_languages_say_who_acts() -> None:
    terminal = at_choice().touch("language", "for.agency")
    assert terminal.state.session.language is Language.ENGLISH
    assert "Agent: 李*海" in [banner.text for banner in terminal.view.banners]
    assert STANDING.body.said(Language.ENGLISH) == "Model help point"
