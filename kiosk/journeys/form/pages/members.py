"""A repeated group: the list of its rows, a row to look at, and the question before one is removed.

The fields of a row have pages of their own; `Enter` leads there, and the list is where they come back to.
"""

from dataclasses import replace
from functools import cached_property

from kiosk.journeys.form.answers import Row
from kiosk.journeys.form.asking import row_faults
from kiosk.journeys.form.display import display, summary
from kiosk.journeys.form.draft import Draft, Enter, Outcome, Stay
from kiosk.journeys.form.fault import fault
from kiosk.journeys.form.pages.page import Body, Page
from kiosk.journeys.form.part import row_fields
from kiosk.journeys.form.question import NOT_ASKED
from kiosk.journeys.form.rows import is_empty, row_name
from kiosk.journeys.form.wording import about, name
from screens.views.choices import Choice, Option
from screens.views.frame import Action
from screens.views.listing import Listing, RowGroup
from screens.views.listing import Row as Line

_LIST, _ROW, _REMOVING = 0, 1, 2
_ROW_ID, _CHANGE = "row:", "change:"
_REMOVE, _KEEP = "option:remove", "option:keep"


class ListPage(Page):
    """The rows there are, with a way to add one, to change one and to remove one."""

    def draft(self) -> Draft:
        """Begin with the list."""
        return Draft()

    def view(self, draft: Draft) -> Body:
        """Return the list, the row, or the question whether to remove it."""
        if draft.step == _REMOVING:
            return self._removing(draft)
        return self._row_view(draft) if draft.step == _ROW else self._list(draft)

    def touched(self, draft: Draft, touched: str) -> Outcome:
        """Add, look at, change, remove rows; answer when every row is whole and there are enough."""
        if draft.step == _ROW:
            return self._in_row(draft, touched)
        if draft.step == _REMOVING:
            return self._decided(draft, touched)
        match touched:
            case "add":
                return self._add(draft)
            case "next":
                return self._finish(draft)
            case _:
                return self._look(draft, touched.removeprefix(_ROW_ID))

    def skip(self, draft: Draft) -> Outcome:
        """Stay: a list offers to go on without anyone instead."""
        return Stay(draft)

    def back(self, draft: Draft) -> Draft | None:
        """Go from the question to the row, from the row to the list."""
        return None if draft.step == _LIST else replace(draft, step=draft.step - 1, fault=None)

    def _list(self, draft: Draft) -> Listing:
        rows = self._whole()
        full = len(rows) >= self.field.max_rows
        lines = tuple(self._line(number, row) for number, row in enumerate(rows))
        frame = self.frame(draft)
        if not lines and not self.field.min_rows:
            frame["primary"] = Action("next", self._own("none"))
        frame["secondary"] = None
        most = self.say("rows-full", most=str(self.field.max_rows))
        return Listing(
            **frame,
            groups=(RowGroup("", lines),) if lines else (),
            add=Action("add", self._own("add"), not full, most if full else ""),
        )

    def _line(self, number: int, row: Row) -> Line:
        unfinished = number in self._unfinished
        shown = row_fields(self.field, row, self.known)[0]
        return Line(
            label=self._called(number),
            value=summary(self.context, shown, row),
            action=Action(f"{_ROW_ID}{number}", self.say("change")),
            hint=self.say("row-unfinished") if unfinished else "",
        )

    def _row_view(self, draft: Draft) -> Listing:
        row = self._rows()[draft.row]
        language = self.context.language
        lines = tuple(
            Line(
                label=name(field, language),
                value=display(self.context, field, row.get(field.key)),
                action=Action(f"{_CHANGE}{self.question.id}.{draft.row}.{field.key}", self.say("change")),
            )
            for field in row_fields(self.field, row, self.known)[0]
            if field.type not in NOT_ASKED
        )
        frame = self.frame(draft)
        frame["lead"] = self._called(draft.row)
        frame["primary"] = Action("next", self.say("done"))
        frame["secondary"] = Action("remove", self.say("remove"))
        return Listing(**frame, groups=(RowGroup("", lines),))

    def _removing(self, draft: Draft) -> Choice:
        remove, keep = self.say("remove-yes"), self.say("remove-no")
        frame = self.frame(draft, go_on=False, options=(remove, keep))
        frame["title"] = self.say("remove-whether", name=self._called(draft.row))
        frame["lead"], frame["secondary"] = "", None
        frame["speech"] = (self.say("remove-spoken"), remove, keep)
        return Choice(**frame, options=(Option(_REMOVE, remove), Option(_KEEP, keep)))

    def _in_row(self, draft: Draft, touched: str) -> Outcome:
        if touched.startswith(_CHANGE):
            return Enter(self.answers, touched.removeprefix(_CHANGE))
        step = {"next": _LIST, "remove": _REMOVING}.get(touched, _ROW)
        return Stay(replace(draft, step=step))

    def _decided(self, draft: Draft, touched: str) -> Outcome:
        if touched == _REMOVE:
            rows = self._rows()
            left = rows[: draft.row] + rows[draft.row + 1 :]
            return Enter(self.answers.with_value(self.question.id, left), self.question.id)
        return Stay(replace(draft, step=_ROW) if touched == _KEEP else draft)

    def _add(self, draft: Draft) -> Outcome:
        rows = self._whole()
        if len(rows) >= self.field.max_rows:
            return self.refuse(draft, fault("rows-many", most=self.field.max_rows))
        first = next(field for field in self.field.fields if field.type not in NOT_ASKED)
        answers = self.answers.with_value(self.question.id, (*rows, {}))
        return Enter(answers, f"{self.question.id}.{len(rows)}.{first.key}")

    def _finish(self, draft: Draft) -> Outcome:
        whole = self._whole()
        unfinished = min((number for number in self._unfinished if number < len(whole)), default=None)
        if unfinished is not None:
            return self.refuse(draft, fault("row-unfinished", number=unfinished + 1))
        return self.keep(draft, whole)

    def _look(self, draft: Draft, number: str) -> Outcome:
        exists = number.isdecimal() and int(number) < len(self._rows())
        return Stay(replace(draft, row=int(number), step=_ROW, fault=None) if exists else draft)

    def _called(self, number: int) -> str:
        return row_name(self.field.fields, self._rows()[number]) or self.say(
            "row-name", number=str(number + 1)
        )

    def _own(self, what: str) -> str:
        """Return words of this list for adding and for going on without anyone, else general ones."""
        return about(self.context.language, what, self.question) or self.say(f"list-{what}")

    def _rows(self) -> tuple[Row, ...]:
        return self.answers.rows(self.question.id)

    def _whole(self) -> tuple[Row, ...]:
        """Return the rows in which something was answered; only the last, just added, may have nothing."""
        return tuple(row for row in self._rows() if not is_empty(row))

    @cached_property
    def _unfinished(self) -> frozenset[int]:
        return row_faults(self.context, self.answers, self.question)
