"""Who is said to speak: reads the words around a quotation.

The patterns are those of news English: a name and a verb of saying before the quotation, after it, or in its break
("verb name", "name verb", "name, role, verb"). What is read is the sentence with every quotation blanked out, so that
nothing a speaker says is taken for an attribution. Where no pattern fits there is no speaker.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.text.person_names import Name, has_evidence, is_role, names
from checker.types import Span

LONGEST_SUBJECT = 160
"""Characters between a quotation and its verb of saying: a name with a long role between commas fits."""

_SAYING = (
    r"said|says|say|told|tells|asked|asks|added|adds|wrote|writes|tweeted|posted|replied|replies|answered|answers|"
    r"argued|argues|warned|warns|insisted|insists|announced|announces|declared|declares|stated|states|acknowledged|"
    r"acknowledges|"
    r"admitted|admits|noted|notes|explained|explains|testified|testifies|recalled|recalls|claimed|claims|vowed|vows|"
    r"promised|promises|joked|jokes|shouted|shouts|cried|continued|continues|concluded|concludes|stressed|stresses|"
    r"emphasi[sz]ed|emphasi[sz]es|observed|observes|remarked|remarks|commented|comments|repeated|repeats|confirmed|"
    r"confirms|suggested|suggests|urged|urges|complained|complains|lamented|laments|boasted|quipped|predicted|predicts|"
    r"pledged|pledges|retorted|countered|counters|responded|responds|wondered|conceded|concedes|maintained|maintains|"
    r"asserted|asserts|alleged|alleges|cautioned|cautions|demanded|demands|thinks|thought|feared|hoped|"
    r"recounted|mused|accepted|accepts|agreed|agrees|objected|protested|swore|shot back"
)
_CALLING = (
    r"called|calls|described|describes|dubbed|labelled|labeled|branded|termed|deemed|dismissed|dismisses|hailed|hails|"
    r"praised|praises|condemned|condemns|criticised|criticized|denounced|denounces|slammed|blasted|mocked|ridiculed|"
    r"characteri[sz]ed|rejected|rejects|accused|accuses|likened|referred|quoted|compared|blamed|defended|"
    r"considered|put|puts"
)
_DOING = (
    r"saying|telling|asking|adding|writing|posting|replying|arguing|warning|insisting|announcing|declaring|stating|"
    r"acknowledging|admitting|noting|explaining|testifying|recalling|claiming|vowing|promising|joking|asserting|"
    r"calling|describing|dubbing|labelling|labeling|branding|dismissing|hailing|praising|condemning|criticising|"
    r"criticizing|denouncing|rejecting|accusing|suggesting|stressing|concluding|quoting|responding|cautioning|alleging|"
    r"emphasi[sz]ing|confirming|urging|tweeting|referring|likening"
)
_VERB = re.compile(rf"(?<![-\w])(?:{_SAYING}|{_CALLING}|{_DOING})\b")
_SAYS = re.compile(rf"\b(?:{_SAYING})\b")
_IS_DOING = re.compile(rf"(?:{_DOING})$")
_INVERTED = re.compile(rf"(?:{_SAYING})\b\s*(?!(?:that|it|there|this|in|on|at|to|so)\b)")
_NOT_AN_ATTRIBUTION = re.compile(
    r"(?:and|but|or|while|as|which|who|whom|whose|that|because|when|where|if|with|in|on|at|for|to|than|though|although|"
    r"after|before|until|since|from|according|is|was|were|are|would|will|has|had|have|comprising|including)\b",
    re.IGNORECASE,
)
_BY = re.compile(r"\s*,?\s*by\s+")
_CALLED = re.compile(rf"\b(?:{_SAYING}|{_CALLING})(?:\s+as)?(?:\s+(?:an?|the))?\s*$")
"""What stands before a quotation whose speaker comes after "by": "was called", "dismissed as"; not "felt"."""
_ACCORDING = re.compile(r"(?:according to|in the words of|as related by)\s+")
_OWNED = re.compile(r"(?:its|his|her|their|the|an?|one)\s")
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being|as|once)\s+(?:\w+ly\s+|widely\s+|later\s+)?$")
_NOTED_BY = re.compile(rf"\b(?:{_SAYING}|{_CALLING}|expressed|stressed|put|outlined|highlighted)\s+by\s+")
_BETWEEN = re.compile(
    r"(?:\b(?:has|have|had|was|were|is|would|will|also|later|then|once|already|recently|repeatedly|previously|"
    r"earlier|since|"
    r"himself|herself|reportedly|even|still|often|again|on|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|"
    r"did|not|never|who|and|both|all|simply|merely|just|quoted|as|been|"
    r"(?!(?:ally|family|bully|assembly|monopoly|reply)\b)[a-z]+ly)|\bt?hat)\s*$"
)
_QUOTED_AS = re.compile(rf"\bquot(?:ed|es|ing)\s+(?P<who>[^.;:\n]{{2,120}}?),?\s+as\s+(?:{_DOING}|having\s+said)\b(?:\s+that\b)?[^.;\n]*$")
"""Somebody whom another quotes: "The Herald quoted Ana Lund, the mayor, as saying"."""
_WAS_QUOTED = re.compile(r"\b(?:was|were|is|has been)\s+(?:also\s+|later\s+)?(?:quoted|cited)\b")
_AND = re.compile(r"\b(?:and|but|or|then)\s+(?:also\s+|later\s+|has\s+|had\s+)?$")
"""A second verb of the same subject: "he would not say why, but called …"."""
_PRONOUN = re.compile(r"\b(he|she|they)\s*$", re.IGNORECASE)
_ROLE_PHRASE = re.compile(
    r"\b(?:the|a|an|his|her|its|their|one|another|some|our|both|no)\s+[^\W\d_0-9][^,;:()\n]{1,70}$"
    r"|\b(?:the|a|an|one)\s+\d[\w-]*\s+[a-z ]+$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\s*(?:who|whose|which|whom)\b")
_APPOSED_ROLE = re.compile(r"an?\s", re.IGNORECASE)
_PIECE = re.compile(r"[,;()—–\n]")
_PHRASE_END = re.compile(
    r"[.;:()—–\n]|\b(?:on|at|after|during|as|when|while|before|with|following|standing|speaking|according|outside|"
    r"amid|late|early|this|last|through|via|from|who|whose|and|but|because|adding|referring|told|said)\b"
)
_OF_A_ROLE = frozenset("in of for from at to near on with".split())
_JOINED = re.compile(
    r"[\s,;]*(?:and|or|but|then|and also|but also|but not|and then|as well as|nor|to|it was|as|even|a|an|the|also)?"
    r"[\s,]*"
    r"(?:as|a|an|the|also|even|was)?\s*"
)


@dataclass(frozen=True, slots=True)
class Found:
    """What an attribution says: a name's place, or else a pronoun, or the words of a role; ``verb`` alone if none."""

    name: Span | None = None
    pronoun: str = ""
    role: Span | None = None

    @property
    def who(self) -> bool:
        return bool(self.name or self.pronoun or self.role)


def after(text: str, opens: int, start: int, end: int) -> Found | None:
    """The attribution after a quotation, in the blanked text from its closing mark to the end of the sentence."""
    end = min(end, start + 2 * LONGEST_SUBJECT)
    called = _CALLED.search(text[max(0, opens - LONGEST_SUBJECT) : opens])
    while start < end and (text[start].isspace() or text[start] in ",—–-.*_"):
        start += 1
    if by := _BY.match(text, start, end):
        if not called:  # "felt 'betrayed' by X": X did it, and did not say it
            return None
        named = _named(text, by.end(), end)
        return named if named.name or named.role and _OWNED.match(text, by.end()) else None
    if to := _ACCORDING.match(text, start, end):
        # an outlet stands after "according to" as well: only what is plainly a person speaks
        found = _named(text, to.end(), end)
        name = found.name and next(iter(names(text, found.name.start, found.name.end)), None)
        return found if name and (has_evidence(text, name) or _OWNED.match(text, to.end())) else None
    if _NOT_AN_ATTRIBUTION.match(text, start, end):
        return None
    if verb := _INVERTED.match(text, start, end):
        return _named(text, verb.end(), end)
    limit = min(end, start + LONGEST_SUBJECT)
    said = _WAS_QUOTED.search(text, start, limit) or _SAYS.search(text, start, limit)
    if said is None or text.find(";", start, said.start()) >= 0:
        return None
    return _subject(text, start, said.start(), False)


def before(text: str, start: int, end: int) -> Found | None:
    """The attribution before a quotation, in the blanked text from the start of the sentence to its opening mark."""
    start = max(start, end - 3 * LONGEST_SUBJECT)
    if quoted := _QUOTED_AS.search(text, start, end):
        return _named(text, quoted.start("who"), quoted.end("who"))
    verbs = list(_VERB.finditer(text, start, end))
    if not verbs:
        stem = text[start:end].rstrip()
        found = _subject(text, start, start + len(stem) - 1, False) if stem.endswith(":") else Found()
        return found if found.name else None
    verb = ([v for v in verbs if not _PASSIVE.search(text, max(start, v.start() - 24), v.start())] or verbs)[-1]
    verbs = verbs[: verbs.index(verb) + 1]
    if _IS_DOING.search(verb[0]) or _AND.search(text, start, verb.start()):
        return _doer(text, start, verb.start(), verbs[:-1])
    return _subject(text, start, verb.start(), True)


def says_something(text: str, start: int, end: int) -> bool:
    """Whether a verb of saying or calling stands in a stretch of blanked text."""
    return _VERB.search(text, start, end) is not None


def goes_on(text: str, start: int, end: int) -> bool:
    """Whether a stretch between two quotations only joins them: "… and …"."""
    return end - start <= 40 and _JOINED.fullmatch(text, start, end) is not None


def is_break(text: str, start: int, end: int) -> bool:
    """Whether a stretch between two quotations is the break of one: an attribution and nothing else."""
    return (
        end - start <= LONGEST_SUBJECT
        and len(_VERB.findall(text, start, end)) == 1
        and not _NOT_AN_ATTRIBUTION.match(text, start + len(text[start:end]) - len(text[start:end].lstrip(" ,")), end)
    )


def _subject(text: str, start: int, verb: int, clause: bool) -> Found:
    """Who stands left of a verb."""
    left = _clear(text, start, verb)
    aside = text[start:left].endswith(",")  # "X, who leads Y, said": what stands between the commas is no subject
    pieces = _pieces(text, start, left)
    for number, (begin, end) in enumerate(pieces[:4]):
        if number == 0 and (pronoun := _PRONOUN.search(text, begin, end)):
            return Found(pronoun=pronoun[1].lower())
        name = _name_at_end(text, begin, end)
        if name is not None and not (aside and number < len(pieces) - 1 and _RELATIVE.match(text, begin, end)):
            return Found(name.span)
        if number and not clause and begin == start:
            break
    for begin, end in pieces[:4]:
        role = _ROLE_PHRASE.search(text, max(begin, end - 90), end)
        if (
            role
            and (len(pieces) == 1 or not text[begin : role.start()].strip())
            and not (len(pieces) > 1 and (begin, end) == pieces[0] and _APPOSED_ROLE.match(role[0]))
        ):
            return Found(role=_tight(text, role.start(), role.end()))
    if clause and len(pieces) > 1:
        return Found()
    return Found(role=_plural(text, *pieces[0]) if pieces else None)


def _plural(text: str, begin: int, end: int) -> Span | None:
    """A bare role right before the verb: "officials said", "Levanta's leader said"."""
    words = text[begin:end].split()
    if not words or len(words) > 6 or not is_role(words[-1]):
        return None
    return _tight(text, begin, end)


def _clear(text: str, start: int, end: int) -> int:
    """Where the subject ends: without the auxiliaries and adverbs before the verb."""
    while True:
        while end > start and text[end - 1].isspace():
            end -= 1
        between = _BETWEEN.search(text, max(start, end - 16), end)
        if between is None or between.start() <= start:
            return end
        end = between.start()


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches between commas and the like, nearest to the verb first; empty ones left out."""
    cuts = [start - 1, *(m.start() for m in _PIECE.finditer(text, start, end)), end]
    pieces = [(a + 1, b) for a, b in zip(cuts, cuts[1:]) if text[a + 1 : b].strip()]
    return pieces[::-1]


def _name_at_end(text: str, begin: int, end: int) -> Name | None:
    while end > begin and text[end - 1].isspace():
        end -= 1
    found = names(text, begin, end)
    if not found or text[found[-1].span.end : end].strip(" .") or (found[-1].span.end < end - 1):
        return None
    last = found[-1]
    word_before = text[begin : last.span.start].split()[-1:]
    if not word_before or word_before[0].lower() not in _OF_A_ROLE or last.titled:
        return last
    # "Karin Boye of Eastmere said": the person stands before the place
    holder = found[-2] if len(found) > 1 else None
    between = text[holder.span.end : last.span.start].split() if holder else []
    return holder if holder and len(between) == 1 else None


def _doer(text: str, start: int, verb: int, verbs: list[re.Match[str]]) -> Found:
    """Who does what a participle says: "as noted by X, asserting", "X, who leads Y, was calm, saying"."""
    noted = list(_NOTED_BY.finditer(text, start, verb))
    if noted:
        return _named(text, noted[-1].end(), verb)
    if verbs and not _IS_DOING.search(verbs[-1][0]):
        found = _subject(text, start, verbs[-1].start(), True)
        if found.who:
            return found
    first = next(iter(names(text, start, verb)), None)
    if (
        first is not None
        and (" " in first.text or has_evidence(text, first))
        and len(text[start : first.span.start].split()) <= 8
    ):
        words = text[start : first.span.start].split()
        if not words or words[-1].lower() not in _OF_A_ROLE:
            return Found(first.span)
    pronoun = re.match(r"\W*(he|she|they)\b", text[start:verb], re.IGNORECASE)
    return Found(pronoun=pronoun[1].lower()) if pronoun else Found()


def _named(text: str, start: int, end: int) -> Found:
    """Who stands right of a verb or of "by": a name, a role and a name after a comma, or a role."""
    first_end = text.find(",", start, end)
    first_end = end if first_end < 0 else first_end
    pronoun = re.match(r"(he|she|they)\b", text[start:end], re.IGNORECASE)
    if pronoun:
        return Found(pronoun=pronoun[1].lower())
    phrase_end = _cut(text, start, first_end)
    name = _name_in_phrase(text, start, phrase_end)
    if name is not None:
        return Found(name.span)
    if first_end < end:
        next_end = text.find(",", first_end + 1, end)
        next_end = _cut(text, first_end + 1, end if next_end < 0 else next_end)
        apposed = _name_in_phrase(text, first_end + 1, next_end)
        if apposed is not None and (apposed.titled or not text[first_end + 1 : apposed.span.start].strip()):
            return Found(apposed.span)
    role = _tight(text, start, phrase_end)
    return Found(role=role if 0 < len(role) <= 90 else None)


def _cut(text: str, start: int, end: int) -> int:
    """Where the noun phrase at ``start`` ends; the dot of an initial or a title is inside it."""
    for found in _PHRASE_END.finditer(text, start, end):
        if found[0] == ".":
            word = text[start : found.start()].rsplit(None, 1)[-1:] or [""]
            if (
                is_role(word[0])
                or len(word[0]) == 1
                or word[0].lower() in ("jr", "sr", "st")
                or "." in word[0]
                or text[found.end() : found.end() + 1].isalpha()
            ):
                continue
        if found.start() > start:
            return found.start()
    return end


def _name_in_phrase(text: str, start: int, end: int) -> Name | None:
    """The name of a noun phrase: at its beginning, or after a role in it, but not what stands after "of" or "for"."""
    for name in names(text, start, end):
        words = text[start : name.span.start].split()
        if name.titled or not words or words[-1].lower() not in _OF_A_ROLE | {"and", "the"}:
            return name
    return None


def _tight(text: str, start: int, end: int) -> Span:
    inside = text[start:end]
    begin = start + len(inside) - len(inside.lstrip(" ,\n\t"))
    return Span(begin, max(begin, start + len(inside.rstrip(" ,.\n\t"))))
