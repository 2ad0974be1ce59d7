"""Credits of the story as a whole: the header line, a line of sources, the agency of a dateline."""

from __future__ import annotations

from checker.extract.credits import grammar as g
from checker.extract.credits.listed import Listed
from checker.extract.outlets import Registry
from checker.types import Basis, Credit, Document, Span


def header_credits(story: Document, registry: Registry, lines: tuple[Credit, ...]) -> tuple[Credit, ...]:
    """The outlets of the story's header, then those of ``lines`` (found in its body), each once.

    A name's span is where the text above the body has it, (0, 0) if nowhere (it was given, not written).
    """
    above = story.text[: story.body.start]
    places = {mention.outlet: mention.span for mention in reversed(registry.mentions(above))}
    found: dict[str, Credit] = {}
    for written in story.header_credits:
        known = registry.canonical(written)
        outlet = known or written
        at = above.find(written)
        span = places.get(outlet) or (Span(at, at + len(written)) if at >= 0 else Span(0, 0))
        found.setdefault(outlet, Credit(outlet, Basis.HEADER, span, span, known is not None))
    for credit in lines:
        found.setdefault(credit.outlet, credit)
    return tuple(found.values())


def is_credit_line(listed: Listed) -> bool:
    """Whether the sentence says nothing but where the story comes from: "Sources: AP, Reuters", "(AP)"."""
    if listed.span.start > g.REACH:
        return False
    head = listed.text[: listed.span.start]
    return listed.ends(listed.span.end) and (listed.begins(listed.span.start) or g.CREDIT_LINE.match(head) is not None)


def dateline(listed: Listed) -> Span | None:
    """ "LONDON (AP) — " at the start of a sentence; None if there is none."""
    if listed.span.start > g.REACH or not g.DATELINE.match(listed.text[: listed.span.start]):
        return None
    after = g.DATELINE_AFTER.match(listed.after)
    return Span(0, listed.span.end + after.end()) if after and after.end() < len(listed.after) else None
