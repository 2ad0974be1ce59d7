"""Credits found in news articles, beside attributions that people marked in them: who is credited, and with how much.

    scores = evaluate_attributions(Path("attributions.jsonl.gz"))
    scores.credits.f1, scores.extent.f1

Files are (gzipped) JSON Lines of {"id", "text", "attributions": [{"source": [[start, end]…], "cue": …, "content": …}]},
the form that PolNeAR (Newell, Margolin and Ruths, 2018) was brought into.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from checker.evaluation.credits import CreditScores, Miss, scores_of
from checker.evaluation.extent import Extent, ExtentScores, covered, letters
from checker.evaluation.marked import LONGEST_SOURCE, Article, Marked, is_newsmaker, read_articles
from checker.evaluation.measures import SEED
from checker.extract.claims import claims
from checker.extract.credits import credits
from checker.extract.outlets import Registry, load_registry
from checker.text.sentences import sentences
from checker.types import Basis, Document, Span

AROUND = 80
"""Characters on either side of a name that are shown with a miss."""


@dataclass(frozen=True, slots=True)
class AttributionScores:
    """One file. ``left_out`` counts marked sources that name an outlet which is in the news itself, or a person."""

    name: str
    articles: int
    credits: CreditScores
    extent: ExtentScores
    left_out: int

    @property
    def strict_f1(self) -> float:
        """The F1 of credits if what was left out had been asked for."""
        return replace(self.credits, missed=self.credits.missed + self.left_out).f1

    def as_json(self) -> str:
        return json.dumps({
            "name": self.name, "articles": self.articles, **self.credits.numbers, "right": self.credits.right, "extra": self.credits.extra,
            "missed": self.credits.missed, "left_out": self.left_out, "strict_f1": self.strict_f1, "extent": self.extent.numbers,
        }, indent=2) + "\n"

    def table(self) -> str:
        """Readable: the shares, then what was not found (-), what was found and not wanted (+), and extents mostly wrong (~)."""
        lines = [f"{self.name}: {self.articles} articles",
                 f"  {'outlets credited':<24} {self.credits.right} right, {self.credits.extra} extra, {self.credits.missed} missed, "
                 f"{self.left_out} left out"]
        lines += [f"  {name:<24} {value:.3f}" for name, value in self.credits.numbers.items()]
        lines.append(f"  {'f1, none left out':<24} {self.strict_f1:.3f}")
        lines += [f"  {'extent ' + name:<24} {value:.3f}" for name, value in self.extent.numbers.items()]
        lines += [f"  {'+' if miss.found else '-'} {miss.outlet}: {miss.where}" for miss in self.credits.misses]
        lines += [f"  ~ {each.outlet}: {each.shared} letters of {each.wanted} wanted and {each.found} found: {each.where}"
                  for each in self.extent.extents if each.mostly_wrong]
        return "\n".join(lines)


def evaluate_attributions(path: Path, registry: Registry | None = None, cap: int = 0) -> AttributionScores:
    """Measure one file. ``cap``: at most that many articles, drawn with a fixed seed; 0 for all.

    Wanted are the outlets of the registry that make up a source whose cue has a word of reporting. What is found is right
    if its name stands in an attribution, outside its content: as its source, or as whom the source told it. Extents are
    those of what is right, compared in its own sentence.

    Raises:
        InputError: the file cannot be read, or a line is malformed.
    """
    articles = tuple(read_articles(path))
    if cap and len(articles) > cap:
        kept = random.Random(f"{SEED}/{path.name}").sample(range(len(articles)), cap)
        articles = tuple(articles[n] for n in sorted(kept))
    return measure_articles(path.name.removesuffix(".gz").removesuffix(".jsonl"), articles, registry or load_registry())


def measure_articles(name: str, articles: Sequence[Article], registry: Registry) -> AttributionScores:
    """Measure articles that are at hand."""
    right, left_out = 0, 0
    misses: list[Miss] = []
    extents: list[Extent] = []
    for article in articles:
        found = _Found.of(article, registry)
        backed = found.backed()
        right += len(backed)
        extents += (extent for place in backed if (extent := found.extent(place)).wanted)  # else nothing was marked in its sentence
        misses += (Miss(o, True, _around(article.text, s)) for o, s, n in found.places if (o, s, n) not in backed)
        missing, news = _missing(article, registry, [span for _, span, _ in found.places])
        misses += missing
        left_out += news
    return AttributionScores(name, len(articles), scores_of(right, misses), ExtentScores(tuple(extents)), left_out)


Place = tuple[str, Span, int]
"""An outlet, where its name stands, and the index of the sentence."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What the checker makes of an article: each sentence's own credits, and the letters credited to each."""

    article: Article
    places: tuple[Place, ...]
    covers: tuple[frozenset[int], ...]
    spans: tuple[Span, ...]
    phrases: tuple[tuple[Span, ...], ...]

    @classmethod
    def of(cls, article: Article, registry: Registry) -> _Found:
        story = Document(path=article.name, text=article.text, sha256="")
        spans = sentences(story)
        found = credits(story, spans, registry)
        named = [(credit, n) for n in range(len(spans)) for credit in found.of(n) if credit.basis is Basis.SENTENCE and credit.known]
        made = claims(story, spans, found).claims if named else ()
        phrases = tuple((*found.phrases(n), *(c.phrase for c in found.of(n) if c.basis is Basis.SENTENCE)) for n in range(len(spans)))
        return cls(
            article, tuple((credit.outlet, credit.span, n) for credit, n in named),
            tuple(covered(article.text, credit, made, phrases[n]) for credit, n in named), tuple(s.span for s in spans), phrases)

    def backed(self) -> list[Place]:
        """The credits that an attribution bears out."""
        return [place for place in self.places if any(m.holds(place[1]) for m in self.article.marked)]

    def extent(self, place: Place) -> Extent:
        """What is credited at a place, beside what was marked in its sentence."""
        outlet, name, number = place
        wanted = letters(self.article.text, _wanted(self.article.marked, name, self.spans[number]), self.phrases[number])
        got = self.covers[self.places.index(place)]
        return Extent(outlet, len(wanted), len(got), len(wanted & got), _around(self.article.text, name))


def _wanted(marked: Iterable[Marked], name: Span, sentence: Span) -> list[Span]:
    """What the attributions of a name cover in its sentence: their contents where it is the source; where it is whom the
    source told, all from its first word to its last: that somebody said so, and when, is what the outlet reports."""
    holding = [m for m in marked if m.holds(name)]
    own = [m for m in holding if any(source.overlaps(name) for source in m.sources)]
    places = [content for m in own for content in m.content] or [m.whole for m in holding]
    clipped = (Span(max(p.start, sentence.start), min(p.end, sentence.end)) for p in places)
    return [p for p in clipped if p.start < p.end]


def _missing(article: Article, registry: Registry, found: Sequence[Span]) -> tuple[list[Miss], int]:
    """The outlets that make up a source and were not found, and how many were not asked for."""
    sources = [(m, source) for m in article.marked if m.reports for source in m.sources if len(source) <= LONGEST_SOURCE]
    missing: list[Miss] = []
    left_out = 0
    for mention in registry.mentions(article.text):
        around = [(m, source) for m, source in sources if source.contains(mention.span)]
        if not around or any(span.overlaps(mention.span) for span in found):
            continue
        if all(is_newsmaker(article.text, mention, source, m) for m, source in around):
            left_out += 1
        else:
            missing.append(Miss(mention.outlet, False, _around(article.text, mention.span)))
    return missing, left_out


def _around(text: str, span: Span) -> str:
    return " ".join(text[max(0, span.start - AROUND) : span.end + AROUND].split())
