"""The page over every other while the panel cannot be touched: two languages at once, and a number to call.

Nobody can choose anything on it, nor a language. The session beneath goes on to its own end.
"""

from config.language import Language
from kiosk.events.world import DeviceClass
from kiosk.journeys.pages.frame import bare
from kiosk.journeys.state import State
from kiosk.journeys.wording import words_of
from screens.views.waiting import OutOfService

NOT_LOST = frozenset({"", "NOT_CONFIGURED", "NO_SUCH_PORT"})
"""Codes of a panel that works, that nobody watches, and that has not been there since the start: then the settings of a
release may be wrong, and would close every terminal."""


def is_untouchable(state: State) -> bool:
    """Whether the panel was there and is not; whoever has keys to feel needs no panel."""
    lost = state.outside.trouble(DeviceClass.TOUCH_PANEL) not in NOT_LOST
    return lost and not state.outside.works(DeviceClass.KEYPAD)


def view(state: State) -> OutOfService:
    """Return the page."""
    frame = bare(state)
    frame["tools"] = ()
    chosen = state.session.language
    languages = (chosen if chosen.is_chinese else Language.CHINESE, Language.ENGLISH)

    def both(text: str, separator: str = "\n", **values: str) -> str:
        return separator.join(words_of(language, "service")(text, **values) for language in languages)

    return OutOfService(
        page="untouchable",
        title=both("untouchable", " · "),
        lines=(
            both("closed-hotline", hotline=state.outside.settings.site.hotline),
            both("untouchable-reason"),
            both("closed-elsewhere"),
        ),
        icons=("call", "info", "place"),
        speech=(both("untouchable"),),
        **frame,
    )
