"""Names in a sentence that look like an outlet's though the registry has none such: "the Mindanao Courier"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from checker.extract.credits.model import Named
from checker.text.person_names import is_role, names
from checker.types import Span

_ALWAYS = (
    "Times|Post|News|Herald|Gazette|Courier|Tribune|Journal|Chronicle|Observer|Telegraph|Broadcasting|Newswire|Newspaper|Daily|Weekly|Inquirer|Enquirer|Examiner|"
    "Sentinel|Bulletin|Dispatch|Argus|Advertiser|Zeitung|Tageblatt|Nachrichten|Rundschau|Anzeiger|Allgemeine|Diario|Diário|Noticias|Notícias|Gazeta|Gazette|Gazzetta|Giornale|"
    "Correo|Correio|Courrier|Corriere|Jornal|Dagblad|Dagbladet|Tidende|Tidning|Krant|Shimbun|Shimpo|Ilbo|Sabah|Pravda|Samachar|Patrika|"
    "Newsroom|Newsletter|Newsweekly|Reporter|Messenger|Democrat-Gazette|Republican-American|Intelligencer|Picayune|Ledger|Independent|Guardian|FM|TV|Television|Radio"
)
"""Last words of a name that make it an outlet's."""
_WITH_VERB = "Star|Sun|Globe|Mail|Mirror|Standard|Express|Echo|Record|Review|Monitor|Register|Wire|Press|Today|Media|Magazine|Network|Online|Leader|Mercury|Leader|Pilot|Citizen|Voice|Republic|Insider"
"""Last words that an outlet shares with others ("Royal Mail", "Federal Register"): they need a verb of reporting or a list."""
_FIRST = "Radio|Diario|Diário|Jornal|Gazeta|Correio|Correo|Courrier|Corriere|Gazzetta|Telegraf"
_AGENCY = r"(?:News|Press)\s+(?:Agency|Service|Network)|Broadcasting\s+(?:Corporation|Service|Authority|Company|Network|System)|(?:Channel|Kanal|Canal|Canale)\s+\d{1,2}|TV\s?\d{1,2}"
_ARTICLED = r"(?:Le|La|L['’]|Les|El|Il|O|A|Der|Die|Das|De|Het)\s*(?:Presse|Prensa|Stampa|Voz|Voix|Voce|Nación|Nacion|Nation|Nazione|República|Repubblica|Republica|Tribuna|Tribune|Gaceta|Gazette|Dépêche|Provence|Nouvelle|Nouvelliste|Progrès|Républicain|Télégramme|Télégraphe|Quotidien|Journal|Journaliste|Courrier|Matin|Soir|Jour|Temps|Monde|Patrie|Observateur|Messager|Verdad|Vanguardia|Opinión|Hora|Tiempo|Mundo|Universal|Nacional|Diario|Heraldo|Periódico|Informador|Liberal|Comercio|Mercurio|Sol|Globo|Dia|Día|Popolo|Mattino|Tirreno|Secolo|Zeitung|Woche|Presse|Telegraaf|Volkskrant|Courant|Gelderlander|Nieuwsblad|Parool)"
_WORD = r"[A-ZÀ-ÖØ-Þ][\w’'&-]{0,30}"
_RUN = re.compile(rf"(?<![\w.@]){_WORD}(?:[ \t]+(?:(?:of|de|del|della|du|des|da|do|das|dos|van|von|der|la|le)[ \t]+)?(?:{_WORD}|\d{{1,2}}\b)){{0,6}}")
_MEDIA = re.compile(rf"(?:^|\s|-)(?:{_ALWAYS})$|(?:{_AGENCY})$|^(?:{_FIRST})\s+\S|^{_ARTICLED}(?:\s|$)|(?:\w\w|^)(?:news|zeitung|post|herald|gazette|blatt|times)$")
_SHARED = re.compile(rf"(?:^|\s|-)(?:{_WITH_VERB})$")
_DOMAIN = re.compile(r"(?<![\w.@/-])[^\W_][\w-]{1,40}\.(?:com|org|net|news|info|tv|co\.[a-z]{2}|com\.[a-z]{2})(?![\w/@-])", re.IGNORECASE)
_NOT_OUTLETS = frozenset(
    """american express, royal mail, federal express, dow jones, press secretary, federal register, national register, morning star, northern star, air mail, hong kong post, japan post,
    royal post, swiss post, australia post, canada post, india post, la poste, deutsche post, fox news sunday, meta media, social media, state media, state tv, state television, state radio,
    public radio, public television, mainstream media, local media, good news, fake news, breaking news, bad news, the press, free press, red star, lone star, north star, human rights monitor,
    human rights independent""".replace("\n", " ").split(", ")
)
_LEADING = frozenset("the a an according per via as in on at for from with and but or by while when after before since if because that this these those both reporters told".split())
_BODIES = frozenset(
    """interpol amnesty greenpeace frontex unicef pentagon kremlin nasdaq hamas hezbollah nato opec congress parliament senate europol eurostat oxfam unesco unhcr taliban fatah
    mossad centcom google apple amazon meta facebook twitter telegram tesla microsoft openai youtube wikipedia whatsapp instagram tiktok police""".split()
)
_CALL_SIGN = re.compile(r"[KW][A-Z]{2,3}(?:-TV)?")
"""American stations: KTVU, WFAA."""
_LONGEST = 60
"""Characters of an outlet's name; a longer run of capitals is a heading."""


def unknown_names(text: str, known: Sequence[Named]) -> Iterator[Named]:
    """Runs of capitals with a word of the trade in them, and domains, that no known name touches; ``sure`` for strong ones."""
    ends = [name.span.end for name in known]

    def touched(span: Span) -> bool:
        at = bisect_right(ends, span.start)
        return at < len(known) and known[at].span.overlaps(span)

    for found in _DOMAIN.finditer(text):
        span = Span(found.start(), found.end())
        if not touched(span):
            yield Named(span, found[0], known=False)
    for found in _RUN.finditer(text):
        span = _trimmed(text, Span(found.start(), found.end()))
        name = span.of(text)
        if not name or len(name) > _LONGEST or name.lower() in _NOT_OUTLETS or touched(span):
            continue
        if _MEDIA.search(name) and (" " in name or "-" in name or _alone(text, span, name)) and not is_role(name.split()[-1]):
            yield Named(span, name, known=False)
        elif _SHARED.search(name) and " " in name:
            yield Named(span, name, known=False, sure=False)
        elif _CALL_SIGN.fullmatch(name):
            yield Named(span, name, known=False)


def may_be_listed(text: str, span: Span, name: str) -> bool:
    """Whether a single capitalised word beside an outlet in a credited list can be an outlet: no place, body or person."""
    lower = name.lower()
    if len(name) < 3 or name.isupper() and not _CALL_SIGN.fullmatch(name) or lower in _BODIES or is_role(name):
        return False
    if not names(name):  # a country, a people, a city, an institution
        return False
    following = text[span.end : span.end + 2]
    return not following or following[0] in ".,;)]\"”" or following[0] == " "


def _alone(text: str, span: Span, name: str) -> bool:
    """One word: "Tageszeitung", or "the Herald" after an article; never the first word of a sentence."""
    if span.start == 0:
        return False
    before = text[max(0, span.start - 4) : span.start].lower()
    return before.endswith("the ") and name not in ("News", "TV", "Radio", "FM", "Television") or len(name) > 8 and name not in ("Television", "Telegraph", "Messenger", "Reporter", "Newspaper", "Newsroom", "Newsletter", "Inquirer", "Broadcasting", "Independent")


def _trimmed(text: str, span: Span) -> Span:
    """Without words at the start that only the sentence's beginning has made capital, and without a possessive end."""
    start, end = span.start, span.end
    while True:
        word = re.match(r"[\w’'&-]+[ \t]+", text[start:end])
        if word is None or word[0].strip().lower() not in _LEADING or word[0].strip() in ("Les", "Le", "La"):
            break
        start += word.end()
    name = text[start:end]
    for ending in ("'s", "’s", "'", "’"):
        if name.endswith(ending):
            end -= len(ending)
            break
    else:
        owner = re.search(r"['’]s?[ \t]+", name)
        if owner:  # "Kyiv's Mindanao Courier", "the Courier's Maria Lopez": the name is what has the word of the trade
            left, right = name[: owner.start()], name[owner.end() :]
            if _MEDIA.search(right) or _SHARED.search(right):
                start += owner.end()
            elif _MEDIA.search(left) or _SHARED.search(left):
                end = start + owner.start()
    return Span(start, end)
