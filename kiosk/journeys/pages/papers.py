"""The checklist of materials, and the camera."""

from kiosk.events.world import DeviceClass
from kiosk.journeys import form
from kiosk.journeys.camera import may_go_on, may_skip, need_of, question_of, substitutes
from kiosk.journeys.case import answers, context, is_given, needs
from kiosk.journeys.materials import Need, Way
from kiosk.journeys.pages.frame import Inner, inner, spoken
from kiosk.journeys.phases.form import Capturing, CheckingPicture, Papers
from kiosk.journeys.plan import Stage
from kiosk.journeys.stages import papers_complete
from kiosk.journeys.state import State
from kiosk.journeys.wording import speaker, where_else
from screens.views.choices import Choice, Option
from screens.views.entry import Entry
from screens.views.frame import Action
from screens.views.listing import Listing, Row, RowGroup, RowState
from screens.views.pictures import Capture, CheckPicture


def checklist(state: State, _phase: Papers) -> Listing:
    """Return the checklist: what is done, what is still to be photographed, what need not be."""
    say, language = speaker(state.session.language), state.session.language
    listed = needs(state)
    left = [need.material.name(language) for need in listed if not is_given(state, need)]
    lead = say("papers-left", count=len(left)) if left else say("papers-complete")
    whole = papers_complete(state)
    return Listing(
        page="materials",
        title=say("papers-title"),
        lead=lead,
        groups=(RowGroup("", tuple(_row(state, need) for need in listed)),),
        primary=Action("next", say("next"), whole, "" if whole else say("papers-first", name=left[0])),
        speech=spoken(say("papers-title"), lead),
        **inner(state, Stage.MATERIALS),
    )


def _row(state: State, need: Need) -> Row:
    say, session = speaker(state.session.language), state.session
    pages = len(session.pictures.get(need.key, ()))
    instead = session.instead.get(need.key)
    label = need.material.name(session.language)
    if need.way is not Way.CAMERA:
        done = RowState.WAIVED if need.way is Way.SHARED else RowState.DONE
        return Row(label, state=done, hint=say(f"papers-{need.way.value}"))
    take = Action(f"take.{need.key}", say("papers-again" if pages else "papers-take"))
    if pages:
        return Row(label, state=RowState.DONE, action=take, hint=say("papers-pages", pages=pages))
    if instead:
        return Row(label, state=RowState.WAIVED, action=take, hint=say(f"papers-{instead.value}"))
    if need.required and not need.shareable:
        return Row(label, state=RowState.TODO, action=take)
    return Row(
        label, state=RowState.OPTIONAL, action=take, hint=say("papers-shareable") if need.shareable else ""
    )


def capture(state: State, phase: Capturing) -> Capture:
    """Return the camera's page: what to photograph, which page of it, and other ways."""
    say = speaker(state.session.language)
    ready = state.outside.works(DeviceClass.CAMERA)
    return Capture(
        page="capture" if ready else "capture.broken",
        title=_title(state, phase),
        lead=_lead(state, phase),
        sheet=need_of(state, phase.target).sheet if phase.target.material else 0.0,
        camera_ready=ready,
        error=_trouble(state, phase),
        options=tuple(_options(state, phase)),
        primary=Action("take", say("capture-take"), enabled=phase.taking is None) if ready else None,
        secondary=Action("done", say("capture-done")) if phase.pages else None,
        speech=spoken(_title(state, phase), _lead(state, phase)),
        **_frame(state, phase),
    )


def check(state: State, phase: CheckingPicture) -> CheckPicture:
    """Return a picture just taken, with what may be wrong with it."""
    say = speaker(state.session.language)
    warnings = tuple(say(f"picture-{warning}") for warning in phase.warnings)
    frame = _frame(state, phase)
    frame["back"] = Action("again", say("picture-again"))
    suffix = "-scene" if _is_scene(state, phase) else ""
    title = say(f"picture-title{suffix}")
    return CheckPicture(
        page="check_picture",
        title=title,
        picture=phase.jpeg,
        warnings=warnings,
        primary=Action("keep", say("picture-keep")),
        secondary=Action("more", say(f"picture-more{suffix}")) if may_go_on(state, phase) else None,
        speech=spoken(title, *warnings),
        **frame,
    )


def _is_scene(state: State, phase: CheckingPicture) -> bool:
    """Whether it is a picture of something rather than of a paper with words to read."""
    if phase.target.question:
        return True
    return need_of(state, phase.target).material.capture in ("photo", "portrait")


def _frame(state: State, phase: Capturing | CheckingPicture) -> Inner:
    if phase.target.question:
        return inner(state, Stage.QUESTIONS, phase.target.question)
    return inner(state, Stage.MATERIALS)


def _title(state: State, phase: Capturing) -> str:
    if phase.target.question:
        return _question(state, phase).title
    name = need_of(state, phase.target).material.name(state.session.language)
    return speaker(state.session.language)("capture-title", name=name)


def _lead(state: State, phase: Capturing) -> str:
    """How to lay it, and which page of it comes now."""
    say = speaker(state.session.language)
    if phase.target.question:
        return _question(state, phase).lead
    capture_kind = need_of(state, phase.target).material.capture
    how = say(
        {"portrait": "capture-portrait", "photo": "capture-object", "card_face": "capture-card"}.get(
            capture_kind, "capture-sheet"
        )
    )
    return say("capture-page", how=how, page=len(phase.pages) + 1) if phase.pages else how


def _question(state: State, phase: Capturing) -> Choice | Entry | Listing:
    """The words of a question for photos, as the form gives them."""
    question = question_of(state, phase.target)
    here, given = context(state), answers(state)
    return form.view(here, given, question, form.draft(here, given, question))


def _trouble(state: State, phase: Capturing) -> str:
    say = speaker(state.session.language)
    if state.outside.works(DeviceClass.CAMERA):
        return say(phase.trouble) if phase.trouble else ""
    where = where_else(state.outside.settings.site, state.session.language)
    other = _options(state, phase) or phase.pages
    return say("capture-broken") if other else say("capture-broken-stop", where=where)


def _options(state: State, phase: Capturing) -> list[Option]:
    """Other ways: leave it out, declare it, bring it later."""
    say = speaker(state.session.language)
    if phase.target.question:
        return [Option("skip", say("capture-skip"))] if may_skip(state, phase) else []
    return [Option(way.value, say(f"instead-{way.value}")) for way in substitutes(state, phase.target)]
