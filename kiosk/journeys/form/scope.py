"""Which field sets an application has, given the answers so far.

Form rules change the list of field sets with the case, `shown_if` and `visible_if` what of it applies. What is worked out
is kept with the answers: after one of them only its field set is worked out anew.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from config.catalogue import FormRule
from config.catalogue.expressions import holds
from kiosk.journeys.form.answers import Answers
from kiosk.journeys.form.context import Context
from kiosk.journeys.form.dates import as_date
from kiosk.journeys.form.part import Part, part_of
from kiosk.journeys.form.worked import Worked

_LAST = "declaration"  # what is signed stands at the end; rules append before it
_APPLICANT, _GUARDIAN = "applicant", "guardian"


def parts(context: Context, answers: Answers) -> tuple[Part, ...]:
    """Return the field sets that apply, in order."""
    worked = _worked(context, answers)
    if worked.whole is None:
        worked.whole = tuple([_part(worked, answers, name) for name in worked.case.field_sets])
    whole: tuple[Part, ...] = worked.whole
    return whole


def part(context: Context, answers: Answers, name: str) -> Part:
    """Return one field set as it applies now, whether or not it is shown."""
    return _part(_worked(context, answers), answers, name)


def guardian_applies(context: Context) -> bool:
    """Say whether whoever signs in is the guardian of the one concerned: the form has a guardian and no applicant."""
    return _GUARDIAN in context.item.form and _APPLICANT not in context.item.form


@dataclass(frozen=True)
class _Case:
    """What decides which field sets apply: the context, and when the applicant was born as far as was answered."""

    context: Context
    born: object = field(repr=False)

    @cached_property
    def values(self) -> Mapping[str, object]:
        """What conditions may ask for besides the fields of their own set."""
        return {
            "mode": self.context.mode,
            "signin_level": self.context.signin_level,
            "form": self.context.item.form,
            "applicant.age": _age(as_date(self.born), self.context.today),
            "applicant.incapable": guardian_applies(self.context),
        }

    @cached_property
    def field_sets(self) -> tuple[str, ...]:
        """The names of the field sets that are shown, after the form rules."""
        sets = self.context.catalogue.field_sets
        return tuple(name for name in self._listed() if holds(sets[name].shown_if, self.values))

    @cached_property
    def skipped(self) -> frozenset[str]:
        """The keys of the fields that rules leave out."""
        return frozenset(key for rule in self._rules("skip_fields") for key in rule.fields)

    def _listed(self) -> list[str]:
        listed = [name for name in self.context.item.form if name not in self.context.left_out]
        for rule in self._rules("replace"):
            if rule.replace in listed:
                place = listed.index(rule.replace)
                listed[place : place + 1] = [name for name in rule.field_sets if name not in listed]
        for rule in self._rules("append"):
            place = len(listed) - 1 if listed[-1:] == [_LAST] else len(listed)
            listed[place:place] = [name for name in rule.field_sets if name not in listed]
        return listed

    def _rules(self, do: str) -> Iterator[FormRule]:
        rules = self.context.catalogue.form_rules
        return (rule for rule in rules if rule.do == do and holds(rule.when, self.values))


def _worked(context: Context, answers: Answers) -> Worked:
    """Return what is kept with the answers, without what was worked out under other facts."""
    born = answers.values.get("applicant.birth_date")
    here = context
    facts = (
        here.catalogue,
        here.item,
        here.mode,
        here.signin_level,
        here.card,
        here.agent_card,
        here.today,
        born,
        here.left_out,
        here.settled,
    )
    worked = answers.worked
    if worked.facts != facts:
        worked.facts, worked.case, worked.by_set, worked.whole = facts, _Case(context, born), {}, None
    return worked


def _part(worked: Worked, answers: Answers, name: str) -> Part:
    found: Part | None = worked.by_set.get(name)
    if found is None:
        case: _Case = worked.case
        found = worked.by_set[name] = part_of(case.context, name, answers, case.values, case.skipped)
    return found


def _age(born: date | None, today: date) -> int | None:
    if born is None:
        return None
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))
