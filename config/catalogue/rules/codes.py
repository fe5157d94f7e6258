"""Rules about codes and numbers: each names one thing, and there are as many as promised."""

from collections import Counter
from collections.abc import Iterable, Iterator

from config.catalogue.fields import Field
from config.catalogue.findings import Problem
from config.catalogue.identifiers import is_uscc
from config.catalogue.model import Catalogue, Item, Region

_USCC_LENGTH, _BASIC_LENGTH = 18, 12


def unique_codes(catalogue: Catalogue) -> Iterator[Problem]:
    """Codes are unique: of items, departments, systems, providers and so on, of regions, of the options of a list."""
    lists = {
        "items": [item.code for item in catalogue.items],
        "items.impl_code": [item.impl_code for item in catalogue.items],
        "departments and providers": [
            *(department.code for department in catalogue.departments),
            *(provider.code for provider in catalogue.providers),
        ],
        "systems": [entry.code for entry in catalogue.systems],
        "shared_sources": [entry.code for entry in catalogue.shared_sources],
        "life_events": [entry.code for entry in catalogue.life_events],
        "site_tiers": [entry.code for entry in catalogue.site_tiers],
        "regions": list(_region_codes(catalogue.regions)),
    }
    for name, options in catalogue.option_lists.items():
        lists[f"option_lists.{name}"] = [option.code for option in options]
    for where, codes in lists.items():
        yield from _twice(where, codes)


def unique_keys(catalogue: Catalogue) -> Iterator[Problem]:
    """Every answer of a form has a key of its own, over all the field sets of an item and in each repeated group."""
    for item in catalogue.items:
        sets = [catalogue.field_sets[name] for name in item.form if name in catalogue.field_sets]
        yield from _twice(f"items[{item.code}].form", [field.key for each in sets for field in each.fields])
    for name, field_set in catalogue.field_sets.items():
        for field in field_set.fields:
            yield from _own_keys(f"field_sets.{name}.fields[{field.key}]", field)


def implementation_codes(catalogue: Catalogue) -> Iterator[Problem]:
    """An item's `impl_code` is a valid USCC, a digit for the level, and its `basic_code`; `business_code` adds two digits."""
    for item in catalogue.items:
        yield from _codes_of(item)


def counts(catalogue: Catalogue) -> Iterator[Problem]:
    """There are as many departments, systems and items of each kind as the targets say."""
    one_stop = [item for item in catalogue.items if item.one_stop]
    found = {
        "departments": len(catalogue.departments),
        "systems": len(catalogue.systems),
        "one_stop": len(one_stop),
        "online": sum(item.online for item in one_stop),
        "community": sum(item.community for item in one_stop),
    }
    for name, number in found.items():
        target = getattr(catalogue.catalogue.targets, name)
        if number != target:
            yield Problem(
                f"catalogue.targets.{name}",
                f"{target} expected, {number} found: complete the catalogue or correct the target",
                f"应为{target}，实为{number}：请补全目录或更正目标数",
            )


def _region_codes(regions: Iterable[Region]) -> Iterator[str]:
    for region in regions:
        yield region.code
        yield from _region_codes(region.children)


def _twice(where: str, names: Iterable[str]) -> Iterator[Problem]:
    for name, times in Counter(names).items():
        if times > 1:
            yield Problem(
                where, f"{name!r} is used {times} times: rename all but one", f"“{name}”重复，请改名"
            )


def _own_keys(where: str, field: Field) -> Iterator[Problem]:
    yield from _twice(where, [inner.key for inner in field.fields])
    if isinstance(field.options, tuple):
        yield from _twice(f"{where}.options", [option.code for option in field.options])


def _codes_of(item: Item) -> Iterator[Problem]:
    where = f"items[{item.code}]"
    if not _digits(item.basic_code, _BASIC_LENGTH):
        yield Problem(f"{where}.basic_code", "must be 12 digits: copy it from the directory", "应为12位数字")
    organisation, rest = item.impl_code[:_USCC_LENGTH], item.impl_code[_USCC_LENGTH:]
    if not is_uscc(organisation):
        yield Problem(
            f"{where}.impl_code",
            f"begins with {organisation!r}, no valid unified social credit code: check for a typing mistake",
            "开头的统一社会信用代码校验不通过",
        )
    if not _digits(rest[:1], 1) or rest[1:] != item.basic_code:
        yield Problem(
            f"{where}.impl_code",
            "must be the credit code, one digit for the level, and the basic code",
            "应由信用代码、1位层级和基本编码组成",
        )
    begins, added = item.business_code[: len(item.impl_code)], item.business_code[len(item.impl_code) :]
    if begins != item.impl_code or not _digits(added, 2):
        yield Problem(
            f"{where}.business_code", "must be impl_code and two digits", "应由实施编码和2位数字组成"
        )


def _digits(text: str, length: int) -> bool:
    """Whether a text is so many digits; an expression for each item would take as long as all other rules."""
    return len(text) == length and text.isascii() and text.isdigit()
