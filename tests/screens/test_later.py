"""What is imported to be loaded later is loaded when it is used, or when nobody is there to wait for it."""

import subprocess
import sys

BEGIN = """
import sys
from screens import later
def loaded(name):
    return "view" in object.__getattribute__(sys.modules[name], "__dict__")
from kiosk.journeys.pages import paying
PAYING, SHARING = "kiosk.journeys.pages.paying", "kiosk.journeys.pages.sharing"
"""


def said(script: str) -> list[str]:
    return subprocess.check_output([sys.executable, "-c", BEGIN + script], text=True).split()


def test_a_module_is_loaded_when_something_of_it_is_used() -> None:
    assert said("print(loaded(PAYING)); paying.view; print(loaded(PAYING), loaded(SHARING))") == [
        "False",
        "True",
        "False",
    ]


def test_the_rest_is_loaded_a_little_at_a_time() -> None:
    script = "paying.view; turns = 1\nwhile later.load_for(1e-9): turns += 1\nprint(turns > 1, loaded(SHARING), later.load_for(1))"
    assert said(script) == ["True", "True", "False"]


def test_all_is_loaded_at_once() -> None:
    assert said("later.load_all(); print(loaded(PAYING), loaded(SHARING))") == ["True", "True"]


def test_what_is_loaded_already_stays() -> None:
    script = "import json\nwith later.loaded_when_used():\n    import json as again\nprint(again is json)"
    assert said(script) == ["True"]


def test_the_first_page_needs_few_chapters() -> None:
    assert said(
        "from kiosk.journeys import stepping\nprint(loaded(PAYING), 'kiosk.journeys.form' in sys.modules)"
    ) == [
        "False",
        "False",
    ]
