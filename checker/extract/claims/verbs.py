"""Verb forms of news English: which words can be the finite verb of a clause.

No tagger: lists of auxiliaries, of irregular verbs and of verbs that are common in news, and the endings of regular
ones. A form that may be a noun as well ("plans", "talks", "reports") is not taken for a verb without more evidence.
"""

from __future__ import annotations

BE = frozenset("is are was were isn't aren't wasn't weren't".split())
HAVE = frozenset("has have had hasn't haven't hadn't".split())
DO = frozenset("do does did don't doesn't didn't".split())
MODALS = frozenset("will would can could may might must shall should won't wouldn't can't cannot couldn't mustn't shouldn't".split())
AUXILIARIES = BE | HAVE | DO | MODALS
"""Always finite."""

NEGATIONS = frozenset("not never no nor neither without none nobody nothing hardly barely".split())

_IRREGULAR = """
arise arose arisen;awake awoke awoken;bear bore borne;become became become;begin began begun;bend bent bent
bind bound bound;bite bit bitten;blow blew blown;break broke broken;bring brought brought;build built built
burn burnt burnt;buy bought bought;catch caught caught;choose chose chosen;cling clung clung;come came come
deal dealt dealt;dig dug dug;draw drew drawn;drink drank drunk;drive drove driven;eat ate eaten;fall fell fallen
feed fed fed;feel felt felt;fight fought fought;find found found;flee fled fled;fly flew flown
forbid forbade forbidden;foresee foresaw foreseen;forget forgot forgotten;forgive forgave forgiven
freeze froze frozen;get got gotten;give gave given;go went gone;grow grew grown;hang hung hung;hear heard heard
hide hid hidden;hold held held;keep kept kept;know knew known;lay laid laid;lead led led;leave left left
lend lent lent;lose lost lost;make made made;mean meant meant;meet met met;mislead misled misled
overcome overcame overcome;overtake overtook overtaken;overthrow overthrew overthrown;pay paid paid
plead pled pled;rebuild rebuilt rebuilt;ride rode ridden;rise rose risen;run ran run;say said said;see saw seen
seek sought sought;sell sold sold;send sent sent;shake shook shaken;shoot shot shot;show showed shown
shrink shrank shrunk;sing sang sung;sink sank sunk;sit sat sat;sleep slept slept;slide slid slid
speak spoke spoken;speed sped sped;spend spent spent;spin spun spun;stand stood stood;steal stole stolen
stick stuck stuck;strike struck struck;strive strove striven;swear swore sworn;sweep swept swept;swim swam swum
swing swung swung;take took taken;teach taught taught;tear tore torn;tell told told;think thought thought
throw threw thrown;undergo underwent undergone;understand understood understood;undertake undertook undertaken
uphold upheld upheld;wake woke woken;wear wore worn;win won won;withdraw withdrew withdrawn
withhold withheld withheld;withstand withstood withstood;write wrote written;put put put;cut cut cut;set set set
hit hit hit;shut shut shut;cost cost cost;hurt hurt hurt;let let let;quit quit quit;spread spread spread
bid bid bid;beat beat beaten;burst burst burst;split split split;cast cast cast;read read read;be was been
have had had;do did done
"""
_FORMS = tuple(tuple(entry.split()) for entry in _IRREGULAR.replace("\n", ";").split(";") if entry.strip())

UNCHANGED = frozenset(base for base, past, _ in _FORMS if base == past)
"""Verbs whose past looks like their base: "cut", "put"."""
PAST_ONLY = frozenset(past for base, past, done in _FORMS if past not in (done, base)) - AUXILIARIES
"""Finite whenever they stand: "took", "began"."""
PARTICIPLE_ONLY = frozenset(done for _, past, done in _FORMS if done != past) - {"come", "run", "become", "overcome"}
_PAST_OR_PARTICIPLE = frozenset(past for _, past, done in _FORMS if past == done)

INTRANSITIVE = frozenset(
    """agreed apologised apologized appeared arrived capsized climbed collapsed continued crashed declined
    decided departed died disappeared emerged erupted escaped exploded failed fled happened jumped landed
    lived lasted plunged refused remained resigned retired returned soared stayed succeeded tried tumbled
    vanished voted walked worked sank drowned survived waited""".split())
"""Past tenses without a passive: "the talks collapsed in Oslo" has its verb, "the boats seized in Oslo" has not."""

_PLAIN_BASES = """
accept accuse achieve acquire add admit adopt agree allege allow announce apologise apologize appear appoint
approve argue arrest arrive ask assert assume avoid ban become begin believe belong blame boost bring build buy
carry catch choose collapse collect compete complain concede conclude condemn confirm consider consist contain
continue convict create criticise criticize decide declare decline defend defy deliver demolish deny depend
describe deserve destroy detain develop die disagree discover discuss dismiss drive earn eliminate emerge employ
enable endorse enlarge enter erode escape establish examine exceed exist expand expect explain express extend
face fail fall fear feature fill find finish fly foresee gather get give go grow happen hear help hide hold
impose improve include increase inform insist insure intend introduce invest invite involve join keep kill know
lack launch lead lean learn leave lie limit live lose lower maintain make mean meet miss move need obtain occur
offer open operate oppose organise organize own participate pass pay perform persuade pick pledge predict prefer
prepare prevent produce promise propose protect prove provide publish pull pursue push put quit quote raise
reach read receive recommend reduce refuse regain reject rely remain remove reopen repair replace represent
require resign resist resolve respond restore resume retain retire retrieve return reveal rise save say seek
seem sell send serve settle sign sit speak spend stand start stay steal strengthen struggle submit succeed
suffer suggest supply suspend take teach tell tend think threaten throw train treat trigger trust undergo
understand urge use violate visit want warn wear welcome win withdraw wonder worsen write yield
"""
_ALSO_NOUNS = frozenset(
    """approach arrest ban blame boost catch challenge charge claim cut cost deal demand drive fall fear feature
    fight find fly help hit hold hope increase launch lead limit lie lower miss move need offer open plan
    pledge promise pull push quote raise rally reach read release repair report request return rise save sign
    spend stand start stay strike struggle supply support talk trade train treat trigger trust urge use visit
    vote want warrant welcome win wonder work yield collect complain express face finish pass pick show shut
    split spread""".split())
"""Verbs whose base or -s form is as often a noun."""
_NOUNS_IN_S = _ALSO_NOUNS - {"lead", "need", "want", "raise", "reach", "express", "collect", "complain", "finish", "pass", "save",
                             "stand", "hold", "face", "help", "fly"}
_BASES = frozenset(_PLAIN_BASES.split()) | {base for base, _, _ in _FORMS} - {"be", "have", "do"}
BASES = _BASES - _ALSO_NOUNS
"""Base forms that are hardly ever nouns."""
LOOSE_BASES = _BASES
"""Base forms, some of which are nouns as well."""


def _third(base: str) -> str:
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


THIRD_PERSON = frozenset(_third(base) for base in _BASES if base not in _NOUNS_IN_S) - {"means", "leaves", "lives", "lies"}
"""-s forms that are hardly ever plurals."""
LOOSE_THIRD_PERSON = frozenset(_third(base) for base in _BASES)

_NOT_PAST = frozenset(
    """hundred indeed speed need seed feed bed red shed weed breed greed bleed creed exceed proceed succeed embed
    naked sacred wicked rugged ragged aged unprecedented wed sled steed deed reed united so-called hatred
    kindred infrared alleged limited supposed aforementioned armed unarmed red-hot crowded gifted talented
    beloved""".split())


def is_past(word: str) -> bool:
    """Whether a word (lower-cased) can be the past tense of a verb."""
    return word in PAST_ONLY or can_be_participle(word) and word not in PARTICIPLE_ONLY


def can_be_participle(word: str) -> bool:
    """Whether a word (lower-cased) can be a past participle."""
    if word in PARTICIPLE_ONLY or word in _PAST_OR_PARTICIPLE:
        return True
    stem = word.rpartition("-")[2]
    return word.endswith("ed") and len(stem) > 3 and stem not in _NOT_PAST and word not in _NOT_PAST and stem == word


_IRREGULAR_PAST = {base: past for base, past, _ in _FORMS}
_IRREGULAR_ING = {
    (base[:-1] if base.endswith("e") and base not in ("see", "flee", "be", "foresee") else base) + "ing": past
    for base, past, _ in _FORMS
} | {"lying": "lay", "getting": "got", "putting": "put", "cutting": "cut", "setting": "set", "hitting": "hit", "letting": "let",
     "beating": "beat", "winning": "won", "running": "ran", "splitting": "split", "shutting": "shut"}


def past_of_participle(word: str) -> str:
    """The past tense of an -ing form: "leaving" gives "left", "killing" gives "killed"."""
    return _IRREGULAR_ING.get(word) or word.removesuffix("ing") + "ed"
