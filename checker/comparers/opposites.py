"""Words that say the opposite of one another, as news uses them.

Each row has two poles; a word of the one in a claim and a word of the other at the same place of a passage cannot
both be true. Only words that rarely mean anything else are listed (not "up", "before" or "some"), and within a pole
words only need to share the direction, not the meaning. A row with a star tells one event from two sides, so it needs
the same subject.
"""

from __future__ import annotations

from checker.text.words import stem

_TABLE = """
rose rise climb increase grow surge soar jump gain rally | fall drop decline decrease plunge shrink slump tumble slide dip contract
accelerate quicken | slow decelerate
widen broaden | narrow
raise hike lift boost | cut lower slash reduce trim
expand | shrink contract curtail
strengthen | weaken
improve | worsen deteriorate
higher | lower
larger bigger | smaller
faster quicker | slower
earlier sooner | later
above | below
upgrade | downgrade
profit | loss
surplus | deficit shortfall
* win | lose
* victory triumph | defeat
* defeat beat | lose
accept approve endorse ratify grant | reject refuse veto
approve back support favour favor endorse | oppose
allow permit authorise authorize | ban forbid prohibit bar outlaw block
legal lawful | illegal unlawful
guilty | innocent
convict | acquit clear exonerate
guilty | acquit exonerate
convict guilty | innocent acquit
confirm admit acknowledge | deny
praise welcome applaud | criticise criticize condemn denounce
agree | refuse disagree
agree | decline
uphold | overturn quash
keep retain | scrap abandon drop
proceed | cancel scrap abandon
impose introduce | lift scrap abolish
open reopen | close shut
begin start launch | end stop finish halt
continue resume | stop halt suspend
join enter | leave quit exit
arrive | depart
arrest detain | release free
* hire recruit | fire dismiss
* buy purchase acquire | sell
* import | export
* borrow | lend
* lend | repay
include | exclude
succeed | fail
pass | fail
pass adopt | reject veto
* capture seize | lose cede
survive | die
dead | alive
deepen | ease
tighten | loosen relax ease
extend prolong | shorten
delay postpone | hasten
remember | forget
optimistic | pessimistic
safe | unsafe dangerous
public | private
majority | minority
most | few
first | last
oldest | youngest newest
largest biggest | smallest
highest | lowest
best | worst
maximum | minimum
more | fewer less
northern north | southern south
eastern east | western west
northwest | southeast
northeast | southwest
left | right
upper | lower
senior | junior
male | female
men man | women woman
husband | wife
father | mother
brother | sister
son | daughter
boy | girl
temporary | permanent
domestic | foreign
voluntary | mandatory compulsory
unanimous | split
clockwise | anticlockwise
plaintiff | defendant
buyer | seller
landlord | tenant
winner | loser
ally | rival opponent
supporter | opponent critic
proponent | opponent
predecessor | successor
stable | unstable
possible | impossible
available | unavailable
cautious | reckless
intentional deliberate | accidental unintentional
warm | cool
wet | dry
"""

def _poles() -> dict[str, frozenset[tuple[int, int]]]:
    found: dict[str, set[tuple[int, int]]] = {}
    for row, line in enumerate(_TABLE.strip().splitlines()):
        for pole, words in enumerate(line.removeprefix("* ").split("|")):
            for word in words.split():
                found.setdefault(stem(word), set()).add((row, pole))
    return {word: frozenset(places) for word, places in found.items()}


_POLES = _poles()
_SIDED = frozenset(row for row, line in enumerate(_TABLE.strip().splitlines()) if line.startswith("* "))


def opposite(a: str, b: str) -> bool:
    """Whether two stems stand at opposite poles of one row."""
    return any((row, 1 - pole) in _POLES.get(b, ()) for row, pole in _POLES.get(a, ()))


def alike(a: str, b: str) -> bool:
    """Whether two stems are the same or stand at the same pole of one row."""
    return a == b or bool(_POLES.get(a, frozenset()) & _POLES.get(b, frozenset()))


def sided(a: str, b: str) -> bool:
    """Whether two opposites may both be true of one event, told from its two sides: what one bought the other sold."""
    return any(row in _SIDED and (row, 1 - pole) in _POLES.get(b, ()) for row, pole in _POLES.get(a, ()))


def has_opposite(a: str) -> bool:
    return a in _POLES
