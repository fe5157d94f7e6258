"""What is wrong with a camera that gives no pictures."""

from devices.errors import ConfigurationError, StaffError


def silent() -> StaffError:
    """Return the error of a camera that is connected and sends nothing."""
    return StaffError("CAMERA_SILENT", "The camera sends no pictures: unplug it and plug it in again.")


def no_source(found: str) -> ConfigurationError:
    """Return the error of a source that is none; `found` says what is there instead."""
    return ConfigurationError(
        "CAMERA_SOURCE",
        f"{found}: set the camera's source to a V4L2 index, a picture file, or the URL of an MJPEG stream.",
    )
