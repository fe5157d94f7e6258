"""What only a person at the panel can measure: the place of a terminal, and what reaching, feeling and hearing it takes.

Lengths in millimetres above the finished floor unless they say otherwise. The clauses are those of EN 301 549 v3.2.1; the
requirements (X…) those of docs/accessibility.md.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Length = Annotated[float, Field(ge=0, le=10_000)]

_PANEL_TOLERANCE = 0.01
"""A panel that is set 1 % too wide makes a target of 20 mm one of 19.8."""

_COUNTER = (("width", 750), ("height", 650), ("depth", 450))
"""The room for knees below the low counter."""

_SO = 1.0
"""The least of what was tried and must be so."""


class Measures(BaseModel):
    """What a technician measured and tried. Strange names are refused: a measure that was misspelt was not taken.

    `obstruction_mm` is how far one reaches over something to get at the terminal, 0 for nothing. Knees and toes are
    measured where who sits comes from the front over an obstruction, `alcove_width_mm` in an alcove, `speaker_dba` where there is a loudspeaker,
    `five_is_felt` where there is a keypad.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    panel_width_mm: Length
    approach: Literal["front", "side"]
    obstruction_mm: Length
    highest_mm: Length
    lowest_mm: Length
    floor_width_mm: Length
    floor_length_mm: Length
    slope_percent: Annotated[float, Field(ge=0, le=100)]
    low_counter_mm: Length
    counter_knee_width_mm: Length
    counter_knee_height_mm: Length
    counter_knee_depth_mm: Length
    force_n: Annotated[float, Field(ge=0, le=1000)]
    legible_from_1015_mm: bool
    one_open_hand: bool
    told_apart_by_touch: bool
    card_side_is_felt: bool
    braille_where_speech_begins: bool
    knee_width_mm: Length | None = None
    knee_height_mm: Length | None = None
    knee_depth_mm: Length | None = None
    toe_height_mm: Length | None = None
    toe_depth_mm: Length | None = None
    alcove_width_mm: Length | None = None
    speaker_dba: Annotated[float, Field(ge=0, le=140)] | None = None
    five_is_felt: bool | None = None


@dataclass(frozen=True, slots=True)
class Terms:
    """What of a terminal's settings decides what must be measured: the width it believes, what is plugged in."""

    width_mm: float
    loudspeaker: bool
    keypad: bool


@dataclass(frozen=True, slots=True)
class Judged:
    """A measure beside what is asked of it. `value` is None when it was not taken; limits are None where there is none."""

    measure: str
    requirement: str
    clause: str
    value: float | None
    least: float | None = None
    most: float | None = None

    @property
    def is_tried(self) -> bool:
        """Whether it is something that is so or not, not a number."""
        return self.least == _SO and self.most is None

    @property
    def ok(self) -> bool:
        """Whether it was taken and is within its limits; what was tried counts 1 when it is so."""
        if self.value is None:
            return False
        return (self.least is None or self.value >= self.least) and (
            self.most is None or self.value <= self.most
        )


def judge(measured: Measures | None, terms: Terms) -> tuple[Judged, ...]:
    """Return every measure that counts at this place, in the order in which they are taken; before any was, all that may."""

    def of(
        measure: str, requirement: str, clause: str, least: float | None = None, most: float | None = None
    ) -> Judged:
        value = getattr(measured, measure, None)
        return Judged(measure, requirement, clause, None if value is None else float(value), least, most)

    inside = [round(terms.width_mm * (1 + off), 1) for off in (-_PANEL_TOLERANCE, _PANEL_TOLERANCE)]
    over, highest = _reach(measured)
    return (
        of("panel_width_mm", "X29", "5.1.4", *inside),
        of("obstruction_mm", "X44", "8.3.2.3, 8.3.3.3", most=over),
        of("highest_mm", "X43", "8.3.2.1, 8.3.3.1", most=highest),
        of("lowest_mm", "X43", "8.3.2.2, 8.3.3.2", least=380),
        *(of(name, "X45", clause, least=least) for name, clause, least in _below(measured)),
        of("floor_width_mm", "X46", "8.3.4.1", least=760),
        of("floor_length_mm", "X46", "8.3.4.1", least=1220),
        of("slope_percent", "X46", "8.3.4.1", most=round(100 / 48, 2)),
        *_alcove(measured, of),
        of("legible_from_1015_mm", "X47", "8.3.5", least=_SO),
        of("force_n", "X49", "8.4.2.2", most=22.2),
        of("one_open_hand", "X37", "8.4.2.1", least=_SO),
        of("told_apart_by_touch", "X38", "5.5.2", least=_SO),
        of("card_side_is_felt", "X51", "8.4.3", least=_SO),
        of("braille_where_speech_begins", "X52", "8.5", least=_SO),
        of("low_counter_mm", "X53", "GB 55019-2021", 700, 850),
        *(of(f"counter_knee_{way}_mm", "X53", "GB 55019-2021", least=least) for way, least in _COUNTER),
        *((of("speaker_dba", "X24", "5.1.3.12", least=65),) if terms.loudspeaker else ()),
        *((of("five_is_felt", "X50", "8.4.1", least=_SO),) if terms.keypad else ()),
    )


def _reach(measured: Measures | None) -> tuple[float, float]:
    """How deep something may be that one reaches over, and how high one may have to reach then."""
    deep = measured.obstruction_mm if measured else 0
    if measured and measured.approach == "side":
        return 610, 1220 if deep <= 255 else 1170
    return 635, 1220 if deep < 510 else 1120


def _alcove(measured: Measures | None, of: Callable[..., Judged]) -> tuple[Judged, ...]:
    """The width of the alcove, where it stands in one: who comes from the side needs more."""
    if measured and measured.alcove_width_mm is None:
        return ()
    side = measured is not None and measured.approach == "side"
    return (of("alcove_width_mm", "X46", "8.3.4.3", least=1525 if side else 915),)


def _below(measured: Measures | None) -> tuple[tuple[str, str, float], ...]:
    """The room for knees and toes, where who sits comes from the front and over something."""
    if measured and (measured.approach == "side" or not measured.obstruction_mm):
        return ()
    return (
        ("knee_width_mm", "8.3.2.6", 760),
        ("knee_height_mm", "8.3.2.6", 685),
        ("knee_depth_mm", "8.3.2.6", 280),
        ("toe_height_mm", "8.3.2.5", 230),
        ("toe_depth_mm", "8.3.2.5", 430),
    )
