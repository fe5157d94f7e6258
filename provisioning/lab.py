"""A laboratory identity: a terminal without enrolment, marked training, to test one's own platform against."""

import re
from pathlib import Path
from urllib.parse import urlsplit

from provisioning.identity import Identity, NotEnrolledError, new_key

PUBLIC_KEY = "terminal-public-key.pem"
TERMINAL_ID = re.compile(r"[A-Z0-9](?:[A-Z0-9-]{0,30}[A-Z0-9])?")


class LabError(Exception):
    """No laboratory identity could be made; `code` is stable, the message names the remedy."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def make(
    directory: Path,
    platform_url: str,
    recipients: tuple[str, ...],
    terminal_id: str = "",
    ca: Path | None = None,
) -> Identity:
    """Make a laboratory identity in `directory`, or let the one there speak to another platform.

    Number and key of an existing laboratory identity stay, so that what waits in its queue remains valid. The public key
    is written to `terminal-public-key.pem` beside the directory.

    Raises:
        LabError: an enrolled identity is there, or an argument is wrong.
    """
    _check_url(platform_url)
    _check_recipients(recipients)
    if ca is not None:
        _check_ca(ca)
    before = _existing(directory)
    if before and terminal_id and before.terminal_id != terminal_id:
        raise LabError(
            "OTHER_TERMINAL",
            f"This laboratory terminal is {before.terminal_id} and its queue belongs to that number: leave --id out, "
            "or use another KIOSK_HOME. 本实验终端已有编号：请去掉 --id，或换一个 KIOSK_HOME。",
        )
    identity = Identity(
        terminal_id=before.terminal_id if before else _checked_id(terminal_id or "LAB001"),
        platform_url=platform_url.rstrip("/"),
        recipients=recipients,
        training=True,
        key=before.key if before else new_key(),
        ca_file=ca,
    )
    identity.save(directory)
    public_key_file(directory).write_text(identity.public_pem, "ascii")
    return Identity.load(directory)


def public_key_file(directory: Path) -> Path:
    """Return where the public key of the identity in `directory` is written."""
    return directory.parent / PUBLIC_KEY


def _existing(directory: Path) -> Identity | None:
    try:
        identity = Identity.load(directory)
    except NotEnrolledError:
        return None
    if identity.enrolled:
        raise LabError(
            "ENROLLED",
            f"This terminal is enrolled as {identity.terminal_id}; a laboratory identity would cut it off: use another "
            "KIOSK_HOME, or `kiosk provision retire` first. 本机已正式注册：请换一个 KIOSK_HOME，或先运行 kiosk provision retire。",
        )
    return identity


def _checked_id(terminal_id: str) -> str:
    if not TERMINAL_ID.fullmatch(terminal_id):
        raise LabError(
            "BAD_ID",
            "A terminal's number has up to 32 capital letters, digits and hyphens, such as LAB001: change --id. "
            "终端编号由大写字母、数字和连字符组成，最多 32 位：请更改 --id。",
        )
    return terminal_id


def _check_url(url: str) -> None:
    parts = urlsplit(url)
    if (
        parts.scheme not in {"http", "https"}
        or not parts.hostname
        or parts.query
        or parts.fragment
        or parts.username
    ):
        raise LabError(
            "BAD_URL",
            "The platform's URL must look like https://platform.example or http://127.0.0.1:8080: change --platform. "
            "平台地址应形如 https://platform.example：请更改 --platform。",
        )


def _check_recipients(recipients: tuple[str, ...]) -> None:
    from pyrage import RecipientError, x25519  # noqa: PLC0415  # only who makes an identity needs it

    for recipient in recipients:
        try:
            x25519.Recipient.from_str(recipient)
        except RecipientError as error:
            raise LabError(
                "BAD_RECIPIENT",
                "That is no age public key (they begin with age1): copy the line `# public key:` that `age-keygen` "
                "printed; the secret key (AGE-SECRET-KEY-1…) stays on the platform. "
                "这不是 age 公钥（以 age1 开头）：请复制 age-keygen 输出的 public key；私钥只留在平台。",
            ) from error


def _check_ca(ca: Path) -> None:
    from cryptography import x509  # noqa: PLC0415  # only who makes an identity needs it

    try:
        x509.load_pem_x509_certificates(ca.read_bytes())
    except (OSError, ValueError) as error:
        raise LabError(
            "BAD_CA",
            f"{ca} holds no PEM certificate: give the file of the platform's certificate authority as --ca. "
            "该文件不含 PEM 证书：请用 --ca 指定平台 CA 证书文件。",
        ) from error
