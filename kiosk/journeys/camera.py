"""At the camera: take a picture, look at it, keep it or take it again; or give something instead."""

from dataclasses import replace

from kiosk.commands.pictures import TakePicture
from kiosk.events import Event
from kiosk.events.pictures import PictureFailed, PictureTaken
from kiosk.events.world import DeviceClass
from kiosk.journeys import form
from kiosk.journeys.case import answers, context, needs
from kiosk.journeys.form import Question
from kiosk.journeys.materials import Need
from kiosk.journeys.payload import names
from kiosk.journeys.phases.form import Capturing, CheckingPicture, Papers, Target
from kiosk.journeys.route import answered, before_question
from kiosk.journeys.session import Instead
from kiosk.journeys.state import State
from screens.views.inputs import Touched


def react(state: State, phase: Capturing | CheckingPicture, event: Event) -> State:
    """Return what an event makes of the camera's pages."""
    match phase:
        case Capturing():
            return _capturing(state, phase, event)
        case CheckingPicture():
            return _checking(state, phase, event)


def most(state: State, target: Target) -> int:
    """Return the most pictures that are taken of a target."""
    return question_of(state, target).field.max_count if target.question else need_of(state, target).most


def question_of(state: State, target: Target) -> Question:
    """Return the question that asks for photos; it is asked as long as the camera is at it."""
    question = form.find(context(state), answers(state), target.question)
    if question is None:
        raise AssertionError("a question that is not asked")
    return question


def need_of(state: State, target: Target) -> Need:
    """Return the material that is photographed."""
    return next(need for need in needs(state) if need.key == target.material)


def substitutes(state: State, target: Target) -> tuple[Instead, ...]:
    """Return what may stand in for a material now.

    What nothing else can stand in for may be brought later only when the camera fails in the middle of an application:
    nobody loses what was entered because of a machine. The office asks for it before it accepts (行政许可法 art. 32).
    """
    need = need_of(state, target)
    possible = {
        Instead.DECLARED: need.declarable,
        Instead.SHARED: need.shareable,
        Instead.LEFT_OUT: not need.required,
        Instead.LATER: need.blocking and not state.outside.works(DeviceClass.CAMERA),
    }
    return tuple(way for way, may in possible.items() if may)


def _capturing(state: State, phase: Capturing, event: Event) -> State:  # noqa: PLR0911  # one a kind of event
    match event:
        case Touched("take") if phase.taking is None and state.outside.works(DeviceClass.CAMERA):
            state = state.commanding(TakePicture)
            return state.at(replace(phase, taking=state.issued, trouble=""))
        case PictureTaken(command, jpeg, warnings) if command == phase.taking:
            return state.at(CheckingPicture(phase.target, jpeg, warnings, phase.pages))
        case PictureFailed(command) if command == phase.taking:
            return state.at(replace(phase, taking=None, trouble="picture-failed"))
        case Touched("done") if phase.pages:
            return _done(state, phase.target, phase.pages)
        case Touched("skip") if may_skip(state, phase):
            return _done(state, phase.target, ())
        case Touched("back"):
            return _back(state, phase)
        case Touched(id) if phase.target.material and id in {
            way.value for way in substitutes(state, phase.target)
        }:
            instead = state.session.with_instead(phase.target.key, Instead(id))
            return replace(state, session=instead, phase=Papers())
        case _:
            return state


def may_skip(state: State, phase: Capturing) -> bool:
    """Whether a question for photos may be left without any."""
    return (
        bool(phase.target.question)
        and not phase.pages
        and not question_of(state, phase.target).field.required
    )


def _checking(state: State, phase: CheckingPicture, event: Event) -> State:
    match event:
        case Touched("keep"):
            return _done(state, phase.target, (*phase.pages, phase.jpeg))
        case Touched("more") if may_go_on(state, phase):
            return state.at(Capturing(phase.target, (*phase.pages, phase.jpeg)))
        case Touched("again"):
            return state.at(Capturing(phase.target, phase.pages))
        case _:
            return state


def may_go_on(state: State, phase: CheckingPicture) -> bool:
    """Whether another picture may be taken after this one."""
    return len(phase.pages) + 1 < most(state, phase.target)


def _done(state: State, target: Target, pages: tuple[bytes, ...]) -> State:
    """Keep what was taken; pictures taken before are replaced only now."""
    state = replace(state, session=state.session.with_pictures(target.key, pages))
    if not target.question:
        return state.at(Papers())
    attached = names(target.key, len(pages)) or None
    given = answers(state).with_value(target.question, attached)
    return answered(state, question_of(state, target), given)


def _back(state: State, phase: Capturing) -> State:
    return before_question(state) if phase.target.question else state.at(Papers())
