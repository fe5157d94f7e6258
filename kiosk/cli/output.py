"""How commands answer: one JSON document with `--json`, words for people without; logs go to stderr."""

import argparse
import json
import sys
from collections.abc import Mapping
from typing import Any


def add_json(parser: argparse.ArgumentParser) -> None:
    """Give a command the option `--json`."""
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def emit(args: argparse.Namespace, document: Any, text: str) -> int:
    """Print the result and return 0."""
    print(json.dumps(document, ensure_ascii=False, indent=2) if getattr(args, "json", False) else text)
    return 0


def fail(args: argparse.Namespace, code: str, message: str, action: str = "", **more: Any) -> int:
    """Print an error that names its remedy and return 1; with `--json` on stdout, else on stderr."""
    document: Mapping[str, Any] = {"error": code, "action": action, "message": message, **more}
    if getattr(args, "json", False):
        print(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        print(f"{code}: {message}", file=sys.stderr)
    return 1
