"""HTML and SVG as a tree of elements: balanced by construction, every text escaped, no link that leaves the page.

There is no way to pass ready-made markup through, so there is nothing to forget to escape.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from checker.report.sanitize import one_line, printable

VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr"})
"""Elements without content or end tag."""

VERBATIM = frozenset({"script", "style"})
"""Elements whose content HTML does not unescape: only for our own assets."""

OWN_LINE = frozenset(
    {
        "article",
        "section",
        "div",
        "p",
        "li",
        "ul",
        "ol",
        "dl",
        "table",
        "tr",
        "thead",
        "tbody",
        "header",
        "main",
        "footer",
        "nav",
        "details",
        "figure",
        "blockquote",
        "h1",
        "h2",
        "h3",
        "h4",
        "meta",
        "title",
        "style",
        "script",
        "head",
        "body",
        "svg",
        "g",
        "option",
        "select",
        "label",
        "fieldset",
        "aside",
        "summary",
        "link",
        "dialog",
    }
)
"""Elements after which a line break changes nothing, so that a person can read the source."""


@dataclass(frozen=True, slots=True)
class Element:
    """One element; ``attributes`` are name and value, in order."""

    tag: str
    attributes: tuple[tuple[str, str], ...]
    children: tuple[Element | str, ...]


def el(tag: str, *children: Element | str | None, **attributes: str | int | float | bool | None) -> Element:
    """An element. ``class_`` is the attribute class, ``aria_label`` is aria-label; None and False leave one out.

    Raises :class:`ValueError` for a link that is not to a place of the same page.
    """
    named: list[tuple[str, str]] = []
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        name = key.rstrip("_").replace("_", "-")
        text = "" if value is True else str(value)
        if name in ("href", "src", "action") and not text.startswith(("#", "data:,")):
            raise ValueError(f"a report links to nothing outside itself: {text!r}")
        if name.startswith("on") or name == "style":
            raise ValueError(f"the content security policy forbids the attribute {name!r}")
        named.append(("viewBox" if name == "viewbox" else name, text))
    return Element(tag, tuple(named), tuple(child for child in children if child is not None and child != ""))


def path(text: str) -> Element:
    """A path on one line that may break after its slashes, and only there while there is room."""
    pieces = [piece for part in one_line(text).split("/") for piece in (part, "/", el("wbr"))][:-2]
    return el("span", *pieces, class_="path")


def serialise(element: Element) -> str:
    """The element as HTML text."""
    return "".join(_pieces(element))


def _pieces(element: Element) -> Iterator[str]:
    attributes = "".join(f' {name}="{escape(printable(value))}"' for name, value in element.attributes)
    yield f"<{element.tag}{attributes}>"
    if element.tag not in VOID:
        for child in element.children:
            if isinstance(child, Element):
                yield from _pieces(child)
            elif element.tag in VERBATIM:
                if "</" in child or "<!--" in child:
                    raise ValueError(f"a {element.tag} asset must not end its own element")
                yield child
            else:
                yield escape(printable(child), quote=False)
        yield f"</{element.tag}>"
    if element.tag in OWN_LINE:
        yield "\n"
