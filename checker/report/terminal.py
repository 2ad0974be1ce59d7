"""The report for a terminal or a plain text file: what needs a look first, at any width, with or without colour."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.report.runs import Run, cut
from checker.report.sanitize import clipped, encodable, one_line, printable
from checker.report.summary import counted, outcome, percent, summary_line
from checker.report.terminal_outlets import HELD, WIDEST, indented, outlet_lines, outlet_table
from checker.report.view import (
    ASCII_SYMBOLS,
    INSIDE_NOTICE,
    NOTHING_CHECKED,
    SYMBOLS,
    Numbered,
    claim_document,
    needs_attention,
    numbered,
    outlets_of,
    quiet_words,
    single_source,
    speaks,
    story_paragraphs,
    title_of,
)
from checker.types import Finding, Report, Severity, Span, Stance, Verdict

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

NARROWEST = 40
"""Columns below which nothing is laid out any narrower: a terminal that small breaks lines itself."""

TABLE_FROM = 64
"""Columns from which a table leaves its evidence at least 25 characters a line; below it outlets stand one by one."""

LISTED_DOCUMENTS = 12
"""Documents up to which the header lists their paths: more would push the findings off the screen."""

VERDICT_STYLES = {Verdict.AGREEMENT: "green", Verdict.DIVERGENCE: "bold red", Verdict.UNSUPPORTED: "bold yellow"}
SEVERITY_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "cyan"}


def render_terminal(report: Report, width: int, color: bool, *, verbose: bool = False, encoding: str = "utf-8") -> str:
    """The report as lines of at most ``width`` columns (40 at least), ending with a newline.

    Without ``color`` there is no escape sequence in it. ``verbose`` shows agreements in full and all evidence.
    Characters that ``encoding`` lacks are replaced by plainer ones.
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
        text = encodable(stream.getvalue().replace(HELD, " "), self.encoding)
        lines = [line.rstrip() for line in text.strip("\n").split("\n")]
        return [line for line, before in zip(lines, [" ", *lines], strict=False) if line or before]

    def _console(self) -> Console:
        from rich.console import Console

        # an empty environment: the text depends on the arguments alone
        return Console(
            file=io.StringIO(),
            width=self.width,
            force_terminal=self.color,
            no_color=not self.color,
            color_system="standard" if self.color else None,
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False,
            _environ={},
        )

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
        for heading, alone in (("Agreement", False), ("Only one outlet says", True)):
            some = [c for c in rest if single_source(c.result) is alone]
            if some:
                yield self._rule(heading)
            for claim in some:
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
            yield indented(self._text(one_line(report.story.path), "dim"))
        if report.story is not None and report.story.header_credits:
            yield indented(self._text(f"Credited from: {one_line(', '.join(report.story.header_credits))}"))
        if report.mode == "inside":
            yield indented(self._text(INSIDE_NOTICE, "bold yellow"))
        else:
            yield indented(self._text(self._coverage()))
            if len(report.documents) <= LISTED_DOCUMENTS or self.verbose:
                for document in report.documents:
                    yield indented(
                        self._text(
                            f"{one_line(document.path)} ({one_line(document.outlet or 'unknown outlet')})", "dim"
                        ),
                        4,
                    )
        for finding in report.findings:
            yield self._finding(finding)

    def _coverage(self) -> str:
        shares = [
            (one_line(outlet), sum(d.outlet == outlet for d in self.report.documents))
            for outlet in outlets_of(self.report)
        ]
        given = ", ".join(outlet if number == 1 else f"{outlet} ({number})" for outlet, number in shares if number)
        lacking = ", ".join(outlet for outlet, number in shares if not number)
        total = counted(len(self.report.documents), "document")
        return f"Coverage: {total}{f' of {given}' if given else ''}{f'; none of {lacking}' if lacking else ''}"

    def _story(self, claims: tuple[Numbered, ...]) -> Iterator[RenderableType]:
        from rich.text import Text

        story = self.report.story
        assert story is not None
        yield self._rule("Story")
        begun: set[int] = set()
        last = {c.number: c.result.claim.span.end for c in claims}
        blocks = story_paragraphs(story)
        labelled: list[tuple[Span, Numbered | int]] = [(c.result.claim.span, c) for c in claims]
        labelled += [(span, i) for i, span in enumerate(blocks)]
        texts = [Text(overflow="fold") for _ in blocks]
        for run in cut(story.plain, labelled):
            claim = next((label for label in run.labels if isinstance(label, Numbered)), None)
            for text in (texts[label] for label in run.labels if isinstance(label, int)):
                text.append_text(self._piece(run, claim, begun))
                if claim and needs_attention(claim.result) and run.span.end == last[claim.number]:
                    text.append("]", VERDICT_STYLES[claim.result.verdict])
        for text in texts:
            yield indented(text)
            yield self._text("")

    def _piece(self, run: Run[Numbered | int], claim: Numbered | None, begun: set[int]) -> Text:
        """A run of the story; a claim begins with its sign, and brackets show where one to look at begins and ends."""
        from rich.text import Text

        if claim is None:
            return Text(printable(run.text))
        style, framed = VERDICT_STYLES[claim.result.verdict], needs_attention(claim.result)
        text = Text()
        if claim.number not in begun:
            begun.add(claim.number)
            text.append(
                f"{'[' if framed else ''}{self._symbol(claim.result.verdict)}{claim.number}{HELD}",
                f"{style} reverse" if framed else style,
            )
        return text.append(printable(run.text), f"{style} underline" if framed else "")

    def _claim(self, claim: Numbered) -> Iterator[RenderableType]:
        from rich.text import Text

        result = claim.result
        style = VERDICT_STYLES[result.verdict]
        head = Text.assemble(
            (f"{self._symbol(result.verdict)} {claim.number}  {result.verdict.upper()}", style),
            (f"  {percent(result.confidence)} sure, {self._where(claim)}", "dim"),
        )
        yield head
        yield indented(self._text(one_line(result.claim.text)))
        for finding in result.findings:
            yield self._finding(finding)
        shown = [s for s in result.outlets if self.verbose or speaks(s)]
        quiet = [] if self.verbose else [s for s in result.outlets if not speaks(s)]
        symbol = self._symbol(Verdict.DIVERGENCE)
        if shown and self.width >= TABLE_FROM:
            yield indented(outlet_table(self.report, shown, symbol, verbose=self.verbose))
        elif shown:
            yield from outlet_lines(self.report, shown, symbol, verbose=self.verbose)
        if quiet:
            yield indented(
                self._text(f"{quiet_words(self.report)}: {one_line(', '.join(s.outlet for s in quiet))}", "dim")
            )
        yield self._text("")

    def _where(self, claim: Numbered) -> str:
        document = claim_document(self.report, claim.result)
        of = "" if document is None else f" of {one_line(self.report.documents[document].path)}"
        return f"line {claim.result.claim.line}{of}"

    def _agreement(self, claim: Numbered) -> Iterator[RenderableType]:
        result = claim.result
        supporting = [one_line(s.outlet) for s in result.outlets if s.stance is Stance.SUPPORTS]
        lead = f"{self._symbol(result.verdict)} {claim.number}  "
        tail = f"  ({', '.join([*supporting, percent(result.confidence)])})"
        room = min(self.width, WIDEST) - len(lead) - len(tail)
        claim_text = one_line(result.claim.text)
        if room < 20:
            tail, room = "", self.width - len(lead)
        line = self._text(f"{lead}{clipped(claim_text, room)}{tail}")
        line.stylize("green" if result.verdict is Verdict.AGREEMENT else "dim", 0, len(lead))
        yield line
        for finding in result.findings:
            if finding.rule != "single-source":  # its heading says it
                yield self._finding(finding)

    def _finding(self, finding: Finding) -> RenderableType:
        from rich.table import Table
        from rich.text import Text

        grid = Table.grid(padding=(0, 1, 0, 0))
        grid.add_column(no_wrap=True)
        grid.add_column(overflow="fold")
        message = Text.assemble((one_line(finding.rule), "bold"), f": {one_line(finding.message)}")
        grid.add_row(Text(finding.severity.value, SEVERITY_STYLES[finding.severity]), message)
        return indented(grid)

    def _text(self, text: str, style: str = "") -> Text:
        from rich.text import Text

        return Text(text, style, overflow="fold")

    def _rule(self, title: str) -> Text:
        mark = "─" if encodable("─", self.encoding) == "─" else "-"
        return self._text(f"\n{mark * 2} {title} {mark * max(0, min(self.width, WIDEST) - len(title) - 4)}", "dim")
