"""Whether an item can be begun at this terminal now, and if not, why."""

from enum import Enum

from config.catalogue import Item
from kiosk.events.world import DeviceClass
from kiosk.journeys.materials import needs_camera
from kiosk.journeys.outside import Outside
from kiosk.journeys.plan import SERVED, Stage, flow_of, involves
from kiosk.journeys.sign_in_ways import ways
from kiosk.journeys.whom import is_for_organisations


class Obstacle(Enum):
    """What stands in the way; the value names the texts that say so and where else to go."""

    NOT_OFFERED = "not-offered"  # another kind of place does it
    NO_FLOW = "no-flow"  # at the window, by telephone
    NO_NETWORK = "no-network"
    QUEUE_FULL = "queue-full"  # nothing more can be kept until the platform takes what waits
    ITEM_FULL = "item-full"  # nothing more of this item
    NO_READER = "no-reader"
    NO_SCANNER = "no-scanner"
    NO_CAMERA = "no-camera"
    NO_DOCUMENT_PRINTER = "no-document-printer"


def obstacle(outside: Outside, item: Item) -> Obstacle | None:
    """Return what keeps an item from being begun now, the most lasting first; None when nothing does."""
    if not outside.offers(item):
        return Obstacle.NOT_OFFERED
    if item.flow not in SERVED:
        return Obstacle.NO_FLOW
    if flow_of(item, online=outside.online) not in SERVED:
        return Obstacle.NO_NETWORK
    if outside.closed:
        return Obstacle.QUEUE_FULL
    if item.code in outside.full:
        return Obstacle.ITEM_FULL
    return _device(outside, item)


def _device(outside: Outside, item: Item) -> Obstacle | None:
    """A device without which the application would come to a stop half-way."""
    reader, paper = bool(ways(outside, item)), outside.works(DeviceClass.DOCUMENT_PRINTER)
    if not reader and involves(outside.catalogue, item, Stage.SIGN_IN, online=outside.online):
        return Obstacle.NO_READER
    if is_for_organisations(item) and not outside.works(DeviceClass.SCANNER):
        return Obstacle.NO_SCANNER
    if not paper and involves(outside.catalogue, item, Stage.DOCUMENTS, online=outside.online):
        return Obstacle.NO_DOCUMENT_PRINTER
    if outside.works(DeviceClass.CAMERA) or not needs_camera(outside.catalogue, item):
        return None
    return Obstacle.NO_CAMERA
