"""What the scripted resident types: specimen values for every kind of question."""

from typing import Any

#: Pinyin for what stands in words; the first candidate is taken. By the field's key, else the last one.
_PINYIN = {
    "reason": "yinbingzhuyuan",
    "what": "lukoujishuiyanzhong",
    "detail": "lukoujishuiyanzhong",
    "description": "lukoujishuiyanzhong",
    "address": "shifanlu",
    "place": "shequmenkou",
    "name": "zhangsan",
    "estate": "shifan",
    "": "guangzhou",
}
_KEYS = {
    "id_number": ("11010519491231002X", "440104198808080023"),  # the first is the specimen of GB 11643
    "date": ("20200501", "20261201", "19900501"),
    "month": ("202005", "202612"),
    "decimal": ("1200", "12.5"),
    "latin": ("gz12345", "441234567890123", "91440101000000003u", "s1234567", "44012612345678901234"),
}
#: What somebody reads off the paper that they came with, by the field's key; what else is guessed.
_ON_PAPER = {"nontax_code": ("44012612345678901234",)}
_DIGITS = {
    "mobile": ("13800138000",),
    "phone": ("02012345678",),
    "bank": ("6222020000000000005",),
    "": ("3", "2025", "13800138000", "441234567890123", "44123456789012345678", "510000"),
}


def keys_for(page: str, view: dict[str, Any], code: str = "", tries: int = 0) -> tuple[str, bool]:
    """Return the keys to press for an `Entry`, and whether a candidate is to be taken afterwards; others at each of the `tries`."""
    keyboard, key = view["keyboard"], page.rpartition(".")[2]
    if keyboard == "chinese":
        return next(word for part, word in _PINYIN.items() if part in key), True
    texts = (
        _ON_PAPER.get(key)
        or _KEYS.get(keyboard)
        or next(texts for part, texts in _DIGITS.items() if part in key)
    )
    return code or texts[tries % len(texts)], False
