"""Watches whether the touch panel is plugged in."""

from devices.thread import DeviceThread
from devices.touch_panel import TouchPanel
from kiosk.events.world import DeviceClass
from kiosk.runtime.hardware import Post, telling


class PanelWatch:
    """Tells of a panel that went, and of one that is back within a second."""

    def __init__(self, panel: TouchPanel, post: Post) -> None:
        self.thread = DeviceThread(
            panel, TouchPanel.look, telling(DeviceClass.TOUCH_PANEL, post), name="touch-panel"
        )
