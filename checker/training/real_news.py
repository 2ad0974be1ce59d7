"""Measure `check` on sentences of real news, put to the articles that they come from or to others.

    python -m checker.training.real_news --data DIR [--fast] [--count 100]

Three measures, each a share of stories of one sentence: a sentence copied word for word and credited to its outlet is an
agreement; the same with one number changed is a divergence; a sentence of another article is unsupported. Prints each share
and every story that came out otherwise.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from checker.errors import InputError
from checker.evaluation.measures import SEED
from checker.inference.loading import Models, load_models
from checker.pipeline import check
from checker.settings import Depth
from checker.text.quote_marks import quote_pairs
from checker.text.sentences import split
from checker.training.generated.edits import number
from checker.types import Document, Verdict

ARTICLES = "news/articles_sample.jsonl.gz"
LEAST, MOST = 60, 260
"""Characters of a sentence that is taken: captions and lists are shorter or longer."""
APART = 97
"""How many articles further on the other event is looked for: neighbours in the file may tell of one event."""


@dataclass(frozen=True, slots=True)
class Article:
    outlet: str
    text: str


@dataclass(frozen=True, slots=True)
class Case:
    """A story of one sentence, the only coverage it is given, and what the verdict must be."""

    measure: str
    sentence: str
    article: Article
    expected: Verdict


def cases(articles: list[Article], count: int) -> Iterator[Case]:
    """``count`` cases of each measure, one of each from an article where it has them; the same every time."""
    made = {"verbatim": 0, "number changed": 0, "other event": 0}
    for at, article in enumerate(articles):
        rng = random.Random(f"{SEED}/{at}")
        usable = [s for s in (span.of(article.text).strip() for span in split(article.text)) if _plain(s)]
        if not usable:
            continue
        changed = [(s, c) for s in usable if (c := number(s, "", rng)) and c != s]
        other = articles[(at + APART) % len(articles)]
        wanted = [("verbatim", rng.choice(usable), article, Verdict.AGREEMENT),
                  ("other event", rng.choice(usable), other, Verdict.UNSUPPORTED)]
        if changed:
            wanted.append(("number changed", rng.choice(changed)[1], article, Verdict.DIVERGENCE))
        for name, sentence, coverage, verdict in wanted:
            if made[name] < count and not (name == "other event" and other.outlet == article.outlet):
                made[name] += 1
                yield Case(name, sentence, coverage, verdict)
        if min(made.values()) >= count:
            return


def _plain(sentence: str) -> bool:
    """A whole sentence without quotation: what a story could carry over as it stands."""
    return (LEAST <= len(sentence) <= MOST and sentence.endswith(".") and sentence[0].isupper() and "\n" not in sentence
            and not quote_pairs(sentence) and not any(mark in sentence for mark in '"“”«»'))


def verdict(case: Case, models: Models) -> Verdict | None:
    """What the checker says of the story's sentence: the worst verdict of its claims; None where it finds no claim."""
    story = Document("story.txt", f"{case.sentence[:-1]}, according to {case.article.outlet}.\n", "0" * 64)
    coverage = Document("coverage.txt", case.article.text, "1" * 64, outlet=case.article.outlet)
    try:
        found = {r.verdict for r in check(story, [coverage], models=models).results}
    except InputError:
        return None
    return next(v for v in (Verdict.DIVERGENCE, Verdict.UNSUPPORTED, Verdict.AGREEMENT) if v in found)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--count", type=int, default=100, help="stories of each measure")
    parser.add_argument("--skip", type=int, default=0, help="articles to pass over, for other stories")
    parser.add_argument("--fast", action="store_true")
    options = parser.parse_args()
    models = load_models(depth=Depth.FAST if options.fast else Depth.USUAL, cache=False)
    with gzip.open(options.data / ARTICLES, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    articles = [Article(r["outlet"], r["text"]) for r in rows if r["outlet"] and r["text"]][options.skip :]
    right: dict[str, list[bool]] = {}
    for case in cases(articles, options.count):
        got = verdict(case, models)
        right.setdefault(case.measure, []).append(got is case.expected)
        if got is not case.expected:
            print(f"{case.measure}: {got.value if got else 'no claim'}: {case.sentence} [{case.article.outlet}]", flush=True)
    for measure, results in right.items():
        print(f"{measure}: {sum(results)} of {len(results)}")


if __name__ == "__main__":
    main()
