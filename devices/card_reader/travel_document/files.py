"""Files of a travel document's chip (ICAO Doc 9303-10): which there are, reading one whole."""

from devices.card_reader import tlv
from devices.card_reader.iso7816 import OK, Chip, Command, expect, unreadable

APPLICATION = bytes.fromhex("A0000002471001")
EF_COM, EF_SOD, DG1 = 0x011E, 0x011D, 0x0101
_TAGS = {EF_COM: 0x60, EF_SOD: 0x77, DG1: 0x61}
_TAG_LIST, _ZONE = 0x5C, 0x5F1F
_HEADER, _PIECE, _LARGEST = 4, 0xDF, 0x7FFF  # what fits into one protected response; what an offset can reach


def select(chip: Chip) -> bool:
    """Select the travel document application; return whether the chip has it."""
    return chip.send(Command(0x00, 0xA4, 0x04, 0x0C, APPLICATION)).status == OK


def read(chip: Chip, file: int) -> bytes:
    """Return a whole file, as it stands on the chip.

    Raises:
        ResidentError: it is not there (`CARD_UNKNOWN`), or does not hold what belongs there (`CARD_READ_FAILED`).
    """
    expect(chip.send(Command(0x00, 0xA4, 0x02, 0x0C, file.to_bytes(2, "big"))))
    content = _piece(chip, 0, _HEADER)
    try:
        tag, start, length = tlv.header(content)
    except tlv.TlvError as error:
        raise unreadable() from error
    size = start + length
    if tag != _TAGS[file] or not _HEADER <= size <= _LARGEST:
        raise unreadable()
    while len(content) < size:
        content += _piece(chip, len(content), min(_PIECE, size - len(content)))
    return content


def data_groups(common: bytes) -> tuple[int, ...]:
    """Return the tags of the data groups that EF.COM lists.

    Raises:
        ResidentError: it lists none (`CARD_READ_FAILED`).
    """
    return tuple(_inside(common, _TAGS[EF_COM], _TAG_LIST))


def zone(group: bytes) -> str:
    """Return the machine-readable zone that data group 1 holds.

    Raises:
        ResidentError: it holds none (`CARD_READ_FAILED`).
    """
    return _inside(group, _TAGS[DG1], _ZONE).decode("ascii", "replace")


def security_object(file: bytes) -> bytes:
    """Return the signed object in EF.SOD.

    Raises:
        ResidentError: there is none (`CARD_READ_FAILED`).
    """
    try:
        return tlv.only(file, _TAGS[EF_SOD])
    except tlv.TlvError as error:
        raise unreadable() from error


def _inside(file: bytes, outer: int, inner: int) -> bytes:
    try:
        return tlv.only(tlv.only(file, outer), inner)
    except tlv.TlvError as error:
        raise unreadable() from error


def _piece(chip: Chip, offset: int, size: int) -> bytes:
    piece = expect(chip.send(Command(0x00, 0xB0, offset >> 8, offset & 0xFF, le=size)), (OK, 0x6282))
    if not piece or len(piece) > size:
        raise unreadable()
    return piece
