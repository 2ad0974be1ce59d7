"""Outlets by every name they go by, and the file they lie in."""

from __future__ import annotations

import time
import tomllib
from importlib import resources
from pathlib import Path

import pytest

from checker.errors import InputError
from checker.extract.folding import fold, keys_of
from checker.extract.outlets import Registry, load_registry

REGISTRY = load_registry()


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        # run together, in capitals, with hyphens
        ("LEMONDE", "Le Monde"),
        ("le-monde", "Le Monde"),
        ("Le  Monde", "Le Monde"),
        ("STRAITSTIMES", "The Straits Times"),
        ("THEHINDU", "The Hindu"),
        ("theguardian", "The Guardian"),
        ("DEUTSCHEWELLE", "Deutsche Welle"),
        ("LATIMES", "Los Angeles Times"),
        ("THE NEW YORK TIMES", "The New York Times"),
        # abbreviations
        ("AP", "Associated Press"),
        ("AFP", "Agence France-Presse"),
        ("NYT", "The New York Times"),
        ("WSJ", "The Wall Street Journal"),
        ("FT", "Financial Times"),
        ("WaPo", "The Washington Post"),
        ("SMH", "The Sydney Morning Herald"),
        ("DW", "Deutsche Welle"),
        ("SCMP", "South China Morning Post"),
        ("BBC", "BBC News"),
        ("FAZ", "Frankfurter Allgemeine Zeitung"),
        ("NZZ", "Neue Zürcher Zeitung"),
        ("L.A. Times", "Los Angeles Times"),
        ("RFE/RL", "Radio Free Europe/Radio Liberty"),
        # articles and accents
        ("Guardian", "The Guardian"),
        ("the Guardian", "The Guardian"),
        ("The Associated Press", "Associated Press"),
        ("The Financial Times", "Financial Times"),
        ("Kyiv Independent", "The Kyiv Independent"),
        ("El Pais", "El País"),
        ("L'Equipe", "L'Équipe"),
        ("L’Équipe", "L'Équipe"),
        ("Sueddeutsche Zeitung", "Süddeutsche Zeitung"),
        ("Suddeutsche Zeitung", "Süddeutsche Zeitung"),
        ("Spiegel", "Der Spiegel"),
        ("Folha", "Folha de S.Paulo"),
        ("Jyllands Posten", "Jyllands-Posten"),
        # editions
        ("Le Monde in English", "Le Monde"),
        ("Le Monde (English)", "Le Monde"),
        ("Al Jazeera English", "Al Jazeera"),
        ("Fox News (Online)", "Fox News"),
        ("New York Times - News", "The New York Times"),
        ("Reuters.com", "Reuters"),
        ("Politico Europe", "Politico"),
        ("Nikkei Asia", "Nikkei"),
        ("The Huffington Post", "HuffPost"),
        # domains and addresses
        ("lemonde.fr", "Le Monde"),
        ("www.lemonde.fr", "Le Monde"),
        ("https://www.lemonde.fr/en/2026/03/a.html?x=1", "Le Monde"),
        ("edition.cnn.com", "CNN"),
        ("HTTP://WWW.BBC.CO.UK:80/news", "BBC News"),
        ("folha.uol.com.br", "Folha de S.Paulo"),
        ("politico.eu", "Politico"),
        # the outlet's own script
        ("日本経済新聞", "Nikkei"),
        ("日経", "Nikkei"),
        ("الجزيرة", "Al Jazeera"),
        ("Новая газета", "Novaya Gazeta"),
        ("朝日新聞", "Asahi Shimbun"),
        ("한겨레", "Hankyoreh"),
        ("הארץ", "Haaretz"),
        ("दैनिक भास्कर", "Dainik Bhaskar"),
        ("Καθημερινή", "Kathimerini"),
        ("الشرق الأوسط", "Asharq Al-Awsat"),
        # trade and digital
        ("STAT", "STAT"),
        ("STAT News", "STAT"),
        ("Axios", "Axios"),
        ("The Athletic", "The Athletic"),
        ("time", "Time"),
    ],
)
def test_name_resolves(written: str, canonical: str) -> None:
    assert REGISTRY.canonical(written) == canonical


@pytest.mark.parametrize(
    "written",
    ["", " ", ".", "The", "the", "Online", "News", "Harrowbeck Gazette", "example.com", "https://example.com/reuters.com", "NATO", "Reut", "le", "Maria Lopez", "reuters.com.example"],
)
def test_name_of_nobody(written: str) -> None:
    assert REGISTRY.resolve(written) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The BBC and Le Monde's reporter", [("BBC", "BBC News"), ("Le Monde", "Le Monde")]),
        ("Reuters' tally, Reuters’ tally", [("Reuters", "Reuters"), ("Reuters", "Reuters")]),
        ("“Reuters” (AP) AP-led", [("Reuters", "Reuters"), ("AP", "Associated Press"), ("AP", "Associated Press")]),
        ("the Guardian and The Guardian", [("Guardian", "The Guardian"), ("The Guardian", "The Guardian")]),
        ("New York Times, New York Post", [("New York Times", "The New York Times"), ("New York Post", "New York Post")]),
        ("South China Morning\nPost", [("South China Morning\nPost", "South China Morning Post")]),
        ("LEMONDE and LeMonde", [("LEMONDE", "Le Monde"), ("LeMonde", "Le Monde")]),
        ("on lemonde.fr, www.reuters.com.", [("lemonde.fr", "Le Monde"), ("www.reuters.com", "Reuters")]),
        ("日本経済新聞は", [("日本経済新聞", "Nikkei")]),
        ("le Monde, l'Équipe", [("le Monde", "Le Monde"), ("l'Équipe", "L'Équipe")]),
        ("The Hill, the Hill", [("The Hill", "The Hill"), ("Hill", "The Hill")]),
        # near misses: another case, no article, part of a word
        ("ap, stat, the time, the independent, a hill, Hill", []),
        ("Apple, Reutersville, APs, lemondes, lemonde", []),
        ("news@reuters.com", []),
        ("notlemonde.fr lemonde.fr.example", []),
    ],
)
def test_mentions(text: str, found: list[tuple[str, str]]) -> None:
    assert [(m.span.of(text), m.outlet) for m in REGISTRY.mentions(text)] == found


@pytest.mark.parametrize(("text", "sure"), [("Reuters", True), ("the Guardian", True), ("Guardian", False), ("AP", False), ("Time", False), ("Le Monde", True)])
def test_a_common_word_is_no_sure_mention(text: str, sure: bool) -> None:
    assert [m.sure for m in REGISTRY.mentions(text)] == [sure]


def test_mentions_are_fast() -> None:
    text = "The ferry left Pilar on Monday, according to Reuters and the Straits Times, and sank. " * 600
    REGISTRY.mentions(text)
    start = time.perf_counter()
    found = REGISTRY.mentions(text)
    assert len(found) == 1200
    assert time.perf_counter() - start < 1.0  # some 10 ms; the bound only tells linear from quadratic


def test_outlets_of_the_coverage_are_known_beside_those_of_the_list() -> None:
    registry = load_registry().with_names(["Le Monde", "Harbour Wire", "harbour wire", "HBW"])
    assert len(registry) == len(load_registry()) + 2
    assert registry.canonical("HARBOUR WIRE") == "Harbour Wire"
    named = {m.outlet: m.sure for m in registry.mentions("The dam broke, Harbour Wire and HBW report; the harbour wire was cut.")}
    assert named == {"Harbour Wire": False, "HBW": False}
    assert load_registry().with_names(["Reuters"]) is load_registry()


def test_close_names() -> None:
    assert REGISTRY.near("Le Mode")[0] == "Le Monde"
    assert "Reuters" in REGISTRY.near("Reuter")
    assert REGISTRY.near("xqzw") == ()


class TestDataFile:
    TABLES = tomllib.loads(resources.files("checker.extract").joinpath("data/outlets.toml").read_text(encoding="utf-8"))["outlets"]

    def test_there_are_enough(self) -> None:
        assert len(REGISTRY) >= 250
        assert sum(outlet.agency for outlet in REGISTRY) >= 40
        assert len({outlet.country for outlet in REGISTRY}) >= 80

    def test_canonical_names_are_unique(self) -> None:
        names = [fold(table["name"]) for table in self.TABLES]
        assert len(names) == len(set(names))

    def test_no_name_is_claimed_twice(self) -> None:
        owners: dict[str, str] = {}
        for outlet in REGISTRY:
            for key in {key for name in outlet.names for key in keys_of(name)}:
                assert owners.setdefault(key, outlet.name) == outlet.name

    def test_every_name_and_domain_resolves_to_its_outlet(self) -> None:
        wrong = [(n, o.name) for o in REGISTRY for n in (*o.names, *o.domains) if REGISTRY.resolve(n) is not o]
        assert wrong == []

    def test_entries_are_complete(self) -> None:
        for outlet in REGISTRY:
            assert len(outlet.country) == 2 and outlet.country.isupper(), outlet.name
            assert len(outlet.language) == 2 and outlet.language.islower(), outlet.name
            assert outlet.domains, outlet.name
            assert all(d == d.lower() and not d.startswith("www.") for d in outlet.domains), outlet.name
            assert set(outlet.ambiguous) <= set(outlet.names), outlet.name

    @pytest.mark.parametrize("name", ["Reuters", "Associated Press", "Agence France-Presse", "Xinhua", "TASS"])
    def test_agencies(self, name: str) -> None:
        found = REGISTRY.resolve(name)
        assert found is not None and found.agency

    @pytest.mark.parametrize("name", ["Le Monde", "The Guardian", "CNN"])
    def test_no_agencies(self, name: str) -> None:
        found = REGISTRY.resolve(name)
        assert found is not None and not found.agency


class TestOwnFile:
    def load(self, folder: Path, text: str) -> Registry:
        path = folder / "mine.toml"
        path.write_text(text, encoding="utf-8")
        return load_registry(path)

    def test_adds_an_outlet(self, tmp_path: Path) -> None:
        mine = self.load(tmp_path, '[[outlets]]\nname = "Harrowbeck Gazette"\naliases = ["HG Online"]\ndomains = ["gazette.example"]\n')
        assert mine.canonical("harrowbeckgazette") == "Harrowbeck Gazette"
        assert mine.canonical("https://www.gazette.example/a") == "Harrowbeck Gazette"
        assert mine.canonical("LEMONDE") == "Le Monde"
        assert REGISTRY.canonical("Harrowbeck Gazette") is None

    def test_adds_to_a_shipped_outlet(self, tmp_path: Path) -> None:
        mine = self.load(tmp_path, '[[outlets]]\nname = "Reuters"\naliases = ["Rtrs"]\n')
        assert mine.canonical("Rtrs") == "Reuters"
        assert mine.canonical("reuters.com") == "Reuters"
        found = mine.resolve("Reuters")
        assert found is not None and found.agency

    def test_takes_the_place_of_a_shipped_outlet(self, tmp_path: Path) -> None:
        mine = self.load(tmp_path, '[[outlets]]\nname = "Reuters"\nreplace = true\ndomains = ["rtrs.example"]\n')
        assert mine.canonical("rtrs.example") == "Reuters"
        assert mine.canonical("Thomson Reuters") is None

    def test_takes_an_ambiguous_alias(self, tmp_path: Path) -> None:
        mine = self.load(tmp_path, '[[outlets]]\nname = "Fordham Tribune"\naliases = ["FT"]\n')
        assert mine.canonical("FT") == "Fordham Tribune"
        assert mine.canonical("Financial Times") == "Financial Times"

    def test_ambiguous_alias_counts_in_its_case_only(self, tmp_path: Path) -> None:
        mine = self.load(tmp_path, '[[outlets]]\nname = "Harrowbeck Gazette"\naliases = [{ name = "Oak", ambiguous = true }]\n')
        assert [m.sure for m in mine.mentions("Oak, oak, OAK")] == [False]

    @pytest.mark.parametrize(
        ("text", "tells"),
        [
            ('[[outlets]]\nname = "A Gazette"\naliases = ["Le Monde"]\n', "claimed by A Gazette and by Le Monde"),
            ('[[outlets]]\nname = "A Gazette"\naliases = ["Oak"]\n[[outlets]]\nname = "B Gazette"\naliases = ["Oak"]\n', "claimed by A Gazette and by B Gazette"),
            ('[[outlets]]\nname = "A Gazette"\ndomains = ["reuters.com"]\n', "claimed by"),
            ('[[outlets]]\nname = "A Gazette"\n[[outlets]]\nname = "a-gazette"\n', "two entries are named"),
            ('[[outlets]]\naliases = ["Oak"]\n', "entry 1: has no name"),
            ('[[outlets]]\nname = "A Gazette"\nalias = ["Oak"]\n', "entry 1 (A Gazette): unknown key alias"),
            ('[[outlets]]\nname = "A Gazette"\naliases = "Oak"\n', "aliases must be a list"),
            ('[[outlets]]\nname = "A Gazette"\naliases = [1]\n', "aliases holds 1"),
            ('[[outlets]]\nname = "A Gazette"\naliases = [{ ambiguous = true }]\n', "an alias is"),
            ('[[outlets]]\nname = "A Gazette"\nagency = "yes"\n', "agency must be true or false"),
            ('[[outlets]]\nname = "A Gazette"\ncountry = 4\n', "country must be text"),
            ('[[outlets]]\nname = "A Gazette"\ndomains = ["https://a.example/x"]\n', "is no domain"),
            ('outlets = 3\n', "needs tables [[outlets]]"),
            ('[outlet]\nname = "A"\n', "needs tables [[outlets]]"),
            ('[[outlets\n', "not valid TOML"),
            ('outlets = [3]\n', "entry 1: is no table"),
        ],
    )
    def test_errors_name_file_and_entry(self, tmp_path: Path, text: str, tells: str) -> None:
        with pytest.raises(InputError) as error:
            self.load(tmp_path, text)
        assert tells in str(error.value)
        assert "mine.toml" in str(error.value)
        assert "\n" not in str(error.value)

    def test_missing_file(self, tmp_path: Path) -> None:
        with pytest.raises(InputError, match="cannot be read"):
            load_registry(tmp_path / "none.toml")

    def test_not_text(self, tmp_path: Path) -> None:
        (tmp_path / "mine.toml").write_bytes(b"\xff\xfe\x00")
        with pytest.raises(InputError, match="UTF-8"):
            load_registry(tmp_path / "mine.toml")
