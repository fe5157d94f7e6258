"""What the touchscreen asks about ballots and consultations, over real HTTP."""

import json
from collections.abc import Iterator

import pytest

from kiosk.consultations import MOST_MATTERS
from kiosk.events.participation import (
    AnswerIn,
    AnswerNotIn,
    AnswerSilent,
    MattersFound,
    MattersNotFound,
    PaperGiven,
    PaperRefused,
)
from kiosk.platform.consultations import ConsultationClient
from provisioning.identity import Identity, new_key
from tests.kiosk.platform.service import Service, serving

TEXT = {"zh": "字", "en": "word"}
MATTER = {
    "id": "m1",
    **dict.fromkeys(("title", "text", "who", "counting", "reply"), TEXT),
    "closes_at": "2027-06-30T18:00:00+08:00",
    "open": True,
    "result": [],
}
PAPER = {"paper": "s", "questions": [{"id": "q", "text": TEXT, "options": [{"id": "yes", "label": TEXT}]}]}
LIST, GIVE, PUT, FATE = (
    "/v1/consultations/CP-004",
    *(f"/v1/consultations/m1/{part}" for part in ("papers", "answers", "status")),
)


@pytest.fixture
def service() -> Iterator[Service]:
    with serving(Service()) as service:
        yield service


@pytest.fixture
def client(service: Service) -> ConsultationClient:
    return ConsultationClient(service.url, Identity("GZ044", service.url, (), True, new_key()).session)


def says(service: Service, path: str, status: int, body: object) -> None:
    service.answers[path] = status, json.dumps(body).encode()


def problem(code: str) -> dict[str, str]:
    return {"type": f"/problems/{code}"}


def test_matters_are_asked_for_by_a_signed_request(client: ConsultationClient, service: Service) -> None:
    says(service, LIST, 200, {"matters": [MATTER]})
    found = client.find(1, "CP-004")
    assert isinstance(found, MattersFound)
    (matter,) = found.matters
    assert (matter.id, matter.open, matter.until) == ("m1", True, "2027-06-30 18:00")
    assert 'keyid="GZ044"' in service.asked[0][2]["Signature-Input"]


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"matters": "all"},
        {"matters": [{**MATTER, "closes_at": "2027-06-30T18:00:00"}]},
        {"matters": [{**MATTER, "id": 1}]},
        {"matters": [{**MATTER, "title": "word"}]},
        {"matters": [MATTER] * (MOST_MATTERS + 1)},
    ],
)
def test_what_is_no_list_of_matters_is_no_answer(
    client: ConsultationClient, service: Service, body: object
) -> None:
    says(service, LIST, 200, body)
    assert client.find(1, "CP-004") == MattersNotFound(1, "offline")


@pytest.mark.parametrize(("status", "reason"), [(503, "offline"), (429, "offline"), (404, "refused")])
def test_why_nothing_is_listed(
    client: ConsultationClient, service: Service, status: int, reason: str
) -> None:
    says(service, LIST, status, {})
    assert client.find(1, "CP-004") == MattersNotFound(1, reason)


def test_a_paper_is_given(client: ConsultationClient, service: Service) -> None:
    says(service, GIVE, 201, PAPER)
    given = client.paper(2, "m1", '{"id_number": ""}')
    assert isinstance(given, PaperGiven)
    assert given.paper.secret == "s"
    assert "'s'" not in repr(given)
    assert given.paper.questions[0].options[0].label.en == "word"


@pytest.mark.parametrize(
    ("status", "body", "reason"),
    [
        (409, problem("took-part"), "took-part"),
        (403, problem("not-eligible"), "not-eligible"),
        (410, problem("closed"), "closed"),
        (403, problem("holder-not-checked"), "refused"),
        (503, {}, "offline"),
        (201, {"paper": "s", "questions": []}, "offline"),
    ],
)
def test_why_there_is_no_paper(
    client: ConsultationClient, service: Service, status: int, body: object, reason: str
) -> None:
    says(service, GIVE, status, body)
    assert client.paper(2, "m1", "{}") == PaperRefused(2, reason)


@pytest.mark.parametrize(
    ("status", "body", "event"),
    [
        (201, {"code": "A"}, AnswerIn(3, "A")),
        (200, {"code": "A"}, AnswerIn(3, "A")),
        (201, {"code": 1}, AnswerSilent(3)),
        (410, problem("closed"), AnswerNotIn(3, "closed")),
        (410, problem("void"), AnswerNotIn(3, "void")),
        (400, problem("malformed"), AnswerNotIn(3, "refused")),
        (503, {}, AnswerSilent(3)),
    ],
)
def test_what_becomes_of_an_answer(
    client: ConsultationClient, service: Service, status: int, body: object, event: object
) -> None:
    says(service, PUT, status, body)
    assert client.put(3, "m1", '{"paper": "s"}') == event
    assert len(service.asked) == 1, "it is sent once"


@pytest.mark.parametrize(
    ("status", "body", "event"),
    [
        (200, {"code": "A"}, AnswerIn(4, "A")),
        (200, {"code": ""}, AnswerNotIn(4, "not-in")),
        (200, {}, AnswerSilent(4)),
        (503, {}, AnswerSilent(4)),
    ],
)
def test_an_answer_is_asked_for_by_its_paper(
    client: ConsultationClient, service: Service, status: int, body: object, event: object
) -> None:
    says(service, FATE, status, body)
    assert client.fate(4, "m1", "s") == event
    assert service.asked[0][1] == {"paper": "s"}


def test_no_network_leaves_it_open() -> None:
    client = ConsultationClient("http://127.0.0.1:9", Identity("GZ044", "x", (), True, new_key()).session)
    assert client.put(3, "m1", "{}") == AnswerSilent(3)
    assert client.fate(4, "m1", "s") == AnswerSilent(4)
