"""The chip's side of Basic Access Control and secure messaging (ICAO Doc 9303-11), written apart from the driver's.

Single DES is 3DES with the same key thrice; the retail MAC goes block by block as ISO/IEC 9797-1 draws it.
"""

import hashlib
from dataclasses import dataclass, field

from cryptography.hazmat.decrepit.ciphers.algorithms import TripleDES
from cryptography.hazmat.primitives.ciphers import Cipher, modes

from devices.simulators.card_files import Asked


def kdf(seed: bytes, use: int) -> bytes:
    """Return a key of 16 bytes, without adjusting its parity: 3DES does not look at it."""
    return hashlib.sha1(seed + bytes([0, 0, 0, use]), usedforsecurity=False).digest()[:16]


def block(key: bytes, text: bytes, *, backwards: bool = False) -> bytes:
    """Return one block through single DES."""
    cipher = Cipher(TripleDES(key * 3), modes.ECB())  # noqa: S305  # a building block of the MAC
    context = cipher.decryptor() if backwards else cipher.encryptor()
    return context.update(text)


def retail_mac(key: bytes, text: bytes) -> bytes:
    """Return the MAC of a text that is padded here."""
    text += b"\x80"
    text += bytes(-len(text) % 8)
    chain = bytes(8)
    for at in range(0, len(text), 8):
        chain = block(key[:8], bytes(a ^ b for a, b in zip(chain, text[at : at + 8], strict=True)))
    return block(key[:8], block(key[8:16], chain, backwards=True))


def cbc(key: bytes, text: bytes, *, backwards: bool = False) -> bytes:
    """Return whole blocks through two-key 3DES in CBC mode."""
    cipher = Cipher(TripleDES(key + key[:8]), modes.CBC(bytes(8)))
    context = cipher.decryptor() if backwards else cipher.encryptor()
    return context.update(text)


@dataclass
class Session:
    """An open session: its keys and its counter."""

    encryption: bytes = field(repr=False)
    authentication: bytes = field(repr=False)
    counter: int = field(repr=False)

    def opened(self, command: Asked) -> tuple[bytes, int] | None:
        """Return the data and the wanted length of a protected command; None when it is not authentic."""
        self.counter += 1
        objects = list(_objects(command.data))
        found = dict(objects)
        head = bytes([command.cla, command.ins, command.p1, command.p2, 0x80, 0, 0, 0])
        told = b"".join(bytes([tag, len(value)]) + value for tag, value in objects if tag != 0x8E)
        counted = self.counter.to_bytes(8, "big")
        if command.cla & 0x0C != 0x0C or found.get(0x8E) != retail_mac(
            self.authentication, counted + head + told
        ):
            return None
        cryptogram = found.get(0x87, b"")
        data = cbc(self.encryption, cryptogram[1:], backwards=True).rstrip(b"\0")[:-1] if cryptogram else b""
        return data, (found[0x97][0] or 256) if 0x97 in found else 0

    def protected(self, data: bytes, status: bytes) -> bytes:
        """Return a response as it goes over the air."""
        self.counter += 1
        told = b""
        if data:
            filled = data + b"\x80" + bytes(-(len(data) + 1) % 8)
            cryptogram = b"\x01" + cbc(self.encryption, filled)
            size = bytes([len(cryptogram)]) if len(cryptogram) < 0x80 else bytes([0x81, len(cryptogram)])
            told = b"\x87" + size + cryptogram
        told += b"\x99\x02" + status
        return (
            told
            + b"\x8e\x08"
            + retail_mac(self.authentication, self.counter.to_bytes(8, "big") + told)
            + status
        )


class Gate:
    """Lets in who has read the data page: `information` is number, birth and expiry with their check digits."""

    def __init__(self, information: str, challenge: bytes, half: bytes) -> None:
        seed = hashlib.sha1(information.encode(), usedforsecurity=False).digest()[:16]
        self._encryption, self._authentication = kdf(seed, 1), kdf(seed, 2)
        self.challenge, self._half = challenge, half

    def enter(self, token: bytes) -> tuple[bytes, Session] | None:
        """Return the answer to a mutual authentication, and the session; None when the door stays shut."""
        cryptogram, proof = token[:32], token[32:]
        if len(token) != 40 or retail_mac(self._authentication, cryptogram) != proof:
            return None
        text = cbc(self._encryption, cryptogram, backwards=True)
        theirs, challenge, half = text[:8], text[8:16], text[16:]
        if challenge != self.challenge:
            return None
        answer = cbc(self._encryption, challenge + theirs + self._half)
        seed = bytes(a ^ b for a, b in zip(half, self._half, strict=True))
        counter = int.from_bytes(challenge[4:] + theirs[4:], "big")
        return answer + retail_mac(self._authentication, answer), Session(kdf(seed, 1), kdf(seed, 2), counter)


def _objects(data: bytes) -> list[tuple[int, bytes]]:
    """Return tag and value of the objects in a command; they are short."""
    found = []
    while len(data) >= 2:
        found.append((data[0], data[2 : 2 + data[1]]))
        data = data[2 + data[1] :]
    return found
