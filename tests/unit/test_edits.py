"""One change to a sentence, of one kind."""

from __future__ import annotations

import random

import pytest

from checker.training.generated import edits
from checker.training.generated.phrasing import reworded

PASSAGE = (
    "On Tuesday the court in Lyon fined Marcel Dupont 3,400 euros. Anna Keller sued Marcel Dupont in March. “We will appeal the first "
    "ruling,” Anna Keller said on Friday. Some 14 workers lost two months of pay; most of them may return in June.")


def changed(edit: edits.Edit, sentence: str, times: int = 20) -> set[str]:
    return {c for i in range(times) if (c := edit(sentence, PASSAGE, random.Random(i))) is not None}


@pytest.mark.parametrize(("edit", "sentence"), [
    (edits.number, "The court fined Marcel Dupont 3,400 euros."), (edits.number, "Some 14 workers lost two months of pay."),
    (edits.date, "The court in Lyon ruled on Tuesday."), (edits.date, "She sued in March."),
    (edits.name, "The court fined Marcel Dupont."), (edits.role, "Anna Keller sued Marcel Dupont."),
    (edits.negation, "They will return in June."), (edits.negation, "They can not return in June."),
    (edits.opposite, "The workers lost two months of pay."), (edits.quotation, "“We will appeal the first ruling,” she said."),
    (edits.surer, "Most of them may return."), (edits.weaker, "They will return in June.")])
def test_an_edit_changes_the_sentence(edit: edits.Edit, sentence: str) -> None:
    found = changed(edit, sentence)
    assert found and sentence not in found


@pytest.mark.parametrize("edit", [k.edit for k in edits.KINDS])
def test_nothing_to_change_is_none(edit: edits.Edit) -> None:
    assert edit("so it goes", "so it goes", random.Random(0)) is None


def test_a_role_swap_exchanges_subject_and_object() -> None:
    assert changed(edits.role, "Anna Keller sued Marcel Dupont.") == {"Marcel Dupont sued Anna Keller."}
    assert changed(edits.role, "Anna Keller met Marcel Dupont.") == set(), "meeting is the same both ways"


def test_false_values_are_borrowed_from_the_passage() -> None:
    assert "The court in Lyon ruled on Friday." in changed(edits.date, "The court in Lyon ruled on Tuesday.")
    assert changed(edits.name, "The court fined Marcel Dupont.") == {"The court fined Anna Keller."}


def test_a_quotation_is_changed_only_inside_its_marks() -> None:
    for sentence in changed(edits.quotation, "The first of them said: “We will appeal the first ruling.”"):
        assert sentence.startswith("The first of them said: “We will appeal the ")


@pytest.mark.parametrize("figure", ["1,200", "14", "2.5", "1998", "41", "1"])
def test_a_near_figure_is_another_one_written_alike(figure: str) -> None:
    for seed in range(30):
        for other in edits._near_figures(figure, random.Random(seed)):
            assert float(other.replace(",", "")) != float(figure.replace(",", ""))
            assert ("." in other) == ("." in figure)


def test_rewording_keeps_figures_and_names() -> None:
    sentence = "However, on Tuesday the court (in Lyon) fined Marcel Dupont 3,400 euros, officials said."
    for seed in range(40):
        text = reworded(sentence, random.Random(seed))
        assert "3,400" in text and "Marcel Dupont" in text and text[0].isupper()


def test_the_same_seed_gives_the_same_edit() -> None:
    for kind in edits.KINDS:
        for sentence in PASSAGE.split(". "):
            assert kind.edit(sentence, PASSAGE, random.Random("a")) == kind.edit(sentence, PASSAGE, random.Random("a"))
