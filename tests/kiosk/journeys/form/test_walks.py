"""Every item can be answered to its end, whatever the answers, with a complete page for every question."""

import json
import re
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
    missing,
)
from kiosk.journeys.form.scope import parts
from tests.kiosk.journeys.form.residents import walk
from tests.kiosk.journeys.form.specimens import CARD, ITEMS, context

HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")


CODES = [item.code for item in ITEMS]

walks = settings(max_examples=10, deadline=None)
chances = st.randoms(use_true_random=True)


@pytest.mark.parametrize("code", CODES)
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
