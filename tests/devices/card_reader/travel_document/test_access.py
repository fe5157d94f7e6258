"""The worked example of ICAO Doc 9303-11, appendix D: Basic Access Control, then EF.COM through secure messaging."""

import pytest

from devices.card_reader.iso7816 import Command, PlainChip, Response
from devices.card_reader.mrz import DocumentKey
from devices.card_reader.travel_document import files
from devices.card_reader.travel_document.access import Keys, authenticate, basic_access_keys
from devices.card_reader.travel_document.crypto import derived, encrypt, mac, pad, unpad
from devices.card_reader.travel_document.secure_messaging import SecureChip
from devices.errors import ResidentError

DOCUMENT = DocumentKey("L898902C", "690806", "940623")
RANDOM = [bytes.fromhex("781723860C06C226"), bytes.fromhex("0B795240CB7049B01C19B33E32804F0B")]
CHALLENGE = "4608F91988702212"
EXCHANGE = {
    "0084000008": CHALLENGE + "9000",
    "0082000028"
    + "72C29C2371CC9BDB65B779B8E8D37B29ECC154AA56A8799FAE2F498F76ED92F2"
    + "5F1448EEA8AD90A7"
    + "28": (
        "46B9342A41396CD7386BF5803104D7CEDC122B9132139BAF2EEDC94EE178534F" + "2F2D235D074D7449" + "9000"
    ),
    "0CA4020C158709016375432908C044F68E08BF8B92D635FF24F800": "990290008E08FA855A5D4C50A8ED9000",
    "0CB000000D9701048E08ED6705417E96BA5500": "8709019FF0EC34F9922651990290008E08AD55CC17140B2DED9000",
    "0CB000040D9701128E082EA28A70F3C7B53500": (
        "871901FB9235F4E4037F2327DCC8964F1F9B8C30F42C8E2FFF224A990290008E08C8B2787EAEA07D749000"
    ),
}


def replay(command: bytes) -> bytes:
    return bytes.fromhex(EXCHANGE[command.hex().upper()])


def test_the_keys_of_the_example() -> None:
    assert DOCUMENT.information() == "L898902C<369080619406236"
    keys = basic_access_keys(DOCUMENT)
    assert keys.encryption.hex().upper() == "AB94FDECF2674FDFB9B391F85D7F76F2"
    assert keys.authentication.hex().upper() == "7962D9ECE03D1ACD4C76089DCE131543"


def test_the_session_of_the_example() -> None:
    random = RANDOM.copy()
    keys = authenticate(PlainChip(replay), DOCUMENT, lambda _: random.pop(0))
    assert keys.encryption.hex().upper() == "979EC13B1CBFE9DCD01AB0FED307EAE5"
    assert keys.authentication.hex().upper() == "F1CB1F1FB5ADF208806B89DC579DC1F8"
    assert keys.counter == 0x887022120C06C226
    assert "979E" not in repr(keys)


def test_the_whole_example_byte_for_byte() -> None:
    random = RANDOM.copy()
    chip = PlainChip(replay)
    secure = SecureChip(chip, authenticate(chip, DOCUMENT, lambda _: random.pop(0)))
    common = files.read(secure, files.EF_COM)
    assert common.hex().upper() == "60145F0104303130365F36063034303030305C026175"
    assert files.data_groups(common) == (0x61, 0x75)


@pytest.mark.parametrize(
    ("challenge", "code"),
    [
        ("6D00", "DOCUMENT_NEEDS_PACE"),
        ("6982", "DOCUMENT_NEEDS_PACE"),
        ("6F00", "MRZ_MISMATCH"),
        ("01029000", "MRZ_MISMATCH"),
    ],
)
def test_a_chip_that_gives_no_challenge(challenge: str, code: str) -> None:
    with pytest.raises(ResidentError, match=code):
        authenticate(PlainChip(lambda _: bytes.fromhex(challenge)), DOCUMENT, bytes)


@pytest.mark.parametrize("answer", ["6300", "9000", "00" * 40 + "9000"])
def test_a_chip_that_does_not_prove_itself(answer: str) -> None:
    def chip(command: bytes) -> bytes:
        return bytes.fromhex(CHALLENGE + "9000" if command[1] == 0x84 else answer)

    with pytest.raises(ResidentError, match="MRZ_MISMATCH"):
        authenticate(PlainChip(chip), DOCUMENT, bytes)


def test_a_chip_that_proves_something_else() -> None:
    keys = basic_access_keys(DOCUMENT)
    token = encrypt(keys.encryption, bytes(32))

    def chip(command: bytes) -> bytes:
        if command[1] == 0x84:
            return bytes.fromhex(CHALLENGE + "9000")
        return token + mac(keys.authentication, pad(token)) + b"\x90\x00"

    with pytest.raises(ResidentError, match="MRZ_MISMATCH"):
        authenticate(PlainChip(chip), DOCUMENT, lambda size: b"\1" * size)


@pytest.mark.parametrize("size", range(17))
def test_padding_is_taken_off_again(size: int) -> None:
    assert len(pad(bytes(size))) % 8 == 0
    assert unpad(pad(bytes(size))) == bytes(size)


def test_what_was_not_padded_is_refused() -> None:
    with pytest.raises(ValueError, match="padding"):
        unpad(bytes(8))


def test_keys_have_odd_parity() -> None:
    assert all(byte.bit_count() % 2 for byte in derived(b"seed", 1))


SESSION = Keys(derived(b"session", 1), derived(b"session", 2))


class Chip:
    """A chip that answers with what it was given."""

    def __init__(self, data: str, status: int = 0x9000) -> None:
        self._response = Response(bytes.fromhex(data), status)

    def send(self, command: Command) -> Response:
        assert command.cla == 0x0C
        return self._response


@pytest.mark.parametrize("data", ["", "99029000", "8E0899029000", "990290008E080000000000000000", "87"])
def test_a_response_that_is_not_authentic_is_refused(data: str) -> None:
    with pytest.raises(ResidentError, match="CARD_READ_FAILED"):
        SecureChip(Chip(data), SESSION).send(Command(0x00, 0xB0, le=4))


def test_a_response_that_comes_a_second_time_is_refused() -> None:
    told = bytes.fromhex("99029000")
    proof = mac(SESSION.authentication, pad((2).to_bytes(8, "big") + told))
    secure = SecureChip(Chip((told + b"\x8e\x08" + proof).hex()), SESSION)
    assert secure.send(Command(0x00, 0xB0, le=4)) == Response(b"", 0x9000)
    with pytest.raises(ResidentError, match="CARD_READ_FAILED"):
        secure.send(Command(0x00, 0xB0, le=4))


@pytest.mark.parametrize(
    ("pieces", "code"),
    [
        (["6A82"], "CARD_UNKNOWN"),
        (["9000", "6F00"], "CARD_READ_FAILED"),
        (["9000", "9000"], "CARD_READ_FAILED"),
        (["9000", "61819000"], "CARD_READ_FAILED"),
        (["9000", "618300019000"], "CARD_READ_FAILED"),
        (["9000", "750500009000"], "CARD_READ_FAILED"),
        (["9000", "610000009000"], "CARD_READ_FAILED"),
        (["9000", "610500009000", "0102030405069000"], "CARD_READ_FAILED"),
    ],
)
def test_a_file_that_is_none(pieces: list[str], code: str) -> None:
    answers = [bytes.fromhex(piece) for piece in pieces]
    with pytest.raises(ResidentError, match=code):
        files.read(PlainChip(lambda _: answers.pop(0)), files.DG1)


def test_a_file_in_many_pieces() -> None:
    content = bytes.fromhex("618201F4") + bytes(range(250)) * 2

    def chip(command: bytes) -> bytes:
        start = int.from_bytes(command[2:4], "big")
        return b"\x90\x00" if command[1] == 0xA4 else content[start : start + command[4]] + b"\x90\x00"

    assert files.read(PlainChip(chip), files.DG1) == content


@pytest.mark.parametrize("inside", [files.data_groups, files.zone, files.security_object])
def test_a_file_without_what_belongs_in_it(inside: object) -> None:
    assert callable(inside)
    with pytest.raises(ResidentError, match="CARD_READ_FAILED"):
        inside(bytes.fromhex("610100"))
