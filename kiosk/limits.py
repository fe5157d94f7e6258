"""The queue's limits as the terminal's settings have them."""

from config.settings import QueueSettings
from offline_queue.policy import Limits


def limits(settings: QueueSettings) -> Limits:
    """Return how much may wait."""
    return Limits(
        waiting=settings.max_waiting,
        per_item=settings.max_per_item,
        per_resident=settings.max_per_resident,
        age=settings.max_age,
        bytes=settings.max_bytes,
        items=settings.items,
    )
