"""Claims: what a story states that can be checked, the facts each claim is made of, and whom its pronouns mean."""

from __future__ import annotations

from checker.extract.claims.build import ClaimSet, Skipped, claims
from checker.extract.claims.clauses import clauses
from checker.extract.claims.references import context_names, resolve

__all__ = ["ClaimSet", "Skipped", "claims", "clauses", "context_names", "resolve"]
