"""From a path to bytes: what may be read, how much of it, and what to say when it cannot be."""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path

from checker.errors import InputError

MAX_BYTES = 20_000_000
"""Bytes of one file. A long feature has 100 kB and a page saved with its scripts 3 MB: what is larger is no article."""

STDIN = "<stdin>"
_KINDS = (
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)
_REASONS = {
    errno.ENOENT: "no such file",
    errno.ENOTDIR: "no such file",
    errno.ENAMETOOLONG: "no such file (the name is too long)",
    errno.ELOOP: "a link that leads back to itself; name the file it should lead to",
    errno.EACCES: "permission denied; you may not read it",
    errno.EPERM: "permission denied; you may not read it",
}


def shown(path: str | Path) -> str:
    """A path for messages, on one line: control characters, lone surrogates and the like are escaped as in ``repr``."""
    return "".join(
        c if c.isprintable() or c in "\u00a0\u202f" else c.encode("unicode_escape").decode("ascii")
        for c in os.fspath(path)
    )


def recorded(path: str | Path) -> str:
    """A path for a document: as given, but escaped if it could not be written to a report as UTF-8."""
    text = os.fspath(path)
    return shown(text) if any("\ud800" <= c <= "\udfff" for c in text) else text


def problem(path: str | Path, error: OSError | ValueError) -> InputError:
    """The operating system's complaint in our words."""
    number = error.errno if isinstance(error, OSError) else errno.ENOENT
    reason = _REASONS.get(number or 0) or f"cannot be read ({os.strerror(number) if number else error})"
    return InputError(f"{shown(path)}: {reason}")


def status(path: str | Path) -> os.stat_result:
    """Raises:
    InputError: there is no such file, or it cannot be looked at.
    """
    try:
        return os.stat(path)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise problem(path, error) from None


def read_bytes(path: str | Path) -> bytes:
    """The bytes of a regular file of at most :data:`MAX_BYTES`; a larger one is refused unread.

    Raises:
        InputError: it is missing, a folder, a pipe or device, too large, or may not be read.
    """
    found = status(path)
    if stat.S_ISDIR(found.st_mode):
        raise InputError(f"{shown(path)}: is a folder; name a file")
    if not stat.S_ISREG(found.st_mode):
        kind = next((name for test, name in _KINDS if test(found.st_mode)), "something else")
        raise InputError(f"{shown(path)}: not a regular file but {kind}; save its text to a file first")
    if found.st_size > MAX_BYTES:
        raise _too_large(shown(path), found.st_size)
    try:
        with open(path, "rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise problem(path, error) from None
    if len(data) > MAX_BYTES:
        raise _too_large(shown(path), len(data))
    return data


def read_stdin() -> bytes:
    """Standard input to its end, at most :data:`MAX_BYTES`.

    Raises:
        InputError: there is more, or nothing can be read from it.
    """
    try:
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
    except (OSError, ValueError, AttributeError):
        raise InputError(f"{STDIN}: nothing can be read from standard input") from None
    if len(data) > MAX_BYTES:
        raise _too_large(STDIN, len(data))
    return data


def _too_large(where: str, size: int) -> InputError:
    return InputError(
        f"{where}: {size / 1e6:.0f} MB is too large, the limit is {MAX_BYTES // 1_000_000} MB; is this one article?"
    )
