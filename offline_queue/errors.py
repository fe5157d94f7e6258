"""What can keep the queue from doing what it was asked; every message names the remedy, in both languages."""

from typing import ClassVar


class QueueError(Exception):
    """Root of the queue's errors. `code` is stable; the message holds nothing personal."""

    code: ClassVar[str] = "failed"


class DiskFullError(QueueError):
    """No room on the disk: nothing was kept."""

    code = "disk_full"

    def __init__(self) -> None:
        super().__init__(
            "No space is left on the terminal's disk: free some (logs, old files outside the queue's directory); what "
            "waits is sent as soon as the platform can be reached. 磁盘已满：请清理队列目录以外的旧文件；待发送内容联网后自动提交。"
        )


class ReadOnlyError(QueueError):
    """The disk cannot be written: nothing was kept; what waits is safe, and nothing is sent until it can be written."""

    code = "read_only"

    def __init__(self) -> None:
        super().__init__(
            "The terminal's disk is mounted read-only, as after a fault of the disk: look at `dmesg`, restart the terminal, "
            "replace the disk if it happens again; what waits is still there. "
            "磁盘变为只读（通常因磁盘故障）：请查看 dmesg 并重启终端，若再次出现请更换磁盘；待发送内容仍在。"
        )


class DiskFailingError(QueueError):
    """The disk answers with an error: nothing was kept."""

    code = "disk_failing"

    def __init__(self) -> None:
        super().__init__(
            "The terminal's disk answers with errors: save what waits with `kiosk queue export` onto another disk, then replace "
            "it. 磁盘读写出错：请用 kiosk queue export 把待发送内容导出到其他磁盘，然后更换磁盘。"
        )


class QueueFullError(QueueError):
    """As many transactions wait as may: nothing was kept."""

    code = "queue_full"
    _what: ClassVar[tuple[str, str, str]] = (
        "{} transactions wait",
        "待发送已达上限 {} 件",
        "queue.max_waiting",
    )

    def __init__(self, limit: int) -> None:
        english, chinese, setting = self._what
        super().__init__(
            f"{english.format(limit)}, no more are taken: connect the terminal to its platform, or raise {setting}. "
            f"{chinese.format(limit)}：请恢复网络，或调高 {setting}。"
        )


class QueueLargeError(QueueFullError):
    """As many sealed bytes wait as may: nothing was kept."""

    code = "queue_large"
    _what = "Sealed bytes that wait have reached {}", "待发送内容已达上限 {} 字节", "queue.max_bytes"


class QueueOldError(QueueFullError):
    """The platform has taken nothing for too long: nothing was kept."""

    code = "queue_old"
    _what = "The platform has taken nothing for {} s", "平台已有 {} 秒未接收任何事务", "queue.max_age"


class ItemFullError(QueueFullError):
    """As many of this item wait as may: nothing was kept."""

    code = "item_full"
    _what = "{} transactions of this item wait", "本事项待发送已达上限 {} 件", "queue.max_per_item"


class ResidentFullError(QueueFullError):
    """As many of this resident wait as may: nothing was kept."""

    code = "resident_full"
    _what = "{} transactions of this resident wait", "该办事人待发送已达上限 {} 件", "queue.max_per_resident"


class UnfitError(QueueError):
    """The transaction cannot be kept as it is: the caller must change it."""

    code = "unfit"


class UnknownTransactionError(QueueError):
    """The queue holds no transaction of that id."""

    code = "unknown_transaction"

    def __init__(self, transaction: str) -> None:
        super().__init__(
            f"No transaction {transaction} is in this queue: see `kiosk queue list`. "
            "队列中没有该事务：请查看 kiosk queue list。"
        )


class PrintedBeforeError(QueueError):
    """The receipt may be on paper already: another one is printed only as a copy."""

    code = "printed_before"

    def __init__(self, transaction: str) -> None:
        super().__init__(
            f"The receipt of {transaction} may be printed already: print a copy, marked as one. "
            "该回执可能已经打印：请补打并标明“补打”。"
        )


class DamagedError(QueueError):
    """What the disk gives back is not what was kept."""

    code = "damaged"
