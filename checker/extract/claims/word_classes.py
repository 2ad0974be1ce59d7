"""Small classes of English words that clauses are cut by."""

from __future__ import annotations

NOMINATIVES = frozenset("he she they it we i you who there".split())
DETERMINERS = frozenset(
    """the a an this that these those its his her their our your my both some all each every another any several
    many most few no neither either half""".split())
POSSESSIVES = frozenset("its his her their our your my".split())
NUMBERISH = frozenset(
    """one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundreds
    thousands millions dozens about around roughly nearly almost some only more fewer less at another over""".split())
INDEFINITES = frozenset("nobody everybody everyone somebody someone anyone nothing everything none others".split())
PREPOSITIONS = frozenset(
    """of in on at by for from to with without into onto over under between among amid during after before since
    until against across along through throughout behind beyond near off out towards toward upon within about
    around despite as than per via including following because""".split())
SUBORDINATORS = frozenset(
    """that who whom whose which what where when why how whether if unless because although though while whereas
    lest whoever whatever wherever whenever""".split())
TEMPORAL = frozenset("after before since until as once till than".split())
"""Open a clause or a mere phrase: only what follows tells."""
CONJUNCTIONS = frozenset("and or but nor yet plus".split())
OBJECT_PRONOUNS = frozenset("him her them it us me himself herself itself themselves".split())
ADVERBS = frozenset(
    """also then later now still already soon again just never not even once since long ago so far too only
    recently once twice often always since eventually ever initially instead thereby therefore thus himself
    herself itself themselves all both each""".split())
SAYING = frozenset(
    """said says say told tells tell added adds argued argues warned warns insisted insists announced announces
    declared declares stated states acknowledged acknowledges admitted admits noted notes explained explains
    testified testifies claimed claims believe believes believed think thinks thought stressed stresses
    reported reports report confirmed confirms suggested suggests showed shows show found finds estimate
    estimates estimated expect expects expected hope hopes hoped fear fears feared predicted predicts maintain
    maintains maintained accepted accepts ruled rules concluded concludes promised promises denied denies
    heard knew know knows learned learnt revealed reveals asserted asserts alleged alleges indicated indicates
    agreed agrees vowed vows complained complains conceded concedes wrote writes write argue warn insist""".split())
"""Verbs that a statement of somebody's follows."""

FUNCTION_WORDS = NOMINATIVES | DETERMINERS | PREPOSITIONS | SUBORDINATORS | CONJUNCTIONS | TEMPORAL
"""Words that have a capital at the start of a sentence only."""


def is_ly(word: str) -> bool:
    """Whether a word is an adverb in -ly."""
    return word.endswith("ly") and len(word) > 4 and word not in ("family", "italy", "july", "supply", "reply", "ally", "assembly", "early")
