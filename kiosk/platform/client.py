"""Requests of the touchscreen to the platform (`docs/platform-api.yaml`); every call is bounded in time."""

import json
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from devices.card_reader import Card, CardKind, Sex
from kiosk.case_file import cases_of
from kiosk.commands.agency import RevokeMandate
from kiosk.commands.handover import FetchDraft
from kiosk.commands.sharing import FindProfile
from kiosk.decision import Decision, decision_of
from kiosk.events.agency import MandateRevoked, MandateStands, StandingTold, StandingUnknown
from kiosk.events.cases import CasesFound, CasesNotFound
from kiosk.events.handover import DraftFetched, DraftKept, DraftNotFetched, DraftNotKept
from kiosk.events.holder_check import CodeChecked, CodeNotSent, CodeSent
from kiosk.events.lookups import SheetFound, SheetNotFound
from kiosk.events.organisations import OrganisationFound, OrganisationNotFound
from kiosk.events.persons import PersonFound, PersonNotFound
from kiosk.events.sharing import ProfileFound, ProfileNotFound
from kiosk.events.slots import SlotGone, SlotHeld, SlotsFound, SlotsNotFound
from kiosk.handover import answers_of, draft_of
from kiosk.organisation import organisation_of
from kiosk.platform.asking import Asking, is_silent, refusal, told
from kiosk.platform.consultations import ConsultationClient
from kiosk.platform.sheets import PublicSheets
from kiosk.profile import profile_of
from kiosk.roster import standing_of
from kiosk.sheet import sheet_of
from kiosk.slots import slots_of

if TYPE_CHECKING:
    import requests

APP_CODE = "app_code"
"""What `extra["way"]` of a card says that was none: a code on a phone."""

CODE_OUTCOMES = ("verified", "wrong", "expired", "too_many")
HEALTH_TIMEOUT = (2.0, 3.0)
CODE_TIMEOUT = (3.0, 10.0)


class PlatformClient:
    """Speaks to one platform. Its methods may be called from any thread; what is published is kept in `sheets`."""

    def __init__(
        self, base_url: str, connect: "Callable[[], requests.Session]", sheets: PublicSheets
    ) -> None:
        self._ask = Asking(base_url, connect, CODE_TIMEOUT)
        self._sheets = sheets
        self.consultations = ConsultationClient(base_url, connect)

    def send_code(self, command: int, mobile: str, id_number: str) -> CodeSent | CodeNotSent:
        """Have a one-time code sent to `mobile`, or when it is empty to the one on record; the answer echoes `command`."""
        asked = {"mobile": mobile, "id_number": id_number} if mobile else {"id_number": id_number}
        status, body = self._post("/v1/holder-checks", asked)
        if status == 201 and isinstance(check := body.get("id"), str):
            return CodeSent(command, check)
        return CodeNotSent(command, _why_not_sent(status))

    def check_code(self, command: int, check: str, code: str) -> CodeChecked:
        """Ask whether `code` is the one that was sent for `check`."""
        status, body = self._post(f"/v1/holder-checks/{quote(check, safe='')}/code", {"code": code})
        outcome = body.get("outcome")
        if status == 200 and outcome in CODE_OUTCOMES:
            return CodeChecked(command, str(outcome))
        return CodeChecked(command, "expired" if status == 404 else "offline")

    def find_person(self, command: int, code: str, card_number: str) -> PersonFound | PersonNotFound:
        """Ask who shows a phone's code, or whose a social security card is."""
        status, body = self._post("/v1/persons", {"code": code, "card_number": card_number})
        try:
            if status == 200:
                kind = CardKind.SOCIAL_SECURITY if card_number else CardKind.RESIDENT
                return PersonFound(
                    command, _person(body, kind, card_number), str(body.get("holder_check", ""))
                )
        except (KeyError, TypeError, ValueError):
            status = 0
        reasons = {404: "unknown", 410: "over"}
        return PersonNotFound(command, reasons.get(status, refusal(status)))

    def ask_standing(self, command: int, id_number: str) -> StandingTold | StandingUnknown:
        """Ask how the holder of a document stands in the roster of agents."""
        status, body = self._post("/v1/agents/standing", {"id_number": id_number})
        found = told(status, body, standing_of)
        return StandingUnknown(command, found) if isinstance(found, str) else StandingTold(command, found)

    def find_organisation(
        self, command: int, code: str, id_number: str
    ) -> OrganisationFound | OrganisationNotFound:
        """Ask which organisation shows a code, and what the holder of a document may do for it."""
        status, body = self._post("/v1/organisations", {"code": code, "id_number": id_number})
        found = told(status, body, organisation_of)
        if isinstance(found, str):
            return OrganisationNotFound(command, {404: "unknown", 410: "over"}.get(status, found))
        return OrganisationFound(command, found)

    def revoke_mandate(self, asked: RevokeMandate) -> MandateRevoked | MandateStands:
        """Have a mandate revoked by whoever gave it."""
        path = f"/v1/mandates/{quote(asked.mandate, safe='')}/revocation"
        said = {"id_number": asked.id_number, "holder_check": asked.holder_check}
        status, body = self._post(path, said)
        try:
            if status == 200:
                return MandateRevoked(asked.id, sheet_of(body))
        except ValueError:
            status = 0
        return MandateStands(asked.id, _why_not_found(status))

    def look_up(self, command: int, item: str, document: str, *, public: bool) -> SheetFound | SheetNotFound:
        """Ask what the platform holds for an item; without an answer, what is `public` is told as it was kept."""
        status, body = self._post(f"/v1/lookups/{quote(item, safe='')}", json.loads(document))
        try:
            if status == 200:
                found = sheet_of(body)
                if public:
                    self._sheets.keep(item, body)
                return SheetFound(command, found)
        except ValueError:
            status = 0
        kept = self._sheets.find(item) if public and is_silent(status) else None
        return SheetFound(command, kept) if kept else SheetNotFound(command, _why_not_found(status))

    def find_cases(self, command: int, id_number: str) -> CasesFound | CasesNotFound:
        """Ask for the cases of the holder of a document."""
        status, body = self._post("/v1/cases", {"id_number": id_number})
        found = told(status, body, cases_of)
        return CasesNotFound(command, found) if isinstance(found, str) else CasesFound(command, found)

    def find_profile(self, question: FindProfile) -> ProfileFound | ProfileNotFound:
        """Ask what departments hold about the checked holder of a document."""
        command, hints = question.id, {"hints": True} if question.hints else {}
        whose = {"id_number": question.id_number, "holder_check": question.holder_check}
        asked = {"item": question.item, **whose, **hints}
        status, body = self._post("/v1/residents/profile", asked)
        found = told(status, body, profile_of)
        return ProfileNotFound(command, found) if isinstance(found, str) else ProfileFound(command, found)

    def keep_draft(self, command: int, document: str) -> DraftKept | DraftNotKept:
        """Have what was entered kept for the resident's phone."""
        status, body = self._post("/v1/drafts", json.loads(document))
        found = told(200 if status == 201 else status, body, draft_of)
        return DraftNotKept(command, found) if isinstance(found, str) else DraftKept(command, found)

    def fetch_draft(self, question: FetchDraft) -> DraftFetched | DraftNotFetched:
        """Ask for what the holder of a document has answered before, by the code on their phone."""
        asked = {"item": question.item, "id_number": question.id_number, "code": question.code}
        status, body = self._post("/v1/drafts/open", asked)
        found = told(status, body, answers_of)
        if isinstance(found, str):
            return DraftNotFetched(question.id, {404: "unknown", 429: "too_many"}.get(status, found))
        return DraftFetched(question.id, found)

    def find_slots(self, command: int, item: str, site: str) -> SlotsFound | SlotsNotFound:
        """Ask for the free times of an item at a site, the platform's choice when none is named."""
        status, body = self._post("/v1/slots", {"item": item, "site": site})
        found = told(status, body, slots_of)
        return SlotsNotFound(command, found) if isinstance(found, str) else SlotsFound(command, found)

    def hold_slot(self, command: int, item: str, slot: str) -> SlotHeld | SlotGone | SlotsNotFound:
        """Have a time held until the transaction that names it has come."""
        status, body = self._post(f"/v1/slots/{quote(slot, safe='')}/hold", {"item": item})
        if status == 201 and isinstance(hold := body.get("hold"), str):
            return SlotHeld(command, hold)
        if status == 409:
            return SlotGone(command)
        return SlotsNotFound(command, refusal(status))

    def case(self, number: str) -> Decision | None:
        """Return how a case stands; None when the platform does not say."""
        status, body = self._ask("GET", f"/v1/cases/{quote(number, safe='')}")
        return decision_of(body) if status == 200 else None

    def _post(self, path: str, document: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        return self._ask("POST", path, json.dumps(document, ensure_ascii=False))


def _person(body: dict[str, Any], kind: CardKind, card_number: str) -> Card:
    return Card(
        kind,
        name=str(body["name"]),
        id_number=str(body["id_number"]),
        sex=Sex(body["sex"]),
        birth_date=date.fromisoformat(body["birth_date"]),
        card_number=card_number,
        extra={} if card_number else {"way": APP_CODE},
    )


class Health:
    """Whether the platform answers, asked again and again by one thread over one connection."""

    def __init__(self, base_url: str, connect: "Callable[[], requests.Session]") -> None:
        self._url = f"{base_url.rstrip('/')}/v1/health"
        self._connect = connect
        self._session: requests.Session | None = None

    def reachable(self) -> bool:
        """Whether the platform answers at this moment.

        It is asked twice before it is said to be gone: the connection kept from last time may be closed by the platform, which
        is tired of it, at the very moment of asking (RFC 9112 9.3.1).
        """
        if self._session is None:
            self._session = self._connect()
        return self._answers(self._session) or self._answers(self._session)

    def close(self) -> None:
        """Let the connection go."""
        if self._session is not None:
            self._session.close()

    def _answers(self, session: "requests.Session") -> bool:
        import requests  # noqa: PLC0415  # takes 0.2 s to import

        try:
            return bool(session.get(self._url, timeout=HEALTH_TIMEOUT).ok)
        except requests.RequestException:
            return False


def _why_not_sent(status: int) -> str:
    if status == 429:
        return "too_many"
    return "refused" if 400 <= status < 500 else "offline"


def _why_not_found(status: int) -> str:
    return "unknown" if status == 404 else refusal(status)
