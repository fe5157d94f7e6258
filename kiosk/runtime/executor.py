"""Carries out what a journey commands, on the threads that own the means; every answer comes back as an event."""

import threading
from collections.abc import Callable
from dataclasses import dataclass

from kiosk.commands import (
    AskAnswer,
    AwaitDelivery,
    CheckCode,
    CloseCamera,
    CloseOrder,
    Command,
    FindBills,
    FindMatters,
    FindSlots,
    FollowOrder,
    GetPaper,
    HoldSlot,
    LookUp,
    MakeOrder,
    OpenCamera,
    PrintReceipt,
    PutAnswer,
    Record,
    SendCode,
    TakePicture,
    Wipe,
)
from kiosk.events import Event
from kiosk.events.pictures import PictureFailed
from kiosk.events.printing import Paper, PrintEnded
from kiosk.platform.client import PlatformClient
from kiosk.runtime.hardware import CameraDesk, ReceiptDesk
from kiosk.runtime.recorder import Recorder
from kiosk.runtime.till import Till

NOT_CONFIGURED = "NOT_CONFIGURED"


@dataclass(frozen=True)
class Means:
    """What commands are carried out with; a device the terminal does not have is None."""

    platform: PlatformClient
    recorder: Recorder
    till: Till
    printer: ReceiptDesk | None
    camera: CameraDesk | None


class Executor:
    """Callable with a command; returns at once."""

    def __init__(self, means: Means, post: Callable[[Event], None]) -> None:
        self._means = means
        self._post = post

    def __call__(self, command: Command) -> None:  # noqa: PLR0912  # one a kind of command
        """Begin `command`."""
        means = self._means
        match command:
            case SendCode(number, mobile, id_number):
                self._ask(lambda: means.platform.send_code(number, mobile, id_number))
            case CheckCode(number, check, code):
                self._ask(lambda: means.platform.check_code(number, check, code))
            case LookUp(number, item, document, public):
                self._ask(lambda: means.platform.look_up(number, item, document, public=public))
            case FindBills() | MakeOrder() | FollowOrder() | CloseOrder():
                means.till.carry_out(command)
            case FindSlots(number, item, site):
                self._ask(lambda: means.platform.find_slots(number, item, site))
            case HoldSlot(number, item, slot):
                self._ask(lambda: means.platform.hold_slot(number, item, slot))
            case FindMatters() | GetPaper() | PutAnswer() | AskAnswer():
                self._ask(lambda: means.platform.consultations.answer(command))
            case Record():
                means.recorder.record(command)
            case AwaitDelivery():
                means.recorder.watch(command)
            case PrintReceipt():
                self._print(command)
            case OpenCamera() | CloseCamera() | TakePicture():
                self._camera(command)
            case Wipe():
                means.recorder.forget()
                means.till.forget()
                if means.camera:
                    means.camera.close()

    def _ask(self, question: Callable[[], Event]) -> None:
        """Ask the platform on a thread of its own: a hanging answer holds up neither the next resident nor the end."""
        threading.Thread(target=lambda: self._post(question()), name="platform", daemon=True).start()

    def _print(self, command: PrintReceipt) -> None:
        if self._means.printer:
            self._means.printer.print(command)
        else:
            self._post(PrintEnded(command.id, Paper.FAILED, NOT_CONFIGURED))

    def _camera(self, command: OpenCamera | CloseCamera | TakePicture) -> None:
        camera = self._means.camera
        match command:
            case TakePicture(number):
                if camera:
                    camera.take(command)
                else:
                    self._post(PictureFailed(number, NOT_CONFIGURED))
            case OpenCamera() if camera:
                camera.open()
            case CloseCamera() if camera:
                camera.close()
            case _:
                return  # there is no camera; the journey was told when the terminal started
