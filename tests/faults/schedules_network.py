"""The far side of the schedules as plain values: a network that does what networks do, and a platform that falls ill."""

import random
from dataclasses import dataclass
from typing import Protocol

from offline_queue.answer import Answer, Later, Refused
from offline_queue.records import Acknowledged

YES = Acknowledged("GZ-1", "", "")


class Sender(Protocol):
    """Who waits for an answer, if it still does."""

    def hear(self, request: "Request", answer: Answer | None) -> None:
        """An answer comes; None: what was asked for has not arrived."""


@dataclass(slots=True)
class Request:
    """On its way to the platform: sending, or asking whether it has arrived. `life` is the sender's."""

    sequence: int
    asks: bool
    sender: Sender
    life: int


class Platform:
    """Holds what arrived, refuses some for ever, is ill at times. Never takes the same twice."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self.arrived: list[int] = []
        self.refused: set[int] = set()
        self.requests = 0
        self.ill = False
        self._bad: set[int] = set()

    def fall_ill_or_recover(self) -> None:
        self.ill = not self.ill

    def answer(self, request: Request) -> Answer | None:
        """None: asked for something that has not arrived."""
        self.requests += 1
        sequence = request.sequence
        if self.ill:
            pause = self._chance.choice((0.0, 0.0, 60.0))
            return Later("HTTP 503", whole_platform=True, pause=pause, unknown=True)
        if request.asks:
            return YES if sequence in self.arrived else None
        if sequence in self.arrived:
            return YES
        if sequence in self._bad or self._chance.random() < 0.1:
            if self._chance.random() < 0.5:  # else it would take the same a moment later
                self._bad.add(sequence)
            self.refused.add(sequence)
            return Refused("HTTP 422", "422")
        self.arrived.append(sequence)
        return YES

    def forgive(self, sequence: int) -> None:
        """Staff have put right why it was refused."""
        self._bad.discard(sequence)


class Network:
    """Requests on their way: in any order, twice, or never. Answers come at once or not at all."""

    def __init__(self, chance: random.Random, platform: Platform) -> None:
        self._chance, self._platform = chance, platform
        self._flying: list[Request] = []
        self.cut = False

    def cut_or_mend(self) -> None:
        self.cut = not self.cut

    def send(self, request: Request) -> bool:
        """Whether there was a connection to send it over."""
        if not self.cut:
            self._flying.append(request)
        return not self.cut

    def deliver(self) -> None:
        """Any one arrives; its answer may get lost, or come to somebody who no longer waits."""
        if self._flying and not self.cut:
            request = self._flying.pop(self._chance.randrange(len(self._flying)))
            answer = self._platform.answer(request)
            if self._chance.random() > 0.15:
                request.sender.hear(request, answer)

    def double(self) -> None:
        if self._flying:
            self._flying.append(self._chance.choice(self._flying))

    def lose(self) -> None:
        if self._flying:
            self._flying.pop(self._chance.randrange(len(self._flying)))

    def calm(self) -> None:
        """All that flies arrives now."""
        self.cut = False
        while self._flying:
            self.deliver()
