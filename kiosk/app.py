"""The Kivy shell: one window, the loop that pumps what happens into what is shown, a clean end.

Import it after `screens.environment.prepare`.
"""

import gc
import logging
import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from kivy.base import runTouchApp, stopTouchApp
from kivy.clock import Clock

from config.catalogue.findings import CatalogueError
from config.layers import InvalidSettingsError
from config.settings import Screen
from devices.camera import Frame
from kiosk import process
from kiosk.in_service import Assemble, InService
from kiosk.out_of_service import out_of_service
from kiosk.runtime import release
from kiosk.stopwatch import Stopwatch
from provisioning.identity import NotEnrolledError
from provisioning.terminal import NoCatalogueError, Terminal
from screens import environment
from screens.display import Display
from screens.later import load_for
from screens.theme import ScreenSize
from screens.views import AnyView
from screens.views.inputs import Input
from screens.views.menus import Attract
from screens.views.waiting import OutOfService

if TYPE_CHECKING:
    from kiosk.guidance import Guidance
    from kiosk.probe.server import Probe

log = logging.getLogger(__name__)

LOOK_SECONDS = 4.0
LOAD_SECONDS = 0.02  # at a time, so that a touch need not wait
_RENDERERS_COMPILER = "libLLVM"  # where OpenGL is software
#: Why a terminal can be out of service; it is in service again as soon as the reason has gone.
REASONS = (NotEnrolledError, NoCatalogueError, InvalidSettingsError, CatalogueError)
#: Where SDL may open a window; left alone it would fall back to one that nobody sees.
VIDEO_DRIVERS = "x11,wayland,kmsdrm"


class Shell:
    """The touchscreen of the terminal in `home`. `windowed` is the height of a developer's window, None for fullscreen.

    Raises:
        FontMissingError: the Chinese typeface is not installed.
        NoDisplayError: there is no display.
    """

    def __init__(self, home: Path, assemble: Assemble, windowed: int | None = None) -> None:
        self._home, self._assemble, self._windowed = home, assemble, windowed
        self._kiosk: InService | None = None
        self._stopping = False
        self._rested_at = 0.0
        self.first_page: float | None = None
        self._loaded = False
        found = _attempt(lambda: release.start(home))
        self._screen = found.settings.screen if isinstance(found, Terminal) else Screen()
        os.environ.setdefault("SDL_VIDEODRIVER", VIDEO_DRIVERS)
        self.window = environment.open_window(self._asked_size(), fullscreen=windowed is None)
        self.window.bind(on_mouse_down=lambda *_: environment.pace(busy=True))
        self.stopwatch = Stopwatch(self.window, self._first_page_is_there)
        self.display = self._staged()
        self.view: AnyView | None = None
        self._wanted: AnyView | None = None
        self._trouble: Exception | None = None
        self._probe: Probe | None = None
        self._guidance: Guidance | None = None
        self._guided_by: object = None
        self._pump_soon = Clock.create_trigger(
            self._pump, -1
        )  # before the next frame, in the same turn of the loop
        self._take(found)

    @property
    def training(self) -> bool:
        """Whether no resident can be meant: a training terminal, or one that serves nobody."""
        return self._kiosk is None or self._kiosk.terminal.settings.training

    def watch(self, path: Path) -> None:
        """Let a scripted resident see the screen through a socket at `path`, as long as `training`."""
        from kiosk.probe.answers import Answers  # noqa: PLC0415  # never loaded for residents
        from kiosk.probe.server import Probe  # noqa: PLC0415

        self._probe = Probe(path, Answers(self))
        Clock.schedule_interval(self._answer, 0)

    def run(self) -> None:
        """Serve residents until SIGTERM or SIGINT; a mistake in the program is let through, and the process ends.

        What a resident has not handed in by then is forgotten.
        """
        Clock.schedule_interval(self._pump, 0)
        Clock.schedule_interval(self._look_around, LOOK_SECONDS)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop_soon)
        runTouchApp()
        if self._probe is not None:
            self._probe.close()
        self.display.close()
        self.window.close()  # nobody needs to watch threads end
        if self._kiosk is not None:
            self._kiosk.stop()

    def _pump(self, _seconds: float) -> None:
        if self._kiosk is not None:
            # Before what its senses tell: who plugs headphones in hears the page at once.
            self._guide(self._kiosk)
            self._kiosk.pump()
        if self._guidance is not None:
            self._guidance.pump()
        if self._stopping:
            stopTouchApp()

    @property
    def focus(self) -> tuple[str, ...]:
        """The ids of what the keys are on; nothing where there are none."""
        return self._guidance.focus if self._guidance is not None else ()

    def _answer(self, _seconds: float) -> None:
        if self._probe is not None and self.training:
            self._probe.poll()

    def _look_around(self, _seconds: float) -> None:
        if isinstance(self.view, Attract | OutOfService):
            self._rest()
        kiosk = self._kiosk
        if kiosk is None:
            self._take(_attempt(lambda: release.look(self._home)))
            return
        try:
            kiosk.look_around()
        except REASONS as reason:
            self._kiosk = None
            self._take(reason)
            kiosk.stop()
        else:
            self._fit(kiosk.terminal.settings.screen)
            self._excuse(kiosk.trouble)

    def _excuse(self, trouble: Exception | None) -> None:
        """Let nobody begin in vain while nothing can be kept; the page that the journey wants waits."""
        self._trouble = trouble
        if trouble is not None:
            self._show(out_of_service(trouble))
        elif self._wanted is not None:
            self._show(self._wanted)

    def _rest(self) -> None:
        """Nobody is here: look for touches less often, and give back what the last resident needed."""
        environment.pace(busy=False)
        if self.stopwatch.page_at != self._rested_at:
            self._rested_at = self.stopwatch.page_at
            process.give_back_memory()
            process.give_back_code(_RENDERERS_COMPILER)

    def _take(self, found: Terminal | Exception) -> None:
        """Serve with a terminal, or show why there is none."""
        if isinstance(found, Exception):
            self._show(out_of_service(found))
            return
        self._fit(found.settings.screen)
        self._trouble = None
        self._kiosk = InService(found, self._want, self._wipe, self._assemble)
        if self._loaded:
            self._kiosk.begin()

    def _want(self, view: AnyView) -> None:
        self._wanted = view
        if self._trouble is None:
            self._show(view)

    def _show(self, view: AnyView) -> None:
        if view != self.view:
            self.view = view
            self.stopwatch.shown(view.page)
            self.display.show(view)
            if self._guidance is not None:
                self._guidance.show(view)

    def _guide(self, kiosk: InService) -> None:
        """Have pages said, and walked through by keys, where the terminal in service can."""
        senses = kiosk.senses
        if self._guided_by is senses and (self._guidance is None or self._guidance.display is self.display):
            return
        self._guided_by = senses
        if self._guidance is not None:
            self._guidance.forget()
        self._guidance = None
        if senses is not None and senses.is_there:
            from kiosk.guidance import Guidance  # noqa: PLC0415  # most terminals, and every start, do without

            self._guidance = Guidance(senses, self.display, self._post)
            if self.view is not None:
                self._guidance.show(self.view)

    def _wipe(self) -> None:
        self.display.wipe()
        if self._guidance is not None:
            self._guidance.forget()

    def _post(self, touched: Input) -> None:
        if self._kiosk is not None and self._trouble is None:
            self._kiosk.inbox.post(touched)
            self._pump_soon()

    def _frame(self) -> Frame | None:
        return self._kiosk.newest_frame() if self._kiosk else None

    def _first_page_is_there(self) -> None:
        self.first_page = process.age()
        gc.enable()
        process.overwrite_freed()  # from here on there may be a resident
        log.info("the first page is on the screen %.2f s after the start", self.first_page)
        Clock.schedule_interval(self._load_the_rest, 0)

    def _load_the_rest(self, _seconds: float) -> bool:
        """Load the other pages between touches, then begin with everything that has a thread."""
        if load_for(LOAD_SECONDS):
            return True
        if self._kiosk is not None:
            self._kiosk.begin()
        self._loaded = True
        return False

    def _fit(self, screen: Screen) -> None:
        """Make the display anew when the settings say another panel."""
        if screen != self._screen:
            self._screen = screen
            before = self.display
            if self._windowed is not None:
                asked = self._asked_size()
                self.window.size = (asked.width, asked.height)
            self.display = self._staged()
            if self.view is not None:
                self.display.show(self.view)
            self.window.remove_widget(before)
            before.close()

    def _staged(self) -> Display:
        width, height = self.window.size
        density = self._asked_size().density
        display = Display(ScreenSize(width, height, width / density), self._post, self._frame)
        self.window.add_widget(display)
        return display

    def _asked_size(self) -> ScreenSize:
        """The panel of the settings; a developer's window shows it smaller."""
        screen = self._screen
        scale = 1.0 if self._windowed is None else self._windowed / screen.height
        return ScreenSize(round(screen.width * scale), round(screen.height * scale), screen.width_mm)

    def _stop_soon(self, *_: object) -> None:
        self._stopping = True


def _attempt(find: Callable[[], Terminal]) -> Terminal | Exception:
    try:
        return find()
    except REASONS as reason:
        return reason
