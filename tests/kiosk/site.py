"""An enrolled terminal and the platform whose signed releases it follows."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

import pyrage
import requests

from config import slots
from config.release_state import Followed
from config.releases import Releases
from config.repository import Repository
from config.slots import Found
from provisioning.identity import Identity, new_key
from tests.provisioning import conftest as platforms

TERMINAL = "GZ-T1"
CATALOGUE = (resources.files("config.catalogue") / "demonstration.json").read_bytes()


@dataclass
class Site:
    """What an operator and the agent do, done at once."""

    home: Path
    platform: platforms.Platform
    keys: Path

    @property
    def releases(self) -> Releases:
        return Releases(self.home / "releases")

    def publish(self, code: str, catalogue: bytes | None = CATALOGUE, **settings: Any) -> None:
        """Publish a release whose site has this code, and have it wait at the terminal."""
        layer = {"site": {"code": code}, **settings}
        Repository(self.platform.directory / "releases", self.keys).publish(
            {"settings/base.json": layer}, catalogue
        )
        with requests.Session() as session:
            assert self.releases.follow(session, f"{self.platform.url}/releases", TERMINAL)

    def bring_unfit(self) -> None:
        """Have a release wait whose catalogue an earlier version of the software took, and this one does not."""
        found = Found(99, b'{"site": {"code": "UNFIT"}}', b"{}")
        slots.put(self.releases.directory / "slots", found)
        Followed(staged=found.slot).write(self.releases.directory / "followed.json")


@contextmanager
def enrolled(directory: Path) -> Iterator[Site]:
    """A terminal that was just enrolled and has no release yet."""
    home = directory / "home"
    recipient = str(pyrage.x25519.Identity.generate().to_public())
    with platforms.serving(directory, tls=False) as platform:
        identity = Identity(TERMINAL, platform.url, (recipient,), False, new_key(), certificate="issued")
        identity.save(home / "identity")
        (home / "releases" / "slots").mkdir(parents=True)
        root = platform.directory / "releases" / "metadata" / "1.root.json"
        shutil.copy(root, home / "releases" / "root.json")
        yield Site(home, platform, directory / "keys")
