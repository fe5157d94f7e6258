"""One-time codes: six digits, five minutes, five tries, not too often; neither phone nor document number is kept."""

import pytest
import requests

from fleet.holder_checks import CODE_TRIES
from fleet.platform import Platform
from fleet.problems import PlatformError
from tests.fleet.conftest import Clock
from tests.fleet.process import Server, Terminal, files_below

BOTH_STORES = True

MOBILE, NUMBER = "13800138000", "440102194501010017"


def sent(
    platform: Platform, terminal: str = "T1", mobile: str = MOBILE, number: str = NUMBER
) -> tuple[str, str]:
    """Id and code of a new check."""
    check, _ = platform.holder_checks.send(terminal, mobile, number)
    return check, platform.messages.recent()[-1].code


def wrong(code: str) -> str:
    return f"{(int(code) + 1) % 10**6:06d}"


def test_the_right_code(platform: Platform) -> None:
    check, code = sent(platform)
    assert len(code) == 6
    assert code.isdigit()
    assert platform.holder_checks.check("T1", check, wrong(code)) == "wrong"
    assert platform.holder_checks.check("T1", check, code) == "verified"
    assert platform.holder_checks.check("T1", check, code) == "verified", "the answer may have been lost"


def test_five_tries(platform: Platform) -> None:
    check, code = sent(platform)
    outcomes = [platform.holder_checks.check("T1", check, wrong(code)) for _ in range(CODE_TRIES)]
    assert outcomes == ["wrong"] * 4 + ["too_many"]
    assert platform.holder_checks.check("T1", check, code) == "too_many"


def test_five_minutes(platform: Platform, clock: Clock) -> None:
    check, code = sent(platform)
    clock.pass_(seconds=299)
    assert platform.holder_checks.check("T1", check, wrong(code)) == "wrong"
    clock.pass_(seconds=1)
    assert platform.holder_checks.check("T1", check, code) == "expired"


def test_a_check_is_the_terminals_that_asked(platform: Platform) -> None:
    check, code = sent(platform)
    for terminal, asked in (("T2", check), ("T1", "another")):
        with pytest.raises(PlatformError) as refused:
            platform.holder_checks.check(terminal, asked, code)
        assert refused.value.status == 404


@pytest.mark.parametrize(
    ("mobile", "number"),
    [
        ("", NUMBER),
        ("12345678901", NUMBER),
        ("+8613800138000", NUMBER),
        (MOBILE, "1234"),
        (MOBILE, "四四零一零二"),
    ],
)
def test_numbers_that_cannot_be_right(platform: Platform, mobile: str, number: str) -> None:
    with pytest.raises(PlatformError) as refused:
        platform.holder_checks.send("T1", mobile, number)
    assert refused.value.status == 422
    assert mobile not in str(refused.value) or not mobile


def test_not_too_often_for_one_phone(platform: Platform, clock: Clock) -> None:
    numbers = iter(f"{NUMBER[:-3]}{index:03d}" for index in range(100))
    for _ in range(3):
        sent(platform, number=next(numbers))
        clock.pass_(seconds=60)
    with pytest.raises(PlatformError) as refused:
        sent(platform, number=next(numbers))
    assert (refused.value.status, refused.value.headers) == (429, {"Retry-After": "120"})
    clock.pass_(seconds=120)
    for _ in range(7):
        sent(platform, number=next(numbers))
        clock.pass_(minutes=5)
    with pytest.raises(PlatformError):
        sent(platform, number=next(numbers))
    clock.pass_(days=1)
    sent(platform, number=next(numbers))


def test_not_too_often_for_one_document_or_terminal(platform: Platform) -> None:
    for index in range(3):
        sent(platform, mobile=f"1380013800{index}")
    with pytest.raises(PlatformError) as refused:
        sent(platform, mobile="13800138009")
    assert refused.value.status == 429
    for index in range(57):
        sent(platform, mobile=f"139001380{index:02d}", number=f"{NUMBER[:-4]}9{index:03d}")
    with pytest.raises(PlatformError):
        sent(platform, mobile="13700137000", number="440104198808080023")
    sent(platform, "T2", mobile="13700137000", number="440104198808080023")


def test_messages_are_forgotten(platform: Platform, clock: Clock) -> None:
    sent(platform)
    (message,) = platform.messages.recent()
    assert message.to == "138****8000"
    assert message.code in message.text
    assert message.code not in repr(message)
    clock.pass_(minutes=15)
    assert not platform.messages.recent()
    sent(platform, mobile="13900139000")
    assert len(platform.database.rows("SELECT * FROM messages")) == 1


def test_neither_number_is_kept(platform: Platform) -> None:
    sent(platform)
    held = b"".join(file.read_bytes() for file in files_below(platform.home.directory))
    assert MOBILE.encode() not in held
    assert NUMBER.encode() not in held


def test_over_the_wire(server: Server, terminal: Terminal) -> None:
    mobile = "13500135000"
    answer = terminal.post("/v1/holder-checks", {"mobile": mobile, "id_number": "11010519491231002X"})
    assert answer.status_code == 201
    check = answer.json()["id"]
    assert terminal.post(f"/v1/holder-checks/{check}/code", {"code": "no"}).json() == {"outcome": "wrong"}
    assert terminal.post("/v1/holder-checks/none/code", {"code": "123456"}).status_code == 404
    assert terminal.post("/v1/holder-checks", {"mobile": mobile}).status_code == 400
    assert terminal.post("/v1/holder-checks", [mobile]).status_code == 400
    assert terminal.post("/v1/holder-checks", {"mobile": "1", "id_number": "12345"}).status_code == 422
    for _ in range(2):
        terminal.post("/v1/holder-checks", {"mobile": mobile, "id_number": "440104198808080023"})
    again = terminal.post("/v1/holder-checks", {"mobile": mobile, "id_number": "440112201906010015"})
    assert again.status_code == 429
    assert 0 < int(again.headers["Retry-After"]) <= 301
    large = terminal.session.post(f"{server.url}/v1/holder-checks", data=b" " * 70_000)
    assert large.status_code == 413
    piecemeal = terminal.session.prepare_request(
        requests.Request("POST", f"{server.url}/v1/holder-checks", data=b" " * 70_000)
    )
    del piecemeal.headers["Content-Length"]
    piecemeal.body = iter([b" " * 35_000] * 2)  # type: ignore[assignment]  # sent in chunks: counted while it comes
    assert terminal.session.send(piecemeal, verify=str(server.ca)).status_code == 413
