"""Ballots and consultations at the real platform: one paper a person, answers without names, results after the end."""

import json
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from fleet.lookups import Question
from fleet.participation.box import code_of
from fleet.participation.desk import Answer
from fleet.participation.roll import digest
from fleet.platform import Platform
from fleet.problems import PlatformError
from kiosk.commands import Command
from kiosk.commands.holder_check import CheckCode, SendCode
from kiosk.commands.participation import AskAnswer, FindMatters, GetPaper, PutAnswer
from kiosk.events import Event
from kiosk.platform.client import PlatformClient
from kiosk.platform.consultations import ConsultationClient
from kiosk.platform.sheets import PublicSheets
from screens.views.inputs import Edited
from screens.views.outcome import Outcome, OutcomeKind
from tests.fleet.conftest import Clock
from tests.fleet.process import Server, Terminal
from tests.kiosk.journeys.resident import Resident
from tests.kiosk.journeys.terminal import CARD, willing
from tests.kiosk.journeys.terminal import Terminal as Screen

BALLOT, OWNERS, CONSULTATION = "lift-2026", "gate-2026", "park-2026"
ADULT, OTHER, CHILD = "440104198808080023", "440102194501010011", "440112201906010015"
VOTERS = (ADULT, OTHER, "44010519620312123X", "44010419880808004X", "440104198808080066")


def asked(platform: Platform, number: str, estate: str = "") -> Question:
    """Somebody who laid a card and gave the right code."""
    check, _ = platform.holder_checks.send("T1", None, number)
    (code,) = (one.code for one in platform.messages.recent() if one.holder_check == check)
    assert platform.holder_checks.check("T1", check, code) == "verified"
    return Question({"estate_unit": {"estate": estate}}, number, check, "")


def paper(platform: Platform, number: str, matter: str = BALLOT, estate: str = "") -> str:
    return platform.desk.paper("T1", matter, asked(platform, number, estate))[0]


def vote(mark: str) -> Answer:
    return Answer({"lift": mark}, "", "")


def refused(problem: "pytest.ExceptionInfo[PlatformError]") -> tuple[int, str]:
    return problem.value.status, problem.value.code


def test_open_matters_come_first_and_what_is_over_has_its_result(platform: Platform) -> None:
    first, over = platform.desk.listed("CP-004")
    assert (first["id"], first["open"], first["result"]) == (BALLOT, True, [])
    assert not over["open"]
    assert over["result"][0]["rows"][0]["value"]["zh"] == "268 人"
    assert platform.desk.listed("MZ-001") == []


def test_a_vote_is_cast_once_and_its_code_shows_that_it_is_in(platform: Platform) -> None:
    mine = paper(platform, ADULT)
    code, is_new = platform.desk.answer(BALLOT, mine, vote("yes"))
    assert is_new
    assert platform.desk.answer(BALLOT, mine, vote("no")) == (code, False), "the first one counts"
    assert platform.desk.box.count(BALLOT) == (1, {("lift", "yes"): 1})
    assert platform.desk.status(BALLOT, mine) == code
    found = platform.desk.by_code(code)
    assert found is not None
    assert (found[0].id, found[1]) == (BALLOT, False)
    with pytest.raises(PlatformError) as again:
        paper(platform, ADULT)
    assert refused(again) == (409, "took-part")


def test_whoever_left_without_voting_gets_another_paper_and_the_first_is_void(platform: Platform) -> None:
    first, second = paper(platform, ADULT), paper(platform, ADULT)
    with pytest.raises(PlatformError) as void:
        platform.desk.answer(BALLOT, first, vote("yes"))
    assert refused(void) == (410, "void")
    assert platform.desk.status(BALLOT, first) == ""
    assert platform.desk.answer(BALLOT, second, vote("abstain"))[1]
    assert platform.desk.box.count(BALLOT)[0] == 1


def test_what_is_said_not_to_be_in_does_not_come_in_later(platform: Platform) -> None:
    lost = paper(platform, ADULT)
    assert platform.desk.status(BALLOT, lost) == ""
    with pytest.raises(PlatformError) as late:
        platform.desk.answer(BALLOT, lost, vote("yes"))
    assert refused(late) == (410, "void")
    code, _ = platform.desk.answer(BALLOT, paper(platform, ADULT), vote("no"))
    assert platform.desk.by_code(code)


def test_a_platform_killed_between_box_and_roll_still_takes_one_vote_a_person(
    platform: Platform, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = paper(platform, ADULT)
    monkeypatch.setattr(type(platform.desk.roll), "forget", lambda *_: None)  # it died before
    platform.desk.answer(BALLOT, mine, vote("yes"))
    with pytest.raises(PlatformError) as again:
        paper(platform, ADULT)
    assert refused(again) == (409, "took-part")


@pytest.mark.parametrize(
    ("matter", "number", "estate", "problem"),
    [
        (BALLOT, CHILD, "", (403, "not-eligible")),
        (BALLOT, "AB1234567", "", (403, "not-eligible")),
        (OWNERS, ADULT, "别的小区", (403, "not-eligible")),
        ("canteen-2026", ADULT, "", (410, "closed")),
        ("nothing", ADULT, "", (404, "unknown")),
    ],
)
def test_who_may_not_gets_no_paper(
    platform: Platform, matter: str, number: str, estate: str, problem: tuple[int, str]
) -> None:
    with pytest.raises(PlatformError) as refusal:
        paper(platform, number, matter, estate)
    assert refused(refusal) == problem


def test_an_owner_of_the_estate_may(platform: Platform) -> None:
    assert paper(platform, ADULT, OWNERS, "样本花园")


def test_nobody_gets_a_paper_by_another_ones_check(platform: Platform) -> None:
    check = asked(platform, ADULT).holder_check
    with pytest.raises(PlatformError) as refusal:
        platform.desk.paper("T1", BALLOT, Question({}, OTHER, check, ""))
    assert refused(refusal) == (403, "holder-not-checked")


@pytest.mark.parametrize(
    "answer",
    [
        vote("perhaps"),
        Answer({}, "", ""),
        Answer({"lift": "yes", "more": "yes"}, "", ""),
        Answer({"lift": "yes"}, "a word that could tell who it was", ""),
        Answer({"lift": "yes"}, "", "13800138000"),
    ],
)
def test_what_does_not_fit_a_ballot_is_not_taken(platform: Platform, answer: Answer) -> None:
    mine = paper(platform, ADULT)
    with pytest.raises(PlatformError) as refusal:
        platform.desk.answer(BALLOT, mine, answer)
    assert refusal.value.status == 400
    assert platform.desk.box.count(BALLOT)[0] == 0


def test_after_the_end_nothing_is_taken_and_the_result_is_told(platform: Platform, clock: Clock) -> None:
    late = paper(platform, VOTERS[-1])
    for number, mark in zip(VOTERS, ("yes", "yes", "no", "abstain", "yes"), strict=True):
        code, _ = platform.desk.answer(BALLOT, paper(platform, number), vote(mark))
        clock.pass_(minutes=6)
    assert platform.desk.listed("CP-004")[0]["result"] == [], "nothing before the end"
    clock.pass_(days=300)
    with pytest.raises(PlatformError) as refusal:
        platform.desk.answer(BALLOT, late, vote("yes"))
    assert refused(refusal) == (410, "closed")
    (told,) = (one for one in platform.desk.listed("CP-004") if one["id"] == BALLOT)
    took_part, lift = told["result"]
    assert took_part["rows"][0]["value"]["en"] == "5"
    assert {row["label"]["en"]: row["value"]["en"] for row in lift["rows"]} == {
        "I agree": "3",
        "I do not agree": "1",
        "Abstain": "1",
    }
    found = platform.desk.by_code(code)
    assert found is not None
    assert found[1], "counted"


def test_a_result_of_very_few_is_not_told(platform: Platform, clock: Clock) -> None:
    platform.desk.answer(BALLOT, paper(platform, ADULT), vote("yes"))
    clock.pass_(days=300)
    (told,) = (one for one in platform.desk.listed("CP-004") if one["id"] == BALLOT)
    (took_part,) = told["result"]
    assert took_part["rows"][0]["value"]["zh"].startswith("少于5")


def test_once_it_is_in_nothing_stored_leads_from_a_person_to_an_answer(platform: Platform) -> None:
    mine = paper(platform, ADULT)
    platform.desk.answer(BALLOT, mine, vote("no"))
    rows = {}
    for name in ("roll", "box"):
        with sqlite3.connect(platform.home.directory / f"{name}.db") as file:
            tables = [row[0] for row in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            rows[name] = {table: file.execute(f"SELECT * FROM {table}").fetchall() for table in tables}  # noqa: S608  # its own names
    ((_, voter, left),) = rows["roll"]["voters"]
    assert left is None, "the roll has forgotten the paper"
    assert digest(mine) not in str(rows["roll"])
    assert voter not in str(rows["box"])
    ((number, _, marks),) = rows["box"]["answers"]
    assert json.loads(marks) == {"lift": "no"}
    others = str([rows["box"][table] for table in ("papers", "codes", "remarks")])
    assert str(number) not in others
    assert code_of(mine) in others


def test_a_consultation_takes_skipped_questions_and_replies_to_who_left_a_number(platform: Platform) -> None:
    nobody = Question({}, "", "", "")
    mine, questions = platform.desk.paper("T1", CONSULTATION, nobody)
    assert [one["id"] for one in questions] == ["first", "night"]
    platform.desk.answer(CONSULTATION, mine, Answer({"first": "benches"}, "多放几把椅子", "13800138000"))
    silent, _ = platform.desk.paper("T1", CONSULTATION, nobody)
    platform.desk.answer(CONSULTATION, silent, Answer({}, "不要噪音", ""))
    assert platform.desk.box.count(CONSULTATION) == (2, {("first", "benches"): 1})
    stored = (platform.home.directory / "box.db").read_bytes()
    stored += (platform.home.directory / "box.db-wal").read_bytes()
    assert "多放几把椅子".encode() not in stored
    assert b"13800138000" not in stored
    assert platform.desk.look() == 0, "no reply yet"
    shipped = Path(__file__).parents[2] / "fleet" / "registers" / "consultations.yaml"
    own = platform.home.directory / "consultations.yaml"
    words = shipped.read_text("utf-8")
    begin = words.index("  - id: park-2026")
    own.write_text(
        words[:begin]
        + words[begin:].replace(
            "    item: CP-003\n",
            "    item: CP-003\n    reply: {zh: 会加椅子。, en: There will be chairs.}\n",
            1,
        ),
        "utf-8",
    )
    assert platform.desk.look() == 2
    assert platform.desk.look() == 0, "once"
    (sent,) = platform.messages.recent()
    assert sent.to == "138****8000"
    assert "会加椅子" in sent.text
    assert "多放" not in sent.text


def test_a_file_of_matters_that_cannot_be_read_says_which(platform: Platform) -> None:
    (platform.home.directory / "consultations.yaml").write_text("matters: [{id: x}]", "utf-8")
    with pytest.raises(ValueError, match=r"consultations\.yaml"):
        platform.desk.listed("CP-003")


def answering(
    client: ConsultationClient, terminal: Terminal, server: Server
) -> Callable[[Command], Event | None]:
    """Answer as the real platform does what belongs to taking part, and the code that was sent to the phone."""
    platform = PlatformClient(server.url, terminal.identity.session, PublicSheets(server.home / "sheets"))

    def answer(command: Command) -> Event | None:
        match command:
            case FindMatters() | GetPaper() | PutAnswer() | AskAnswer():
                return client.answer(command)
            case SendCode(number, mobile, id_number):
                return platform.send_code(number, mobile, id_number)
            case CheckCode(number, check, _):
                with server.admin() as operator:
                    sent = operator.get(f"{server.url}/admin/messages").json()["messages"]
                (code,) = (one["code"] for one in sent if one["holder_check"] == check)
                return platform.check_code(number, check, code)
            case _:
                return willing(command)

    return answer


def confirming(screen: Screen, number: str) -> str:
    """Walk until the choice is to be confirmed, or the way ends; return the page."""
    resident = Resident(screen, card=replace(CARD, id_number=number))
    while screen.page not in ("vote.confirm", "outcome.not_taken"):
        if screen.page == "question.estate":
            screen.post(Edited("样本花园")).touch("next")
        resident.answer(screen.view)
    return screen.page


@pytest.mark.parametrize(
    ("item", "number"), list(zip(("CP-003", "CP-004", "CP-005"), VOTERS[2:], strict=True))
)
def test_a_resident_takes_part_at_the_real_platform(
    item: str, number: str, server: Server, terminal: Terminal
) -> None:
    answer = answering(ConsultationClient(server.url, terminal.identity.session), terminal, server)
    screen = Screen(answer=answer).open(item)
    assert confirming(screen, number) == "vote.confirm"
    page = screen.touch("cast").view
    assert isinstance(page, Outcome)
    assert page.kind is OutcomeKind.DONE
    with server.admin() as anybody:
        shown = anybody.get(f"{server.url}/b/{page.reference}")
        assert anybody.get(f"{server.url}/b/AAAAA-AAAAA").status_code == 404
    assert "截止后计票" in shown.text
    assert "不显示选择" in shown.text
    if item == "CP-004":
        assert confirming(Screen(answer=answer).open(item), number) == "outcome.not_taken"


def test_the_contract_holds_for_what_is_wrong(terminal: Terminal) -> None:
    who = {"form": {}, "id_number": "", "holder_check": ""}
    assert terminal.get("/v1/consultations/CP-003").status_code == 200
    assert terminal.post("/v1/consultations/x/papers", who).status_code == 404
    assert terminal.post("/v1/consultations/parking-2026/papers", who).status_code == 410
    assert terminal.post("/v1/consultations/lift-2026/papers", who).status_code == 403
    paper = terminal.post("/v1/consultations/park-2026/papers", who).json()["paper"]
    said = {"paper": paper, "marks": {"first": "benches"}, "remark": "", "mobile": ""}
    path = "/v1/consultations/park-2026/answers"
    assert terminal.post(path, {**said, "marks": ["benches"]}).status_code == 400
    assert terminal.post(path, {**said, "paper": "x"}).status_code == 410
    assert [terminal.post(path, said).status_code for _ in range(2)] == [201, 200]
    assert terminal.post("/v1/consultations/park-2026/status", {"paper": paper}).json()["code"]
    assert terminal.post("/v1/consultations/park-2026/status", {}).status_code == 400
