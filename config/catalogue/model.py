"""The types of the service catalogue.

Names end in `_zh` and `_en` as in the file people write; `.name(language)` and its kin pick one. Rules that span
several entries (references, counts, offline rules) are in `config.catalogue.rules`.
"""

from enum import Enum
from functools import cached_property
from typing import Literal

import pydantic
from pydantic import BaseModel, ConfigDict

from config.language import Language


class Model(BaseModel):
    """Base of every entry: frozen; fields this version does not know are ignored."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Named(Model):
    """An entry with a name in both languages."""

    name_zh: str
    name_en: str

    def name(self, language: Language) -> str:
        """Return the name in `language`."""
        return self.name_en if language is Language.ENGLISH else self.name_zh


class FieldType(Enum):
    """What a field asks for; each has one question page."""

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


class Option(Model):
    """One answer of a select; `code` is what the platform gets."""

    code: str
    zh: str
    en: str

    def label(self, language: Language) -> str:
        """Return the answer's words in `language`."""
        return self.en if language is Language.ENGLISH else self.zh


class Field(Model):
    """One thing to ask. `min` and `max` are numbers, or `today`, `today+90d`."""

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
    other_type: FieldType | None = None
    strip_exif: bool = False
    fields: tuple["Field", ...] = ()

    def label(self, language: Language) -> str:
        """Return what is asked for, in `language`."""
        return self.label_en if language is Language.ENGLISH else self.label_zh


class FieldSet(Model):
    """Fields that belong together, reused by many items. `shown_if` as `Field.visible_if`."""

    title_zh: str
    title_en: str
    shown_if: str = ""
    fields: tuple[Field, ...]

    def title(self, language: Language) -> str:
        """Return the heading in `language`."""
        return self.title_en if language is Language.ENGLISH else self.title_zh


class Material(Named):
    """A paper to show. `capture` is how: `reader`, `sign`, `a4_single`, `a4_multi`, `a5_…`, `portrait` and so on."""

    form: str
    capture: str
    prefer: str
    pii: str = "none"
    shared_source: str = ""
    note_zh: str = ""
    note_en: str = ""


class MaterialNeed(Model):
    """That an item needs a material (by its key)."""

    ref: str
    required: bool
    waive_if_shared: bool = False


class Limit(Model):
    """A time limit; `unit` is `wd` (working days), `day`, `h` or `now`; trust it as far as `confidence` says."""

    value: int
    unit: Literal["wd", "day", "h", "now"]
    basis: str = ""
    confidence: Literal["law_text", "published", "recalled", "typical"]


class Fee(Model):
    """Whether it costs anything."""

    charged: bool
    note_zh: str = ""
    note_en: str = ""


class Agency(Model):
    """Who may act for the resident, or why nobody may."""

    allowed: bool
    by: tuple[str, ...] = ()
    poa_required: bool = False
    reason_zh: str = ""
    reason_en: str = ""


class Offline(Model):
    """What happens without a network: taken provisionally, shown from the cache, or refused with a reason."""

    mode: Literal["provisional", "cached", "forbidden"]
    reason_zh: str = ""
    reason_en: str = ""


class Result(Model):
    """How the result reaches the resident."""

    delivery: tuple[str, ...] = ()


SignIn = Literal["L0", "L1", "L2", "L3"]


class Item(Named):
    """A service: one line of the catalogue."""

    code: str
    basic_code: str
    impl_code: str
    business_code: str
    short_zh: str
    short_en: str
    owner: str
    system: str | None = None
    kind: Literal["apply", "query", "pay", "print", "report", "vote", "appoint", "agency"]
    also_kinds: tuple[str, ...] = ()
    power_type: str
    case_type: Literal["instant", "promise"]
    subjects: tuple[Literal["natural", "legal"], ...]
    sign_in: SignIn
    terminal_mode: str
    one_stop: bool
    online: bool
    community: bool
    in_article: str | None = None
    visits_required: int
    statutory_limit: Limit
    promised_limit: Limit
    fee: Fee
    conditions_zh: str
    conditions_en: str
    materials: tuple[MaterialNeed, ...]
    form: tuple[str, ...]
    agency: Agency
    offline: Offline
    flow: str
    flow_offline: str | None = None
    receipts: tuple[str, ...]
    result: Result
    e_supervised: bool = True
    rating: bool = True
    life_events: tuple[str, ...] = ()
    keywords_zh: tuple[str, ...] = ()
    pii: tuple[str, ...] = ()
    notes_zh: str = ""
    notes_en: str = ""
    search: tuple[str, ...] = pydantic.Field(
        (), description="lower-case search terms: words, pinyin, initials; made on publishing"
    )

    def short(self, language: Language) -> str:
        """Return the name for a tile: at most six characters in Chinese."""
        return self.short_en if language is Language.ENGLISH else self.short_zh


class Department(Named):
    """One of the nine departments at the window; `icon` names a picture of the screens."""

    code: str
    full_zh: str
    full_en: str
    icon: str
    systems: tuple[str, ...]


class Coded(Named):
    """A named entry with a code and nothing more: a system, a provider, a shared source."""

    code: str


class LifeEvent(Coded):
    """What happens in a life, as a way to find items."""


class Region(Coded):
    """A street or community of the region tree (GB/T 2260 and statistics code, 12 digits), with what lies below."""

    children: tuple["Region", ...] = ()


class ReceiptTemplate(Model):
    """A paper: its title and its legal wording."""

    title_zh: str
    title_en: str
    legal_effect: str
    issuer: str = "terminal"
    wording_zh: str = ""
    wording_en: str = ""


class Targets(Model):
    """How many there must be."""

    departments: int
    systems: int
    one_stop: int
    online: int
    community: int


class About(Model):
    """Version, schema and region of the catalogue."""

    version: str
    schema_name: str = pydantic.Field(alias="schema")
    region: dict[str, str]
    notice_zh: str = ""
    notice_en: str = ""
    targets: Targets


class Catalogue(Model):
    """The whole catalogue."""

    catalogue: About
    departments: tuple[Department, ...]
    systems: tuple[Coded, ...]
    providers: tuple[Coded, ...]
    shared_sources: tuple[Coded, ...] = ()
    option_lists: dict[str, tuple[Option, ...]]
    field_sets: dict[str, FieldSet]
    materials: dict[str, Material]
    receipts: dict[str, ReceiptTemplate]
    life_events: tuple[LifeEvent, ...]
    flows: dict[str, tuple[str, ...]]
    regions: tuple[Region, ...] = ()
    items: tuple[Item, ...]

    @cached_property
    def by_code(self) -> dict[str, Item]:
        """Items by their code."""
        return {item.code: item for item in self.items}
