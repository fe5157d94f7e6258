"""The frame that every page has."""

from dataclasses import dataclass, field
from enum import Enum

from screens.appearance import AS_DRAWN, Appearance
from screens.hearing import Hearing


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
    `speech` is what everybody around may hear of the question: out loud the voice says no more of title, lead, error and
    options than stands in it (in headphones it says the page, `screens.voice.page`). `language` is the tag of the texts' language ("zh-Hans" or
    "en"): what a screen adds by itself (keyboards, "more below") follows it. `appearance` is how large and in which
    colours it is shown, `hearing` how it is heard, None when it is not.
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
    hearing: Hearing | None = None
