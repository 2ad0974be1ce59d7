"""Parties of a sentence: names, and who is told by what they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.comparers.parties import DESCRIBED, parties, same_party


@pytest.mark.parametrize(("text", "wanted"), [
    ("The union has sued the ministry.", ["The union", "the ministry"]),
    ("A police officer was rescued by two farmers.", ["A police officer", "two farmers"]),
    ("The farmer's neighbour paid the bank.", ["The farmer", "neighbour", "the bank"]),
    ("The country's largest airline left.", ["The country", "largest airline"]),
    ("Finance minister Hana Okoye left the police station.", ["Hana Okoye"]),
    ("The government of Estmark fell.", ["Estmark"]),
    ("Estmark's government fell.", ["Estmark"]),
    ("It rained all day.", []),
])
def test_parties_are_found(text: str, wanted: list[str]) -> None:
    assert [p.text for p in parties(text)] == wanted
    assert all(p.span.of(text) == p.text for p in parties(text) if p.kind == DESCRIBED)


def test_descriptions_are_one_by_their_nouns_and_never_a_name() -> None:
    union, other, name = (parties(t)[0] for t in ("The union left.", "Striking unions left.", "Norvane left."))
    assert not same_party(union, name)
    assert same_party(union, other)
    assert not same_party(union, parties("The council left.")[0])


@given(st.text(alphabet="aA thegovrnmu'’s.,0 \n", max_size=80))
def test_no_text_breaks_it(text: str) -> None:
    found = parties(text)
    assert all(0 <= p.span.start < p.span.end <= len(text) for p in found)
    assert list(found) == sorted(found, key=lambda p: p.span.start)


def test_hostile_text_takes_no_quadratic_time() -> None:
    text = "Odd Berge met the union and " * 20_000
    assert len(parties(text)) == 40_000
