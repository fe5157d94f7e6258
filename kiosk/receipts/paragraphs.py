"""The parts that receipts share: head, number, applicant and papers, QR code, foot; and the words for all of them."""

from collections.abc import Iterator
from datetime import datetime

from config.catalogue import Catalogue, Item
from config.catalogue.papers import ReceiptTemplate
from config.language import Language, in_language
from config.settings import Site
from devices.printer import Align, Feed, Line, Pair, QrCode, ReceiptPart, Rule
from kiosk.receipts.facts import Facts
from kiosk.receipts.masking import masked_name
from screens.texts import Words, words

Parts = Iterator[ReceiptPart]


def words_of(language: Language) -> Words:
    """Return the texts of a language."""
    return words(language.value)


def picked(language: Language, chinese: str, english: str) -> str:
    """Return what is written in the language; the other when there is nothing."""
    return in_language(language, chinese, english)


def headline(text: str) -> Line:
    """Return what is to be seen first."""
    return Line(text, size=2, bold=True, align=Align.CENTRE)


def centred(text: str, *, bold: bool = False) -> Line:
    """Return a line in the middle."""
    return Line(text, bold=bold, align=Align.CENTRE)


def head(language: Language, site: Site, template: ReceiptTemplate, *, training: bool, copy: bool) -> Parts:
    """Yield what it is and whose; an English paper keeps its Chinese title, for the staff who are shown it."""
    say = words_of(language)
    if training:
        yield from training_mark(say)
    yield centred(picked(language, site.name_zh, site.name_en))
    yield headline(picked(language, template.title_zh, template.title_en))
    if language is Language.ENGLISH:
        yield centred(template.title_zh)
    if copy:
        yield centred(say("receipt-copy"), bold=True)


def training_mark(say: Words) -> Parts:
    """Yield the mark of a paper that means nothing, in both languages."""
    yield headline(say("receipt-training"))
    yield centred(say("receipt-training-meaning"))
    yield Rule()


def number(label: str, value: str) -> Parts:
    """Yield a number to be read aloud on the telephone, as large as the paper allows."""
    yield Line(label)
    yield Line(value, size=2, bold=True)


def service(language: Language, item: Item) -> Parts:
    """Yield the name of the service; the Chinese name too, for the staff who are shown an English paper."""
    yield Pair(words_of(language)("receipt-item"), item.name(language))
    if language is Language.ENGLISH:
        yield Pair("", item.name_zh)


def applicant(facts: Facts) -> Parts:
    """Yield who applied, masked, unless nobody signed in."""
    if facts.applicant:
        yield Pair(words_of(facts.language)("receipt-applicant"), masked_name(facts.applicant))


def authority(language: Language, catalogue: Catalogue, item: Item) -> Parts:
    """Yield who decides, where the catalogue knows."""
    label = words_of(language)("receipt-authority")
    for department in catalogue.departments:
        if department.code == item.owner:
            yield Pair(label, picked(language, department.full_zh, department.full_en))
    for provider in catalogue.providers:
        if provider.code == item.owner:
            yield Pair(label, provider.name(language))


def materials(facts: Facts) -> Parts:
    """Yield the papers that were taken, with their pages."""
    if not facts.materials:
        return
    say = words_of(facts.language)
    yield Feed()
    yield Line(say("receipt-materials"), bold=True)
    for place, (name, pages) in enumerate(facts.materials, 1):
        yield Line(say("receipt-material", place=str(place), name=name, pages=pages))


def local_time(moment: str, facts: Facts) -> str:
    """Return a moment as a clock on the wall of the terminal shows it."""
    zone = datetime.fromisoformat(facts.recorded_at).tzinfo
    return f"{datetime.fromisoformat(moment).astimezone(zone):%Y-%m-%d %H:%M:%S}"


def filled(wording: str, *values: str) -> str:
    """Return the catalogue's wording with its blanks (four underscores) filled in turn; what is over stays blank."""
    for value in values:
        wording = wording.replace("____", value, 1)
    return wording


def answer_by(facts: Facts) -> Parts:
    """Yield by when the office must answer; where the published working days do not reach, that the office tells it."""
    say = words_of(facts.language)
    if facts.answer_by:
        yield Pair(say("receipt-answer-by"), facts.answer_by)
    else:
        yield Line(say("receipt-answer-by-told"))


def follow_up(language: Language, address: str, site: Site, invitation: str) -> Parts:
    """Yield the QR code with what it is for, and how to ask without a telephone that reads one."""
    say = words_of(language)
    if address:
        yield Feed()
        yield QrCode(address)
        yield centred(invitation, bold=True)
    yield Feed()
    yield centred(say("receipt-hotline", hotline=site.hotline))


def foot(facts: Facts) -> Parts:
    """Yield where and by which terminal it was printed, and the id that the platform knows it by."""
    say = words_of(facts.language)
    yield Rule()
    yield Pair(say("receipt-terminal"), facts.terminal_id)
    yield from address(facts.language, facts.site)
    yield Pair(say("receipt-transaction"), facts.transaction)
    if facts.training:
        yield Rule()
        yield headline(say("receipt-training"))


def address(language: Language, site: Site) -> Parts:
    """Yield where the terminal stands, where that is known."""
    if written := picked(language, site.address_zh, site.address_en):
        yield Pair(words_of(language)("receipt-address"), written)


def window(language: Language, site: Site) -> str:
    """Return the staffed place to go to, as exactly as the settings know it."""
    named = picked(language, site.window_zh, site.window_en)
    return named or picked(language, site.name_zh, site.name_en)
