"""Secure messaging with 3DES (ICAO Doc 9303-11, 9.8): every command and response encrypted, counted and authenticated."""

import hmac

from devices.card_reader import tlv
from devices.card_reader.iso7816 import Chip, Command, Response, unreadable
from devices.card_reader.travel_document.access import Keys
from devices.card_reader.travel_document.crypto import decrypt, encrypt, mac, pad, unpad

_CRYPTOGRAM, _LE, _STATUS, _MAC = 0x87, 0x97, 0x99, 0x8E
_PROTECTED = 0x0C


class SecureChip:
    """A chip behind secure messaging. After a response that is not authentic nothing more is said to it."""

    def __init__(self, chip: Chip, keys: Keys) -> None:
        self._chip, self._keys, self._counter = chip, keys, keys.counter

    def send(self, command: Command) -> Response:
        """Send a command and return what the chip answered, in the clear; see `Chip`.

        Raises:
            ResidentError: the response is not authentic (`CARD_READ_FAILED`).
        """
        response = self._chip.send(self._protected(command))
        return self._opened(response)

    def _protected(self, command: Command) -> Command:
        body = b""
        if command.data:
            body += tlv.write(_CRYPTOGRAM, b"\x01" + encrypt(self._keys.encryption, pad(command.data)))
        if command.le is not None:
            body += tlv.write(_LE, bytes([command.le % 256]))
        cla = command.cla | _PROTECTED
        head = bytes([cla, command.ins, command.p1, command.p2])
        body += tlv.write(_MAC, self._mac(pad(head) + body))
        return Command(cla, command.ins, command.p1, command.p2, body, 256)

    def _opened(self, response: Response) -> Response:
        try:
            objects = list(tlv.items(response.data))
            found = dict(objects)
            authentic = b"".join(tlv.write(tag, value) for tag, value in objects if tag != _MAC)
            if not hmac.compare_digest(self._mac(authentic), found[_MAC]):
                raise unreadable()
            status = int.from_bytes(found[_STATUS], "big")
            return Response(self._decrypted(found.get(_CRYPTOGRAM, b"")), status)
        except (KeyError, ValueError) as error:  # a bare status word: the chip has ended the session
            raise unreadable() from error

    def _decrypted(self, cryptogram: bytes) -> bytes:
        return unpad(decrypt(self._keys.encryption, cryptogram[1:])) if cryptogram else b""

    def _mac(self, text: bytes) -> bytes:
        self._counter = self._counter + 1 & 0xFFFFFFFFFFFFFFFF
        return mac(self._keys.authentication, pad(self._counter.to_bytes(8, "big") + text))
