"""The HTML report: one well-formed file that reaches for nothing, and that an editor can read and walk through."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest

from checker.report.elements import VOID, el, serialise
from checker.report.html import render_html
from checker.report.matrix import PER_BAND
from checker.types import Report, Verdict
from tests.factories import (
    make_claim,
    make_comparison,
    make_document,
    make_inside_report,
    make_report,
    make_result,
    make_stance,
)

Attributes = dict[str, str | None]
MODES = [make_report, make_comparison, make_inside_report, lambda: make_report(results=(), documents=(), findings=())]


class Page(HTMLParser):
    """What a strict reader finds in a report. Raises :class:`AssertionError` where tags do not balance."""

    def __init__(self, report: Report) -> None:
        super().__init__(convert_charrefs=True)
        self.html = render_html(report)
        self.open: list[tuple[str, Attributes]] = []
        self.elements: list[tuple[str, Attributes]] = []
        self.texts: list[tuple[tuple[str, ...], str]] = []
        self.feed(self.html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), f"an attribute of {tag} is doubled"
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append((tag, dict(attrs)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        raise AssertionError(f"{tag} closes itself")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        self.texts.append((tuple(tag for tag, _ in self.open), data))

    def handle_comment(self, data: str) -> None:
        raise AssertionError("a comment")

    def all(self, tag: str, **wanted: str) -> list[Attributes]:
        return [
            a
            for name, a in self.elements
            if name == tag and all(wanted[k] in (a.get(k.rstrip("_")) or "").split() for k in wanted)
        ]

    def text_in(self, tag: str) -> list[str]:
        return [data for path, data in self.texts if tag in path]

    @property
    def visible(self) -> str:
        return " ".join("".join(data for path, data in self.texts if not {"script", "style"} & set(path)).split())


@pytest.fixture(scope="module")
def page() -> Page:
    return Page(make_report())


@pytest.mark.parametrize("make", MODES)
def test_it_is_well_formed_and_reaches_for_nothing(make) -> None:
    page = Page(make())
    assert page.html.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert [a for _, a in page.elements for name in a if name.startswith("on") or name == "style"] == []
    targets = [
        a[name] for _, a in page.elements for name in ("href", "src", "action", "data", "poster", "srcset") if name in a
    ]
    assert all(target.startswith("#") or target == "data:," for target in targets)
    assert not re.search(r"https?:|//[a-z]|@import|url\(|javascript:", page.html, re.IGNORECASE)
    assert {tag for tag, _ in page.elements}.isdisjoint({"iframe", "object", "embed", "base", "form", "img"})


@pytest.mark.parametrize("make", MODES)
def test_every_link_has_its_place_and_every_id_is_one(make) -> None:
    page = Page(make())
    ids = [a["id"] for _, a in page.elements if "id" in a]
    assert len(ids) == len(set(ids))
    for _, attributes in page.elements:
        for name in ("aria-labelledby", "aria-describedby"):
            assert set((attributes.get(name) or "").split()) <= set(ids)
    assert {a["href"][1:] for a in page.all("a")} <= set(ids)


def test_the_policy_allows_our_script_and_style_alone(page: Page) -> None:
    (policy,) = [a["content"] for a in page.all("meta") if a.get("http-equiv") == "Content-Security-Policy"]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    for tag in ("script", "style"):
        (text,) = page.text_in(tag)
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert rules[f"{tag}-src"] == f"'sha256-{digest}'"
    assert rules["img-src"] == "data:"
    assert [tag for tag, _ in page.elements].count("script") == 1


def test_the_policy_stands_before_what_it_governs(page: Page) -> None:
    head = [tag for tag, _ in page.elements if tag in ("meta", "style", "script")]
    assert page.html.index("Content-Security-Policy") < page.html.index("<style>") < page.html.index("<script>")
    assert head[0] == "meta"


@pytest.mark.parametrize("make", MODES)
def test_headings_are_in_order(make) -> None:
    levels = [int(tag[1]) for tag, _ in Page(make()).elements if re.fullmatch(r"h\d", tag)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(b <= a + 1 for a, b in zip(levels, levels[1:], strict=False))


def test_every_claim_of_the_story_leads_to_its_card_and_back(page: Page) -> None:
    marked = page.all("a", class_="claim")
    assert [(a["class"], a["href"]) for a in marked] == [
        ("claim agreement", "#claim-1"),
        ("claim divergence", "#claim-2"),
        ("claim divergence", "#claim-3"),
        ("claim unsupported", "#claim-4"),
        ("claim unsupported", "#claim-5"),
    ]
    assert [a["id"] for a in page.all("article", class_="card")] == [f"claim-{i}" for i in range(1, 6)]
    assert {f"#story-{i}" for i in range(1, 6)} <= {a["href"] for a in page.all("a")}


def test_the_story_keeps_its_words_and_paragraphs(page: Page) -> None:
    story = page.html[page.html.index('<article lang="en">') :]
    blocks = re.findall(r"<p.*?>(.*?)</p>", story[: story.index("</article>")], re.S)
    words = [" ".join(re.sub(r"<[^>]+>", "", re.sub(r"<span.*?</span>", "", block)).split()) for block in blocks]
    assert words == [
        "Bridge over the Aldra reopens",
        "Credited from: AP",
        "The Aldra bridge reopened on Monday after 14 months of repairs, according to Reuters and AP. "
        "The work cost 62 million euros, Reuters reported.",
        '"We will never close it again," said Mayor Ines Halvorsen, according to AP.',
        "Two ferries that replaced the bridge will be sold, Le Monde reported. The toll will double next year.",
    ]


@pytest.mark.parametrize(
    "phrase",
    [
        "Not passed: errors and warnings count as failing",
        "≠ 2 divergence",
        "Findings of the whole run",
        "Part of the coverage of Le Monde is in French.",
        "≠ Divergence Claim 2",
        "93% sure · line 4",
        "number-conflict",
        "90% sure · credited · reports others as saying this",
        "The bill came to ≠26 million euros, the city said.",
        "Aldra bridge open to traffic again · coverage/reuters.txt · line 3",
        "1 more passage",
        "+3.10 one number conflicts quantities",
        "It does not settle the claim. Nearest passage:",
        "No coverage of this outlet was given.",
        "checker 0.1.0 with stance-small (cdcdcdcdcdcd)",
    ],
)
def test_an_editor_reads(page: Page, phrase: str) -> None:
    assert phrase in page.visible


def test_words_that_match_and_conflict_are_marked(page: Page) -> None:
    assert re.findall(r'<mark class="match">(.*?)</mark>', page.html) == ["Monday", "14 months"]
    conflicts = re.findall(
        r'<mark class="conflict"><span class="symbol" aria-hidden="true">≠</span>(.*?)</mark>', page.html
    )
    assert conflicts == ["62 million euros", "26 million euros", "will never", "hope never to"]


def test_what_an_editor_need_not_look_at_is_folded(page: Page) -> None:
    assert [a["class"] for a in page.all("article", class_="card")] == [
        "card agreement",
        *["card divergence attention"] * 2,
        *["card unsupported attention"] * 2,
    ]
    assert "open" not in "".join(str(a) for a in page.all("details"))


def test_filters_work_by_style_alone(page: Page) -> None:
    (style,) = page.text_in("style")
    boxes = [a["id"] for a in page.all("input")]
    assert boxes == [f"show-{verdict}" for verdict in Verdict]
    for verdict in Verdict:
        assert f"body:has(#show-{verdict}:not(:checked)) .card.{verdict}" in style
    outlets = [a["value"] for a in page.all("option")]
    assert outlets == ["all", "0", "1", "2", "3"]
    for outlet in outlets[1:]:
        chosen = f'body:has(#outlet option[value="{outlet}"]:checked)'
        assert f'{chosen} .card:not([data-outlets~="{outlet}"]) {{ display: none; }}' in style
    assert [a["data-outlets"] for a in page.all("article", class_="card")] == ["0 1", "0", "1", "2", ""]


def test_the_matrix_speaks(page: Page) -> None:
    (svg,) = [a for a in page.all("svg") if a.get("role") == "img"]
    assert svg["aria-labelledby"] and svg["aria-describedby"]
    assert page.all("g", class_="cell") != []
    rings = list(page.all("circle", class_="ring"))
    credited = sum(stance.credited for result in make_report().results for stance in result.outlets)
    assert len(rings) == credited + 1  # and one in the legend
    stances = [a["class"].split()[1] for a in page.all("g", class_="cell")]
    assert {stance: stances.count(stance) - 1 for stance in set(stances)} == {
        "supports": 2,
        "contradicts": 2,
        "silent": 4,
        "missing": 1,
    }


def test_a_long_story_has_its_matrix_in_bands() -> None:
    text = "The toll will double next year."
    results = tuple(make_result(make_claim(text, id=str(i)), outlets=(make_stance("AP"),)) for i in range(PER_BAND + 1))
    assert len([a for a in Page(make_report(results=results)).all("svg") if a.get("role") == "img"]) == 2


def test_tables_say_what_heads_what(page: Page) -> None:
    assert page.all("th") and all(a.get("scope") in ("row", "col") for a in page.all("th"))


def test_a_comparison_lists_its_claims_by_document() -> None:
    page = Page(make_comparison())
    assert "Claims by document Reuters Aldra bridge open to traffic again" in page.visible
    assert "Story" not in [text for path, text in page.texts if "h2" in path]
    assert len(page.all("a", class_="claim")) == 2


def test_a_text_in_another_language_says_so() -> None:
    documents = (make_document(language="fr"), make_document(language='x" onload="'), make_document())
    languages = [a.get("lang") for a in Page(make_report(documents=documents)).all("blockquote")]
    assert "fr" in languages
    assert set(languages) <= {"fr", "en", None}


def test_overlapping_claims_never_nest_links() -> None:
    whole, part = "The work cost 62 million euros, Reuters reported.", "62 million euros"
    page = Page(
        make_report(
            results=(make_result(make_claim(whole)), make_result(make_claim(part, id="c2"), Verdict.DIVERGENCE))
        )
    )
    assert [a["href"] for a in page.all("a", class_="claim")] == ["#claim-1", "#claim-2", "#claim-1"]
    assert not any(path.count("a") > 1 for path, _ in page.texts)


def test_the_same_report_gives_the_same_page() -> None:
    assert render_html(make_report()) == render_html(make_report())


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "https://x.invalid", "//x.invalid", "data:text/html,x", " #a", ""]
)
def test_no_link_can_leave_the_page(address: str) -> None:
    with pytest.raises(ValueError):
        el("a", "text", href=address)


@pytest.mark.parametrize("name", ["onclick", "style", "onload"])
def test_no_attribute_can_run_or_paint(name: str) -> None:
    with pytest.raises(ValueError):
        el("p", "text", **{name: "x"})


def test_everything_is_escaped() -> None:
    assert (
        serialise(el("b", "<i>&\x1b", title='"><script>')) == '<b title="&quot;&gt;&lt;script&gt;">&lt;i&gt;&amp;␛</b>'
    )


def test_an_asset_cannot_end_its_element() -> None:
    with pytest.raises(ValueError):
        serialise(el("script", "a</script>"))
