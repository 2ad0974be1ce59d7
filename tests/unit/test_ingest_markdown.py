"""Markdown: markup becomes spaces, prose stays where it stands."""

from __future__ import annotations

from datetime import date

import pytest

from checker.ingest.markdown import front_matter, read_markdown
from checker.ingest.mask import mask


def words(text: str) -> str:
    return " ".join(mask(text).plain.split())


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("The **minister** said *no*.", "The minister said no ."),
        ("***Both*** and __bold__ and _it_", "Both and bold and it"),
        ("**bold *nested* text**", "bold nested text"),
        ("~~old~~ new", "old new"),
        ("[Reuters](https://r.example/a_b_c) said", "Reuters said"),
        ('[Reuters](<https://r.example/a b> "a title") said', "Reuters said"),
        ("[Rossøya](https://w.example/R_(island)) is", "Rossøya is"),
        ("[the *ferry* line](x) said", "the ferry line said"),
        ("Before ![a ship](ship.png) after", "Before after"),
        ("[![a ship](ship.png)](https://x.example) after", "after"),
        ("He [said][1] so.\n\n[1]: https://x.example", "He said so."),
        ("The toll[^2] rose.\n\n[^2]: By Friday.", "The toll rose. By Friday."),
        ("`code` and ``a ` b``", "code and a ` b"),
        ("```\nThe ferry *sank*.\n```\nThen", "The ferry *sank*. Then"),
        ("> quoted\n> > twice", "quoted twice"),
        ("- one\n* two\n+ three\n- [x] done", "one two three done"),
        ("1. one\n2. two\n10) ten", "one two ten"),
        ("| City | Dead |\n|:---|---:|\n| Bergen | 14 |", "City Dead Bergen 14"),
        ("City | Dead\n--- | ---\nBergen | 14", "City Dead Bergen 14"),
        ("a <b>bold</b><br/>word <!-- hidden\nlines --> end", "a bold word end"),
        ("# A heading\n\nThe ferry sank.", "The ferry sank."),
        ("A heading\n=========\n\nThe ferry sank.", "The ferry sank."),
        ("## Closed ##\nThe ferry sank.", "The ferry sank."),
        ("one\n\n---\n\n* * *\n\ntwo", "one two"),
        (r"14\* people \[sic\]", "14 * people [sic ]"),
        ("a&nbsp;b", "a b"),
        ("see <https://x.example/a> and a@b", "see and a@b"),
    ],
)
def test_markup_becomes_spaces(text: str, prose: str) -> None:
    assert words(text) == prose


@pytest.mark.parametrize(
    "prose",
    [
        "5 * 3 * 2 is 30, and 2*3*4 is 24.",
        "snake_case_names and a _ alone",
        'He said: "[The mayor] knew [sic] it."',
        "x < y and y > z, and 3 <4> 5",
        "In all they were\n14. Then nothing.",
        "2026. A bad year.",
        "#hashtag and No. #1",
        "A footnote* without a pair",
        "either|or, with no table near",
        "an unclosed [bracket and `tick and <!-- comment",
        "-5 degrees\n-and no list",
        "A paragraph that ends as a sentence does.\nNot a heading.",
        "US$5 (£4) ^ 2 ~ 3",
    ],
)
def test_prose_is_left_alone(prose: str) -> None:
    assert mask(prose).plain == prose


def test_a_rule_below_a_sentence_does_not_make_it_a_heading() -> None:
    assert words("The ferry sank on Monday.\n---\nNobody knew.") == "The ferry sank on Monday. Nobody knew."


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("# Ferry *sinks*\n\nIt sank.", "Ferry sinks", "It sank."),
        ("Ferry sinks\n===\n\nIt sank.", "Ferry sinks", "It sank."),
        ('---\ntitle: "Ferry: sinks"\n---\n# Other\n\nIt sank.', "Ferry: sinks", "It sank."),
        ("It sank.\n\n## Later\n\nIt rose.", "Later", "It sank.\n\n        \n\nIt rose."),
    ],
)
def test_titles(text: str, title: str, body: str) -> None:
    draft = read_markdown(text.encode(), "x.md")
    assert draft.header.title == title and draft.plain.strip() == body


def test_front_matter() -> None:
    text = (
        "---\n# a comment\ntitle: 'Ferry sinks'\ncredited_from: [Le Monde, \"AP\"]\nsources:\n  - Reuters\n"
        "outlet: STAT # ours\ndate: 2026-03-12\nnested:\n  deep: x\nurl: https://www.stat.example/x\n---\nIt sank.\n"
    )
    found = front_matter(text)
    assert (found.title, found.outlet, found.published) == ("Ferry sinks", "STAT", date(2026, 3, 12))
    assert found.credits == ("Le Monde", "AP", "Reuters")
    assert found.domain == "stat.example"
    assert text[found.end :] == "It sank.\n"


@pytest.mark.parametrize(
    "text", ["---\n\nThe ferry sank.\n\n---\n", "--- \nno end: here\n", "The ferry\n---\ntitle: x\n---\n", "", "---"]
)
def test_what_is_no_front_matter(text: str) -> None:
    assert front_matter(text).end == 0


@pytest.mark.parametrize(
    "unit",
    ["[", "](", "[a](", "*", "**a *b ", "_a_ ", "`", "``a` ", "<a ", "<!--", "> ", "- ", "1. ", "|a", "|-", "# ", "\n",
     "[x]: y\n", "\\", "![", '](x "', "]((", "    ", "- - "],
)  # fmt: skip
def test_hostile_text_comes_to_an_end(unit: str) -> None:
    """Quadratic steps would take minutes here."""
    text = unit * (40_000 // len(unit)) + "|"
    assert len(mask(text).plain) == len(text)


def test_a_long_run_of_marks_closes_many() -> None:
    text = "*a " * 5_000 + "b" + "*" * 5_000
    assert "*" not in mask(text).plain
