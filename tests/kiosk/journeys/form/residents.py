"""A resident who answers whatever page is shown, by touching and typing only; chance decides what."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from config.catalogue import Field, FieldType
from config.catalogue.expressions import bound
from kiosk.journeys.form import (
    Answered,
    Answers,
    Context,
    Draft,
    Enter,
    Kind,
    Question,
    Stay,
    back,
    draft,
    find,
    following,
    handle,
    view,
)
from screens.views.choices import Choice
from screens.views.entry import Entry, Keyboard
from screens.views.inputs import Edited, Touched
from screens.views.listing import Listing
from tests.kiosk.journeys.form.specimens import (
    ADULT,
    BANK_CARD,
    CHILD,
    ELDER,
    OTHER_ADULT,
    PERMITS,
    TODAY,
    USCC,
)

Body = Choice | Entry | Listing

MOST_INPUTS = 100
"""More inputs than any page needs; more would be a page that nobody can leave."""

MOST_PAGES = 400
"""More pages than any form has; more would be a form without an end."""

NAMES = ("李四", "欧阳娜娜", "买买提·艾力", "WANG XIAOMING", "䶮𠮷")

_SAMPLES = {
    FieldType.NAME: NAMES,
    FieldType.PHONE: ("02083331234", "13800138000", "4008000000"),
    FieldType.USCC: (USCC,),
    FieldType.BANK_CARD: (BANK_CARD,),
    FieldType.PLATE: ("粤A12345", "粤AD12345"),
    FieldType.ACCOUNT_NO: ("12345678", "AB-1234"),
}
_WORDS = "春眠不觉晓处处闻啼鸟北京路168号3栋502房 abc"


@dataclass
class Walk:
    """A walk through a form: the answers in the end, the questions met and every page shown."""

    answers: Answers
    met: list[str] = field(default_factory=list)
    pages: list[tuple[Question, Body]] = field(default_factory=list)


def walk(chance: Random, here: Context, answers: Answers) -> Walk:
    """Answer the whole form, and return how that went; fails when a page or the form has no end."""
    walked = Walk(answers)
    question = following(here, answers)
    while question is not None:
        assert len(walked.met) < MOST_PAGES, "the form does not end"
        walked.met.append(question.id)
        entered = answer(chance, here, walked, question)
        question = entered or following(here, walked.answers, question)
    return walked


def answer(chance: Random, here: Context, walked: Walk, question: Question) -> Question | None:
    """Answer one question; return the question inside it that was entered, if one was."""
    if question.kind is Kind.PHOTO and (question.field.required or chance.random() < 0.5):
        walked.answers = walked.answers.with_value(question.id, ("photo-1",))
    page = draft(here, walked.answers, question)
    resident = _Resident(chance, here, walked.answers, question)
    for _ in range(MOST_INPUTS):
        body = view(here, walked.answers, question, page)
        walked.pages.append((question, body))
        event = resident.next(body, page)
        if event is None:
            earlier = back(here, walked.answers, question, page)
            page = earlier.draft if earlier else page
            continue
        match handle(here, walked.answers, question, page, event):
            case Stay(later):
                page = later
            case Answered(given):
                walked.answers = given
                return None
            case Enter(given, path):
                walked.answers = given
                return find(here, given, path)
    raise AssertionError(f"{question.id}: nobody can leave this page")


class _Resident:
    """What a resident does on the pages of one question: a step back at most twice, everything else to the end."""

    def __init__(self, chance: Random, here: Context, answers: Answers, question: Question) -> None:
        self._chance = chance
        self._here = here
        self._answers = answers
        self._question = question
        self._steps_back = 2

    def next(self, body: Body, page: Draft) -> Touched | Edited | None:
        """Return the next input; None for a step back within the page."""
        if self._steps_back and self._once_in(8):
            self._steps_back -= 1
            return None
        if body.secondary and body.secondary.id == "skip" and self._once_in(4):
            return Touched("skip")
        match body:
            case Choice():
                return self._choose(body, page)
            case Entry():
                return self._type(body, page)
            case Listing():
                return self._list(body, page)

    def _choose(self, body: Choice, page: Draft) -> Touched:
        must_be = self._question.field.must_be
        if must_be is not None and page.fault:
            return Touched("option:yes" if must_be else "option:no")
        ready = any(option.selected for option in body.options) if body.multiple else self._once_in(2)
        if body.primary and ready:
            return Touched("next")
        return Touched(self._chance.choice(body.options).id)

    def _type(self, body: Entry, page: Draft) -> Touched | Edited:
        if body.secondary and body.secondary.id == "letters" and self._once_in(4):
            return Touched("letters")
        if body.value and not page.fault:
            return Touched("next")
        said = typed(self._chance, self._question.field, body, page)
        while self._question.field.other_person and said in self._people():
            said = typed(self._chance, self._question.field, body, page)
        return Edited(said)

    def _people(self) -> set[str]:
        """The numbers of who was named already, the resident among them."""
        return {ADULT, *(str(value) for row in self._answers.rows(self._group()) for value in row.values())}

    def _group(self) -> str:
        return self._question.id.rsplit(".", 2)[0] if self._question.row is not None else self._question.id

    def _list(self, body: Listing, page: Draft) -> Touched:
        if self._question.kind is Kind.PHOTO:
            return Touched("next" if self._answers.value(self._question.id) else "skip")
        if page.step == 0:
            return self._overview(body, page)
        rows = body.groups[0].rows
        changes = [row.action.id for row in rows if row.action]
        return Touched(self._chance.choice(["next", "remove", *changes]))

    def _overview(self, body: Listing, page: Draft) -> Touched:
        rows = [row for group in body.groups for row in group.rows]
        field = self._question.field
        few = len(rows) < field.min_rows
        most = (
            2 if any(inner.other_person for inner in field.fields) else field.max_rows
        )  # we know few people
        if (
            body.add
            and body.add.enabled
            and len(rows) < most
            and (few or (page.fault is None and self._once_in(2 + 3 * len(rows))))
        ):
            return Touched("add")
        looked_at = [row.action.id for row in rows if row.action and (page.fault or self._once_in(6))]
        return Touched(self._chance.choice(looked_at)) if looked_at else Touched("next")

    def _once_in(self, times: int) -> bool:
        return self._chance.randrange(times) == 0


def typed(chance: Random, field: Field, body: Entry, page: Draft) -> str:
    """Return a text that a field takes."""
    if field.type in _SAMPLES:
        return chance.choice(_SAMPLES[field.type])
    match field.type:
        case FieldType.ID_NUMBER if body.keyboard is Keyboard.ID_NUMBER:
            return chance.choice((ADULT, ELDER, CHILD, OTHER_ADULT))
        case FieldType.ID_NUMBER:
            return chance.choice(PERMITS)
        case FieldType.MOBILE:
            return f"1{chance.randint(3, 9)}{chance.randrange(10**9):09d}"
        case FieldType.DATE | FieldType.DATE_RANGE | FieldType.MONTH:
            return _day(chance, field, page)[: body.max_length]
        case FieldType.INTEGER | FieldType.DECIMAL | FieldType.MONEY:
            return str(_number(chance, field))
        case _ if field.pattern:
            return "1" * body.max_length
        case _:
            words = "".join(chance.choices(_WORDS, k=8)).strip() + "甲" * field.min_len
            return (words or "甲")[: field.max_len]


def _number(chance: Random, field: Field) -> int:
    least = field.min if isinstance(field.min, int) else 0
    return chance.randint(least, field.max if isinstance(field.max, int) else 90_000)


def _day(chance: Random, field: Field, page: Draft) -> str:
    first = bound(field.min, TODAY) if isinstance(field.min, str) else date(1950, 1, 1)
    last = bound(field.max, TODAY) if isinstance(field.max, str) else TODAY
    first = date.fromisoformat(page.start) if page.start else first
    return (first + timedelta(chance.randint(0, max((last - first).days, 0)))).isoformat()
