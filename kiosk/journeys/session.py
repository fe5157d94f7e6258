"""Everything personal of one resident, in one value that is dropped when the session ends. `repr` shows none of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING

from config.language import Language
from devices.card_reader import Card
from kiosk.case_file import Act, CaseFile
from kiosk.consultations import Matter, Paper
from kiosk.journeys.phases.browsing import Home, Place
from kiosk.journeys.phases.ending import Goodbye
from kiosk.journeys.plan import ASKING, Stage
from kiosk.journeys.whom import Whom
from kiosk.organisation import Organisation
from kiosk.profile import Profile, Use
from kiosk.roster import Standing
from kiosk.slots import Slot
from screens.appearance import Appearance
from screens.hearing import Hearing
from screens.views.inputs import Stroke

if TYPE_CHECKING:
    from kiosk.journeys.form import Answers


class Instead(Enum):
    """What stands in for a material that was not photographed; the value goes into the transaction."""

    DECLARED = "declared"  # a commitment replaces it (告知承诺)
    SHARED = "shared"  # offices check it among themselves
    LEFT_OUT = "none"  # it was optional
    LATER = "later"  # brought to the window later


@dataclass(frozen=True, slots=True)
class Holder:
    """What is known about the person being the holder of the card.

    `outcome` is `verified` (a code sent to `mobile` was right, `check` names that check at the platform) or `deferred`
    (no network: the platform will check). Without a `mobile` it was the one that offices know, or their own phone that showed who they are.
    """

    outcome: str
    mobile: str = field(repr=False)
    check: str = ""


@dataclass(frozen=True, slots=True)
class Agent:
    """Whoever acts for the resident, by their own card.

    `standing` is what the roster says of a registered agent, None for one of the family. `counted` is the command that
    counts the time of the agent's session, `expired` when it is over.
    """

    card: Card = field(repr=False)
    standing: Standing | None = None
    counted: int = 0
    expired: bool = False


@dataclass(frozen=True, slots=True)
class About:
    """What is asked of which case: `place` is its place among the session's cases."""

    place: int
    act: Act


@dataclass(frozen=True, slots=True)
class Rated:
    """What somebody thinks of an item is being kept; `after` is where they were going."""

    item: str
    after: Goodbye | Home


@dataclass(frozen=True, slots=True)
class Kept:
    """What the queue keeps now, and all that is still needed for the outcome page and the receipt.

    `materials` are the keys of papers with their pages, `to_bring` the keys of those to be brought later, `details` lines
    for the receipt of a report or an appointment, in each language; `booked` when a time is held for it, `act` what it asks of a case.
    `photos` is what questions were answered with and how many, in each language. `to_sign` when it is signed at the window.
    """

    transaction: str
    reference: str
    recorded_at: str
    applicant: str = field(repr=False)
    materials: tuple[tuple[str, int], ...] = field(repr=False)
    to_bring: tuple[str, ...]
    details: Mapping[Language, tuple[tuple[str, str], ...]] = field(repr=False)
    booked: bool = False
    act: Act | None = None
    photos: Mapping[Language, tuple[tuple[str, int], ...]] = field(default_factory=dict, repr=False)
    to_sign: bool = False


@dataclass(frozen=True, slots=True)
class Session:
    """One resident at the terminal: the language and the looks chosen and, once an item was opened, all that was said.

    `appearance` is None until the resident chooses one: pages then look as the settings say. `hearing` is None while pages
    are not spoken, `longer` once the resident has said that everything takes them more time.
    `cases` are those of the resident, `about` what is asked of one of them. `sharing` once departments may be asked, `hints` once they may say what else the resident may be entitled to,
    `profile` what they hold, `uses` what the resident wants with it, by the path of the field.
    `item` is the code of the item that is open, `place` where it was opened. `plan` are the stages of the application once
    it has begun, `ticked` the boxes of the privacy notice.
    `card` is that of whom it is about; `whom` once it was said whose matter it is, `agent` when somebody acts for them, `organisation` when the card is that of whoever acts for one. `sections` are the parts of the form that are asked, as
    far as the answers tell (field sets, or the questions of a form of one field set); `trail` the questions passed, for going back; `detour` those passed since a change was begun on the
    review page, None when none is. `asked` once the last question was reached, `papers_seen` once the checklist was left
    by going on: from then on, going on passes by what is done. `pictures` are JPEGs by the key of their target, `instead`
    what stands in for a material by its key, `slot` a time that the platform holds by the name `hold`, `signed` strokes by the name of their attachment. `paid` is how a payment ended: a state
    of the platform or `UNKNOWN`, empty while there is none.
    `stays` once the resident has gone on with another matter: who they are (`card`, `holder`) is known already, and what they
    have `given` so far, by meaning, is offered again. `rated` while what they think of an item is being kept.
    `taken_along` once the platform keeps a draft of it for the resident's phone.
    `matters` are what can be decided or commented on, `matter` the one chosen, `paper` what it is answered on, `marks` the option
    chosen for each of its questions; `cast` is `in` once the answer is in, `unknown` while nobody knows, else empty. `paper_out` while a document may lie in the printer that nobody has taken.
    """

    language: Language = Language.CHINESE
    appearance: Appearance | None = None
    hearing: Hearing | None = None
    longer: bool = False
    item: str = ""
    place: Place = field(default_factory=Home)
    plan: tuple[Stage, ...] = ()
    ticked: frozenset[str] = frozenset()
    consented: bool = False
    card: Card | None = field(default=None, repr=False)
    whom: Whom | None = None
    agent: Agent | None = None
    organisation: Organisation | None = None
    answers: "Answers | None" = field(default=None, repr=False)
    sections: tuple[str, ...] = ()
    trail: tuple[str, ...] = ()
    detour: tuple[str, ...] | None = None
    asked: bool = False
    pictures: Mapping[str, tuple[bytes, ...]] = field(default_factory=dict, repr=False)
    instead: Mapping[str, Instead] = field(default_factory=dict, repr=False)
    papers_seen: bool = False
    holder: Holder | None = field(default=None, repr=False)
    signed: Mapping[str, tuple[Stroke, ...]] = field(default_factory=dict, repr=False)
    slot: Slot | None = None
    hold: str = field(default="", repr=False)
    matters: tuple[Matter, ...] = ()
    matter: Matter | None = None
    paper: Paper | None = field(default=None, repr=False)
    marks: Mapping[str, str] = field(default_factory=dict, repr=False)
    cast: str = ""
    kept: Kept | None = field(default=None, repr=False)
    paid: str = ""
    cases: tuple[CaseFile, ...] = field(default=(), repr=False)
    about: About | None = None
    paper_out: bool = False
    sharing: bool = False
    hints: bool = False
    profile: Profile | None = field(default=None, repr=False)
    uses: Mapping[str, Use] = field(default_factory=dict)
    stays: bool = False
    given: Mapping[str, object] = field(default_factory=dict, repr=False)
    rated: Rated | None = None
    taken_along: bool = False

    @property
    def id_number(self) -> str:
        """The number on the card of whom it is about, "" before there is one."""
        return self.card.id_number if self.card else ""

    @property
    def checked(self) -> str:
        """The platform's name of the check that it is the holder, "" without one."""
        return self.holder.check if self.holder else ""

    @property
    def began_online(self) -> bool:
        """Whether the application was begun with a network; it keeps to that flow when the network comes or goes."""
        return Stage.OFFLINE_NOTICE not in self.plan

    @property
    def would_lose(self) -> bool:
        """Whether leaving now would lose something the resident has given."""
        return (
            bool(self.plan)
            and self.kept is None
            and not self.paid
            and not self.cast
            and ASKING.isdisjoint(self.plan)
            and Stage.CASES not in self.plan
            and bool(self.card or self.answers or self.pictures or self.marks)
        )

    def again(self) -> "Session":
        """Return a session of which only language, item, the way to it and whoever acts are left."""
        kept = self.for_next()
        return replace(kept, item=self.item, place=self.place, whom=self.whom, agent=self.agent)

    def unsaid(self) -> "Session":
        """Return the session without anything that was said in the matter; item, plan, consent and who is there stay."""
        return replace(
            self.again(),
            plan=self.plan,
            ticked=self.ticked,
            consented=self.consented,
            card=self.card,
            holder=self.holder,
        )

    def staying(self) -> "Session":
        """Return a session of a resident who goes on with another matter: who they are and what they gave is left."""
        return replace(self.afresh(), stays=True, card=self.card, holder=self.holder, given=self.given)

    def for_own(self) -> "Session":
        """Return a session for a matter of the resident's own: who they are is left of one who stays."""
        return self.staying() if self.stays else self.afresh()

    def for_next(self) -> "Session":
        """Return a session of which only language, looks and who goes on are left: the next matter begins with it.

        That is a resident who stays, a registered agent, or the operator of an organisation, whose card and check are their own.
        """
        if self.stays:
            return self.staying()
        if self.organisation:
            acts = {"organisation": self.organisation, "card": self.card, "holder": self.holder}
            return replace(self.afresh(), whom=Whom.ORGANISATION, **acts)  # type: ignore[arg-type]  # by their names
        if self.agent is None or self.agent.standing is None:
            return self.afresh()
        return replace(self.afresh(), agent=self.agent, whom=Whom.AGENCY)

    def afresh(self) -> "Session":
        """Return a session of which only how a resident reads, hears and how much time they need is left."""
        return Session(self.language, self.appearance, self.hearing, self.longer)

    def with_pictures(self, key: str, pages: tuple[bytes, ...]) -> "Session":
        """Return the session with the pictures of a target; without pages there are none of it."""
        others = {name: kept for name, kept in self.pictures.items() if name != key}
        instead = {name: kept for name, kept in self.instead.items() if name != key}
        return replace(self, pictures={**others, key: pages} if pages else others, instead=instead)

    def with_instead(self, key: str, instead: Instead) -> "Session":
        """Return the session with something that stands in for a material; its pictures are dropped."""
        dropped = self.with_pictures(key, ())
        return replace(dropped, instead={**dropped.instead, key: instead})
