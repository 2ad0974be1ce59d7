"""Whatever the text: no error, and every span stands where it says."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from checker.extract.credits import credits
from checker.extract.outlets import load_registry
from checker.text.sentences import sentences
from checker.types import Basis, Document

REGISTRY = load_registry()
PIECES = st.sampled_from(
    """Reuters|AP|the BBC|Le Monde|LEMONDE|the Guardian|日経|lemonde.fr|the Mindanao Courier|Kestrel|The Times|, according to |according to | as per | told |
    said that | reported.|, reported |,| and | (|)|"|“|”|'|’s |. |! |\n|\n\n|, citing | as noted by |'s Jane Doe |in an interview with | experts say |reportedly |it fell |Officials said |
    Twelve died|; |: | — |LONDON (AP) — |Sources: |per |via | officials| a report by | on Monday|,,| that """.replace("\n    ", "").split("|")
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=30).map("".join))


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_credits_never_fail_and_keep_their_places(text: str) -> None:
    story = Document("story.txt", text, "")
    spans = sentences(story)
    found = credits(story, spans, REGISTRY)
    assert len(found.sentences) == len(spans)
    for number, sentence in enumerate(spans):
        for credit in found.of(number):
            assert 0 <= credit.span.start < credit.span.end <= len(text)
            assert credit.outlet
            assert not credit.known or REGISTRY.canonical(credit.outlet) == credit.outlet
            assert credit.basis is Basis.PARAGRAPH or sentence.span.contains(credit.span)
        phrases = found.phrases(number)
        assert all(sentence.span.contains(phrase) and len(phrase) for phrase in phrases)
        assert all(a.end <= b.start for a, b in zip(phrases, phrases[1:]))
        for vague in found.vague(number):
            assert sentence.span.contains(vague.span)
            assert vague.source == " ".join(vague.span.of(text).split())
        statement = found.statement(number)
        assert statement == " ".join(statement.split())
        assert not statement or any(letter.isalnum() for letter in statement)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_mentions_are_in_order_and_apart(text: str) -> None:
    found = REGISTRY.mentions(text)
    assert all(0 <= m.span.start < m.span.end <= len(text) for m in found)
    assert all(a.span.end <= b.span.start for a, b in zip(found, found[1:]))


@given(st.text(max_size=400))
@settings(max_examples=200, deadline=None)
def test_any_name_resolves_or_does_not(name: str) -> None:
    found = REGISTRY.resolve(name)
    assert found is None or REGISTRY.resolve(found.name) is found
