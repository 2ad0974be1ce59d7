"""What is found: the credits of each sentence."""

from __future__ import annotations

from dataclasses import dataclass

from checker.types import Credit, Span, VagueCredit


@dataclass(frozen=True, slots=True)
class Named:
    """An outlet's name in a sentence. ``known`` is False for one that the registry lacks; ``sure`` for no common word."""

    span: Span
    outlet: str
    known: bool = True
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Found:
    """One credit phrase of a sentence, offsets into the sentence.

    ``phrase`` is what needs no support, None where the sentence cannot be read without it ("Reuters put the toll at
    12"); ``by`` takes its place in the statement. ``closing`` if it can cover the sentences before it.
    """

    names: tuple[Named, ...]
    phrase: Span | None
    by: str = ""
    edit: Span | None = None
    closing: bool = False

    @property
    def replaced(self) -> Span | None:
        """What ``by`` takes the place of: ``edit`` where it is wider than the phrase ("told Reuters" becomes "said")."""
        return self.edit or self.phrase


@dataclass(frozen=True, slots=True)
class SentenceCredits:
    """What one sentence holds."""

    credits: tuple[Credit, ...] = ()
    phrases: tuple[Span, ...] = ()
    vague: tuple[VagueCredit, ...] = ()
    statement: str = ""


@dataclass(frozen=True, slots=True)
class CreditMap:
    """The credits of a story, by the index of the sentence; spans are offsets into the story's text.

    ``header`` are the outlets credited for the story as a whole, which credits no single sentence.
    """

    sentences: tuple[SentenceCredits, ...]
    header: tuple[Credit, ...] = ()

    def of(self, sentence_index: int) -> tuple[Credit, ...]:
        """The sentence's own credits; if it has none, those of the credit that closes its paragraph."""
        return self.sentences[sentence_index].credits

    def phrases(self, sentence_index: int) -> tuple[Span, ...]:
        """What to blank out of the sentence because it needs no support itself; in order, without overlaps."""
        return self.sentences[sentence_index].phrases

    def vague(self, sentence_index: int) -> tuple[VagueCredit, ...]:
        """Sources that cannot be looked up, where no outlet vouches for them."""
        return self.sentences[sentence_index].vague

    def statement(self, sentence_index: int) -> str:
        """The sentence without its credit phrases, readable: one line, a capital first, a full stop last."""
        return self.sentences[sentence_index].statement
