"""A resident who knows nothing of the item: looks at the page and answers it, until the application is through."""

from dataclasses import dataclass, field

from devices.card_reader import Card
from kiosk.events.cards import CardLifted, CardPresented, CardReading
from kiosk.events.scanning import CodeScanned
from kiosk.journeys.whom import ACTING, Whom
from screens.views import AnyView
from screens.views.card import CardStage, PresentCard
from screens.views.choices import Choice
from screens.views.entry import Entry, Keyboard
from screens.views.inputs import Drawn, Edited
from screens.views.listing import Listing, RowState
from screens.views.outcome import Outcome
from screens.views.pictures import Capture, CheckPicture, Sign
from screens.views.reading import Article
from tests.kiosk.journeys.terminal import AGENT, CARD, CODE, Terminal

MOST_PAGES = 400
STROKES = (((0.1, 0.2), (0.5, 0.3), (0.9, 0.8)),)

_WORDS = {
    Keyboard.DIGITS: ("13800138000", "020-12345678", "6222020000000000005", "2", "2025", "510000"),
    Keyboard.ID_NUMBER: ("440104194501010017", "44010519620312123X"),
    Keyboard.DECIMAL: ("12.5", "2", "1000"),
    Keyboard.DATE: ("2026-11-24", "2026-11-26", "1990-05-01", "2020-01-01", "2027-01-01"),
    Keyboard.MONTH: ("2026-10", "2026-12", "2020-05"),
    Keyboard.LATIN: (
        "91440101000000003U",
        "粤A123T5",
        "粤AD12345",
        "AB12345678",
        "gz12345",
        "2026",
        "S1234567",
        "44010126000000000017",
    ),
    Keyboard.CHINESE: ("李四", "因病住院，没有收入，请求帮助。", "示范路2号202房", "粤A123T5"),
}
_WORDS[Keyboard.HANDWRITING] = _WORDS[Keyboard.CHINESE]


@dataclass
class Resident:
    """Answers what is asked. `card` is laid when asked for, that of the `agent` first unless it is for oneself (`whom`); `seen` are the pages met, `typed` what was entered."""

    terminal: Terminal
    card: Card = CARD
    whom: Whom = Whom.SELF
    agent: Card = AGENT
    seen: list[str] = field(default_factory=list)
    typed: set[str] = field(default_factory=set)
    _tries: dict[str, int] = field(default_factory=dict)

    def walk(self, until: str = "outcome") -> AnyView:
        """Answer page after page until the name of one begins with `until`; return it."""
        for _ in range(MOST_PAGES):
            page = self.terminal.view
            self.seen.append(page.page)
            if page.page.startswith(until):
                return page
            self.answer(page)
        raise AssertionError(f"no end: {self.seen[-12:]} {self.terminal.view}")

    def answer(self, page: AnyView) -> None:  # noqa: PLR0912  # one a kind of page
        """Do what the page asks for."""
        match page:
            case Article(page="organisation.scan"):
                self.terminal.post(CodeScanned("the organisation's code"))
            case Article():
                for check in page.checks:
                    if not check.ticked:
                        self.terminal.touch(check.id)
                self._go_on()
            case Choice():
                self._choose(page)
            case Entry():
                self._type(page)
            case Listing():
                self._fill(page)
            case PresentCard():
                self._card(page)
            case Sign():
                self.terminal.post(Drawn(STROKES))
                self._go_on()
            case Capture() if page.error and page.options:
                self.terminal.touch(page.options[0].id)
            case Capture() | CheckPicture():
                self._go_on()
            case Outcome():
                raise AssertionError(f"an outcome nobody asked for: {page}")
            case _:
                raise AssertionError(f"nothing to do on {page}")

    def _go_on(self) -> None:
        page = self.terminal.view
        assert page.primary is not None, f"no way on from {page}"
        assert page.primary.enabled, f"{page.page}: {page.primary.reason}"
        self.terminal.touch(page.primary.id)

    def _choose(self, page: Choice) -> None:
        """Take the first option; when the page refuses it, the next one."""
        if page.page == "for_whom":
            self.terminal.touch(f"for.{self.whom.value}")
            return
        if page.multiple and any(option.selected for option in page.options):
            self._go_on()
            return
        tries = self._again(page)
        self.terminal.touch(page.options[tries % len(page.options)].id)

    def _type(self, page: Entry) -> None:
        """Type something fitting; when the page refuses it, something else."""
        if page.page == "code.entry":
            text = CODE
        elif page.value and not page.error and page.value not in self.typed:
            self._go_on()  # prefilled
            return
        else:
            words = _WORDS[page.keyboard]
            text = words[self._again(page) % len(words)]
        self.typed.add(text)
        self.terminal.post(Edited(text[: page.max_length]))
        self._go_on()

    def _fill(self, page: Listing) -> None:
        """Do what is to be done, else go on, else add one."""
        rows = [row for group in page.groups for row in group.rows]
        to_do = next((row.action.id for row in rows if row.state is RowState.TODO and row.action), None)
        if to_do:
            self.terminal.touch(to_do)
        elif page.error and page.add and page.add.enabled:
            self.terminal.touch(page.add.id)
        else:
            self._go_on()

    def _card(self, page: PresentCard) -> None:
        if page.stage is CardStage.LIFT:
            self.terminal.post(CardLifted())
        else:
            acts = self.whom in ACTING and self.terminal.state.session.agent is None
            self.terminal.post(CardReading(), CardPresented(self.agent if acts else self.card))

    def _again(self, page: AnyView) -> int:
        """How often this page was tried before."""
        key = f"{page.page} {page.title} {page.lead}"
        self._tries[key] = self._tries.get(key, -1) + 1
        return self._tries[key]
