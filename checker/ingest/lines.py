"""A file of lines, read as a stream: for pairs to score, however many they are."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

from checker.errors import InputError
from checker.ingest.files import STDIN, problem, shown, status

MAX_LINE_BYTES = 20_000_000
"""Bytes of one line: as for a file of coverage."""


def read_lines(path: str | Path) -> Iterator[tuple[str, str]]:
    """``(where, line)`` for each line that is not blank, in order; "-" is standard input, and pipes are welcome.

    ``where`` is "FILE, line N", counted from 1; lines come without their end.

    Raises:
        InputError: the file cannot be read, a line is not UTF-8, or one is longer than :data:`MAX_LINE_BYTES`.
    """
    name = STDIN if os.fspath(path) == "-" else shown(path)
    if name != STDIN and stat.S_ISDIR(status(path).st_mode):
        raise InputError(f"{name}: is a folder; name a file")
    try:
        with nullcontext(sys.stdin.buffer) if name == STDIN else open(path, "rb") as file:
            number = 0
            while data := file.readline(MAX_LINE_BYTES + 1):
                number += 1
                where = f"{name}, line {number}"
                if len(data) > MAX_LINE_BYTES:
                    raise InputError(f"{where}: longer than {MAX_LINE_BYTES // 1_000_000} MB")
                try:
                    line = data.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n")
                except UnicodeDecodeError:
                    raise InputError(f"{where}: not UTF-8 text; save the file as UTF-8") from None
                if line.strip():
                    yield where, line
    except OSError as error:
        raise problem(path, error) from None
