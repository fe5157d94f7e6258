"""Pages of how it ended."""

from dataclasses import dataclass
from enum import Enum

from screens.views.frame import Banner, View
from screens.views.listing import Row


class OutcomeKind(Enum):
    """The four truthful sentences, and two more: of a draft, of paper."""

    DONE = "done"
    SAVED = "saved"  # saved here, will be sent
    DRAFT = "draft"  # not done: the platform keeps a draft
    NOT_DONE = "not_done"  # nothing was taken
    PAYMENT_UNKNOWN = "payment_unknown"  # do not pay again
    PAPER_UNKNOWN = "paper_unknown"  # of a document: a paper may be out


SCANS = {OutcomeKind.SAVED: "widget-scan-saved", OutcomeKind.DRAFT: "widget-scan-draft"}
"""The texts that say what a phone finds behind the code, where that is not the progress of a case (`widget-scan`)."""


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
