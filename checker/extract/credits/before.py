"""Forms whose words stand before the outlets: "according to", "told", "in an interview with", brackets."""

from __future__ import annotations

import re

from checker.extract.credits import grammar as g
from checker.extract.credits.listed import Listed, cut_out, is_title_of_person, length, product_end, whole_clause
from checker.extract.credits.model import Found
from checker.types import Span


def according(listed: Listed) -> Found | None:
    """according to A; as per A; via A; citing A; as reported by A"""
    for pattern in (g.ACCORDING_BEFORE, g.CITING_BEFORE, g.AS_BY_BEFORE):
        found = pattern.search(listed.before)
        if found is None:
            continue
        end, product = product_end(listed)
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
        end += length(g.OUTLET_SAYS_WHERE.match(listed.text, end))
        when = re.compile(g.WHEN, re.IGNORECASE).match(listed.text, end)
        if when and (listed.ends(when.end()) or listed.text[when.end()] == ","):
            end = when.end()
        phrase = cut_out(listed, lead, end, found["lead"])
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


def listed_with_others(listed: Listed) -> Found | None:
    """according to the ministry and A: a list that begins with a source that is no outlet"""
    found = g.OTHERS_BEFORE.search(listed.before)
    if found is None or not listed.ends(listed.span.end):
        return None
    return Found(listed.names, Span(listed.at + found.start("join"), listed.span.end), closing=True)


def parenthesis(listed: Listed) -> Found | None:
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


def dash(listed: Listed) -> Found | None:
    """A signature at the end: "… on Monday. — AFP" """
    found = g.DASH_BEFORE.search(listed.before)
    if found is None or not listed.ends(listed.span.end) or listed.begins(listed.at + found.start()):
        return None
    return Found(listed.names, Span(listed.at + found.start(), listed.span.end), closing=True)


def told(listed: Listed) -> Found | None:
    """told A: the person's words, credited to A"""
    found = g.TOLD_BEFORE.search(listed.before)
    if found is None or is_title_of_person(listed) and not g.PERSON_AFTER.match(listed.after):
        return None
    head = listed.before[: found.start()].rstrip().lower()
    if head.endswith((" was", " were", " been", " be", " is", " are", " had never", " not")) or head in ("was", "were"):
        return None
    end = listed.span.end + length(re.match(r"['’]s?(?=\s)", listed.after))
    if person := g.PERSON_AFTER.match(listed.after) or g.SHOW_AFTER.match(listed.after):
        end = listed.span.end + person.end()
    end += length(g.SAID_IN_INTERVIEW.match(listed.text, end))
    said = {"told": "said", "tells": "says", "telling": "saying"}[found["told"].lower()]
    if re.match(r"(?:\s+\w+day)?\s+(?:about|of)\b", listed.text[end : end + 40]):
        said = {"said": "spoke", "says": "speaks", "saying": "speaking"}[said]
    start = listed.at + found.end("told")
    return Found(listed.names, Span(start, end), said, Span(listed.at + found.start("told"), end))


def interview(listed: Listed) -> Found | None:
    """in an interview with A; in comments to A; speaking to A; wrote in A; spoke to A"""
    found = g.INTERVIEW_BEFORE.search(listed.before)
    if found is not None and not is_title_of_person(listed):
        end = product_end(listed)[0]
        start = listed.at + found.start()
        return Found(listed.names, cut_out(listed, start, end, found["lead"]))
    wrote = g.WROTE_IN_BEFORE.search(listed.before)
    if wrote is not None and wrote["in"] and g.WROTE_VERB.search(listed.before[: wrote.start()]) and not is_title_of_person(listed):
        return Found(listed.names, Span(listed.at + wrote.start(), product_end(listed)[0]))
    if g.SPOKE_BEFORE.search(listed.before) and not is_title_of_person(listed):
        return Found(listed.names, None)
    return None


def report_in(listed: Listed) -> Found | None:
    """in a report by A; based on reporting by A; an article in A said that"""
    found = g.REPORT_BEFORE.search(listed.before)
    if found is None or is_title_of_person(listed):
        return None
    start, end = listed.at + found.start(), listed.span.end
    words = found[0].lower().lstrip(" ,;([–—-")
    if words.startswith(("in ", "from ", "based ", "with ")):
        if words.startswith(("from ", "with ")) and not found["lead"].strip() and not listed.begins(start):
            return None
        return Found(listed.names, cut_out(listed, start, end, found["lead"]))
    start += len(found["lead"])
    start -= length(g.A_BEFORE.search(listed.text, max(0, start - g.REACH), start))
    says = g.PUBLISHED_SAYS.match(listed.after)
    if says and (listed.begins(start) or g.CLAUSE_BEFORE.search(listed.text[max(0, start - g.REACH) : start])):
        return Found(listed.names, whole_clause(listed, start, end + says.end()))
    if listed.begins(start) and listed.ends(end):
        return Found(listed.names, Span(start, end), closing=True)
    if g.CLEFT_AFTER.match(listed.after) and not g.DISPUTED.search(listed.text[max(0, start - g.REACH) : start]):
        return Found(listed.names, None)
    return None


def inverted(listed: Listed) -> Found | None:
    """ "…," reported A. """
    found = g.INVERTED_BEFORE.search(listed.before)
    if found is None:
        return None
    end = listed.span.end
    if person := g.PERSON_AFTER.match(listed.after):
        end += person.end()
    elif is_title_of_person(listed):
        return None
    end += length(re.match(g.WHEN, listed.text[end : end + 40]))
    if not (listed.ends(end) or g.COMMA.match(listed.text, end)):
        return None
    start = listed.at + found.start() + (found["lead"][0] not in ",—–-")
    return Found(listed.names, cut_out(listed, start, end, found["lead"]), closing=listed.ends(end) and not listed.begins(start))
