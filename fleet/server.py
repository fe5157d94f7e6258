"""The platform as a process: HTTPS with a certificate of its own authority, HTTP on this machine only."""

import json
import os
import signal
import socket
import ssl
from collections.abc import Callable
from dataclasses import asdict, dataclass
from ipaddress import ip_address
from types import FrameType

import uvicorn

from config import durable
from fleet.platform import Platform
from fleet.problems import PlatformError
from fleet.web.app import application
from fleet.web.tls import TlsProtocol

GRACE_SECONDS = 5
KEEP_ALIVE_SECONDS = 75  # terminals ask every few seconds; a new connection costs a TLS handshake
BACKLOG = 2048
EVERY_ADDRESS = ("0.0.0.0", "::")  # noqa: S104  # only recognised here


@dataclass(frozen=True, slots=True)
class Ready:
    """What whoever started the platform must know: told once it listens."""

    url: str
    port: int  # where it listens, whatever proxy stands before it
    home: str
    ca_file: str
    ca_sha256: str
    recipient: str
    admin_token_file: str
    pid: int

    def line(self) -> str:
        """Return it as one line of JSON."""
        return json.dumps(asdict(self))


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens; port 0 takes a free one.

    Raises:
        PlatformError: the address cannot be had.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named as TCP, or asyncio leaves Nagle's algorithm on and every answer waits 40 ms for an acknowledgement.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(BACKLOG)
    except OSError as error:
        listener.close()
        raise PlatformError(
            500,
            "no-address",
            f"{host} port {port} cannot be had ({error.strerror}). 无法监听该地址。",
            "Give another --port (0 takes a free one), or end what uses it. 请换一个 --port（0 为任意空闲端口），或停止占用者。",
        ) from error
    return listener


def address(listener: socket.socket, host: str, *, tls: bool) -> str:
    """Return the URL of a listening socket: by the machine's name when it listens on every address."""
    name = socket.gethostname() if host in EVERY_ADDRESS else host
    shown = f"[{name}]" if ":" in name else name
    return f"{'https' if tls else 'http'}://{shown}:{listener.getsockname()[1]}"


def check_plain(host: str) -> None:
    """Check that plain HTTP stays on this machine.

    Raises:
        PlatformError: it would not.
    """
    try:
        here = ip_address(host).is_loopback
    except ValueError:
        here = host == "localhost"
    if not here:
        raise PlatformError(
            400,
            "plain",
            "Plain HTTP is served on this machine only. 明文 HTTP 仅限本机。",
            "Leave --http out, or give --host 127.0.0.1 and let a proxy that ends TLS stand before it. "
            "请去掉 --http，或使用 --host 127.0.0.1 并由代理终结 TLS。",
        )


def serve(
    platform: Platform,
    listener: socket.socket,
    context: ssl.SSLContext | None,
    announce: Callable[[Ready], None],
) -> None:
    """Serve until SIGTERM or SIGINT, over TLS if there is a `context`; `announce` is called once requests are answered."""
    durable.write(platform.home.url_file, platform.url.encode())
    server = _Server(_configuration(platform, context), lambda: announce(_ready(platform, listener)))

    def stop(_: int, __: FrameType | None) -> None:
        server.should_exit = True

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)  # uvicorn gives the signal back at the end: it must find somebody
    server.run(sockets=[listener])


def _configuration(platform: Platform, context: ssl.SSLContext | None) -> uvicorn.Config:
    return uvicorn.Config(
        application(platform),
        http=TlsProtocol,
        ws="none",
        server_header=False,
        access_log=False,  # addresses of follow-up pages are secrets
        log_config=None,
        timeout_graceful_shutdown=GRACE_SECONDS,
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        ssl_context_factory=(lambda *_: context) if context else None,
    )


class _Server(uvicorn.Server):
    """Tells when it answers."""

    def __init__(self, config: uvicorn.Config, started: Callable[[], None]) -> None:
        super().__init__(config)
        self._tell = started

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer."""
        await super().startup(sockets)
        self._tell()


def _ready(platform: Platform, listener: socket.socket) -> Ready:
    home = platform.home
    return Ready(
        url=platform.url,
        port=listener.getsockname()[1],
        home=str(home.directory),
        ca_file=str(home.ca_file),
        ca_sha256=platform.authority.fingerprint,
        recipient=platform.opener.recipient,
        admin_token_file=str(home.admin_token_file),
        pid=os.getpid(),
    )
