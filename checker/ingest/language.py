"""Which language a text is in: by its script, else by its most frequent small words. A guess good enough to say
"this coverage cannot be compared", and careful not to say so of English.
"""

from __future__ import annotations

import re
from collections import Counter

UNKNOWN = "und"
"""ISO 639-2: undetermined."""
SAMPLE = 20_000
"""Characters that are looked at: the language of an article shows in its first pages."""
MIN_WORDS = 12
"""Words below which small words are too few to tell: a headline has about ten."""
MIN_SHARE = 0.12
"""Share of a language's small words from which a text can be in it. 54 English news texts have 0.29 to 0.44 of the
English words below and at most 0.07 of any other language's; sentences in the others 0.21 to 0.47 of their own."""
MARGIN = 1.5
"""How many times more of its small words than of the English ones a text must have to be called foreign."""
MIN_LETTERS = 20
"""Letters below which a script says nothing."""

_SCRIPTS = {
    "kana": "\u3040-\u30ff\uff66-\uff9f",
    "han": "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff",
    "ko": "\u1100-\u11ff\uac00-\ud7af",
    "ru": "\u0400-\u052f",
    "ar": "\u0600-\u06ff\u0750-\u077f",
    "he": "\u0590-\u05ff",
    "hi": "\u0900-\u097f",
    "el": "\u0370-\u03ff\u1f00-\u1fff",
    "th": "\u0e00-\u0e7f",
    "latin": "A-Za-z\u00c0-\u024f\u1e00-\u1eff",
}
_PATTERNS = {name: re.compile(f"[{chars}]") for name, chars in _SCRIPTS.items()}
_DENSE = ("kana", "han", "ko")
"""Scripts whose one letter says as much as two or three Latin ones."""

_WORDS = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the of and to in that is was for on with as by at from he it his be are have has had said which "
        "their they were this not but an will would been who she her its more about after when there than or "
        "we you what",
        "fr": "le la les des et est une dans que qui pour sur au aux par avec ne pas plus ce cette ont été sont du "
        "mais son sa ses leur il elle nous vous se un en",
        "de": "der die das und ist nicht ein eine den dem des von mit auf für im sich auch werden wurde nach bei "
        "sei hat haben wird aus dass oder einen einer zum zur sie er es über",
        "es": "el la los las del y que en un una por con para se es al lo como más pero su sus ha han fue este esta "
        "también entre desde según sobre no son",
        "it": "il lo la gli le di che e in un una per con non del della dei delle nel nella è sono ha al alla dal "
        "dalla si come più anche ma questo questa sul sulla",
        "pt": "o os as do da dos das e que em um uma por com para não se é ao à na no nas nos mais como mas foi são "
        "também pelo pela seu sua entre",
        "nl": "de het een en van in is dat op te zijn met voor niet aan er om ook als bij nog naar maar door wordt "
        "werd heeft hebben uit over deze tot zich",
    }.items()
}
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str, hint: str | None = None) -> str:
    """The ISO 639-1 code of a text's language: en, fr, de, es, it, pt, nl, ja, zh, ko, ru, ar, he, hi, el or th.

    "und" where the text is too short to tell or in none of these. ``hint`` (what a web page says of itself) decides
    only then.
    """
    found = _by_script(text[:SAMPLE]) or _by_words(text[:SAMPLE])
    if found == UNKNOWN and hint:
        code = hint.strip().lower().replace("_", "-").partition("-")[0]
        return code if code in _WORDS or code in ("ja", "zh", "ko", "ru", "ar", "he", "hi", "el", "th") else UNKNOWN
    return found


def is_long_enough(text: str) -> bool:
    """Whether a text has words enough that its language should have been told."""
    return len(_WORD.findall(text[:SAMPLE])) >= 3 * MIN_WORDS


def _by_script(text: str) -> str | None:
    """The language of a text most of whose letters are not Latin, else None."""
    counts = Counter(
        {name: len(pattern.findall(text)) * (3 if name in _DENSE else 1) for name, pattern in _PATTERNS.items()}
    )
    latin = counts.pop("latin")
    total = counts.total()
    if total < MIN_LETTERS or total <= latin:
        return None
    if counts["kana"] + counts["han"] > total / 2:
        # Japanese news mixes kana into every clause; Chinese has none, but for a name.
        return "ja" if counts["kana"] > 0.1 * counts["han"] else "zh"
    return max(sorted(counts), key=counts.__getitem__)


def _by_words(text: str) -> str:
    words = Counter(word.lower() for word in _WORD.findall(text))
    total = words.total()
    if total < MIN_WORDS:
        return UNKNOWN
    shares = {language: sum(words[w] for w in small) / total for language, small in _WORDS.items()}
    best = max(sorted(shares), key=shares.__getitem__)
    if shares["en"] >= MIN_SHARE and (best == "en" or shares[best] < MARGIN * shares["en"]):
        return "en"
    return best if shares[best] >= MIN_SHARE and shares[best] >= MARGIN * shares["en"] else UNKNOWN
