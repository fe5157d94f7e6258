"""Reading the machine-readable zone of a travel document in a picture: lines of OCR-B, every check digit right, or nothing."""

from pathlib import Path

#: Debian: fonts-ocr-b. Without it nothing is read.
FONT = Path("/usr/share/fonts/opentype/ocr-b/OCRB.otf")
