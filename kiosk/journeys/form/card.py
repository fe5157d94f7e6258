"""What a card says for a field, that of the person signed in or of their agent; whether that settles or locks the field."""

from collections.abc import Iterable

from config.catalogue import Field, FieldType
from config.catalogue.identifiers import birth_date_of
from devices.card_reader import Card, Sex
from kiosk.journeys.form.answers import Address
from kiosk.journeys.form.checks import check
from kiosk.journeys.form.context import Context
from kiosk.journeys.form.documents import OF_CARD

_AGENT = "agent_card"
FROM_CARDS = ("card", _AGENT)
"""What the catalogue calls the prefilling from the card of the person signed in, and from that of their agent."""

_SEXES = {Sex.MALE: "1", Sex.FEMALE: "2", Sex.UNKNOWN: "9"}


def card_value(context: Context, field: Field) -> object:
    """Return what the card says for a field, None when it says nothing or nothing that the field can take."""
    card = context.agent_card if field.prefill == _AGENT else context.card
    if card is None:
        return None
    value = _on_card(card, field)
    kind = {field.validate_by: OF_CARD.get(card.kind)} if field.validate_by else {}
    return value if value is not None and check(context, field, value, kind) is None else None


def locked_keys(context: Context, fields: Iterable[Field]) -> frozenset[str]:
    """Return the keys of the fields that the card has answered once and for all.

    With a number, the field that says which kind of document it is of is locked, too.
    """
    locked = [field for field in fields if field.locked_when_prefilled and _is_on_card(context, field)]
    return frozenset([key for field in locked for key in (field.key, field.validate_by)])


def is_settled(context: Context, field: Field, value: object) -> bool:
    """Say whether the value is what the card says about its holder, so that asking for it would be a waste of time.

    An address is asked all the same: the one on a card is that of the day the card was issued.
    """
    if field.prefill not in FROM_CARDS or value is None or field.type is FieldType.ADDRESS:
        return False
    return value == card_value(context, field)


def _is_on_card(context: Context, field: Field) -> bool:
    return field.prefill in FROM_CARDS and card_value(context, field) is not None


def _on_card(card: Card, field: Field) -> object:  # noqa: PLR0911  # one a type of field
    match field.type, field.options:
        case FieldType.NAME, _:
            return card.name or card.english_name or None
        case FieldType.ID_NUMBER, _:
            return card.id_number.upper() or None
        case FieldType.DATE, _:
            born = card.birth_date or birth_date_of(card.id_number)
            return born.isoformat() if born else None
        case FieldType.ADDRESS, _:
            return Address("", card.address) if card.address else None
        case FieldType.SELECT, "id_type":
            return OF_CARD.get(card.kind)
        case FieldType.SELECT, "gender":
            return _SEXES[card.sex] if card.sex else None
        case _:
            return None
