"""`/v1/cases` and `/v1/cases/{number}`: a resident's cases, and how one stands."""

from starlette.responses import Response

from fleet.documents import progress
from fleet.platform import Platform
from fleet.problems import unknown
from fleet.web.asking import Asked, json_response


def get(platform: Platform, asked: Asked) -> Response:
    """Return the case."""
    case = platform.cases.by_number(asked.path["number"])
    if case is None:
        raise unknown("Compare the number with the receipt.", "请核对回执上的办件编号。")
    return json_response(
        progress(
            case,
            platform.cases.steps(case.number),
            platform.cases.notices(case.number),
            platform.url,
            platform.cases.decision(case.number),
        )
    )


def find(platform: Platform, asked: Asked) -> Response:
    """Return the cases of the holder of a document."""
    return json_response(platform.case_files.of(asked.text("id_number")))
