"""Telling whether a list of outlets in a sentence is a credit, and what phrase it stands in.

What stands before the list ("according to", "told") is tried first, then what stands behind it ("reported that"). An
outlet in no such place is merely mentioned.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from checker.extract.credits import after, before
from checker.extract.credits import grammar as g
from checker.extract.credits.listed import Listed
from checker.extract.credits.model import Found

_FORMS: tuple[Callable[[Listed], Found | None], ...] = (
    before.parenthesis,
    before.told,
    before.interview,
    before.according,
    before.report_in,
    before.inverted,
    after.subject,
    after.owned,
    after.carries,
    before.dash,
    after.colon,
    before.listed_with_others,
)
"""In this order: the narrow forms before the wide ones."""


def form_of(listed: Listed) -> Found | None:
    """The credit that the list stands in; None if the outlets are only mentioned."""
    if _part_of_longer_name(listed):
        return None
    for form in _FORMS:
        found = form(listed)
        if found is not None:
            return found
    return None


def led_by(listed: Listed) -> bool:
    """Whether words of crediting stand right before the list, whatever the list is of."""
    return any(pattern.search(listed.before) for pattern in (g.ACCORDING_BEFORE, g.AS_BY_BEFORE, g.TOLD_BEFORE, g.CITING_BEFORE, g.INTERVIEW_BEFORE))


def _part_of_longer_name(listed: Listed) -> bool:
    """ "Reuters Institute", "the Washington Post Company": the capital after it belongs to the name."""
    return (
        g.CAPITAL_AFTER.match(listed.after) is not None
        and not g.PRODUCT_AFTER.match(listed.after)
        and not _reports(listed)
        and not re.match(rf"{g.WITH_PARTNER}\s+(?:found|showed|shows|finds)\b", listed.after)
    )


def _reports(listed: Listed) -> bool:
    """Whether a journalist or a local edition follows, and a verb: "Guardian columnist Jane Smith wrote"."""
    person = g.PERSON_AFTER.match(listed.after) if listed.names[-1].sure else None
    follows = person or g.EDITION_AFTER.match(listed.after)
    return follows is not None and g.VERB_AFTER.match(listed.after, follows.end()) is not None
