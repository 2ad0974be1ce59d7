"""The colours of the HTML report: enough contrast for every text on every ground, in both themes and in print."""

from __future__ import annotations

import re
from importlib import resources

import pytest

CSS = resources.files("checker.report").joinpath("assets", "style.css").read_text(encoding="utf-8")
PALETTES = [
    dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block)) for block in re.findall(r":root \{(.*?)\}", CSS, re.S)
]
LIGHT = PALETTES[0]
THEMES = {"light": LIGHT, "dark": LIGHT | PALETTES[1], "print": LIGHT | PALETTES[2]}

VERDICTS = ("agreement", "divergence", "unsupported")
GROUNDS = {
    # the page and the cards carry everything; a matrix column under the pointer has the quiet tint below it
    **{ground: ("ink", "soft", "link", *(f"{v}-ink" for v in VERDICTS)) for ground in ("page", "paper", "quiet-tint")},
    # a claim of the story: its words and its sign
    **{f"{v}-tint": ("ink", f"{v}-ink") for v in VERDICTS},
    "match-tint": ("ink",),
}
PAIRS = [(text, ground) for ground, texts in GROUNDS.items() for text in texts]


def luminance(color: str) -> float:
    """Relative luminance, WCAG 2.2."""
    channels = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_itself() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_stands_out(theme: str, text: str, ground: str) -> None:
    assert contrast(THEMES[theme][text], THEMES[theme][ground]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
@pytest.mark.parametrize("ground", ["page", "paper"])
def test_the_edges_of_controls_stand_out(theme: str, ground: str) -> None:
    assert contrast(THEMES[theme]["edge"], THEMES[theme][ground]) >= 3


def test_every_colour_in_use_is_one_of_the_tested() -> None:
    rules = re.sub(r":root \{.*?\}", "", CSS, flags=re.S)
    texts = set(re.findall(r"(?<![\w-])(?:color|fill): var\(--([\w-]+)\)", rules))
    grounds = set(re.findall(r"background(?:-color)?: var\(--([\w-]+)\)", rules))
    tested = {text for text, _ in PAIRS}
    assert texts - {f"{v}-tint" for v in VERDICTS} - {"quiet-tint"} <= tested  # a shape's fill may be a ground
    assert grounds <= set(GROUNDS)
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b", rules.replace("#00000080", "")) == []  # the shade behind the list of keys


def test_the_dark_theme_repaints_everything() -> None:
    assert set(PALETTES[1]) == set(LIGHT) == set(PALETTES[2])


@pytest.mark.parametrize(
    "media",
    [
        "(prefers-color-scheme: dark)",
        "(prefers-reduced-motion: reduce)",
        "print",
        "(max-width: 480px)",
        "(min-width: 1000px)",
    ],
)
def test_every_reader_is_thought_of(media: str) -> None:
    assert f"@media {media}" in CSS


def test_verdicts_differ_without_colour() -> None:
    lines = {v: re.search(rf"\.claim\.{v} \{{[^}}]*text-decoration: underline (\w+)", CSS).group(1) for v in VERDICTS}
    assert lines == {"agreement": "solid", "divergence": "wavy", "unsupported": "dotted"}
