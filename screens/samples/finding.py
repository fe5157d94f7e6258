"""Sample pages of the search."""

from screens.samples.frame import outside, speaker
from screens.views import AnyView
from screens.views.menus import Search, Tile

_FOUND = (
    ("居住证申领", "Residence permit", "idcard"),
    ("居住证签注", "Renew a permit", "idcard"),
    ("居住证换领", "Replace a permit", "idcard"),
    ("居住登记", "Register a residence", "idcard"),
    ("家政服务", "Help in the house", "hands"),
    ("救助站求助", "Shelter for a night", "hands"),
    ("就业登记", "Register a job", "briefcase"),
    ("结婚预约", "Book a marriage", "appoint"),
)


def views(language: str) -> dict[str, AnyView]:
    """Return the samples by name."""
    say = speaker(language)

    def search(page: str, query: str, count: int, nothing: str = "") -> Search:
        return Search(
            page=page,
            title=say("搜索事项", "Search"),
            query=query,
            hint=say("例：jzz 或 居住证", "For example: permit"),
            tiles=tuple(
                Tile(f"item.{at}", say(zh, en), icon=icon) for at, (zh, en, icon) in enumerate(_FOUND[:count])
            ),
            nothing_found=nothing,
            **outside(language),
        )

    nothing = say("没有找到。换个说法，或拨打 12345。", "Nothing found. Try another word, or call 12345.")
    return {
        "search": search("search", say("jzz", "permit"), 3),
        "search_many": search("search.many", "j", 8),
        "search_empty": search("search.empty", "", 0),
        "search_nothing": search("search.nothing", "qqq", 0, nothing),
    }
