"""The outcome of a run in a line, and the wording of its numbers."""

from __future__ import annotations

from checker.types import Report, Severity, Verdict


def percent(share: float) -> str:
    """A share of 0..1 in words, never rounded up to certainty or down to impossibility."""
    if 0.995 <= share < 1.0:
        return ">99%"
    if 0.0 < share < 0.005:
        return "<1%"
    return f"{share:.0%}"


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """ "1 error", "2 errors"."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def summary_line(report: Report) -> str:
    """ "12 claims: 8 agreement, 2 divergence, 2 unsupported; 3 errors, 2 warnings"."""
    verdicts = ", ".join(f"{report.count(v):,} {v}" for v in Verdict)
    severities = [
        counted(report.findings_of(Severity.ERROR), "error"),
        counted(report.findings_of(Severity.WARNING), "warning"),
    ]
    if notes := report.findings_of(Severity.INFO):
        severities.append(f"{notes:,} info")
    return f"{counted(len(report.results), 'claim')}: {verdicts}; {', '.join(severities)}"


def outcome(report: Report) -> str:
    """Whether the report passes, and by which measure."""
    listed = {Severity.ERROR: "errors", Severity.WARNING: "errors and warnings", Severity.INFO: "findings of any kind"}[
        report.fail_on
    ]
    return (
        f"Passed: no {listed.replace(' and ', ' or ')}" if report.passed else f"Not passed: {listed} count as failing"
    )
