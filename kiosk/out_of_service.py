"""The page of a terminal that cannot serve: both languages at once, where else to go, and the remedy for staff."""

from screens.texts import words
from screens.views.waiting import OutOfService

HOTLINE = "12345"  # the government service hotline of every Chinese city; settings that could say otherwise are missing


def out_of_service(reason: Exception) -> OutOfService:
    """Return the page for an error that `kiosk.runtime.release` raised; its message names the remedy."""
    return OutOfService(
        page="out_of_service",
        title=_both("service-closed", " · "),
        lines=(
            _both("service-closed-reason"),
            _both("service-closed-elsewhere"),
            _both("service-closed-hotline", hotline=HOTLINE),
            _both("service-closed-staff") + f"\n{reason}",
        ),
    )


def _both(text: str, separator: str = "\n", **values: str) -> str:
    """Nobody can choose a language here."""
    return separator.join(words(language)(text, **values) for language in ("zh-Hans", "en"))
