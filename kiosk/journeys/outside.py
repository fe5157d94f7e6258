"""What a journey knows of the world outside: settings, catalogue, date, network, devices. Nothing personal."""

from dataclasses import dataclass, field, replace
from datetime import date

from config.catalogue import Catalogue, Item
from config.settings import Settings
from config.working_days import NOT_KNOWN, WorkingDays
from kiosk.catalogue.home import Home, available, home, tier_of
from kiosk.events import Event
from kiosk.events.cards import CardFailed, CardLifted, CardPresented
from kiosk.events.world import (
    NOBODY,
    AdmissionChanged,
    DayBegan,
    DeviceChanged,
    DeviceClass,
    FullResidents,
    HeadphonesChanged,
    NetworkChanged,
    ReleaseActivated,
)

_NOT_HEARD_OF = tuple(
    (device, "NOT_CONFIGURED")
    for device in (
        DeviceClass.CHIP_READER,
        DeviceClass.SCANNER,
        DeviceClass.VOICE,
        DeviceClass.KEYPAD,
        DeviceClass.TOUCH_PANEL,
    )
)
"""Devices that not every terminal has: they count as missing until they say that they work."""


@dataclass(frozen=True, slots=True)
class Outside:
    """Facts of the terminal as last heard. `broken` names the devices that do not work, with the code for the staff.

    `closed` is the code of why the queue takes nothing, "" when it does; of the items in `full` it takes no more,
    from `full_residents` neither.
    """

    settings: Settings = field(repr=False)
    catalogue: Catalogue = field(repr=False)
    today: date
    terminal_id: str
    home: Home = field(repr=False)
    offered: frozenset[str] = field(repr=False)
    working_days: WorkingDays = field(default=NOT_KNOWN, repr=False)
    online: bool = True
    broken: tuple[tuple[DeviceClass, str], ...] = _NOT_HEARD_OF
    card_lies: bool = False
    headphones: bool = False
    closed: str = ""
    full: frozenset[str] = frozenset()
    full_residents: FullResidents = NOBODY

    def works(self, device: DeviceClass) -> bool:
        """Whether a device works, as far as is known."""
        return all(broken is not device for broken, _ in self.broken)

    def trouble(self, device: DeviceClass) -> str:
        """Return the code of what is wrong with a device; empty when it works."""
        return dict(self.broken).get(device, "")

    def offers(self, item: Item) -> bool:
        """Whether this kind of place offers an item."""
        return item.code in self.offered


def look(
    settings: Settings,
    catalogue: Catalogue,
    today: date,
    terminal_id: str,
    working_days: WorkingDays = NOT_KNOWN,
) -> Outside:
    """Return the facts at start: the network, card reader, printer and camera are taken to work until something says otherwise."""
    tier = tier_of(catalogue, settings.site.tier)
    offered = frozenset(item.code for item in catalogue.items if available(item, tier))
    return Outside(settings, catalogue, today, terminal_id, home(catalogue, tier), offered, working_days)


def learn(outside: Outside, event: Event) -> Outside:  # noqa: PLR0911  # one a kind of event
    """Return the facts after an event; the same object when it tells nothing new."""
    match event:
        case NetworkChanged(online) if online != outside.online:
            return replace(outside, online=online)
        case AdmissionChanged():
            return _admission(outside, event)
        case DeviceChanged():
            return _device(outside, event)
        case DayBegan(today) if today != outside.today:
            return replace(outside, today=today)
        case CardPresented() | CardFailed() if not outside.card_lies:
            return replace(outside, card_lies=True)
        case HeadphonesChanged(plugged) if plugged != outside.headphones:
            return replace(outside, headphones=plugged)
        case CardLifted() if outside.card_lies:
            return replace(outside, card_lies=False)
        case ReleaseActivated(settings, catalogue, working_days):
            fresh = look(settings, catalogue, outside.today, outside.terminal_id)
            return replace(
                outside,
                settings=settings,
                catalogue=catalogue,
                home=fresh.home,
                offered=fresh.offered,
                working_days=working_days,
            )
        case _:
            return outside


def _admission(outside: Outside, event: AdmissionChanged) -> Outside:
    learnt = replace(outside, closed=event.closed, full=event.full, full_residents=event.residents)
    return outside if learnt == outside else learnt


def _device(outside: Outside, event: DeviceChanged) -> Outside:
    others = tuple(pair for pair in outside.broken if pair[0] is not event.device)
    broken = others if event.working else (*others, (event.device, event.code))
    return outside if broken == outside.broken else replace(outside, broken=broken)
