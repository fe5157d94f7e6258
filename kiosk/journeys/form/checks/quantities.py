"""Days, months, periods, numbers, amounts: within the bounds that the catalogue gives them."""

from datetime import date
from decimal import Decimal, InvalidOperation

from config.catalogue import Field, FieldType
from config.catalogue.expressions import bound
from kiosk.journeys.form.answers import Period
from kiosk.journeys.form.checks.checked import UNKNOWN, Checked
from kiosk.journeys.form.dates import as_date
from kiosk.journeys.form.fault import Fault, fault

_FIRST_DAY, _YEARS_AHEAD = date(1900, 1, 1), 50  # outside of these a date is a slip of the finger
_MOST = 999_999_999


def day(checked: Checked, value: object) -> Fault | None:
    """Return what is wrong with an ISO date."""
    found = as_date(value)
    if found is None:
        return fault("date")
    earliest, latest = _days(checked)
    if found < earliest:
        return fault("date-early", limit=earliest.isoformat())
    return fault("date-late", limit=latest.isoformat()) if found > latest else None


def month(checked: Checked, value: object) -> Fault | None:
    """Return what is wrong with an ISO month."""
    found = as_date(f"{value}-01")
    if found is None:
        return fault("month")
    earliest, latest = _days(checked)
    if found < earliest.replace(day=1):
        return fault("date-early", limit=f"{earliest:%Y-%m}")
    return fault("date-late", limit=f"{latest:%Y-%m}") if found > latest else None


def period(checked: Checked, value: object) -> Fault | None:
    """Return what is wrong with a period: one of its days, or their order."""
    if not isinstance(value, Period):
        return UNKNOWN
    wrong = day(checked, value.start) or day(checked, value.end)
    return wrong or (fault("period") if value.end < value.start else None)


def integer(checked: Checked, value: object) -> Fault | None:
    """Return what is wrong with a whole number."""
    if not isinstance(value, int) or isinstance(value, bool):
        return fault("number")
    return _within(checked.field, Decimal(value))


def decimal(checked: Checked, value: object) -> Fault | None:
    """Return what is wrong with a decimal or an amount of money, which is text."""
    try:
        number = Decimal(value) if isinstance(value, str) else None
    except InvalidOperation:
        number = None
    if number is None or not number.is_finite():
        return fault("number")
    scale, places = scale_of(checked.field), number.as_tuple().exponent
    if isinstance(places, int) and -places > scale:
        return fault("scale", most=scale) if scale else fault("scale-0")
    return _within(checked.field, number)


def scale_of(field: Field) -> int:
    """Return how many digits may stand after the point; money has two."""
    return field.scale or (2 if field.type is FieldType.MONEY else 0)


def _within(field: Field, number: Decimal) -> Fault | None:
    least = field.min if isinstance(field.min, int) else 0
    most = field.max if isinstance(field.max, int) else _MOST
    return None if least <= number <= most else fault("range", least=least, most=most)


def _days(checked: Checked) -> tuple[date, date]:
    """Return the first and the last day a field allows; who holds a card was born by today."""
    today, field = checked.context.today, checked.field
    earliest = bound(field.min, today) if isinstance(field.min, str) else _FIRST_DAY
    if isinstance(field.max, str):
        return earliest, bound(field.max, today)
    born = field.prefill == "card"
    return earliest, today if born else date(today.year + _YEARS_AHEAD, 12, 31)
