"""Nothing personal is shown by `repr`, nothing personal outlives the session."""

import dataclasses

import pytest

from devices.card_reader import Card
from kiosk.commands import Command
from kiosk.commands.printing import PrintReceipt
from kiosk.commands.sending import AwaitDelivery, Record
from kiosk.commands.sessions import Wipe
from kiosk.events.cards import CardPresented
from kiosk.journeys.session import Session
from screens.views.inputs import Drawn, Edited
from tests.kiosk.journeys.resident import STROKES, Resident
from tests.kiosk.journeys.terminal import CARD, CODE, JPEG, Terminal, willing

#: What an application of MZ-001 holds about the resident, as it may turn up in a text.
PERSONAL = (
    "张三丰",
    "440104198808080023",
    "13800138000",
    "示范路",
    "6222020000000000005",
    "因病住院",
    CODE,
    str(JPEG)[2:-1],
    "(0.1, 0.2)",
)


def _assert_clean(text: str, where: str) -> None:
    for value in PERSONAL:
        assert value not in text, f"{value} stands in the repr of {where}"


@pytest.mark.parametrize("online", [True, False])
def test_no_repr_on_the_way_shows_anything_personal(online: bool) -> None:
    terminal = Terminal().open("MZ-001", online=online)
    resident = Resident(terminal)
    while not terminal.page.startswith("outcome"):
        resident.answer(terminal.view)
        _assert_clean(repr(terminal.state), terminal.page)
    for command in terminal.commands:
        _assert_clean(repr(command), type(command).__name__)


def test_drafts_of_every_kind_stay_out_of_repr() -> None:
    terminal = Terminal().touch("start", "search").post(Edited("张三丰"))
    _assert_clean(repr(terminal.state), "search")
    terminal = Terminal().open("MZ-001").touch("start")
    Resident(terminal).walk("code.offer")
    terminal.touch("next").post(Edited(CODE))
    _assert_clean(repr(terminal.state), "code")
    Resident(terminal).walk("sign")
    terminal.post(Drawn(STROKES))
    _assert_clean(repr(terminal.state), "sign")


def _personal_fields(session: Session) -> list[str]:
    fresh = Session()
    return [
        one.name
        for one in dataclasses.fields(Session)
        if one.name != "language" and getattr(session, one.name) != getattr(fresh, one.name)
    ]


STAGES = (
    "privacy",
    "card",
    "question",
    "materials",
    "capture",
    "check_picture",
    "code.offer",
    "review",
    "sign",
    "outcome",
)


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("way", ["leave", "time"])
def test_every_way_out_wipes(stage: str, way: str) -> None:
    terminal = Terminal().open("MZ-001")
    Resident(terminal).walk(stage)
    if way == "leave":
        while not terminal.page.startswith("goodbye"):
            ways = {"outcome": "done", "rate": "skip"}
            terminal.touch(ways.get(terminal.page.partition(".")[0], "leave"))
    else:
        terminal.wait().wait()
    assert terminal.page == "goodbye"
    assert len(terminal.commanded(Wipe)) == 1
    assert isinstance(terminal.commands[-1], Wipe)
    assert _personal_fields(terminal.state.session) == []
    _assert_clean(repr(terminal.state) + str(terminal.view), "goodbye")
    terminal.wait()
    assert terminal.page == "attract"
    assert terminal.state.session == Session()


def test_the_next_resident_finds_nothing() -> None:
    terminal = Terminal().open("MZ-004")
    Resident(terminal).walk("review")
    terminal.touch("leave", "leave", "done")
    terminal.open("MZ-004")
    assert terminal.touch("start").state.session.ticked == frozenset()
    other = Card(CARD.kind, name="李四", id_number="440104194501010017")
    resident = Resident(terminal, card=other)
    resident.walk("question")
    assert "张三丰" not in str(terminal.view)
    resident.walk("review")
    assert "张三丰" not in "".join(str(command) for command in terminal.commands)
    assert terminal.state.session.card == other


def test_late_answers_reach_nobody() -> None:
    """Whatever was commanded for one resident and answered after the goodbye changes nothing for the next one."""
    terminal = Terminal().open("MZ-001")
    Resident(terminal).walk()
    commands: list[Command] = list(terminal.commands)
    assert {Record, AwaitDelivery, PrintReceipt} <= {type(command) for command in commands}
    terminal.finish().touch("done").open("MZ-001")
    late = [event for event in map(willing, commands) if event is not None]
    for page in ("guide", "privacy", "card", "question", "capture", "check_picture", "code.entry", "sign"):
        Resident(terminal).walk(page) if terminal.page != page else None
        before = terminal.state
        terminal.post(*late)
        assert terminal.state == before


def test_no_card_signs_in_where_none_is_asked_for() -> None:
    terminal = Terminal().open("CP-001").touch("start").post(CardPresented(CARD))
    assert terminal.state.session.card is None
