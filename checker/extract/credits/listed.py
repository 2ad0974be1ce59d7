"""A list of outlets in a sentence, and where the phrase around it begins and ends."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.extract.credits import grammar as g
from checker.extract.credits.model import Named
from checker.types import Span

MOST_MARKS = 40
"""Quote marks, brackets and spaces that can open a sentence before its first word."""


@dataclass(frozen=True, slots=True)
class Listed:
    """Outlets named side by side, with the sentence they stand in; ``span`` covers the list."""

    text: str
    names: tuple[Named, ...]

    @property
    def span(self) -> Span:
        return Span(self.names[0].span.start, self.names[-1].span.end)

    @property
    def before(self) -> str:
        return self.text[max(0, self.span.start - g.REACH) : self.span.start]

    @property
    def after(self) -> str:
        return self.text[self.span.end : self.span.end + g.REACH]

    @property
    def at(self) -> int:
        """Where ``before`` starts in the sentence."""
        return max(0, self.span.start - g.REACH)

    def ends(self, position: int) -> bool:
        """Whether nothing but marks follows."""
        return g.END.match(self.text, position) is not None

    def begins(self, position: int) -> bool:
        return position <= MOST_MARKS and not self.text[:position].strip(" \t\n\"'“‘(*_-–—")


def is_title_of_person(listed: Listed) -> bool:
    """Whether someone of the outlet's house follows: "Guardian editor", "the BBC's chairman"."""
    return g.OF_THE_HOUSE.match(listed.after) is not None


def product_end(listed: Listed) -> tuple[int, bool]:
    """Where the name ends with what the outlet made of it: "Reuters' tally", "a Reuters poll released on Monday"."""
    product = g.PRODUCT_AFTER.match(listed.after)
    if product:
        return listed.span.end + product.end(), True
    return listed.span.end + length(re.match(r"['’]s?(?=[\s.,;]|$)", listed.after)), False


def cut_out(listed: Listed, start: int, end: int, lead: str) -> Span:
    """The phrase with the comma after it, if one stands before it or it opens the sentence."""
    if listed.begins(start):
        start += len(lead) - len(lead.lstrip())
        return Span(start, end + length(re.match(r"\s*[,:]\s*", listed.text[end : end + 4])))
    if "(" in lead and ")" not in listed.text[start:end]:
        end += length(re.match(r"\s*\)", listed.text[end : end + 3]))
    if "," in lead:
        if re.match(r",(?=\s+(?:and|but|while|which|who|with|a\s+sum|an?\s)\b)", listed.text[end : end + 8]):
            return Span(start, end)
        return Span(start, end + length(re.match(r",", listed.text[end : end + 1])))
    if ("—" in lead or "–" in lead) and (dash := re.match(r"\s*[—–]", listed.text[end : end + 3])):
        return Span(start, end + dash.end())
    return Span(start, end)


def whole_clause(listed: Listed, start: int, end: int) -> Span:
    """ "AP said that " with the space after it, so that what it says follows."""
    return Span(start, end + length(re.match(r"\s*[,:]?\s+", listed.text[end : end + 6])))


def length(match: re.Match[str] | None) -> int:
    return match.end() - match.start() if match else 0
