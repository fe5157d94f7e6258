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
    "": "guangzhou",
}
_KEYS = {
    "id_number": "11010519491231002X",  # the specimen of GB 11643
    "date": "20200501",
    "month": "202005",
    "decimal": "1200",
    "latin": "gz12345",
}
_DIGITS = {"mobile": "13800138000", "phone": "02012345678", "bank": "6222020000000000002"}


def keys_for(page: str, view: dict[str, Any], code: str = "") -> tuple[str, bool]:
    """Return the keys to press for an `Entry`, and whether a candidate is to be taken afterwards."""
    keyboard, key = view["keyboard"], page.rpartition(".")[2]
    if keyboard == "chinese":
        return next(word for part, word in _PINYIN.items() if part in key), True
    if keyboard in _KEYS:
        return _KEYS[keyboard], False
    return code or next((digits for part, digits in _DIGITS.items() if part in key), "3"), False
