"""Whom a first pronoun stands for, and when nobody can tell."""

from __future__ import annotations

import pytest

from checker.extract.claims.references import context_names, resolve

TOLD = [
    ("He will appeal.", ("Dale Whitcomb was sentenced to four years.",), "Dale Whitcomb will appeal."),
    ("She called it a failure.", ("Transport Secretary Ona Brandt has suspended the licence.",), "Ona Brandt called it a failure."),
    ("She resigned.", ("Ines Halvorsen said the toll had risen.", "Halvorsen has led the city since 2012."), "Ines Halvorsen resigned."),
    ("He also asked for calm.", ("\"We are safe,\" said Jonas Gudaitis, a teacher.",), "Jonas Gudaitis also asked for calm."),
    ("She spoke again.", ("Divers will search the wreck.", "Transport Secretary Ona Brandt has suspended the licence."), "Ona Brandt spoke again."),
    ("His lawyer said so.", ("Gordon Telesco was found guilty on Friday.",), "Gordon Telesco's lawyer said so."),
    ("Her licence was taken.", ("Ms. Agnes Moss was stopped near Dunross.",), "Agnes Moss's licence was taken."),
    ("They said nobody had come.", ("Survivors said the boat began to lean.",), "Survivors said nobody had come."),
    ("They were inside for five minutes.", ("Thieves broke into the mint on Sunday.",), "Thieves were inside for five minutes."),
    ("It found that she had been careless.", ("An independent tribunal accepted that nobody had meant to cheat.",),
     "An independent tribunal found that she had been careless."),
    ("It also owes 2 million euros.", ("The company filed for bankruptcy on Monday.",), "The company also owes 2 million euros."),
]

NOT_TOLD = [
    # two who fit
    ("He will appeal.", ("Dale Whitcomb met Gordon Telesco.",)),
    ("She resigned.", ("Agnes Lind said that Ona Brandt had lied.",)),
    # somebody without a name in between
    ("He was rescued.", ("Rodel Kuipers drowned.", "The chief engineer climbed out of a window.")),
    ("He is her only son.", ("Ona Brandt visited a guard in hospital.",)),
    ("She said the vote was fair.", ("Mrs. Agnes Lind met the mayor.",)),
    # not the one: title or first name say so
    ("She will appeal.", ("Mr. Dale Whitcomb was sentenced.",)),
    ("He will appeal.", ("Maria Whitcomb was sentenced.",)),
    # nobody is named
    ("He will appeal.", ("The verdict came on Friday.",)),
    ("He will appeal.", ()),
    # places and firms
    ("He was born there.", ("The train left Denver at noon.",)),
    ("She left.", ("Talks on the budget failed in Brussels.",)),
    # not the subject
    ("He was wrong.", ("We hear that the plan of Dale Whitcomb failed.",)),
    ("He called it an evil empire.", ("Throughout the first term, he was adamant.",)),
    ("He said so.", ("Pacifists, he continued, are patient.",)),
    # "they" and "it" of many kinds
    ("They wanted it gone.", ("Demonstrators spray painted the statue.",)),
    ("They were worth 12 million euros.", ("The museum lost nine coins.",)),
    ("They left.", ("Residents said that rescuers came late.",)),
    ("It was the closest vote since 1979.", ("The company filed for bankruptcy on Monday.",)),
    ("It rained all night.", ("The company filed for bankruptcy on Monday.",)),
    ("It said it would appeal.", ("The commission sued the bank.",)),
    ("It said it would appeal.", ("The regulator fined Aldra Steel.",)),
    # no pronoun at the start
    ("The minister resigned.", ("Ona Brandt spoke.",)),
    ("Heavy rain fell.", ("Dale Whitcomb spoke.",)),
    ("Items were sold.", ("The company closed.",)),
    # inside a quotation that spans sentences
    ("He insulted everybody.\"", ("\"I could not vote for him, Dale Whitcomb said.",)),
]


@pytest.mark.parametrize(("sentence", "previous", "expected"), TOLD, ids=[s for s, _, _ in TOLD])
def test_told(sentence: str, previous: tuple[str, ...], expected: str) -> None:
    assert resolve(sentence, previous) == expected


@pytest.mark.parametrize(("sentence", "previous"), NOT_TOLD, ids=[f"{s} {p[-1] if p else ''}"[:60] for s, p in NOT_TOLD])
def test_not_told(sentence: str, previous: tuple[str, ...]) -> None:
    assert resolve(sentence, previous) == sentence


def test_only_the_nearest_sentences_count() -> None:
    far = ("Dale Whitcomb was sentenced to four years.", *(f"Rain fell on day {n}." for n in range(6)))
    assert resolve("He will appeal.", far) == "He will appeal."


@pytest.mark.parametrize(("previous", "expected"), [
    (("Ona Brandt spoke in Oslo.", "Bloomberg asked Dale Whitcomb."), "Bloomberg, Dale Whitcomb, Ona Brandt, Oslo"),
    (("The toll rose on Monday.", "Nobody knows why."), ""),
    (("Chief Justice Ona Brandt spoke.", "Brandt left."), "Chief Justice Ona Brandt"),
    ((), ""),
])
def test_context_names(previous: tuple[str, ...], expected: str) -> None:
    assert sorted(context_names(previous).split(", ")) == sorted(expected.split(", "))
