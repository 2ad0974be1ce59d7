"""No story: the claims of several outlets, grouped across documents, each group judged.

Sentences of all documents are clustered on their embeddings (average-link agglomerative clustering, scikit-learn); a
member that shares neither a name nor enough words with its group's representative is put out of it again, because
embeddings alone group whatever is on the same topic. The representative is then read against every other outlet.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checker.decide.findings import Case, findings_of, make, quote_conflicts
from checker.decide.model import DecisionModel
from checker.decide.verdict import confidence_of, verdict_of
from checker.errors import InputError
from checker.extract.claims import claims as extract_claims
from checker.extract.credits import credits as extract_credits
from checker.extract.outlets import Registry
from checker.inference.loading import Models
from checker.judge import Judge, Judged, Panel, Progress
from checker.retrieve import Index
from checker.text.names import names
from checker.text.quantities import quantities
from checker.text.sentences import sentences
from checker.text.words import content_stems
from checker.types import (
    Basis,
    Claim,
    ClaimResult,
    Credit,
    Document,
    Evidence,
    Finding,
    OutletStance,
    Span,
    Stance,
    StanceScores,
    Verdict,
)

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

GROUP_DISTANCE = 0.45
"""Cosine distance at which two groups are no longer merged: larger values put different facts of one event together, smaller
ones leave paraphrases apart. Set by hand on the tuning stories' articles."""

SHARED_STEMS = 0.3
"""Share of the shorter sentence's content stems that a member must have in common with its representative, if they
share no name."""

LONGEST_COVERAGE = 2000
"""Sentences: clustering needs memory for all pairs."""


@dataclass(frozen=True, slots=True)
class Member:
    """One document's claim."""

    document: int
    outlet: str
    claim: Claim


def grouped(documents: Sequence[Document], models: Models, decision: DecisionModel, registry: Registry,
            progress: Progress) -> tuple[ClaimResult, ...]:
    """The groups as claim results, in the order of their representatives."""
    members = _members(documents, registry)
    if not members:
        return ()
    vectors = models.embedder.embed([m.claim.statement for m in members])
    groups = cluster(members, vectors)
    representatives = [group[0] for group in groups]
    judge = Judge(Index(documents, models.embedder), documents, models, decision, progress)
    outlets = tuple(dict.fromkeys(m.outlet for m in members))
    panels = [
        tuple(Panel(o, frozenset(i for i, d in enumerate(documents) if d.outlet == o and d.language in ("en", "und")), asked=False)
              for o in outlets if o != r.outlet)
        for r in representatives]
    judged = judge.judge([documents[r.document] for r in representatives], [r.claim for r in representatives], panels)
    chosen: list[tuple[int, ClaimResult]] = []
    covered: set[tuple[int, int]] = set()
    # the widest groups first: a sentence that is the evidence of one is not a group of its own again
    for i in sorted(range(len(groups)), key=lambda i: (-len({m.outlet for m in groups[i]}), i)):
        if all((m.document, m.claim.span.start) in covered for m in groups[i]):
            continue
        result = _result(groups[i], judged[i], documents)
        if result.verdict is not Verdict.UNSUPPORTED:
            covered |= {(m.document, m.claim.span.start) for m in groups[i]} | _stated_at(judged[i])
        chosen.append((i, result))
    results = (result for _, result in sorted(chosen, key=lambda pair: pair[0]))
    return tuple(replace(r, claim=replace(r.claim, id=f"g{n}")) for n, r in enumerate(results, 1))


def _members(documents: Sequence[Document], registry: Registry) -> list[Member]:
    """The claims of all documents that can be compared, in document order."""
    found: list[Member] = []
    for number, document in enumerate(documents):
        if document.language not in ("en", "und") or document.outlet is None:
            continue
        parts = sentences(document)
        for claim in extract_claims(document, parts, extract_credits(document, parts, registry)).claims:
            credit = Credit(document.outlet, Basis.SENTENCE, claim.span, Span(claim.span.start, claim.span.start))
            found.append(Member(number, document.outlet, replace(claim, credits=(credit,), vague=())))
    if len(found) > LONGEST_COVERAGE:
        raise InputError(f"{len(found)} statements are too many to compare at once (at most {LONGEST_COVERAGE}); "
                         "give fewer or shorter documents")
    return found


def cluster(members: Sequence[Member], vectors: NDArray[np.float32]) -> list[list[Member]]:
    """Groups of claims, each with its representative first; groups in the order of their first members.

    ``vectors`` has one row of length 1 for each member.
    """
    if len(members) == 1:
        return [list(members)]
    from sklearn.cluster import AgglomerativeClustering

    labels = AgglomerativeClustering(
        n_clusters=None, distance_threshold=GROUP_DISTANCE, metric="cosine", linkage="average").fit_predict(vectors)
    rooms: dict[int, list[int]] = {}
    for position, label in enumerate(labels.tolist()):
        rooms.setdefault(label, []).append(position)
    groups: list[list[int]] = []
    for positions in rooms.values():
        middle = vectors[positions].mean(axis=0)
        head = max(positions, key=lambda p: (round(float(vectors[p] @ middle), 4), -p))
        group = [head]
        for position in positions:
            if position != head:
                if same_matter(members[head].claim.statement, members[position].claim.statement):
                    group.append(position)
                else:
                    groups.append([position])
        groups.append(group)
    groups.sort(key=min)
    return [[members[p] for p in group] for group in groups]


def same_matter(one: str, other: str) -> bool:
    """Whether two statements share a name, or enough of their words; if both give figures, of one kind at least."""
    first, second = quantities(one), quantities(other)
    if first and second and not {(q.kind, q.unit) for q in first} & {(q.kind, q.unit) for q in second}:
        return False
    a, b = content_stems(one), content_stems(other)
    share = len(a & b) / max(1, min(len(a), len(b)))
    named = {n.key for n in names(one)} & {n.key for n in names(other)}
    return share >= SHARED_STEMS or (bool(named) and share >= SHARED_STEMS / 2)


def _stated_at(judged: Judged) -> set[tuple[int, int]]:
    """Where the outlets that support or contradict the claim say so: (document, sentence start)."""
    places = set()
    for stance, reading in zip(judged.stances, judged.readings, strict=True):
        if reading is not None and stance.stance in (Stance.SUPPORTS, Stance.CONTRADICTS) and stance.evidence:
            shown = stance.evidence[0]
            places |= {(p.hit.passage.document, p.hit.key_sentence.start) for p in reading.passages
                       if p.hit.passage.span == shown.span and p.hit.passage.document == shown.document}
    return places


def _result(group: Sequence[Member], judged: Judged, documents: Sequence[Document]) -> ClaimResult:
    """The representative's outlet says it; agreement needs another one that says so too."""
    head = group[0]
    own = Evidence(head.document, head.claim.span, head.claim.text, 1.0, StanceScores(1.0, 0.0, 0.0))
    states = OutletStance(head.outlet, True, Stance.SUPPORTS, 1.0, (own,))
    verdict = verdict_of(judged.stances, quote_broken=any(quote_conflicts(r) for r in judged.readings if r is not None))
    stances = (states, *judged.stances)
    case = Case(head.claim, verdict, stances, (None, *judged.readings), tuple(documents), inside=True)
    findings: tuple[Finding, ...] = findings_of(case)
    if verdict is Verdict.UNSUPPORTED:
        findings += (make("single-source", f"Only {head.outlet} says this.", head.claim.span, head.outlet),)
    return ClaimResult(head.claim, verdict, confidence_of(verdict, judged.stances), stances, findings)
