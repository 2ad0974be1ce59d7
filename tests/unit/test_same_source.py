"""Copies of one agency text are one source."""

from __future__ import annotations

from checker.decide.same_source import same_source
from checker.types import SILENT_SCORES, Evidence, OutletStance, Span, Stance

AGENCY = ("Rescuers pulled nine miners from the flooded Kestrel shaft on Monday after two days underground, "
          "the regional governor said, adding that three were still missing.")
EDITED = ("Rescuers pulled nine miners from the flooded Kestrel shaft on Monday after two days underground, "
          "the regional governor said. Three others have not been found.")
OWN = "Nine men came up alive from Kestrel on Monday. Governor Ilse Marten put the number of missing at three."


def stance(outlet: str, text: str) -> OutletStance:
    evidence = Evidence(0, Span(0, len(text)), text, 0.9, SILENT_SCORES)
    return OutletStance(outlet, True, Stance.SUPPORTS, 0.9, (evidence,))


def test_edited_agency_copy_is_one_source() -> None:
    assert same_source([stance("A", AGENCY), stance("B", EDITED)]) == (("A", "B"),)


def test_own_words_are_two_sources() -> None:
    assert same_source([stance("A", AGENCY), stance("B", OWN)]) == ()


def test_the_independent_one_stays_out_of_the_group() -> None:
    assert same_source([stance("A", AGENCY), stance("B", OWN), stance("C", EDITED)]) == (("A", "C"),)


def test_short_evidence_is_never_a_copy() -> None:
    assert same_source([stance("A", "Nine rescued."), stance("B", "Nine rescued.")]) == ()
