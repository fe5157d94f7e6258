"""The region tree of a catalogue: finding a place in it, and the way down to it."""

from config.catalogue import Catalogue, Region


def path_to(catalogue: Catalogue, code: str) -> tuple[Region, ...]:
    """Return the regions from the top down to a code, that of the code last; nothing when there is no such place."""
    return catalogue.regions_to.get(code, ())


def children(catalogue: Catalogue, way: tuple[str, ...]) -> tuple[Region, ...]:
    """Return what lies below the last of a way of codes; the first level for an empty way."""
    if not way:
        return catalogue.regions
    path = path_to(catalogue, way[-1])
    return path[-1].children if path else ()


def is_end(catalogue: Catalogue, code: str) -> bool:
    """Say whether a code is a place of the tree below which there is nothing."""
    path = path_to(catalogue, code)
    return bool(path) and not path[-1].children


def district_of(catalogue: Catalogue, site: str) -> tuple[str, ...]:
    """Return the way to the district a site lies in, as codes; empty when the tree has no such district."""
    for region in catalogue.regions:
        if site and region.code[:6] == site[:6]:
            return (region.code,)
    return ()
