import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.errors import MediaError, ReplaceError, RetryError, StaffError
from devices.printer import Paper, PrinterStatus, status_error
from devices.printer.realtime import (
    Answer,
    AnswerReader,
    Kind,
    Query,
    interpret,
    process_id,
    process_id_request,
)

IDLE = 0x12


def heard(data: bytes) -> list[Answer]:
    return AnswerReader().feed(data)


@pytest.mark.parametrize("byte", [0x12, 0x16, 0x1A, 0x1E, 0x32, 0x72, 0x7E])
def test_real_time_answers(byte: int) -> None:
    assert heard(bytes((byte,))) == [Answer(Kind.REAL_TIME, byte)]


@pytest.mark.parametrize("byte", [0x00, 0x03, 0x0C, 0x0F])
def test_answers_in_order(byte: int) -> None:
    assert heard(bytes((byte,))) == [Answer(Kind.IN_ORDER, byte)]


def test_automatic_status_is_no_answer() -> None:
    assert heard(bytes.fromhex("14 00 00 0F 12 00")) == [
        Answer(Kind.AUTOMATIC, text=bytes.fromhex("14 00 00 0F")),
        Answer(Kind.REAL_TIME, 0x12),
        Answer(Kind.IN_ORDER, 0x00),
    ]


def test_flow_control_and_noise_are_no_answers() -> None:
    assert heard(bytes.fromhex("11 13 F5 FF 80 12")) == [Answer(Kind.REAL_TIME, 0x12)]


def test_process_ids_and_makers() -> None:
    assert heard(b"\x37\x220007\0\x5fEPSON\0\x12") == [
        Answer(Kind.PROCESS_ID, text=b"0007"),
        Answer(Kind.MAKER, text=b"EPSON"),
        Answer(Kind.REAL_TIME, 0x12),
    ]


def test_the_answer_to_clearing_is_dropped() -> None:
    assert heard(b"\x37\x25\0\x12") == [Answer(Kind.REAL_TIME, 0x12)]


def test_noise_that_looks_like_a_header_does_not_swallow_all_that_follows() -> None:
    assert heard(b"\x5f" + b"\x12" * 100)[-1] == Answer(Kind.REAL_TIME, 0x12)


@given(st.binary(max_size=200), st.integers(min_value=0, max_value=200))
def test_it_does_not_matter_how_the_bytes_arrive(data: bytes, at: int) -> None:
    reader = AnswerReader()
    assert reader.feed(data[:at]) + reader.feed(data[at:]) == heard(data)


def test_requests() -> None:
    assert [query.request().hex() for query in Query] == ["100401", "100402", "100403", "100404"]
    assert process_id_request(7) == bytes.fromhex("1D 28 48 06 00 30 30") + b"0007"
    assert process_id(10007) == b"0007"


@pytest.mark.parametrize(
    ("answers", "code", "paper", "kind"),
    [
        ((0x12, 0x12, 0x12, 0x12), "OK", Paper.PLENTY, None),
        ((0x12, 0x12, 0x12, 0x1E), "OK", Paper.LOW, None),
        ((0x16, 0x12, 0x12, 0x12), "OK", Paper.PLENTY, None),  # the cash drawer's connector
        ((0x1A, 0x32, 0x12, 0x7E), "PAPER_OUT", Paper.OUT, MediaError),
        ((0x1A, 0x12, 0x12, 0x72), "PAPER_OUT", Paper.OUT, MediaError),
        ((0x1A, 0x36, 0x12, 0x7E), "COVER_OPEN", Paper.OUT, MediaError),
        ((0x1A, 0x52, 0x1A, 0x12), "CUTTER_JAM", Paper.PLENTY, MediaError),
        ((0x1A, 0x52, 0x32, 0x12), "PRINTER_BROKEN", Paper.PLENTY, ReplaceError),
        ((0x1A, 0x52, 0x52, 0x12), "OVERHEATED", Paper.PLENTY, RetryError),
        ((0x1A, 0x12, 0x12, 0x12), "OFFLINE", Paper.PLENTY, StaffError),
    ],
)
def test_what_answers_mean(
    answers: tuple[int, int, int, int], code: str, paper: Paper, kind: type[Exception] | None
) -> None:
    status = interpret(*answers)
    assert (status.code, status.paper) == (code, paper)
    error = status_error(status)
    assert error is None if kind is None else isinstance(error, kind)


def test_a_state_that_is_not_known_is_for_the_staff() -> None:
    error = status_error(PrinterStatus(online=True, cover_open=False, paper=Paper.PLENTY, code="STRANGE"))
    assert isinstance(error, StaffError)
    assert error.code == "STRANGE"
