"""What is said when: a page as it comes, then what changed, what the focus is on; again, paused, in headphones or out loud."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from screens import samples
from screens.hearing import Hearing, Pace, Tongue, Volume
from screens.texts import words
from screens.views.choices import Choice
from screens.voice.cues import Cue
from screens.voice.narrator import Narrator
from screens.voice.page import parts, stops
from screens.voice.sentences import Sentence
from tests.screens.samples import VIEWS

HEARD = Hearing()


class Heard:
    """What would be heard; the test says how much of it is over."""

    def __init__(self, private: bool = True) -> None:
        self.private, self.left = private, 0
        self.chimes: list[Cue] = []
        self.said: list[str] = []
        self.tongues: set[Tongue] = set()

    def say(self, sentences: Sequence[Sentence], _hearing: Hearing) -> None:
        self.said = [one.text for one in sentences]
        self.tongues = {one.tongue for one in sentences}
        self.left = len(sentences)

    def silence(self) -> None:
        self.left = 0

    def chime(self, cue: Cue) -> None:
        self.chimes.append(cue)

    @property
    def whole(self) -> str:
        return "|".join(self.said)


def shown(name: str, **changes: Any) -> Any:
    """A sample that is heard."""
    return replace(VIEWS[name], hearing=HEARD, **changes)


def narrating(name: str, private: bool = True) -> tuple[Narrator, Heard]:
    heard = Heard(private)
    narrator = Narrator(heard)
    narrator.show(shown(name))
    return narrator, heard


def test_a_page_is_said_whole_when_it_comes() -> None:
    _, heard = narrating("choice_one")
    assert heard.said[0] == "遇到了什么困难？"
    assert "重大疾病，本人或家人，已选" in heard.said
    assert len(heard.said) == len(parts(VIEWS["choice_one"], words("zh-Hans")))


def test_without_hearing_nothing_is_said() -> None:
    heard = Heard()
    Narrator(heard).show(VIEWS["choice_one"])
    assert heard.said == []


def test_of_the_same_page_only_what_changed_is_said() -> None:
    narrator, heard = narrating("choice_one")
    view: Choice = shown("choice_one")
    options = (replace(view.options[0], selected=False), replace(view.options[1], selected=True))
    narrator.show(replace(view, options=(*options, *view.options[2:])))
    assert heard.said == ["重大疾病，本人或家人", "意外事故，已选"]


def test_of_what_is_typed_only_the_key_is_said_and_an_error_with_the_rest() -> None:
    narrator, heard = narrating("entry_mobile")
    narrator.show(shown("entry_mobile", value="13901237"))
    assert heard.said == ["七"]
    narrator.show(shown("entry_mobile", value="13901237", error="号码不对"))
    assert heard.said == ["号码不对，请改正"]
    narrator.show(shown("entry_mobile", value="1390123", error="号码不对"))
    assert "幺 三 九 零 幺 二 三" in heard.whole


def test_out_loud_neither_value_nor_key_is_said() -> None:
    narrator, heard = narrating("entry_mobile", private=False)
    assert "幺 三 九" not in heard.whole
    narrator.show(shown("entry_mobile", value="13901237"))
    assert heard.said == []
    narrator.show(shown("listing_review"))
    assert "欧阳" not in heard.whole
    assert "姓名" in heard.said


def test_what_is_masked_is_said_by_its_length() -> None:
    narrator, heard = narrating("entry_pin")
    narrator.show(shown("entry_pin", value="47112"))
    assert heard.said == ["已输入 五 位，不读出来"]


def test_headphones_that_come_hear_the_page_anew() -> None:
    narrator, heard = narrating("listing_review", private=False)
    heard.private = True
    narrator.look()
    assert "欧阳" in heard.whole
    heard.said = []
    narrator.look()
    assert heard.said == []


def test_repeat_pauses_goes_on_from_there_and_says_it_again() -> None:
    narrator, heard = narrating("goodbye")
    everything = list(heard.said)
    heard.left = 3
    narrator.repeat()
    assert heard.left == 0
    narrator.pause()
    assert heard.said == everything[-3:]
    heard.left = 0
    narrator.repeat()
    assert heard.said == everything


def test_the_focus_is_what_is_said() -> None:
    narrator, heard = narrating("home")
    part = next(stop for stop in stops(VIEWS["home"], words("zh-Hans")) if stop.target == "department.hands")
    narrator.focus(part)
    assert heard.said == ["民政"]


def test_help_says_what_the_keys_do() -> None:
    narrator, heard = narrating("home")
    narrator.tell("voice-help")
    assert "按确认选中" in heard.whole


def test_a_new_volume_or_pace_is_said_in_itself() -> None:
    narrator, heard = narrating("home")
    narrator.show(replace(VIEWS["home"], hearing=Hearing(volume=Volume.LOUD)))
    assert heard.said == ["大"]
    narrator.show(replace(VIEWS["home"], hearing=Hearing(volume=Volume.LOUD, pace=Pace.SLOW)))
    assert heard.said == ["慢"]


def test_it_speaks_the_tongue_that_was_chosen() -> None:
    narrator, heard = narrating("home")
    assert heard.tongues in ({Tongue.MANDARIN, Tongue.ENGLISH}, {Tongue.MANDARIN})
    narrator.show(replace(VIEWS["goodbye"], hearing=Hearing(Tongue.CANTONESE)))
    assert heard.tongues == {Tongue.CANTONESE}
    narrator.show(replace(samples.views("en")["still_there"], hearing=HEARD))
    assert heard.tongues == {Tongue.ENGLISH}


def test_silence_when_it_is_switched_off_and_nothing_is_kept() -> None:
    narrator, heard = narrating("home")
    narrator.show(VIEWS["home"])
    assert heard.left == 0
    heard.said = []
    narrator.pause()
    assert heard.said == []


def test_who_hears_nothing_is_called_back_by_a_tone_and_once() -> None:
    heard = Heard()
    narrator = Narrator(heard, cues=False)
    narrator.show(VIEWS["still_there"])
    narrator.show(VIEWS["still_there"])
    assert heard.chimes == [Cue.CALL]
    narrator.show(VIEWS["outcome_done"])
    narrator.show(shown("still_there"))
    assert heard.chimes == [Cue.CALL]
    assert heard.said[0] == "您还在吗？"


def test_a_sound_goes_with_what_a_page_shows_and_with_nothing_that_is_spoken() -> None:
    heard = Heard()
    narrator = Narrator(heard)
    for name in ("home", "entry_mobile", "outcome_saved"):
        narrator.show(VIEWS[name])
    assert heard.chimes == [Cue.DONE]
    narrator.show(shown("outcome_not_done"))
    assert heard.chimes == [Cue.DONE]
    assert heard.said
