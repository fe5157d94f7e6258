"""The process as the kernel sees it: since when it runs, and memory given back to it."""

import ctypes
import gc
import os
import time
from pathlib import Path

_M_MMAP_THRESHOLD, _M_PERTURB, _M_ARENA_MAX = -3, -6, -8  # mallopt(3)
_MADV_DONTNEED = 4  # of a private mapping of a file: what was not changed is dropped
_CODE = "r-xp"  # nothing is ever changed there
_LARGE = 128 * 1024
_START_TIME = 22  # field of /proc/PID/stat: ticks from the boot to the start of the process (proc(5))
_RAW, _MEM, _OBJ = range(3)  # PyMemAllocatorDomain


class _Allocator(ctypes.Structure):
    """PyMemAllocatorEx."""

    _fields_ = tuple((name, ctypes.c_void_p) for name in ("ctx", "malloc", "calloc", "realloc", "free"))


def age() -> float:
    """Return how many seconds ago this process was started, to a hundredth."""
    # The second field is the program's name, which may hold spaces and brackets: count from behind it.
    after_name = Path("/proc/self/stat").read_text("ascii", "replace").rpartition(")")[2].split()
    ticks = int(after_name[_START_TIME - 3])
    return time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / os.sysconf("SC_CLK_TCK")


def stay_small() -> None:
    """Have the C library return every large block (a frame, a photograph) as soon as it is freed; call it at the start.

    Left alone it keeps blocks of up to 32 MB once one was freed, for each thread that used one. Does nothing without glibc.
    """
    _set_option(_M_MMAP_THRESHOLD, _LARGE)
    _set_option(_M_ARENA_MAX, 2)


def overwrite_freed() -> None:
    """From now on overwrite every block as soon as it is freed, so that no dump shows what a resident said before.

    Call it before the first resident can say anything. Does nothing without glibc, which also keeps some blocks aside for
    each thread unless the process was begun otherwise (`kiosk.forgetful`).
    """
    _set_option(_M_PERTURB, 0xA5)
    raw = _allocator(_RAW)
    for domain in (_MEM, _OBJ):
        ours = _allocator(domain)
        if ours.ctx == raw.ctx:  # else somebody listens to every block (PYTHONDEVMODE), and would be misled
            _small_from_the_c_library(domain, ours, raw)


def _small_from_the_c_library(domain: int, ours: _Allocator, raw: _Allocator) -> None:
    """Have every new block made by the C library.

    Python's own functions free them, and change their size: they tell by its address whether a block is one of Python's,
    and hand all others to the C library, as they do with blocks above 512 bytes. Only what is made by changing the size of
    nothing still comes from Python: the content of a new `bytearray`, and lists of pointers.
    """
    ours.malloc, ours.calloc = raw.malloc, raw.calloc
    ctypes.pythonapi.PyMem_SetAllocator(domain, ctypes.byref(ours))


def _allocator(domain: int) -> _Allocator:
    found = _Allocator()
    ctypes.pythonapi.PyMem_GetAllocator(domain, ctypes.byref(found))
    return found


def give_back_memory() -> None:
    """Hand freed memory back to the kernel: what a resident left there is gone, and the process stays small.

    Takes some hundredths of a second; does nothing where the C library cannot do it (glibc can).
    """
    gc.collect()
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(ctypes.c_size_t(0))


def give_back_code(library: str) -> None:
    """Let go of the code of a library that is seldom run, such as the compiler of a software renderer after its first frames.

    `library` is how its file's name begins. The kernel reads the code again when it is run after all (madvise(2)).
    """
    advise = getattr(ctypes.CDLL(None), "madvise", None)
    if advise is None:
        return
    for line in Path("/proc/self/maps").read_text("utf-8", "replace").splitlines():
        span, mode, _offset, _device, _inode, *name = line.split(maxsplit=5)
        if mode == _CODE and name and Path(name[0]).name.startswith(library):
            begin, end = (int(edge, 16) for edge in span.split("-"))
            advise(ctypes.c_void_p(begin), ctypes.c_size_t(end - begin), _MADV_DONTNEED)


def _set_option(name: int, value: int) -> None:
    set_option = getattr(ctypes.CDLL(None), "mallopt", None)
    if set_option is not None:
        set_option(name, value)
