"""What may be configured: the typed schema of a terminal's settings, with safe defaults.

Settings come as a signed release (layers base ← group ← terminal). Unknown fields are kept out of the way, not
refused: an old terminal meets new settings.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from config.language import Language

HOUR = r"^([01]\d|2[0-3]):[0-5]\d$"
Seconds = Annotated[float, Field(gt=0)]
Recipient = Annotated[
    str, Field(pattern=r"^age1[02-9ac-hj-np-z]{58}$", description="an age public key (X25519)")
]


class Model(BaseModel):
    """Base of every part of the settings: frozen, tolerant of fields from the future."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Site(Model):
    """Where the terminal stands and whom it belongs to."""

    code: str = "GZ000"
    name_zh: str = "社区服务站"
    name_en: str = "Community service point"
    region: str = Field("440104000000", pattern=r"^\d{12}$", description="GB/T 2260 region code, 12 digits")
    tier: Literal["street", "community", "partner"] = "street"
    address_zh: str = ""
    address_en: str = ""
    hotline: str = "12345"
    window_zh: str = ""
    window_en: str = ""


class Platform(Model):
    """The platform, and the age keys transactions are sealed to (two while the platform changes keys).

    `url` is the gateway that the terminal uses, its district's as a rule, `fallback_url` the one it turns to while that one cannot
    be reached: the city's. Both lead to the same platform.
    """

    url: str = Field("", pattern=r"^$|^https?://[^/\s]+")
    fallback_url: str = Field("", pattern=r"^$|^https?://[^/\s]+")
    recipients: tuple[Recipient, ...] = ()


class CardReaderSettings(Model):
    """The card reader; `port` is a tty path or a pyserial URL, or with the driver `pcsc` a reader's name or `first`."""

    driver: str = "sdt-serial"
    port: str = ""
    baud: int = 115200
    uid: Literal["hex", "hex-reversed", "decimal", "decimal-reversed"] = Field(
        "hex", description="how the number of a library card is written"
    )
    csca: str = Field(
        "",
        description="directory of CSCA certificates, one directory each issuing state; empty: not verified",
    )


class ChipReaderSettings(CardReaderSettings):
    """The reader of chip cards beside the one of identity cards: PC/SC, when nothing else is said."""

    driver: str = "pcsc"


class PrinterSettings(Model):
    """The receipt printer; `address` is `host:port` for TCP, a tty or device file, or for USB `vendor:product` in hexadecimal.

    `text` is `picture` for a printer without a Chinese font, `codes` for one that draws no QR codes itself.
    """

    driver: str = "escpos-tcp"
    address: str = ""
    paper_mm: Literal[58, 80] = 80
    baud: int = 115200
    text: Literal["font", "picture"] = "font"
    codes: Literal["native", "picture"] = "native"
    cut: Literal["partial", "full"] = "partial"


class DocumentPrinterSettings(Model):
    """The A4 printer; `address` is `ipp://localhost/printers/NAME` of a CUPS queue, or a printer's own.

    `printer` is the address of the printer behind a queue whose `device-uri` is none that can be asked.
    """

    driver: str = "ipp"
    address: str = ""
    printer: str = ""


class CameraSettings(Model):
    """The document camera; `source` is a V4L2 index (`0`, or `0@3264x2448` for that size), a file, or an HTTP MJPEG URL.

    2592×1944 is asked of a camera unless the source says otherwise; print of 8 points on A4 wants a shorter side of 1536 pixels.
    """

    driver: str = "opencv"
    source: str = ""


class ScannerSettings(Model):
    """The code scanner; `port` is a tty path or a pyserial URL, or with the driver `camera` a camera's source."""

    driver: str = "serial"
    port: str = ""
    baud: int = 115200
    encoding: Literal["utf-8", "gb18030"] = "utf-8"


class VoiceSettings(Model):
    """The voice; `loudspeaker` and `headphones` are ALSA devices (`aplay -L`). Nothing private is said without headphones."""

    driver: str = "espeak-ng"
    loudspeaker: str = ""
    headphones: str = ""
    cues: bool = Field(
        True, description="a few notes say that it is done, that something is wrong, or to be taken along"
    )


class KeypadSettings(Model):
    """Keys to feel, switches, or the socket for headphones; `path` is a Linux input device (`/dev/input/by-id/…`)."""

    driver: str = "evdev"
    path: str = ""
    codes: dict[int, str] = Field(
        default_factory=dict,
        description="more keys: KEY_* number to up, down, confirm, back, help, repeat, pause, louder, quieter, faster, slower",
    )
    debounce: float = Field(
        0.1, ge=0, le=1, description="seconds in which the same key is a trembling finger"
    )


class TouchPanelSettings(Model):
    """The touch panel, watched so that its loss is told; `path` is its node, or a pattern of it. Empty: it is not watched."""

    path: str = Field(
        "",
        pattern=r"^$|^/dev/.+",
        description="such as /dev/input/by-id/usb-*-event-if00; `*` stands for any text",
    )


class Devices(Model):
    """What is plugged in; a device whose port, address or source is empty is not there.

    `chip_reader` is a reader for chip cards beside the one for identity cards. `keypad`, `switches` and `headphones` may
    be three devices or one: each tells both keys and headphones.
    """

    card_reader: CardReaderSettings = CardReaderSettings()
    chip_reader: ChipReaderSettings = ChipReaderSettings()
    printer: PrinterSettings = PrinterSettings()
    document_printer: DocumentPrinterSettings = DocumentPrinterSettings()
    camera: CameraSettings = CameraSettings()
    scanner: ScannerSettings = ScannerSettings()
    voice: VoiceSettings = VoiceSettings()
    keypad: KeypadSettings = KeypadSettings()
    switches: KeypadSettings = KeypadSettings()
    headphones: KeypadSettings = KeypadSettings()
    touch_panel: TouchPanelSettings = TouchPanelSettings()


class Screen(Model):
    """The panel: its size in pixels and its visible width in millimetres, so that 20 mm are 20 mm."""

    width: int = Field(1080, ge=640, le=7680)
    height: int = Field(1920, ge=640, le=7680)
    width_mm: float = Field(
        344.0, gt=50, lt=3000, description="visible width; 344 mm is a 27-inch panel upright"
    )
    fullscreen: bool = True
    text_size: int = Field(1, ge=1, le=5, description="how large residents find the text: 1 (standard) to 5")
    theme: Literal["clear", "white", "black", "yellow", "warm"] = Field(
        "clear", description="in which colours residents find the pages"
    )
    still: bool = Field(False, description="nothing on the pages moves by itself")
    reach: bool = Field(
        False, description="everything to touch stands low: for a place where most people sit"
    )


class Timers(Model):
    """How long a page waits, in seconds (defaults and bounds: EN 301 549 and WCAG 2.2.1 want 20 s to extend)."""

    form: float = Field(120, ge=45, le=600)
    read: float = Field(90, ge=45, le=600)
    signed_out: float = Field(60, ge=45, le=600)
    warn: float = Field(30, ge=20, le=120)
    extend_max: int = Field(20, ge=10)
    card_wait: float = Field(60, ge=20, le=600)
    delivery_wait: float = Field(15, ge=1, le=60)
    decision_wait: float = Field(
        20, ge=1, le=60, description="for what is decided at once; then it is an ordinary case"
    )
    print_wait: float = Field(20, ge=5, le=60)
    take: float = Field(15, ge=5, le=60, description="until a resident is reminded of a paper")
    result: float = Field(45, ge=20, le=600)
    goodbye: float = Field(10, ge=3, le=30)
    agent: float = Field(
        3600, ge=600, le=3600, description="how long a registered agent may go on without their card"
    )


class QueueSettings(Model):
    """Limits of the offline queue."""

    max_waiting: int = Field(2000, ge=1)
    max_per_item: int = Field(1000, ge=1)
    max_per_resident: int = Field(20, ge=1)
    max_bytes: int = Field(4 * 1024**3, ge=64 * 1024**2, description="sealed bytes that may wait")
    max_age: float = Field(14 * 86_400, ge=3600, description="seconds the platform may have taken nothing")
    items: dict[str, Annotated[int, Field(ge=1)]] = Field(
        default_factory=dict, description="how many of an item may wait, by its code, where that differs"
    )
    poll: Seconds = 0.2
    retry_first: Seconds = 1.0
    retry_cap: Seconds = 300.0
    upload_above: int = Field(
        256 * 1024, ge=0, description="larger attachments are uploaded before, resumably"
    )


class StaffSettings(Model):
    """Who looks after the terminal; without a PIN there is no page for them on its screen."""

    pin: str = Field(
        "",
        pattern=r"^$|^\$scrypt\$ln=1[4-7],r=8,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$",
        description="the service PIN as `kiosk config staff-pin` prints it; the PIN itself stands nowhere",
    )


class NetworkSettings(Model):
    """Lines that cost by the byte, and what waits there for a better one. Small transactions never wait."""

    metered: tuple[str, ...] = Field((), description="interfaces that cost by the byte, such as wwan*")
    attachments_above: int = Field(
        256 * 1024, ge=0, description="sealed bytes; larger transactions wait on such a line"
    )
    off_peak_from: str = Field(
        "22:00", pattern=HOUR, description="from then on they go, by the terminal's time"
    )
    off_peak_until: str = Field("06:00", pattern=HOUR, description="equal hours: never")
    longest_wait: Seconds = Field(2 * 86_400.0, description="seconds after which they go at any hour")
    before_deadline: float = Field(86_400.0, ge=0, description="so many seconds before a deadline they go")
    heartbeat: Seconds = Field(600.0, description="seconds between heartbeats on such a line")


class Settings(Model):
    """Everything that may be configured on a terminal."""

    version: int = Field(1, ge=1)
    training: bool = Field(False, description="simulators may be used and every page says so")
    site: Site = Site()
    platform: Platform = Platform()
    devices: Devices = Devices()
    screen: Screen = Screen()
    timers: Timers = Timers()
    queue: QueueSettings = QueueSettings()
    network: NetworkSettings = NetworkSettings()
    staff: StaffSettings = StaffSettings()
    languages: tuple[Language, ...] = Field(
        (Language.CHINESE, Language.ENGLISH),
        description="what residents may choose; the first, zh-Hans, is what they find. Two are changed by one touch",
    )

    @model_validator(mode="after")
    def _languages_stand(self) -> "Settings":
        """Refuse a list that begins elsewhere or says one twice, and what no speaker has reviewed where people are served."""
        offered = self.languages
        if offered[:1] != (Language.CHINESE,) or len(set(offered)) < len(offered):
            raise ValueError("languages begin with zh-Hans, each once 语言以zh-Hans开头，不重复")
        if Language.UYGHUR in offered and not self.training:
            raise ValueError(
                "ug was not reviewed by a speaker: only with training = true 维吾尔文未经母语者审阅，只用于培训"
            )
        return self
