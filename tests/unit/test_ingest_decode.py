"""Bytes to text: what is UTF-8 is read so, what is not is said, what is no text is refused."""

from __future__ import annotations

import pytest

from checker.errors import InputError
from checker.ingest.decode import decode

FRENCH = "Le président français a été élu à l’Élysée, selon « Le Monde »."
POLISH = "Żółta łódź zatonęła w środę koło Gdańska, poinformowała policja. Zginęło czternaście osób, w tym dzieci."
RUSSIAN = "Паром затонул в понедельник у берегов Бергена, сообщила полиция. Погибли четырнадцать человек."
JAPANESE = "月曜日にフェリーが沈没し、14人が死亡したと警察が発表した。捜索は夜通し続けられた。"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"The ferry sank.", "The ferry sank."),
        (FRENCH.encode("utf-8"), FRENCH),
        (FRENCH.encode("utf-8-sig"), FRENCH),
        (FRENCH.encode("utf-16"), FRENCH),
        (b"\xfe\xff" + FRENCH.encode("utf-16-be"), FRENCH),
        (FRENCH.encode("utf-32"), FRENCH),
        (b"one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
        (b"a form feed\x0c is kept", "a form feed\x0c is kept"),
    ],
)
def test_unicode_is_read_without_a_note(data: bytes, text: str) -> None:
    decoded = decode(data, "story.txt")
    assert (decoded.text, decoded.note) == (text, None)


@pytest.mark.parametrize(
    ("text", "encoding", "said"),
    [
        (FRENCH, "cp1252", "cp1252"),
        ("Il a été élu", "latin-1", "cp1252"),
        ("The minister’s café said “no”, for £5 a m² — twice.", "cp1252", "cp1252"),
        ("Die Brücke über die Förde bleibt „für zwei Wochen“ gesperrt: Größe 5 €.", "cp1252", "cp1252"),
        ("El ministro dijo que el año pasado la niña cayó. ¿Por qué? ¡No!", "cp1252", "cp1252"),
        (POLISH, "cp1250", "cp1250"),
        (RUSSIAN, "cp1251", "cp1251"),
        (RUSSIAN, "koi8_r", "koi8_r"),
        (JAPANESE, "shift_jis", "shift_jis"),
        (JAPANESE, "euc_jp", "euc_jp"),
        (FRENCH, "utf-16-le", "utf-16-le"),
        (FRENCH, "utf-16-be", "utf-16-be"),
    ],
)
def test_another_encoding_is_read_and_said(text: str, encoding: str, said: str) -> None:
    decoded = decode(text.encode(encoding), "story.txt")
    assert decoded.text == text
    assert decoded.note is not None and f"read as {said}" in decoded.note


def test_a_declared_encoding_is_believed_only_where_the_bytes_are_not_utf8() -> None:
    assert decode(POLISH.encode("iso8859_2"), "x", "iso-8859-2").text == POLISH
    assert decode(FRENCH.encode(), "x", "iso-8859-2").text == FRENCH
    assert decode(FRENCH.encode("cp1252"), "x", "no-such-encoding").text == FRENCH


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"PK\x03\x04\x14\x00", "zip"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG"),
        (b"{\\rtf1\\ansi The ferry sank.}", "RTF"),
        (b"The \x00 ferry \x00 sank.", "binary"),
        (b"\x01\x02\x03\x04\x05 ferry" * 9, "binary"),
        (b"\x80\x81\x8d\x8f\x90\x9d" * 20, "not text in any encoding we know; save it as UTF-8"),
        ("élu à l’Élysé".encode()[:-1], "damaged UTF-8 text (line 1)"),
        (b"one\n" + "élu à\n".encode() + b"\xff", "damaged UTF-8 text (line 3)"),
        (b"\xff\xfeabc", "damaged UTF-16"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, says: str) -> None:
    with pytest.raises(InputError) as caught:
        decode(data, "story.txt")
    assert str(caught.value).startswith("story.txt: ") and says in str(caught.value)
