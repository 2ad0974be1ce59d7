"""Which names stand in a sentence, and which of them are the same."""

from __future__ import annotations

import pytest

from checker.text.names import BODY, DEMONYM, PERSON, PLACE, names, same_name


def texts(text: str) -> list[str]:
    return [name.text for name in names(text)]


@pytest.mark.parametrize(("text", "expected"), [
    ("Survivors thanked Odd Berge and Kari Moen.", ["Odd Berge", "Kari Moen"]),
    ("French President Emmanuel Macron spoke.", ["French", "Emmanuel Macron"]),
    ("U.K. Prime Minister Keir Starmer was in Paris.", ["U.K.", "Keir Starmer", "Paris"]),
    ("Transport Secretary Ida Quist halted it.", ["Ida Quist"]),
    ("the chief engineer, Nils Aune, said", ["Nils Aune"]),
    ("Ms. Boisvert and Dr Ana Lopes agreed.", ["Boisvert", "Ana Lopes"]),
    ("Ludwig van der Berg met Mohammed bin Salman.", ["Ludwig van der Berg", "Mohammed bin Salman"]),
    ("J.K. Harrow wrote to T. S. Marsh.", ["J.K. Harrow", "T. S. Marsh"]),
    ("The Bank of England and the Ministry of Health disagreed.", ["Bank of England", "Ministry of Health"]),
    ("the Court of Arbitration for Sport in Lausanne", ["Court of Arbitration for Sport", "Lausanne"]),
    ("the European Central Bank (ECB) said", ["European Central Bank", "ECB"]),
    ("Harvest & Hill sold it to Visay Lines.", ["Harvest & Hill", "Visay Lines"]),
    ("Dublin-based Corrib Aviation sued.", ["Dublin", "Corrib Aviation"]),
    ("Quist's lawyer, and the Vik brothers' boat", ["Quist", "Vik"]),
    ("Stephen King wrote to Mr. King.", ["Stephen King", "King"]),
    ("The Australian Open starts on Monday.", ["Australian Open"]),
    ("Hélène Castaing of Saint-Étienne", ["Hélène Castaing", "Saint-Étienne"]),
    ("Beijing warned Manila. Boeing agreed. Speaking later, nobody objected.", ["Beijing", "Manila", "Boeing"]),
])
def test_names_are_found(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize("text", [
    "Survivors said the boat began to lean.",
    "Meanwhile nobody had time to pray.",
    "Whether it can be done is unclear. Officials doubt it.",
    "It left on Monday, 12 March, at 5 p.m. GMT.",
    "It left after Thursday's session and before March’s vote.",
    "The CEO spoke on TV about AI and GDP.",
    "\"Nobody told us,\" they said. \"Everything is lost.\"",
    "Harbours were closed; later all harbours opened.",
    "",
    "   \n\n ",
])
def test_what_is_no_name(text: str) -> None:
    assert texts(text) == []


@pytest.mark.parametrize(("text", "kind"), [
    ("Captain Odd Berge drowned", PERSON), ("they met in Norway", PLACE), ("the Kremlin said", PLACE), ("a Norwegian ship", DEMONYM),
    ("a letter from the ECB", BODY), ("the Ministry of Health said", BODY),
])
def test_kinds(text: str, kind: str) -> None:
    assert [name.kind for name in names(text)] == [kind]


@pytest.mark.parametrize(("text", "role"), [
    ("Captain Odd Berge drowned", "captain"), ("chief engineer Nils Aune died", "chief engineer"), ("it was Odd Berge", ""),
    ("Culture Minister Ida Quist resigned", "culture minister"),
])
def test_roles_are_kept_apart(text: str, role: str) -> None:
    (name,) = names(text)
    assert name.role == role


def test_offsets_quote_the_text() -> None:
    text = "On Friday Culture Minister Ida Quist told the U.N. that Dublin-based Corrib's boats were Norwegian."
    assert all(name.span.of(text) == name.text for name in names(text))


@pytest.mark.parametrize(("a", "b"), [
    ("Macron", "Emmanuel Macron"), ("Mr Starmer", "Sir Keir Starmer"), ("J. Marsh", "John Marsh"), ("John A. Marsh", "John Marsh"),
    ("ECB", "European Central Bank"), ("U.N.", "United Nations"), ("MRC", "the Mekong River Commission"),
    ("Moscow", "the Kremlin"), ("Russians", "Russia"), ("Kremlin", "Russian"), ("Washington", "White House"), ("U.S.", "American"),
    ("Brussels", "EU"), ("Downing Street", "Britain"), ("Westminster", "UK"), ("French", "France"), ("Czechia", "Czech Republic"),
    ("Doña Marisol", "Dona Marisol"), ("Castaing's", "Hélène Castaing"), ("HELENE CASTAING", "Hélène Castaing"),
    ("Zelensky", "Volodymyr Zelenskyy"), ("Visay", "Visay Star Lines"), ("Bank of England", "the Bank of England"),
    ("Guardian Center", "Guardian Centre"), ("Corrib Aviation Ltd", "Corrib Aviation"), ("Kiev", "Kyiv"),
    ("the Fed", "Federal Reserve"), ("VW", "Volkswagen"), ("Google", "Alphabet"), ("MSF", "Doctors Without Borders"),
])
def test_the_same_name(a: str, b: str) -> None:
    assert same_name(a, b)
    assert same_name(b, a)


@pytest.mark.parametrize(("a", "b"), [
    ("Brigitte Macron", "Emmanuel Macron"), ("Odd Berge", "Odd Aune"), ("England", "Bank of England"), ("Africa", "South Africa"),
    ("North Korea", "South Korea"), ("York", "New York"), ("China", "South China Morning Post"), ("Iran", "Iraq"),
    ("Niger", "Nigeria"), ("Austria", "Australia"), ("Guinea", "Papua New Guinea"), ("Brandt", "Brand"), ("Moscow", "Kyiv"),
    ("ECB", "European Court of Justice"), ("Ministry of Health", "Ministry of Finance"), ("Berge", "Moen"), ("", "Berge"),
    ("Bank", "Bank of Norway"), ("Sudan", "South Sudan"),
])
def test_other_names(a: str, b: str) -> None:
    assert not same_name(a, b)
    assert not same_name(b, a)
