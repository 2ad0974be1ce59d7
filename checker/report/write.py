"""Reports on disk: whole or not at all."""

from __future__ import annotations

import os
import secrets
import stat
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
        raise OutputError(f"{one_line(str(path))}: the name does not tell the format of the report; end it in {known}") from None


def write_atomically(path: str | Path, text: str) -> None:
    """Write UTF-8 text so that a reader sees the old file or the whole new one, never a part.

    The permissions of a file that is replaced are kept; a new file gets those the umask leaves. A link is followed, and
    a device or pipe is written to directly. Raises :class:`OutputError` in one line where that cannot be done.
    """
    target = Path(os.path.realpath(path))
    data = text.encode("utf-8", "backslashreplace")
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        _replace(path, target, data, None)
    except (OSError, ValueError) as error:
        raise _unwritable(path, error) from error
    else:
        if stat.S_ISDIR(mode):
            raise OutputError(f"{one_line(str(path))}: is a folder, not a file to write the report to")
        if not stat.S_ISREG(mode):
            _write_directly(path, target, data)
        elif not os.access(target, os.W_OK):
            raise OutputError(f"{one_line(str(path))}: cannot be written: the file is write-protected")
        else:
            _replace(path, target, data, stat.S_IMODE(mode))


def _replace(path: str | Path, target: Path, data: bytes, mode: int | None) -> None:
    if not target.parent.is_dir():
        raise OutputError(f"{one_line(str(path))}: cannot be written: there is no folder {one_line(str(target.parent))}")
    # os.open and not tempfile, whose files only their owner can read: the umask decides who may read a new report
    draft = target.with_name(f".checker-{secrets.token_hex(8)}.tmp")
    try:
        with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666), "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if mode is not None:
            draft.chmod(mode)
        os.replace(draft, target)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise _unwritable(path, error) from error
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _write_directly(path: str | Path, target: Path, data: bytes) -> None:
    try:
        target.write_bytes(data)
    except OSError as error:
        raise _unwritable(path, error) from error


def _unwritable(path: str | Path, error: OSError | ValueError) -> OutputError:
    reason = getattr(error, "strerror", None) or str(error)
    return OutputError(f"{one_line(str(path))}: cannot be written: {reason}")
