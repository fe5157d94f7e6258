"""Bills: what providers say is owed. Here they are made up out of a digest of the account, always the same for the same one."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from config.catalogue import Catalogue, Item
from fleet.clock import CHINA, Now, stamp
from fleet.database import Database
from fleet.digests import Digests
from fleet.money.states import OPEN
from fleet.problems import PlatformError
from fleet.services import Services

QUOTED = timedelta(minutes=10)
NOTHING_OWED = "0000"  # an account that ends so owes nothing
LIMIT = 5_000_00  # fen, the most that is taken at once
CHOSEN = ("topup", "fund_amount")  # fields in which the resident says how much


@dataclass(frozen=True, slots=True)
class Bill:
    """One bill; `amount` in fen. `locked` while an order is open for it."""

    id: str
    item: str
    title_zh: str
    title_en: str
    payee_zh: str
    payee_en: str
    period: str
    amount: int
    locked: bool = False


class Bills:
    """Looks bills up and remembers what was quoted, for ten minutes."""

    def __init__(self, database: Database, digests: Digests, services: Services, now: Now) -> None:
        self._database, self._digests, self._services, self._now = database, digests, services, now

    def find(self, code: str, account: Mapping[str, object]) -> Sequence[Bill]:
        """Return what is owed by an account for an item, the oldest first; what was paid is not among it.

        Raises:
            PlatformError: nothing is paid for that item, or the account is none.
        """
        item = self._services.item(code)
        if item is None or item.kind != "pay" or not account:
            raise PlatformError(
                422,
                "no-account",
                "There are no bills for that. 无法按此查询账单。",
                "Send the code of an item of payment and the answers of its form. 请提交缴费事项编码与表单内容。",
            )
        made = list(self._made(item, account))
        with self._database.writing() as connection:
            for bill in made:
                connection.execute(
                    "INSERT INTO bills VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL) ON CONFLICT (id) DO UPDATE SET quoted_until = "
                    "excluded.quoted_until",
                    (
                        *(bill.id, bill.item, bill.title_zh, bill.title_en, bill.payee_zh, bill.payee_en),
                        *(bill.period, bill.amount, stamp(self._now() + QUOTED)),
                    ),
                )
        return [found for bill in made if (found := self._owed(bill.id))]

    def _owed(self, bill: str) -> Bill | None:
        row = self._database.row(
            "SELECT b.*, EXISTS (SELECT 1 FROM orders o WHERE o.bill = b.id AND o.state IN (?, ?, ?)) AS locked "
            "FROM bills b WHERE b.id = ? AND paid_by IS NULL",
            *OPEN,
            bill,
        )
        if row is None:
            return None
        shown = {name: row[name] for name in row.keys() if name not in ("quoted_until", "paid_by")}  # noqa: SIM118  # rows iterate values
        return Bill(**{**shown, "locked": bool(row["locked"])})

    def _made(self, item: Item, account: Mapping[str, object]) -> Iterator[Bill]:
        said = json.dumps(account, sort_keys=True, ensure_ascii=False)
        if NOTHING_OWED in said:
            return
        digest = self._digests.of("bills", item.code, said)
        payee = _payee(self._services.catalogue(), item)
        chosen = _chosen(account)
        today = self._now().astimezone(CHINA).date()
        months = 1 if chosen else 1 + int(digest[0], 16) % 3
        for back in range(months, 0, -1):
            period = f"{(today.replace(day=1) - timedelta(days=28 * back)):%Y-%m}"
            amount = chosen or 1_000 + int(digest[4 * back : 4 * back + 4], 16) % 30_000
            number = self._digests.of("bill", digest, period, *((stamp(self._now()),) if chosen else ()))
            yield Bill(number[:32], item.code, item.short_zh, item.short_en, *payee, period, amount)


def _chosen(account: Mapping[str, object]) -> int:
    """How much the resident says, in fen, within what is taken at once; 0 when the provider says it."""
    parts = (part for part in account.values() if isinstance(part, Mapping))
    said = (part[name] for part in parts for name in CHOSEN if name in part)
    for value in said:
        try:
            return min(max(0, round(float(str(value)) * 100)), LIMIT)
        except (ValueError, OverflowError):
            return 0
    return 0


def _payee(catalogue: Catalogue, item: Item) -> tuple[str, str]:
    return next(
        ((one.name_zh, one.name_en) for one in catalogue.providers if one.code == item.owner), ("", "")
    )
