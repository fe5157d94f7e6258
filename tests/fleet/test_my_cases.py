"""A resident's cases at the real platform, through the journey: seen, withdrawn; a booked time given back."""

import json

import pytest

from kiosk.case_file import Act, cases_of
from kiosk.commands import Command
from kiosk.commands.cases import FindCases
from kiosk.commands.holder_check import CheckCode, SendCode
from kiosk.commands.sending import Record
from kiosk.events import Event
from kiosk.platform.client import PlatformClient
from kiosk.platform.sheets import PublicSheets
from screens.views.inputs import Edited
from tests.fleet.process import Server, Terminal
from tests.kiosk.journeys.resident import Resident
from tests.kiosk.journeys.terminal import CARD, willing
from tests.kiosk.journeys.terminal import Terminal as Screen

NUMBER = "44010519620312123X"


@pytest.fixture
def client(terminal: Terminal, tmp_path_factory: pytest.TempPathFactory) -> PlatformClient:
    sheets = PublicSheets(tmp_path_factory.mktemp("sheets"))
    return PlatformClient(terminal.server.url, terminal.identity.session, sheets)


def through(client: PlatformClient) -> Screen:
    def answer(command: Command) -> Event | None:
        match command:
            case FindCases(number, _):
                return client.find_cases(number, NUMBER)
            case SendCode(number):
                return client.send_code(number, "13700137000", NUMBER)
            case CheckCode(number, check, code):
                return client.check_code(number, check, code)
            case _:
                return willing(command)

    return Screen(answer=answer)


def test_a_resident_sees_and_withdraws_a_case(
    server: Server, terminal: Terminal, client: PlatformClient
) -> None:
    applied = {"item": "MZ-004", "applicant": {"name": "张小三", "id_number": NUMBER}}
    number = terminal.put(*terminal.seal(applied)).json()["case_number"]
    screen = through(client).touch("start", "mine")
    Resident(screen).walk("cases.mine")
    place = [case.number for case in screen.state.session.cases].index(number)
    screen.touch(f"case:{place}", "act:withdraw", "confirm")
    assert screen.page == "code.offer"
    screen.touch("next")
    with server.admin() as operator:
        sent = operator.get(f"{server.url}/admin/messages").json()["messages"]
    screen.post(Edited(sent[-1]["code"])).touch("next")
    (record,) = screen.commanded(Record)
    document = json.loads(record.payload)
    document["applicant"]["id_number"] = NUMBER
    answer = terminal.put(*terminal.seal(document, kind=record.type))
    assert (answer.status_code, answer.json()["case_number"]) == (201, number)
    after = {case.number: case for case in cases_of(terminal.post("/v1/cases", {"id_number": NUMBER}).json())}
    assert after[number].code == "S80"
    assert Act.WITHDRAW not in after[number].acts
    assert CARD.id_number not in str(answer.json())


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"cases": [{}]},
        {"cases": [7]},
        {"cases": 7},
        [],
    ],
)
def test_what_is_no_list_of_cases_is_refused(wrong: object) -> None:
    with pytest.raises(ValueError, match="those are no cases"):
        cases_of(wrong)
