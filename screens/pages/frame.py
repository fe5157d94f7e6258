"""The frame that every page has: header, where we are, the question, the content, the footer.

Upright, everything stands below each other, and what is short moves down to where a hand is. Lying, the question stands
at the left and the answer at the right; the first of several banners then stands above the question, so that keyboards
keep their room.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from screens.pages.content import Content, touch
from screens.pages.heading import Preface, heading, is_long
from screens.stage import Stage
from screens.theme import Type
from screens.views import AnyView
from screens.views.frame import Action, Banner, Tone
from screens.views.waiting import PayCode, StillThere
from screens.widgets.bars import MARGIN_MM, Footer, Header, Tools
from screens.widgets.button import Button, Rank
from screens.widgets.card import notice
from screens.widgets.countdown import Countdown, Remaining
from screens.widgets.element import Element, Grid, Stack
from screens.widgets.pane import Pager, Pane
from screens.widgets.surface import plain

_LEFT_SHARE = 0.34
_LEFT_GAP_MM = 22.0
_LOWEST_START = 0.13

Build = Callable[[AnyView, Stage], Content]


class Frame(Element):
    """A page in its frame. `renew` brings it up to date without building again what is still true."""

    def __init__(self, view: AnyView, stage: Stage, build: Build) -> None:
        super().__init__(stage)
        self.view = view
        self._build = build
        self.content = self._built(view)
        self._reason = ""
        self._countdown: Countdown | None = None
        self._offset = 0.0
        self._assemble()

    def renew(self, view: AnyView) -> None:
        """Show another view of the same page."""
        same_frame = _frame_of(self.view) == _frame_of(view) and not self._reason
        self.view, self._reason = view, ""
        kept = self.content.renew(view)
        if kept and same_frame:
            return
        self._offset = self._pane.offset
        if not kept:
            _leave(self.content)
            self._pane.remove_widget(self.content)
            self.content = self._built(view)
        self._assemble()

    def explain(self, reason: str) -> None:
        """Say why something that was pressed cannot be used now; nothing takes the reason away."""
        if reason != self._reason:
            self._reason = reason
            self._offset = self._pane.offset
            self._assemble()

    def paint(self) -> None:
        """Draw the sheet that the question stands on on a lying panel; the window is cleared with the ground's colour."""
        if not self._stands:
            left = self.x + self.measures.unit(MARGIN_MM)
            right = left + self._question_width(self.content) + self.measures.unit(_LEFT_GAP_MM) / 2
            thin = max(1, self.measures.unit(0.4))
            sheet = right - self.x
            plain(self.within(self.x, sheet), self.y, sheet, self.height, self.stage.palette.sheet.surface)
            plain(self.within(right, thin), self.y, thin, self.height, self.stage.palette.line)

    def leave(self) -> None:
        """Count no more."""
        if self._countdown is not None:
            self._countdown.stop()

    def _press(self, action: Action) -> None:
        if action.enabled:
            touch(self.stage, action)
        else:
            self.explain(action.reason)

    def _assemble(self) -> None:
        if self.content.parent is not None:
            self.content.parent.remove_widget(self.content)
        self.clear_widgets()
        view, stage, unit = self.view, self.stage, self.measures.unit
        self._header = Header(stage, view.site, view.item, () if stage.low else view.tools, self._press)
        beside = view.secondary if self._has_room_beside else None
        self._footer = Footer(stage, view.back, view.leave, view.primary, self._press, beside)
        news = [notice(stage, banner, Type.SMALL) for banner in view.banners[:4]]
        aside = 0 if self._stands else len(news[1:2])
        self._aside = Grid(stage, news[:aside], 1, unit(3))
        self._tail = Stack(stage, self._below(), self.measures.apart)
        self._question = self._headed(view.error)
        if view.error and not self._stands and self._is_crowded():
            self._question = self._headed("")
            news.insert(aside, notice(stage, Banner(Tone.BAD, view.error)))
        self._news = Grid(
            stage, news[aside:], 2 if self.content.wide and not self.measures.portrait else 1, unit(3)
        )
        self._pane = Pane(stage, self.content, self._offset)
        self._pager = Pager(stage, self._pane)
        for part in (
            self._pane,
            self._pager,
            self._question,
            self._aside,
            self._news,
            self._tail,
            self._header,
            self._footer,
        ):
            self.add_widget(part)
        self.place(0, 0, self.measures.width, self.measures.height)

    def _headed(self, error: str) -> Stack:
        lead = not isinstance(self.content, Preface)
        view = replace(self.view, error=error)
        return heading(view, self.stage, self._question_width(self.content), lead=lead)

    def _is_crowded(self) -> bool:
        """Whether the question reaches what stands below it beside a lying page: its error then stands above the answer."""
        wide, measures = self._question_width(self.content), self.measures
        bars = self._header.fit(measures.width) + self._footer.fit(measures.width) + 2 * self._gap
        needed = sum(part.fit(wide) for part in (self._aside, self._question, self._tail))
        return needed + measures.apart > measures.height - bars

    @property
    def _gap(self) -> float:
        """How far what is on a page stands from its bars."""
        return self.measures.apart / (2 if self.stage.low else 1)

    def _built(self, view: AnyView) -> Content:
        content = self._build(view, self.stage)
        if not content.fills and is_long(view.lead, self.stage, self._question_width(content)):
            return Preface(self.stage, view.lead, content)
        return content

    def _question_width(self, content: Content) -> float:
        inner = self.measures.width - 2 * self.measures.unit(MARGIN_MM)
        stands = self.measures.portrait or content.wide
        return float(inner if stands else (inner - self.measures.unit(_LEFT_GAP_MM)) * _LEFT_SHARE)

    def _below(self) -> list[Element]:
        below: list[Element] = []
        if self._reason:
            below.append(notice(self.stage, Banner(Tone.WARNING, self._reason)))
        action = None if self._has_room_beside else self.view.secondary
        low = self.view.tools if self.stage.low else ()
        together = bool(low) and self._stands  # else the column is too narrow for three
        if action and not together:
            below.append(Button(self.stage, action, Rank.SECONDARY, partial(self._press, action)))
        if low:
            below.append(Tools(self.stage, low, self._press, action if together else None))
        if seconds := self._counting():
            text = "widget-code-seconds" if isinstance(self.view, PayCode) else "widget-seconds"
            below.append(Remaining(self.stage, seconds, text))
        return below

    def _counting(self) -> Countdown | None:
        wanted = None if isinstance(self.view, StillThere) else self.view.countdown
        if self._countdown is not None and self._countdown.seconds != wanted:
            self._countdown.stop()
            self._countdown = None
        if self._countdown is None and wanted is not None:
            self._countdown = Countdown(wanted, self.stage.now)
        return self._countdown

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Put the bars at their edges and the rest between them."""
        super().place(x, y, width, height)
        head, foot = self._header.fit(width), self._footer.fit(width)
        self._header.place(x, y + height - head, width, head)
        self._footer.place(x, y, width, foot)
        margin, gap = self.measures.unit(MARGIN_MM), self._gap
        left, inner = x + margin, width - 2 * margin
        top, low = y + height - head - gap, y + foot + gap
        if self._stands:
            self._stand(left, low, inner, self._place_news(self._news, left, inner, top))
        else:
            self._lie(left, low, inner, top)

    def _stand(self, left: float, low: float, width: float, top: float) -> None:
        gap = self.measures.unit(8)
        low = self._place_tail(left, low, width)
        question = self._question.fit(width)
        slack = max(0.0, top - low - question - gap - self.content.most(width))
        top -= min(slack * 0.45, self.measures.height * _LOWEST_START)
        self._question.place(left, top - question, width, question)
        self._place_content(left, low, width, top - question - gap)

    def _lie(self, left: float, low: float, width: float, top: float) -> None:
        gap, wide = self.measures.unit(_LEFT_GAP_MM), self._question_width(self.content)
        question = self._question.fit(wide)
        self._place_tail(left, low, wide)
        below = self._place_news(self._aside, left, wide, top)
        self._question.place(left, below - question, wide, question)
        right, room = left + wide + gap, width - wide - gap
        self._place_content(right, low, room, self._place_news(self._news, right, room, top))

    @property
    def _has_room_beside(self) -> bool:
        """Whether the second action stands in the footer: on a lying panel height is scarce, where a place is free there."""
        free = self.view.leave is None or self.view.back is None
        return not self.measures.portrait and self.content.wide and free

    @property
    def _is_touched(self) -> bool:
        """Whether there is anything to touch in the content."""
        return any(getattr(element, "target", "") for element in self.content.walk(restrict=True))

    @property
    def _stands(self) -> bool:
        """Whether everything stands below each other."""
        return bool(self.measures.portrait or self.content.wide)

    def _place_news(self, news: Grid, left: float, width: float, top: float) -> float:
        high = news.fit(width)
        news.place(left, top - high, width, high)
        return top - high - self.measures.unit(8) if high else top

    def _place_tail(self, left: float, low: float, width: float) -> float:
        high = self._tail.fit(width)
        self._tail.place(left, low, width, high)
        measures, tight = self.measures, self.stage.low and self.content.has_keys
        return low + high + ((measures.beside_keys if tight else measures.apart) if high else 0)

    def _place_content(self, left: float, low: float, width: float, top: float) -> None:
        room, natural = top - low, self.content.fit(width)
        least = self.content.least(width) if self.content.fills else natural
        between = self.measures.apart
        if self.stage.low and not (self.content.fills and least <= room) and self._is_touched:
            top = min(top, self.y + self.measures.reach)
            room = top - low
        self._pane.pager = None
        self._pager.hide()
        if least <= room:
            high = room if self.content.fills else min(room, self.content.most(width))
            self._pane.needed = high
            self._pane.place(left, top - high, width, high)
            return
        pager = self._pager.fit(width)
        self._pane.needed = natural
        self._pane.place(left, low + pager + between, width, room - pager - between)
        self._pane.pager = self._pager
        self._pager.place(left, low, width, pager)


def _leave(content: Element) -> None:
    for element in content.walk(restrict=True):
        element.leave()


def _frame_of(view: AnyView) -> tuple[object, ...]:
    return (
        view.title, view.lead, view.site, view.item, view.step, view.banners, view.primary, view.secondary, view.back,
        view.leave, view.tools, view.error, view.countdown,
    )  # fmt: skip
