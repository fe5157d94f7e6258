"""How conditions of a catalogue are written, and what they are once read.

    condition  = conjunction { "or" conjunction }
    conjunction = term { "and" term }
    term       = "not" term | "(" condition ")" | NAME | NAME op LITERAL | NAME "in" list | WORD "in" NAME | constant
    op         = "==" | "!=" | "<" | "<=" | ">" | ">="
    list       = "[" LITERAL { "," LITERAL } "]"
    LITERAL    = a number, true, false, or a word;  constant = "true" | "false" | "always"

Names may be dotted.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

Literal = bool | Decimal | str

_TOKEN = re.compile(r"\s*(==|!=|<=|>=|<|>|[()\[\],]|-?[0-9]+(?:\.[0-9]+)?(?![\w.])|[^\W]+(?:\.[^\W]+)*)")
_OPERATORS = ("==", "!=", "<", "<=", ">", ">=")
_LONGEST = 200  # long enough for people, short enough for the stack
_KEYWORDS = ("and", "or", "not", "in", "true", "false", "always")


class ExpressionError(ValueError):
    """A condition or date bound that cannot be read; the message says what was expected."""


@dataclass(frozen=True, slots=True)
class Constant:
    """Holds always or never."""

    value: bool


@dataclass(frozen=True, slots=True)
class Truth:
    """Holds when the value of a name is true or not empty."""

    name: str


@dataclass(frozen=True, slots=True)
class Compare:
    """Compares the value of a name with a literal."""

    name: str
    operator: str
    literal: Literal


@dataclass(frozen=True, slots=True)
class OneOf:
    """Holds when the value of a name is one of the literals."""

    name: str
    literals: tuple[Literal, ...]


@dataclass(frozen=True, slots=True)
class Contains:
    """Holds when the collection that is the value of a name contains a word."""

    word: str
    name: str


@dataclass(frozen=True, slots=True)
class Not:
    """Turns a condition round."""

    term: "Expression"


@dataclass(frozen=True, slots=True)
class All:
    """Holds when all its terms hold."""

    terms: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class Any:
    """Holds when one of its terms holds."""

    terms: tuple["Expression", ...]


Expression = Constant | Truth | Compare | OneOf | Contains | Not | All | Any


@lru_cache(maxsize=512)
def parse(text: str) -> Expression:
    """Return the condition written in `text`.

    Raises:
        ExpressionError: it cannot be read.
    """
    parser = _Parser(_tokens(text))
    expression = parser.condition()
    parser.end()
    return expression


def _tokens(text: str) -> tuple[str, ...]:
    found, place = [], 0
    text = text.strip()
    if len(text) > _LONGEST:
        raise ExpressionError(f"a condition of {len(text)} characters: write it with at most {_LONGEST}")
    while place < len(text):
        match = _TOKEN.match(text, place)
        if not match:
            raise ExpressionError(f"{text[place:].strip()!r} cannot be read in {text!r}")
        found.append(match[1])
        place = match.end()
    return tuple(found)


class _Parser:
    """Recursive descent over the tokens; one method for each rule of the grammar."""

    def __init__(self, tokens: tuple[str, ...]) -> None:
        self._tokens = list(reversed(tokens))

    def condition(self) -> Expression:
        terms = [self._conjunction()]
        while self._took("or"):
            terms.append(self._conjunction())
        return terms[0] if len(terms) == 1 else Any(tuple(terms))

    def end(self) -> None:
        if self._tokens:
            raise ExpressionError(f"{self._tokens[-1]!r} is one too many: join conditions with and, or")

    def _conjunction(self) -> Expression:
        terms = [self._term()]
        while self._took("and"):
            terms.append(self._term())
        return terms[0] if len(terms) == 1 else All(tuple(terms))

    def _term(self) -> Expression:
        if self._took("not"):
            return Not(self._term())
        if self._took("("):
            inner = self.condition()
            self._expect(")")
            return inner
        if self._took("true") or self._took("always"):
            return Constant(True)
        if self._took("false"):
            return Constant(False)
        return self._about(self._name())

    def _about(self, name: str) -> Expression:
        if self._tokens and self._tokens[-1] in _OPERATORS:
            operator = self._tokens.pop()
            return Compare(name, operator, self._literal())
        if not self._took("in"):
            return Truth(name)
        if not self._took("["):
            return Contains(name, self._name())
        literals = [self._literal()]
        while self._took(","):
            literals.append(self._literal())
        self._expect("]")
        return OneOf(name, tuple(literals))

    def _name(self) -> str:
        token = self._tokens.pop() if self._tokens else ""
        if not re.match(r"[^\W\d]", token) or token in _KEYWORDS:
            raise ExpressionError(f"a name is expected, not {token!r}")
        return token

    def _literal(self) -> Literal:
        token = self._tokens.pop() if self._tokens else ""
        if token in ("true", "false"):
            return token == "true"  # noqa: S105  # a word of the condition
        if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", token):
            return Decimal(token)
        if not re.match(r"\w", token) or token in _KEYWORDS:
            raise ExpressionError(f"a word, a number, true or false is expected, not {token!r}")
        return token

    def _took(self, token: str) -> bool:
        if self._tokens and self._tokens[-1] == token:
            self._tokens.pop()
            return True
        return False

    def _expect(self, token: str) -> None:
        if not self._took(token):
            raise ExpressionError(f"{token!r} is missing")
