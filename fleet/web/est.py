"""`/.well-known/est/`: Enrolment over Secure Transport (RFC 7030)."""

import base64
import binascii

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from fleet.authority import certs_only
from fleet.platform import Platform
from fleet.signatures import unsigned
from fleet.web.asking import Asked, Endpoint, head, read_body


def cacerts(platform: Platform, _: Asked) -> Response:
    """Return the authority's certificate."""
    return _certificates(platform.authority.certificate)


def simpleenroll(platform: Platform) -> Endpoint:
    """Return the endpoint that gives a certificate against a one-time code."""

    async def endpoint(request: Request) -> Response:
        terminal, code = credentials(request.headers.get("authorization", ""))
        body = await read_body(request)
        return _certificates(await run_in_threadpool(platform.enrolment.enrol, terminal, code, body))

    return endpoint


def simplereenroll(platform: Platform) -> Endpoint:
    """Return the endpoint that renews a certificate: asked with the present one, or signed with its key."""

    async def endpoint(request: Request) -> Response:
        if key := client_key(request):
            terminal = await run_in_threadpool(platform.terminals.holder, key)
            body = await read_body(request)
        else:
            signature = await run_in_threadpool(platform.signatures.verify, head(request))
            body = await read_body(request)
            await run_in_threadpool(signature.check, body)
            terminal = signature.terminal
        if terminal is None:
            raise unsigned()
        return _certificates(await run_in_threadpool(platform.enrolment.renew, terminal, body))

    return endpoint


def client_key(request: Request) -> ec.EllipticCurvePublicKey | None:
    """Return the key of the certificate that the client showed in the TLS handshake, which verified it."""
    chain = request.scope.get("extensions", {}).get("tls", {}).get("client_cert_chain", ())
    if not chain:
        return None
    key = x509.load_pem_x509_certificate(chain[0].encode("ascii")).public_key()
    return key if isinstance(key, ec.EllipticCurvePublicKey) else None


def credentials(authorization: str) -> tuple[str, str]:
    """Return name and password of an `Authorization: Basic` header (RFC 7617), both "" when there is none."""
    scheme, _, encoded = authorization.partition(" ")
    try:
        plain = base64.b64decode(encoded, validate=True).decode("utf-8")
    except (ValueError, binascii.Error):
        plain = ""
    name, _, password = plain.partition(":") if scheme.lower() == "basic" else ("", "", "")
    return name, password


def _certificates(certificate: x509.Certificate) -> Response:
    headers = {
        "Content-Type": "application/pkcs7-mime; smime-type=certs-only",
        "Content-Transfer-Encoding": "base64",
    }
    return Response(certs_only(certificate), headers=headers)
