"""What the world answers where journeys are explored: specimens of everything, of nobody."""

from devices.card_reader import Card, CardKind
from devices.card_reader.mrz import DocumentKey
from kiosk.case_file import Act, Appointment, CaseFile, Missing, Notice, Step
from kiosk.consultations import Matter, MatterQuestion, Option, Paper
from kiosk.document import Printable
from kiosk.handover import Draft
from kiosk.organisation import Organisation
from kiosk.payment import Bill, Order
from kiosk.profile import Profile, Shared
from kiosk.roster import Standing
from kiosk.sheet import Bilingual, Sheet, SheetGroup, SheetRow
from kiosk.slots import Slot
from kiosk.staff import ParkedItem, Report

SPECIMEN = Card(CardKind.RESIDENT, name="张三", id_number="440104198808080023")
"""A card of nobody: a specimen number with a valid check digit."""

RESIDENT = Card(CardKind.RESIDENT, name="李四", id_number="440102194501010011")
"""The card of another one, for whom somebody acts."""

DOCUMENT_HOLDER = Card(
    CardKind.TRAVEL_DOCUMENT,
    name="ERIKSSON, ANNA MARIA",
    id_number="L898902C3",
    extra={"authenticity": "verified"},
)
"""The specimen of Doc 9303-4."""

DOCUMENT_KEY = DocumentKey("L898902C3", "740812", "120415")
"""What opens it."""

UNREAD = ("no-lines", "unclear", "unavailable", "stopped")
"""Why the camera reads nothing."""

STANDING = Standing("active", "agent-01", Bilingual("示范代办点", "Model help point"))
"""A registered agent."""

ORGANISATION = Organisation(
    "91440101000000003U",
    Bilingual("示范商贸有限公司", "Model Trading Company"),
    "check-organisation",
    "authorised",
    scope=Bilingual("人社、残联事项", "Employment and disability matters"),
    owners=frozenset({"RS", "CL"}),
    until="2027-12-31",
    representative="示范丁",
    address=("", "样本路2号"),
    phone="020-12345678",
)
"""An organisation whose operator may bring the matters of two offices."""

BILL = Bill("b1", "水费", "Water", "供水企业", "Water utility", "2026-10", 6820)
ORDER = Order("o1", "20261125-000001", "pending", "https://example.org/pay/c", 300, "https://example.org/p/t")
_MOMENT = "2026-11-25T10:00:00+08:00"

SHEET = Sheet(
    _MOMENT,
    (
        SheetGroup(
            Bilingual("记录", "Records"), (SheetRow(Bilingual("编号", "Number"), Bilingual("1", "1"), "1"),)
        ),
    ),
)
"""What is found: one line, which leads on."""

DOCUMENT = Printable("d1", "参保证明", "Proof", "示范单位", "Model office", "2026-11-25", "2027-02-23", 2)
"""What can be printed: one document of two sheets."""

SLOTS = (Slot("CP-018.site-01.202611270900", "2026-11-27T09:00:00+08:00", "示范窗口", "Model window", 2),)
"""What is free: one time."""

_WORDS = Bilingual("内容", "Words")

MATTERS = (
    Matter("m1", _WORDS, _WORDS, _WORDS, _WORDS, "2027-01-01T18:00:00+08:00", True),
    Matter("m2", _WORDS, _WORDS, _WORDS, _WORDS, "2026-10-01T18:00:00+08:00", False, SHEET.groups, _WORDS),
)
"""What is open and what is over: one of each."""

PAPER = Paper(
    "secret",
    tuple(
        MatterQuestion(
            name, Bilingual(name, name), tuple(Option(mark, Bilingual(mark, mark)) for mark in ("yes", "no"))
        )
        for name in ("q1", "q2")
    ),
)
"""A paper with two questions."""

PROFILE = Profile(
    _MOMENT, (Shared("contact.mobile", "13800000000", "pop", "2026-03-02"),), frozenset({"hukou_book"})
)
"""What departments hold: a telephone number; and they prove a paper."""

DRAFT = Draft("https://example.org/w/x", "12345678", "2026-12-02T10:00:00+08:00")
DRAFTED = {"contact.mobile": "13800000000"}
"""What is kept for a phone, and what was answered in it."""

_SAID = Bilingual("请补正", "Please correct")

CASES = (
    CaseFile(
        "440100-20261125-000001-Z",
        "MZ-004",
        "S20",
        Bilingual("待补正", "Papers to be corrected"),
        "stopped",
        Bilingual("■ 已停表，等待补正", "■ Clock stopped until the papers are corrected"),
        _MOMENT,
        "2026-12-09",
        "",
        (Step(Bilingual("已提交（尚未受理）", "Submitted (not yet accepted)"), _MOMENT),),
        (
            Notice(
                "R_CORRECT",
                "演示补正字〔2026〕第000001号",
                _MOMENT,
                _SAID,
                Bilingual("样章", "Seal"),
                "https://example.org/n/x",
            ),
            Notice("R_ACCEPT", "演示受字〔2026〕第000001号", _MOMENT, _SAID, Bilingual(), ""),
        ),
        (Missing("bank_book", Bilingual("看不清", "not legible")),),
        (Act.SUPPLEMENT, Act.WITHDRAW, Act.RATE, Act.COMPLAIN),
    ),
    CaseFile(
        "440100-20261125-000002-X",
        "CP-018",
        "S30",
        Bilingual("已受理", "Accepted"),
        "green",
        Bilingual("● 正常", "● In time"),
        _MOMENT,
        "",
        "2026-12-20",
        acts=(Act.REBOOK, Act.CANCEL),
        appointment=Appointment(
            "2026-12-01T09:00:00+08:00", "site-01", Bilingual("示范窗口", "Model window")
        ),
    ),
)
"""A resident's cases: one to be corrected, and one with an appointment; between them everything can be asked."""

REPORT = Report(
    3, 1, 1800, 30, 1, (ParkedItem("P-GZ000-20261125-0001-A", "MZ-004", "HTTP 422"),), "", "1.0", 7, 2**33
)
"""How a terminal is: something waits, and something was refused."""
