"""Words of a text with their places, and light stems to match them by.

Stems are for matching only, never for show: ``capsized``, ``capsizing`` and ``capsizes`` share one, ``said`` shares
that of ``say``. Only inflection is taken off (endings as in step 1 of Porter, "An algorithm for suffix stripping",
1980, and the adverbs' *-ly*); words of another class keep their own stem (``resign`` is not ``resignation``), because
in news a different noun is often a different fact.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from checker.types import Span

_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_LETTER = rf"[^\W_{_CJK}\u0300-\u036f]|[\u0300-\u036f]"
_TOKEN = re.compile(
    rf"""[{_CJK}]                                             # scripts without spaces: one character, one word
    |(?<![^\W_])(?:[^\W\d_{_CJK}]\.){{2,}}                    # U.S., a.m., J.K.
    |\d+(?:[.,:]\d+)*(?:{_LETTER})*(?:[-‐‑'’](?:{_LETTER})+)*  # 1,300  3.5  19th  41-year-old  6-3
    |(?:{_LETTER})+(?:[-‐‑'’](?:{_LETTER})+)*                  # ministers  O'Brien  don’t  on-the-record""",
    re.VERBOSE,
)
_ONE_APOSTROPHE = str.maketrans({"’": "'", "‐": "-", "‑": "-"})


@dataclass(frozen=True, slots=True)
class Token:
    """One word or number. ``text`` is as written; ``lower`` is lower-cased, with plain apostrophes and hyphens."""

    span: Span
    text: str
    lower: str


def tokens(text: str) -> tuple[Token, ...]:
    """Words, hyphenated words, abbreviations with inner dots, and numbers with their separators, in order."""
    return tuple(
        Token(Span(found.start(), found.end()), found[0], found[0].lower().translate(_ONE_APOSTROPHE))
        for found in _TOKEN.finditer(text)
    )


def content_stems(text: str) -> frozenset[str]:
    """The stems of all words that are not stop words."""
    return frozenset(stem(token.lower) for token in tokens(text) if token.lower not in STOP_WORDS)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of one word, lower-cased; numbers and abbreviations with dots come back as they are."""
    word = word.lower().translate(_ONE_APOSTROPHE).removesuffix("'s").removesuffix("'")
    if not word.isascii() and not word.isalpha() or any(c.isdigit() or c == "." for c in word):
        return word
    return _clipped(_adverb(_uninflected(_BASE.get(word, word))))


def _uninflected(word: str) -> str:
    if word in _AS_THEY_ARE or len(word) <= 3:
        return word
    if word.endswith("ies") or word.endswith("ied"):
        return word[:-3] + "y" if len(word) > 4 else word[:-1]
    if word.endswith("eed"):
        return word[:-1] if _has_vowel(word[:-3]) else word
    for ending in ("ing", "ed"):
        if word.endswith(ending):
            rest = word.removesuffix(ending)
            return rest if len(rest) >= 3 and _has_vowel(rest) else word
    if word.endswith(("sses", "xes", "zes", "ches", "shes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _adverb(word: str) -> str:
    # Five letters must remain, so that "July", "Italy", "family" and "supply" stay whole.
    return word[:-2] if word.endswith("ly") and len(word) >= 7 else word


def _clipped(word: str) -> str:
    """Without a final silent e and without doubling, so that "stop" meets "stopped" and "capsize" meets "capsizing"."""
    if len(word) > 3 and word.endswith("e"):
        word = word[:-1]
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiou":
        word = word[:-1]
    return word


def _has_vowel(part: str) -> bool:
    return any(letter in "aeiouyáéíóúäëïöüâêîôûàèìòùãõåæø" for letter in part)


_AS_THEY_ARE = frozenset(
    "anything beijing evening everything morning news nothing series something species succeed proceed exceed "
    "during wedding hundred always perhaps texas wales paris athens brussels united".split()
)
"""Words whose ending only looks like an inflection, and would make them meet another word."""

_FORMS = """
arise arose arisen;awake awoke awoken;bear bore borne;beat beaten;become became;begin began begun;bend bent;bid bidden
bind bound;bite bit bitten;bleed bled;blow blew blown;break broke broken;breed bred;bring brought;build built;burn burnt
buy bought;catch caught;choose chose chosen;cling clung;come came;creep crept;crisis crises;deal dealt;dig dug
do did done does doing;draw drew drawn;dream dreamt;drink drank drunk;drive drove driven;eat ate eaten;fall fell fallen
feed fed;feel felt;fight fought;find found;flee fled;fling flung;fly flew flown;forbid forbade forbidden
forecast forecasted;foresee foresaw foreseen;forget forgot forgotten;forgive forgave forgiven;freeze froze frozen
get got gotten;give gave given;go went gone goes going;grind ground;grow grew grown;hang hung;have has had;hear heard
hide hid hidden;hold held;keep kept;know knew known;lay laid;lead led;leap leapt;learn learnt;leave left;lend lent
lie lying;light lit;lose lost;make made;mean meant;meet met;mislead misled;mistake mistook mistaken;overcome overcame
overtake overtook overtaken;overthrow overthrew overthrown;pay paid;plead pled;prove proven;rebuild rebuilt
ride rode ridden
ring rang rung;rise rose risen;run ran;say said;see saw seen;seek sought;sell sold;send sent
shake shook shaken
shine shone;shoot shot;show shown;shrink shrank shrunk;sing sang sung;sink sank sunk;sit sat;sleep slept
slide slid;speak spoke spoken;speed sped;spend spent;spin spun;spring sprang sprung;stand stood;steal stole stolen
stick stuck;sting stung;strike struck stricken;strive strove;swear swore sworn;sweep swept;swell swollen;swim swam swum
swing swung;take took taken;teach taught;tear tore torn;tell told;think thought;throw threw thrown;tie tying
undergo underwent undergone;understand understood;undertake undertook undertaken;uphold upheld;wake woke woken
wear wore worn;weave wove woven;win won;wind wound;withdraw withdrew withdrawn;withhold withheld;withstand withstood
write wrote written;be is are was were been being am;man men;woman women;child children;foot feet;tooth teeth
thief thieves;wife wives;half halves;shelf shelves;hero heroes
use used using;sue sued suing;free freed;owe owed owing;age aged ageing aging;ice iced;die died dies dying
"""
_BASE = {
    form: base
    for line in _FORMS.replace("\n", ";").split(";")
    if line.strip()
    for base, *forms in [line.split()]
    for form in forms
}

STOP_WORDS: frozenset[str] = frozenset(
    """a about above after again against all also although am amid among an and any are aren't as at be because been
    before being below between both but by can can't could couldn't did didn't do does doesn't doing don't down during
    each either else even ever every few for from further had hadn't has hasn't have haven't having he he'd he'll he's
    her here hers herself him himself his how however i i'd i'll i'm i've if in into is isn't it it's its itself just
    least less like may me might more most much must my myself neither no nor not now of off on once one only onto or
    other others our ours ourselves out over own per quite rather same shall she she'd she'll she's should shouldn't
    since so some such than that that's the their theirs them themselves then there there's these they they'd they'll
    they're they've this those though through thus to too toward towards under until up upon us very via was wasn't we
    we'd we'll we're we've were weren't what what's when where whether which while who who's whom whose why will with
    within without won't would wouldn't yet you you'd you'll you're you've your yours yourself yourselves""".split()
)
"""Function words of English. "one" and "no" are here: numbers and negation are compared by rooms of their own."""
