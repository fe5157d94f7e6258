"""Print jobs, truthfully: `queued → sent → printing → printed | failed | unknown`.

======== =====================================================================================
queued   kept together with its transaction; nothing has left for the printer
sent     about to leave: from here on a paper may come out
printing the printer has taken everything, its proof is awaited
printed  the printer proved it
failed   surely no whole paper came out: it may be printed, not as a copy
unknown  a paper may have come out: whoever prints again prints a copy, marked so (补打)
======== =====================================================================================

A job is never sent twice unless somebody asks for a copy. Nothing personal in here.
"""

import sqlite3
from datetime import datetime
from enum import StrEnum

from offline_queue import journal
from offline_queue.errors import PrintedBeforeError, UnknownTransactionError


class PrintState(StrEnum):
    """How far a print job is."""

    QUEUED = "queued"
    SENT = "sent"
    PRINTING = "printing"
    PRINTED = "printed"
    FAILED = "failed"
    UNKNOWN = "unknown"


_UNDER_WAY = "state IN ('queued', 'sent', 'printing')"
_MAY_BE_OUT = frozenset({PrintState.PRINTED, PrintState.UNKNOWN})


def queue(connection: sqlite3.Connection, at: datetime, sequence: int, transaction: str) -> None:
    """Keep a print job with its transaction."""
    _set(connection, at, (sequence, transaction), PrintState.QUEUED)


def send(connection: sqlite3.Connection, at: datetime, transaction: str, *, copy: bool) -> None:
    """Say that the bytes are about to leave.

    Raises:
        PrintedBeforeError: a paper may be out or on its way, and this is no copy.
        UnknownTransactionError: there is no such transaction.
    """
    sequence, state, may_be_out = _job(connection, transaction)
    if state in {PrintState.SENT, PrintState.PRINTING} or (may_be_out and not copy):
        raise PrintedBeforeError(transaction)
    _set(connection, at, (sequence, transaction), PrintState.SENT, "copy" if copy else "")


def move(connection: sqlite3.Connection, at: datetime, transaction: str, state: PrintState) -> None:
    """Say how the job goes on or ended; proof that came stays.

    Raises:
        UnknownTransactionError: there is no such transaction.
    """
    sequence, before, _ = _job(connection, transaction)
    goes_on = before in {PrintState.QUEUED, PrintState.SENT, PrintState.PRINTING, None}
    proved_after_all = before is PrintState.UNKNOWN and state is PrintState.PRINTED
    if goes_on or proved_after_all:
        _set(connection, at, (sequence, transaction), state)


def settle(connection: sqlite3.Connection, at: datetime) -> None:
    """End what a terminal that died left under way: what was never sent failed, everything else is unknown."""
    found = connection.execute(
        f"SELECT sequence, id, p.state FROM print_jobs p JOIN transactions USING (sequence) WHERE p.{_UNDER_WAY}"  # noqa: S608  # a constant
    ).fetchall()
    for row in found:
        ended = PrintState.FAILED if row["state"] == PrintState.QUEUED else PrintState.UNKNOWN
        _set(connection, at, (row["sequence"], row["id"]), ended, "abandoned")


def _job(connection: sqlite3.Connection, transaction: str) -> tuple[int, PrintState | None, bool]:
    found = connection.execute(
        "SELECT t.sequence, p.state, coalesce(p.may_be_out, 0) AS may_be_out "
        "FROM transactions t LEFT JOIN print_jobs p USING (sequence) WHERE t.id = ?",
        (transaction,),
    ).fetchone()
    if found is None:
        raise UnknownTransactionError(transaction)
    state = PrintState(found["state"]) if found["state"] else None
    return found["sequence"], state, bool(found["may_be_out"])


def _set(
    connection: sqlite3.Connection, at: datetime, job: tuple[int, str], state: PrintState, detail: str = ""
) -> None:
    sequence, transaction = job
    connection.execute(
        "INSERT INTO print_jobs VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET state = excluded.state, "
        "changed_at = excluded.changed_at, may_be_out = max(may_be_out, excluded.may_be_out)",
        (sequence, state.value, at.isoformat(), int(state in _MAY_BE_OUT)),
    )
    journal.append(connection, at, f"print_{state}", transaction, detail)
