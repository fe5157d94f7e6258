"""HTTPS: the server's certificate, and which certificate a client showed."""

import ssl
from typing import cast
from urllib.parse import urlsplit

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

from config import durable
from fleet.platform import Platform


def context(platform: Platform, host: str) -> ssl.SSLContext:
    """Return what HTTPS needs: a fresh certificate of the platform's authority; clients may show theirs, to renew it."""
    hosts = dict.fromkeys((urlsplit(platform.url).hostname or host, host, "localhost", "127.0.0.1", "::1"))
    content = platform.authority.for_server(list(hosts), platform.now())
    durable.write(platform.home.server_file, content, 0o600)
    made = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH, cafile=str(platform.home.ca_file))
    made.minimum_version = ssl.TLSVersion.TLSv1_2
    made.load_cert_chain(platform.home.server_file)
    made.verify_mode = ssl.CERT_OPTIONAL
    return made


class TlsProtocol(HttpToolsProtocol):
    """Puts the verified client certificate into the scope as `extensions.tls.client_cert_chain` (PEM, one entry).

    That is ASGI's TLS extension, which uvicorn does not have.
    """

    def on_message_begin(self) -> None:
        """Begin a request."""
        super().on_message_begin()
        line = self.transport.get_extra_info("ssl_object")
        certificate = line.getpeercert(binary_form=True) if line is not None else None
        if certificate:
            chain = [ssl.DER_cert_to_PEM_cert(certificate)]
            self.scope["extensions"] = {"tls": {"client_cert_chain": chain}}

    def shutdown(self) -> None:
        """End an idle connection at once: TLS would wait half a minute for the farewell of a client that only waits."""
        cycle = cast(
            "RequestResponseCycle | None", self.cycle
        )  # None before the first request, whatever uvicorn says
        if (cycle is None or cycle.response_complete) and not self.transport.get_write_buffer_size():
            self.transport.abort()
        else:
            super().shutdown()
