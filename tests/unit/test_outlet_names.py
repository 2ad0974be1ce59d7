"""Outlets by every name they go by."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.errors import InputError
from checker.extract.outlets import fold, load_registry

REGISTRY = load_registry()

RESOLVED = {
    "Le Monde": ["LEMONDE", "le monde", "lemonde.fr", "www.lemonde.fr", "https://www.lemonde.fr/en/international/x.html", "Le Monde.fr",
                 "Le Monde in English"],
    "South China Morning Post": ["SCMP", "scmp.com", "The South China Morning Post", "南華早報"],
    "Los Angeles Times": ["LA Times", "L.A. Times", "LATIMES", "latimes.com", "the Los Angeles Times"],
    "Associated Press": ["AP", "The Associated Press", "apnews.com", "AP News"],
    "Agence France-Presse": ["AFP", "Agence France Presse", "afp.com"],
    "El País": ["El Pais", "EL PAÍS", "elpais.com"],
    "Nikkei": ["日経", "日本経済新聞", "Nikkei Asia", "asia.nikkei.com", "nikkei.com"],
    "The Guardian": ["Guardian", "the guardian", "theguardian.com", "THEGUARDIAN"],
    "BBC News": ["BBC", "the BBC", "bbc.co.uk", "bbc.com"],
    "Deutsche Welle": ["DW", "DEUTSCHEWELLE", "dw.com"],
    "The New York Times": ["NYT", "New York Times", "nytimes.com", "NY Times"],
    "The Wall Street Journal": ["WSJ", "wsj.com"],
    "Financial Times": ["FT", "ft.com", "The Financial Times"],
    "The Straits Times": ["STRAITSTIMES", "Straits Times", "straitstimes.com"],
    "The Sydney Morning Herald": ["SMH", "smh.com.au"],
    "The Globe and Mail": ["Globe and Mail", "theglobeandmail.com"],
    "Süddeutsche Zeitung": ["Sueddeutsche Zeitung", "sueddeutsche.de", "Suddeutsche Zeitung"],
    "Novaya Gazeta": ["Новая газета"],
    "Al Jazeera": ["الجزيرة", "Aljazeera", "Al Jazeera English"],
    "L'Équipe": ["L'Equipe", "L’Équipe", "lequipe.fr"],
    "Folha de S.Paulo": ["Folha", "Folha de São Paulo"],
    "The Washington Post": ["WaPo", "washingtonpost.com"],
    "The Kyiv Independent": ["Kyiv Independent", "kyivindependent.com"],
    "STAT": ["STAT News", "statnews.com"],
}


@pytest.mark.parametrize(("written", "canonical"), [(w, c) for c, names in RESOLVED.items() for w in [c, *names]])
def test_resolves(written: str, canonical: str) -> None:
    assert REGISTRY.canonical(written) == canonical


@pytest.mark.parametrize("written", ["", "  ", "Harrowbeck Gazette", "the ministry", "example.org", "Maria Lopez", "...", "http://"])
def test_does_not_resolve(written: str) -> None:
    assert REGISTRY.resolve(written) is None


def test_the_list_is_long_and_its_names_are_unique() -> None:
    outlets = list(REGISTRY)
    assert len(outlets) >= 250
    assert len({o.name for o in outlets}) == len(outlets)
    assert len({o.country for o in outlets}) >= 60
    assert all(o.domains and o.country and o.language for o in outlets)
    assert all(REGISTRY.canonical(name) == o.name for o in outlets for name in o.names)


def test_agencies_are_marked() -> None:
    assert {"Reuters", "Associated Press", "Agence France-Presse", "Xinhua"} <= {o.name for o in REGISTRY if o.agency}


@pytest.mark.parametrize(("text", "found"), [
    ("According to SCMP, Le Monde, and LA Times", ["South China Morning Post", "Le Monde", "Los Angeles Times"]),
    ("the New York Times' report and Reuters’ own", ["The New York Times", "Reuters"]),
    ("Timeshare owners and guardians posted mirrors", []),
    ("a Le Mondeish mood", []),
    ("The Sunday Times wrote", ["The Sunday Times"]),
])
def test_mentions(text: str, found: list[str]) -> None:
    mentions = REGISTRY.mentions(text)
    assert [m.outlet for m in mentions] == found
    assert all(m.span.of(text) for m in mentions)


def test_near_names_are_suggested() -> None:
    assert "The Guardian" in REGISTRY.near("Gaurdian")
    assert REGISTRY.near("zzzzzz") == ()


OWN = '[[outlets]]\nname = "Harrowbeck Gazette"\naliases = ["HG Online"]\ndomains = ["hg.example"]\n'


def test_own_outlets_are_added(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(OWN, encoding="utf-8")
    registry = load_registry(path)
    assert registry.canonical("HARROWBECKGAZETTE") == registry.canonical("https://hg.example/a") == "Harrowbeck Gazette"
    assert registry.canonical("SCMP") == "South China Morning Post"


@pytest.mark.parametrize(("toml", "says"), [
    ("[[outlets]\n", "TOML"), ("x = 1\n", "outlets"), ('[[outlets]]\naliases = ["X"]\n', "name"), ('[[outlets]]\nname = ""\n', "name"),
    ('[[outlets]]\nname = "X Post"\naliases = "XP"\n', "aliases"), ('[[outlets]]\nname = "X Post"\nalias = ["XP"]\n', "alias"),
    ('[[outlets]]\nname = "X Post"\naliases = ["Reuters"]\n', "Reuters"),
])
def test_a_broken_file_says_what_is_wrong(tmp_path: Path, toml: str, says: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(toml, encoding="utf-8")
    with pytest.raises(InputError, match=says) as error:
        load_registry(path)
    assert str(path) in str(error.value)


def test_folding() -> None:
    assert fold("The  El-País!") == "elpais"
