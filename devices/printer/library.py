"""python-escpos, imported in the one way that is quick and safe; nothing else imports it.

At import the library unpickles a cache of printer capabilities from a temporary folder that anybody might have
written, or parses its own 170 kB of them when there is none. Here it gets a short capabilities file of ours, and a
folder for its cache that exists only while it is imported. (It makes one more, empty, temporary folder that it never
uses; that one stays behind.)
"""

import os
import tempfile
from pathlib import Path

_SAFE = {
    "ESCPOS_CAPABILITIES_FILE": str(Path(__file__).with_name("capabilities.json")),
    "ESCPOS_CAPABILITIES_PICKLE_DIR": "",
}

with tempfile.TemporaryDirectory(prefix="escpos-") as _folder:
    _before = {name: os.environ.get(name) for name in _SAFE}
    os.environ.update({**_SAFE, "ESCPOS_CAPABILITIES_PICKLE_DIR": _folder})
    try:
        from escpos.constants import QR_ECLEVEL_M
        from escpos.exceptions import Error as EscPosError
        from escpos.printer import Dummy, Network, Serial
    finally:
        for _name, _value in _before.items():
            if _value is None:
                del os.environ[_name]
            else:
                os.environ[_name] = _value

__all__ = ["QR_ECLEVEL_M", "Dummy", "EscPosError", "Network", "Serial"]
