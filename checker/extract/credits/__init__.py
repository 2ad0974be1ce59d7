"""Credits: which outlets the story names as the source of which sentence, and which sources nobody can look up."""

from __future__ import annotations

from checker.extract.credits.find import credits
from checker.extract.credits.model import CreditMap

__all__ = ["CreditMap", "credits"]
