"""Issues documents: lists what there is, makes the file with its code and seal, and says later whether a code is genuine."""

import hashlib
import secrets
from base64 import b32encode
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, fields
from datetime import date

from fleet.clock import CHINA, Now
from fleet.database import Connection, Database
from fleet.issuing import drawing
from fleet.issuing.register import Printable, Register, Whose
from fleet.issuing.seals import Seal
from fleet.problems import PlatformError, unknown

CODE_BYTES = 10  # 80 bits: nobody finds a document by trying


@dataclass(frozen=True, slots=True)
class Issued:
    """A file that was issued. `holder` is masked, `valid_until` ISO or None; `copy` when it says of itself that it is one."""

    code: str
    document: str
    copy: bool
    title_zh: str
    title_en: str
    holder: str
    issued_on: str
    valid_until: str | None
    pages: int
    sha256: str
    seal: str = field(repr=False)


_MARKS = ", ".join(f":{one.name}" for one in fields(Issued))


@dataclass(frozen=True)
class Issuer:
    """Issues the documents of one platform; `address` gives where a code can be checked by phone."""

    database: Database
    register: Register
    seal: Seal
    now: Now
    address: Callable[[str], str]

    def find(self, item: str, whose: Whose) -> tuple[Printable, ...]:
        """Return what a resident may print of an item.

        Raises:
            PlatformError: that item has no documents.
        """
        found = self.register.find(item, whose, self._today())
        if found is None:
            raise unknown("Look the item up in the catalogue.", "请核对事项目录。")
        return found

    def issue(self, item: str, document: str, whose: Whose, *, copy: bool) -> tuple[bytes, str]:
        """Return the file (PDF) and its seal; the same document has the same code however often it is asked for.

        What is not sealed yet is given without a seal: terminals refuse to print it.

        Raises:
            PlatformError: the resident has no such document today.
        """
        printable = next((one for one in self.find(item, whose) if one.id == document), None)
        if printable is None:
            raise unknown("Look the documents up again.", "请重新查询文书。")
        with self.database.writing() as connection:
            code = _code(connection, document, copy=copy)
            face = drawing.Face(printable, _holder(whose), code, self.address(code), copy)
            pdf = drawing.pdf(face)
            if not printable.sealed:
                return pdf, ""
            issued = self._issued(face, hashlib.sha256(pdf).hexdigest())
            connection.execute("DELETE FROM issued WHERE code = ?", (code,))
            values = {**asdict(issued), "copy": int(copy)}
            connection.execute(f"INSERT INTO issued VALUES ({_MARKS})", values)  # noqa: S608  # names of fields
        return pdf, issued.seal

    def _issued(self, face: drawing.Face, digest: str) -> Issued:
        what = face.document
        claims = {
            "sub": face.code,
            "sha256": digest,
            "pages": drawing.sheets(what),
            "title_zh": what.title_zh,
            "title_en": what.title_en,
            "copy": face.copy,
        }
        return Issued(
            code=face.code,
            document=what.id,
            copy=face.copy,
            title_zh=what.title_zh,
            title_en=what.title_en,
            holder=face.holder,
            issued_on=what.issued_on.isoformat(),
            valid_until=what.valid_until.isoformat() if what.valid_until else None,
            pages=drawing.sheets(what),
            sha256=digest,
            seal=self.seal.over(claims, self.now()),
        )

    def verify(self, code: str) -> Issued:
        """Return the document of a code.

        Raises:
            PlatformError: none was issued under it: the paper is not genuine.
        """
        row = self.database.row("SELECT * FROM issued WHERE code = ?", code.upper())
        if row is None:
            raise PlatformError(
                404,
                "not-genuine",
                "No document was issued under this code. 没有以此验真码开具的文书。",
                "Compare the code with the paper; if it is the same, the paper is not genuine. "
                "请核对验真码；如与纸上一致，则该文书不是真的。",
            )
        return Issued(**{**dict(row), "copy": bool(row["copy"])})

    def _today(self) -> date:
        return self.now().astimezone(CHINA).date()


def _holder(whose: Whose) -> str:
    """What stands on the paper: an organisation's code is public, a person's number is masked."""
    return whose.number if whose.organisation else masked_number(whose.number)


def masked_number(number: str) -> str:
    """Return a document number with its middle hidden."""
    return f"{number[:3]}{'*' * (len(number) - 5)}{number[-2:]}" if len(number) > 8 else "*" * len(number)


def _code(connection: Connection, document: str, *, copy: bool) -> str:
    """The code of a document and of its copies: made once."""
    row = connection.execute(
        "SELECT code FROM issued WHERE document = ? AND copy = ?", (document, int(copy))
    ).fetchone()
    if row:
        return str(row["code"])
    letters = b32encode(secrets.token_bytes(CODE_BYTES)).decode()
    return "-".join(letters[place : place + 4] for place in range(0, len(letters), 4))
