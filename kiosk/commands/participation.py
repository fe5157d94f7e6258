"""Votes and consultations."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class FindMatters:
    """Ask the platform what can be decided or commented on. Answered by `MattersFound` or `MattersNotFound`."""

    id: int
    item: str


@dataclass(frozen=True, slots=True)
class GetPaper:
    """Ask for a paper to answer a matter with. `document` is the JSON body. Answered by `PaperGiven` or `PaperRefused`."""

    id: int
    matter: str
    document: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PutAnswer:
    """Put the answer in, without a name. `document` is the JSON body. Answered by `AnswerIn`, `AnswerNotIn` or `AnswerSilent`."""

    id: int
    matter: str
    document: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class AskAnswer:
    """Ask whether the answer under a paper is in; if not, it never will be. Answered as `PutAnswer`."""

    id: int
    matter: str
    paper: str = field(repr=False)
