"""The vocabulary between journeys and screens: frozen values without pixels.

A journey answers `view(state) -> View`; Kivy screens draw it, the voice speaks it, tests read it. A view says what
to show and what can be answered. Whatever a resident does comes back as one of the three inputs at the end of this
module: `Touched` (an action or a tile), `Edited` (the text of an entry), `Drawn` (strokes of a signature).

All texts are already in the resident's language. Values that belong to a person are kept out of `repr`.
"""

from dataclasses import dataclass, field
from enum import Enum

from screens.appearance import AS_DRAWN, Appearance

Stroke = tuple[tuple[float, float], ...]
"""One stroke of a signature: points (x, y), each 0..1 of the pad's width and height, origin at the top left."""


class Tone(Enum):
    """How a banner, badge or outcome is meant; a screen adds colour and an icon, never colour alone."""

    NEUTRAL = "neutral"
    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Action:
    """Something the resident can press. Pressing it posts `Touched(id)`."""

    id: str
    label: str
    enabled: bool = True
    reason: str = ""  # why it is not enabled, shown when pressed


@dataclass(frozen=True, slots=True)
class Step:
    """Where the resident is: step `number` of `total`, so that "how many remain" can be shown."""

    number: int
    total: int


@dataclass(frozen=True, slots=True)
class Banner:
    """One line of news above the page: the network is down, a device does not work, training mode."""

    tone: Tone
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The frame that every page has; subclasses add what is on the page.

    `page` is a stable name ("guide", "question.mobile", "outcome") for tests, the voice and telemetry. The primary
    action is always at the lower right, back at the lower left, leave between them. `tools` are small actions of the
    header (language). `countdown` is in seconds: the screen counts down by itself from when the view first appeared.
    `speech` is what the voice says, sentence by sentence. `language` is the tag of the texts' language ("zh-Hans" or
    "en"): what a screen adds by itself (keyboards, "more below") follows it. `appearance` is how large and in which
    colours it is shown.
    """

    page: str
    title: str
    lead: str = ""
    site: str = ""
    item: str = ""
    step: Step | None = None
    banners: tuple[Banner, ...] = ()
    primary: Action | None = None
    secondary: Action | None = None
    back: Action | None = None
    leave: Action | None = None
    tools: tuple[Action, ...] = ()
    error: str = field(default="", repr=False)
    countdown: int | None = None
    speech: tuple[str, ...] = field(default=(), repr=False)
    language: str = "zh-Hans"
    appearance: Appearance = AS_DRAWN


@dataclass(frozen=True, slots=True)
class Tile:
    """A large choice with an icon name of `screens/icons`, a hint line and short badges. Pressing posts `Touched(id)`.

    A tile that is not enabled is shown greyed with its reason and can still be pressed: it then explains itself.
    """

    id: str
    label: str
    hint: str = ""
    icon: str = ""
    badges: tuple[str, ...] = ()
    enabled: bool = True
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A group of tiles under a heading (may be empty)."""

    heading: str
    tiles: tuple[Tile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attract(View):
    """The resting page, read from four metres: what the machine can do, and where to touch (anywhere: `primary`)."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Menu(View):
    """Tiles in sections: home, a department, a life event. `columns` is a hint for portrait (3 for the departments)."""

    sections: tuple[Section, ...]
    columns: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Search(View):
    """Finding an item: the words typed so far (posts `Edited`), and the items found as tiles."""

    query: str = ""
    hint: str = ""
    tiles: tuple[Tile, ...] = ()
    nothing_found: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A heading with lines below; `icon` names a picture of `screens/icons`, `tone` marks what needs care."""

    heading: str
    lines: tuple[str, ...]
    icon: str = ""
    tone: Tone = Tone.NEUTRAL


@dataclass(frozen=True, slots=True)
class Check:
    """A box to tick, never ticked beforehand. Pressing posts `Touched(id)` and the journey toggles it."""

    id: str
    label: str
    ticked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(View):
    """Something to read: the guide of an item, the privacy notice (with boxes to tick), where else to go."""

    paragraphs: tuple[Paragraph, ...]
    checks: tuple[Check, ...] = ()


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a choice; pressing posts `Touched(id)`. `picture` may hold an icon name."""

    id: str
    label: str
    hint: str = ""
    selected: bool = False
    icon: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(View):
    """One question with its options; with `multiple`, options toggle and `primary` goes on."""

    options: tuple[Option, ...] = field(repr=False)
    multiple: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class OptionGroup:
    """Options under a heading, of which one is chosen."""

    heading: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjust(View):
    """How pages are to look: groups of options, and boxes; pressing posts `Touched(id)`, and pages change at once."""

    groups: tuple[OptionGroup, ...]
    checks: tuple[Check, ...] = ()


class Keyboard(Enum):
    """Which keyboard an entry opens."""

    DIGITS = "digits"  # 0-9
    ID_NUMBER = "id_number"  # 0-9 and X
    DECIMAL = "decimal"  # 0-9 and a point
    DATE = "date"  # 0-9, shown as 1945年05月01日 / 1945-05-01; value "1945-05-01", partial "1945-0"
    MONTH = "month"  # as DATE without the day; value "1945-05"
    LATIN = "latin"  # letters, digits and signs
    CHINESE = "chinese"  # Pinyin with candidates, switchable to letters, digits and signs


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(View):
    """One question answered by typing. Every change posts `Edited(whole text)`; the journey holds the text.

    `example` is shown while empty; `unit` stands behind the value (元, m²). `lines` > 1 makes a tall field.
    """

    keyboard: Keyboard
    value: str = field(default="", repr=False)
    example: str = ""
    unit: str = ""
    why: str = ""
    max_length: int = 60
    lines: int = 1
    masked: bool = False


class CardStage(Enum):
    """What happens at the card reader."""

    WAITING = "waiting"
    READING = "reading"
    LIFT = "lift"  # the card was read and still lies there


@dataclass(frozen=True, slots=True, kw_only=True)
class PresentCard(View):
    """Where to lay the card, and what the reader is doing; `options` are other ways."""

    stage: CardStage
    lines: tuple[str, ...] = ()


class RowState(Enum):
    """How far a line of a checklist is."""

    TODO = "todo"
    DONE = "done"
    OPTIONAL = "optional"
    WAIVED = "waived"


@dataclass(frozen=True, slots=True)
class Row:
    """A line: label and value, a state for checklists, and what can be pressed on it."""

    label: str
    value: str = field(default="", repr=False)
    state: RowState | None = None
    action: Action | None = None
    hint: str = ""


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows under a heading, for the review page and lists of materials or people."""

    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing(View):
    """Rows in groups: material checklist, members of a household (with `add`), review before sending."""

    groups: tuple[RowGroup, ...]
    add: Action | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture(View):
    """The camera's live picture with a frame for the sheet; `primary` takes the picture.

    `sheet` is the shape of the guide frame as width / height (0.707 for upright A4, 0 for no frame). With
    `camera_ready` False the page says so in `error` and other ways are in `options`.
    """

    sheet: float = 0.707
    camera_ready: bool = True
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckPicture(View):
    """A picture just taken (JPEG bytes): keep it (`primary`) or take it again (`back`); warnings about its quality."""

    picture: bytes = field(repr=False)
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign(View):
    """A pad to sign on with a finger. Each finished stroke posts `Drawn(all strokes)`; `clear` empties it."""

    strokes: tuple[Stroke, ...] = field(default=(), repr=False)
    summary: tuple[str, ...] = field(default=(), repr=False)
    clear: Action | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Working(View):
    """The terminal is busy; says with what, and not to walk away. `done` are steps behind us."""

    lines: tuple[str, ...] = ()
    done: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PayCode(View):
    """A code to be scanned with a phone that pays: how much (as text), to whom, what the code holds; `countdown` is its life."""

    amount: str = field(repr=False)
    payee: str
    qr: str = field(repr=False)
    notes: tuple[str, ...] = ()


class OutcomeKind(Enum):
    """The four truthful sentences."""

    DONE = "done"
    SAVED = "saved"  # saved here, will be sent
    NOT_DONE = "not_done"  # nothing was taken
    PAYMENT_UNKNOWN = "payment_unknown"  # do not pay again


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(View):
    """How it ended, in one of four sentences, with the reference in large type and what to do next.

    `paper` says what is known about the receipt: printing, printed and to be taken, or not printed (with the remedy).
    `qr` is the follow-up address.
    """

    kind: OutcomeKind
    sentence: str
    reference: str = ""
    reference_label: str = ""
    rows: tuple[Row, ...] = ()
    next_steps: tuple[str, ...] = ()
    paper: Banner | None = None
    qr: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Goodbye(View):
    """What to take along, while everything personal is wiped; `icons` names a picture of `screens/icons` for each line."""

    lines: tuple[str, ...] = ()
    icons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StillThere(View):
    """A large countdown: go on (`primary`) or leave; wipes by itself at the end."""

    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OutOfService(View):
    """What does not work, where else to go, and a phone number."""

    lines: tuple[str, ...] = ()


AnyView = (
    Attract
    | Menu
    | Search
    | Article
    | Choice
    | Adjust
    | Entry
    | PresentCard
    | Listing
    | Capture
    | CheckPicture
    | Sign
    | Working
    | PayCode
    | Outcome
    | Goodbye
    | StillThere
    | OutOfService
)


@dataclass(frozen=True, slots=True)
class Touched:
    """The resident pressed the action, tile, option or check with this id."""

    id: str


@dataclass(frozen=True, slots=True)
class Edited:
    """The text of the entry (or of the search) is now `text`."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Drawn:
    """The signature pad now holds these strokes."""

    strokes: tuple[Stroke, ...] = field(repr=False)


Input = Touched | Edited | Drawn
