"""The command line: options to settings, settings to the pipeline, a report to a format, an exit status. Nothing else."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from enum import IntEnum
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checker.errors import CheckerError, InputError
from checker.version import __version__

if TYPE_CHECKING:
    from checker.settings import Settings
    from checker.types import Report


class ExitStatus(IntEnum):
    """What the shell gets."""

    PASSED = 0
    FINDINGS = 1
    USAGE = 2


FORMATS = ("terminal", "json", "markdown", "html")
SEVERITIES = ("error", "warning", "info", "never")
CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


def _one_line_errors(command: Callable[..., Any]) -> Callable[..., Any]:
    """Our errors become one line on stderr and status 2; a reader that went away is no error."""

    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> Any:
        try:
            return command(*args, **kwargs)
        except CheckerError as error:
            from checker.report.sanitize import printable

            click.echo(f"checker: {printable(' '.join(str(error).split()))}", err=True)
            raise SystemExit(ExitStatus.USAGE) from None
        except BrokenPipeError:
            sys.stderr.close()
            raise SystemExit(ExitStatus.PASSED) from None
        except KeyboardInterrupt:
            click.echo("checker: stopped", err=True)
            raise SystemExit(130) from None

    return run


def _options(*decorators: Callable[..., Any]) -> Callable[..., Any]:
    def apply(command: Callable[..., Any]) -> Callable[..., Any]:
        for decorator in reversed(decorators):
            command = decorator(command)
        return command

    return apply


_model_options = _options(
    click.option("--embedder", metavar="MODEL", help="Embedding model: a folder or a hub name, instead of the shipped one."),
    click.option("--stance-model", metavar="MODEL",
                 help="Stance model: a folder (ONNX or a CrossEncoder with three named labels) or a hub name."),
    click.option("--fast", "depth", flag_value="fast", help="Only the small stance model reads: quicker, more mistakes."),
    click.option("--thorough", "depth", flag_value="thorough", help="The large stance model reads every passage found: slower."),
    click.option("--no-cache", is_flag=True, help="Do not read or write the cache of embeddings and scores."),
)

_report_options = _options(
    click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE",
                 help="Write the report to FILE, all or nothing. The suffix chooses the format: .html .json .md .txt"),
    click.option("-f", "--format", "format_", type=click.Choice(FORMATS), help="Report format, where the suffix does not say it."),
    click.option("--fail-on", type=click.Choice(SEVERITIES), default="warning", show_default=True,
                 help="Exit with status 1 when a finding is at least this severe."),
    click.option("--outlets", type=click.Path(path_type=Path), metavar="FILE",
                 help="Your own outlets (TOML), added to the shipped list. See: checker outlets --help"),
    click.option("-v", "--verbose", is_flag=True, help="Show the evidence of agreements too."),
    click.option("-q", "--quiet", is_flag=True, help="No progress, no summary on stderr."),
)


@click.group(context_settings=CONTEXT, epilog="Exit status: 0 passed, 1 findings, 2 wrong usage or unreadable input.")
@click.version_option(__version__, prog_name="checker")
def main() -> None:
    """Does each credited outlet really say that?

    Checks the claims of an aggregated story against the coverage of the outlets it credits: agreement, divergence and
    unsupported statements, each with the evidence beside it. Offline.

    \b
    Examples:
      checker check story.txt --coverage coverage/
      checker check story.md --coverage "Le Monde=article.html" --coverage scmp.txt -o report.html
      checker compare reuters.txt ap.txt afp.html
      checker explain quote-altered
    """


@main.command("check")
@click.argument("story")
@click.option("-c", "--coverage", "coverage", multiple=True, metavar="PATH",
              help="An article, a folder of articles (read recursively), or OUTLET=PATH. May be given several times.")
@_report_options
@_model_options
@_one_line_errors
def check_command(story: str, coverage: tuple[str, ...], **options: Any) -> None:
    """Check STORY ("-" for standard input) against the outlets' coverage.

    STORY and coverage may be plain text, Markdown or HTML. An article's outlet is read from its first line
    "Credited from: OUTLET", from the page's metadata, from coverage.toml, or from the folder's or file's name.
    Without --coverage the claims credited to different outlets inside the story are compared with one another.

    \b
    Examples:
      checker check story.txt --coverage coverage/
      checker check story.txt -c reuters.txt -c ap.html -o report.html
      checker check - -c coverage/ --format json < story.txt | jq .summary
      checker check story.txt -c coverage/ --fail-on error
    """
    from checker.pipeline import check

    _refuse_early(options)
    with _progress(options["quiet"]) as progress:
        report = check(story, coverage, settings=_settings(options), progress=progress)
    _finish(report, options)


@main.command("compare")
@click.argument("documents", nargs=-1, required=True)
@_report_options
@_model_options
@_one_line_errors
def compare_command(documents: tuple[str, ...], **options: Any) -> None:
    """Compare the articles of several outlets with one another: no story, each DOCUMENT is its outlet's coverage.

    \b
    Examples:
      checker compare reuters.txt ap.txt afp.html
      checker compare coverage/ -o comparison.html
    """
    from checker.pipeline import compare

    _refuse_early(options)
    with _progress(options["quiet"]) as progress:
        report = compare(documents, settings=_settings(options), progress=progress)
    _finish(report, options)


@main.command("score")
@click.argument("pairs", type=click.Path(path_type=Path, allow_dash=True))
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to FILE, all or nothing.")
@_model_options
@_one_line_errors
def score_command(pairs: Path, output: Path | None, **options: Any) -> None:
    """Score PAIRS ("-" for standard input): lines of {"id", "claim", "evidence"}, evidence of any length.

    Writes lines of {"id", "stance", "supports", "contradicts", "silent"}, in the same order, as they are ready. The three
    probabilities sum to 1.

    \b
    Examples:
      checker score pairs.jsonl -o scored.jsonl
      head -100 pairs.jsonl | checker score - | jq -r .stance | sort | uniq -c
    """
    from checker.ingest.lines import read_lines
    from checker.report.write import atomic_writer
    from checker.scoring import parse_pair, score

    scored = score((parse_pair(line, where) for where, line in read_lines(pairs)), settings=_settings(options))
    if output is None:
        for pair in scored:
            click.echo(pair.as_json())
        return
    with atomic_writer(output) as write:
        for pair in scored:
            write(pair.as_json() + "\n")


@main.command("explain")
@click.argument("name", metavar="[RULE]", required=False)
@_one_line_errors
def explain_command(name: str | None) -> None:
    """Explain a RULE: what it means, when it fires and when not, what to do. Without RULE: list all rules.

    \b
    Examples:
      checker explain
      checker explain quote-altered
    """
    from checker.rules import RULES, rule

    if name:
        click.echo(rule(name).page)
        return
    width = max(len(r.name) for r in RULES)
    for each in RULES:
        click.echo(f"{each.name:<{width}}  {each.severity.value:<7}  {each.summary}")


@main.command("schema")
@_one_line_errors
def schema_command() -> None:
    """Print the JSON Schema of the JSON report.

    \b
    Example:
      checker schema > report.schema.json
    """
    from checker.report.json_report import schema_text

    click.echo(schema_text(), nl=False)


@main.command("outlets")
@click.argument("name", required=False)
@click.option("--outlets", type=click.Path(path_type=Path), metavar="FILE", help="Your own outlets (TOML), added to the shipped ones.")
@_one_line_errors
def outlets_command(name: str | None, outlets: Path | None) -> None:
    """Show how NAME resolves (any alias, domain or native name), or list all outlets.

    \b
    Your own file of outlets looks like this:
      [[outlets]]
      name = "Harrowbeck Gazette"
      aliases = ["The Gazette", "HG"]
      domains = ["harrowbeckgazette.example"]

    \b
    Examples:
      checker outlets LEMONDE
      checker outlets www.lemonde.fr
      checker outlets "Harrowbeck Gazette" --outlets mine.toml
    """
    from checker.extract.outlets import load_registry

    registry = load_registry(outlets)
    if name is None:
        for outlet in registry:
            click.echo(f"{outlet.name}\t{outlet.country}\t{', '.join(outlet.aliases)}")
        return
    found = registry.resolve(name)
    if found is None:
        near = registry.near(name)
        hint = f" Did you mean: {', '.join(near)}?" if near else " Add it with a file of your own: checker outlets --help"
        raise InputError(f"{name}: no such outlet.{hint}")
    click.echo(found.name)
    for label, values in (("aliases", found.aliases), ("domains", found.domains), ("country", (found.country,)),
                          ("language", (found.language,)), ("kind", ("news agency",) if found.agency else ())):
        if any(values):
            click.echo(f"  {label}: {', '.join(values)}")


@main.command("models")
@click.option("--card", metavar="MODEL", help="Print the model card of one installed model.")
@_one_line_errors
def models_command(card: str | None) -> None:
    """Show the installed models: name, kind, size, sha256, card.

    \b
    Examples:
      checker models
      checker models --card stance-MiniLM-L6-int8
    """
    from checker.inference.installed import card_of, installed

    if card:
        click.echo(card_of(card))
        return
    for model in installed():
        click.echo(f"{model.name}\n  kind: {model.kind}\n  size: {model.megabytes:.1f} MB\n  sha256: {model.sha256}\n"
                   f"  verified: {'yes' if model.verified else 'NO: the file differs from the one that was shipped'}\n"
                   f"  card: {model.card}")


@main.command("evaluate")
@click.argument("paths", nargs=-1, required=True, metavar="STORIES_OR_PAIRS...", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write the numbers as JSON to FILE.")
@click.option("--story", type=click.Path(path_type=Path), metavar="FILE", help="The story's text, for a folder that holds none.")
@click.option("--cap", type=click.IntRange(min=0), default=0, show_default=True, metavar="N",
              help="At most N pairs of each file, drawn with a fixed seed; 0 for all.")
@click.option("--previous", metavar="MODEL", help="Another stance model to stand among the baselines.")
@_model_options
@_one_line_errors
def evaluate_command(paths: tuple[Path, ...], output: Path | None, story: Path | None, cap: int, previous: str | None,
                     **options: Any) -> None:
    """Measure the checker on material with known answers.

    Folders hold stories with coverage and the verdicts expected (expected.yaml): verdicts, credits and stances are
    measured. Files (.jsonl, .jsonl.gz) hold labelled pairs, evidence and claim: what `checker score` says of them is
    measured, with intervals, per label, with its calibration, beside baselines and published figures. Files of articles with
    marked attributions ({"id", "text", "attributions"}) measure which outlets are found credited, and with how much.

    \b
    Examples:
      checker evaluate seeds
      checker evaluate seeds/harbour-bridge -o scores.json
      checker evaluate pairs.jsonl --cap 500 --previous last-years-model/
    """
    from checker.evaluation.run import evaluate
    from checker.report.write import check_writable, write_atomically

    if output is not None:
        check_writable(output)
    settings = _settings(options)
    results = []
    for result in evaluate(paths, settings, story=story, cap=cap, previous=previous):
        click.echo(result.table())
        results.append(result)
    if output is not None:
        write_atomically(output, "".join(r.as_json() for r in results) if len(results) == 1 else
                         "[" + ",\n".join(r.as_json().rstrip() for r in results) + "]\n")


@main.command("train")
@click.argument("pairs", nargs=-1, metavar="[PAIRS]...", type=click.Path(path_type=Path))
@click.option("--out", "-o", required=True, type=click.Path(path_type=Path), metavar="FOLDER", help="Where the model goes: a new folder.")
@click.option("--start", type=click.Path(path_type=Path), metavar="FOLDER", help="Stance model to go on from. Default: the larger shipped one.")
@click.option("--epochs", type=click.FloatRange(min=0, min_open=True, max=50), default=2.0, show_default=True, help="Passes over PAIRS.")
@click.option("--data", type=click.Path(path_type=Path), metavar="DIR",
              help="Train from the embedding model by the whole recipe on the data sets in DIR, instead of going on with PAIRS. "
                   "A stopped run goes on where it was.")
@click.option("--mixture", type=click.Path(path_type=Path), metavar="FILE", help="Another recipe than the built-in one, for --data.")
@_one_line_errors
def train_command(pairs: tuple[Path, ...], out: Path, start: Path | None, epochs: float, data: Path | None, mixture: Path | None) -> None:
    """Teach the stance model with your own corrected pairs, or train it anew.

    PAIRS are JSON Lines of {"evidence", "claim", "label"}; label is supports, contradicts or silent. A fifth of them is kept
    out to say whether it helped; pairs of the project's own are trained on beside yours, so that nothing is forgotten. The
    model that is written is used with --stance-model. Needs the extra "train"; runs on the CPU, or on a GPU if there is one.

    \b
    Examples:
      checker train corrected.jsonl --out our-model/
      checker check story.txt --coverage coverage/ --stance-model our-model/
      checker train --data data/ --out run/
    """
    from checker.training.command import continue_training, train_recipe

    if bool(pairs) == (data is not None):
        raise click.UsageError("give PAIRS to go on from the shipped model, or --data DIR to train by the whole recipe")

    def tell(line: str) -> None:
        if sys.stderr.isatty():
            click.echo(line, err=True)

    if data is not None:
        trained = train_recipe(data, out, base=start, mixture=mixture, tell=tell)
        click.echo(f"model: {trained.folder}")
        return
    trained = continue_training(pairs, out, start=start, epochs=epochs, tell=tell)
    click.echo(f"trained on {trained.pairs} pairs; model: {trained.folder}")
    if trained.before is not None and trained.after is not None:
        click.echo(f"macro-F1 on {trained.held_out} pairs kept out: {trained.before:.3f} before, {trained.after:.3f} after")


def _settings(options: dict[str, Any]) -> Settings:
    from checker.settings import Depth, Settings
    from checker.types import Severity

    given = options.get("fail_on", "never")
    fail_on = Severity.ERROR if given == "never" else Severity(given)
    return Settings(fail_on=fail_on, embedder=options["embedder"], stance_model=options["stance_model"],
                    depth=Depth(options["depth"] or "usual"), outlets=options.get("outlets"), cache=not options["no_cache"])


def _refuse_early(options: dict[str, Any]) -> None:
    """What is wrong with the output is said before the work, not after it."""
    from checker.report.write import check_writable, format_for

    if options["output"] is not None:
        check_writable(options["output"])
        if options["format_"] is None:
            format_for(options["output"])


def _finish(report: Report, options: dict[str, Any]) -> None:
    from checker.report import Format, render
    from checker.report.write import format_for, write_atomically

    output: Path | None = options["output"]
    chosen = Format(options["format_"]) if options["format_"] else (format_for(output) if output else Format.TERMINAL)
    if output is None:
        color, width, ascii_only = _terminal()
        click.echo(render(report, chosen, width=width, color=color, verbose=options["verbose"], ascii_only=ascii_only), nl=False,
                   color=color)
    else:
        write_atomically(output, render(report, chosen, width=100, color=False, verbose=True, ascii_only=False))
        if not options["quiet"]:
            from checker.report.summary import summary_line

            click.echo(f"{summary_line(report)}. Report: {output}", err=True)
    failed = not report.passed and options["fail_on"] != "never"
    raise SystemExit(ExitStatus.FINDINGS if failed else ExitStatus.PASSED)


def _terminal() -> tuple[bool, int, bool]:
    """Colour, width, ASCII only: what the reader of stdout can take."""
    import os
    import shutil

    color = sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    encoding = (sys.stdout.encoding or "ascii").lower()
    ascii_only = not encoding.replace("-", "").startswith("utf")
    return color, max(60, min(120, shutil.get_terminal_size((80, 24)).columns)), ascii_only


@contextmanager
def _progress(quiet: bool) -> Iterator[Callable[[str, int, int], None]]:
    """A counter on stderr, on a terminal only, gone when the work is done."""
    if quiet or not sys.stderr.isatty():
        yield lambda step, done, total: None
        return

    def show(step: str, done: int, total: int) -> None:
        with suppress(OSError):
            sys.stderr.write(f"\r\x1b[K{step} {done}/{total}" if done < total else "\r\x1b[K")
            sys.stderr.flush()

    try:
        yield show
    finally:
        with suppress(OSError):
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


if __name__ == "__main__":
    main()
