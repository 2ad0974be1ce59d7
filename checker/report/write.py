"""Reports on disk: whole or not at all."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from checker.errors import OutputError
from checker.report.formats import Format
from checker.report.sanitize import one_line

SUFFIXES = {
    ".json": Format.JSON,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".txt": Format.TERMINAL,
}
"""What a file's name says of its format; ``.txt`` is what the terminal shows."""


def format_for(path: str | Path) -> Format:
    """The format that a file's suffix stands for, in either case. Raises :class:`OutputError` for any other suffix."""
    try:
        return SUFFIXES[Path(path).suffix.lower()]
    except KeyError:
        known = ", ".join(SUFFIXES)
        raise OutputError(
            f"{one_line(str(path))}: the name does not tell the format of the report; end it in {known}"
        ) from None


def write_atomically(path: str | Path, text: str) -> None:
    """Write UTF-8 text so that a reader sees the old file or the whole new one, never a part.

    The permissions of a file that is replaced are kept; a new file gets those the umask leaves. A link is followed, and
    a device or pipe is written to directly. Raises :class:`OutputError` in one line where that cannot be done.
    """
    with atomic_writer(path) as write:
        write(text)


@contextmanager
def atomic_writer(path: str | Path) -> Iterator[Callable[[str], None]]:
    """:func:`write_atomically` for a text in pieces: the file is there when the block ends without an error."""
    target, mode = _target(path)
    special = mode is not None and not stat.S_ISREG(mode)
    # os.open and not tempfile, whose files only their owner can read: the umask decides who may read a new report
    draft = target if special else target.with_name(f".checker-{secrets.token_hex(8)}.tmp")
    flags = os.O_WRONLY if special else os.O_WRONLY | os.O_CREAT | os.O_EXCL
    done = special
    with _one_line_errors(path):
        descriptor = os.open(draft, flags, 0o666)
    try:
        with open(descriptor, "wb") as stream:

            def write(text: str) -> None:
                with _one_line_errors(path):
                    stream.write(text.encode("utf-8", "backslashreplace"))

            yield write
            with _one_line_errors(path):
                stream.flush()
                if not special:
                    os.fsync(stream.fileno())
        if not special:
            with _one_line_errors(path):
                if mode is not None:
                    draft.chmod(stat.S_IMODE(mode))
                os.replace(draft, target)
                done = True
    finally:
        if not done:
            draft.unlink(missing_ok=True)


def check_writable(path: str | Path) -> None:
    """Say before long work that its result could not be written: raises what :func:`write_atomically` would."""
    target, mode = _target(path)
    if mode is None and not os.access(target.parent, os.W_OK):
        raise OutputError(f"{one_line(str(path))}: cannot be written: the folder is write-protected")


def _target(path: str | Path) -> tuple[Path, int | None]:
    """The file behind a path, and its mode if it is there."""
    name = one_line(str(path))
    with _one_line_errors(path):
        target = Path(os.path.realpath(path))
        try:
            mode = target.stat().st_mode
        except FileNotFoundError:
            if not target.parent.is_dir():
                parent = one_line(str(target.parent))
                raise OutputError(f"{name}: cannot be written: there is no folder {parent}") from None
            return target, None
    if stat.S_ISDIR(mode):
        raise OutputError(f"{name}: is a folder, not a file to write to")
    if not os.access(target, os.W_OK):
        raise OutputError(f"{name}: cannot be written: the file is write-protected")
    return target, mode


@contextmanager
def _one_line_errors(path: str | Path) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as error:
        if isinstance(error, BrokenPipeError):
            raise
        reason = getattr(error, "strerror", None) or str(error)
        raise OutputError(f"{one_line(str(path))}: cannot be written: {reason}") from error
