"""An application of the demonstration catalogue, as a receipt gets to know it."""

import pytest

from config.language import Language
from kiosk.receipts.facts import Facts
from kiosk.receipts.samples import sample_facts


@pytest.fixture(params=[Language.CHINESE, Language.ENGLISH], ids=lambda language: language.value)
def facts(request: pytest.FixtureRequest) -> Facts:
    """An application that only the terminal holds, in each language."""
    return sample_facts(request.param)
