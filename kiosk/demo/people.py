"""The demo for somebody in front of a window: what to try, and keys for the hardware that is only simulated."""

import sys
from collections.abc import Callable, Iterable

from kiosk.demo.house import House

WELCOME = """
The terminal is on your screen. Try:            终端已在屏幕上，可以试试：
  touch 民政, then 临时救助, and apply               按“民政”“临时救助”，完成一次申请
  cut the network in the middle of the form        填到一半时断网，再填完
  report a problem with a photograph               反映一个社区问题并拍照

Type a letter and Enter:                        输入字母后回车：
  c  lay the card on the reader  放卡              l  lift it  取卡
  x  cut the network  断网                         m  mend it  恢复网络
  r  what the last receipt says  查看回执           s  short messages, with codes  查看短信
  p  what the platform holds  查看平台办件           a  what the A4 printer has printed  A4 打印机
  q  end  结束
"""


def welcome(house: House) -> int:
    """Open the window and obey until told to end; return 0."""
    house.touchscreen("--windowed")
    print(WELCOME, flush=True)  # noqa: T201  # a command
    obey = commands(house)
    for line in sys.stdin:
        key = line.strip()[:1]
        if key == "q":
            break
        print(obey[key]() if key in obey else WELCOME, flush=True)  # noqa: T201  # a command
    return 0


def commands(house: House) -> dict[str, Callable[[], str]]:
    """Return what each key does; it answers with what to show."""
    return {
        "c": lambda: _done(lambda: house.tell("reader", "lay", card="resident")),
        "l": lambda: _done(lambda: house.tell("reader", "lift")),
        "x": lambda: _done(house.line.cut),
        "m": lambda: _done(house.line.mend),
        "r": lambda: _receipt(house),
        "a": lambda: _documents(house),
        "s": lambda: _listed(f"{one['to']}  {one['text']}" for one in house.messages()),
        "p": lambda: _listed(
            f"{one['number']}  {one['item']}  {one['state_text_zh']}" for one in house.cases()
        ),
    }


def _receipt(house: House) -> str:
    count = len(house.receipts())
    return str(house.receipt_picture(count - 1)["text"]) if count else _listed([])


def _documents(house: House) -> str:
    papers = house.tell("documents", "look")["papers"]
    return f"documents that came out: {papers}  已打印文书：{papers} 份"


def _done(do: Callable[[], object]) -> str:
    do()
    return "done  好了"


def _listed(lines: Iterable[str]) -> str:
    return "\n".join(lines) or "nothing yet  还没有"
