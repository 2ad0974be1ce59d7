"""What the outlets say of a claim, laid out for a terminal: a table where there is room for one, else lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from checker.report.sanitize import clipped, one_line, printable
from checker.report.summary import percent
from checker.report.view import NO_COVERAGE, REPORTED, conflict_notes, credit_words, marked, place_of, reports_others
from checker.types import Evidence, OutletStance, Report, Stance

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

WIDEST = 100
"""Columns of running text: longer lines are hard to read (about 12 words)."""

EVIDENCE_LIMIT = 300
"""Characters of evidence in the table: about two sentences. The other formats carry all of it."""

HELD = "\ue000"
"""Stands for a space at which no line may break; rich breaks at a no-break space too (private use, one column)."""

QUOTE_MARKS = frozenset('"“”„«»')
"""Evidence that holds one of these speaks for itself; quote marks around quote marks confuse."""

STANCE_STYLES = {Stance.SUPPORTS: "green", Stance.CONTRADICTS: "red", Stance.SILENT: "dim", Stance.MISSING: "yellow"}


def indented(content: RenderableType, columns: int = 2) -> RenderableType:
    """A block moved in, and no wider than reads well."""
    from rich.constrain import Constrain
    from rich.padding import Padding

    return Constrain(Padding(content, (0, 0, 0, columns)), WIDEST)


def outlet_table(report: Report, stances: Sequence[OutletStance], conflict: str, *, verbose: bool) -> RenderableType:
    """Outlet, stance, confidence and best evidence in columns. ``conflict`` is the sign before what conflicts."""
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", pad_edge=False)
    table.add_column("outlet", max_width=18, overflow="fold")
    table.add_column("stance", no_wrap=True)
    table.add_column("sure", no_wrap=True, justify="right")
    table.add_column("evidence" if verbose else "best evidence", overflow="fold", ratio=1)
    for stance in stances:
        table.add_row(
            _name(report, stance),
            Text(stance.stance.value, STANCE_STYLES[stance.stance]),
            Text(_sure(stance)),
            _said(report, stance, conflict, verbose),
        )
    return table


def outlet_lines(
    report: Report, stances: Sequence[OutletStance], conflict: str, *, verbose: bool
) -> Iterator[RenderableType]:
    """The same, one outlet under another."""
    from rich.text import Text

    for stance in stances:
        yield indented(
            Text.assemble(
                _name(report, stance), ": ", (stance.stance.value, STANCE_STYLES[stance.stance]), f" {_sure(stance)}"
            )
        )
        yield indented(_said(report, stance, conflict, verbose), 4)


def _name(report: Report, stance: OutletStance) -> Text:
    from rich.text import Text

    words = credit_words(report, stance)
    # what an editor expects goes without saying: the outlets of the table are the credited ones
    return (
        Text.assemble(one_line(stance.outlet), (f" ({words})", "dim"))
        if words and not stance.credited
        else Text(one_line(stance.outlet))
    )


def _sure(stance: OutletStance) -> str:
    return "" if stance.stance is Stance.MISSING else percent(stance.confidence)


def _said(report: Report, stance: OutletStance, conflict: str, verbose: bool) -> Text:
    from rich.text import Text

    said = Text()
    if stance.stance is Stance.MISSING:
        return said.append(NO_COVERAGE, "dim")
    if reports_others(stance):
        said.append(f"{REPORTED}: ", "dim")
    if not stance.evidence:
        return said.append("nothing near it was found", "dim")
    if stance.stance is Stance.SILENT:
        said.append("nearest: ", "dim")
    shown = stance.evidence if verbose else stance.evidence[:1]
    said.append_text(Text("\n").join(_quoted(report, evidence, conflict, verbose) for evidence in shown))
    for reason in (r for r in stance.why if verbose and r.telling):
        said.append(f"\n{reason.weight:+.2f} {one_line(reason.note or reason.name)}", "dim")
    return said


def _quoted(report: Report, evidence: Evidence, conflict: str, verbose: bool) -> Text:
    from rich.text import Text

    quoted = Text()
    for run in marked(evidence):
        style = "bold red underline" if any(run.labels) else "underline" if run.labels else ""
        quoted.append(printable(run.text).replace("\n", " "), style)
    if len(quoted) > EVIDENCE_LIMIT and not verbose:
        quoted = quoted[: len(clipped(quoted.plain, EVIDENCE_LIMIT)) - 1]
        quoted.append("…")
    if not QUOTE_MARKS.intersection(quoted.plain):
        quoted = Text.assemble("“", quoted, "”")
    for note in conflict_notes(evidence):
        quoted.append(f"\n{conflict} {note}", "red")
    place = place_of(report, evidence)  # the header tells the path of a title
    return quoted.append(f"\n— {f'“{place.title}”' if place.title else place.path}, line{HELD}{place.line}", "dim")
