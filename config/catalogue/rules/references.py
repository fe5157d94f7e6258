"""Rules about references: what is named exists."""

from collections.abc import Collection, Iterable, Iterator

from config.catalogue.findings import Problem
from config.catalogue.model import Catalogue, Item


def departments(catalogue: Catalogue) -> Iterator[Problem]:
    """The systems of departments exist, and every system belongs to a department."""
    systems = {system.code for system in catalogue.systems}
    for department in catalogue.departments:
        yield from _missing(f"departments[{department.code}].systems", department.systems, systems, "systems")
    owned = {system for department in catalogue.departments for system in department.systems}
    yield from _missing("systems", sorted(systems - owned), owned, "the systems of a department")


def items(catalogue: Catalogue) -> Iterator[Problem]:
    """Whatever an item names exists: owner, system, materials, field sets, receipts, life events."""
    systems = {department.code: department.systems for department in catalogue.departments}
    systems |= {provider.code: () for provider in catalogue.providers}
    known: dict[str, tuple[str, Collection[str]]] = {
        "owner": ("departments or providers", systems),
        "materials": ("materials", catalogue.materials),
        "form": ("field_sets", catalogue.field_sets),
        "receipts": ("receipts", catalogue.receipts),
        "life_events": ("life_events", {event.code for event in catalogue.life_events}),
    }
    for item in catalogue.items:
        for name, named in _named(item).items():
            of, entries = known[name]
            yield from _missing(f"items[{item.code}].{name}", named, entries, of)
        system = [item.system] if item.system else []
        of_owner = systems.get(item.owner, ())
        yield from _missing(f"items[{item.code}].system", system, of_owner, f"the systems of {item.owner}")


def materials(catalogue: Catalogue) -> Iterator[Problem]:
    """Shared sources exist, those of materials and those that fields are filled in from."""
    sources = {source.code for source in catalogue.shared_sources}
    for key, material in catalogue.materials.items():
        named = [material.shared_source] if material.shared_source else []
        yield from _missing(f"materials.{key}.shared_source", named, sources, "shared_sources")
    for name, field_set in catalogue.field_sets.items():
        for field in field_set.fields:
            for attribute in ("prefill", "source"):
                kind, _, source = getattr(field, attribute).partition(":")
                named = [source] if kind == "shared" else []
                where = f"field_sets.{name}.fields[{field.key}].{attribute}"
                yield from _missing(where, named, sources, "shared_sources")


def flows(catalogue: Catalogue) -> Iterator[Problem]:
    """The flows of items exist and have screens."""
    known = {name for name, screens in catalogue.flows.items() if screens}
    for item in catalogue.items:
        yield from _missing(f"items[{item.code}].flow", [item.flow], known, "flows")
        offline = [item.flow_offline] if item.flow_offline else []
        yield from _missing(f"items[{item.code}].flow_offline", offline, known, "flows")


def form_rules(catalogue: Catalogue) -> Iterator[Problem]:
    """What form rules add, replace or skip exists."""
    fields = {field.key for field_set in catalogue.field_sets.values() for field in field_set.fields}
    for place, rule in enumerate(catalogue.form_rules):
        replaced = [rule.replace] if rule.replace else []
        where = f"form_rules[{place}]"
        yield from _missing(
            f"{where}.field_sets", [*rule.field_sets, *replaced], catalogue.field_sets, "field_sets"
        )
        yield from _missing(f"{where}.materials", rule.materials, catalogue.materials, "materials")
        yield from _missing(f"{where}.fields", rule.fields, fields, "fields")


def _named(item: Item) -> dict[str, tuple[str, ...]]:
    return {
        "owner": (item.owner,),
        "materials": tuple(need.ref for need in item.materials),
        "form": item.form,
        "receipts": item.receipts,
        "life_events": item.life_events,
    }


def _missing(where: str, named: Iterable[str], known: Collection[str], of: str) -> Iterator[Problem]:
    for place, name in enumerate(named):
        if name not in known:
            spot = (
                where if where.endswith((".owner", ".system", ".flow", "_offline")) else f"{where}[{place}]"
            )
            yield Problem(spot, f"{name!r} is not among {of}: add it there or correct it", f"“{name}”未定义")
