"""Which answers fit which request, and what they mean for the card. Pure."""

from devices.card_reader.layouts import ADDRESS_SIZE, SIZE
from devices.card_reader.sdt.codec import SAM_ID_SIZE, Answer
from devices.card_reader.sdt.status import MISREAD, Status, error_of


def misread(answer: Answer) -> Status:
    """Return the status when trying anew may help; raise the error that it stands for when not."""
    if answer.status in {Status.NO_CARD, *MISREAD}:
        return Status(answer.status)
    raise error_of(answer.status)


def reads_on(answer: Answer) -> bool:
    """Whether the card that was read still lies there, after an answer to the additional address."""
    return answer.status in {Status.OK, Status.NO_SUCH_ITEM}


def fits_find(answer: Answer) -> bool:
    """Whether this may answer a find."""
    return answer.status != Status.OK


def fits_select(answer: Answer) -> bool:
    """Whether this may answer a select."""
    return answer.status != Status.FOUND and len(answer.data) <= 8


def fits_read(answer: Answer) -> bool:
    """Whether this may answer a read."""
    return answer.status != Status.FOUND and (answer.status != Status.OK or len(answer.data) >= 4 + SIZE)


def fits_address(answer: Answer) -> bool:
    """Whether this may answer a read of the additional addresses."""
    whole_records = bool(answer.data) and len(answer.data) % ADDRESS_SIZE == 0
    return answer.status != Status.FOUND and (answer.status != Status.OK or whole_records)


def fits_sam_id(answer: Answer) -> bool:
    """Whether this may answer a question for the module's number."""
    return answer.status != Status.OK or len(answer.data) == SAM_ID_SIZE
