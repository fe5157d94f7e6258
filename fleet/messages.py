"""Short messages that a city's platform would send to phones; here the operator can read them for some minutes."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta

from fleet.clock import Now, stamp
from fleet.database import Connection, Database
from fleet.masking import masked_mobile

KEPT = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Message:
    """One message; `to` is masked, `code` and `holder_check` are "" when it is not about a code."""

    to: str
    text: str = field(repr=False)
    code: str = field(repr=False)
    holder_check: str
    at: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a resident needs to ask for a case; `page` is the address of its progress."""

    case_number: str
    reference: str
    page: str


class Messages:
    """The messages of the last minutes."""

    def __init__(self, database: Database, now: Now) -> None:
        self._database, self._now = database, now

    def recent(self) -> Sequence[Message]:
        """Return them, the oldest first."""
        since = stamp(self._now() - KEPT)
        rows = self._database.rows("SELECT * FROM messages WHERE at > ? ORDER BY sequence", since)
        return [
            Message(row["recipient"], row["text"], row["code"], row["holder_check"], row["at"])
            for row in rows
        ]


def send_code(connection: Connection, mobile: str, code: str, holder_check: str, at: datetime) -> None:
    """Send a one-time code."""
    text = (
        f"【社区服务】验证码 {code}，5分钟内有效，请勿告诉他人。"
        f"Your code is {code}, valid for 5 minutes. Never share it."
    )
    _send(connection, Message(masked_mobile(mobile), text, code, holder_check, stamp(at)), at)


def tell_received(connection: Connection, mobile: str, receipt: Receipt, at: datetime) -> None:
    """Tell a resident that what was handed in has arrived: a receipt printed without a network promised it."""
    number, reference = receipt.case_number, receipt.reference
    text = (
        f"【社区服务】您提交的材料已收到（尚未受理），办件编号 {number}，回执编号 {reference}。进度：{receipt.page} "
        f"We have received what you submitted (not yet accepted): case {number}, receipt {reference}."
    )
    _send(connection, Message(masked_mobile(mobile), text, "", "", stamp(at)), at)


def tell_reply(
    connection: Connection,
    mobile: str,
    title: Mapping[str, str],
    reply: Mapping[str, str],
    at: datetime,
) -> None:
    """Tell somebody who said something to a matter what was replied."""
    text = f"【社区服务】您参与的“{title['zh']}”有答复：{reply['zh']} Reply to “{title['en']}”: {reply['en']}"
    _send(connection, Message(masked_mobile(mobile), text, "", "", stamp(at)), at)


def _send(connection: Connection, message: Message, at: datetime) -> None:
    connection.execute("DELETE FROM messages WHERE at <= ?", (stamp(at - KEPT),))
    connection.execute(
        "INSERT INTO messages (recipient, text, code, holder_check, at) VALUES (:to, :text, :code, :holder_check, :at)",
        asdict(message),
    )
