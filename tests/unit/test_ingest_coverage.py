"""A folder of coverage: what is read, whose it is, and what is said of the rest."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from checker.errors import InputError
from checker.ingest import Coverage, read_coverage, read_story

NAMES = {
    "le monde": "Le Monde", "lemonde": "Le Monde", "lemonde.fr": "Le Monde", "ap": "AP", "reuters": "Reuters",
    "cnn.com": "CNN", "guardian": "The Guardian", "the guardian": "The Guardian", "france24": "France 24",
}  # fmt: skip
TEXT = "Fourteen people died when the ferry Anna Lund sank off Bergen on Monday, the police said.\n"
FRENCH = (
    "Quatorze personnes sont mortes lundi dans le naufrage du ferry Anna Lund au large de Bergen, a annoncé la police. "
    "Les secours ont poursuivi leurs recherches pendant toute la nuit, mais sans espoir.\n"
)
SITE = f'<html><head><meta property="og:site_name" content="{{}}"></head><body><p>{TEXT}</p></body></html>'
CANONICAL = f'<html><head><link rel="canonical" href="{{}}"></head><body><p>{TEXT}</p></body></html>'


def resolve(name: str) -> str | None:
    return NAMES.get(name.casefold().replace("-", " ").strip())


def lay(folder: Path, **files: str | bytes) -> Path:
    for name, content in files.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def outlets(coverage: Coverage) -> list[tuple[str, str | None]]:
    return [(Path(d.path).name, d.outlet) for d in coverage.documents]


def said(coverage: Coverage) -> list[tuple[str, str]]:
    return [(f.rule, f.severity.value) for f in coverage.findings]


@pytest.mark.parametrize(
    ("files", "outlet"),
    [
        ({"reuters.txt": TEXT}, "Reuters"),
        ({"le-monde.txt": TEXT}, "Le Monde"),
        ({"le_monde_2026-03-12.md": TEXT}, "Le Monde"),
        ({"01-reuters (2).txt": TEXT}, "Reuters"),
        ({"france24.txt": TEXT}, "France 24"),
        ({"reuters": TEXT}, "Reuters"),
        ({"le-monde__17.txt": TEXT}, "Le Monde"),
        ({"le-monde__2026__17.txt": TEXT}, "Le Monde"),
        ({"x.txt": "Credited from: LEMONDE\n" + TEXT}, "Le Monde"),
        ({"reuters.txt": "Credited from: Harrowbeck  Gazette.\n" + TEXT}, "Harrowbeck Gazette"),
        ({"x.txt": "Source: AP\n" + TEXT}, "AP"),
        ({"x.txt": "URL: https://edition.cnn.com/2026/x\n" + TEXT}, "CNN"),
        ({"x.txt": "URL: https://www.harrowbeck.example/x\n" + TEXT}, "harrowbeck.example"),
        ({"reuters.txt": "URL: https://www.harrowbeck.example/x\n" + TEXT}, "Reuters"),
        ({"x.md": f"---\nsource: AP\n---\n{TEXT}"}, "AP"),
        ({"x.html": SITE.format("Le Monde")}, "Le Monde"),
        ({"x.html": CANONICAL.format("https://www.lemonde.fr/a")}, "Le Monde"),
        ({"x.txt": TEXT, "coverage.toml": '[files]\n"x.txt" = "LEMONDE"\n'}, "Le Monde"),
        ({"sub__x.txt": TEXT, "coverage.toml": '[files]\n"sub/x.txt" = { outlet = "AP" }\n'}, "AP"),
        ({"x.txt": TEXT, "coverage.toml": 'outlet = "Le Monde"\n'}, "Le Monde"),
        ({"ap.txt": TEXT, "coverage.toml": 'outlet = "Le Monde"\n'}, "Le Monde"),
        ({"sub__x.txt": TEXT, "sub__coverage.toml": 'outlet = "AP"\n', "coverage.toml": 'outlet = "CNN"\n'}, "AP"),
        ({"x.txt": "Credited from: AP\n" + TEXT, "coverage.toml": '[files]\n"x.txt" = "Le Monde"\n'}, "AP"),
        ({"x.html": SITE.format("My blog"), "coverage.toml": '[files]\n"x.html" = "AP"\n'}, "AP"),
    ],
)  # fmt: skip
def test_whose_document_it_is(tmp_path: Path, files: dict[str, str], outlet: str) -> None:
    folder = lay(tmp_path / "in", **files)
    assert [d.outlet for d in read_coverage([folder], resolve=resolve).documents] == [outlet]


def test_without_an_outlet_the_message_says_what_to_do(tmp_path: Path) -> None:
    path = lay(tmp_path, **{"x17.txt": TEXT}) / "x17.txt"
    for given in (path, tmp_path):
        with pytest.raises(InputError) as caught:
            read_coverage([given], resolve=resolve)
        for hint in ("x17.txt: no outlet", "Credited from: OUTLET", "coverage.toml", "OUTLET=PATH"):
            assert hint in str(caught.value)


def test_an_outlet_given_with_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(
        lay(tmp_path, **{"reuters.txt": TEXT, "in__ap.txt": TEXT + "Two.", "a=b.txt": "Credited from: AP\n" + TEXT})
    )
    assert outlets(read_coverage(["LEMONDE=reuters.txt"], resolve=resolve)) == [("reuters.txt", "Le Monde")]
    assert outlets(read_coverage(["Harrowbeck Gazette=in"], resolve=resolve)) == [("ap.txt", "Harrowbeck Gazette")]
    assert outlets(read_coverage(["a=b.txt"], resolve=resolve)) == [("a=b.txt", "AP")]
    assert outlets(read_coverage(["CNN=a=b.txt"], resolve=resolve)) == [("a=b.txt", "CNN")]


@pytest.mark.parametrize(
    ("given", "says"),
    [("nowhere", "nowhere: no such file"), ("AP=nowhere.txt", "nowhere.txt: no such file"),
     ("=ap.txt", "no outlet before the ="),
     ("AP=", "no such file"), ("", "must be a file or folder"), ("empty", "no article in this folder")],
)  # fmt: skip
def test_what_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str, says: str) -> None:
    monkeypatch.chdir(lay(tmp_path, **{"ap.txt": TEXT, "empty__notes.json": "{}"}))
    with pytest.raises(InputError) as caught:
        read_coverage([given], resolve=resolve)
    assert says in str(caught.value)


def test_no_coverage_at_all() -> None:
    with pytest.raises(InputError, match="no coverage was given"):
        read_coverage([])


def test_other_kinds_and_hidden_files_are_passed_over(tmp_path: Path) -> None:
    lay(tmp_path, **{
        "reuters.txt": TEXT, "photo.jpg": b"\xff\xd8\xff", "data.json": "{}", "gold.yaml": "a: 1", ".hidden.txt": TEXT,
        ".git__ap.txt": TEXT, "README.md": "# About\n\nThis folder.", "report.pdf": b"%PDF-1.4",
    })  # fmt: skip
    coverage = read_coverage([tmp_path], resolve=resolve)
    assert outlets(coverage) == [("reuters.txt", "Reuters")] and coverage.findings == ()


@pytest.mark.parametrize(
    "content", [b"", b" \n", b"%PDF-1.4", b"\x00\x01\x02", b"Credited from: AP\n", b"\x81\x8d\x8f" * 9]
)
def test_a_broken_article_is_a_warning_in_a_folder_and_an_error_by_name(tmp_path: Path, content: bytes) -> None:
    lay(tmp_path, **{"reuters.txt": TEXT, "ap.txt": content})
    coverage = read_coverage([tmp_path], resolve=resolve)
    assert outlets(coverage) == [("reuters.txt", "Reuters")]
    assert said(coverage) == [("nothing-checked", "warning")]
    assert "ap.txt" in coverage.findings[0].message
    with pytest.raises(InputError, match=r"ap\.txt"):
        read_coverage([tmp_path / "reuters.txt", tmp_path / "ap.txt"], resolve=resolve)


def test_nothing_but_broken_articles_is_an_error(tmp_path: Path) -> None:
    lay(tmp_path, **{"ap.txt": b""})
    with pytest.raises(InputError, match="no readable coverage .*empty"):
        read_coverage([tmp_path], resolve=resolve)


def test_an_empty_folder_beside_a_full_one_is_a_warning(tmp_path: Path) -> None:
    lay(tmp_path, **{"full__ap.txt": TEXT, "void__x.json": "{}"})
    coverage = read_coverage([tmp_path / "full", tmp_path / "void"], resolve=resolve)
    assert said(coverage) == [("nothing-checked", "warning")]


def test_a_document_given_twice_is_read_once(tmp_path: Path) -> None:
    lay(tmp_path, **{"ap.txt": TEXT, "ap-2.txt": TEXT, "reuters.txt": TEXT})
    coverage = read_coverage([tmp_path, tmp_path / "ap.txt"], resolve=resolve)
    assert outlets(coverage) == [("ap-2.txt", "AP"), ("reuters.txt", "Reuters")]
    assert said(coverage) == [("duplicate-document", "info")] * 2
    assert all(f.outlet == "AP" for f in coverage.findings)


def test_two_articles_of_one_outlet_and_one_text_of_two_outlets_are_kept(tmp_path: Path) -> None:
    lay(tmp_path, **{"lemonde.txt": TEXT, "le-monde.txt": TEXT + "Nobody knew why.", "ap.txt": TEXT})
    coverage = read_coverage([tmp_path], resolve=resolve)
    assert [o for _, o in outlets(coverage)] == ["AP", "Le Monde", "Le Monde"] and coverage.findings == ()


def test_one_file_for_two_outlets(tmp_path: Path) -> None:
    path = lay(tmp_path, **{"ap.txt": TEXT}) / "ap.txt"
    coverage = read_coverage([f"Reuters={path}", path], resolve=resolve)
    assert [o for _, o in outlets(coverage)] == ["AP", "Reuters"] and coverage.findings == ()


def test_the_order_is_fixed(tmp_path: Path) -> None:
    lay(tmp_path, **{"reuters.txt": TEXT, "ap.txt": TEXT + "One.", "guardian.txt": TEXT + "Two."})
    files = [tmp_path / n for n in ("reuters.txt", "ap.txt", "guardian.txt")]
    expected = read_coverage([tmp_path], resolve=resolve)
    assert read_coverage(files, resolve=resolve) == read_coverage(files[::-1], resolve=resolve) == expected
    assert [o for _, o in outlets(expected)] == ["AP", "Reuters", "The Guardian"]


def test_the_story_is_not_its_own_evidence(tmp_path: Path) -> None:
    lay(tmp_path, **{"story.txt": "Credited from: AP\n" + TEXT, "reuters.txt": TEXT})
    story = read_story(tmp_path / "story.txt")
    coverage = read_coverage([tmp_path], resolve=resolve, story=story)
    assert outlets(coverage) == [("reuters.txt", "Reuters")]
    assert said(coverage) == [("duplicate-document", "warning")]
    with pytest.raises(InputError, match="the story itself"):
        read_coverage([tmp_path / "story.txt"], resolve=resolve, story=story)


def test_links(tmp_path: Path) -> None:
    lay(tmp_path, **{"in__ap.txt": TEXT, "elsewhere__reuters.txt": TEXT})
    (tmp_path / "in" / "round").symlink_to(tmp_path / "in", target_is_directory=True)
    (tmp_path / "in" / "more").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    (tmp_path / "in" / "cnn.txt").symlink_to(tmp_path / "gone.txt")
    coverage = read_coverage([tmp_path / "in"], resolve=resolve)
    assert [o for _, o in outlets(coverage)] == ["AP", "Reuters"]
    assert said(coverage) == [("nothing-checked", "warning")] and "cnn.txt" in coverage.findings[0].message


def test_a_home_folder_given_by_mistake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.ingest.folder.MAX_FILES", 3)
    lay(tmp_path, **{f"ap{n}.txt": TEXT for n in range(4)})
    with pytest.raises(InputError, match="more than 3 articles"):
        read_coverage([tmp_path], resolve=resolve)


def test_a_manifest_gives_date_and_title(tmp_path: Path) -> None:
    lay(tmp_path, **{
        "x.txt": TEXT, "y.txt": "Title: Ferry sinks\n" + TEXT,
        "coverage.toml": '[files]\n"x.txt" = { outlet = "AP", published = 2026-03-12, title = "Ferry" }\n'
                         '"y.txt" = { outlet = "CNN", published = "13 March 2026" }\n',
    })  # fmt: skip
    documents = read_coverage([tmp_path], resolve=resolve).documents
    assert [(d.outlet, d.published, d.title) for d in documents] == [
        ("AP", date(2026, 3, 12), "Ferry"), ("CNN", date(2026, 3, 13), "Ferry sinks"),
    ]  # fmt: skip
    assert outlets(read_coverage([tmp_path / "x.txt"], resolve=resolve)) == [("x.txt", "AP")]


@pytest.mark.parametrize(
    ("toml", "says"),
    [
        ("[files\n", "not valid TOML"),
        (b"\xff\xfe", "not valid TOML"),
        ('oulet = "AP"\n', 'did you mean "outlet"'),
        ("outlet = 3\n", "outlet must be a name in quotes"),
        ('files = "x"\n', "must be a table"),
        ('[files]\n"ap.txt" = 3\n', "the entry of ap.txt"),
        ('[files]\n"ap.txt" = { publishd = 2026-03-12 }\n', 'did you mean "published"'),
        ('[files]\n"ap.txt" = { published = "soon" }\n', "must be a date"),
    ],
)
def test_a_broken_manifest(tmp_path: Path, toml: str | bytes, says: str) -> None:
    lay(tmp_path, **{"ap.txt": TEXT, "coverage.toml": toml})
    with pytest.raises(InputError) as caught:
        read_coverage([tmp_path], resolve=resolve)
    assert "coverage.toml: " in str(caught.value) and says in str(caught.value)


def test_a_manifest_that_names_what_is_not_there(tmp_path: Path) -> None:
    lay(tmp_path, **{"ap.txt": TEXT, "coverage.toml": '[files]\n"reuter.txt" = "Reuters"\n'})
    coverage = read_coverage([tmp_path], resolve=resolve)
    assert said(coverage) == [("nothing-checked", "warning")] and "reuter.txt" in coverage.findings[0].message


@pytest.mark.parametrize(
    ("text", "language", "rules"),
    [
        (TEXT, "en", []),
        (FRENCH, "fr", []),
        ("Credited from: AP\nFerry sinks.", "und", []),
        ("Fjorton människor omkom när färjan sjönk utanför staden i måndags, uppger polisen efter olyckan. " * 4, "und",
         ["foreign-language"]),
    ],
)  # fmt: skip
def test_the_language_of_coverage(tmp_path: Path, text: str, language: str, rules: list[str]) -> None:
    coverage = read_coverage([lay(tmp_path, **{"ap.txt": text})], resolve=resolve)
    assert [d.language for d in coverage.documents] == [language]
    assert [f.rule for f in coverage.findings] == rules


def test_notes_of_reading(tmp_path: Path) -> None:
    lay(tmp_path, **{"ap.txt": "The café at Évry closed, the police said.".encode("cp1252"),
                     "x.txt": "Credited from: Reuters and CNN\n" + TEXT})  # fmt: skip
    coverage = read_coverage([tmp_path], resolve=resolve)
    assert [(f.rule, f.outlet) for f in coverage.findings] == [("read-note", "AP"), ("read-note", "Reuters")]
    assert "read as cp1252" in coverage.findings[0].message and "2 outlets" in coverage.findings[1].message
