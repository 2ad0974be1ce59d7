"""What a title, a role or a common first name tells of a person's pronoun. Used to rule a person out, or to keep one of two."""

from __future__ import annotations

import re

from checker.text.person_names import last_name

_HE = frozenset(
    """mr sir lord king prince spokesman chairman congressman councilman father brother son husband uncle
    frenchman dutchman englishman irishman bishop pope imam""".split())
_SHE = frozenset(
    """mrs ms miss dame lady queen princess spokeswoman chairwoman congresswoman councilwoman mother sister
    daughter wife aunt frenchwoman englishwoman actress mme mlle""".split())
_MEN = frozenset(
    """james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony
    mark donald steven paul andrew kenneth george joshua kevin brian edward ronald timothy jason jeffrey gary
    ryan nicholas eric jacob stephen jonathan larry justin scott brandon frank benjamin gregory samuel raymond
    patrick alexander jack dennis jerry peter henry carl arthur luis carlos juan jose antonio pedro pablo
    diego jean pierre jacques michel francois philippe hans klaus jürgen giovanni marco luca andrei vladimir
    dmitry sergei ivan boris mohammed muhammad ahmed ali hassan omar mustafa emmanuel keir volodymyr joe
    barack bill simon martin oliver harry adam tom""".split())
_WOMEN = frozenset(
    """mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra
    ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca sharon laura cynthia
    kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel
    carolyn janet catherine maria heather diane ruth julie olivia joyce virginia victoria kelly lauren
    christina joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa ann sara madison
    frances kathryn janice jean-marie alice julia judy sophia grace denise amber doris marilyn danielle
    beverly isabella theresa diana natalie brittany charlotte marie kayla alexis lori carmen ana rosa lucia
    elena olga svetlana natalia fatima aisha ursula giorgia claire sophie""".split()) - {"jean-marie", "kelly", "alexis"}
"""Names that are borne by one sex only, as far as news goes."""


def pronoun_of(name: str, text: str) -> str:
    """ "he" or "she" for the bearer of a name, as the text tells; "" if it does not; "both" if it tells both, as of a
    family of whom two are in the news."""
    told = {pronoun for pronoun, words in (("he", _HE), ("she", _SHE)) if _titled(name, text, words)}
    first = name.split()[0].lower() if " " in name else ""
    told |= {pronoun for pronoun, names in (("he", _MEN), ("she", _WOMEN)) if first in names}
    return "both" if len(told) == 2 else "".join(told)


def _titled(name: str, text: str, titles: frozenset[str]) -> bool:
    last = re.escape(last_name(name))
    return any(word.rstrip(".").lower() in titles
               for found in re.finditer(rf"\b([^\W\d_]+\.?) (?:[^\W\d_][\w.’'-]* ){{0,2}}{last}\b", text)
               for word in found[0].split()[:-1])
