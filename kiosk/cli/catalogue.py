"""`kiosk catalogue`: check a service catalogue, and read it."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.cli.output import add_json, emit, fail

if TYPE_CHECKING:
    from config.catalogue import Catalogue, Item


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the commands of this group."""
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    validate = commands.add_parser(
        "validate", help="check a catalogue, list everything that is wrong with it"
    )
    validate.add_argument("file", type=Path, metavar="FILE", help="the catalogue (YAML or JSON)")
    validate.set_defaults(run=run_validate)
    listing = commands.add_parser("list", help="the items, one a line")
    listing.add_argument("--department", metavar="CODE", help="only those of a department, such as MZ")
    listing.set_defaults(run=run_list)
    show = commands.add_parser("show", help="one item, whole")
    show.add_argument("code", metavar="CODE", help="the item's code, such as MZ-001")
    show.set_defaults(run=run_show)
    export = commands.add_parser("export", help="the catalogue as it is published: JSON with search terms")
    export.add_argument("file", type=Path, metavar="FILE", help="the catalogue (YAML or JSON)")
    export.set_defaults(run=run_export)
    for command in (validate, listing, show):
        add_json(command)
    for command in (listing, show):
        command.add_argument(
            "--file", type=Path, metavar="FILE", help="this catalogue; otherwise the shipped demonstration"
        )


def run_validate(args: argparse.Namespace) -> int:
    """Check a catalogue; exit 1 with every finding when it is not fit for use."""
    from config.catalogue.load import CatalogueError, load_yaml  # noqa: PLC0415  # only this group needs it

    try:
        catalogue = load_yaml(args.file)
    except CatalogueError as error:
        return _refused(args, error)
    document = {"file": str(args.file), "valid": True, "items": len(catalogue.items), "findings": []}
    return emit(
        args, document, f"{args.file}: valid, {len(catalogue.items)} items 有效，共{len(catalogue.items)}项"
    )


def run_list(args: argparse.Namespace) -> int:
    """List the items."""
    from config.catalogue.load import CatalogueError  # noqa: PLC0415

    try:
        catalogue = _catalogue(args)
    except CatalogueError as error:
        return _refused(args, error)
    owners = {department.code for department in catalogue.departments}
    owners |= {provider.code for provider in catalogue.providers}
    if args.department and args.department not in owners:
        known = ", ".join(sorted(owners))
        return fail(
            args, "UNKNOWN_DEPARTMENT", f"There is no {args.department}: use one of {known}", "correct"
        )
    items = [item for item in catalogue.items if args.department in (None, item.owner)]
    lines = [f"{item.code}  {item.name_zh}  {item.name_en}" for item in items]
    document = {"version": catalogue.catalogue.version, "items": [_summary(item) for item in items]}
    return emit(args, document, "\n".join(lines))


def run_show(args: argparse.Namespace) -> int:
    """Show one item."""
    from config.catalogue.load import CatalogueError  # noqa: PLC0415

    try:
        catalogue = _catalogue(args)
    except CatalogueError as error:
        return _refused(args, error)
    item = catalogue.by_code.get(args.code.upper())
    if item is None:
        message = f"There is no item {args.code}: see `kiosk catalogue list`. 没有此事项，请查看 kiosk catalogue list。"
        return fail(args, "UNKNOWN_ITEM", message, "correct")
    document = item.model_dump(mode="json")
    lines = [f"{name}: {value}" for name, value in document.items() if value not in (None, "", [], {})]
    return emit(args, document, "\n".join(lines))


def run_export(args: argparse.Namespace) -> int:
    """Print the catalogue as it is published."""
    from config.catalogue.load import CatalogueError, load_yaml  # noqa: PLC0415
    from config.catalogue.publish import to_json  # noqa: PLC0415  # pinyin takes its time

    try:
        print(to_json(load_yaml(args.file)))
    except CatalogueError as error:
        return _refused(args, error)
    return 0


def _catalogue(args: argparse.Namespace) -> "Catalogue":
    from config.catalogue.load import demonstration, load_yaml  # noqa: PLC0415

    return load_yaml(args.file) if args.file else demonstration()


def _summary(item: "Item") -> dict[str, Any]:
    keys = (
        "code",
        "name_zh",
        "name_en",
        "short_zh",
        "short_en",
        "owner",
        "kind",
        "one_stop",
        "online",
        "community",
    )
    return {key: getattr(item, key) for key in (*keys, "sign_in", "flow")} | {"offline": item.offline.mode}


def _refused(args: argparse.Namespace, error: Exception) -> int:
    from config.catalogue.load import CatalogueError  # noqa: PLC0415

    findings = error.findings if isinstance(error, CatalogueError) else ()
    documents = [finding.document() for finding in findings]
    return fail(args, "INVALID_CATALOGUE", str(error), "correct the catalogue", findings=documents)
