"""Answers about ballots and consultations."""

from dataclasses import dataclass, field

from kiosk.consultations import Matter, Paper


@dataclass(frozen=True, slots=True)
class MattersFound:
    """Answer to `FindMatters`: the matters, the open ones first; may be none."""

    command: int
    matters: tuple[Matter, ...]


@dataclass(frozen=True, slots=True)
class MattersNotFound:
    """Answer to `FindMatters`: the platform did not say; `reason` is `offline` or `refused`."""

    command: int
    reason: str


@dataclass(frozen=True, slots=True)
class PaperGiven:
    """Answer to `GetPaper`."""

    command: int
    paper: Paper


@dataclass(frozen=True, slots=True)
class PaperRefused:
    """Answer to `GetPaper`: `reason` is `took-part`, `not-eligible`, `closed`, `offline` or `refused`."""

    command: int
    reason: str


@dataclass(frozen=True, slots=True)
class AnswerIn:
    """The answer is in; `code` shows the resident that it is, and leads to no choice."""

    command: int
    code: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class AnswerNotIn:
    """The answer is not in, and will not be; `reason` is `closed`, `void`, `not-in` or `refused`."""

    command: int
    reason: str


@dataclass(frozen=True, slots=True)
class AnswerSilent:
    """The platform has said nothing: it is not known whether the answer is in."""

    command: int
