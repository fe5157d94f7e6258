"""The catalogue on its way into a release."""

from pathlib import Path

import pytest

from config.catalogue.load import CatalogueError, demonstration, load_json
from config.release_content import read_catalogue

DEMONSTRATION = Path(__file__).parents[2] / "config" / "catalogue" / "demonstration.yaml"


def test_a_catalogue_survives_publishing() -> None:
    published = read_catalogue(DEMONSTRATION)
    assert load_json(published).items == demonstration().items


@pytest.mark.parametrize("text", ["items: [", "items: []", ""])
def test_a_wrong_catalogue_names_its_file(tmp_path: Path, text: str) -> None:
    path = tmp_path / "catalogue.yaml"
    path.write_text(text)
    with pytest.raises(CatalogueError, match=r"catalogue\.yaml"):
        read_catalogue(path)
