"""Telling whether a list of outlets in a sentence is a credit, and what phrase it stands in.

What stands before the list ("according to", "told") is tried first, then what stands behind it ("reported that"). An
outlet in no such place is merely mentioned.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from checker.extract.credits import grammar as g
from checker.extract.credits.model import Found, Named
from checker.types import Span


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
        return not self.text[:position].strip(" \t\n\"'“‘(*_-–—")


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


def is_title_of_person(listed: Listed) -> bool:
    """Whether someone of the outlet's house follows: "Guardian editor", "the BBC's chairman"."""
    return g.OF_THE_HOUSE.match(listed.after) is not None


def _part_of_longer_name(listed: Listed) -> bool:
    """ "Reuters Institute", "the Washington Post Company": the capital after it belongs to the name."""
    return (
        g.CAPITAL_AFTER.match(listed.after) is not None
        and not g.PRODUCT_AFTER.match(listed.after)
        and not (listed.names[-1].sure and g.PERSON_AFTER.match(listed.after) and _reports(listed))
    )


def _reports(listed: Listed) -> bool:
    person = g.PERSON_AFTER.match(listed.after)
    return person is not None and g.VERB_AFTER.match(listed.after, person.end()) is not None


def _according(listed: Listed) -> Found | None:
    """according to A; as per A; via A; citing A; as reported by A"""
    for pattern in (g.ACCORDING_BEFORE, g.CITING_BEFORE, g.AS_BY_BEFORE):
        found = pattern.search(listed.before)
        if found is None:
            continue
        end, product = _product_end(listed)
        if not product and is_title_of_person(listed):
            return None
        lead = listed.at + found.start()
        if not product and (others := g.OTHERS_AFTER.match(listed.after)):
            start = listed.at + (re.search(r"(?:\bthe\s+)?$", listed.before, re.IGNORECASE) or found).start()
            return Found(listed.names, Span(start, listed.span.end + others.end()))
        backed = pattern is g.ACCORDING_BEFORE or pattern is g.AS_BY_BEFORE and (found["as"] is not None or "," in found["lead"] or listed.begins(lead))
        if pattern is g.AS_BY_BEFORE and not backed and not _credits_thing(listed, found):
            return None
        if pattern is g.AS_BY_BEFORE and not backed and g.HELPER_BEFORE.search(listed.before[: found.start()] + " "):
            return Found(listed.names, None)
        end += _length(g.OUTLET_SAYS_WHERE.match(listed.text, end))
        when = re.compile(g.WHEN, re.IGNORECASE).match(listed.text, end)
        if when and (listed.ends(when.end()) or listed.text[when.end()] == ","):
            end = when.end()
        phrase = _cut_out(listed, lead, end, found["lead"])
        covers = pattern is not g.CITING_BEFORE and (backed or "according to" in listed.text[max(0, lead - 60) : lead].lower())
        return Found(listed.names, phrase, closing=covers and listed.ends(phrase.end) and not listed.begins(lead))
    return None


def _credits_thing(listed: Listed, found: re.Match[str]) -> bool:
    """Whether "reported by A" follows what A reported ("a poll cited by Reuters"), not what was done to somebody."""
    head = listed.before[: found.start()].rstrip()
    word = re.search(r"[\w’'-]+$", head)
    verb = re.search(r"(\w+)(?:\s+as\s+saying)?\s+(?:by|in|on)\b", found[0])
    if verb and verb[1].lower() in ("told", "interviewed", "provided", "released", "shared", "mentioned", "broadcast", "published", "listed"):
        return word is not None and word[0].lower() in ("documents", "emails", "images", "footage", "video", "figures", "data", "people", "officials", "experts")
    return word is not None and (not g.HELPER_BEFORE.search(head + " ") or verb is not None and verb[1].lower() in ("reported", "confirmed", "verified", "revealed", "noted", "estimated", "quoted", "cited"))


def _parenthesis(listed: Listed) -> Found | None:
    """(A); (A, B); [A]"""
    found = g.PAREN_BEFORE.search(listed.before)
    closed = g.PAREN_AFTER.match(listed.after)
    if found is None or closed is None or _defines(listed, listed.at + found.start()):
        return None
    end = listed.span.end + closed.end()
    phrase = Span(listed.at + found.start(), end)
    # inside a sentence's own full stop it vouches for that sentence, behind it for the paragraph
    behind = listed.before[: found.start()].rstrip().endswith((".", "!", "?", ".”", '."'))
    return Found(listed.names, phrase, closing=behind and listed.ends(end))


def _defines(listed: Listed, before: int) -> bool:
    """Whether the brackets hold the abbreviation of the name before them: "the National Party Association (NPA)"."""
    inside = listed.text[listed.span.start : listed.span.end]
    if not (2 <= len(inside) <= 6 and inside.isupper()):
        return False
    words = re.findall(r"[^\W\d_][\w’'-]*", listed.text[max(0, before - 90) : before])[-8:]
    capitals = [word[0].upper() for word in words if word[0].isupper()]
    initials = "".join(capitals[-len(inside) :])
    every = "".join(word[0].upper() for word in words)
    return initials == inside or every.endswith(inside)


def _dash(listed: Listed) -> Found | None:
    """A signature at the end: "… on Monday. — AFP" """
    found = g.DASH_BEFORE.search(listed.before)
    if found is None or not listed.ends(listed.span.end) or listed.begins(listed.at + found.start()):
        return None
    return Found(listed.names, Span(listed.at + found.start(), listed.span.end), closing=True)


def _told(listed: Listed) -> Found | None:
    """told A: the person's words, credited to A"""
    found = g.TOLD_BEFORE.search(listed.before)
    if found is None or is_title_of_person(listed) and not g.PERSON_AFTER.match(listed.after):
        return None
    head = listed.before[: found.start()].rstrip().lower()
    if head.endswith((" was", " were", " been", " be", " is", " are", " had never", " not")) or head in ("was", "were"):
        return None
    end = listed.span.end + _length(re.match(r"['’]s?(?=\s)", listed.after))
    if person := g.PERSON_AFTER.match(listed.after) or g.SHOW_AFTER.match(listed.after):
        end = listed.span.end + person.end()
    said = {"told": "said", "tells": "says", "telling": "saying"}[found["told"].lower()]
    if re.match(r"(?:\s+\w+day)?\s+(?:about|of)\b", listed.text[end : end + 40]):
        said = {"said": "spoke", "says": "speaks", "saying": "speaking"}[said]
    start = listed.at + found.end("told")
    return Found(listed.names, Span(start, end), said, Span(listed.at + found.start("told"), end))


def _interview(listed: Listed) -> Found | None:
    """in an interview with A; in comments to A; speaking to A; wrote in A; spoke to A"""
    found = g.INTERVIEW_BEFORE.search(listed.before)
    if found is not None and not is_title_of_person(listed):
        end = _product_end(listed)[0]
        start = listed.at + found.start()
        return Found(listed.names, _cut_out(listed, start, end, found["lead"]))
    wrote = g.WROTE_IN_BEFORE.search(listed.before)
    if wrote is not None and wrote["in"] and g.WROTE_VERB.search(listed.before[: wrote.start()]) and not is_title_of_person(listed):
        return Found(listed.names, Span(listed.at + wrote.start(), _product_end(listed)[0]))
    if g.SPOKE_BEFORE.search(listed.before) and not is_title_of_person(listed):
        return Found(listed.names, None)
    return None


def _report_in(listed: Listed) -> Found | None:
    """in a report by A; based on reporting by A; an article in A said that"""
    found = g.REPORT_BEFORE.search(listed.before)
    if found is None or is_title_of_person(listed):
        return None
    start, end = listed.at + found.start(), listed.span.end
    words = found[0].lower().lstrip(" ,;([–—-")
    if words.startswith(("in ", "from ", "based ", "with ")):
        if words.startswith(("from ", "with ")) and not found["lead"].strip() and not listed.begins(start):
            return None
        return Found(listed.names, _cut_out(listed, start, end, found["lead"]))
    head = listed.text[:start]
    if re.search(r"\b(?:an?|the|one|another|this)\s*(?:[\w-]+\s+){0,2}$", head, re.IGNORECASE):
        article = re.search(r"\b(?:an?|the|one|another|this)\s*(?:[\w-]+\s+){0,2}$", head[-60:], re.IGNORECASE)
        start -= len(article[0]) if article else 0
    says = re.match(rf"(?:{g.WHEN})?\s+{g.PRODUCT_SAYS.pattern}", listed.after, re.IGNORECASE)
    if says and (listed.begins(start) or g.CLAUSE_BEFORE.search(listed.text[max(0, start - g.REACH) : start])):
        return Found(listed.names, _whole_clause(listed, start, end + says.end()))
    if listed.begins(start) and listed.ends(end):
        return Found(listed.names, Span(start, end), closing=True)
    return None


def _inverted(listed: Listed) -> Found | None:
    """ "…," reported A. """
    found = g.INVERTED_BEFORE.search(listed.before)
    if found is None:
        return None
    end = listed.span.end
    if person := g.PERSON_AFTER.match(listed.after):
        end += person.end()
    elif is_title_of_person(listed):
        return None
    end += _length(re.match(g.WHEN, listed.text[end : end + 40]))
    if not (listed.ends(end) or g.COMMA.match(listed.text, end)):
        return None
    start = listed.at + found.start() + (found["lead"][0] not in ",—–-")
    return Found(listed.names, _cut_out(listed, start, end, found["lead"]), closing=listed.ends(end) and not listed.begins(start))


def _subject(listed: Listed) -> Found | None:
    """A reported that; …, A said.; A, citing B, wrote:"""
    opened = g.CLAUSE_BEFORE.search(listed.before)
    after, shift = listed.after, 0
    if opened is None:
        if not g.REPORTER_BEFORE.search(listed.before):
            return None
        says = g.VERB_AFTER.match(after)
        return Found(listed.names, None) if says and (says["reports"] or says["weak"]) else None
    verb = g.VERB_AFTER.match(after)
    if verb is None and (person := g.PERSON_AFTER.match(after)):
        shift = person.end()
        verb = g.VERB_AFTER.match(after, shift)
    if verb is None or verb["plural"] and len(listed.names) == 1:
        return None
    start = listed.at + (opened.start("from") if opened["from"] else opened.end())
    end = listed.span.end + verb.end()
    rest = listed.text[end : end + g.REACH]
    if listed.ends(end) or g.COMMA.match(rest) and not listed.begins(start):
        if listed.begins(start) and listed.ends(end):
            return None
        lead = re.search(r"[\s,;:—–-]*$", listed.text[:start])
        conjunction = re.search(r"[\s,;]*\b(?:as|which|that)\s+$", listed.text[max(0, start - 12) : start], re.IGNORECASE)
        begin = start - (len(conjunction[0]) if conjunction else len(lead[0]) if lead else 0)
        if listed.ends(end) and not verb["reports"] and not listed.text[begin:start].strip(" ") and not listed.begins(start):
            return None
        return Found(listed.names, _cut_out(listed, begin, end, listed.text[begin:start]), closing=listed.ends(end))
    that = g.THAT.match(rest)
    strong = verb["reports"] is not None or verb["says"] is not None
    own = verb["reports"] is None and shift == 0 and g.OF_ITSELF.match(rest) is not None
    if own or g.NO_CLAUSE.match(rest) or verb["reports"] and g.EARNINGS.match(rest) and not that:
        return None
    if not that and not strong and not re.match(r"\s*,?\s*[\"“]", rest):
        return None
    if not listed.names[0].sure and _one_common_word(listed) and listed.begins(listed.span.start) and not (verb["reports"] and that):
        return None
    if verb["reports"] and not that and not g.CLAUSE_AFTER.match(rest):
        return Found(listed.names, None)
    if g.WHEN_ALONE.fullmatch(listed.text, 0, start):  # "On Monday, Reuters reported that": the day is that of the report
        start = 0
    return Found(listed.names, _whole_clause(listed, start, end + _length(that)))


def _one_common_word(listed: Listed) -> bool:
    name = listed.text[listed.names[0].span.start : listed.names[0].span.end]
    return len(listed.names) == 1 and " " not in name and not name.isupper() and not name.startswith("The ") and not re.search(r"\bthe\s+$", listed.before, re.IGNORECASE)


def _owned(listed: Listed) -> Found | None:
    """A's report said that; reporting of A's; a Reuters tally shows"""
    product = g.PRODUCT_AFTER.match(listed.after)
    if product is None or g.DISPUTED.search(listed.before):
        return None
    end = listed.span.end + product.end()
    rest = listed.text[end : end + g.REACH]
    lead = re.search(rf"(?P<lead>[\s,;(]*)\b(?:in|based\s+on|per|citing|from)\s+(?P<art>{g.ARTICLES})$", listed.before, re.IGNORECASE)
    if lead:
        return Found(listed.names, _cut_out(listed, listed.at + lead.start(), end, lead["lead"]))
    opened = g.CLAUSE_BEFORE.search(listed.before)
    says = re.match(rf"\s+{g.PRODUCT_SAYS.pattern}", rest, re.IGNORECASE)
    if opened is None or says is None:
        return None
    start = listed.at + (opened.start("from") if opened["from"] else opened.end())
    if listed.ends(end + says.end()) and not listed.begins(start):
        begin = start - _length(re.search(r"[\s,;]*$", listed.text[:start]))
        return Found(listed.names, Span(begin, end + says.end()), closing=True)
    if not says[0].endswith("that") and not g.CLAUSE_AFTER.match(listed.text[end + says.end() : end + says.end() + g.REACH]):
        return Found(listed.names, None)
    return Found(listed.names, _whole_clause(listed, start, end + says.end()))


def _carries(listed: Listed) -> Found | None:
    """A put the toll at 12; A quoted him as saying: read only with the outlet in it"""
    if not g.CLAUSE_BEFORE.search(listed.before) or not all(name.known for name in listed.names):
        return None
    return Found(listed.names, None) if g.CARRIES_AFTER.match(listed.after) else None


def _colon(listed: Listed) -> Found | None:
    """A: what it says"""
    colon = g.COLON_AFTER.match(listed.after)
    if colon is None or not listed.begins(listed.span.start) or not all(name.known for name in listed.names):
        return None
    return Found(listed.names, _whole_clause(listed, listed.span.start, listed.span.end + listed.after.index(":") + 1))


def _listed_with_others(listed: Listed) -> Found | None:
    """according to the ministry and A: a list that begins with a source that is no outlet"""
    found = g.OTHERS_BEFORE.search(listed.before)
    if found is None or not listed.ends(listed.span.end):
        return None
    return Found(listed.names, Span(listed.at + found.start("join"), listed.span.end), closing=True)


_FORMS: tuple[Callable[[Listed], Found | None], ...] = (
    _parenthesis, _told, _interview, _according, _report_in, _inverted, _subject, _owned, _carries, _dash, _colon, _listed_with_others,
)


def _product_end(listed: Listed) -> tuple[int, bool]:
    """Where the name ends with what the outlet made of it: "Reuters' tally", "a Reuters poll released on Monday"."""
    product = g.PRODUCT_AFTER.match(listed.after)
    if product:
        return listed.span.end + product.end(), True
    return listed.span.end + _length(re.match(r"['’]s?(?=[\s.,;]|$)", listed.after)), False


def _cut_out(listed: Listed, start: int, end: int, lead: str) -> Span:
    """The phrase with the comma after it, if one stands before it or it opens the sentence."""
    if listed.begins(start):
        start += len(lead) - len(lead.lstrip())
        return Span(start, end + _length(re.match(r"\s*[,:]\s*", listed.text[end : end + 4])))
    if "(" in lead and ")" not in listed.text[start:end]:
        end += _length(re.match(r"\s*\)", listed.text[end : end + 3]))
    if "," in lead:
        if re.match(r",(?=\s+(?:and|but|while|which|who|with|a\s+sum|an?\s)\b)", listed.text[end : end + 8]):
            return Span(start, end)
        return Span(start, end + _length(re.match(r",", listed.text[end : end + 1])))
    if ("—" in lead or "–" in lead) and (dash := re.match(r"\s*[—–]", listed.text[end : end + 3])):
        return Span(start, end + dash.end())
    return Span(start, end)


def _whole_clause(listed: Listed, start: int, end: int) -> Span:
    """ "AP said that " with the space after it, so that what it says follows."""
    return Span(start, end + _length(re.match(r"\s*[,:]?\s+", listed.text[end : end + 6])))


def _length(match: re.Match[str] | None) -> int:
    return match.end() - match.start() if match else 0
