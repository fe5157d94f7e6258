"""Numbers are checked by their check character and date; samples are published specimens."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.catalogue.identifiers import (
    birth_date_of,
    is_bank_card,
    is_citizen_number,
    is_foreigner_number,
    is_luhn,
    is_mobile,
    is_phone,
    is_plate,
    is_uscc,
)

CITIZENS = [
    "11010519491231002X",
    "440524188001010014",
    "360426199101010071",
    "44011320141005001X",
    "440308199901101512",
    "110101197810270029",
    "440104198808080023",
    "44010519620312123X",
    "440112201906010015",
    "810000199408230021",
    "830000199201300022",
    "820000199408230023",
]
USCCS = [
    "91110000600037341L",
    "91350100M000100Y43",
    "91330106MA27Y4U47R",
    "9144030071526726XG",
    "91440101000000003U",
    "114401040000000019",
]


@pytest.mark.parametrize("number", CITIZENS)
def test_published_citizen_numbers_are_right(number: str) -> None:
    assert is_citizen_number(number)
    assert is_citizen_number(number.lower())


@pytest.mark.parametrize(
    "number",
    [
        "36042619910102009X",
        "110101197810270021",
        "11010519491331002X",
        "11010519490231002X",
        "1101051949123100",
        "",
        "１１０１０５１９４９１２３１００２Ｘ",
    ],
)
def test_wrong_citizen_numbers_are_refused(number: str) -> None:
    assert not is_citizen_number(number)
    assert birth_date_of(number) is None


@given(st.sampled_from(CITIZENS), st.integers(0, 17), st.sampled_from("0123456789"))
def test_one_wrong_digit_is_always_found(number: str, place: int, digit: str) -> None:
    mistyped = number[:place] + digit + number[place + 1 :]
    assert is_citizen_number(mistyped) == (mistyped == number)


@given(st.integers(100000, 999999), st.dates(date(1800, 1, 1), date(2199, 12, 31)), st.integers(0, 999))
def test_any_region_passes_and_the_date_of_birth_is_found(region: int, born: date, sequence: int) -> None:
    body = f"{region}{born:%Y%m%d}{sequence:03d}" if born.year > 999 else ""
    numbers = [body + check for check in "0123456789X"]
    right = [number for number in numbers if is_citizen_number(number)]
    assert len(right) == 1
    assert birth_date_of(right[0]) == born


def test_foreigners_numbers_old_and_new() -> None:
    assert is_foreigner_number("KAZ110090123105")
    assert is_foreigner_number("911398199012310021")
    assert not is_foreigner_number("KAZ110090123106")
    assert not is_foreigner_number("KAZ110090133105")
    assert not is_foreigner_number("911398199012310022")
    assert not is_foreigner_number("11010519491231002X")


@pytest.mark.parametrize("code", USCCS)
def test_credit_codes(code: str) -> None:
    assert is_uscc(code)
    assert not is_uscc(code[:-1])
    assert not is_uscc(code.lower()) or code.isdigit()
    assert not is_uscc("I" + code[1:])


@given(st.sampled_from(USCCS), st.integers(0, 16), st.sampled_from("0123456789ABCDEFGHJKLMNPQRTUWXY"))
def test_one_wrong_character_of_a_credit_code_is_found(code: str, place: int, char: str) -> None:
    mistyped = code[:place] + char + code[place + 1 :]
    assert is_uscc(mistyped) == (mistyped == code)


@given(st.text("0123456789", min_size=1, max_size=18))
def test_luhn_has_one_check_digit(body: str) -> None:
    right = [digit for digit in "0123456789" if is_luhn(body + digit)]
    assert len(right) == 1
    assert is_bank_card(body + right[0]) == (16 <= len(body) + 1 <= 19)


def test_bank_cards() -> None:
    assert is_bank_card("4111111111111111")
    assert not is_bank_card("4111111111111112")
    assert not is_luhn("4111 1111")
    assert not is_luhn("0")


@pytest.mark.parametrize(
    ("text", "mobile", "phone"),
    [
        ("13800138000", True, True),
        ("12800138000", False, False),
        ("1380013800", False, False),
        ("020-83300000", False, True),
        ("02083300000", False, True),
        ("020-83300000-123", False, True),
        ("0755-83300000", False, True),
        ("83300000", False, True),
        ("400-123-4567", False, True),
        ("110", False, False),
        ("", False, False),
    ],
)
def test_phones(text: str, mobile: bool, phone: bool) -> None:
    assert (is_mobile(text), is_phone(text)) == (mobile, phone)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("粤A123T5", True),
        ("粤AD12345", True),
        ("粤A12345D", True),
        ("粤A1234学", True),
        ("粤A12I45", False),
        ("粤a12345", False),
        ("A12345", False),
        ("粤A1234", False),
        ("", False),
    ],
)
def test_plates(text: str, right: bool) -> None:
    assert is_plate(text) == right
