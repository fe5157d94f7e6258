"""How `kiosk queue` writes transactions and numbers, for machines and for people."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from offline_queue.records import Entry, Stats


def document(entry: "Entry") -> dict[str, Any]:
    """Return one transaction for machines."""
    return {
        **asdict(entry),
        "state": entry.state.value,
        "created_at": entry.created_at.isoformat(),
        "settled_at": entry.settled_at.isoformat() if entry.settled_at else None,
    }


def line(entry: "Entry") -> str:
    """Return one transaction for people, on one line."""
    said = entry.case_number or entry.reason
    return f"{entry.id}  {entry.reference}  {entry.type}  {entry.state.value}  {said}".rstrip()


def stats_text(stats: "Stats") -> str:
    """Return the queue at a glance for people."""
    due = "none 无" if stats.next_attempt_in is None else f"in {stats.next_attempt_in:.0f} s 秒后"
    return "\n".join(
        (
            f"waiting 待发送: {stats.waiting} (outcome unknown 结果未知: {stats.unknown})",
            f"parked 被拒收: {stats.parked}",
            f"acknowledged 已送达: {stats.acknowledged}",
            f"oldest waits 最久等待: {stats.oldest_seconds:.0f} s 秒",
            f"next attempt 下次发送: {due}",
            f"on disk 占用: {stats.bytes} bytes 字节",
        )
    )
