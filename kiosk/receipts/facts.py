"""What a receipt of a transaction is made from."""

from dataclasses import dataclass, field

from config.catalogue import Catalogue, Item
from config.language import Language
from config.settings import Site
from kiosk.decision import Decision


@dataclass(frozen=True, slots=True)
class Facts:
    """What happened to one transaction, as far as the terminal knows.

    There is no field for an identity number: a lost receipt must not open a case. `applicant` is the full name (empty
    when nobody signed in); a receipt only ever shows it masked. `materials` are (name, pages), pages 0 when there is
    nothing to count. `details` are (label, value) lines of the item's own, such as a report's category and place.

    `recorded_at` is the terminal's time, ISO 8601 with offset; `received_at` the platform's, empty while it has not
    answered. `answer_by` is the last day on which the office must answer (ISO date), empty while that is not known.
    `follow_up` is the address that the QR code holds: the case's own, or while there is none the platform's
    address to look up the reference; without one there is no QR code. `copy` marks a receipt that is printed again. `decision` is
    what was decided at once.
    """

    language: Language
    catalogue: Catalogue = field(repr=False)
    item: Item = field(repr=False)
    site: Site = field(repr=False)
    terminal_id: str
    reference: str
    transaction: str
    recorded_at: str
    applicant: str = field(default="", repr=False)
    materials: tuple[tuple[str, int], ...] = field(default=(), repr=False)
    details: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    case_number: str = ""
    follow_up: str = field(default="", repr=False)
    received_at: str = ""
    answer_by: str = ""
    training: bool = False
    copy: bool = False
    decision: Decision | None = None
