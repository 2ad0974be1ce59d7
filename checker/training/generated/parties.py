"""Invented parties, places and dates for generated facts."""

from __future__ import annotations

import random
from calendar import month_name
from collections.abc import Callable
from dataclasses import dataclass

_FIRST = """Ana Bela Carl Dora Emil Femi Gita Hugo Ines Jens Kaja Lior Mara Nils Olga Piet Rana Saul Tove Umar Vera Wim Yara Zeno Aiko Bram Chidi
Dalia Enzo Freya Goran Hana Imre Joan Kofi Lena Marek Nadia Otto Petra Quinn Rosa Sven Tariq Una Viktor Wanda Xenia Yusuf Zora""".split()
_LAST = """Abara Brandt Coelho Dahl Eriksen Fonseca Grant Holm Ivarsson Jansen Kovac Lindqvist Moreau Nakata Okoye Petrov Quiroga Rossi Sandoval
Tanaka Ueda Vargas Weber Yilmaz Zeman Adler Bose Castell Dube Engel Farrow Gomes Hadley Ibsen Juhasz Karlsen Lopes Mbeki Novak Osei Pereira Reyes
Schmid Toledo Usman Varga Whitlock Ziegler Amari Baptiste Crowe Dragan Eklund Fabre Goff Hartung""".split()
_TOWN = """Aldra Brenn Corvo Dunmore Eastry Fallow Garda Hollis Istra Jarrow Kelder Lisse Marden Norvik Ostby Pellan Quarry Ravna Selby Tolle Ulver
Vessia Wexham Yarrow Zorin Arbon Belmar Carrick Delmo Elstad Ferro Grimsel Harwick Inver Kastel Lomond Mirov Nethra Orlen Pomar Rovna Strand Tessel
Umbra Varde Wendle Almere Boscay Cinder Dorma""".split()
_FIRM = """Alvex Brontide Calder Dornier Estrel Fennimore Gartland Hexal Inmar Jolpin Krantz Lumeno Mistral Nordane Orbis Pelham Quantor Ristal Solvay
Tarkett Unifor Velden Westra Xandor Yelvo Zentra Amberley Bolton Corvane Drax""".split()
_FIRM_KIND = ("", " Foods", " Steel", " Energy", " Motors", " Shipping", " Textiles", " Systems", " Bank", " Chemicals")
_TEAM_KIND = (" Rovers", " United", " Athletic", " Wanderers", " City", " Rangers")
_BODY_KIND = ("water board", "city hospital", "teachers' union", "district court", "harbour authority", "university", "history museum",
              "planning council", "farmers' association", "health agency")
_SHIP = "Albatross Borealis Cormorant Dolphin Endeavour Fulmar Gannet Heron Ibis Juno Kestrel Lapwing Meridian Nightingale Osprey Petrel".split()
_WORK = ("The Salt Road", "Nine Winters", "A House of Reeds", "The Glass Ferry", "Low Tide", "The Orchard Keeper's Son", "Paper Lanterns",
         "The Last Tram", "Cold Harbour Blues", "Letters to Ostby", "The Beekeeper", "Under the Lime Trees")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

TYPES = ("person", "firm", "town", "team", "body", "ship", "work")
DATES = ("year", "year", "month", "day", "day", "weekday", "weekday", "monthyear")
"""Kinds of dates; those of one passage are all of one kind."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of a kind of :data:`DATES`, without its preposition."""

    style: str
    bare: str

    @property
    def phrase(self) -> str:
        """With its preposition."""
        return f"{'on' if self.style in ('day', 'weekday') else 'in'} {self.bare}"


def party(kind: str, rng: random.Random, used: set[str]) -> str:
    """A party of a type of :data:`TYPES` that is not used yet; it is then."""
    makers = {
        "person": lambda: f"{rng.choice(_FIRST)} {rng.choice(_LAST)}", "firm": lambda: rng.choice(_FIRM) + rng.choice(_FIRM_KIND),
        "town": lambda: rng.choice(_TOWN), "team": lambda: rng.choice(_TOWN) + rng.choice(_TEAM_KIND),
        "body": lambda: f"the {rng.choice(_TOWN)} {rng.choice(_BODY_KIND)}", "ship": lambda: f"the {rng.choice(_SHIP)}",
        "work": lambda: f"“{rng.choice(_WORK)}”"}
    return _unused(makers[kind], used)


def place(rng: random.Random, used: set[str]) -> str:
    """A town that is not used yet; it is then."""
    return _unused(lambda: rng.choice(_TOWN), used)


def date(style: str, rng: random.Random, used: set[str]) -> Dated:
    """A date of a kind of :data:`DATES` that is not used yet; it is then."""
    makers = {
        "year": lambda: str(rng.randint(1958, 2024)), "month": lambda: month_name[rng.randint(1, 12)],
        "monthyear": lambda: f"{month_name[rng.randint(1, 12)]} {rng.randint(2001, 2024)}",
        "day": lambda: f"{rng.randint(1, 28)} {month_name[rng.randint(1, 12)]}", "weekday": lambda: rng.choice(_WEEKDAYS)}
    return Dated(style, _unused(makers[style], used))


def _unused(make: Callable[[], str], used: set[str]) -> str:
    while (found := make()) in used:
        pass
    used.add(found)
    return found
