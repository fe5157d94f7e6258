"""A terminal as the rest of the house sees it: who it is, its effective settings, its catalogue."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from config import layers
from config.releases import Release, Releases
from config.settings import Platform, Settings
from config.working_days import WorkingDays, read_year, shipped
from provisioning.identity import Identity

if TYPE_CHECKING:
    import requests

    from config.catalogue import Catalogue

IDENTITY = "identity"
RELEASES = "releases"
LOCAL_SETTINGS = "settings.json"


class NoCatalogueError(Exception):
    """The terminal has no catalogue yet; the message names the remedy."""


@dataclass(frozen=True)
class Terminal:
    """One terminal. `settings` are effective: platform URL and recipients are filled in."""

    home: Path
    identity: Identity
    settings: Settings
    release: Release | None = field(repr=False)

    @classmethod
    def load(cls, home: Path) -> Self:
        """Return the terminal whose state is in `home`: defaults ← active release, or `settings.json` in a laboratory.

        Raises:
            NotEnrolledError: there is no identity.
            InvalidSettingsError: a laboratory's `settings.json` is wrong (a release is checked before it is taken).
        """
        identity = Identity.load(home / IDENTITY)
        release = Releases(home / RELEASES).active() if identity.enrolled else None
        settings = release.settings if release else _local_settings(home, identity)
        return cls(home, identity, _with_platform(settings, identity), release)

    @property
    def platform_url(self) -> str:
        """Where transactions go; without a slash at the end."""
        return self.settings.platform.url

    def session(self) -> "requests.Session":
        """Return a session whose requests this terminal signs, by the gateway that is there; may be called from any thread."""
        from provisioning.gateways import gateways  # noqa: PLC0415  # only with a network

        platform = self.settings.platform
        return self.identity.session(gateways(platform.url, platform.fallback_url.rstrip("/")))

    @property
    def recipients(self) -> tuple[str, ...]:
        """The age keys that transactions are sealed to."""
        return self.settings.platform.recipients

    @property
    def releases(self) -> Releases:
        """The releases this terminal holds."""
        return Releases(self.home / RELEASES)

    def follow(self, session: "requests.Session") -> bool:
        """Look for a new release over a session of this identity; return whether a new one waits for activation.

        A release may move the transactions to another platform, never the releases: they come from where the terminal was
        enrolled, so that no mistake in one can cut it off from the next. A laboratory follows none.
        """
        if not self.identity.enrolled:
            return False
        return self.releases.follow(
            session,
            f"{self.identity.platform_url}/releases",
            self.identity.terminal_id,
            self.identity.group,
        )

    def catalogue(self) -> "Catalogue":
        """Return the catalogue of the active release, the shipped demonstration catalogue only in training.

        Raises:
            NoCatalogueError: there is none yet.
        """
        return self._catalogue

    @cached_property
    def working_days(self) -> WorkingDays:
        """The working days that are known: those that came with the program, and those of the active release."""
        brought = self.release.calendars if self.release else ()
        return shipped().with_years(read_year(one, "calendar") for one in brought)

    @cached_property
    def _catalogue(self) -> "Catalogue":
        from config.catalogue.load import demonstration, load_json  # noqa: PLC0415  # 91 items take their time

        if self.release and self.release.catalogue_path:
            return load_json(self.release.catalogue_path.read_bytes())
        if self.settings.training:
            return demonstration()
        raise NoCatalogueError(
            "This terminal has not received a service catalogue yet: check the network and run `kiosk agent`, then "
            "`kiosk config status`. 本机尚未收到服务目录：请检查网络并运行 kiosk agent，再看 kiosk config status。"
        )


def _local_settings(home: Path, identity: Identity) -> Settings:
    path = home / LOCAL_SETTINGS
    if identity.enrolled or not path.exists():
        return Settings(training=identity.training)
    settings = layers.settings_of(layers.read(path), str(path))
    return settings.model_copy(update={"training": identity.training})


def _with_platform(settings: Settings, identity: Identity) -> Settings:
    """A laboratory's platform is the one it was told; a release may move an enrolled terminal's transactions."""
    told, said = identity, settings.platform
    url = said.url if identity.enrolled and said.url else told.platform_url
    recipients = said.recipients if identity.enrolled and said.recipients else told.recipients
    platform = Platform(url=url.rstrip("/"), recipients=recipients, fallback_url=said.fallback_url)
    return settings.model_copy(update={"platform": platform})
