"""Finding the names of outlets in running text: words are looked up one by one, the longest name wins.

No regular expression over all names: with some thousand of them it would take seconds where this takes milliseconds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from checker.extract.folding import hosts, unaccented
from checker.types import Span

_WORD = re.compile(r"[^\W_]+")
_HOST = re.compile(r"(?<![\w.@-])[^\W_][\w-]*+(?:\.[\w-]++)++")
_JOIN = re.compile(r"[\s\u00a0]*[\s\u00a0’'‘.&/+-][\s\u00a0]?|!\s?")
"""What may stand between the words of a name: white space, a hyphen, an apostrophe, a dot, an ampersand, a slash."""
LONGEST_JOIN = 3
_NO_SPACES = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
"""Scripts written without spaces: Thai, Japanese, Chinese. Names in them stand inside runs of letters."""
_EDITION = re.compile(
    r" ?\((?:Online|Digital|Web|Print|Opinion|News|Web News|Online News|US|UK|International)\)"
    r"|(?: -)? (?:Online|Digital|International|Web)(?: News| Edition)?(?![^\W_]| [A-Z])|(?: -| –) (?:News|Opinion|Online)(?![^\W_]| [A-Z])")
"""What sites and feeds add to a name behind it: an edition, a section, the medium."""
_ARTICLES = frozenset("le la les l el los las der die das de het il lo o".split())
_THE_BEFORE = re.compile(r"(?<![^\W_])(the|The|THE)\s{1,3}$")
_THE_REACH = 7
"""Characters before a name in which its article stands."""
_RUN_TOGETHER_FROM = 6
"""Letters from which a name counts when its words are run together ("LeMonde"): shorter ones are words by chance."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a text names an outlet, without the article before it unless the name has one ("The Guardian").

    ``sure`` is False for a name that is a common word or acronym as well: it needs a credit around it.
    """

    span: Span
    outlet: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class _Name:
    outlet: str
    words: tuple[str, ...]
    written: tuple[str, ...]
    sure: bool
    article: bool
    """Whether the name counts only with "the" before it: without it, it is another word, or an ambiguous alias."""


class Matcher:
    """Names compiled for lookup by their first word. ``names`` are rows (canonical, all names, domains, ambiguous ones)."""

    def __init__(self, names: Iterable[tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]]) -> None:
        self._by_first: dict[str, list[_Name]] = {}
        self._by_domain: dict[str, str] = {}
        unspaced: dict[str, str] = {}
        for outlet, written, domains, ambiguous in names:
            for name in written:
                if _NO_SPACES.match(name):
                    unspaced[name] = outlet
                else:
                    self._add(outlet, name, name not in ambiguous, ambiguous)
            self._by_domain.update((domain.lower().removeprefix("www."), outlet) for domain in domains)
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: (-len(entry.words), not entry.sure))
        self._unspaced = unspaced
        self._unspaced_pattern = _any_of(unspaced) if unspaced else None

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """All mentions in order; none overlaps another."""
        found = [*self._domains(text), *self._native(text)]
        taken = {mention.span.start: mention.span.end for mention in found}
        position = 0
        for start in _WORD.finditer(text):
            at = start.start()
            position = max(position, taken.get(at, 0))
            word = start[0]
            entries = self._by_first.get(word.lower() if word.isascii() else _key(word))
            if entries and at >= position and (mention := self._longest(text, start, entries)):
                found.append(mention)
                position = mention.span.end
        found.sort(key=lambda m: m.span)
        return tuple(m for n, m in enumerate(found) if not n or m.span.start >= found[n - 1].span.end)

    def _add(self, outlet: str, name: str, sure: bool, ambiguous: tuple[str, ...]) -> None:
        written = tuple(m[0] for m in _WORD.finditer(name))
        article = len(written) > 1 and written[0] == "The"
        if article:
            written = written[1:]
            article = not sure or " ".join(written) in ambiguous
        if not written:
            return
        words = tuple(map(_key, written))
        self._by_first.setdefault(words[0], []).append(_Name(outlet, words, written, sure, article))
        joined = "".join(words)
        if sure and len(words) > 1 and len(joined) >= _RUN_TOGETHER_FROM:
            self._by_first.setdefault(joined, []).append(_Name(outlet, (joined,), (name,), sure, False))

    def _longest(self, text: str, start: re.Match[str], entries: list[_Name]) -> Mention | None:
        words = [start]
        for entry in entries:
            size = len(entry.words)
            while len(words) < size and (following := _following(text, words[-1].end())):
                words.append(following)
            stretch = words[:size]
            if len(stretch) < size or not all(_key(w[0]) == key for w, key in zip(stretch, entry.words)) or not _in_case(entry, stretch):
                continue
            article = _THE_BEFORE.search(text, max(0, start.start() - _THE_REACH), start.start())
            if entry.article and article is None:
                continue
            named = article is not None and article[1] == "The" and entry.outlet.startswith("The ")
            end = stretch[-1].end()
            edition = _EDITION.match(text, end) if stretch[-1][0][0].isupper() else None
            return Mention(Span(article.start(1) if article and named else start.start(), edition.end() if edition else end), entry.outlet,
                           entry.sure)
        return None

    def _domains(self, text: str) -> Iterator[Mention]:
        for match in _HOST.finditer(text):
            found = next((self._by_domain[host] for host in hosts(match[0]) if host in self._by_domain), None)
            if found:
                yield Mention(Span(match.start(), match.end()), found)

    def _native(self, text: str) -> Iterator[Mention]:
        if self._unspaced_pattern is not None and _NO_SPACES.search(text):
            for match in self._unspaced_pattern.finditer(text):
                yield Mention(Span(match.start(), match.end()), self._unspaced[match[0]])


def _key(word: str) -> str:
    return (word if word.isascii() else unaccented(word)).casefold()


def _following(text: str, end: int) -> re.Match[str] | None:
    """The word after a place, if no more than a join stands between."""
    join = _JOIN.match(text, end)
    return _WORD.match(text, join.end()) if join and join.end() - end <= LONGEST_JOIN else None


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))))


def _in_case(entry: _Name, stretch: list[re.Match[str]]) -> bool:
    """Whether the words are capitalised as a name is: an ambiguous name exactly, any other where it has capitals."""
    if not entry.sure:
        return all(word[0] == written for word, written in zip(stretch, entry.written))
    if len(entry.words) == 1 and len(entry.written[0].split()) > 1:  # run together: LEMONDE, LeMonde, not "lemonde"
        return sum(letter.isupper() for letter in stretch[0][0]) > 1
    for place, (word, written) in enumerate(zip(stretch, entry.written)):
        if written[0].isupper() and not word[0][0].isupper() and not (place == 0 and word[0] in _ARTICLES and len(stretch) > 1):
            return False
    return True
