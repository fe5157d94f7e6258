"""The catalogue inside a release."""

from pathlib import Path

import pytest

from config.release_content import InvalidCatalogueError, check_catalogue, read_catalogue

DEMONSTRATION = Path(__file__).parents[2] / "config" / "catalogue" / "demonstration.yaml"


def test_the_demonstration_catalogue_is_published_as_json() -> None:
    published = read_catalogue(DEMONSTRATION)
    assert published.startswith(b"{")
    assert len(check_catalogue(published).items) > 90


@pytest.mark.parametrize("text", ["items: [", "items: []", ""])
def test_a_wrong_catalogue_names_its_file(tmp_path: Path, text: str) -> None:
    path = tmp_path / "catalogue.yaml"
    path.write_text(text)
    with pytest.raises(InvalidCatalogueError, match=r"catalogue\.yaml"):
        read_catalogue(path)


def test_a_wrong_published_catalogue_is_refused() -> None:
    with pytest.raises(InvalidCatalogueError):
        check_catalogue(b"{}")
