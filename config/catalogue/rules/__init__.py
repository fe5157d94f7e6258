"""What every catalogue must keep, one function a rule, in one table.

A rule takes a catalogue that has the right types and yields what is wrong with it. The rules come from the law behind
them (nothing that is money, a vote or an appointment without a network; promises within statutes) and from what the
terminal needs to serve an item without a dead end.
"""

from collections.abc import Callable, Iterable, Mapping

from config.catalogue.findings import Problem
from config.catalogue.model import Catalogue
from config.catalogue.rules import codes, forms, offline, promises, references, words

Rule = Callable[[Catalogue], Iterable[Problem]]

RULES: Mapping[str, Rule] = {
    "unique_codes": codes.unique_codes,
    "unique_keys": codes.unique_keys,
    "implementation_codes": codes.implementation_codes,
    "counts": codes.counts,
    "departments": references.departments,
    "items": references.items,
    "materials": references.materials,
    "flows": references.flows,
    "form_rules": references.form_rules,
    "options": forms.options,
    "conditions": forms.conditions,
    "bounds": forms.bounds,
    "patterns": forms.patterns,
    "shapes": forms.shapes,
    "declaration": forms.declaration,
    "legal_entity": forms.legal_entity,
    "offline_kinds": offline.kinds,
    "offline_personal_queries": offline.personal_queries,
    "offline_minors": offline.minors,
    "offline_flows": offline.flows,
    "offline_reasons": offline.reasons,
    "agency_reasons": promises.agency_reasons,
    "promises": promises.promises,
    "visits": promises.visits,
    "short_names": words.short_names,
    "languages": words.languages,
    "terms": words.terms,
}


def check(catalogue: Catalogue, skip: tuple[str, ...] = ()) -> tuple[Problem, ...]:
    """Return everything that breaks a rule, except the rules named in `skip`; nothing for a good catalogue."""
    return tuple(problem for name, rule in RULES.items() if name not in skip for problem in rule(catalogue))
