"""The types of the service catalogue.

Names end in `_zh` and `_en` as in the file people write; `.name(language)` and its kin pick one. Rules that span
several entries (references, counts, offline rules) are in `config.catalogue.rules`.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import Literal

import pydantic

from config.catalogue.fields import Field, FieldSet, FieldType, Model, Named, Option, Term
from config.catalogue.papers import Material, MaterialNeed, ReceiptTemplate
from config.language import Language, in_language

__all__ = [
    "About",
    "Agency",
    "Catalogue",
    "Coded",
    "Department",
    "Fee",
    "Field",
    "FieldSet",
    "FieldType",
    "FormRule",
    "Item",
    "LifeEvent",
    "Limit",
    "Material",
    "MaterialNeed",
    "Model",
    "Named",
    "Offline",
    "Option",
    "ReceiptTemplate",
    "Region",
    "Result",
    "SignIn",
    "SiteTier",
    "SpecialProcedure",
    "Targets",
    "Term",
]


class Limit(Model):
    """A time limit; `unit` is `wd` (working days), `day`, `h` or `now`; trust it as far as `confidence` says."""

    value: int
    unit: Literal["wd", "day", "h", "now"]
    basis: str = ""
    basis_en: str = ""
    confidence: Literal["law_text", "published", "recalled", "typical"]


class SpecialProcedure(Model):
    """A step with a time of its own, such as a public notice; `counted` says whether it counts towards the limit."""

    type: str
    type_en: str = ""
    counted: bool
    value: int | None = None
    unit: Literal["wd", "day", "h", "now"] | None = None


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
    special_procedures: tuple[SpecialProcedure, ...] = ()
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
        return in_language(language, self.short_zh, self.short_en)


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
    """A place of the region tree (GB/T 2260 and statistics code, 12 digits), with what lies below.

    The first level are districts, then streets, then communities; a place without children ends the cascade.
    """

    children: tuple["Region", ...] = ()


class SiteTier(Coded):
    """A kind of place where terminals stand; `filter` is an expression over an item's flags that says what it offers."""

    filter: str


class FormRule(Model):
    """How a form changes with the case: `when` is an expression, `do` is append, replace, skip_fields and the like."""

    when: str
    do: str
    replace: str = ""
    field_sets: tuple[str, ...] = ()
    materials: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()


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
    terms: dict[str, dict[str, Term]] = pydantic.Field(
        {}, description="words for codes, by group: kinds, delivery, …"
    )
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
    form_rules: tuple[FormRule, ...] = ()
    regions: tuple[Region, ...] = ()
    site_tiers: tuple[SiteTier, ...] = ()
    items: tuple[Item, ...]

    @cached_property
    def by_code(self) -> dict[str, Item]:
        """Items by their code."""
        return {item.code: item for item in self.items}

    @cached_property
    def regions_to(self) -> dict[str, tuple[Region, ...]]:
        """By its code, the way to each place of the region tree: from the top down, the place itself the last."""
        return {way[-1].code: way for way in _ways((), self.regions)}

    def field_at(self, path: str) -> Field | None:
        """Return the field of a path such as `contact.mobile`, its set's name before its key; None when there is none."""
        name, _, key = path.partition(".")
        fields = self.field_sets[name].fields if name in self.field_sets else ()
        return next((field for field in fields if field.key == key), None)

    def options_of(self, field: Field) -> tuple[Option, ...]:
        """Return the answers a select offers: its own, a list's, a `remote:` list's or the items that allow an agent.

        Returns nothing for a field that offers no choice; raises KeyError for a list that does not exist
        (`config.catalogue.rules` refuses such a catalogue).
        """
        match field.options:
            case tuple() as own:
                return own
            case "items:agency":
                return self._entrustable
            case name:
                return self.option_lists[name.replace("remote:", "remote_")]

    @cached_property
    def _entrustable(self) -> tuple[Option, ...]:
        """Items that a registered agent may do for a resident."""
        return tuple(
            Option(code=item.code, zh=item.name_zh, en=item.name_en)
            for item in self.items
            if item.agency.allowed and "agent" in item.agency.by
        )

    def term(self, group: str, code: str, language: Language) -> str:
        """Return the words for a code of a group of `terms`; the code itself when there are none."""
        term = self.terms.get(group, {}).get(code)
        return term.label(language) if term else code


def _ways(above: tuple[Region, ...], regions: tuple[Region, ...]) -> Iterator[tuple[Region, ...]]:
    for region in regions:
        yield (*above, region)
        yield from _ways((*above, region), region.children)
