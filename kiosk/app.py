"""The Kivy shell: opens the window, pumps the runtime, ends cleanly."""

import signal
from pathlib import Path
from typing import Any

from screens import environment

environment.prepare()

from kivy.app import App  # noqa: E402  # Kivy reads its environment when it is first imported
from kivy.clock import Clock  # noqa: E402

from kiosk.probe import Probe  # noqa: E402
from kiosk.wiring import Kiosk  # noqa: E402
from provisioning.terminal import Terminal  # noqa: E402
from screens.display import Display  # noqa: E402
