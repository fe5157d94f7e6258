"""What the platform asks of its store: SQLite in a file (`fleet.sqlite`) or PostgreSQL by URL (`fleet.postgres`).

Statements are written once, in what both understand: values are `?` or `:name`, conflicts name their columns, and every
table has SQLite's hidden `rowid`, which grows with each row (`fleet.dialect`).
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

Values = Sequence[Any] | Mapping[str, Any]
Steps = Sequence[Sequence[str]]

BUSY_SECONDS = 10.0  # how long one waits for another that writes


class StorageError(Exception):
    """The store cannot be read or written at this moment: a full disk, a server that is away. Nothing of it was kept."""


class Row(Protocol):
    """One row, by column name or position."""

    def __getitem__(self, key: Any, /) -> Any:
        """Return one value."""

    def keys(self) -> Iterable[str]:
        """Return the names of the columns."""


class Found(Protocol):
    """What a statement gave."""

    @property
    def rowcount(self) -> int:
        """How many rows were changed."""

    def __iter__(self) -> Iterator[Any]:
        """Return the rows."""

    def fetchone(self) -> Any:
        """Return the next row, None when there is none."""


class Connection(Protocol):
    """What a block that writes has to itself."""

    def execute(self, statement: str, values: Values = (), /) -> Found:
        """Carry out one statement."""

    def executemany(self, statement: str, values: Sequence[Sequence[Any]], /) -> object:
        """Carry out one statement for each row of values."""


class Database(ABC):
    """Tables that any thread may use, one at a time; other processes may use the same."""

    @abstractmethod
    def writing(self) -> AbstractContextManager[Connection]:
        """Let the block read and write alone; what it wrote is durable afterwards, or nothing of it is there.

        Raises:
            StorageError: nothing of it is there.
        """

    @abstractmethod
    def rows(self, statement: str, *values: Any) -> Sequence[Row]:
        """Return what a query finds.

        Raises:
            StorageError: it cannot be asked at this moment.
        """

    def row(self, statement: str, *values: Any) -> Row | None:
        """Return the first row that a query finds, None when there is none."""
        return next(iter(self.rows(statement, *values)), None)

    @abstractmethod
    def close(self) -> None:
        """Let go of it."""
