"""One spelling for every word: what two desks write differently without changing what was said.

Case, accents, marks, the two Englishes, and figures for number words are levelled.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

NUMBER_WORDS = {
    word: str(number)
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
} | {word: str(10 * tens) for tens, word in enumerate("thirty forty fifty sixty seventy eighty ninety".split(), 3)}
ORDINAL_WORDS = {
    word: f"{number}{ending}"
    for number, word, ending in zip(
        (*range(1, 21), *range(30, 100, 10)),
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth sixtieth "
        "seventieth eightieth ninetieth".split(),
        ("st", "nd", "rd", *["th"] * 24),
        strict=True,
    )
}
_SAME = {
    "cheque": "check",
    "grey": "gray",
    "tyre": "tire",
    "kerb": "curb",
    "plough": "plow",
    "programme": "program",
    "practise": "practice",
    "ok": "okay",
    "&": "and",
    "whilst": "while",
    "amongst": "among",
    "learnt": "learned",
    "burnt": "burned",
    "spelt": "spelled",
    "dreamt": "dreamed",
    "leapt": "leaped",
    "spoilt": "spoiled",
    "ageing": "aging",
    "mum": "mom",
    "maths": "math",
    "aeroplane": "airplane",
    "pyjamas": "pajamas",
    "cosy": "cozy",
    "draught": "draft",
    "sulphur": "sulfur",
    "aluminium": "aluminum",
    "artefact": "artifact",
    "moustache": "mustache",
    "yoghurt": "yogurt",
    "enquiry": "inquiry",
    "dollars": "dollar",
    "pounds": "pound",
    "euros": "euro",
    "rupees": "rupee",
}
_RULES = tuple(
    (re.compile(british), american)
    for british, american in (
        (r"mou(?=l[dt])", "mo"),  # mould, smoulder
        (r"(?<=[aeiouy])([^aeiouy]{1,3}i?)our", r"\1or"),  # labourer, behaviour; not four, hour, mourning
        (r"(?<=..)is(?=(?:e|ed|es|ing|er|ers|ation|ations)$)", "iz"),
        (r"(?<=..)ys(?=(?:e|ed|es|ing|er|ers)$)", "yz"),
        (r"oeu", "eu"),  # manoeuvre
        (r"(?<=..)([bctv])re(s?)$", r"\1er\2"),  # metre, fibre; not acre
        (r"tred$", "tered"),
        (r"enc(?=(?:e|es|ed)$)", "ens"),
        (r"([aeiouy][^aeiouy]{1,4}[aeiou])ll(?=(?:ed|ing|er|ers|or|ors|ous|ery|s)?$)", r"\1l"),  # travelled; not filled
        (r"ll(?=(?:ful|ment))", "l"),  # skillful
        (r"ogue(?=s?$)", "og"),
        (r"amme(?=s?$)", "am"),
        (r"dgement", "dgment"),
        (r"([^aeioucg])eabl", r"\1abl"),  # likeable
        (r"(?<=.)[ao]e(?=[a-z]{3})", "e"),  # paediatric
        (r"^scept", "skept"),
        (r"^(for|out|back|down|home|on|in|up|after|to)wards$", r"\1ward"),
    )
)
"""Rules that tell British from American spelling. They level both sides, so a rule may be wider than the usage that it
stands for, as long as no two words in use fall together."""
_SHORTEST_RULED = 5
"""Letters from which a word is long enough for the rules of spelling ("metre", "mould")."""
_DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}")


@lru_cache(maxsize=65536)
def spelling_key(word: str) -> str:
    """What a word is compared by."""
    lower = _plain(word.lower()).replace("’", "'")
    if word[0].isdigit():
        return lower.replace(",", "." if _DECIMAL_COMMA.fullmatch(lower) else "")
    lower = lower.replace(".", "")
    lower = NUMBER_WORDS.get(lower) or ORDINAL_WORDS.get(lower) or _SAME.get(lower) or lower
    if lower.endswith("s") and lower[:-1] in _SAME:
        return _SAME[lower[:-1]] + "s"
    if len(lower) >= _SHORTEST_RULED and lower.isalpha():
        for british, american in _RULES:
            lower = british.sub(american, lower)
    return lower


def _plain(word: str) -> str:
    """Without accents, as a wire sends it; marks of other scripts are part of their letters and stay."""
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not "\u0300" <= c <= "\u036f")
