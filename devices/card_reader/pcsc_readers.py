"""Which readers pcscd knows of."""

from smartcard import scard  # type: ignore[import-untyped]  # pyscard brings no types


def reader_names() -> list[str]:
    """Return the names of the PC/SC readers that are plugged in; none when pcscd does not run."""
    result, context = scard.SCardEstablishContext(scard.SCARD_SCOPE_SYSTEM)
    if result != scard.SCARD_S_SUCCESS:
        return []
    try:
        result, names = scard.SCardListReaders(context, [])
        return [str(name) for name in names] if result == scard.SCARD_S_SUCCESS else []
    finally:
        scard.SCardReleaseContext(context)
