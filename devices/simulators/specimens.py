"""Specimen cards and how they are written on the chip: for simulators and tests, apart from the decoder.

All persons are invented; the numbers are published samples or made from them. A specimen is a table of what to write
where; offsets and lengths are bytes of the 256-byte text block, as in the fact sheet's four tables.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

TEXT_SIZE = 256
PHOTO_SIZE = 1024
ADDRESS_SIZE = 70
#: How the photos of real cards begin; the rest is left blank, there is no open coder for them.
PHOTO = bytes.fromhex("574C66007E00320000FF85").ljust(PHOTO_SIZE, b"\0")

#: Name of a field → (offset, length), one table a layout.
RESIDENT = {
    "name": (0, 30),
    "sex": (30, 2),
    "ethnicity": (32, 4),
    "birth": (36, 16),
    "address": (52, 70),
    "number": (122, 36),
    "authority": (158, 30),
    "valid_from": (188, 16),
    "valid_to": (204, 16),
}
HK_MACAU_TAIWAN = {
    **{key: place for key, place in RESIDENT.items() if key != "ethnicity"},
    "permit": (220, 18),
    "issues": (238, 4),
    "kind": (248, 2),
}
FOREIGN_2017 = {
    "english_name": (0, 120),
    "sex": (120, 2),
    "number": (122, 30),
    "nationality": (152, 6),
    "name": (158, 30),
    "valid_from": (188, 16),
    "valid_to": (204, 16),
    "birth": (220, 16),
    "version": (236, 4),
    "authority": (240, 8),
    "kind": (248, 2),
}
FOREIGN_2023 = {
    "name": (0, 30),
    "sex": (30, 2),
    "renewals": (32, 4),
    "birth": (36, 16),
    "english_name": (52, 70),
    "number": (122, 36),
    "valid_from": (188, 16),
    "valid_to": (204, 16),
    "english_name_2": (220, 22),
    "nationality": (242, 6),
    "kind": (248, 2),
    "link": (250, 6),
}


@dataclass(frozen=True, slots=True)
class Specimen:
    """A card as a chip holds it: `text` (256 bytes), a photo, and additional addresses of 35 characters each."""

    text: bytes = field(repr=False)
    photo: bytes = field(default=PHOTO, repr=False)
    addresses: tuple[str, ...] = ()


def write(layout: Mapping[str, tuple[int, int]], **values: str) -> bytes:
    """Return the text block with every value at its place, padded with spaces.

    Raises:
        ValueError: a value is longer than its field.
        KeyError: the layout has no such field.
    """
    block = bytearray(" ".encode("utf-16-le") * (TEXT_SIZE // 2))
    for key, value in values.items():
        start, length = layout[key]
        coded = value.encode("utf-16-le")
        if len(coded) > length:
            raise ValueError(f"{key} has no room for {len(coded)} bytes")
        block[start : start + len(coded)] = coded
    return bytes(block)


def address_record(address: str) -> bytes:
    """Return one additional address as the chip holds it."""
    return address.ljust(ADDRESS_SIZE // 2).encode("utf-16-le")


SPECIMENS: dict[str, Specimen] = {
    "resident": Specimen(
        write(
            RESIDENT,
            name="张三",
            sex="2",
            ethnicity="01",
            birth="19491231",
            address="广州市越秀区北京路街道样本社区一号101房",
            number="11010519491231002X",
            authority="广州市公安局越秀分局",
            valid_from="20100501",
            valid_to="长期",
        )
    ),
    "resident2": Specimen(
        write(
            RESIDENT,
            name="李四",
            sex="1",
            ethnicity="08",
            birth="19620312",
            address="广州市越秀区样本街二巷三号",
            number="44010519620312123X",
            authority="广州市公安局海珠分局",
            valid_from="20180601",
            valid_to="20380601",
        ),
        addresses=("广州市荔湾区样本路五号", "广州市海珠区样本大道六号"),
    ),
    "hk_macau_taiwan": Specimen(
        write(
            HK_MACAU_TAIWAN,
            name="陳樣本",
            sex="2",
            birth="19940823",
            address="广州市天河区样本路七号",
            number="810000199408230021",
            authority="广州市公安局",
            valid_from="20200101",
            valid_to="20250101",
            permit="H00000000",
            issues="01",
            kind="J",
        )
    ),
    "foreign_2017": Specimen(
        write(
            FOREIGN_2017,
            english_name="SPECIMEN, ALEXANDER",
            sex="1",
            number="KAZ110090123105",
            nationality="KAZ",
            name="亚历山大",
            valid_from="20180101",
            valid_to="20280101",
            birth="19901231",
            version="01",
            authority="1100",
            kind="I",
        )
    ),
    "foreign_2023": Specimen(
        write(
            FOREIGN_2023,
            sex="2",
            renewals="01",
            birth="19901231",
            english_name="SPECIMEN, ALEXANDRA MARIA MAGDALENA",
            english_name_2=" VON MUSTER",
            number="911398199012310021",
            valid_from="20240101",
            valid_to="20340101",
            nationality="KAZ",
            kind="Y",
            link="000",
        )
    ),
}
