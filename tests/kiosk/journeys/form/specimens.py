"""People and contexts for the form's tests: specimen numbers only."""

from datetime import date

from config.catalogue import Catalogue, Field, FieldType, Item
from config.catalogue.load import demonstration
from config.language import Language
from devices.card_reader import Card, CardKind, Sex
from kiosk.journeys.form import Answers, Context, Question, begin, find

CATALOGUE: Catalogue = demonstration()
TODAY = date(2026, 11, 23)
SITE = "440104001000"
ADULT, ELDER, CHILD = "440104198808080023", "440102194501010011", "440112201906010015"
OTHER_ADULT = "44010519620312123X"
PERMITS = ("H12345678", "12345678", "911010198505150018")
"""Numbers of a Hong Kong permit, a Taiwan permit and a foreigner's permanent residence card."""

USCC = "91440101000000003U"
BANK_CARD = "6222020000000000000"
CARD = Card(
    CardKind.RESIDENT,
    name="张三",
    id_number=ADULT,
    sex=Sex.FEMALE,
    ethnicity="汉",
    birth_date=date(1988, 8, 8),
    address="广东省广州市越秀区示范路1号101房",
)
SERVED = ("apply_full", "apply_full_offline", "report", "report_offline")
ITEMS: tuple[Item, ...] = tuple(
    item for item in CATALOGUE.items if {item.flow, item.flow_offline} & set(SERVED)
)
"""Every item of the flows that end in a form, in one of its two ways."""


def context(
    code: str,
    *,
    language: Language = Language.CHINESE,
    card: Card | None = CARD,
    mode: str = "self",
    region: str = SITE,
    signin_level: str = "L1",
) -> Context:
    """Return the context of an item for a person at the demonstration site."""
    item = CATALOGUE.by_code[code]
    return Context(CATALOGUE, item, language, TODAY, card, region, signin_level, mode)


def question(here: Context, path: str, answers: Answers | None = None) -> Question:
    """Return a question by its path; it must be asked."""
    found = find(here, begin(here) if answers is None else answers, path)
    assert found is not None, path
    return found


def field(type_: str, **more: object) -> Field:
    """Return a field of a type, with what a test needs of it."""
    about = {
        "key": "some",
        "label_zh": "某项",
        "label_en": "Something",
        "required": True,
        "type": FieldType(type_),
    }
    return Field.model_validate(about | more)
