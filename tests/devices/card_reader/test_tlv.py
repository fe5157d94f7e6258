"""BER-TLV as cards use it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.card_reader.tlv import TlvError, header, items, only, write


@pytest.mark.parametrize("size", [0, 1, 0x7F, 0x80, 0xFF, 0x100, 0xFFFF])
@pytest.mark.parametrize("tag", [0x61, 0x5F1F, 0x7F8121])
def test_what_is_written_is_read(tag: int, size: int) -> None:
    block = write(tag, bytes(size))
    assert list(items(block)) == [(tag, bytes(size))]
    assert header(block)[2] == size


def test_the_published_answer_of_a_bank_card() -> None:
    answer = bytes.fromhex(
        "6F57840E325041592E5359532E4444463031A545BF0C42611B4F07A0000000421010500243428701019F2A080200000000000000"
        "61234F07A0000000041010500A4D4153544552434152448701029F2A080200000000000000"
    )
    entries = only(only(only(answer, 0x6F), 0xA5), 0xBF0C)
    assert [only(value, 0x50) for tag, value in items(entries) if tag == 0x61] == [b"CB", b"MASTERCARD"]


def test_filling_is_passed_over() -> None:
    assert list(items(bytes.fromhex("00FF610100FF00"))) == [(0x61, b"\0")]


@pytest.mark.parametrize("block", ["61", "6102AA", "618000", "61830001", "5F", "5FFFFF01", "6181", "7F"])
def test_malformed_objects_are_refused(block: str) -> None:
    with pytest.raises(TlvError):
        list(items(bytes.fromhex(block)))


def test_a_missing_object_is_named() -> None:
    with pytest.raises(TlvError, match="5F1F"):
        only(write(0x61, b""), 0x5F1F)


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(block: bytes) -> None:
    try:
        assert all(len(value) <= len(block) for _, value in items(block))
    except TlvError:
        return
