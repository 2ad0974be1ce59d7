"""Forms whose words stand behind the outlets: "A reported that", "A's report says", "A: …"."""

from __future__ import annotations

import re

from checker.extract.credits import grammar as g
from checker.extract.credits.listed import Listed, cut_out, length, whole_clause
from checker.extract.credits.model import Found
from checker.types import Span


def subject(listed: Listed) -> Found | None:
    """A reported that; …, A said.; A, citing B, wrote:"""
    opened = g.CLAUSE_BEFORE.search(listed.before)
    after, shift = listed.after, 0
    if opened is None:
        return _of_reporter(listed) or _relative(listed)
    verb = g.VERB_AFTER.match(after)
    if verb is None and (person := g.PERSON_AFTER.match(after) or g.DESK_AFTER.match(after) or g.EDITION_AFTER.match(after)):
        shift = person.end() + after.startswith(",", person.end())
        verb = g.VERB_AFTER.match(after, shift)
    if verb is None or verb["plural"] and len(listed.names) == 1:
        return None
    if shift and after[shift - 1] == ",":  # "as one of them, the AP's Lisa Lerer, reported": the sentence needs her
        return Found(listed.names, None)
    start = listed.at + (opened.start("from") if opened["from"] else opened.end())
    end = listed.span.end + verb.end()
    rest = listed.text[end : end + g.REACH]
    if listed.ends(end) or g.COMMA.match(rest) and not listed.begins(start):
        if listed.begins(start) and listed.ends(end):
            return None
        lead = re.search(r"[\s,;:—–-]*$", listed.text[max(0, start - g.REACH) : start])
        conjunction = re.search(r"[\s,;]*\b(?:as|which|that)\s+$", listed.text[max(0, start - 12) : start], re.IGNORECASE)
        begin = start - (len(conjunction[0]) if conjunction else len(lead[0]) if lead else 0)
        quoted = re.search(r"[,!?.…][\"”’'»]$", listed.text[max(0, begin - 2) : begin])
        if listed.ends(end) and not verb["reports"] and not listed.text[begin:start].strip(" ") and not listed.begins(start) and not quoted:
            return None
        return Found(listed.names, cut_out(listed, begin, end, listed.text[begin:start]), closing=listed.ends(end))
    that = g.THAT.match(rest)
    strong = verb["reports"] is not None or verb["says"] is not None
    own = verb["reports"] is None and shift == 0 and g.OF_ITSELF.match(rest) is not None and g.OWN_WORK.match(rest) is None
    if own or g.NO_CLAUSE.match(rest) or verb["reports"] and g.EARNINGS.match(rest) and not that:
        return None
    if not that and not strong and not re.match(r"\s*,?\s*[\"“]", rest):
        return None
    common = not listed.names[0].sure and _one_common_word(listed) and listed.begins(listed.span.start)
    if common and not (verb["reports"] and that) and not g.OWN_WORK.match(rest):  # nobody calls a person "its"
        return None
    if verb["reports"] and not that and not g.CLAUSE_AFTER.match(rest):
        return Found(listed.names, None)
    if g.WHEN_ALONE.fullmatch(listed.text, 0, start):  # "On Monday, Reuters reported that": the day is that of the report
        start = 0
    return Found(listed.names, whole_clause(listed, start, end + length(that)))


def _of_reporter(listed: Listed) -> Found | None:
    """Joel Pollak of A observed that; a writer for A said"""
    if g.JOURNALIST_BEFORE.search(listed.before):
        return Found(listed.names, None) if g.VERB_AFTER.match(listed.after, listed.after.startswith(",")) else None
    if not g.REPORTER_BEFORE.search(listed.before):
        return None
    edition = g.EDITION_AFTER.match(listed.after)
    says = g.VERB_AFTER.match(listed.after, edition.end() if edition else 0)
    return Found(listed.names, None) if says and (says["reports"] or says["weak"]) else None


def _relative(listed: Listed) -> Found | None:
    """the number of people A reported she is vetting: read only with the outlet in it"""
    if not all(name.known and name.sure for name in listed.names) or not g.RELATIVE_BEFORE.search(listed.before.removesuffix("the ").removesuffix("The ")):
        return None
    verb = g.VERB_AFTER.match(listed.after)
    if verb is None or verb["reports"] is None:
        return None
    rest = listed.after[verb.end() :]
    reports = g.CLAUSE_AFTER.match(rest) and not g.OF_ITSELF.match(rest) and not g.NO_CLAUSE.match(rest)
    return Found(listed.names, None) if reports else None


def _one_common_word(listed: Listed) -> bool:
    name = listed.text[listed.names[0].span.start : listed.names[0].span.end]
    return len(listed.names) == 1 and " " not in name and not name.isupper() and not name.startswith("The ") and not re.search(r"\bthe\s+$", listed.before, re.IGNORECASE)


def owned(listed: Listed) -> Found | None:
    """A's report said that; reporting of A's; a Reuters tally shows"""
    product = g.PRODUCT_AFTER.match(listed.after)
    if product is None or g.DISPUTED.search(listed.before):
        return None
    end = listed.span.end + product.end()
    end += length(g.POLLED.match(listed.text, end))
    rest = listed.text[end : end + g.REACH]
    lead = re.search(rf"(?P<lead>[\s,;(]*)\b(?:in|based\s+on|per|citing|from)\s+(?P<art>{g.ARTICLES})$", listed.before, re.IGNORECASE)
    if lead:
        return Found(listed.names, cut_out(listed, listed.at + lead.start(), end, lead["lead"]))
    opened = g.CLAUSE_BEFORE.search(listed.before)
    says = re.match(rf"\s+{g.PRODUCT_SAYS.pattern}", rest, re.IGNORECASE)
    if opened is None or says is None:
        reported = g.A_BEFORE.search(listed.before) and g.REPORT_THAT.match(rest)
        return Found(listed.names, None) if reported else None
    start = listed.at + (opened.start("from") if opened["from"] else opened.end())
    if listed.ends(end + says.end()) and not listed.begins(start):
        begin = start - length(re.search(r"[\s,;]*$", listed.text[max(0, start - g.REACH) : start]))
        return Found(listed.names, Span(begin, end + says.end()), closing=True)
    if not says[0].endswith("that") and not g.CLAUSE_AFTER.match(listed.text[end + says.end() : end + says.end() + g.REACH]):
        return Found(listed.names, None)
    return Found(listed.names, whole_clause(listed, start, end + says.end()))


def carries(listed: Listed) -> Found | None:
    """A put the toll at 12; A quoted him as saying: read only with the outlet in it"""
    if not g.CLAUSE_BEFORE.search(listed.before) or not all(name.known for name in listed.names):
        return None
    return Found(listed.names, None) if g.CARRIES_AFTER.match(listed.after) else None


def colon(listed: Listed) -> Found | None:
    """A: what it says"""
    colon = g.COLON_AFTER.match(listed.after)
    if colon is None or not listed.begins(listed.span.start) or not all(name.known for name in listed.names):
        return None
    return Found(listed.names, whole_clause(listed, listed.span.start, listed.span.end + listed.after.index(":") + 1))
