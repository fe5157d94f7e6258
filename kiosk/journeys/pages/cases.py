"""The pages of one's own cases: the list, one case with its clock and light, a paper in full, what is asked, five levels."""

from datetime import datetime
from typing import assert_never

from kiosk.case_file import CaseFile, Notice, lines_of
from kiosk.events.printing import Paper
from kiosk.journeys import acts
from kiosk.journeys.casework import can_print, case_at
from kiosk.journeys.onward import STARS
from kiosk.journeys.pages.frame import Inner, inner, leave, spoken, working
from kiosk.journeys.pages.paper import banner
from kiosk.journeys.phases.cases import (
    CaseOpen,
    Cases,
    ConfirmingAct,
    FindingCases,
    MyCases,
    NoCases,
    NoticeOpen,
    Rating,
)
from kiosk.journeys.state import State
from kiosk.journeys.wording import office, picked, where_else, words_of
from screens.texts import Words
from screens.views.choices import Choice, Option
from screens.views.frame import Action, Tone
from screens.views.listing import Listing, Row, RowGroup
from screens.views.outcome import Outcome, OutcomeKind
from screens.views.reading import Article, Paragraph
from screens.views.waiting import Working


def view(state: State, phase: Cases) -> Working | Choice | Listing | Article | Outcome:  # noqa: PLR0911  # one a phase
    """Return the page."""
    match phase:
        case FindingCases():
            return _working(state)
        case MyCases():
            return _mine(state)
        case CaseOpen():
            return _case(state, phase)
        case NoticeOpen():
            return _notice(state, phase)
        case ConfirmingAct():
            return _confirm(state, phase)
        case Rating():
            return _rating(state)
        case NoCases():
            return _none(state, phase)
        case _:
            assert_never(phase)


def _say(state: State) -> Words:
    return words_of(state.session.language, "cases")


def _working(state: State) -> Working:
    title = _say(state)("working")
    return Working(
        page="cases.working",
        title=title,
        lines=(words_of(state.session.language, "journey")("one-moment"),),
        leave=leave(state),
        speech=spoken(title),
        **working(state),
    )


def _frame(state: State) -> Inner:
    """The frame of these pages; the item is the one of the case, or none."""
    return {**inner(state, None), "item": ""}


def _mine(state: State) -> Choice | Listing:
    say, cases = _say(state), state.session.cases
    if not cases:
        return Listing(
            page="cases.none",
            title=say("nothing"),
            lead=say("nothing-lead"),
            groups=(),
            primary=_done(state),
            speech=spoken(say("nothing"), say("nothing-lead")),
            **_frame(state),
        )
    return Choice(
        page="cases.mine",
        title=say("mine"),
        lead=say("mine-lead"),
        options=tuple(_line(state, place, case) for place, case in enumerate(cases)),
        speech=spoken(say("mine"), say("mine-lead")),
        **_frame(state),
    )


def _line(state: State, place: int, case: CaseFile) -> Option:
    language = state.session.language
    standing = f"{case.state.said(language)}　{case.clock.said(language)}"
    wanted = (
        _say(state)("line-missing", count=len(case.missing)) if case.missing else f"{standing}　{case.number}"
    )
    return Option(f"case:{place}", _name(state, case), wanted)


def _name(state: State, case: CaseFile) -> str:
    item = state.outside.catalogue.by_code.get(case.item)
    return item.name(state.session.language) if item else case.item


def _case(state: State, phase: CaseOpen) -> Listing:
    case = case_at(state, phase)
    groups = (
        _standing(state, case),
        _missing(state, case),
        _acts(state, case),
        _notices(state, case),
        _steps(state, case),
    )
    lead = _say(state)("case-lead", state=case.state.said(state.session.language))
    return Listing(
        page="cases.one",
        title=_name(state, case),
        lead=lead,
        groups=tuple(group for group in groups if group.rows),
        primary=_done(state),
        speech=spoken(_name(state, case), lead, case.clock.said(state.session.language)),
        **_frame(state),
    )


def _done(state: State) -> Action:
    return Action("done", words_of(state.session.language, "journey")("done"))


def _standing(state: State, case: CaseFile) -> RowGroup:
    say, language = _say(state), state.session.language
    item = state.outside.catalogue.by_code.get(case.item)
    rows = [Row(say("number"), case.number), Row(say("clock"), case.clock.said(language))]
    if last := case.last_day():
        rows.append(Row(say(_meaning(case)), last))
    if item:
        rows.append(Row(say("office"), office(state.outside.catalogue, item, language)))
    if case.appointment:
        place = case.appointment.place.said(language)
        rows.append(Row(say("booked"), f"{case.appointment.day} {case.appointment.time}　{place}"))
    return RowGroup("", tuple(rows))


def _meaning(case: CaseFile) -> str:
    """What the last day of the clock is for."""
    if case.due:
        return "due"
    return "correct-by" if case.missing else "accept-by"


def _missing(state: State, case: CaseFile) -> RowGroup:
    say, language = _say(state), state.session.language
    known = state.outside.catalogue.materials
    rows = (
        Row(
            known[one.material].name(language) if one.material in known else one.material,
            one.reason.said(language),
        )
        for one in case.missing
    )
    return RowGroup(say("missing"), tuple(rows))


def _acts(state: State, case: CaseFile) -> RowGroup:
    say = _say(state)
    rows = []
    for act in acts.offered(state, case):
        may = acts.possible(state, act)
        go = Action(f"act:{act.value}", say(f"go-{act.value}"), may, "" if may else say("no-network"))
        rows.append(Row(say(f"act-{act.value}"), action=go))
    return RowGroup(say("acts"), tuple(rows))


def _notices(state: State, case: CaseFile) -> RowGroup:
    rows = (
        Row(_kind(state, one), one.number, action=Action(f"notice:{place}", _say(state)("read")))
        for place, one in enumerate(case.notices)
    )
    return RowGroup(_say(state)("papers"), tuple(rows))


def _kind(state: State, notice: Notice) -> str:
    """What a paper is called; one of a kind that this catalogue does not know goes by its number."""
    template = state.outside.catalogue.receipts.get(notice.kind)
    if template is None:
        return notice.number
    return picked(state.session.language, template.title_zh, template.title_en)


def _steps(state: State, case: CaseFile) -> RowGroup:
    rows = (Row(_minute(one.at), one.state.said(state.session.language)) for one in case.steps)
    return RowGroup(_say(state)("steps"), tuple(rows))


def _minute(moment: str) -> str:
    return f"{datetime.fromisoformat(moment):%Y-%m-%d %H:%M}"


def _notice(state: State, phase: NoticeOpen) -> Article:
    """A paper, to be read in full; without a seal that can be verified it is not printed."""
    say, language = _say(state), state.session.language
    notice = case_at(state, phase).notices[phase.notice]
    seal = (notice.seal.said(language), _minute(notice.issued_at)) if notice.sealed else (say("no-seal"),)
    frame = _frame(state)
    if phase.printing:
        frame["banners"] = (*frame["banners"], banner(state, phase.printing, "sheet"))
    return Article(
        page="cases.notice",
        title=_kind(state, notice),
        lead=notice.number,
        paragraphs=(
            Paragraph("", lines_of(notice.text, language), "document"),
            Paragraph("", seal, tone=Tone.NEUTRAL if notice.sealed else Tone.WARNING),
        ),
        primary=_done(state),
        secondary=_print(state, phase) if notice.sealed else None,
        speech=spoken(_kind(state, notice), *lines_of(notice.text, language)),
        **frame,
    )


def _print(state: State, phase: NoticeOpen) -> Action:
    say = words_of(state.session.language, "journey")
    if can_print(state, phase):
        return Action("print", say("lookup-print"))
    out = phase.printing is not None and phase.printing.paper is not Paper.FAILED
    return Action("print", say("lookup-print"), False, say("lookup-printed" if out else "guide-no-printer"))


def _confirm(state: State, phase: ConfirmingAct) -> Article:
    say, case = _say(state), case_at(state, phase)
    may = acts.possible(state, phase.act)
    lines = (_name(state, case), case.number)
    return Article(
        page=f"cases.{phase.act.value}",
        title=say(f"confirm-{phase.act.value}"),
        paragraphs=(
            Paragraph("", lines, "document"),
            Paragraph("", (say(f"means-{phase.act.value}"),), tone=Tone.WARNING),
        ),
        primary=Action("confirm", say(f"yes-{phase.act.value}"), may, "" if may else say("no-network")),
        speech=spoken(say(f"confirm-{phase.act.value}"), say(f"means-{phase.act.value}")),
        **_frame(state),
    )


def _rating(state: State) -> Choice:
    """Five levels, none chosen beforehand, and skipping as large as any of them."""
    say, catalogue = _say(state), state.outside.catalogue
    names = {one.code: one.label(state.session.language) for one in catalogue.option_lists["rating"]}
    levels = tuple(Option(f"stars:{code}", names[code]) for code in STARS)
    case = acts.case_of(state.session)
    return Choice(
        page="cases.rate",
        title=say("rate"),
        lead=say("rate-lead", item=_name(state, case) if case else ""),
        options=(*levels, Option("skip", say("rate-skip"))),
        speech=spoken(say("rate"), say("rate-anonymous")),
        why=say("rate-anonymous"),
        **_frame(state),
    )


def _none(state: State, phase: NoCases) -> Outcome:
    """Nothing can be shown and nothing was taken; why, and where else to ask."""
    say, journey = _say(state), words_of(state.session.language, "journey")
    steps = (
        journey(f"lookup-{phase.reason}"),
        where_else(state.outside.settings.site, state.session.language),
    )
    again = phase.reason == "offline"
    return Outcome(
        page="cases.failed",
        title=journey("lookup-failed"),
        kind=OutcomeKind.NOT_DONE,
        sentence=journey("lookup-failed-sentence"),
        next_steps=steps,
        primary=Action("again", journey("lookup-again")) if again else _done(state),
        speech=spoken(say("working"), journey("lookup-failed-sentence"), *steps),
        **_frame(state),
    )
