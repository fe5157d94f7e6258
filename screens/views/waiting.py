"""Pages on which something else is awaited than an answer."""

from dataclasses import dataclass, field

from screens.views.frame import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Working(View):
    """The terminal is busy; says with what, and not to walk away. `done` are steps behind us."""

    lines: tuple[str, ...] = ()
    done: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PayCode(View):
    """A code to be scanned with a phone that pays: how much (as text), to whom, what the code holds; `countdown` is its life."""

    amount: str = field(repr=False)
    payee: str
    qr: str = field(repr=False)
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StillThere(View):
    """A large countdown: go on (`primary`) or leave; wipes by itself at the end."""

    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OutOfService(View):
    """What does not work, where else to go, and a phone number; each line with a picture. Nothing on it need be touched."""

    lines: tuple[str, ...] = ()
    icons: tuple[str, ...] = ("info", "place", "call")
