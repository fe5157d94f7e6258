"""Requests about documents to print (`docs/platform-api.yaml`); every call is bounded in time."""

import base64
from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import quote

from kiosk.commands.documents import FetchDocument, FindDocuments
from kiosk.document import printables_of
from kiosk.events import Event
from kiosk.events.documents import DocumentFetched, DocumentNotFetched, DocumentsFound, DocumentsNotFound
from kiosk.platform.asking import Asking, refusal, told

if TYPE_CHECKING:
    import requests

TIMEOUT = (3.0, 10.0)

#: Larger files are not what a resident takes home from a terminal.
LARGEST = 20 * 1024 * 1024


class DocumentClient:
    """Speaks to one platform about documents; `connect` as for `PlatformClient`, `authority` gives the certificates (PEM) of its seals."""

    def __init__(
        self, base_url: str, connect: "Callable[[], requests.Session]", authority: Callable[[], bytes]
    ) -> None:
        self._ask, self._authority = Asking(base_url, connect, TIMEOUT), authority

    def answer(self, command: FindDocuments | FetchDocument) -> Event:
        """Return what the platform answers; takes as long as it does."""
        match command:
            case FindDocuments(number, document):
                return self.find(number, document)
            case FetchDocument(number, name, document):
                return self.fetch(number, name, document)

    def find(self, command: int, document: str) -> DocumentsFound | DocumentsNotFound:
        """Ask what can be printed; the answer echoes `command`."""
        status, body = self._ask("POST", "/v1/documents", document)
        found = told(status, body, printables_of)
        return DocumentsNotFound(command, found) if isinstance(found, str) else DocumentsFound(command, found)

    def fetch(self, command: int, id_: str, document: str) -> DocumentFetched | DocumentNotFetched:
        """Fetch a file and check its seal; the answer echoes `command`."""
        from kiosk.platform import seals  # noqa: PLC0415  # cryptography, after the first page

        status, body = self._ask("POST", f"/v1/documents/{quote(id_, safe='')}/content", document)
        if status != 200:
            return DocumentNotFetched(command, refusal(status))
        try:
            pdf = base64.b64decode(str(body["pdf"])[: 2 * LARGEST], validate=True)
            seals.check(pdf, str(body["seal"]), self._authority())
        except (KeyError, ValueError):
            return DocumentNotFetched(command, "offline")
        except seals.SealError as error:
            return DocumentNotFetched(command, str(error))
        return DocumentFetched(command, pdf)
