"""Where a journey can be: one frozen value for each page or moment of waiting, a module for each chapter.

A phase holds only what its page needs and what would be lost with it; what is to stay is in the session. Whatever is
personal stays out of `repr`.
"""

from kiosk.journeys.phases.browsing import Attract
from kiosk.journeys.phases.ending import Goodbye
from kiosk.journeys.phases.kinds import Page, Waiting
from kiosk.journeys.phases.overlays import Overlay

Phase = Attract | Page | Waiting | Overlay | Goodbye
