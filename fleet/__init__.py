"""The other side of the wire: reference platform and operator console."""
