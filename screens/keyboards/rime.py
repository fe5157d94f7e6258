"""Pinyin by librime through ctypes, without learning and without a file that says anything about a session.

librime reads a compiled schema from its user folder before the one that Debian ships. We write ours there, with the
user dictionary switched off, into a private folder in memory; then nothing has to be compiled at start (80 ms instead of
half a second), and nothing is ever written. The dictionary is in traditional characters; OpenCC makes others of them.
"""

import ctypes
import os
import shutil
import tempfile
from ctypes import POINTER, Structure, byref, c_char_p, c_int, c_size_t, c_void_p, sizeof
from functools import cache
from pathlib import Path
from typing import Any

from screens.keyboards import script
from screens.keyboards.handwriting import Reader
from screens.keyboards.pinyin import Composition, PinyinMissingError, Strokes

LIBRARY = "librime.so.1"
SHARED = Path("/usr/share/rime-data")
MEMORY = Path("/dev/shm")  # noqa: S108  # a folder below it is made with mkdtemp, for us alone
SCHEMA = "luna_pinyin_simp"
PAGE = 9
MOST_CANDIDATES = 45
LONGEST = 60
_SIMPLIFIED, _HONG_KONG = b"zh_simp", b"zh_hk"  # the options of the schema, the first as Debian has it
_BACKSPACE, _PAGE_DOWN = 0xFF08, 0xFF56  # X11 key symbols
_REMEDY = "apt-get install librime1 rime-data-luna-pinyin"


class _Traits(Structure):
    _fields_ = (
        ("data_size", c_int),
        *((name, c_char_p) for name in ("shared", "user", "name", "code", "version", "app")),
        ("modules", c_void_p),
        ("least_logged", c_int),
        ("log", c_char_p),
        ("prebuilt", c_char_p),
        ("staging", c_char_p),
    )


class _Composition(Structure):
    _fields_ = (*((name, c_int) for name in ("length", "cursor", "start", "end")), ("preedit", c_char_p))


class _Candidate(Structure):
    _fields_ = (("text", c_char_p), ("comment", c_char_p), ("reserved", c_void_p))


class _Menu(Structure):
    _fields_ = (
        *((name, c_int) for name in ("page_size", "page", "is_last", "highlighted", "count")),
        ("candidates", POINTER(_Candidate)),
        ("keys", c_char_p),
    )


class _Context(Structure):
    _fields_ = (
        ("data_size", c_int),
        ("composition", _Composition),
        ("menu", _Menu),
        ("preview", c_char_p),
        ("labels", c_void_p),
    )


class _Commit(Structure):
    _fields_ = (("data_size", c_int), ("text", c_char_p))


class _Listing(Structure):
    _fields_ = (("state", c_void_p), ("index", c_int), ("candidate", _Candidate))


class Rime:
    """A composer of librime. One of them may exist in a process at a time."""

    gone = traditional = False

    def __init__(self, library: str = LIBRARY, shared: Path = SHARED) -> None:
        """Load the library and the dictionary.

        Raises:
            PinyinMissingError: the library, the dictionary or a folder in memory is missing.
        """
        try:
            self._rime = _loaded(library)
            self._folder = _private_folder(shared)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise PinyinMissingError(f"Pinyin cannot be loaded ({error}): {_REMEDY}") from error
        self._traits = _traits(shared, self._folder)
        self._rime.RimeInitialize(byref(self._traits))
        self._session = self._begin()
        self._letters = 0
        self._places: dict[str, int] = {}  # where librime has the candidates that are offered
        self._reader = Reader()
        if not self.feed("a").candidates:  # librime takes any schema and says nothing
            self.close()
            raise PinyinMissingError(f"librime finds no words by {SCHEMA}: {_REMEDY}")
        self.forget()

    def turn(self, traditional: bool) -> None:
        """Offer traditional characters as the dictionary has them, in the forms of Hong Kong, or simplified ones."""
        self.traditional = traditional
        self.forget()

    def feed(self, letter: str) -> Composition:
        """Add a letter; beyond 60 letters nothing is added."""
        if self._letters < LONGEST:
            self._letters += 1
            self._rime.RimeProcessKey(self._session, ord(letter), 0)
        return self._now()

    def back(self) -> Composition:
        """Take the last letter away."""
        self._letters = max(0, self._letters - 1)
        self._rime.RimeProcessKey(self._session, _BACKSPACE, 0)
        return self._now()

    def choose(self, number: int) -> tuple[str, Composition]:
        """Take a candidate, counted from 0; one that is not offered changes nothing."""
        if number >= len(self._places):
            return "", self._now()
        place = tuple(self._places.values())[number]
        for _ in range(place // PAGE):
            self._rime.RimeProcessKey(self._session, _PAGE_DOWN, 0)
        self._rime.RimeProcessKey(self._session, ord("1") + place % PAGE, 0)
        said, now = self._committed(), self._now()
        if not now.letters:
            self._letters = 0
        return said, now

    def read(self, strokes: Strokes) -> tuple[str, ...]:
        """Return what strokes may mean: librime does not read, the engine beside it does."""
        read = self._reader.read(strokes)
        return script.traditional(read) if self.traditional else read

    def forget(self) -> None:
        """End the session of librime and begin another."""
        self._rime.RimeDestroySession(self._session)
        self._session = self._begin()
        self._letters = 0

    def close(self) -> None:
        """Unload everything and remove the folder."""
        self._rime.RimeDestroySession(self._session)
        self._rime.RimeFinalize()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _begin(self) -> int:
        session = int(self._rime.RimeCreateSession())
        self._rime.RimeSelectSchema(session, SCHEMA.encode())
        self._rime.RimeSetOption(session, _SIMPLIFIED, not self.traditional)
        self._rime.RimeSetOption(session, _HONG_KONG, self.traditional)
        return session

    def _now(self) -> Composition:
        context = _Context()
        context.data_size = sizeof(_Context) - sizeof(c_int)
        if not self._rime.RimeGetContext(self._session, byref(context)):
            return Composition()
        letters = self._said(context.composition.preedit)
        self._rime.RimeFreeContext(byref(context))
        return Composition(letters, self._candidates() if letters else ())

    def _candidates(self) -> tuple[str, ...]:
        """Return what may be meant, each once: two forms of a character may be printed alike."""
        listing, at = _Listing(), 0
        self._places = {}
        if self._rime.RimeCandidateListBegin(self._session, byref(listing)):
            while len(self._places) < MOST_CANDIDATES and self._rime.RimeCandidateListNext(byref(listing)):
                self._places.setdefault(self._said(listing.candidate.text), at)
                at += 1
            self._rime.RimeCandidateListEnd(byref(listing))
        return tuple(self._places)

    def _committed(self) -> str:
        commit = _Commit()
        commit.data_size = sizeof(_Commit) - sizeof(c_int)
        if not self._rime.RimeGetCommit(self._session, byref(commit)):
            return ""
        said = self._said(commit.text)
        self._rime.RimeFreeCommit(byref(commit))
        return said

    def _said(self, text: bytes | None) -> str:
        said = (text or b"").decode()
        return script.as_printed(said) if self.traditional else said


@cache
def _loaded(library: str) -> Any:
    """The library, set up once for the whole process: its logging ends the process when it is set up twice."""
    rime = _declared(ctypes.CDLL(library))
    traits = _blank()
    traits.app, traits.log = b"rime.doorstep", b""  # no folder: no log files
    traits.least_logged = 3  # fatal only: what was typed must not reach a log
    rime.RimeSetup(byref(traits))
    return rime


def _declared(rime: Any) -> Any:
    rime.RimeCreateSession.restype = c_size_t
    rime.RimeDestroySession.argtypes = [c_size_t]
    rime.RimeSelectSchema.argtypes = [c_size_t, c_char_p]
    rime.RimeSetOption.argtypes = [c_size_t, c_char_p, c_int]
    rime.RimeProcessKey.argtypes = [c_size_t, c_int, c_int]
    rime.RimeGetContext.argtypes = [c_size_t, POINTER(_Context)]
    rime.RimeGetCommit.argtypes = [c_size_t, POINTER(_Commit)]
    rime.RimeCandidateListBegin.argtypes = [c_size_t, POINTER(_Listing)]
    return rime


def _private_folder(shared: Path) -> Path:
    import yaml  # noqa: PLC0415  # only who loads Pinyin needs it

    text = (shared / "build" / f"{SCHEMA}.schema.yaml").read_text("utf-8")
    try:
        schema = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506  # both are safe
    except yaml.YAMLError as error:
        raise ValueError(f"the schema {SCHEMA} is broken") from error
    schema["translator"]["enable_user_dict"] = False
    schema["menu"]["page_size"] = PAGE
    schema["engine"]["filters"] = ["simplifier", f"simplifier@{_HONG_KONG.decode()}", "uniquifier"]
    schema[_HONG_KONG.decode()] = {"option_name": _HONG_KONG.decode(), "opencc_config": "t2hk.json"}
    _sweep()
    folder = Path(tempfile.mkdtemp(prefix=f"pinyin-{os.getpid()}-", dir=MEMORY if MEMORY.is_dir() else None))
    built = folder / "build"
    built.mkdir()
    text = yaml.dump(schema, allow_unicode=True, Dumper=getattr(yaml, "CSafeDumper", yaml.SafeDumper))
    (built / f"{SCHEMA}.schema.yaml").write_text(text, "utf-8")
    return folder


def _sweep() -> None:
    """Remove what processes that were killed have left in memory."""
    for folder in MEMORY.glob("pinyin-*-*"):
        if not Path("/proc", folder.name.split("-")[1]).exists():
            shutil.rmtree(folder, ignore_errors=True)


def _traits(shared: Path, folder: Path) -> _Traits:
    traits = _blank()
    traits.shared, traits.user = str(shared).encode(), str(folder).encode()
    return traits


def _blank() -> _Traits:
    traits = _Traits()
    traits.data_size = sizeof(_Traits) - sizeof(c_int)
    traits.name, traits.code, traits.version = b"Doorstep", b"doorstep", b"1"
    return traits
