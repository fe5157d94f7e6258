"""Every item can be answered to its end, whatever the answers, with a complete page for every question."""

import json
import re
from functools import reduce
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from config.language import Language
from devices.card_reader import Card
from kiosk.journeys.form import (
    NOT_ASKED,
    Answers,
    Context,
    begin,
    document,
    following,
    missing,
    questions,
    review,
)
from kiosk.journeys.form.scope import parts
from screens.views.choices import Choice
from screens.views.entry import Entry
from screens.views.listing import Listing
from tests.kiosk.journeys.form.residents import NAMES, walk
from tests.kiosk.journeys.form.specimens import CARD, CATALOGUE, ITEMS, context

HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")


CODES = [item.code for item in ITEMS]

ALL = [item.code for item in CATALOGUE.items]  # the other flows will ask with the same form

walks = settings(max_examples=3, deadline=None)
chances = st.randoms(use_true_random=True)


@pytest.mark.parametrize("code", ALL)
@walks
@given(chance=chances, card=st.sampled_from([CARD, None]), language=st.sampled_from(Language))
def test_answering_every_question_leaves_nothing_missing(
    code: str, chance: Random, card: Card | None, language: Language
) -> None:
    here = context(code, language=language, card=card)
    walked = walk(chance, here, begin(here))
    assert missing(here, walked.answers) == ()
    _assert_required(here, walked.answers)


def _assert_required(here: Context, answers: Answers) -> None:
    """Everything required that is asked here is in the document, the rows included."""
    sent = json.loads(json.dumps(document(here, answers)))
    for part in parts(here, answers):
        for field in part.fields:
            if field.required and field.type not in NOT_ASKED:
                assert field.key in sent[part.name], f"{part.name}.{field.key}"
        for group in (field for field in part.fields if field.fields):
            for row in sent[part.name].get(group.key, ()):
                inner = {field.key for field in group.fields if field.required and not field.visible_if}
                asked = {field.key for field in group.fields if field.type not in NOT_ASKED}
                assert inner & asked <= set(row)


@pytest.mark.parametrize("code", CODES)
@walks
@given(chance=chances, card=st.sampled_from([CARD, None]), language=st.sampled_from(Language))
def test_every_page_is_complete(code: str, chance: Random, card: Card | None, language: Language) -> None:
    here = context(code, language=language, card=card)
    for question, body in walk(chance, here, begin(here)).pages:
        assert body.page == f"question.{question.field.key}"
        assert body.title
        assert body.speech
        assert body.language == language.value
        labels = _labels(body)
        assert all(labels), question.id
        if language is Language.ENGLISH:
            said = _without_names(body.title), *body.speech, *labels
            assert not any(HAN.search(text) for text in said), question.id
        assert body.primary or isinstance(body, Choice)


@pytest.mark.parametrize("code", CODES)
@walks
@given(chance=chances)
def test_what_was_answered_can_be_reviewed_and_walked_again(code: str, chance: Random) -> None:
    here = context(code)
    first = walk(chance, here, begin(here))
    rows = [row for group in review(here, first.answers) for row in group.rows]
    assert rows
    assert all(row.label and row.value for row in rows)
    again = walk(chance, here, first.answers)
    assert missing(here, again.answers) == ()


@pytest.mark.parametrize("code", CODES)
def test_going_on_never_comes_back(code: str) -> None:
    here = context(code)
    answers = begin(here)
    ids = [question.id for question in questions(here, answers)]
    met = []
    question = following(here, answers)
    while question is not None:
        met.append(ids.index(question.id))
        question = following(here, answers, question)
    assert met == sorted(set(met))


def _without_names(text: str) -> str:
    """Return a text without the people that residents name: theirs is the only Chinese on English pages."""
    return reduce(lambda left, name: left.replace(name, ""), NAMES, text)


def _labels(body: Choice | Entry | Listing) -> list[str]:
    """Return every word on a page that is not something the resident answered."""
    actions = [action for action in (body.primary, body.secondary) if action]
    labels = [action.label for action in actions]
    match body:
        case Choice():
            labels += [option.label for option in body.options]
        case Listing():
            labels += [body.add.label] if body.add else []
        case Entry():
            labels += [text for text in (body.example, body.unit) if text]
    return labels
