"""What is known about a paper, in words: printed is said only on the printer's proof."""

from kiosk.events.printing import Paper
from kiosk.journeys.phases.printing import Printing
from kiosk.journeys.state import State
from kiosk.journeys.wording import speaker
from screens.views.frame import Banner, Tone

_REASONS = {
    "PAPER_OUT": "paper-out",
    "COVER_OPEN": "cover-open",
    "CUTTER_JAM": "jam",
    "PAPER_JAM": "jam",
    "PRINT_INCOMPLETE": "incomplete",
    "NOT_CONFIGURED": "none",
    "OUTPUT_FULL": "output-full",
    "TONER_OUT": "toner-out",
    "PRINT_ABORTED": "incomplete",
}
"""What a printer's code means to the resident; everything else is a printer that does not work."""


def banner(state: State, printing: Printing, what: str) -> Banner:
    """Return what is known about the print of `what`: a `guide` or a `receipt`."""
    say = speaker(state.session.language)
    match printing.paper:
        case None:
            return Banner(Tone.NEUTRAL, say(f"paper-{what}-printing"))
        case Paper.PRINTED:
            return Banner(Tone.GOOD, say(f"paper-{what}-printed"))
        case Paper.FAILED:
            return failed(state, printing.code, what)
        case Paper.UNKNOWN:
            return Banner(Tone.WARNING, say(f"paper-{what}-unknown"))


def failed(state: State, code: str, what: str) -> Banner:
    """Return that nothing was printed, why, and what to do instead."""
    say = speaker(state.session.language)
    return Banner(Tone.BAD, say(f"paper-{what}-failed", reason=reason_of(state, code)))


def reason_of(state: State, code: str) -> str:
    """Return what a printer's code means, as a part of a sentence."""
    return speaker(state.session.language)(f"paper-reason-{_REASONS.get(code, 'other')}")
