"""Sources that nobody can look up: "experts say", "it is understood", "a person familiar with the matter".

A body that is named ("health ministry officials", "police") is no vague source, nor is one with an address ("experts
at the University of Skarvik").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.types import Span, VagueCredit

_ROLES = (
    r"(?:experts?|analysts?|officials|observers|critics|insiders|commentators|sources|diplomats|economists|historians|doctors|scientists|researchers|"
    r"specialists|strategists|pundits|aides|advisers|advisors|lawyers|executives|traders|witnesses|academics|campaigners|activists|opponents|supporters|"
    r"ministers|lawmakers|investors|investigators|negotiators|industry\s+figures|people\s+close\s+to\s+(?:the\s+)?\w+|people\s+familiar\s+with\s+(?:the\s+)?\w+|"
    r"people\s+(?:briefed\s+on|involved\s+in)\s+(?:the\s+)?\w+|people\s+with\s+(?:direct\s+)?knowledge\s+of\s+(?:the\s+)?\w+|(?:many|some)\s+people)"
)
_ONE = r"(?:an?|one|another|the)\s+(?:[a-z-]+\s+){0,3}?(?:source|insider|(?:person|official|diplomat|aide|executive)\s+(?:familiar|close|briefed|with\s+(?:direct\s+)?knowledge|who\s+(?:asked|declined|spoke|requested|did\s+not)))(?:\s+[a-z-]+){0,6}?"
_LOOSE = (
    r"(?:(?:some|many|several|most|various|numerous|certain|independent|industry|legal|military|security|political|health|medical|market|economic|energy|defen[cs]e|"
    r"senior|top|former|unnamed|anonymous|unidentified|outside|local|western|regional|foreign|government|administration|intelligence|leading|other|two|three|four|a\s+few|"
    r"multiple|veteran|financial|trade|aviation|climate|policy|election|campaign|party|well-placed|informed|diplomatic|business|tech|sports|public|close|union|company|court|rescue|state|city)\s+(?:and\s+)?){0,4}"
)
_SAY = (
    r"(?:say|says|said|warn|warns|warned|argue|argues|argued|believe|believes|believed|suggest|suggests|suggested|note|noted|expect|expects|expected|fear|feared|think|thought|"
    r"claim|claimed|agree|agreed|estimate|estimated|contend|predict|predicted|caution|cautioned|point\s+out|pointed\s+out|hope|maintain|insist|insisted|indicate|indicated|"
    r"reckon|speculate|speculated|told\s+reporters|added|describe|described|have\s+(?:said|warned|argued|suggested|noted|questioned))"
)
_MEDIA = r"(?:(?:local|regional|multiple|various|several|some|other|unconfirmed|early|initial|media|news|press|social)\s+){0,3}(?:media(?:\s+reports?)?|reports|news\s+outlets|outlets|rumou?rs)"
_OFTEN = r"(?:(?:also|now|widely|have|had|has|generally|privately|increasingly|still|long)\s+){0,2}"
_BEGINS = r"(?:^|[.,;:—–(\"“”]|\b(?:and|but|while|as|that|because|although|though|whereas|which|if|since|what|or|so|however|when|where)\b)\s*"
_OF_BODY = r"(?!\s+(?:at|of|from|with|in|for)\s+(?:(?:the|an?|both|several)\s+)?(?:[a-z]+\s+){0,2}[A-Z])(?!\s+(?:such\s+as|including)\b)"

_SUBJECT = re.compile(rf"{_BEGINS}(?P<source>(?:the\s+)?{_LOOSE}{_ROLES}|{_ONE}),?\s+{_OFTEN}{_SAY}\b(?!\s+(?:on|in)\s+(?:court|parliament)\b)", re.IGNORECASE)
_OBJECT = re.compile(
    rf"(?P<source>\b(?:according\s+to|as\s+per|citing|quoting)\s+(?:the\s+)?{_LOOSE}(?:{_ROLES}|{_ONE}|{_MEDIA}))(?=[\s.,;:!?)\"”’—–]|$)" + _OF_BODY.replace("[A-Z]", "(?-i:[A-Z])"),
    re.IGNORECASE,
)
_PHRASES = re.compile(
    r"\b(?P<source>it\s+(?:is|was|has\s+been)\s+(?:widely\s+|generally\s+|commonly\s+)?(?:understood|believed|thought|rumou?red|said|reported|alleged|claimed|speculated)\s+(?:that|to)"
    r"|reportedly|rumou?r\s+has\s+it|word\s+is|(?:many|some|others|several)\s+(?:say|said|believe|believed|fear|feared|argue|argued|think|claim|claimed|have\s+(?:said|argued|suggested))"
    r"|there\s+(?:are|were)\s+(?:reports|rumou?rs|claims)\s+(?:that|of)|(?:is|are|was|were)\s+(?:said|rumou?red|widely\s+believed|understood|thought|believed)\s+to)\b",
    re.IGNORECASE,
)
_AUTHOR = re.compile(
    rf"\b(?P<source>(?:as\s+)?(?:highlighted|noted|indicated|suggested|described|stated|pointed\s+out|emphasi[sz]ed|outlined|reported|detailed|argued|warned|observed|discussed)\s+(?:by|in)\s+"
    rf"(?:(?:various|several|many|some|numerous|unnamed|multiple|different|other)\s+)(?:[a-z-]+\s+){{0,3}}?(?:experts?|analysts?|observers|officials|critics|commentators|sources|insiders|reports|outlets|media|analys[ei]s|discussions)(?:\s+(?:discussions?|analys[ei]s|opinions?|assessments?|commentary|circles|views))?"
    rf"|(?:as\s+)?(?:highlighted|noted|indicated|suggested|pointed\s+out|emphasi[sz]ed)\s+by\s+{_LOOSE}{_ROLES}"
    rf"|(?<=,\s)(?:indicated|noted|said|say|warned|argued|suggested|explained|added|according\s+to)\s+{_LOOSE}{_ROLES})(?=[\s.,;:!?)\"”’—–]|$)" + _OF_BODY.replace("[A-Z]", "(?-i:[A-Z])"),
    re.IGNORECASE,
)


def vague_sources(text: str, vouched: bool) -> Iterator[VagueCredit]:
    """Vague sources in a sentence, in order, without overlaps.

    ``vouched`` tells that an outlet is credited for the sentence: then "officials said" is what that outlet reports, and
    only sources that stand beside the outlet's own credit ("as highlighted by various experts") are vague.
    """
    patterns = (_AUTHOR,) if vouched else (_SUBJECT, _OBJECT, _PHRASES, _AUTHOR)
    found = sorted((Span(m.start("source"), _end(m)) for pattern in patterns for m in pattern.finditer(text)), key=lambda span: (span.start, -span.end))
    last = -1
    for span in found:
        if span.start >= last:
            yield VagueCredit(span, " ".join(span.of(text).split()))
            last = span.end


def _end(match: re.Match[str]) -> int:
    """Up to and with the verb that follows: "experts say"."""
    return match.end() if match.re is _SUBJECT else match.end("source")
