"""Whether others reported the same problem at this place: asked when everything is there, never waited for."""

import json

from kiosk.commands.lookups import LookUp
from kiosk.journeys.case import answers
from kiosk.journeys.form import Place
from kiosk.journeys.phases.sending import Reviewing
from kiosk.journeys.state import State

_PROBLEM = "problem"


def review(state: State) -> State:
    """Go to the review; of a problem at this site, ask how many reported the same: only what it is and where is told."""
    where = answers(state).value("problem.where")
    if (
        _PROBLEM not in state.item.form
        or not state.outside.online
        or not isinstance(where, Place)
        or not where.here
    ):
        return state.at(Reviewing())
    place = {"here": True, "region": where.region, "detail": ""}
    said = {"category": answers(state).value("problem.category"), "where": place}
    document = json.dumps({"form": {_PROBLEM: said}, "id_number": "", "holder_check": "", "link": ""})
    state = state.commanding(lambda number: LookUp(number, state.session.item, document))
    return state.at(Reviewing(state.issued))
