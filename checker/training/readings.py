"""What the decisions are fitted on: readings of stories and pairs, boiled down to features, beside the stance that an editor gave.

    python -m checker.training.readings --stories DIR ... --pairs FILE.jsonl --data DIR --out READINGS.jsonl [--fast] [--jobs 2]

Reading is what takes the time, so it is done once and kept: ``checker.training.decision`` fits both decisions from one such file, and
``checker.training.ablation`` fits them again without a comparer. Of pairs and sets only every second unit is read, the others are left
for reporting (``--whole`` reads all pairs). The work is cut into pieces that do not depend on the number of jobs, so the file does not either.
"""

from __future__ import annotations

import argparse
import json
import logging
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from multiprocessing import get_context
from pathlib import Path

from checker.decide.features import Features, feature_names, features
from checker.decide.model import ORDER, DecisionModel
from checker.errors import InputError
from checker.evaluation.expected import ExpectedStory, find_stories
from checker.evaluation.labelled import NOT_SUPPORTS, Pair, read_pairs, read_rows
from checker.evaluation.pairs import capped
from checker.extract.claims import claims as extract_claims
from checker.extract.credits import credits as extract_credits
from checker.extract.outlets import load_registry
from checker.inference.loading import Models, load_models
from checker.ingest import read_coverage, read_story
from checker.judge import Judge, Panel
from checker.retrieve import Index
from checker.scoring import as_claim, as_document
from checker.settings import Depth
from checker.text.sentences import sentences
from checker.training.tuning import BINARY, THREE_WAY, tuning_half
from checker.types import Stance, Verdict

logger = logging.getLogger(__name__)

STORIES, NEWSROOM, MINIMAL = "stories", "newsroom", "minimal"
TWINS = Path(__file__).with_name("minimal_tuning.jsonl")
"""Minimal pairs that comparers are tuned on; no model was trained on them. The fit of ``score`` has them as one source more: what tells
two claims apart that differ in one fact is seldom asked for by the others."""
PIECE = 60
"""Pairs that are read together, in one index: pieces this large keep two processes busy to the end."""


@dataclass(frozen=True, slots=True)
class Example:
    """One reading with its gold stance. ``group`` keeps a story or unit in one fold; ``source`` is the set it comes from;
    ``share`` is below 1 where gold leaves it open which of several stances is meant. Readings of stories say besides which of the
    story's expected sentences and claims they belong to (counted from 0; -1 elsewhere) and the sentence's verdict."""

    features: Features
    stance: Stance
    group: str
    source: str
    share: float = 1.0
    sentence: int = -1
    claim: int = -1
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """What one job reads at a time: a story, or pairs of one source (numbered from ``first`` where they belong to no unit)."""

    source: str
    story: ExpectedStory | None = None
    pairs: tuple[Pair, ...] = ()
    first: int = 0


def pieces_of(source: str, pairs: Sequence[Pair]) -> Iterator[Piece]:
    for first in range(0, len(pairs), PIECE):
        yield Piece(source, pairs=tuple(pairs[first : first + PIECE]), first=first)


def story_pieces(folders: Sequence[Path]) -> Iterator[Piece]:
    """A piece a story.

    Raises:
        InputError: a folder holds no story with expected verdicts, or its file is malformed.
    """
    for each in find_stories(folders):
        yield Piece(STORIES, story=each)


def set_pieces(data: Path, cap: int) -> Iterator[Piece]:
    """The tuning halves of the public sets, at most ``cap`` rows of each, half as many of binary ones."""
    for names, most in ((THREE_WAY, cap), (BINARY, cap // 2)):
        for name in names:
            rows = list(tuning_half(list(read_rows(data / "dev" / f"{name}.jsonl.gz"))))
            yield from pieces_of(name, capped(rows, most, name))


def read_piece(piece: Piece, models: Models) -> tuple[Example, ...]:
    if piece.story is not None:
        return tuple(_story_examples(piece.story, models))
    return tuple(_pair_examples(piece, models))


def _story_examples(each: ExpectedStory, models: Models) -> Iterator[Example]:
    """A reading for every (claim, outlet with coverage). Outlets that gold leaves out are silent by its convention."""
    registry = load_registry()
    story = read_story(each.story)
    coverage = read_coverage([each.coverage], resolve=registry.canonical).documents
    spans = sentences(story)
    claims = extract_claims(story, spans, extract_credits(story, spans, registry)).claims
    outlets = tuple(dict.fromkeys(d.outlet or "" for d in coverage))
    places = {o: frozenset(i for i, d in enumerate(coverage) if d.outlet == o) for o in outlets}
    panels = [tuple(Panel(o, places[o], asked=o in claim.credited) for o in outlets) for claim in claims]
    judge = Judge(Index(coverage, models.embedder), coverage, models, nothing_fitted())
    found = [[None if reading is None else features(claim.statement, reading) for reading in row]
             for claim, row in zip(claims, judge.read([story] * len(claims), claims, panels), strict=True)]
    for number, expected in enumerate(each.claims):
        place = story.text.index(expected.contains)
        gold = {registry.canonical(name) or name: stance for name, stance in expected.outlets}
        for which, (claim, row) in enumerate(zip(claims, found, strict=True)):
            if claim.span.start <= place < claim.span.end:
                for outlet, values in zip(outlets, row, strict=True):
                    stance = gold.get(outlet, Stance.SILENT)
                    if values is not None and stance is not Stance.MISSING:
                        yield Example(values, stance, each.name, STORIES, sentence=number, claim=which, verdict=expected.verdict)


def _pair_examples(piece: Piece, models: Models) -> Iterator[Example]:
    """A reading for every pair. A row of a binary set that is not supported counts half as contradicted, half as silent."""
    documents = tuple(as_document(p.evidence) for p in piece.pairs)
    claims = [as_claim(p.claim) for p in piece.pairs]
    judge = Judge(Index(documents, models.embedder), documents, models, nothing_fitted())
    readings = judge.read([as_document(p.claim) for p in piece.pairs], claims,
                          [(Panel("evidence", frozenset({i})),) for i in range(len(piece.pairs))])
    for number, (pair, claim, (reading,)) in enumerate(zip(piece.pairs, claims, readings, strict=True), piece.first):
        if reading is not None:
            found, group = features(claim.statement, reading), f"{piece.source}/{pair.unit or number}"
            if pair.stance == NOT_SUPPORTS:
                yield Example(found, Stance.CONTRADICTS, group, piece.source, 0.5)
                yield Example(found, Stance.SILENT, group, piece.source, 0.5)
            else:
                yield Example(found, Stance(pair.stance), group, piece.source)


def nothing_fitted() -> DecisionModel:
    """Stands in while only readings are wanted."""
    width = len(feature_names())
    return DecisionModel(feature_names(), (0.0,) * width, (1.0,) * width, ((0.0,) * width,) * len(ORDER), (0.0, 0.0, 1.0))


_models: Models | None = None
"""Of a worker process: loaded once, not with every piece."""


def _load(depth: Depth) -> None:
    global _models
    _models = load_models(depth=depth)


def _work(piece: Piece) -> tuple[Example, ...]:
    assert _models is not None
    return read_piece(piece, _models)


def read_all(pieces: Sequence[Piece], depth: Depth = Depth.USUAL, jobs: int = 1) -> Iterator[Example]:
    """Examples of all pieces, in order, read by so many processes."""
    with ProcessPoolExecutor(jobs, get_context("spawn"), _load, (depth,)) as pool:
        for done, found in enumerate(pool.map(_work, pieces), 1):
            logger.info("%d of %d: %s", done, len(pieces), found[0].group if found else "nothing")
            yield from found


def write(examples: Iterable[Example], path: Path) -> int:
    """JSON Lines, one example a line; returns how many. Written beside and moved, so that a file that is there is whole."""
    unfinished = path.with_name(path.name + ".part")
    count = 0
    with unfinished.open("w", encoding="utf-8") as file:
        for e in examples:
            count += 1
            row = {"source": e.source, "group": e.group, "stance": e.stance.value, "share": e.share,
                   **({} if e.verdict is None else {"sentence": e.sentence, "claim": e.claim, "verdict": e.verdict.value}), "features": asdict(e.features)}
            file.write(json.dumps(row) + "\n")
    unfinished.replace(path)
    return count


def read(path: Path) -> list[Example]:
    """What :func:`write` wrote.

    Raises:
        InputError: the file is missing, broken, or holds other features.
    """
    try:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        return [Example(Features(**r["features"]), Stance(r["stance"]), r["group"], r["source"], r["share"], r.get("sentence", -1), r.get("claim", -1),
                        Verdict(r["verdict"]) if "verdict" in r else None) for r in rows]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(f"{path}: cannot be read as readings ({type(error).__name__}: {error}); "
                         "make them again with python -m checker.training.readings") from None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=Path, nargs="+", default=[], help="folders of stories with expected verdicts")
    parser.add_argument("--pairs", type=Path, help="newsroom pairs that no stance model was trained on")
    parser.add_argument("--whole", action="store_true", help="all of --pairs, not the tuning half")
    parser.add_argument("--data", type=Path, help="folder with the public sets in dev/; the tuning twins are read with them")
    parser.add_argument("--cap", type=int, default=160, help="rows of a public set (default: %(default)s)")
    parser.add_argument("--fast", action="store_true", help="without the larger stance model")
    parser.add_argument("--jobs", type=int, default=1, help="processes that read side by side (default: %(default)s)")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    pieces: list[Piece] = []
    if options.pairs is not None:
        pairs = list(read_pairs(options.pairs))
        pieces += pieces_of(NEWSROOM, pairs if options.whole else tuning_half(pairs))
    pieces += story_pieces(options.stories) if options.stories else ()
    if options.data is not None:
        pieces += [*pieces_of(MINIMAL, list(read_pairs(TWINS))), *set_pieces(options.data, options.cap)]
    print(write(read_all(pieces, Depth.FAST if options.fast else Depth.USUAL, options.jobs), options.out), "readings")


if __name__ == "__main__":
    main()
