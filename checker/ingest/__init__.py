"""Files in, documents out: plain text, Markdown and web pages; which outlet, which language, what is prose.

    story = read_story("story.txt")
    coverage = read_coverage(["coverage/", "Le Monde=article.html"], resolve=registry.canonical)

This room knows no list of outlets: ``resolve`` gives a name's canonical form, or None where it is unknown.
"""

from __future__ import annotations

from checker.ingest.coverage import Coverage, read_coverage
from checker.ingest.outlet import Resolve
from checker.ingest.reading import ReadResult, read_document, read_file, read_story

__all__ = ["Coverage", "ReadResult", "Resolve", "read_coverage", "read_document", "read_file", "read_story"]
