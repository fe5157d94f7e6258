"""What a reader of chip cards owes, through the real pcscd: data or an error with its action, never a hang."""

import itertools
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Queue

import pytest

from devices.card_reader import Card, CardKind, CardReader
from devices.card_reader.library_card import UidForm
from devices.card_reader.mrz import DocumentKey, parse
from devices.card_reader.pcsc import PcscReader
from devices.card_reader.pcsc_link import PcscLink, Plate
from devices.damping import WORKING, Condition
from devices.errors import Action, ConfigurationError, DeviceError, ResidentError, StaffError
from devices.simulators.passport import ERIKSSON, PERMIT
from devices.simulators.process import Simulated
from devices.thread import DeviceThread

WHOLE_LIMIT = 15.0
PATIENT = 10.0
CARDS = {
    "trace": "social-card",
    "v1": "social-card",
    "v2": "social-card",
    "v3": "social-card",
    "backwards": "social-card",
    "passport": "passport",
    "entry_permit": "passport",
    "forged": "passport",
    "stranger": "passport",
    "copy": "passport",
    "pace": "passport",
    "library": "library-card",
    "library7": "library-card",
    "phone": "library-card",
    "blank": "library-card",
}
NUMBERS = {
    "trace": "HA1046924",
    "v1": "X00000019",
    "v2": "D2143569X",
    "v3": "HA1046924",
    "passport": "L898902C3",
    "entry_permit": "H00000000",
    "library": "DEADBEEF",
    "library7": "04A1B2C3D4E5F6",
}
V2_COMMANDS, TRACE_COMMANDS, PASSPORT_COMMANDS, UID_COMMANDS = 14, 9, 16, 3
KEY = parse(ERIKSSON).key


class Desk:
    """A reader on a desk, and whoever lays cards on it; lays and lifts until pcscd has seen it."""

    def __init__(self, service: Simulated, cards: dict[str, Simulated], csca: Path) -> None:
        self.service, self.csca, self._cards = service, csca, cards
        self._observer = PcscLink("first", 2.0)

    def lay(self, name: str) -> None:
        chosen = self._cards[CARDS[name]]
        for card in self._cards.values():
            if card is not chosen:
                card.tell("lift")
        before = self._plate()
        chosen.tell("lay", card=name)
        self._until(lambda plate: plate.present and plate != before)

    def lift(self) -> None:
        self.tell("lift")
        self.sees(present=False)

    def tell(self, do: str, **more: str | int | float) -> None:
        for card in self._cards.values():
            card.tell(do, **more)

    def instructions(self, name: str) -> list[str]:
        """The commands that the card has heard since it was laid."""
        return str(self._cards[CARDS[name]].tell("clear")["instructions"]).split()

    def sees(self, *, present: bool) -> None:
        self._until(lambda plate: plate.present is present)

    def _until(self, condition: Callable[[Plate], bool]) -> None:
        until = time.monotonic() + PATIENT
        while not condition(self._plate()):
            assert time.monotonic() < until

    def _plate(self) -> Plate:
        """What pcscd says to somebody else than the driver."""
        self._observer.open()
        try:
            return self._observer.plate()
        finally:
            self._observer.close()


@pytest.fixture(scope="module")
def counter(pcsc_service: Simulated, start: Callable[..., Simulated], run_directory: Path) -> Desk:
    """One reader, and a process for each kind of card."""
    where = ("--reader", str(pcsc_service.where["reader"]))
    cards = {
        "social-card": start("social-card", *where),
        "passport": start("passport", *where, "--csca", str(run_directory / "csca")),
        "library-card": start("library-card", *where),
    }
    return Desk(pcsc_service, cards, run_directory / "csca")


@pytest.fixture
def desk(counter: Desk) -> Iterator[Desk]:
    """The desk with nothing on it."""
    counter.tell("reset")
    counter.sees(present=False)
    yield counter
    counter.tell("reset")


@pytest.fixture
def reader(desk: Desk) -> Iterator[PcscReader]:
    """The driver, open."""
    with PcscReader(csca=desk.csca) as device:
        yield device


def read(reader: PcscReader, key: DocumentKey = KEY) -> Card | DeviceError | None:
    """Read; whatever happens, within the limit."""
    reader.expect(key)
    began = time.monotonic()
    try:
        return reader.read_card()
    except DeviceError as error:
        return error
    finally:
        assert time.monotonic() - began < WHOLE_LIMIT


def number(outcome: Card | DeviceError | None) -> str:
    assert isinstance(outcome, Card), outcome
    return outcome.card_number


def code(outcome: Card | DeviceError | None) -> str:
    assert isinstance(outcome, DeviceError), outcome
    return outcome.code


def test_no_card_is_no_error(reader: PcscReader) -> None:
    assert not reader.card_present()
    assert reader.read_card() is None


@pytest.mark.parametrize("name", NUMBERS)
def test_every_kind_of_card_is_read(desk: Desk, reader: PcscReader, name: str) -> None:
    desk.lay(name)
    assert reader.card_present()
    assert number(read(reader, parse(PERMIT if name == "entry_permit" else ERIKSSON).key)) == NUMBERS[name]


def test_the_published_trace_of_a_card_of_version_3(desk: Desk, reader: PcscReader) -> None:
    desk.lay("trace")
    card = reader.read_card()
    assert card is not None
    assert (card.kind, card.card_number, card.name, card.id_number) == (
        CardKind.SOCIAL_SECURITY,
        "HA1046924",
        "",
        "",
    )
    assert card.extra == {"version": "3.00", "region": "519900", "holder": "platform"}


@pytest.mark.parametrize("name", ["trace", "v1", "v2", "v3"])
def test_no_pin_is_ever_sent(desk: Desk, reader: PcscReader, name: str) -> None:
    desk.lay(name)
    assert reader.read_card() is not None
    assert set(desk.instructions(name)) == {"a4", "b2"}  # SELECT and READ RECORD, no VERIFY


def test_a_passport_is_verified(desk: Desk, reader: PcscReader) -> None:
    desk.lay("passport")
    card = read(reader)
    assert isinstance(card, Card)
    assert (card.name, card.nationality) == ("ERIKSSON, ANNA MARIA", "UTO")
    assert card.extra == {"document": "P", "authenticity": "verified"}


@pytest.mark.parametrize(
    ("name", "ending"),
    [
        ("forged", "CARD_NOT_GENUINE"),
        ("stranger", "CARD_NOT_GENUINE"),
        ("copy", "CARD_NOT_GENUINE"),
        ("pace", "DOCUMENT_NEEDS_PACE"),
        ("phone", "CARD_UID_RANDOM"),
        ("blank", "WRONG_CARD"),
        ("backwards", "CARD_NOT_SELECTED"),
    ],
)
def test_a_card_that_is_refused_is_told_of_once(
    desk: Desk, reader: PcscReader, name: str, ending: str
) -> None:
    desk.lay(name)
    reader.expect(KEY)
    with pytest.raises(ResidentError, match=ending):
        reader.read_card()
    assert reader.read_card() is None
    assert reader.card_present()


def test_a_document_is_read_when_somebody_says_what_opens_it(desk: Desk, reader: PcscReader) -> None:
    desk.lay("passport")
    with pytest.raises(ResidentError, match="MRZ_NEEDED"):
        reader.read_card()
    assert reader.read_card() is None
    reader.expect(parse(PERMIT).key)
    with pytest.raises(ResidentError, match="MRZ_MISMATCH"):
        reader.read_card()
    reader.expect(KEY)
    assert number(reader.read_card()) == "L898902C3"
    assert reader.read_card() is None


def test_what_opens_a_document_is_forgotten_once_it_was_read(desk: Desk, reader: PcscReader) -> None:
    desk.lay("passport")
    assert number(read(reader)) == "L898902C3"
    desk.lift()
    assert reader.read_card() is None
    desk.lay("passport")
    with pytest.raises(ResidentError, match="MRZ_NEEDED"):
        reader.read_card()


@pytest.mark.parametrize(
    ("form", "written"),
    [
        (UidForm.HEX, "DEADBEEF"),
        (UidForm.HEX_REVERSED, "EFBEADDE"),
        (UidForm.DECIMAL, "3735928559"),
        (UidForm.DECIMAL_REVERSED, "4022250974"),
    ],
)
def test_the_number_of_a_library_card_in_every_form(desk: Desk, form: UidForm, written: str) -> None:
    desk.lay("library")
    with PcscReader(uid=form) as reader:
        assert number(reader.read_card()) == written


def test_a_card_is_read_once_until_it_is_lifted(desk: Desk, reader: PcscReader) -> None:
    desk.lay("v1")
    assert number(reader.read_card()) == NUMBERS["v1"]
    assert reader.read_card() is None
    assert reader.card_present()
    desk.lift()
    assert not reader.card_present()
    assert reader.read_card() is None
    desk.lay("v1")
    assert number(reader.read_card()) == NUMBERS["v1"]


def test_the_next_card_is_read_also_when_the_change_was_not_seen(desk: Desk, reader: PcscReader) -> None:
    for name in ("v1", "library", "v2"):
        desk.lay(name)
        assert number(reader.read_card()) == NUMBERS[name]


def test_a_change_that_was_not_seen_is_shown_as_an_empty_plate_once(desk: Desk, reader: PcscReader) -> None:
    desk.lay("v1")
    assert reader.read_card() is not None
    desk.lay("v2")
    assert not reader.card_present()
    assert reader.card_present()
    assert number(reader.read_card()) == NUMBERS["v2"]


def lifted_at(desk: Desk, reader: PcscReader, name: str, at: int) -> None:
    desk.tell("fault", kind="lift", at=at)
    desk.lay(name)
    assert code(read(reader)) == "CARD_LIFTED"
    desk.tell("clear")
    desk.sees(present=False)
    desk.lay(name)
    assert number(read(reader)) == NUMBERS[name]


@pytest.mark.parametrize("at", range(1, TRACE_COMMANDS + 1))
def test_f6_a_social_card_of_version_3_pulled_at_any_command(desk: Desk, reader: PcscReader, at: int) -> None:
    lifted_at(desk, reader, "trace", at)


@pytest.mark.parametrize("at", range(1, V2_COMMANDS + 1))
def test_f6_a_social_card_pulled_at_any_command(desk: Desk, reader: PcscReader, at: int) -> None:
    lifted_at(desk, reader, "v2", at)


@pytest.mark.parametrize("at", range(1, PASSPORT_COMMANDS + 1))
def test_f6_a_passport_lifted_at_any_command(desk: Desk, reader: PcscReader, at: int) -> None:
    lifted_at(desk, reader, "passport", at)


@pytest.mark.parametrize("at", range(1, UID_COMMANDS + 1))
def test_f6_a_library_card_lifted_at_any_command(desk: Desk, reader: PcscReader, at: int) -> None:
    lifted_at(desk, reader, "library", at)


@pytest.mark.parametrize(
    ("at", "kind"),
    list(zip(range(1, PASSPORT_COMMANDS + 1), itertools.cycle(["garble", "cut"]), strict=False)),
)
def test_noise_at_any_command_never_makes_another_passport(
    desk: Desk, reader: PcscReader, at: int, kind: str
) -> None:
    desk.tell("fault", kind=kind, at=at, value=5)
    desk.lay("passport")
    outcome = read(reader)
    assert number(outcome) == "L898902C3" if isinstance(outcome, Card) else outcome is not None


@pytest.mark.parametrize(
    ("at", "value"), list(zip(range(3, V2_COMMANDS + 1), itertools.cycle([0, 1, 3]), strict=False))
)
def test_noise_at_a_social_card_is_survived_or_told(
    desk: Desk, reader: PcscReader, at: int, value: int
) -> None:
    desk.tell("fault", kind="garble" if value != 1 else "cut", at=at, value=value)
    desk.lay("v2")
    outcome = read(reader)
    if isinstance(outcome, Card):
        assert (outcome.card_number, outcome.id_number) == (NUMBERS["v2"], "440524188001010014")
    else:
        assert isinstance(outcome, ResidentError)


@pytest.mark.parametrize("name", ["v2", "passport"])
def test_a_reading_that_failed_once_is_tried_again(desk: Desk, reader: PcscReader, name: str) -> None:
    desk.tell("fault", kind="cut", at=9, value=1)
    desk.lay(name)
    assert number(read(reader)) == NUMBERS[name]


@pytest.mark.parametrize(
    ("status", "ending"),
    [
        (0x6F00, "CARD_READ_FAILED"),
        (0x6581, "CARD_READ_FAILED"),
        (0x6700, "CARD_UNKNOWN"),
        (0x6D00, "CARD_UNKNOWN"),
        (0x6983, "CARD_LOCKED"),
        (0x9303, "CARD_LOCKED"),
    ],
)
def test_a_status_that_stays_ends_in_its_error(
    desk: Desk, reader: PcscReader, status: int, ending: str
) -> None:
    desk.tell("fault", kind="status", value=status, at=5, times=0)
    desk.lay("v2")
    outcome = read(reader)
    assert code(outcome) == ending
    assert isinstance(outcome, ResidentError)


def test_a_locked_card_says_so_at_once(desk: Desk, reader: PcscReader) -> None:
    desk.tell("fault", kind="status", value=0x6283, times=0)
    desk.lay("v2")
    assert code(read(reader)) == "CARD_LOCKED"


@pytest.mark.parametrize("name", ["v2", "passport", "library"])
def test_slow_cards_are_waited_for(desk: Desk, reader: PcscReader, name: str) -> None:
    desk.tell("fault", kind="slow", at=2, seconds=0.2, times=3)
    desk.lay(name)
    assert number(read(reader)) == NUMBERS[name]


def test_a_reader_that_does_not_come_back_from_a_command(desk: Desk) -> None:
    desk.tell("fault", kind="silent", at=3, times=0)
    with PcscReader(limit=0.3) as reader:
        desk.lay("v2")
        began = time.monotonic()
        assert code(read(reader)) == "READER_SILENT"
        assert time.monotonic() - began < 1
        for _ in range(2):  # it still has not: nobody waits again
            began = time.monotonic()
            with pytest.raises(StaffError, match="READER_SILENT"):
                reader.card_present()
            assert time.monotonic() - began < 0.2
        reader.close()
        with pytest.raises(StaffError, match="READER_SILENT"):
            reader.open()
        desk.tell("reset")
        desk.sees(present=False)
        reopened(reader)
        desk.lay("v2")
        assert number(read(reader)) == NUMBERS["v2"]


def reopened(reader: CardReader) -> None:
    until = time.monotonic() + PATIENT
    while True:
        reader.close()
        try:
            reader.open()
        except StaffError:
            assert time.monotonic() < until
        else:
            return


def test_a_service_that_is_lost_and_comes_back(desk: Desk, reader: PcscReader) -> None:
    desk.lay("v2")
    desk.service.tell("end")
    try:
        for ask in (reader.card_present, reader.read_card):
            with pytest.raises(StaffError, match="READER_SERVICE_GONE"):
                ask()
        reader.close()
        with pytest.raises(StaffError, match="READER_SERVICE_GONE"):
            reader.open()
    finally:
        desk.service.tell("begin")
    reader.open()
    desk.lay("v2")
    assert number(read(reader)) == NUMBERS["v2"]


def _ask(reader: PcscReader) -> None:
    reader.card_present()


def test_a_service_that_stays_away_is_shown_and_back_within_a_second(desk: Desk) -> None:
    shown: Queue[Condition] = Queue()
    with DeviceThread(PcscReader(), _ask, shown.put, pause=0.05):
        assert shown.get(timeout=PATIENT) == WORKING
        desk.service.tell("end")
        try:
            assert shown.get(timeout=PATIENT) == Condition(working=False, code="READER_SERVICE_GONE")
        finally:
            desk.service.tell("begin")
        began = time.monotonic()
        assert shown.get(timeout=PATIENT) == WORKING
        assert time.monotonic() - began < 2


def test_a_reader_that_another_program_uses(desk: Desk, reader: PcscReader) -> None:
    desk.lay("v2")
    other = PcscLink("first", 2.0)
    other.open()
    with other.card(time.monotonic() + PATIENT):
        error = read(reader)
    other.close()
    assert code(error) == "PORT_BUSY"
    assert isinstance(error, ConfigurationError)
    assert number(read(reader)) == NUMBERS["v2"]


@pytest.mark.parametrize("port", ["", "first", "Virtual", "Virtual PCD 00 00"])
def test_a_reader_is_found_by_the_beginning_of_its_name(desk: Desk, port: str) -> None:
    desk.lay("v1")
    with PcscReader(port) as reader:
        assert number(reader.read_card()) == NUMBERS["v1"]


def test_another_reader_has_its_own_card(desk: Desk) -> None:
    desk.lay("v1")
    with PcscReader("Virtual PCD 00 01") as reader:
        assert not reader.card_present()


def test_a_reader_that_there_is_not(desk: Desk) -> None:
    assert desk.service.where["reader"]
    with pytest.raises(ConfigurationError, match="set one of Virtual PCD 00 00, Virtual PCD 00 01") as raised:
        PcscReader("Nobody").open()
    assert (raised.value.code, raised.value.action) == ("NO_SUCH_READER", Action.CONFIGURATION)


def test_opening_and_closing_twice_does_nothing(desk: Desk, reader: PcscReader) -> None:
    desk.lay("v1")
    reader.open()
    assert number(reader.read_card()) == NUMBERS["v1"]
    reader.close()
    reader.close()
    with pytest.raises(StaffError, match="DEVICE_GONE"):
        reader.read_card()
