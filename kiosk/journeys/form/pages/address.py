"""An address: its region first, unless another question has asked for that, then the rest in words."""

from dataclasses import replace

from config.catalogue import FieldType
from kiosk.journeys.form.answers import Address
from kiosk.journeys.form.display import region_name
from kiosk.journeys.form.draft import Draft, Outcome, Stay
from kiosk.journeys.form.pages.page import Body
from kiosk.journeys.form.pages.region import RegionPage
from kiosk.journeys.form.shapes import first_keyboard
from kiosk.journeys.form.wording import of_type
from screens.views.entry import Entry, Keyboard

_REGION, _WORDS = 0, 1


class AddressPage(RegionPage):
    """The walk down the regions, then a field for street, house and room."""

    def draft(self) -> Draft:
        """Begin with the words there are; without any, with the region when it is asked here."""
        offer = self.offer if isinstance(self.offer, Address) else Address("", "")
        draft = replace(self.begin(offer.region), text=offer.detail)
        asks_words = bool(offer.detail) or self._region_beside() is not None
        return replace(draft, step=_WORDS) if asks_words else draft

    def view(self, draft: Draft) -> Body:
        """Return the regions, or the field."""
        if draft.step == _REGION:
            return super().view(draft)
        within = region_name(self.context, self._region(draft))
        region = self.say("region-way", way=within) if within else ""
        return Entry(
            **self.frame(draft, self.say("address-detail"), region),
            why=self.why,
            keyboard=first_keyboard(Keyboard.CHINESE, self.context.language),
            max_length=self.field.max_len,
            lines=2,
            value=draft.text,
            example=of_type(self.context.language, "example", self.question),
        )

    def edited(self, draft: Draft, text: str) -> Draft:
        """Take the words as they are typed."""
        return replace(draft, text=text[: self.field.max_len], fault=None) if draft.step == _WORDS else draft

    def touched(self, draft: Draft, touched: str) -> Outcome:
        """Walk down, then take the words."""
        if draft.step == _REGION:
            return super().touched(draft, touched)
        if touched != "next":
            return Stay(draft)
        region = "" if self._region_beside() is not None else "".join(draft.codes)
        words = draft.text.strip()
        return self.keep(draft, Address(region, words) if words else None)

    def back(self, draft: Draft) -> Draft | None:
        """Go from the words to the region, and up the regions."""
        if draft.step == _REGION:
            return super().back(draft)
        if self._region_beside() is not None:
            return None
        return replace(self.begin("".join(draft.codes)), text=draft.text)

    def arrive(self, draft: Draft, code: str) -> Outcome:
        """Ask for the words within the region."""
        return Stay(replace(draft, codes=(code,), step=_WORDS, fault=None))

    def _region(self, draft: Draft) -> str:
        beside = self._region_beside()
        return "".join(draft.codes) if beside is None else beside

    def _region_beside(self) -> str | None:
        """Return the region that another question of the field set asks for; None when none does."""
        fields = self.context.catalogue.field_sets[self.question.field_set].fields
        asks = next((field for field in fields if field.type is FieldType.REGION), None)
        return str(self.known.get(asks.key) or "") if asks else None
