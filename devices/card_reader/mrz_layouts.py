"""Where the fields of a machine-readable zone stand: ICAO Doc 9303 parts 4 to 6, and the permits that China issues.

Places count from the first character of the first line, lines one behind the other. A check digit stands right behind its
field. The four permits do not follow Doc 9303; their places come from one program in the field:

* `CS`, `CD`: exit permits to Hong Kong and Macau, to Taiwan (往来港澳通行证, 往来台湾通行证): one line;
* `CR`, `CT`: permits of Hong Kong and Macau, of Taiwan residents to the mainland (来往内地, 来往大陆通行证), as cards;
* `C<`: the same for Hong Kong and Macau residents, before 2013.
"""

from dataclasses import dataclass

CHINA = "CHN"


@dataclass(frozen=True, slots=True)
class Layout:
    """Places of fields; `more` is where a number longer than nine characters goes on (Doc 9303-5, 4.2.2.1 note j)."""

    name: str
    size: int
    code: str
    number: slice
    birth: slice
    expiry: slice
    sex: int | None = None
    issuer: slice | None = None
    nationality: slice | None = None
    holder: slice | None = None
    more: slice | None = None
    whole: tuple[slice, ...] = ()


TD3 = Layout(
    name="TD3",
    size=88,
    code="P.",
    issuer=slice(2, 5),
    holder=slice(5, 44),
    number=slice(44, 53),
    nationality=slice(54, 57),
    birth=slice(57, 63),
    sex=64,
    expiry=slice(65, 71),
    whole=(slice(44, 54), slice(57, 64), slice(65, 87)),
)
TD2 = Layout(
    name="TD2",
    size=72,
    code="[ACIP].",
    issuer=slice(2, 5),
    holder=slice(5, 36),
    number=slice(36, 45),
    nationality=slice(46, 49),
    birth=slice(49, 55),
    sex=56,
    expiry=slice(57, 63),
    more=slice(64, 71),
    whole=(slice(36, 46), slice(49, 56), slice(57, 71)),
)
TD1 = Layout(
    name="TD1",
    size=90,
    code="[ACIP].",
    issuer=slice(2, 5),
    number=slice(5, 14),
    more=slice(15, 30),
    birth=slice(30, 36),
    sex=37,
    expiry=slice(38, 44),
    nationality=slice(45, 48),
    holder=slice(60, 90),
    whole=(slice(5, 30), slice(30, 37), slice(38, 45), slice(48, 59)),
)
EXIT_PERMIT = Layout(
    name="exit permit",
    size=30,
    code="C[SD]",
    number=slice(2, 11),
    expiry=slice(13, 19),
    birth=slice(21, 27),
)
ENTRY_PERMIT = Layout(
    name="entry permit",
    size=90,
    code="C[RT]",
    number=slice(2, 11),
    expiry=slice(15, 21),
    sex=22,
    birth=slice(23, 29),
    holder=slice(60, 90),
)
OLD_ENTRY_PERMIT = Layout(
    name="entry permit before 2013",
    size=90,
    code="C<",
    birth=slice(30, 36),
    sex=37,
    expiry=slice(38, 44),
    number=slice(45, 56),
    holder=slice(60, 90),
)
LAYOUTS = (EXIT_PERMIT, ENTRY_PERMIT, OLD_ENTRY_PERMIT, TD3, TD2, TD1)
