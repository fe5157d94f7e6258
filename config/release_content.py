"""The catalogue on its way into a release: people write YAML, terminals get JSON."""

from pathlib import Path

from config.catalogue.load import load_yaml


def read_catalogue(path: Path) -> bytes:
    """Return the catalogue in a YAML or JSON file as it is published.

    Raises:
        CatalogueError: the file cannot be read, or the catalogue is wrong.
    """
    return load_yaml(path).model_dump_json(by_alias=True).encode()
