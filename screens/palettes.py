"""The colours of the five themes. In each, every text on its surface reaches 7:1 and an edge that says where to press 3:1.

WCAG 2.2 asks for 7:1 at its highest level (1.4.6) and 3:1 for edges (1.4.11); tests compute both for every theme.
"""

from dataclasses import dataclass, fields

from screens.appearance import Theme

PAPER = "#FFFFFF"  # a QR code is read by a camera, which needs it black on white
KAPOK = "#C8281E"  # the city's flower, in the emblem only


@dataclass(frozen=True, slots=True)
class Look:
    """Colours that belong together: a surface, what is written on it, its edge, and the surface while pressed."""

    surface: str
    ink: str
    soft: str  # second ink, for hints; it too reaches 7:1
    edge: str
    pressed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """A theme. `strong` is the colour of marks, icons and progress, `on_strong` of what is drawn on it.

    `line` parts things that are told apart otherwise, `edge` is that of a mark that is not set. `sky` are the colours
    of the resting page from the top, with the city before them when there are several.
    """

    page: Look
    header: Look
    header_tool: Look
    sheet: Look
    control: Look
    chosen: Look
    lead: Look
    primary: Look
    secondary: Look
    quiet: Look
    disabled: Look
    key: Look
    key_quiet: Look
    neutral: Look
    good: Look
    warning: Look
    bad: Look
    strong: str
    on_strong: str
    line: str
    edge: str
    sky: tuple[str, ...]

    @property
    def looks(self) -> dict[str, Look]:
        """The looks by their names."""
        found = {one.name: getattr(self, one.name) for one in fields(self)}
        return {name: look for name, look in found.items() if isinstance(look, Look)}


CONTROLS = (
    "header_tool", "control", "lead", "chosen", "primary", "secondary", "quiet", "disabled", "key", "key_quiet",
)  # fmt: skip
"""Names of the looks whose edge says where to press."""

_NAVY, _WHITE, _INK, _SOFT, _EDGE, _LINE = "#0F3D66", "#FFFFFF", "#14202E", "#3B4858", "#75869B", "#CCD5E0"
_MIST = "#F1F4F8"

_CLEAR = Palette(
    page=Look(_MIST, _INK, _SOFT, _LINE, _MIST),
    header=Look(_NAVY, _WHITE, "#DCE8F5", _NAVY, "#0A2C4D"),
    header_tool=Look(_NAVY, _WHITE, _WHITE, "#9DB9D6", "#1D5285"),
    sheet=Look(_WHITE, _INK, _SOFT, _LINE, _WHITE),
    control=Look(_WHITE, _INK, _SOFT, _EDGE, "#D6E4F3"),
    chosen=Look("#E3EEFA", _INK, "#34414F", _NAVY, "#CBDFF3"),
    lead=Look("#E3EEFA", _INK, "#34414F", _NAVY, "#CBDFF3"),
    primary=Look(_NAVY, _WHITE, _WHITE, _NAVY, "#185790"),
    secondary=Look(_WHITE, _NAVY, _NAVY, _NAVY, "#D6E4F3"),
    quiet=Look(_WHITE, _INK, _SOFT, _EDGE, "#DDE4EC"),
    disabled=Look("#E4E8ED", "#3B4653", "#3B4653", "#7A8695", "#D9DEE5"),
    key=Look(_WHITE, _INK, "#2C3846", _EDGE, "#BFD6EE"),
    key_quiet=Look("#DCE4ED", _INK, "#2C3846", _EDGE, "#BFD6EE"),
    neutral=Look("#E6EEF7", "#0F3358", "#2C4059", "#5F7FA3", "#E6EEF7"),
    good=Look("#E4F3E8", "#0B4A24", "#1D4A2E", "#3F8558", "#E4F3E8"),
    warning=Look("#FFF1CC", "#4F3300", "#553C0E", "#A8761A", "#FFF1CC"),
    bad=Look("#FCE8E6", "#7A1410", "#75231F", "#B9504A", "#FCE8E6"),
    strong=_NAVY,
    on_strong=_WHITE,
    line=_LINE,
    edge=_EDGE,
    sky=("#0A2C4D", "#0A2C4D", "#0C3458", "#134878", "#2268A3", "#5BA0D3"),
)


def _of_two(ground: str, ink: str, pressed: str, bright: str, line: str) -> Palette:
    """A theme of two colours: what is chosen or leads on is turned around, what is pressed or shaded a little lighter.

    `bright` is the surface of what is turned around while it is pressed.
    """
    plain = Look(ground, ink, ink, ink, pressed)
    turned = Look(ink, ground, ground, ink, bright)
    shaded = Look(pressed, ink, ink, ink, ground)
    return Palette(
        page=plain, header=plain, header_tool=plain, sheet=plain, control=plain, chosen=shaded, lead=shaded,
        primary=turned, secondary=plain, quiet=plain, disabled=plain, key=plain, key_quiet=shaded, neutral=plain,
        good=plain, warning=plain, bad=plain, strong=ink, on_strong=ground, line=line, edge=ink, sky=(ground,),
    )  # fmt: skip


def _warm() -> Palette:
    cream, sheet, ink, soft, brown = "#F6EBD9", "#FFF8EC", "#2B1D0E", "#4A3823", "#5A3310"
    edge, line, rest, down = "#8F7350", "#DCC9A8", "#F3E2C4", "#EAD3AC"
    return Palette(
        page=Look(cream, ink, soft, line, cream),
        header=Look(brown, sheet, "#F3E2C4", brown, "#44260B"),
        header_tool=Look(brown, sheet, sheet, "#D5B48C", "#6B4014"),
        sheet=Look(sheet, ink, soft, line, sheet),
        control=Look(sheet, ink, soft, edge, down),
        chosen=Look(rest, ink, "#3F2F1C", brown, down),
        lead=Look(rest, ink, "#3F2F1C", brown, down),
        primary=Look(brown, sheet, sheet, brown, "#6B4014"),
        secondary=Look(sheet, brown, brown, brown, rest),
        quiet=Look(sheet, ink, soft, edge, rest),
        disabled=Look("#EADFCB", "#453620", "#453620", "#8A7353", rest),
        key=Look(sheet, ink, soft, edge, down),
        key_quiet=Look("#EBDCC0", ink, "#3F2F1C", edge, down),
        neutral=Look(rest, "#432809", "#4A3216", "#8F7350", rest),
        good=Look("#E3EBCB", "#20420F", "#274414", "#5F7F3F", "#E3EBCB"),
        warning=Look("#FFE9B0", "#4A2F00", "#4F3808", "#A0701A", "#FFE9B0"),
        bad=Look("#FADFD3", "#74120C", "#6E1F18", "#B0503F", "#FADFD3"),
        strong=brown,
        on_strong=sheet,
        line=line,
        edge=edge,
        sky=(brown,),
    )


PALETTES = {
    Theme.CLEAR: _CLEAR,
    Theme.WHITE: _of_two("#FFFFFF", "#000000", "#D0D0D0", "#333333", "#8A8A8A"),
    Theme.BLACK: _of_two("#000000", "#FFFFFF", "#333333", "#CCCCCC", "#8A8A8A"),
    Theme.YELLOW: _of_two("#000000", "#FFE100", "#333000", "#CCB400", "#857500"),
    Theme.WARM: _warm(),
}
