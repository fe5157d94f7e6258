"""Whom we believe: certificates of country signing authorities (CSCA), one directory for each issuing state.

The directory of a state is named as the state is in machine-readable zones (`CHN`, `HKG`, `D`). A certificate is believed
for the documents of that state alone. Files are X.509 certificates, DER or PEM, one each.
"""

from pathlib import Path

from cryptography import x509

from devices.errors import ConfigurationError


def authorities(directory: Path, state: str) -> tuple[x509.Certificate, ...]:
    """Return the certificates of a state's authorities; none when there are none.

    Raises:
        ConfigurationError: the directory is not there, or a file in it is no certificate (`CSCA_UNREADABLE`).
    """
    if not directory.is_dir():
        message = f"{directory} is not there: put the CSCA certificates of the issuing states there, one directory each."
        raise ConfigurationError("CSCA_UNREADABLE", message)
    place = directory / state
    files = sorted(place.iterdir()) if state.isalnum() and place.is_dir() else []
    return tuple(_certificate(file) for file in files)


def _certificate(file: Path) -> x509.Certificate:
    try:
        content = file.read_bytes()
        if content.startswith(b"-----"):
            return x509.load_pem_x509_certificate(content)
        return x509.load_der_x509_certificate(content)
    except (OSError, ValueError) as error:
        message = (
            f"{file} cannot be read as a certificate: replace it by the CSCA certificate in DER or PEM form."
        )
        raise ConfigurationError("CSCA_UNREADABLE", message) from error
