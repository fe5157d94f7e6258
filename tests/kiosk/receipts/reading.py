"""A receipt as somebody reads it: its words from top to bottom."""

from devices.printer import Line, Pair, QrCode, Receipt


def words(receipt: Receipt) -> str:
    """Return everything that is printed as text, a line for each part; pairs as `label: value`."""
    lines = []
    for part in receipt.parts:
        match part:
            case Line(text=text):
                lines.append(text)
            case Pair(label=label, value=value):
                lines.append(f"{label}: {value}" if label else value)
            case _:
                continue
    return "\n".join(lines)


def codes(receipt: Receipt) -> list[str]:
    """Return what the QR codes hold."""
    return [part.text for part in receipt.parts if isinstance(part, QrCode)]
