"""Names of people in running text, without their titles.

No model and no list of names: a name is a run of capitalised words, and what stands around it tells whether it is a
person's ("Energy Minister Ona Brandt", "Brandt told", "Brandt, who leads"). Words that are part of a title, of an
institution or of a place are told by small lists; when in doubt there is no person.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.text.words import STOP_WORDS
from checker.types import Span

ROLE_WORDS = frozenset(
    """mr mrs ms mx miss dr prof professor gen general sen senator rep representative gov governor lt lieutenant col
    colonel capt captain sgt sergeant maj major adm admiral cmdr commander commodore brigadier marshal rev reverend
    hon sir dame lord lady baroness president premier prime minister chancellor secretary undersecretary attorney
    prosecutor lawyer solicitor barrister judge justice magistrate officer official agent chief head boss leader
    deputy vice acting director chairman chairwoman chairperson chair ceo cfo coo cto founder co-founder owner
    manager coach captain trainer mayor councillor councilman councilwoman commissioner administrator inspector
    superintendent detective sheriff ombudsman ambassador envoy diplomat consul spokesman spokeswoman spokesperson
    speaker whip lawmaker mp mep congressman congresswoman deputy delegate candidate activist analyst economist
    expert scientist researcher biologist epidemiologist doctor physician paediatrician pediatrician surgeon nurse
    teacher schoolteacher student farmer fisherman driver pilot engineer architect artist author writer novelist
    poet journalist reporter editor critic historian sociologist lecturer curator consultant investigator adviser
    advisor aide strategist pastor bishop archbishop cardinal pope rabbi imam priest king queen prince princess duke
    duchess emperor sultan sheikh emir veteran survivor witness resident villager neighbour neighbor passenger
    worker striker player champion striker goalkeeper actor actress singer musician star comedian designer chef
    tycoon billionaire entrepreneur investor banker trader broker treasurer comptroller controller auditor regulator
    executive charge state affairs interior defence defense foreign finance transport health energy education
    justice labor labour commerce culture environment agriculture trade home housing special senior junior former
    ex- then- chief-of-staff governor-general mother father brother sister son daughter wife husband widow uncle
    aunt cousin friend colleague frenchman frenchwoman englishman englishwoman dutchman irishman woman man boy girl
    teenager pensioner retiree tenant landlord steward warden granddaughter grandson grandfather grandmother swimmer
    rapporteur sculptor painter composer conductor archivist hotelier shopkeeper herder miner sailor skipper guide
    volunteer organiser organizer campaigner premier-designate ally rival opponent imam vicar fr canon dean provost
    principal headmaster laureate""".split()
)
"""Words of titles and roles, lower-cased; what follows the last of them in a run of capitals is the name."""

_INSTITUTIONS = frozenset(
    """ministry department office agency authority council committee commission parliament congress senate assembly
    court party union association federation league club university college institute school hospital bank group
    company corporation corp inc ltd llc plc ag gmbh sa nv bv co holdings airlines airways lines motors industries
    systems partners fund foundation trust bureau board service services police army navy force forces guard
    administration government treasury house kremlin palace street times post news press tribune herald journal
    gazette guardian monde jazeera reuters bloomberg politico axios telegraph mirror observer economist standard
    mail globe star sun spiegel figaro welle network radio television channel magazine review agence airport bridge
    island river mountain sea ocean lake bay province region county district city state states kingdom republic
    nations""".split()
)
_PLACES_AND_PEOPLES = frozenset(
    """afghanistan afghan africa african america american argentina argentine asia asian australia australian austria
    austrian baghdad bangkok beijing belgium belgian berlin brazil brazilian britain british brussels cairo
    california cambodia cambodian canada canadian chile chilean china chinese colombia colombian cuba cuban damascus
    delhi denmark danish dutch egypt egyptian england english ethiopia ethiopian eu europe european finland finnish
    france french gaza geneva german germany greece greek hamas hezbollah hong kong hungarian hungary india indian
    indonesia indonesian iran iranian iraq iraqi ireland irish israel israeli italian italy jakarta japan japanese
    jerusalem jordan kenya kenyan kyiv lao laos lebanese lebanon libya libyan london madrid malaysia malaysian
    manila mexican mexico moscow nato netherlands nigeria nigerian norway norwegian pakistan pakistani palestinian
    paris peru peruvian philippine philippines poland polish portugal portuguese qatar qatari romania romanian rome
    russia russian saudi scottish scotland seoul serbia serbian singapore somalia spain spanish sudan sudanese
    sweden swedish swiss switzerland syria syrian taiwan taiwanese tehran thai thailand tokyo turkey turkish uk u.k
    u.n u.s uk us ukraine ukrainian un venezuela venezuelan vietnam vietnamese wales warsaw washington welsh yemen
    yemeni zimbabwe democrat democrats democratic republican republicans labour socialist conservative conservatives
    tory tories liberal green""".split()
)
_CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december christmas easter ramadan""".split()
)
_CALENDAR_SURNAMES = frozenset("may march april june august".split())
_SURNAME_ROLES = frozenset(
    "king pope bishop judge prince duke farmer marshal coach singer major player nurse lord".split()
)
"""Roles that are family names as well: "Martin King" has no title."""
_PARTICLES = frozenset(
    "de da do dos das del della di du des la le van von der den ter ten bin ibn al el abu y e af av zu".split()
)
_ARTICLED = re.compile(r"(?:al|el|ad|an|ar|as|ash|at|az|ul|d|l)[-'’][^\W\d_]", re.IGNORECASE)
"""al-Mayahi, el-Sisi, d'Estaing: parts of a name that begin with a small letter."""
_SUFFIXES = frozenset("jr sr ii iii iv".split())
_COMMON_STARTS = frozenset(
    """survivors officials experts analysts critics police authorities investigators witnesses residents villagers
    opponents supporters lawmakers prosecutors doctors scientists relatives families leaders asked speaking standing
    writing meanwhile however earlier later today yesterday instead also according yet still while when after before
    since although though people many others everyone everybody nobody someone mum dad protesters campaigners
    activists organisers organizers passengers workers employees investors traders economists researchers military
    troops rescuers firefighters teachers students parents farmers diplomats sources insiders executives developers
    reporters journalists defending addressing responding describing calling citing quoting noting adding""".split()
)
_WORD = re.compile(r"[^\W\d_](?:[^\W_]|['’.-](?=[^\W_]))*\.?")
_ROLE_ENDINGS = ("man", "woman", "person", "ist", "ologist", "keeper")
_EVIDENCE_AFTER = re.compile(
    r"\s*(?:,\s*(?:\d{1,3}\b|who\b|an?\b|the\b|whose\b|his\b|her\b|their\b|(?:[a-z'’-]+\s){1,4}(?:of|at|for|in)\b)"
    r"|\(|,?\s?(?:has|had|have|was|is|will|would|did|does|said|says|told|tells|called|calls|wrote|added|adds|"
    r"asked|warned|"
    r"argued|insisted|replied|announced|testified|met|leads|heads|resigned|declined|refused|walked|stood|smiled|"
    r"shrugged|agreed|disagreed|took|gave|went|made)\b)"
)
_PREPOSITIONS = frozenset(
    "in at to from of near for on over across into outside inside around against towards via per".split()
)


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name: its place, without titles; ``titled`` if a title or role stood right before it."""

    span: Span
    text: str
    titled: bool


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str

    @property
    def lower(self) -> str:
        return self.text.lower().rstrip(".").replace("’", "'")

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


def names(text: str, start: int = 0, end: int | None = None) -> tuple[Name, ...]:
    """Every run of capitalised words in a stretch of text that could be a person's name, without titles, in order."""
    end = len(text) if end is None else end
    found: list[Name] = []
    run: list[_Word] = []
    role_before = False
    last: _Word | None = None
    for matched in _WORD.finditer(text, start, end):
        word = _Word(matched.start(), matched.end(), matched[0])
        if run and _joins(text, run, word):
            run.append(word)
        else:
            _keep(text, run, role_before, found)
            run = [word] if _starts(word) else []
            role_before = last is not None and _is_role(last) and _adjacent(text, last.end, word.start)
        last = word
    _keep(text, run, role_before, found)
    return tuple(found)


def _keep(text: str, run: list[_Word], role_before: bool, found: list[Name]) -> None:
    name = _person(run, role_before)
    if name is not None:
        start, end, titled = name
        found.append(Name(Span(start, end), text[start:end], titled))


def has_evidence(text: str, name: Name) -> bool:
    """Whether what stands around a name tells that it is a person's: a title, a role, a verb of people."""
    if name.titled:
        return True
    before = text[max(0, name.span.start - 24) : name.span.start].split()
    if before and before[-1].lower() in _PREPOSITIONS:
        return False
    if (
        before
        and before[-1].endswith(",")
        and is_role(before[-1][:-1])
        and text[name.span.end : name.span.end + 1] == ","
    ):
        return True
    return bool(_EVIDENCE_AFTER.match(text, name.span.end, min(len(text), name.span.end + 60)))


def last_name(name: str) -> str:
    """The part of a name that two mentions of a person share: "Emmanuel Macron" and "Mr Macron" give "Macron"."""
    parts = [part for part in re.split(r"[\s.]+", name) if part and part.lower() not in _SUFFIXES]
    return parts[-1] if parts else ""


def is_articled(word: str) -> bool:
    """Whether a word is a family name that begins with a small letter: "al-Harthi", "d'Estaing"."""
    return _ARTICLED.match(word) is not None


def is_role(word: str) -> bool:
    """Whether a word is that of a title or role, in the singular or plural."""
    lower = word.lower().rstrip(".").replace("’", "'")
    if lower in ROLE_WORDS or lower.removesuffix("s") in ROLE_WORDS or lower.endswith(_ROLE_ENDINGS):
        return True
    first, hyphen, rest = lower.partition("-")
    return bool(hyphen) and (first in ROLE_WORDS or rest.rpartition("-")[2] in ROLE_WORDS)


def _is_role(word: _Word | None) -> bool:
    return word is not None and is_role(word.text)


def _adjacent(text: str, end: int, start: int) -> bool:
    return start - end <= 3 and text[end:start].isspace()


def _starts(word: _Word) -> bool:
    begins = word.capital or is_articled(word.text) and not word.text.islower()
    return begins and word.lower not in STOP_WORDS and word.lower not in _CALENDAR


def _joins(text: str, run: list[_Word], word: _Word) -> bool:
    """Whether a word goes on with the run before it."""
    last = run[-1]
    if not _adjacent(text, last.end, word.start):
        return False
    if last.lower.endswith(("'s", "s'")) or (
        last.text.endswith(".")
        and len(last.text) > 2
        and not _is_role(last)
        and last.lower not in _SUFFIXES
        and "." not in last.text[:-1]
    ):
        return False
    if _ARTICLED.match(word.text) or _starts(word) or (word.capital and word.lower in _CALENDAR_SURNAMES):
        return True
    return word.lower in _PARTICLES and word.text.islower() and bool(text[word.end : word.end + 2].strip())


def _person(run: list[_Word], role_before: bool) -> tuple[int, int, bool] | None:
    """Start and end of the name in a run of capitals, and whether a title stood before it; None if there is none."""
    while run and (run[-1].lower in _PARTICLES or run[-1].lower.endswith(("'s", "s'"))):
        run = run[:-1]
    titled = role_before
    at = max((i for i, word in enumerate(run) if _is_role(word) and not _is_surname(run, i)), default=-1)
    if at >= 0:
        run, titled = run[at + 1 :], True
    while len(run) > 1 and (run[0].lower in _PLACES_AND_PEOPLES or _acronym(run[0]) or run[0].lower in _COMMON_STARTS):
        run = run[1:]
    if not run or any(word.lower in _INSTITUTIONS for word in run) or len(run) > 6:
        return None
    if len(run) == 1 and (
        _acronym(run[0])
        or run[0].lower in _PLACES_AND_PEOPLES
        or run[0].lower in _COMMON_STARTS
        or len(run[0].lower) < 2
    ):
        return None
    last = run[-1]
    end = last.end - (last.text.endswith(".") and last.lower not in _SUFFIXES)
    return run[0].start, end, titled


def _is_surname(run: list[_Word], at: int) -> bool:
    """Whether a role word that ends a run is a family name: a first name, and no title, stands before it."""
    ends = all(word.lower in _SUFFIXES for word in run[at + 1 :])
    before = run[at - 1] if at else None
    return (
        ends
        and run[at].lower in _SURNAME_ROLES
        and before is not None
        and not _is_role(before)
        and before.lower not in _PLACES_AND_PEOPLES | _INSTITUTIONS
    )


def _acronym(word: _Word) -> bool:
    letters = word.text.replace(".", "")
    return len(letters) > 1 and letters.isupper() and ("." in word.text.rstrip(".") or len(letters) <= 5)
