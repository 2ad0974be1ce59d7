"""The rules: what each finding means, one page a rule (``pages/<rule-name>.md``), shown by ``checker explain``.

The pages are the only place where a rule's severity and summary stand. They are read when first asked for.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from checker.errors import CheckerError
from checker.types import Severity

SECTIONS = (
    "What it means", "Why an editor should care", "An example that fires", "A near miss that stays silent", "What to do",
    "Silencing and configuring")
"""Every page has these, in this order."""

RULES: tuple[Rule, ...]
"""All rules: errors first, then by name. Loaded on first use."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule's stable kebab-case name, its default severity, a summary of one line, and its page (Markdown)."""

    name: str
    severity: Severity
    summary: str
    page: str


def rule(name: str) -> Rule:
    """The rule of that name.

    Raises:
        CheckerError: there is none; the message names close ones.
    """
    found = next((r for r in _rules() if r.name == name), None)
    if found is None:
        close = difflib.get_close_matches(name.lower().replace("_", "-"), rule_names(), n=3)
        hint = f"did you mean {' or '.join(close)}?" if close else "see checker explain for all of them"
        raise CheckerError(f"no rule is called {name!r}: {hint}")
    return found


def rule_names() -> tuple[str, ...]:
    """The names of all rules, in the order of :data:`RULES`."""
    return tuple(r.name for r in _rules())


@lru_cache(maxsize=1)
def _rules() -> tuple[Rule, ...]:
    order = tuple(Severity)
    pages = (p for p in resources.files("checker.rules").joinpath("pages").iterdir() if p.name.endswith(".md"))
    rules = (_parse(p.name.removesuffix(".md"), p.read_text(encoding="utf-8")) for p in pages)
    return tuple(sorted(rules, key=lambda r: (order.index(r.severity), r.name)))


def _parse(name: str, text: str) -> Rule:
    """A page is ``---``, lines of ``key: value``, ``---``, Markdown."""
    _, head, page = text.split("---\n", 2)
    values = dict(line.split(": ", 1) for line in head.strip().splitlines())
    return Rule(name, Severity(values["severity"]), values["summary"], page.strip() + "\n")


def __getattr__(name: str) -> tuple[Rule, ...]:
    if name == "RULES":
        return _rules()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
