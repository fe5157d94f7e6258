"""Where a platform keeps its state: keys that are made on the first start, the database, the releases it hands out."""

import fcntl
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import pyrage

from config import durable
from fleet.authority import Authority
from fleet.clock import system_now
from fleet.issuing.seals import Seal
from fleet.persons.codes import AppCodes
from fleet.problems import PlatformError
from fleet.store import Store


@dataclass(frozen=True, slots=True)
class Home:
    """One platform's directory. Everything secret in it is readable by its owner only."""

    TABLES: ClassVar = "platform"

    directory: Path

    def prepare(self) -> None:
        """Make the directories."""
        self.directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.releases.mkdir(exist_ok=True)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Let no other process make the same files at the same time."""
        with (self.directory / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    @property
    def database_file(self) -> Path:
        """The file with the address of the PostgreSQL database, if there is one."""
        return self.directory / "database-url"

    @property
    def uploads(self) -> Path:
        """Attachments that came before the transaction that names them."""
        return self.directory / "uploads"

    @property
    def releases(self) -> Path:
        """The TUF repository that is served below `/releases/`: `kiosk config publish --repository` writes here."""
        return self.directory / "releases"

    @property
    def admin_token_file(self) -> Path:
        """The file with the token that opens the console."""
        return self.directory / "admin-token"

    @property
    def ca_file(self) -> Path:
        """The certificate of the platform's authority, for whoever must trust it."""
        return self.directory / "ca.pem"

    @property
    def server_file(self) -> Path:
        """Key and certificate of the HTTPS server."""
        return self.directory / "server.pem"

    @property
    def url_file(self) -> Path:
        """The address under which the platform was last started."""
        return self.directory / "url"

    def url(self) -> str:
        """Return the address under which the platform was last started, "" when it never was."""
        return self.url_file.read_text("utf-8") if self.url_file.exists() else ""

    def store(self, url: str = "") -> Store:
        """Return where the databases are: at the PostgreSQL address `url`, or where they were last time.

        Raises:
            PlatformError: what the platform holds is in files, which `url` would leave behind.
        """
        kept = self.database_file.read_text("utf-8") if self.database_file.exists() else ""
        if url and not kept and (self.directory / f"{self.TABLES}.db").exists():
            raise PlatformError(
                409,
                "other-database",
                "This platform keeps its cases in files of its home. 该平台的办件保存在其目录的文件中。",
                "Start it without --database, or give the new platform another --home. 请去掉 --database，或为新平台另设 --home。",
            )
        return Store(self.directory, url or kept)

    def keep(self, store: Store) -> None:
        """Remember where the databases are."""
        if store.url:
            durable.write(self.database_file, store.url.encode(), 0o600)

    def authority(self) -> Authority:
        """Return the certificate authority, made on the first call."""
        key = self._made("ca-key.pem", Authority.new_key)
        certificate = self._made("ca.pem", lambda: Authority.new_certificate(key), mode=0o644)
        return Authority.load(key, certificate)

    def seal(self) -> Seal:
        """Return the seal of documents, made on the first call."""
        return Seal.load(self._made("seal.pem", lambda: self.authority().for_seal(system_now())))

    def app_codes(self) -> AppCodes:
        """Return the identity codes of the demonstration's app, whose key is made on the first call."""
        return AppCodes.load(self._made("app-key.pem", AppCodes.new_key))

    def admin_token(self) -> str:
        """Return the token that opens the console."""
        return self._made(self.admin_token_file.name, lambda: secrets.token_urlsafe(32).encode()).decode()

    def pepper(self) -> bytes:
        """Return the key of the digests that stand for short secrets and phone numbers in the database."""
        return self._made("pepper", lambda: secrets.token_bytes(32))

    def identities(self) -> tuple[pyrage.x25519.Identity, ...]:
        """Return the keys that open transactions: the file's first is the present one, further ones are former keys."""
        text = self._made("age-identity.txt", _new_identity)
        lines = (line.strip() for line in text.decode("utf-8").splitlines())
        return tuple(pyrage.x25519.Identity.from_str(line) for line in lines if line and line[0] != "#")

    def _made(self, name: str, make: Callable[[], bytes], mode: int = 0o600) -> bytes:
        path = self.directory / name
        if not path.exists():
            durable.write(path, make(), mode)
        return path.read_bytes()


def _new_identity() -> bytes:
    return f"{pyrage.x25519.Identity.generate()}\n".encode()
