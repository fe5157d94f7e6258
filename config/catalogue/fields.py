"""What forms are made of: names in two languages, the types of fields, fields, sets of fields, options."""

from enum import Enum
from typing import Literal

from pydantic import BaseModel, ConfigDict

from config.language import Language, in_language


class Model(BaseModel):
    """Base of every entry: frozen; fields this version does not know are ignored."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Named(Model):
    """An entry with a name in both languages."""

    name_zh: str
    name_en: str

    def name(self, language: Language) -> str:
        """Return the name in `language`."""
        return in_language(language, self.name_zh, self.name_en)


class FieldType(Enum):
    """What a field asks for; each has one question page."""

    __hash__ = object.__hash__  # each is what it is: looked up by the thousand, without going by its name

    TEXT = "text"
    LONG_TEXT = "long_text"
    NAME = "name"
    ID_NUMBER = "id_number"
    PERMIT_NUMBER = "permit_number"
    USCC = "uscc"
    MOBILE = "mobile"
    PHONE = "phone"
    OTP = "otp"
    DATE = "date"
    DATE_RANGE = "date_range"
    MONTH = "month"
    INTEGER = "integer"
    DECIMAL = "decimal"
    MONEY = "money"
    SELECT = "select"
    MULTISELECT = "multiselect"
    BOOLEAN = "boolean"
    REGION = "region"
    ADDRESS = "address"
    LOCATION = "location"
    BANK_CARD = "bank_card"
    PLATE = "plate"
    ACCOUNT_NO = "account_no"
    FILE = "file"
    PHOTO = "photo"
    SIGNATURE = "signature"
    REPEAT = "repeat"
    SLOT = "slot"
    BALLOT = "ballot"
    SURVEY = "survey"
    COMPUTED = "computed"


class Term(Model):
    """The words for something that has a code."""

    zh: str
    en: str

    def label(self, language: Language) -> str:
        """Return the words in `language`."""
        return in_language(language, self.zh, self.en)


class Option(Term):
    """One answer of a select; `code` is what the platform gets."""

    code: str


class Field(Model):
    """One thing to ask. `min` and `max` are numbers, or `today`, `today+90d`.

    `text_zh` and `text_en` are what the answer is about, in full: a declaration, an authorisation to be read.
    `options` are the answers themselves, the name of an option list, `remote:NAME` (the list `remote_NAME`, which a
    platform replaces) or `items:agency`; `Catalogue.options_of` resolves all four.
    `same_as` names what several fields ask for alike, such as one's own mobile: given in one, it is offered in the others.
    `other_person` marks the number of somebody else than the applicant, a household member for one.
    """

    key: str
    label_zh: str
    label_en: str
    type: FieldType
    required: bool
    options: str | tuple[Option, ...] = ()
    mask: Literal["name", "id", "mobile", "bank", "address", "plate", "none"] = "none"
    prefill: str = ""
    locked_when_prefilled: bool = False
    visible_if: str = ""
    must_be: bool | None = None
    min: int | str | None = None
    max: int | str | None = None
    min_len: int = 0
    max_len: int = 100
    max_count: int = 1
    min_rows: int = 0
    max_rows: int = 1
    scale: int = 0
    pattern: str = ""
    source: str = ""
    default: int | str | None = None
    validate_by: str = ""
    same_as: str = ""
    other_person: bool = False
    other_type: FieldType | None = None
    strip_exif: bool = False
    fields: tuple["Field", ...] = ()
    text_zh: str = ""
    text_en: str = ""

    def label(self, language: Language) -> str:
        """Return what is asked for, in `language`."""
        return in_language(language, self.label_zh, self.label_en)

    def text(self, language: Language) -> str:
        """Return the text that the answer is about, in `language`; empty when there is none."""
        return in_language(language, self.text_zh, self.text_en)


class FieldSet(Model):
    """Fields that belong together, reused by many items. `shown_if` as `Field.visible_if`."""

    title_zh: str
    title_en: str
    shown_if: str = ""
    fields: tuple[Field, ...]

    def title(self, language: Language) -> str:
        """Return the heading in `language`."""
        return in_language(language, self.title_zh, self.title_en)
