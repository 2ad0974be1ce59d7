"""Which sentences are claims, what they state, and whose clauses are whose."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from checker.extract.claims import ClaimSet, claims
from checker.extract.claims.skip import why_not
from checker.text.sentences import sentences
from checker.types import Basis, Credit, Document, Sentence, Span, VagueCredit


@dataclass(frozen=True)
class Told:
    """Credits as a test states them: outlet, the phrase as written, and whether the statement loses the phrase."""

    outlet: str
    phrase: str
    removed: bool = True
    basis: Basis = Basis.SENTENCE


class Credits:
    """Credits that a test states, where the story's own are not the matter."""

    header: tuple[Credit, ...] = ()

    def __init__(self, text: str, spans: tuple[Sentence, ...], told: tuple[Told, ...]) -> None:
        self._text, self._sentences, self._told = text, spans, told

    def _found(self, i: int) -> list[tuple[Told, Span]]:
        span = self._sentences[i].span
        found = []
        for each in self._told:
            at = self._text.find(each.phrase, span.start, span.end)
            if at >= 0:
                found.append((each, Span(at, at + len(each.phrase))))
        return found

    def of(self, i: int) -> tuple[Credit, ...]:
        return tuple(Credit(t.outlet, t.basis, span, span) for t, span in self._found(i))

    def phrases(self, i: int) -> tuple[Span, ...]:
        return tuple(span for t, span in self._found(i) if t.removed)

    def vague(self, i: int) -> tuple[VagueCredit, ...]:
        return ()

    def statement(self, i: int) -> str:
        words = self._sentences[i].span.of(self._text)
        for t, _ in self._found(i):
            words = words.replace(t.phrase, " ") if t.removed else words
        words = re.sub(r"\s+([,.;])", r"\1", " ".join(words.split())).strip(" ,")
        return words if words.endswith((".", "!", "?", "\"")) or not words else words + "."


def read(text: str, *told: Told) -> ClaimSet:
    story = Document("story.txt", text, "0" * 64)
    found = sentences(story)
    return claims(story, found, Credits(text, found, told))  # type: ignore[arg-type]


NOT_CLAIMS = [
    ("Who will pay for it?", "question"),
    ("Reporting by Ona Brandt and Dale Whitcomb.", "credit line"),
    ("Additional reporting by Jonas Gudaitis in Oslo.", "credit line"),
    ("Editing by M. Lind.", "credit line"),
    ("Source: Reuters.", "credit line"),
    ("Photo: Agnes Moss.", "credit line"),
    ("With AFP.", "no fact"),
    ("Here is what we know.", "no fact"),
    ("Here's a look at the vote.", "no fact"),
    ("Here are five things to know.", "no fact"),
    ("It was a long night.", "no fact"),
    ("This is a developing story.", "no fact"),
    ("Time will tell.", "no fact"),
    ("Read more about the vote.", "call to readers"),
    ("Follow us on all channels.", "call to readers"),
    ("Sign up to our newsletter.", "call to readers"),
    ("Subscribe now.", "call to readers"),
    ("Good morning from Oslo.", "call to readers"),
    ("What a night!", "exclamation"),
    ("A dark day for Oslo.", "no verb"),
    ("Norway's oldest foundry.", "no verb"),
    ("The road ahead.", "no verb"),
    ("* * *", "no words"),
]

CLAIMS = [
    "Two children have died.",
    "Ona Brandt resigned.",
    "She resigned on Monday.",
    "He resigned.",
    "34 dead in bridge collapse.",
    "Critics called the plan a disaster.",
    "\"It was a long night,\" said Ona Brandt.",
    "\"Who will pay for it?\" Brandt asked.",
    "It was a long night for 300 families in Oslo.",
    "The minister reads more than most.",
    "Sources close to the court said the trial would begin in May.",
    "Reporting by satellite began in 1962.",
    "The club finally won the cup!",
    "Divers will enter the wreck on Thursday.",
    "Share prices fell by a third.",
    "Photographs show that the dam is cracked.",
    "The mayor is not amused.",
    "\"Thank you,\" said Brandt.",
    "ADVERTISEMENT Since the week that ended on 22 March more than 40 million people have filed claims, the labour office said.",
    "(Photo: Agnes Moss) At least 80 people were killed and 231 injured on Saturday when bombs went off in a market in Dunross.",
    "Oslo wants a vote.",
    "No player has cost the English club more.",
]


@pytest.mark.parametrize(("sentence", "reason"), NOT_CLAIMS, ids=[s for s, _ in NOT_CLAIMS])
def test_no_claim(sentence: str, reason: str) -> None:
    assert why_not(sentence, sentence) == reason


@pytest.mark.parametrize("sentence", CLAIMS)
def test_a_claim(sentence: str) -> None:
    assert why_not(sentence, sentence) is None


def test_a_sentence_that_is_only_a_credit_is_no_claim() -> None:
    found = read("The dam held. According to Reuters and AP.", Told("Reuters", "According to Reuters and AP"))
    assert [c.text for c in found.claims] == ["The dam held."]
    assert [s.reason for s in found.skipped] == ["credit line"]


def test_a_credited_sentence_that_is_all_quotation_is_a_claim() -> None:
    words = "“The vote will be held on Monday and nobody is ready for it.”"
    assert why_not(f"As Politico reported, {words}", words, credited=True) is None


def test_claims_are_numbered_and_placed() -> None:
    text = "The dam held.\nWho knew?\n\nOna Brandt resigned on Monday. Two ferries sank."
    found = read(text)
    assert [(c.id, c.text, c.line) for c in found.claims] == [
        ("c1", "The dam held.", 1), ("c2", "Ona Brandt resigned on Monday.", 4), ("c3", "Two ferries sank.", 4)]
    assert [(s.span.of(text), s.reason) for s in found.skipped] == [("Who knew?", "question")]


def test_a_claim_keeps_its_credit_phrase_but_its_statement_does_not() -> None:
    (claim,) = read("The dam held, Reuters reported.", Told("Reuters", ", Reuters reported")).claims
    assert (claim.text, claim.statement, claim.credited) == ("The dam held, Reuters reported.", "The dam held.", ("Reuters",))


def test_one_fact_is_one_part() -> None:
    (claim,) = read("The dam held, Reuters reported.", Told("Reuters", ", Reuters reported")).claims
    assert [(p.text, p.span) for p in claim.parts] == [(claim.statement, claim.span)]


def test_parts_have_places_in_the_story() -> None:
    text = "Rain fell.\nThe bridge opened in 1974, AP said, and carries 14,000 cars a day."
    claim = read(text, Told("Associated Press", ", AP said")).claims[1]
    assert [(p.text, p.span.of(text)) for p in claim.parts] == [
        ("The bridge opened in 1974.", "The bridge opened in 1974"),
        ("The bridge carries 14,000 cars a day.", "carries 14,000 cars a day")]


def test_a_pronoun_is_resolved_in_the_statement_only() -> None:
    _, second = read("Dale Whitcomb was sentenced on Friday. He will appeal.").claims
    assert (second.text, second.statement) == ("He will appeal.", "Dale Whitcomb will appeal.")


def test_a_pronoun_does_not_reach_beyond_the_paragraph_before() -> None:
    found = read("Dale Whitcomb was sentenced on Friday.\n\nRain fell.\n\nHe will appeal.")
    assert found.claims[-1].statement == "He will appeal."


SEVERAL_SOURCES = [
    ("Reuters put the toll at 31, while AP said 34 had died.",
     (Told("Reuters", "Reuters", removed=False), Told("Associated Press", "AP said")),
     (("Reuters put the toll at 31.", ("Reuters",)), ("34 had died.", ("Associated Press",)))),
    ("The bridge cost 62 million euros, according to Reuters, but AP put the bill at 70 million.",
     (Told("Reuters", ", according to Reuters"), Told("Associated Press", "AP", removed=False)),
     (("The bridge cost 62 million euros.", ("Reuters",)), ("AP put the bill at 70 million.", ("Associated Press",)))),
    ("The dam held, Reuters reported; Le Monde said it had cracked.",
     (Told("Reuters", ", Reuters reported"), Told("Le Monde", "Le Monde said")),
     (("The dam held.", ("Reuters",)), ("It had cracked.", ("Le Monde",)))),
]

ONE_SOURCE = [
    # both outlets say all of it
    ("The dam held, but the road was lost, according to Reuters and AP.",
     (Told("Reuters", ", according to Reuters"), Told("Associated Press", "AP", removed=False))),
    # the same outlet twice
    ("Reuters put the toll at 31, while Reuters said later that 34 had died.",
     (Told("Reuters", "Reuters", removed=False), Told("Reuters", "Reuters said later that"))),
    # no clause of its own
    ("The toll was 31, according to Reuters, and 34, according to AP.",
     (Told("Reuters", ", according to Reuters"), Told("Associated Press", ", according to AP"))),
    # the paragraph's credits cover all of it
    ("The dam held, while Oslo was flooded.",
     (Told("Reuters", "dam", removed=False, basis=Basis.PARAGRAPH), Told("AP", "Oslo", removed=False, basis=Basis.PARAGRAPH))),
]


@pytest.mark.parametrize(("sentence", "told", "expected"), SEVERAL_SOURCES, ids=[s[:40] for s, _, _ in SEVERAL_SOURCES])
def test_clauses_with_different_credits_are_claims_of_their_own(
        sentence: str, told: tuple[Told, ...], expected: tuple[tuple[str, tuple[str, ...]], ...]) -> None:
    found = read(sentence, *told).claims
    assert tuple((c.statement, c.credited) for c in found) == expected
    assert [c.id for c in found] == ["c1", "c2"]
    assert "".join(c.text for c in found).replace(" ", "") == sentence.replace(" ", "")


@pytest.mark.parametrize(("sentence", "told"), ONE_SOURCE, ids=[s[:40] for s, _ in ONE_SOURCE])
def test_a_sentence_with_shared_credits_is_one_claim(sentence: str, told: tuple[Told, ...]) -> None:
    (claim,) = read(sentence, *told).claims
    assert claim.text == sentence
