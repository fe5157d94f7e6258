"""Photographs: the words of the page; the journey takes them with the camera and keeps the names of attachments."""

from kiosk.journeys.form.draft import Draft, Outcome, Stay
from kiosk.journeys.form.pages.page import Page
from screens.views.listing import Listing


class PhotoPage(Page):
    """What to photograph. Taking is the journey's; skipping, and going on with what was taken, is answered here."""

    def draft(self) -> Draft:
        """Begin with nothing: pictures are in the answers."""
        return Draft()

    def view(self, draft: Draft) -> Listing:
        """Return the frame with the words; the journey shows the camera in it."""
        return Listing(**self.frame(draft), groups=())

    def touched(self, draft: Draft, touched: str) -> Outcome:
        """Go on with the pictures there are."""
        pictures = self.answers.value(self.question.id)
        return self.keep(draft, pictures) if touched == "next" else Stay(draft)
