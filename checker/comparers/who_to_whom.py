"""Who did what to whom: does the passage have the claim's two parties the other way round?

"A sued B" is contradicted by "B sued A" and by "A was taken to court by B", unless the passage says both.
"""

from __future__ import annotations

from checker.comparers.actions import actions
from checker.comparers.dealings import Dealing, dealings
from checker.comparers.parties import same_party
from checker.comparers.side import Side
from checker.types import Mark, Signal, Span

NAME = "who-to-whom"


def compare(claim: Side, passage: Side) -> Signal:
    """Which dealings between two names the passage has as the claim has them (matched), or with doer and other exchanged
    (conflicting, rule ``name-conflict``). Others are not counted. Never raises."""
    theirs = _between_two(passage.text) if passage.text else ()
    marks: list[Mark] = []
    message = ""
    for own in _between_two(claim.text):
        alike = [t for t in theirs if t.deal == own.deal]
        same = next((t for t in alike if same_party(own.doer, t.doer) and same_party(own.other, t.other)), None)
        turned = next((t for t in alike if same_party(own.doer, t.other) and same_party(own.other, t.doer)), None)
        place = _place(own).shifted(claim.base)
        if same is not None:
            marks.append(Mark(NAME, place, _place(same).shifted(passage.base), False))
        elif turned is not None:
            note = f"{own.doer.text} and {own.other.text} have changed places"
            message = message or note
            marks.append(Mark(NAME, place, _place(turned).shifted(passage.base), True, note))
    conflicts = sum(m.conflict for m in marks)
    return Signal(NAME, float(len(marks) - conflicts), float(conflicts), 0.0, "name-conflict" if conflicts else None, message, tuple(marks))


def _between_two(text: str) -> tuple[Dealing, ...]:
    """All that can be read of one party acting on another."""
    plain = (Dealing(a.verb, a.doer, a.other) for a in actions(text))
    return tuple(d for d in (*dealings(text), *plain) if not same_party(d.doer, d.other))


def _place(dealing: Dealing) -> Span:
    return Span(min(dealing.doer.span.start, dealing.other.span.start), max(dealing.doer.span.end, dealing.other.span.end))
