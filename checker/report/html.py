"""The report as one HTML file that needs nothing else: no network, no script, no second file.

What a script adds (keys, a count, opened details in print) is small, inline and named by its hash in the content
security policy, so nothing that a story says could ever run.
"""

from __future__ import annotations

import base64
import hashlib
from importlib import resources

from checker.report.card import card
from checker.report.elements import Element, el, serialise
from checker.report.filters import filter_rules, filters
from checker.report.overview import overview
from checker.report.sanitize import one_line
from checker.report.story_column import story_column
from checker.report.view import NOTHING_CHECKED, numbered, outlets_of, title_of
from checker.types import Report


def render_html(report: Report) -> str:
    """The report as one self-contained HTML document, ending with a newline; the same report gives the same text."""
    claims, outlets = numbered(report), outlets_of(report)
    style = _asset("style.css") + filter_rules(len(outlets))
    script = _asset("script.js")
    body = el(
        "body",
        el("a", "Skip to the claims", class_="skip", href="#claims"),
        overview(report, claims, outlets),
        el(
            "main",
            story_column(report, claims, outlets),
            el(
                "section",
                el("h2", "Claims", id="claims", tabindex=-1),
                filters(claims, outlets) if claims else el("p", NOTHING_CHECKED, class_="notice"),
                *(card(report, claim, outlets) for claim in claims),
                class_="cards",
                aria_labelledby="claims",
            ),
            class_="columns",
        ),
        _footer(report),
        _help(),
        el("script", script),
    )
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=_policy(style, script)),
        el("meta", name="referrer", content="no-referrer"),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="color-scheme", content="light dark"),
        el("title", f"Fact consistency: {title_of(report)}"),
        el("link", rel="icon", href="data:,"),
        el("style", style),
    )
    return f"<!DOCTYPE html>\n{serialise(el('html', head, body, lang='en'))}\n"


def _asset(name: str) -> str:
    return resources.files("checker.report").joinpath("assets", name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"


def _footer(report: Report) -> Element:
    models = ", ".join(f"{one_line(m.name)} ({one_line(m.sha256)[:12]})" for m in report.models)
    version = f"checker {one_line(report.checker_version)}" if report.checker_version else "checker"
    return el(
        "footer",
        el(
            "p",
            f"Written by {version}{f' with {models}' if models else ''}. ",
            el("code", "checker explain RULE"),
            " tells what a rule means.",
        ),
    )


def _help() -> Element:
    """The list of keys; it stays closed where scripts are off."""
    keys = (
        ("j", "next claim that needs a look"),
        ("k", "previous claim that needs a look"),
        ("1", "show or hide agreement"),
        ("2", "show or hide divergence"),
        ("3", "show or hide unsupported"),
        ("?", "this list"),
        ("Esc", "close it"),
    )
    rows = [part for key, meaning in keys for part in (el("dt", el("kbd", key)), el("dd", meaning))]
    return el(
        "dialog",
        el("h2", "Keys", id="keys"),
        el("dl", *rows),
        el("button", "Close", type="button", id="close-keys"),
        id="help",
        aria_labelledby="keys",
    )
