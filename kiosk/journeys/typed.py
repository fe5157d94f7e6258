"""Codes and PINs as they are typed."""


def digits(text: str, most: int) -> str:
    """Return the digits 0 to 9 of what was typed, `most` of them."""
    return "".join(sign for sign in text if sign in "0123456789")[:most]
