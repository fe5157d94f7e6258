"""The catalogue inside a release: written by people as YAML, published as JSON, checked on both sides."""

from pathlib import Path

from pydantic import ValidationError

from config import layers
from config.catalogue import Catalogue


class InvalidCatalogueError(Exception):
    """A catalogue that no terminal would take; the message says where it is wrong."""


def read_catalogue(path: Path) -> bytes:
    """Return the catalogue in a YAML or JSON file as it is published.

    Raises:
        InvalidCatalogueError: the file cannot be read, or the catalogue is wrong.
    """
    try:
        catalogue = Catalogue.model_validate(layers.read(path))
    except (layers.InvalidSettingsError, ValidationError) as error:
        raise InvalidCatalogueError(f"{path}: {error}") from error
    return catalogue.model_dump_json(by_alias=True).encode()


def check_catalogue(content: bytes) -> Catalogue:
    """Return the catalogue in `content` (JSON).

    Raises:
        InvalidCatalogueError: it is wrong.
    """
    try:
        return Catalogue.model_validate_json(content)
    except ValidationError as error:
        raise InvalidCatalogueError(f"catalogue.json: {error}") from error
