"""The pages of taking part: matters, one question at a time, everything once more, and whether the answer is in."""

from typing import assert_never

from kiosk.consultations import Matter
from kiosk.journeys import ballots, form
from kiosk.journeys.case import answers, context
from kiosk.journeys.pages.frame import inner, leave, spoken, working
from kiosk.journeys.pages.participation_end import fate_unknown, not_taken, took_part
from kiosk.journeys.participating import CHANGE, MARK, MATTER
from kiosk.journeys.phases.participation import (
    AskingFate,
    ChoosingMatter,
    ConfirmingMarks,
    FateUnknown,
    FindingMatters,
    GettingPaper,
    Marking,
    NotTaken,
    Participation,
    PuttingIn,
    ReadingMatter,
    TookPart,
)
from kiosk.journeys.plan import Stage
from kiosk.journeys.state import State
from kiosk.journeys.wording import words_of
from screens.texts import Words
from screens.views.choices import Choice, Option
from screens.views.frame import Action, Tone
from screens.views.listing import Listing, Row, RowGroup
from screens.views.outcome import Outcome
from screens.views.reading import Article, Paragraph
from screens.views.waiting import Working


def view(  # noqa: PLR0911  # one a phase
    state: State, phase: Participation
) -> Working | Choice | Article | Listing | Outcome:
    """Return the page."""
    match phase:
        case FindingMatters():
            return _waiting(state, "finding")
        case ChoosingMatter():
            return _choosing(state)
        case ReadingMatter():
            return _reading(state, state.session.matters[phase.place])
        case GettingPaper():
            return _waiting(state, "paper")
        case Marking():
            return _marking(state, phase)
        case ConfirmingMarks():
            return _confirming(state)
        case PuttingIn() | AskingFate():
            return _putting_in(state, "putting" if isinstance(phase, PuttingIn) else "asking")
        case FateUnknown():
            return fate_unknown(state)
        case TookPart():
            return took_part(state, phase)
        case NotTaken():
            return not_taken(state, phase)
        case _:
            assert_never(phase)


def _say(state: State) -> Words:
    return words_of(state.session.language, "vote")


def _waiting(state: State, what: str) -> Working:
    say = _say(state)
    return Working(
        page=f"vote.{what}",
        title=say(what),
        lines=(say("one-moment"),),
        leave=leave(state),
        speech=spoken(say(what)),
        **working(state),
    )


def _putting_in(state: State, what: str) -> Working:
    """Nobody leaves while it is on its way."""
    say = _say(state)
    return Working(
        page=f"vote.{what}",
        title=say(what),
        lead=say("stay"),
        lines=(say("one-moment"),),
        speech=spoken(say(what), say("stay")),
        **working(state),
    )


def _choosing(state: State) -> Choice:
    say, language = _say(state), state.session.language
    return Choice(
        page="vote.matters",
        title=say("choose"),
        options=tuple(
            Option(
                f"{MATTER}{place}",
                matter.title.said(language),
                say("until", moment=matter.until) if matter.open else say("over"),
            )
            for place, matter in enumerate(state.session.matters)
        ),
        speech=spoken(say("choose"), *(one.title.said(language) for one in state.session.matters)),
        **inner(state, Stage.MATTER),
    )


def _reading(state: State, matter: Matter) -> Article:
    """What it is about, who may take part, until when, how it is counted; once it is over, what came of it."""
    say, language = _say(state), state.session.language
    what = Paragraph(say("about"), (matter.text.said(language),), "document")
    who = Paragraph(say("who"), (matter.who.said(language),), "person")
    counting = Paragraph(say("counting"), (matter.counting.said(language),), "query")
    until = Paragraph(
        say("when"), (say("until" if matter.open else "closed-at", moment=matter.until),), "clock"
    )
    found = (what, who, until, counting) if matter.open else (*_result(state, matter), what, until, counting)
    return Article(
        page="vote.matter",
        title=matter.title.said(language),
        paragraphs=found,
        primary=_begin(state) if matter.open else None,
        speech=spoken(matter.title.said(language), matter.text.said(language)),
        **inner(state, Stage.MATTER),
    )


def _begin(state: State) -> Action:
    say = _say(state)
    text = say("begin-survey" if ballots.is_survey(state) else "begin-ballot")
    return Action("next", text) if state.outside.online else Action("next", text, False, say("no-network"))


def _result(state: State, matter: Matter) -> list[Paragraph]:
    """The published result, and what was replied."""
    say, language = _say(state), state.session.language
    found = [
        Paragraph(
            group.heading.said(language),
            tuple(
                say("counted", label=row.label.said(language), value=row.value.said(language))
                for row in group.rows
            ),
            "receipt",
            Tone.GOOD,
        )
        for group in matter.result
    ]
    reply = matter.reply.said(language)
    return [*found, *([Paragraph(say("reply"), (reply,), "report")] if reply else [])]


def _marking(state: State, phase: Marking) -> Choice:
    say, language = _say(state), state.session.language
    question, survey = ballots.question_at(state, phase.place), ballots.is_survey(state)
    chosen = state.session.marks.get(question.id)
    options = tuple(
        Option(f"{MARK}{one.id}", one.label.said(language), selected=one.id == chosen)
        for one in question.options
    )
    lead = say("mark-survey" if survey else "mark-ballot")
    return Choice(
        page="vote.mark",
        title=question.text.said(language),
        lead=lead,
        options=options,
        primary=Action("next", say("next")) if chosen else None,
        secondary=Action("skip", say("skip")) if survey else None,
        speech=spoken(question.text.said(language), lead, *(one.label for one in options)),
        **inner(state, ballots.stage(state)),
    )


def _confirming(state: State) -> Listing:
    """What was chosen, before it is put in; afterwards no page and no paper shows it."""
    say, language, online = _say(state), state.session.language, state.outside.online
    rows = tuple(_mark(state, place) for place in range(len(ballots.paper(state).questions)))
    others = tuple(
        RowGroup(group.heading, tuple(Row(row.label, row.value) for row in group.rows))
        for group in (form.review(context(state), answers(state)) if ballots.is_survey(state) else ())
    )
    title = say("confirm-survey" if ballots.is_survey(state) else "confirm-ballot")
    lead = say("confirm-survey-lead" if ballots.is_survey(state) else "confirm-ballot-lead")
    cast = say("cast-survey" if ballots.is_survey(state) else "cast-ballot")
    return Listing(
        page="vote.confirm",
        title=title,
        lead=lead,
        groups=(RowGroup(ballots.matter(state).title.said(language), rows), *others),
        primary=Action("cast", cast, online, "" if online else say("no-network")),
        speech=spoken(title, lead),
        **inner(state, Stage.CAST),
    )


def _mark(state: State, place: int) -> Row:
    say, language = _say(state), state.session.language
    question = ballots.question_at(state, place)
    chosen = state.session.marks.get(question.id)
    label = next((one.label.said(language) for one in question.options if one.id == chosen), say("skipped"))
    return Row(question.text.said(language), label, action=Action(f"{CHANGE}{place}", say("change")))
