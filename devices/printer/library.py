"""python-escpos, imported in the one way that is quick and leaves nothing behind; nothing else imports it.

At import the library reads a cache of printer capabilities from a temporary folder (unpickling what anybody might have
put there, where its environment variable names one), or parses its own 170 kB and leaves the folder behind; and it gives
the root logger a handler. Here it gets a short capabilities file of ours and temporary folders that are gone again
afterwards, and the logger stays as it was. Its own connections are not used: their waits have no bound.
"""

import logging
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_CAPABILITIES = {
    "ESCPOS_CAPABILITIES_FILE": str(Path(__file__).with_name("capabilities.json")),
    "ESCPOS_CAPABILITIES_PICKLE_DIR": "",
}


@contextmanager
def _nothing_left_behind() -> Iterator[None]:
    environment = {name: os.environ.get(name) for name in _CAPABILITIES}
    temporary, handlers = tempfile.tempdir, list(logging.root.handlers)
    with tempfile.TemporaryDirectory(prefix="escpos-") as folder:
        os.environ.update({**_CAPABILITIES, "ESCPOS_CAPABILITIES_PICKLE_DIR": folder})
        tempfile.tempdir = folder
        try:
            yield
        finally:
            tempfile.tempdir = temporary
            logging.root.handlers[:] = handlers
            for name, value in environment.items():
                os.environ.pop(name) if value is None else os.environ.update({name: value})


with _nothing_left_behind():
    from escpos.constants import QR_ECLEVEL_M
    from escpos.escpos import Escpos

__all__ = ["QR_ECLEVEL_M", "Escpos"]
