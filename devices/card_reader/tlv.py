"""BER-TLV as chip cards use it (ISO/IEC 7816-4, 5.2.2): tags of one to three bytes, lengths up to three bytes."""

from collections.abc import Iterator


class TlvError(ValueError):
    """These bytes are not well-formed TLV."""


def header(block: bytes, at: int = 0) -> tuple[int, int, int]:
    """Return tag, where the value begins, and its length; the value itself need not be there yet.

    Raises:
        TlvError: the block ends within the header, or the length is indefinite or longer than 65,535.
    """
    tag, at = _tag(block, at)
    first = _byte(block, at)
    if first < 0x80:
        return tag, at + 1, first
    size = first & 0x7F
    if size not in {1, 2}:
        raise TlvError("a length of this form is not used on cards")
    value = bytes(_byte(block, at + 1 + offset) for offset in range(size))
    return tag, at + 1 + size, int.from_bytes(value, "big")


def items(block: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield tag and value of each object; filling (00 and FF between objects) is passed over.

    Raises:
        TlvError: an object does not end where the block does.
    """
    at = 0
    while at < len(block):
        if block[at] in {0x00, 0xFF}:
            at += 1
            continue
        tag, start, length = header(block, at)
        at = start + length
        if at > len(block):
            raise TlvError("an object is cut off")
        yield tag, block[start:at]


def only(block: bytes, tag: int) -> bytes:
    """Return the value of the first object with this tag.

    Raises:
        TlvError: there is none, or the block is malformed.
    """
    for found, value in items(block):
        if found == tag:
            return value
    raise TlvError(f"there is no object {tag:X}")


def write(tag: int, value: bytes) -> bytes:
    """Return one object."""
    size = len(value)
    if size < 0x80:
        length = bytes([size])
    elif size < 0x100:
        length = bytes([0x81, size])
    else:
        length = b"\x82" + size.to_bytes(2, "big")
    return tag.to_bytes((tag.bit_length() + 7) // 8, "big") + length + value


def _tag(block: bytes, at: int) -> tuple[int, int]:
    tag = _byte(block, at)
    if tag & 0x1F != 0x1F:
        return tag, at + 1
    for _ in range(2):
        at += 1
        tag = tag << 8 | _byte(block, at)
        if not tag & 0x80:
            return tag, at + 1
    raise TlvError("a tag of this length is not used on cards")


def _byte(block: bytes, at: int) -> int:
    if at >= len(block):
        raise TlvError("the block ends within an object")
    return block[at]
