"""How well credits are found: outlets per sentence of stories with gold, and attributions of news articles.

    scores = credit_scores([Path("seeds")])
    scores.precision, scores.recall, scores.f1
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checker.errors import InputError
from checker.evaluation.expected import find_stories
from checker.extract.credits import credits
from checker.extract.outlets import Registry, load_registry
from checker.ingest import read_story
from checker.text.sentences import sentences
from checker.types import Basis, Document, Span

LONGEST_SOURCE = 60
"""Characters of a source that is an outlet's name and little else; longer ones are people and polls that mention one."""


ADDRESSEE = 60
"""Characters beside an attribution in which the corpus leaves whom the source spoke to: "In an interview with CNN, he …"."""
_REPORTING = re.compile(
    r"\b(?:according|sa(?:id|ys|ying)|report\w*|wr(?:ote|ites|itten)|tells|told|noted|notes|found|finds|reveal\w*|confirm\w*|as|per|detailed|learned|observed)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Miss:
    """One disagreement: the outlet, whether it was found (True) or wanted (False), and where."""

    outlet: str
    found: bool
    where: str


@dataclass(frozen=True, slots=True)
class CreditScores:
    """Counts of outlets credited: right, found but not wanted, wanted but not found; ``misses`` lists the latter two."""

    right: int
    extra: int
    missed: int
    misses: tuple[Miss, ...] = ()

    @property
    def precision(self) -> float:
        """Share of what is found that is right, 0..1; 1 if nothing is found."""
        return self.right / (self.right + self.extra) if self.right + self.extra else 1.0

    @property
    def recall(self) -> float:
        """Share of what is wanted that is found, 0..1; 1 if nothing is wanted."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two, 0..1."""
        total = 2 * self.right + self.extra + self.missed
        return 2 * self.right / total if total else 1.0


def credit_scores(folders: Sequence[Path], registry: Registry | None = None) -> CreditScores:
    """The outlets credited for each sentence of the stories in ``folders``, against those in their gold files.

    Raises:
        InputError: a folder holds no stories, or a gold file is malformed.
    """
    registry = registry or load_registry()
    right, misses = 0, []
    for each in find_stories(folders):
        story = read_story(each.story)
        spans = sentences(story)
        found = credits(story, spans, registry)
        for expected in each.claims:
            at = story.text.find(expected.contains)
            number = next((n for n, sentence in enumerate(spans) if sentence.span.start <= at < sentence.span.end), None)
            got = {c.outlet for c in found.of(number)} if number is not None else set()
            wanted = {registry.canonical(name) or name for name in expected.credits}
            where = f"{each.name}: {expected.contains}"
            right += len(got & wanted)
            misses += [Miss(o, True, where) for o in sorted(got - wanted)] + [Miss(o, False, where) for o in sorted(wanted - got)]
    return _scores(right, misses)


def attribution_scores(path: Path, registry: Registry | None = None) -> CreditScores:
    """Credits found in articles, against attributions marked by people (PolNeAR: Newell, Margolin and Ruths, 2018).

    ``path`` is (gzipped) JSON Lines of {"id", "text", "attributions": [{"source": [[start, end]…], "cue": …,
    "content": …}]}. Wanted are the outlets of the registry that make up a source (at most :data:`LONGEST_SOURCE`
    characters) whose cue has a word of reporting: the corpus marks opinions, questions and plans too. What is found is
    right if its name stands inside an attribution, outside its content: as its source, or as whom the source told it.

    Raises:
        InputError: the file cannot be read, or a line is malformed.
    """
    registry = registry or load_registry()
    right, misses = 0, []
    for row in _rows(path):
        text = row["text"]
        story = Document(path=str(row["id"]), text=text, sha256="")
        spans = sentences(story)
        found = credits(story, spans, registry)
        named = {(c.outlet, c.span) for n in range(len(spans)) for c in found.of(n) if c.basis is Basis.SENTENCE and c.known}
        marked = [_Marked.of(text, raw) for raw in row["attributions"] if raw["source"] and raw["cue"]]
        backed = {span for _, span in named if any(m.holds(span) for m in marked)}
        right += sum(span in backed for _, span in named)
        misses += [Miss(o, True, _around(text, s)) for o, s in sorted(named, key=lambda n: n[1]) if s not in backed]
        sources = [source for m in marked if m.reports for source in m.sources if len(source) <= LONGEST_SOURCE]
        for mention in registry.mentions(text):
            if any(s.contains(mention.span) for s in sources) and not any(s.overlaps(mention.span) for _, s in named):
                misses.append(Miss(mention.outlet, False, _around(text, mention.span)))
    return _scores(right, misses)


@dataclass(frozen=True, slots=True)
class _Marked:
    """An attribution as people marked it."""

    whole: Span
    sources: tuple[Span, ...]
    content: tuple[Span, ...]
    reports: bool

    @classmethod
    def of(cls, text: str, raw: dict[str, list[list[int]]]) -> _Marked:
        parts = [Span(*span) for part in ("source", "cue", "content") for span in raw.get(part, ())]
        whole = Span(min(p.start for p in parts), max(p.end for p in parts))
        cue = " ".join(text[start:end] for start, end in raw["cue"])
        return cls(
            whole, tuple(Span(*s) for s in raw["source"]), tuple(Span(*s) for s in raw.get("content", ())), _REPORTING.search(cue) is not None
        )

    def holds(self, span: Span) -> bool:
        near = Span(max(0, self.whole.start - ADDRESSEE), self.whole.end + ADDRESSEE)
        return near.overlaps(span) and not any(content.contains(span) for content in self.content)


def _scores(right: int, misses: list[Miss]) -> CreditScores:
    extra = sum(miss.found for miss in misses)
    return CreditScores(right, extra, len(misses) - extra, tuple(misses))


def _around(text: str, span: Span) -> str:
    return " ".join(text[max(0, span.start - 80) : span.end + 80].split())


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    try:
        raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        lines = raw.decode("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read ({type(error).__name__})") from None
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                row = json.loads(line)
                if not isinstance(row["text"], str) or not isinstance(row["attributions"], list):
                    raise ValueError
            except (ValueError, KeyError, TypeError):
                raise InputError(f"{path}, line {number}: needs id, text and attributions") from None
            yield row
