"""From bytes to text, and never by a silent guess.

UTF-8 and UTF-16 are recognised by what they are. Any other encoding is detected by charset-normalizer (or declared by a
web page), and the reader is told which one it was. What is no text is named for what it looks like.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.errors import InputError

SAMPLE_BYTES = 128_000
"""Bytes that an encoding is detected by: more than nearly any article, few enough to take well under a second."""
NUL_SHARE = 0.3
"""Share of NULs in every other byte from which a text is UTF-16 without its mark: Latin text has nearly 1, a text with
many signs from other blocks still more than this; UTF-8 and the single-byte encodings have none."""
CONTROL_SHARE = 0.02
"""Share of other control characters from which a file is binary: text has none, or a stray form feed."""
ALONE_SHARE = 0.5
"""Share of signs beyond ASCII that stand alone among ASCII ones, from which a text is Western European: French and
German have over 0.9, Greek or Cyrillic text read as cp1252 under 0.1."""

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF; save its text as a .txt file"),
    (b"PK\x03\x04", "a zip archive (or a Word or OpenDocument file); save its text as a .txt file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"RIFF", "a WebP image, or sound"),
    (b"\x1f\x8b", "a gzip archive; unpack it first"),
    (b"BZh", "a bzip2 archive; unpack it first"),
    (b"\xfd7zXZ", "an xz archive; unpack it first"),
    (b"7z\xbc\xaf", "a 7z archive; unpack it first"),
    (b"\xd0\xcf\x11\xe0", "an old Word file; save its text as a .txt file"),
    (b"{\\rtf", "an RTF file; save its text as a .txt file"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CANDIDATES = (
    "cp1252",
    "cp1250",
    "cp1251",
    "cp1253",
    "cp1254",
    "cp1255",
    "cp1256",
    "cp1257",
    "cp874",
    "koi8_r",
    "mac_roman",
    "iso8859_2",
    "iso8859_5",
    "shift_jis",
    "euc_jp",
    "euc_kr",
    "gb18030",
    "big5",
)
"""Encodings that newsrooms' files come in. The detector knows 90 more, most of which differ in a box-drawing sign."""
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_WESTERN = re.compile(
    r"[€‚„…‘’“”–—•°·«»¡¿£§©®ªº½¼¾±×÷µ¶™‰‹›ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜßàáâãäåæçèéêëìíîïñòóôõöøùúûüÿŒœŸŠšŽž\u00a0]"
)
_ALONE = re.compile(r"(?<![^\x00-\x7f])[^\x00-\x7f](?![^\x00-\x7f])")
_SIGNS_IN_WORDS = re.compile(r"(?<=[^\W\d_])[¯³¹²¿¡ª¨´¸¬¦§¤¶±×÷¼½¾†‡‰]|[¯³¹²¨´¸¬¦¤¶±×÷¼½¾†‡‰](?=[^\W\d_])")
_BROWSERS_READ = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}
"""Declared names that stand for a larger encoding (WHATWG Encoding Standard, section 4.2)."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, line ends ``\\n``, no byte-order mark. ``note`` says how it was read, if that was not plain from
    the file itself (UTF-8, or a byte-order mark)."""

    text: str
    note: str | None = None


def decode(data: bytes, where: str, declared: str | None = None) -> Decoded:
    """Text from bytes. ``where`` names the file in errors; ``declared`` is the encoding that a web page says it has.

    Raises:
        InputError: it is no text, or in no encoding that can be told.
    """
    _refuse_binary(data, where)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(_strict(data[len(mark) :], encoding, where))
    if unmarked := _unmarked_utf16(data):
        return Decoded(_strict(data, unmarked, where), _note(unmarked))
    if b"\x00" in data:
        raise InputError(f"{where}: a binary file, not text; save its text as UTF-8")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        _refuse_damaged_utf8(data, error, where)
    else:
        return Decoded(_checked(text, where))
    for encoding in _other_encodings(data, declared):
        try:
            return Decoded(_checked(data.decode(encoding), where), _note(encoding))
        except UnicodeDecodeError:
            continue
    raise InputError(f"{where}: not text in any encoding we know; save it as UTF-8")


def _refuse_binary(data: bytes, where: str) -> None:
    for magic, name in _MAGIC:
        if data.startswith(magic):
            raise InputError(f"{where}: not text; it looks like {name}")


def _unmarked_utf16(data: bytes) -> str | None:
    head = data[:4096]
    if len(head) < 4 or len(data) % 2:
        return None
    even, odd = head[0::2].count(0) / len(head[0::2]), head[1::2].count(0) / len(head[1::2])
    if odd >= NUL_SHARE and even == 0:
        return "utf-16-le"
    if even >= NUL_SHARE and odd == 0:
        return "utf-16-be"
    return None


def _strict(data: bytes, encoding: str, where: str) -> str:
    try:
        return _checked(data.decode(encoding), where)
    except UnicodeDecodeError:
        raise InputError(f"{where}: damaged {encoding.upper()} text; save it as UTF-8") from None


def _checked(text: str, where: str) -> str:
    if len(_CONTROLS.findall(text)) > CONTROL_SHARE * len(text):
        raise InputError(f"{where}: a binary file, not text; save its text as UTF-8")
    return text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")


def _refuse_damaged_utf8(data: bytes, error: UnicodeDecodeError, where: str) -> None:
    """Mostly UTF-8 with a few wrong bytes must not be read as another encoding: each accent would become two signs."""
    read = data.decode("utf-8", "surrogateescape")
    wrong = len(read) - len(read.encode("utf-8", "ignore").decode("utf-8"))
    right = len(read) - len(read.encode("ascii", "ignore")) - wrong
    if right > wrong:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(f"{where}: damaged UTF-8 text (line {line}); save it as UTF-8 again")


def _other_encodings(data: bytes, declared: str | None) -> Iterator[str]:
    if declared:
        try:
            name = codecs.lookup(declared).name
        except (LookupError, ValueError):
            name = ""
        name = _BROWSERS_READ.get(name, name)
        if name and not name.startswith("utf") and _is_text_encoding(name):
            yield name
    if encoding := _western(data):
        yield encoding
    if encoding := _detected(data):
        yield encoding


def _is_text_encoding(name: str) -> bool:
    return codecs.lookup(name)._is_text_encoding and name not in (
        "unicode_escape",
        "raw_unicode_escape",
        "idna",
        "punycode",
    )


def _western(data: bytes) -> str | None:
    """cp1252, if every sign beyond ASCII is one that Western European news uses: detectors go wrong on so few signs."""
    try:
        text = re.sub(r"(?<=m)[²³]", "", data[:SAMPLE_BYTES].decode("cp1252"))
    except UnicodeDecodeError:
        return None
    signs = len(text) - len(text.encode("ascii", "ignore"))
    return (
        "cp1252" if len(_WESTERN.findall(text)) == signs and len(_ALONE.findall(text)) > ALONE_SHARE * signs else None
    )


def _detected(data: bytes) -> str | None:
    """The most plausible of the encodings that charset-normalizer finds possible.

    Its own order takes Polish in cp1250 for cp1252 ("zatonê³a"): the reading with the fewest signs inside words wins.
    """
    from charset_normalizer import from_bytes

    found = from_bytes(data[:SAMPLE_BYTES], cp_isolation=list(_CANDIDATES), enable_fallback=False)
    readings = [(len(_SIGNS_IN_WORDS.findall(str(m))), m.chaos, -m.coherence, m.encoding) for m in found]
    return min(readings)[-1] if readings else None


def _note(encoding: str) -> str:
    return f"read as {encoding}, not UTF-8; if signs look wrong, save it as UTF-8"
