"""Sentences that say nothing that can be checked, and why. When in doubt a sentence is a claim."""

from __future__ import annotations

import re

from checker.extract.claims import verbs
from checker.extract.claims.grammar import read
from checker.extract.claims.traced import LONGEST_READ
from checker.extract.claims.word_classes import (
    SAYING,
)
from checker.text.words import STOP_WORDS, stem

_CREDIT_LINE = re.compile(
    r"^[\s(\[*•>–—-]*(?:(?:additional\s+|with\s+)?(?:reporting|writing|editing|research|production|translation)\b[^.]{0,40}?\bby\s+(?:the\s+)?(?-i:[A-Z])"
    r"|compiled\s+(?:by|from)\b|sources?\s*:|credits?(?:ed)?(?:\s+(?:to|from))?\s*:|via\s+[A-Z]|photos?(?:graph)?s?\s*(?:by|:|credit)|images?\s*(?:by|:|credit)"
    r"|with\s+(?:inputs?|contributions?|files|agencies|material)\b|this\s+(?:story|article|report)\s+(?:was|is|has\s+been)\s+(?:first\s+)?"
    r"(?:a\s+collaboration|part\s+of|produced|written|reported|published|updated|corrected|translated|supported)\b|©|copyright\b|all\s+rights\s+reserved)",
    re.IGNORECASE)
_WITH_OUTLET = re.compile(r"^[\s(\[*•>–—-]*(?:with|from|via)\s+(?:the\s+)?[A-Z]", re.IGNORECASE)
_CALL = re.compile(
    r"^[\s(\[*•>–—-]*(?:read\s+(?:more|also|the\s+full|our)\b|follow\s+(?:us|our|along|live|the\s+latest)\b|sign\s+up\b|subscribe\b|click\b|tap\s+here|"
    r"watch\s*(?::|live|our|the\s+(?:full\s+)?video)|listen\s*(?::|to\s+our)|see\s+also\b|more\s+(?:on|to\s+come|follows|details\s+soon)|"
    r"share\s+this|join\s+us|join\s+our|download\s+(?:our|the\s+app)|get\s+(?:the|our)\s+(?:latest|newsletter|app)|stay\s+(?:tuned|with\s+us)|"
    r"send\s+us|contact\s+us|email\s+us|let\s+us\s+know|tell\s+us|have\s+your\s+say|related\s*:|advertisement\b|scroll\s+(?:down|on)|"
    r"thank(?:s|\s+you)\b|good\s+(?:morning|evening|afternoon|night)\b|hello\b|welcome\s+(?:to|back)\b|dear\s+reader|happy\s+\w+day\b)",
    re.IGNORECASE)
_SCENE = re.compile(
    r"^[\s(\[*•>–—-]*(?:here(?:['’]s|\s+is|\s+are)\s+(?:what|how|why|the\s+latest|a\s+(?:look|closer|recap|summary|roundup|round-up)|our|everything|all\s+you)\b|"
    r"here(?:['’]s|\s+is|\s+are)\s+(?:\w+\s+){1,3}(?:things|takeaways|questions|answers)\b|"
    r"what\s+(?:we|you)\s+(?:know|need\s+to\s+know)|what(?:['’]s|\s+is)\s+next|this\s+is\s+a\s+(?:developing|breaking)\s+(?:news\s+)?story|this\s+is\s+what\s+we\s+know|"
    r"so\s+far,?\s+so\s+good|let['’]s\s|let\s+us\s|time\s+will\s+tell|the\s+(?:world|nation|country)\s+(?:is\s+)?(?:watch|hold)\w*\b|"
    r"it\s+(?:was|is|has\s+been)\s+(?:a|another|one)\s+(?:(?:very|truly|really)\s+)?(?:long|busy|quiet|dramatic|sad|dark|historic|difficult|tense|remarkable|memorable)"
    r"\s+(?:day|night|week|month|year|morning|evening|afternoon|moment)\W*$|nobody\s+knows\s+what\s+comes\s+next|only\s+time\s+will\s+tell|"
    r"(?:we\s+will|we['’]ll)\s+(?:update|keep|bring|have\s+more))", re.IGNORECASE)
_EXCLAMATION = re.compile(r"^\W*(?:what\s+an?\b|how\s+\w+\W*$|wow\b|finally\W*$|congratulations\b|enough\W)", re.IGNORECASE)
_PRONOUN_FIRST = re.compile(r"(?:He|She|They|It|We|I)\s")
"""So that "He resigned." is a claim, though one word of it tells something."""
_QUESTION = re.compile(r"\?[\"'”’)\]»]*\s*$")
_MARKS_ONLY = re.compile(r"^[\W_]*$")

LONGEST_LINE = 110
"""Characters of a credit line or a call to readers. On scraped pages such lines are glued to the sentence after them, and
that sentence is a claim."""
FEWEST_CONTENT_WORDS = 2
"""Words with meaning below which no fact is told ("So it goes."); figures count as such."""


def why_not(sentence: str, statement: str, *, credited: bool = False) -> str | None:
    """Why a sentence is no claim ("question", "credit line", ...), or None if it is one.

    ``sentence`` is as written, ``statement`` is it without credit phrases; ``credited`` tells that it had some.
    """
    bare = sentence.strip()
    if _MARKS_ONLY.match(bare):
        return "no words"
    if len(bare) > LONGEST_READ:
        return None
    reading = read(statement)
    quoted = "\0" in reading.masked
    if credited and not quoted and not _content(statement):  # what is all quotation is a claim: those words were said
        return "credit line"
    short = len(bare) <= LONGEST_LINE
    if short and _CREDIT_LINE.match(bare) or credited and _WITH_OUTLET.match(bare) and not _has_verb(bare):
        return "credit line"
    if short and _CALL.match(bare):
        return "call to readers"
    if _QUESTION.search(bare) and not (quoted and _has_verb(statement)):
        return "question"
    if short and _SCENE.match(bare):
        return "no fact"
    if quoted:
        return None
    has_figure = any(word.text[0].isdigit() for word in reading.words)
    content = _content(statement)
    if bare.endswith("!") and not has_figure and (_EXCLAMATION.match(bare) or not _has_verb(statement)):
        return "exclamation"
    if has_figure and content >= FEWEST_CONTENT_WORDS:
        return None
    if content < FEWEST_CONTENT_WORDS and not (content and has_figure):
        acts = credited or _PRONOUN_FIRST.match(statement) is not None
        return None if content and acts and _has_verb(statement) else "no fact"
    if not _has_verb(statement):
        return "no verb"
    return None


def _content(text: str) -> int:
    return sum(w.lower not in STOP_WORDS and any(c.isalnum() for c in w.lower) for w in read(text).words)


def _has_verb(text: str) -> bool:
    """Whether any word may be a verb; generous, since a sentence without one is dropped."""
    reading = read(text)
    if "\0" in reading.masked and len(reading.words) < 2:
        return True
    for i, word in enumerate(reading.words):
        lower = word.lower
        if lower in verbs.AUXILIARIES or lower in verbs.LOOSE_THIRD_PERSON or lower in SAYING or verbs.is_past(lower):
            return True
        if lower in _IS or "'" in lower and lower.rsplit("'", 1)[-1] in ("re", "ve", "ll", "d", "m", "t"):
            return True
        if lower in verbs.LOOSE_BASES or stem(lower) in _STEMS or i > 0 and lower.endswith(("es", "ies")) and not reading.is_capital(i):
            return True
    # Verbs that no list holds: a sentence of some length has one.
    return len(reading.words) >= LONG_ENOUGH


_IS = frozenset("it's he's she's that's there's here's who's what's".split())
_STEMS = frozenset(stem(base) for base in verbs.LOOSE_BASES)
LONG_ENOUGH = 9
"""Words from which on a sentence is taken to have a verb that is not known: headlines and captions are shorter, and
dropping a fact is the worse mistake."""
