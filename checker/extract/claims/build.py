"""From sentences and credits to claims."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.extract.claims.clauses import facts
from checker.extract.claims.references import MOST_PREVIOUS, resolve
from checker.extract.claims.skip import why_not
from checker.extract.claims.sources import Stretch, stretches
from checker.extract.claims.traced import Traced, trace
from checker.types import Claim, Document, Part, Sentence, Span

if TYPE_CHECKING:
    from checker.extract.credits import CreditMap


@dataclass(frozen=True, slots=True)
class Skipped:
    """A sentence that is no claim, and why, in a word or two ("question", "credit line")."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class ClaimSet:
    """The claims of a story in order, and the sentences that are none."""

    claims: tuple[Claim, ...]
    skipped: tuple[Skipped, ...]


def claims(story: Document, sentences: tuple[Sentence, ...], credits: CreditMap) -> ClaimSet:
    """One claim a sentence that can be checked; one a clause where the clauses have different credits.

    ``sentences`` and ``credits`` are those of the story. Every sentence is in a claim or is skipped with a reason.
    """
    found: list[Claim] = []
    skipped: list[Skipped] = []
    lines = [at for at, character in enumerate(story.text) if character == "\n"]
    statements = tuple(" ".join(credits.statement(i).split()) for i in range(len(sentences)))
    for number, sentence in enumerate(sentences):
        phrases = credits.phrases(number)
        reason = why_not(sentence.span.of(story.plain), statements[number], credited=bool(phrases))
        if reason:
            skipped.append(Skipped(sentence.span, reason))
            continue
        text = sentence.span.of(story.plain)
        whole = trace(statements[number], text, sentence.span.start, phrases)
        previous = _previous(sentences, statements, number)
        for stretch in stretches(sentence.span, text, whole, credits.of(number), credits.vague(number)):
            found.append(_claim(f"c{len(found) + 1}", story, stretch, previous, bisect_left(lines, stretch.span.start) + 1))
            previous = (*previous, found[-1].statement)
    return ClaimSet(tuple(found), tuple(skipped))


def _claim(name: str, story: Document, stretch: Stretch, previous: tuple[str, ...], line: int) -> Claim:
    resolved = resolve(stretch.statement.text, previous)
    statement = _with(stretch.statement, resolved)
    parts = facts(statement)
    if len(parts) == 1:
        places: tuple[Part, ...] = (Part(stretch.span, resolved),)
    else:
        places = tuple(Part(part.span() or stretch.span, part.text) for part in parts)
    return Claim(name, stretch.span.of(story.text), stretch.span, line, resolved, places, stretch.credits, stretch.vague)


def _with(statement: Traced, resolved: str) -> Traced:
    """A statement whose first word was replaced: the new words have the place of the old one."""
    if resolved == statement.text:
        return statement
    added = len(resolved) - len(statement.text)
    pronoun = statement.text.split(maxsplit=1)[0]
    place = statement.origin[0]
    head = Traced(resolved[: len(pronoun) + added], (place,) * (len(pronoun) + added))
    return head + statement.cut(len(pronoun))


def _previous(sentences: tuple[Sentence, ...], statements: tuple[str, ...], number: int) -> tuple[str, ...]:
    """The statements before a sentence in its paragraph and the one before."""
    start = number
    while start > 0 and number - start < MOST_PREVIOUS and sentences[number].paragraph - sentences[start - 1].paragraph <= 1:
        start -= 1
    return statements[start:number]


