"""Everything answered, to be checked before it is sent."""

from collections.abc import Iterator

from config.catalogue import Field, FieldType
from kiosk.journeys.form.answers import Answers
from kiosk.journeys.form.context import Context
from kiosk.journeys.form.display import display, summary
from kiosk.journeys.form.part import Part, row_fields
from kiosk.journeys.form.question import NOT_ASKED
from kiosk.journeys.form.rows import is_empty, row_name
from kiosk.journeys.form.scope import parts
from kiosk.journeys.form.wording import name, speaker
from screens.views.frame import Action
from screens.views.listing import Row, RowGroup

_CHANGE = "change:"


def review(context: Context, answers: Answers) -> tuple[RowGroup, ...]:
    """Return labels and values by field set; what can be changed has an action `change:` with the question's id.

    Values stand as they were typed, so that they can be checked; only numbers of documents and bank cards are masked in
    the middle. What was left out is listed, so that it can still be filled in. Each row of a repeated group has a line,
    whose action leads to the list.
    """
    groups = (
        RowGroup(part.field_set.title(context.language), tuple(_rows(context, answers, part)))
        for part in parts(context, answers)
    )
    return tuple(group for group in groups if group.rows)


def _rows(context: Context, answers: Answers, part: Part) -> Iterator[Row]:
    for field in part.fields:
        value = part.known[field.key]
        change = Action(f"{_CHANGE}{part.name}.{field.key}", speaker(context)("change"))
        if field.type is FieldType.COMPUTED and isinstance(value, bool):
            yield Row(name(field, context.language), speaker(context)("yes" if value else "no"))
        elif field.type in NOT_ASKED:
            continue
        elif field.fields:
            yield from _members(context, answers, part, field, change)
        else:
            shown = display(context, field, value) or speaker(context)("left-out")
            yield Row(
                name(field, context.language), shown, action=None if field.key in part.locked else change
            )


def _members(context: Context, answers: Answers, part: Part, group: Field, change: Action) -> Iterator[Row]:
    say, label = speaker(context), name(group, context.language)
    rows = [row for row in answers.rows(f"{part.name}.{group.key}") if not is_empty(row)]
    if not rows:
        yield Row(label, say("nobody"), action=change)
    for number, row in enumerate(rows, 1):
        fields = row_fields(group, row, part.known)[0]
        values = row_name(fields, row), summary(context, fields, row)
        yield Row(f"{label} {number}", say("between").join(filter(None, values)), action=change)
