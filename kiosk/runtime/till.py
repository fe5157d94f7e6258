"""Carries out what a journey commands about money, and sees every order of the journal to its end.

An order that nobody follows any more (the resident has left, the power was gone) is closed at the platform, again and again
until the platform says what became of it.
"""

import json
import threading
import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from kiosk.commands.money import CloseOrder, FindBills, FollowOrder, MakeOrder
from kiosk.events import Event
from kiosk.events.money import OrderChanged, OrderMade, OrderNotMade, OrderSilent
from kiosk.payment import Order
from kiosk.platform.payments import NEVER, SILENT, PaymentClient
from kiosk.runtime import crash
from kiosk.runtime.payment_journal import Entry, PaymentJournal

TRIES = 3
KEPT = timedelta(days=180)
SWEEP_EVERY = 8  # polls


class Till:
    """Every command is carried out on a thread; `post` takes the answers. Only one order is followed at a time."""

    def __init__(
        self,
        client: PaymentClient,
        journal: PaymentJournal,
        post: Callable[[Event], None],
        poll: float = 2.0,
    ) -> None:
        self._client, self._journal, self._post, self._poll = client, journal, post, poll
        self._lock = threading.Lock()
        self._session = 0
        self._current = ""
        self._followed: FollowOrder | None = None
        self._told = ""
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._work, name="till", daemon=True)

    def start(self) -> None:
        """Begin to see to the orders; what a power cut has left open is closed first."""
        self._thread.start()

    def stop(self) -> None:
        """End; what is open is seen to after the next start."""
        self._stopping.set()
        if self._thread.ident is not None:
            self._thread.join()

    def carry_out(self, command: FindBills | MakeOrder | FollowOrder | CloseOrder) -> None:
        """Begin a command; returns at once."""
        match command:
            case FindBills(number, document):
                self._aside(lambda: self._post(self._client.find(number, document)))
            case MakeOrder():
                session = self.forget()
                self._aside(lambda: self._post(self._make(command, session)))
            case FollowOrder(_, order):
                with self._lock:
                    self._followed, self._current, self._told = command, order, ""
            case CloseOrder():
                self._aside(lambda: self._post(self._close(command)))

    def forget(self) -> int:
        """Follow nothing any more: the session is over. Return the number of the next one."""
        with self._lock:
            self._session += 1
            self._current, self._followed = "", None
            return self._session

    def look(self, *, sweep: bool = True) -> None:
        """Ask for the order that is followed, and close (with `sweep`) those that nobody follows; called again and again."""
        for entry in self._journal.entries():
            if entry.final:
                continue
            if entry.order == self._current:
                self._learnt(entry, self._client.state(entry.order))
            elif sweep and not self._stopping.is_set():
                self._learnt(entry, self._client.close(entry.order))

    def _make(self, command: MakeOrder, session: int) -> OrderMade | OrderNotMade:
        entry = Entry(str(uuid.uuid4()), command.bill, datetime.now(UTC).isoformat(timespec="seconds"))
        with self._lock:
            if session != self._session:
                return OrderNotMade(command.id, "offline")
            self._current = entry.order
        try:
            self._journal.write(entry)  # before anything can be paid
            made = self._ordered(entry, command.id_number)
            if isinstance(made, Order):
                self._journal.write(replace(entry, number=made.number, state=made.state))
                return OrderMade(command.id, made)
        except OSError as error:
            crash.report("the payment journal cannot be written: free space on the terminal's disk", error)
            made = SILENT
        with self._lock:
            if self._current == entry.order:
                self._current = ""  # nobody sees a code: it is closed in case the platform has made it
        if made != SILENT:
            self._journal.write(replace(entry, state="refused"))
        return OrderNotMade(command.id, made or "offline")

    def _ordered(self, entry: Entry, payer: str) -> Order | str:
        made: Order | str = SILENT
        document = json.dumps({"bill": entry.bill, **({"id_number": payer} if payer else {})})
        for _ in range(TRIES):
            if (made := self._client.make(entry.order, document)) != SILENT or self._stopping.wait(0.5):
                break
        return made

    def _close(self, command: CloseOrder) -> OrderChanged | OrderSilent:
        for _ in range(TRIES):
            state = self._client.close(command.order)
            if state != SILENT:
                return OrderChanged(command.id, "closed" if state == NEVER else state)
        return OrderSilent(command.id)

    def _learnt(self, entry: Entry, state: str) -> None:
        """Write down what the platform says, and tell whoever follows the order."""
        if state == SILENT:
            return
        if state != entry.state:
            self._journal.write(replace(entry, state=state))
        with self._lock:
            followed = self._followed if self._followed and self._followed.order == entry.order else None
            news = followed is not None and state != self._told
            self._told = state if news else self._told
        if followed and news:
            self._post(OrderChanged(followed.id, "closed" if state == NEVER else state))

    def _work(self) -> None:
        self._safely(lambda: self._journal.prune((datetime.now(UTC) - KEPT).isoformat(timespec="seconds")))
        polls = 0
        while not self._stopping.is_set():
            self._safely(lambda: self.look(sweep=polls % SWEEP_EVERY == 0))  # noqa: B023  # called at once
            polls += 1
            self._stopping.wait(self._poll)

    def _safely(self, work: Callable[[], None]) -> None:
        try:
            work()
        except OSError as error:
            crash.report("the payment journal cannot be used: look at the terminal's disk", error)

    def _aside(self, work: Callable[[], None]) -> None:
        threading.Thread(target=work, name="till-command", daemon=True).start()
