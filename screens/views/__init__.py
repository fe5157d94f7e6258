"""The vocabulary between journeys and screens: frozen values without pixels, a module for each kind of page.

A journey answers `view(state) -> View`; Kivy screens draw it, the voice speaks it, tests read it. A view says what
to show and what can be answered. Whatever a resident does comes back as one of the three inputs of `screens.views.inputs`:
`Touched` (an action or a tile), `Edited` (the text of an entry), `Drawn` (strokes of a signature).

All texts are already in the resident's language. Values that belong to a person are kept out of `repr`.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # who names the union need not load every member
    from screens.views.card import PresentCard
    from screens.views.choices import Adjust, Choice
    from screens.views.entry import Entry
    from screens.views.listing import Listing
    from screens.views.menus import Attract, Menu, Search
    from screens.views.outcome import Goodbye, Outcome
    from screens.views.pictures import Capture, CheckPicture, Sign
    from screens.views.reading import Article
    from screens.views.waiting import OutOfService, PayCode, StillThere, Working

    AnyView = (
        Attract
        | Menu
        | Search
        | Article
        | Choice
        | Adjust
        | Entry
        | PresentCard
        | Listing
        | Capture
        | CheckPicture
        | Sign
        | Working
        | PayCode
        | Outcome
        | Goodbye
        | StillThere
        | OutOfService
    )
else:
    AnyView = object
