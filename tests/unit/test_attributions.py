"""`checker evaluate` on articles with attributions: what counts as right, how extents are compared, which files are such."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from checker.errors import InputError
from checker.evaluation.attributions import AttributionScores, evaluate_attributions
from checker.evaluation.extent import Extent, ExtentScores, letters
from checker.evaluation.marked import is_attributions
from checker.evaluation.run import evaluate
from checker.settings import Settings
from checker.types import Span


def row(text: str, *marks: tuple[str, str, str], name: str = "a") -> str:
    """An article whose attributions are given as (source, cue, content), each a stretch of the text or empty."""
    def place(part: str) -> list[list[int]]:
        return [[text.index(part), text.index(part) + len(part)]] if part else []
    return json.dumps({"id": name, "text": text, "attributions": [
        {"source": place(s), "cue": place(c), "content": place(t)} for s, c, t in marks]})


def measured(tmp_path: Path, *rows: str, cap: int = 0) -> AttributionScores:
    path = tmp_path / "marked.jsonl"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return evaluate_attributions(path, cap=cap)


def counts(scores: AttributionScores) -> tuple[int, int, int]:
    return scores.credits.right, scores.credits.extra, scores.credits.missed


def test_a_credit_that_is_marked_is_right(tmp_path: Path) -> None:
    scores = measured(tmp_path, row("Reuters reported that the dam broke.", ("Reuters", "reported that", "the dam broke")))
    assert counts(scores) == (1, 0, 0)
    assert scores.extent.numbers == {"precision": 1.0, "recall": 1.0, "f1": 1.0}


def test_a_credit_that_is_not_marked_is_extra(tmp_path: Path) -> None:
    scores = measured(tmp_path, row("Reuters reported that the dam broke."))
    assert counts(scores) == (0, 1, 0)
    assert scores.extent.extents == ()


def test_a_source_that_is_not_found_is_missed(tmp_path: Path) -> None:
    scores = measured(tmp_path, row("Halvorsen read it as Reuters thought of it, according as noted.", ("Reuters", "noted", "thought of it")))
    assert counts(scores) == (0, 0, 1)
    assert scores.credits.misses[0].outlet == "Reuters"


@pytest.mark.parametrize(("text", "source", "cue"), [
    ("The mayor is Michael Bloomberg of New York. Bloomberg said no to all of it.", "Bloomberg", "said"),
    ("It is over, Vice President Joe Halvorsen said.", "Vice President Joe Halvorsen", "said"),
    ("It is over, said Anna Lind, publisher of The Federalist.", "Anna Lind, publisher of The Federalist", "said"),
    ("ESPN is fair, ESPN is, it said in a statement.", "ESPN", "said in a statement"),
])
def test_people_and_houses_in_the_news_are_not_asked_for(tmp_path: Path, text: str, source: str, cue: str) -> None:
    scores = measured(tmp_path, row(text, (source, cue, "")))
    assert scores.credits.missed == 0
    assert scores.strict_f1 == (0.0 if scores.left_out else 1.0)


def test_what_was_told_to_an_outlet_is_all_of_the_attribution(tmp_path: Path) -> None:
    scores = measured(tmp_path, row("Halvorsen told Reuters the dam broke.", ("Halvorsen", "told", "the dam broke")))
    assert counts(scores) == (1, 0, 0)
    assert scores.extent.f1 == 1.0


def test_words_beyond_the_content_cost_precision(tmp_path: Path) -> None:
    text = "The dam broke, according to Reuters, but the road is open."
    scores = measured(tmp_path, row(text, ("Reuters", "according to", "The dam broke")))
    assert counts(scores) == (1, 0, 0)
    assert scores.extent.recall == 1.0 and scores.extent.precision < 0.5


def test_content_of_another_sentence_is_not_compared(tmp_path: Path) -> None:
    text = "The dam broke.\n\nSo Reuters reported on Monday in its story on the flood."
    scores = measured(tmp_path, row(text, ("Reuters", "reported", "The dam broke")))
    assert scores.extent.extents == ()


def test_extents_are_added_up_letter_by_letter() -> None:
    scores = ExtentScores((Extent("Reuters", 10, 20, 10, ""), Extent("AP", 30, 20, 20, "")))
    assert scores.precision == 0.75 and scores.recall == 0.75 and scores.f1 == 0.75
    assert ExtentScores().f1 == 1.0


@pytest.mark.parametrize(("wanted", "found", "shared", "wrong"), [(10, 10, 4, True), (10, 10, 5, False), (10, 0, 0, True), (10, 30, 10, False)])
def test_extents_mostly_wrong(wanted: int, found: int, shared: int, wrong: bool) -> None:
    assert Extent("Reuters", wanted, found, shared, "").mostly_wrong is wrong


def test_only_letters_and_digits_count() -> None:
    text = "“12 died,” AP said."
    assert letters(text, [Span(0, len(text))], [Span(11, 13)]) == {1, 2, 4, 5, 6, 7, 14, 15, 16, 17}


def test_the_table_shows_shares_and_misses_and_json_the_numbers(tmp_path: Path) -> None:
    scores = measured(tmp_path, row("Reuters reported that the dam broke."), row("AP said that the dam is old.", ("AP", "said that", "the dam is old")))
    table = scores.table()
    assert table.startswith("marked: 2 articles") and "extent f1" in table and "+ Reuters" in table
    numbers = json.loads(scores.as_json())
    assert numbers["precision"] == 0.5 and numbers["extent"]["f1"] == 1.0


def test_cap_draws_whole_articles_and_always_the_same(tmp_path: Path) -> None:
    rows = [row("Reuters reported that the dam broke.", name=str(n)) for n in range(9)]
    first, again = measured(tmp_path, *rows, cap=4), measured(tmp_path, *rows, cap=4)
    assert first.articles == 4 and first == again


def test_files_are_told_apart_by_their_first_row(tmp_path: Path) -> None:
    marked, pairs, packed = tmp_path / "m.jsonl", tmp_path / "p.jsonl", tmp_path / "m.jsonl.gz"
    line = row("Reuters reported that the dam broke.") + "\n"
    marked.write_text("\n" + line, encoding="utf-8")
    packed.write_bytes(gzip.compress(line.encode()))
    pairs.write_text('{"evidence": "attributions", "claim": "b", "label": "silent"}\n', encoding="utf-8")
    assert is_attributions(marked) and is_attributions(packed)
    assert not is_attributions(pairs) and not is_attributions(tmp_path / "none.jsonl")


def test_evaluate_takes_them_without_a_model(tmp_path: Path) -> None:
    path = tmp_path / "m.jsonl"
    path.write_text(row("Reuters reported that the dam broke.") + "\n", encoding="utf-8")
    only = list(evaluate([path], Settings()))
    assert len(only) == 1 and isinstance(only[0], AttributionScores)


@pytest.mark.parametrize("line", [
    "{}", "[]", "not json", '{"id": "a", "text": 1, "attributions": []}', '{"id": "a", "text": "x", "attributions": [{"cue": []}]}',
    '{"id": "a", "text": "x", "attributions": [{"source": [[0, 9]], "cue": [[0, 1]], "content": []}]}',
])
def test_a_malformed_line_is_named(tmp_path: Path, line: str) -> None:
    with pytest.raises(InputError, match="line 2"):
        measured(tmp_path, row("Reuters reported that the dam broke."), line)


def test_a_file_that_cannot_be_read_is_an_input_error(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl.gz").write_bytes(b"no gzip")
    with pytest.raises(InputError, match="cannot be read"):
        evaluate_attributions(tmp_path / "x.jsonl.gz")
