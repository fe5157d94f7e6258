"""The two operations that Basic Access Control and its secure messaging are made of (ICAO Doc 9303-11, 9.8.6 and 9.7)."""

import hashlib

from cryptography.hazmat.decrepit.ciphers.algorithms import TripleDES
from cryptography.hazmat.primitives.ciphers import Cipher, CipherContext, modes

BLOCK = 8
_ZEROS = bytes(BLOCK)


def derived(seed: bytes, counter: int) -> bytes:
    """Return a two-key 3DES key from a seed: counter 1 for encryption, 2 for authentication (9.7.1); parity adjusted."""
    digest = hashlib.sha1(seed + counter.to_bytes(4, "big"), usedforsecurity=False).digest()
    return bytes(byte & 0xFE | (byte >> 1).bit_count() + 1 & 1 for byte in digest[:16])


def encrypt(key: bytes, text: bytes) -> bytes:
    """Return the text, which is whole blocks, encrypted with two-key 3DES in CBC mode from a zero vector."""
    encryptor = _cipher(key + key[:8], _ZEROS).encryptor()
    return encryptor.update(text) + encryptor.finalize()


def decrypt(key: bytes, text: bytes) -> bytes:
    """Return what `encrypt` made the text from."""
    decryptor = _cipher(key + key[:8], _ZEROS).decryptor()
    return decryptor.update(text) + decryptor.finalize()


def mac(key: bytes, text: bytes) -> bytes:
    """Return the retail MAC of a padded text (ISO/IEC 9797-1, algorithm 3 with DES): the last block alone is 3DES."""
    chained = _ZEROS
    if len(text) > BLOCK:
        encryptor: CipherContext = _cipher(key[:8] * 3, _ZEROS).encryptor()
        chained = encryptor.update(text[:-BLOCK])[-BLOCK:]
    last: CipherContext = _cipher(key + key[:8], chained).encryptor()
    return last.update(text[-BLOCK:])


def pad(text: bytes) -> bytes:
    """Return the text filled up to whole blocks, always by at least one byte (ISO/IEC 9797-1, padding method 2)."""
    return text + b"\x80" + bytes(-len(text) % BLOCK - 1 & BLOCK - 1)


def unpad(text: bytes) -> bytes:
    """Return the text without its filling.

    Raises:
        ValueError: it was not filled.
    """
    stripped = text.rstrip(b"\0")
    if not stripped.endswith(b"\x80"):
        raise ValueError("there is no padding")
    return stripped[:-1]


def _cipher(key: bytes, vector: bytes) -> Cipher[modes.CBC]:
    return Cipher(TripleDES(key), modes.CBC(vector))
