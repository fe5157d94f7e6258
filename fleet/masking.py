"""Personal values as others may see them (GB/T 35273 7.2): enough for the owner to recognise, too little for anyone else."""

import re

SEPARATORS = ("", "·", "•", " ")


def masked_name(name: str) -> str:
    """Return a name with its middle hidden: 张*, 张*三, 欧**娜; of each part only the first letter: 买***·艾*, J*** S****."""
    name = name.strip()
    parts = re.split(r"([·• ]+)", name)
    if len(parts) == 1 and len(name) > 2 and not name.isascii():
        return f"{name[0]}{'*' * (len(name) - 2)}{name[-1]}"
    return "".join(
        part if part[:1] in SEPARATORS else part[:1] + "*" * max(1, len(part) - 1) for part in parts
    )


def masked_mobile(mobile: str) -> str:
    """Return a mobile number with its middle hidden: 138****5678."""
    return f"{mobile[:3]}****{mobile[-4:]}"
