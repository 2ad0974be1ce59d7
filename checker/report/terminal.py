"""The report for a terminal or a plain text file: what needs a look first, at any width, with or without colour."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.report.runs import cut
from checker.report.sanitize import clipped, encodable, one_line, printable
from checker.report.view import (
    ASCII_SYMBOLS,
    INSIDE_NOTICE,
    NOTHING_CHECKED,
    SYMBOLS,
    Numbered,
    claim_document,
    conflict_notes,
    counted,
    marked,
    needs_attention,
    numbered,
    outcome,
    outlets_of,
    percent,
    place_of,
    speaks,
    summary_line,
    title_of,
)
from checker.types import Evidence, Finding, OutletStance, Report, Severity, Stance, Verdict

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

NARROWEST = 40
"""Columns below which nothing is laid out any narrower: a terminal that small breaks lines itself."""

WIDEST = 100
"""Columns of running text: longer lines are hard to read (about 12 words)."""

TABLE_FROM = 64
"""Columns from which a table leaves its evidence at least 25 characters a line; below it outlets stand one under another."""

EVIDENCE_LIMIT = 300
"""Characters of evidence in the table: about two sentences. The other formats carry all of it."""

VERDICT_STYLES = {Verdict.AGREEMENT: "green", Verdict.DIVERGENCE: "bold red", Verdict.UNSUPPORTED: "bold yellow"}
STANCE_STYLES = {Stance.SUPPORTS: "green", Stance.CONTRADICTS: "red", Stance.SILENT: "dim", Stance.MISSING: "yellow"}
SEVERITY_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "cyan"}


def render_terminal(report: Report, width: int, color: bool, *, verbose: bool = False, encoding: str = "utf-8") -> str:
    """The report as lines of at most ``width`` columns (40 at least), ending with a newline.

    Without ``color`` there is no escape sequence in it. ``verbose`` shows agreements in full and all evidence. Characters
    that ``encoding`` lacks are replaced by plainer ones.
    """
    return "\n".join(_Page(report, max(width, NARROWEST), color, verbose, encoding).lines()) + "\n"


@dataclass(frozen=True, slots=True)
class _Page:
    """One rendering: the report and how it is to look."""

    report: Report
    width: int
    color: bool
    verbose: bool
    encoding: str

    def lines(self) -> list[str]:
        console = self._console()
        for block in self._blocks():
            console.print(block)
        stream = console.file
        assert isinstance(stream, io.StringIO)
        text = encodable(stream.getvalue(), self.encoding)
        return [line.rstrip() for line in text.rstrip().split("\n")]

    def _console(self) -> Console:
        from rich.console import Console

        # an empty environment: the text depends on the arguments alone
        return Console(file=io.StringIO(), width=self.width, force_terminal=self.color, no_color=not self.color,
                       color_system="standard" if self.color else None, highlight=False, markup=False, emoji=False,
                       legacy_windows=False, _environ={})

    def _symbol(self, verdict: Verdict) -> str:
        symbol = SYMBOLS[verdict]
        return symbol if encodable(symbol, self.encoding) == symbol else ASCII_SYMBOLS[verdict]

    def _blocks(self) -> Iterator[RenderableType]:
        claims = numbered(self.report)
        first = [c for c in claims if self.verbose or needs_attention(c.result)]
        rest = [] if self.verbose else [c for c in claims if not needs_attention(c.result)]
        yield from self._header()
        if self.report.story is not None:
            yield from self._story(claims)
        if first:
            yield self._rule("Claims" if self.verbose else "To look at")
            for claim in first:
                yield from self._claim(claim)
        if rest:
            yield self._rule("Agreement")
            for claim in rest:
                yield from self._agreement(claim)
        if not claims:
            yield self._text("")
            yield self._text(NOTHING_CHECKED, "bold yellow")
        yield self._text("")
        yield self._text(summary_line(self.report), "bold")
        yield self._text(outcome(self.report), "green" if self.report.passed else "bold red")

    def _header(self) -> Iterator[RenderableType]:
        report = self.report
        yield self._text(title_of(report), "bold")
        if report.story is not None and report.story.title:
            yield self._indented(self._text(one_line(report.story.path), "dim"))
        if report.story is not None and report.story.header_credits:
            yield self._indented(self._text(f"Credited from: {one_line(', '.join(report.story.header_credits))}"))
        if report.mode == "inside":
            yield self._indented(self._text(INSIDE_NOTICE, "bold yellow"))
        else:
            shares = [(outlet, sum(d.outlet == outlet for d in report.documents)) for outlet in outlets_of(report)]
            listed = ", ".join(f"{one_line(outlet)} ({number or 'no coverage'})" for outlet, number in shares)
            yield self._indented(self._text(f"Coverage: {counted(len(report.documents), 'document')}{': ' if listed else ''}{listed}"))
        for finding in report.findings:
            yield self._finding(finding)

    def _story(self, claims: tuple[Numbered, ...]) -> Iterator[RenderableType]:
        from rich.text import Text

        story = self.report.story
        assert story is not None
        yield self._rule("Story")
        text = Text()
        begun: set[int] = set()
        last = {c.number: c.result.claim.span.end for c in claims}
        for run in cut(story.plain, [(c.result.claim.span, c) for c in claims]):
            if not run.labels:
                text.append(printable(run.text))
                continue
            claim = run.labels[0]
            style = VERDICT_STYLES[claim.result.verdict]
            framed = needs_attention(claim.result)  # brackets show where it ends, for those who see no colour
            if claim.number not in begun:
                begun.add(claim.number)
                text.append(f"{'[' if framed else ''}{self._symbol(claim.result.verdict)}{claim.number} ", f"{style} reverse" if framed else style)
            text.append(printable(run.text), f"{style} underline" if framed else "")
            if framed and run.span.end == last[claim.number]:
                text.append("]", style)
        for paragraph in text.split("\n", allow_blank=False):
            if paragraph.plain.strip():
                yield self._indented(paragraph)
                yield self._text("")

    def _claim(self, claim: Numbered) -> Iterator[RenderableType]:
        from rich.text import Text

        result = claim.result
        style = VERDICT_STYLES[result.verdict]
        head = Text.assemble((f"{self._symbol(result.verdict)} {claim.number}  {result.verdict.upper()}", style),
                             (f"  {percent(result.confidence)} sure, {self._where(claim)}", "dim"))
        yield head
        yield self._indented(self._text(f"“{one_line(result.claim.text)}”"))
        for finding in result.findings:
            yield self._finding(finding)
        shown = [s for s in result.outlets if self.verbose or speaks(s)]
        quiet = [] if self.verbose else [s for s in result.outlets if not speaks(s)]
        if shown and self.width >= TABLE_FROM:
            yield self._indented(self._table(shown))
        else:
            for stance in shown:
                yield from self._stacked(stance)
        if quiet:
            yield self._indented(self._text(f"Not credited, and not settling it: {one_line(', '.join(s.outlet for s in quiet))}", "dim"))
        yield self._text("")

    def _where(self, claim: Numbered) -> str:
        document = claim_document(self.report, claim.result)
        of = "" if document is None else f" of {one_line(self.report.documents[document].path)}"
        return f"line {claim.result.claim.line}{of}"

    def _agreement(self, claim: Numbered) -> Iterator[RenderableType]:
        result = claim.result
        supporting = ", ".join(one_line(s.outlet) for s in result.outlets if s.stance is Stance.SUPPORTS)
        lead = f"{self._symbol(result.verdict)} {claim.number}  "
        tail = f"  ({supporting}, {percent(result.confidence)})"
        room = min(self.width, WIDEST) - len(lead) - len(tail)
        claim_text = one_line(result.claim.text)
        if room < 20:
            tail, room = "", self.width - len(lead)
        line = self._text(f"{lead}{clipped(claim_text, room)}{tail}")
        line.stylize("green", 0, len(lead))
        yield line
        for finding in result.findings:
            yield self._finding(finding)

    def _finding(self, finding: Finding) -> RenderableType:
        from rich.table import Table
        from rich.text import Text

        grid = Table.grid(padding=(0, 1, 0, 0))
        grid.add_column(no_wrap=True)
        grid.add_column(overflow="fold")
        message = Text.assemble((one_line(finding.rule), "bold"), f": {one_line(finding.message)}")
        grid.add_row(Text(finding.severity.value, SEVERITY_STYLES[finding.severity]), message)
        return self._indented(grid)

    def _table(self, stances: list[OutletStance]) -> RenderableType:
        from rich.table import Table
        from rich.text import Text

        table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", pad_edge=False)
        table.add_column("outlet", max_width=18, overflow="fold")
        table.add_column("stance", no_wrap=True)
        table.add_column("sure", no_wrap=True, justify="right")
        table.add_column("best evidence" if not self.verbose else "evidence", overflow="fold", ratio=1)
        for stance in stances:
            outlet = Text(one_line(stance.outlet))
            if not stance.credited:
                outlet.append(" (not credited)", "dim")
            table.add_row(outlet, Text(stance.stance.value, STANCE_STYLES[stance.stance]), Text(self._sure(stance)), self._said(stance))
        return table

    def _stacked(self, stance: OutletStance) -> Iterator[RenderableType]:
        from rich.text import Text

        credit = "" if stance.credited else " (not credited)"
        yield self._indented(Text.assemble(f"{one_line(stance.outlet)}{credit}: ", (stance.stance.value, STANCE_STYLES[stance.stance]),
                                           f" {self._sure(stance)}"))
        yield self._indented(self._said(stance), 4)

    def _sure(self, stance: OutletStance) -> str:
        return "" if stance.stance is Stance.MISSING else percent(stance.confidence)

    def _said(self, stance: OutletStance) -> Text:
        from rich.text import Text

        said = Text()
        if stance.stance is Stance.MISSING:
            return said.append("no coverage was given", "dim")
        if stance.reported:
            said.append("reports others as saying so: ", "dim")
        if not stance.evidence:
            return said.append("nothing near it was found", "dim")
        for i, evidence in enumerate(stance.evidence if self.verbose else stance.evidence[:1]):
            if i:
                said.append("\n")
            if stance.stance is Stance.SILENT and i == 0:
                said.append("nearest: ", "dim")
            said.append_text(self._quoted(evidence))
        if self.verbose:
            for reason in stance.why:
                note = f" ({one_line(reason.note)})" if reason.note else ""
                said.append(f"\n{reason.weight:+.2f} {one_line(reason.name)}{note}", "dim")
        return said

    def _quoted(self, evidence: Evidence) -> Text:
        from rich.text import Text

        quoted = Text("“")
        for run in marked(evidence):
            conflict = any(run.labels)
            quoted.append(printable(run.text).replace("\n", " "), "bold red underline" if conflict else "underline" if run.labels else "")
        if len(quoted) > EVIDENCE_LIMIT and not self.verbose:
            quoted = quoted[: len(clipped(quoted.plain, EVIDENCE_LIMIT)) - 1]
            quoted.append("…")
        quoted.append("”")
        for note in conflict_notes(evidence):
            quoted.append(f"\n{self._symbol(Verdict.DIVERGENCE)} {note}", "red")
        return quoted.append(f"\n{place_of(self.report, evidence).words}", "dim")

    def _text(self, text: str, style: str = "") -> Text:
        from rich.text import Text

        return Text(text, style, overflow="fold")

    def _indented(self, content: RenderableType, columns: int = 2) -> RenderableType:
        from rich.constrain import Constrain
        from rich.padding import Padding

        return Constrain(Padding(content, (0, 0, 0, columns)), WIDEST)

    def _rule(self, title: str) -> Text:
        mark = "─" if encodable("─", self.encoding) == "─" else "-"
        return self._text(f"\n{mark * 2} {title} {mark * max(0, min(self.width, WIDEST) - len(title) - 4)}", "dim")
