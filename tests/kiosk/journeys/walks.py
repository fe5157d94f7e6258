"""Random walks over all flows: `python -m tests.kiosk.journeys.walks [--steps 1000000] [--seed 1]`.

A resident who mostly does what a page asks for, sometimes anything else, in a world where anything may be answered, break and
mend. After each step `Walker` checks what must always be true; besides, nothing personal may stand in a log, or in the `repr` of
state, commands and events. In the end the phases that were met are told: a walk that saw little shows little.
"""

import argparse
import hmac
import logging
import random
import sys
import time
from collections import Counter
from dataclasses import replace
from typing import get_args

from config.settings import Settings
from config.working_days import shipped
from kiosk.catalogue.home import group_of
from kiosk.commands import Command
from kiosk.commands.lookups import LookUp
from kiosk.events import Event
from kiosk.events.cards import CardLifted
from kiosk.events.lookups import SheetFound
from kiosk.events.world import (
    NOBODY,
    AdmissionChanged,
    DeviceChanged,
    FullResidents,
    NetworkChanged,
    TimedOut,
)
from kiosk.journeys import start
from kiosk.journeys.exploring.happenings import happenings
from kiosk.journeys.exploring.inputs import inputs
from kiosk.journeys.exploring.specimens import SHEET
from kiosk.journeys.phases.browsing import Attract
from kiosk.journeys.phases.cases import CaseOpen, MyCases
from kiosk.journeys.phases.kinds import Page, Waiting
from kiosk.journeys.phases.lookups import Found
from kiosk.journeys.phases.opening import Confirming
from kiosk.journeys.phases.overlays import Leaving
from kiosk.journeys.phases.participation import AskingFate, NotTaken, PuttingIn
from kiosk.journeys.phases.sending import Finished
from kiosk.journeys.phases.sharing import FindingProfile, NoProfile, ProfileShown, ValueOpen
from kiosk.journeys.phases.slots import FindingSlots
from kiosk.journeys.plan import SERVED
from kiosk.journeys.whom import Whom
from screens.views import AnyView
from screens.views.inputs import Edited, Touched
from tests.kiosk.journeys.resident import Resident
from tests.kiosk.journeys.terminal import AGENT, CARD, CATALOGUE, PIN, SETTINGS, TODAY, Terminal, willing
from tests.kiosk.journeys.walker import WORLD, Walker

CODES = [item.code for item in CATALOGUE.items if item.flow in SERVED]
PERSONAL = (
    *(text for card in (CARD, AGENT) for text in (card.name, card.id_number, card.address) if text),
    "13800138000",
    "6222020000000000005",
    "因病住院",
    PIN,
)
"""What residents of these walks are called and say, where it stands in no page and no catalogue."""

CROWDED = FullResidents(
    b"salt", frozenset({hmac.new(b"salt", CARD.id_number.encode(), "sha256").hexdigest()})
)
"""Too much of whoever lays `CARD` waits here already."""

EVERY_CARD = Settings.model_validate(
    {**SETTINGS.model_dump(), "devices": {"card_reader": {"csca": "where certificates of states would be"}}}
)
"""A terminal whose reader takes travel documents, too."""

MOST_TURNS = 150
"""How long somebody stays before they walk away."""

STEADINESS = (0.8, 0.8, 0.97)
"""How often somebody does what a page asks for: most are distracted, some come to the end of long matters."""

RARE = ("CP-009", "CP-014", "CP-004", "CP-013", "RS-016")
"""Items whose pages few come to by chance, begun more often: cases, mandates, ballots, an organisation's."""

CURIOUS = (
    MyCases,
    CaseOpen,
    Found,
    Confirming,
    ProfileShown,
    ValueOpen,
    NoProfile,
    NotTaken,
    Finished,
    Leaving,
)
"""Pages with more ways than the one that leads on."""

UNSURE = (PuttingIn, AskingFate, FindingSlots, FindingProfile)
"""Waiting that often ends otherwise than it should."""

_ALWAYS_THERE = {"leave", "back", "language", "display", "voice", "help", "done"}


class Listener(logging.Handler):
    """Everything that is logged."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the line."""
        self.lines.append(record.getMessage())


class BrokenPromiseError(Exception):
    """Something that must always be true was not, after this step."""


class Walk(Terminal):
    """A terminal whose every step is checked; `chance` decides what happens."""

    def __init__(self, seed: int, settings: Settings = EVERY_CARD) -> None:
        super().__init__(start(settings, CATALOGUE, TODAY, "GZ044", shipped()))
        self.chance = random.Random(seed)  # noqa: S311  # chance, not secrets
        self.walker = Walker(self)
        self.met: Counter[type] = Counter()
        self.steps = 0
        self.steady = STEADINESS[0]
        self.sessions = 0

    def post(self, *events: Event) -> "Walk":
        """Let events happen, each a step that is checked."""
        for event in events:
            before = self.walker.state
            self._taken(event)
            self.state = self.walker.state
            self.steps += 1
            if type(self.state.phase) is not type(before.phase):
                self.met[type(self.state.phase)] += 1
                assert_masked(repr(self.state), repr(event), repr(self.walker.waiting))
        return self

    def _taken(self, event: Event) -> None:
        try:
            self.walker.take(event)
        except AssertionError as broken:
            raise BrokenPromiseError(f"{event} at {self.walker.state.phase}: {broken}") from broken

    @property
    def view(self) -> AnyView:
        """The page, as it was made when the step was checked."""
        return self.walker.page

    def go(self, steps: int) -> None:
        """Take steps until there were that many."""
        while self.steps < steps:
            self._session()
            self.sessions += 1
            self.walker.rest()
            self.state = self.walker.state
            self.walker.waiting.clear()

    def _session(self) -> None:
        """One person, from attract until they have gone, or stayed too long."""
        self._begin()
        resident = Resident(self, whom=self.chance.choice(tuple(Whom)))
        self.steady = self.chance.choice(STEADINESS)
        for _ in range(self.chance.randint(1, MOST_TURNS)):
            if isinstance(self.state.phase, Attract):
                return
            self._answered()
            self._one(resident)

    def _begin(self) -> None:
        """The world is mended; most know what they want."""
        mended = [DeviceChanged(device, working=True) for device, _ in self.state.outside.broken]
        self.post(CardLifted(), *mended, NetworkChanged(online=self.chance.random() < 0.8), Touched("start"))
        dice = self.chance.random()
        if dice < 0.1:
            self.post(Touched("mine"))
            return
        if dice < 0.12:
            self.post(Touched("search"), Edited("#GZ044"), Touched("staff"), Edited(PIN), Touched("next"))
            return
        self.post(AdmissionChanged(residents=CROWDED if self.chance.random() < 0.05 else NOBODY))
        item = CATALOGUE.by_code[self.chance.choice(RARE if self.chance.random() < 0.15 else CODES)]
        self.post(Touched(f"group.{group_of(CATALOGUE, item).value}"), Touched(f"item.{item.code}"))

    def _one(self, resident: Resident) -> None:
        """Do what the page asks for; now and then something else that it offers, or something happens."""
        offered = inputs(self.view)
        if isinstance(self.state.phase, CURIOUS) and self.chance.random() < 0.5:
            ways = [one for one in offered if not (isinstance(one, Touched) and one.id in _ALWAYS_THERE)]
            offered = (self.chance.choice(ways),) if ways else offered
        elif self.chance.random() < self.steady:
            try:
                resident.answer(self.view)
            except AssertionError:  # the page offers nothing to somebody who only goes on
                pass
            else:
                return
        if offered and self.chance.random() < 0.85:
            self.post(self.chance.choice(offered))
        else:
            self.post(self.chance.choice((*WORLD, TimedOut(self.state.entered))))

    def _willing(self, command: Command) -> Event | None:
        """What means that work answer; what somebody has entrusted can be revoked."""
        if isinstance(command, LookUp) and CATALOGUE.by_code[command.item].kind == "agency":
            return SheetFound(command.id, replace(SHEET, revoke="m"))
        return willing(command)

    def _answered(self) -> None:
        """What was commanded is answered: mostly as it should be, sometimes as it may be, sometimes not at all."""
        waiting, self.walker.waiting = self.walker.waiting, []
        dice = self.chance.random() + (0.3 if isinstance(self.state.phase, UNSURE) else 0.0)
        if dice < 0.7:
            self.post(*(event for event in map(self._willing, waiting) if event is not None))
        elif dice < 0.95 or isinstance(self.state.phase, UNSURE):
            self.post(self.chance.choice(happenings(self.state)))
        else:
            self.walker.waiting = waiting


def assert_masked(*said: str) -> None:
    """Nothing personal stands in it."""
    for text in said:
        for value in PERSONAL:
            assert value not in text, f"{value} stands in {text[:400]}"


def main() -> int:
    """Walk, and tell how far; an assertion that fails is let through."""
    parser = argparse.ArgumentParser(prog="python -m tests.kiosk.journeys.walks", description=__doc__)
    parser.add_argument("--steps", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    listener = Listener()
    logging.getLogger().addHandler(listener)
    began = time.monotonic()
    walk = Walk(asked.seed)
    walk.go(asked.steps)
    assert_masked(*listener.lines)
    never = unmet(walk)
    print(  # noqa: T201  # a command
        f"{walk.steps} steps, {walk.sessions} sessions, {len(walk.met)} phases met, never met: {never or 'none'}; "
        f"{len(walk.walker.ids)} commands, none repeated; {len(listener.lines)} log lines; {time.monotonic() - began:.0f} s"
    )
    return 1 if never else 0


def unmet(walk: Walk) -> list[str]:
    """Return the phases in which no step has ended."""
    return sorted(
        {phase.__name__ for phase in get_args(Page | Waiting)} - {phase.__name__ for phase in walk.met}
    )


if __name__ == "__main__":
    sys.exit(main())
