"""The words that credits are made of, as pieces of regular expressions.

Every repetition is bounded and what is searched is cut to :data:`REACH` characters, so hostile text costs no more than
any other. ``…_BEFORE`` patterns end where the name starts; ``…_AFTER`` patterns start where the name ends.
"""

from __future__ import annotations

import re

REACH = 160
"""Characters before or after a name that can belong to its credit: the longest lead in use has about 90."""

_I = re.IGNORECASE
DAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
MONTH = r"(?:Jan(?:uary|\.)|Feb(?:ruary|\.)|March|April|May|June|July|Aug(?:ust|\.)|Sept(?:ember|\.)|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.))"
WHEN = (
    rf"(?:\s+(?:(?:late|early|earlier|later)\s+)?(?:on\s+|in\s+)?(?:{DAY}|{MONTH}(?:\s+\d{{1,2}})?(?:,?\s+\d{{4}})?|\d{{1,2}}\s+{MONTH})"
    r"(?:\s+(?:morning|afternoon|evening|night))?|\s+(?:yesterday|today|overnight|earlier|later|(?:earlier\s+)?(?:this|last)\s+(?:week|month|year)))"
)
PUBLICATION = (
    r"(?:newspapers?|dail(?:y|ies)|weekl(?:y|ies)|magazines?|tabloids?|broadcasters?|news\s+agenc(?:y|ies)|agenc(?:y|ies)|"
    r"news\s+(?:site|website|outlet|channel|service|portal|organi[sz]ation|network)s?|websites?|outlets?|channels?|papers?|networks?|"
    r"stations?|newswires?|wire\s+services?|portals?|publications?|media|tv|television|radio)"
)
_NO_LINK = r"(?!(?:of|at|for|with|by|from|to|in|on|said|that|who|which|and|or|was|were|is|are|has|had)\b)"
DESCRIBED = rf"(?:(?:{_NO_LINK}[\w’'.-]+\s+){{0,4}}{PUBLICATION}\s+)?"
"""What a story calls the outlet before naming it: "the German newspaper", "state news agency"."""
ARTICLES = r"(?:(?:both|either|the|an?|its|one|another|this|new|recent|latest|separate|earlier|previous|joint|exclusive|state|local)\s+){0,3}"
TO_NAME = rf"{DESCRIBED}{ARTICLES}$"

PRODUCT = (
    r"(?:reporting|reports?|article|articles|stor(?:y|ies)|analys[ei]s|investigations?|tall(?:y|ies)|counts?|survey|surveys|polls?|interviews?|"
    r"accounts?|coverage|calculations?|estimates?|figures|data|database|review|dispatch|despatch|exclusive|fact[- ]check|projections?|live\s+blog|"
    r"forecast|tracker|reporters?|correspondents?|journalists?|columnists?|editorial|op-ed|column|interview|podcast|documentary|report\s+card)"
)
SOURCE_OF = (
    rf"(?:(?:{_NO_LINK}[\w’'-]+\s+){{0,4}}(?:{PRODUCT}|documents?|footage|videos?|images?|statements?|transcripts?|memos?|letters?|records?|sources?|people|"
    rf"officials|comments|remarks|emails?)(?:{WHEN})?\s+(?:(?:first\s+|also\s+)?(?:published|posted|compiled|conducted|carried|released|aired|broadcast|seen|"
    r"obtained|reviewed|cited|quoted|verified|reported|provided|commissioned|issued|collected|analy[sz]ed|interviewed|contacted)\s+)?"
    r"(?:by|in|from|on|for|with|of)\s+)?"
)
OFTEN = r"(?:(?:both|all|each|also|first|has|have|had|separately|previously|earlier|later|correctly|exclusively|repeatedly|originally|initially|already|since|widely|jointly|recently|just|now|as)\s+){0,3}"

_LEAD = r"(?P<lead>[\s,;(\[–—-]*)"
ACCORDING_BEFORE = re.compile(rf"{_LEAD}\b(?:according\s+to|as\s+per|per|via|credited\s+to|attributed\s+to|courtesy\s+of)\s+{SOURCE_OF}{TO_NAME}", _I)
CITING_BEFORE = re.compile(rf"{_LEAD}\b(?:citing|quoting|referring\s+to|referencing)\s+{SOURCE_OF}{TO_NAME}", _I)
AS_BY_BEFORE = re.compile(
    rf"{_LEAD}\b(?P<as>as\s+)?{OFTEN}\b(?:noted|reported|detailed|highlighted|described|stated|confirmed|revealed|outlined|documented|cited|quoted|carried|"
    rf"covered|verified|observed|pointed\s+out|explained|relayed|seen|obtained|reviewed|published|shared|broadcast|aired|compiled|interviewed|told|estimated|"
    rf"calculated|counted|put\s+out|claimed|suggested|indicated|mentioned|emphasi[sz]ed|underlined|underscored|summari[sz]ed|discussed|recorded|listed|"
    rf"emailed|provided|released|analy[sz]ed|examined)(?:\s+as\s+saying)?\s+(?:by|in|on)\s+{SOURCE_OF}{TO_NAME}",
    _I,
)
REPORT_BEFORE = re.compile(
    rf"{_LEAD}\b(?:(?:in|from|based\s+on|with)\s+(?:an?\s+|the\s+|its\s+)?(?:[\w-]+\s+){{0,3}}?|(?:additional\s+)?)"
    rf"(?:report(?:s|ing)?|articles?|stor(?:y|ies)|analysis|investigation|dispatch|interviews?|essay|column|op-ed|editorial|coverage|account|piece|profile)"
    rf"(?:{WHEN})?\s+(?:published\s+|aired\s+|broadcast\s+)?(?:by|in|from|for|with|on)\s+{TO_NAME}",
    _I,
)
INTERVIEW_BEFORE = re.compile(
    rf"{_LEAD}\b(?:in\s+(?:an?|his|her|their|its|the)?\s*(?:[\w-]+\s+){{0,3}}?(?:interviews?|statements?|comments?|remarks|e-?mails?|conversation|appearance|phone\s+call|"
    rf"call|podcast|message|text)(?:\s+(?:published|aired|broadcast|given|sent|posted|made|carried))?(?:{WHEN})?\s+(?:with|to|for|on|in|by)"
    rf"|speaking\s+(?:\w+\s+)?(?:to|with|on)|talking\s+to|appearing\s+on|writing\s+(?:in|for))\s+{TO_NAME}",
    _I,
)
TOLD_BEFORE = re.compile(rf"\b(?P<told>told|tells|telling)\s+{TO_NAME}", _I)
SPOKE_BEFORE = re.compile(rf"\b(?:spoke|spoken|speaks|talked)\s+(?:\w+\s+)?(?:to|with|on)\s+{TO_NAME}|\binterviewed\s+by\s+{TO_NAME}", _I)
WROTE_IN_BEFORE = re.compile(
    rf"(?P<lead>\s+)(?P<in>in|on|for)\s+{TO_NAME}|(?P<to>\s+)to\s+{TO_NAME}",
    _I,
)
WROTE_VERB = re.compile(
    rf"\b(?:wrote|writes|said|says|saying|reported|reports|argued|argues|told|noted|announced|claimed|remarked|added|written|commented)"
    rf"(?:{WHEN})?(?:\s+\w+ly)?$",
    _I,
)
INVERTED_BEFORE = re.compile(
    rf"(?P<lead>[,”\"’'!?—–-]\s*)(?P<verb>report(?:s|ed)|sa(?:ys|id)|writes?|wrote|not(?:es|ed)|add(?:s|ed)|reveal(?:s|ed)|claim(?:s|ed)|stat(?:es|ed)|explain(?:s|ed))"
    rf"\s+{TO_NAME}",
    _I,
)
PAREN_BEFORE = re.compile(r"(?P<lead>\s*)[(\[]\s*(?:(?:sources?|via|credit|reporting|per|from|by|as\s+reported\s+by|according\s+to|photo)\s*:?\s+)?(?:the\s+)?$", _I)
PAREN_AFTER = re.compile(rf"(?:{WHEN}|,\s*\d{{1,2}}\s+{MONTH}(?:\s+\d{{4}})?)?\s*[)\]]", _I)
DASH_BEFORE = re.compile(r"(?P<lead>\s*)(?:[—–]|\s-{1,2})\s*(?:the\s+)?$", _I)
DATELINE = re.compile(r"^[\W]*[A-ZÀ-Þ][\w.,’'À-ÿ \t/-]{1,60}[\s,]*\((?:the\s+)?$")
DATELINE_AFTER = re.compile(r"\)\s*(?:[—–-]{1,2}|:)\s*")

CLAUSE_BEFORE = re.compile(
    rf"(?:^|[,;:—–(\[\"“”‘’'!?]|\s-{{1,2}}|\b(?:and|but|while|as|that|because|when|after|although|though|whereas|which|if|since|what|where|whom|yet|or|so|how|"
    rf"then|also|meanwhile|earlier|later|yesterday|today|separately|however|{DAY}|{MONTH})(?=\s))\s*(?P<from>{DESCRIBED}{ARTICLES})$",
    _I,
)
BETWEEN = re.compile(
    r"(?:\s*[,;/&+]\s*(?:(?:and|or|as\s+well\s+as)\s+|&\s*)?|-|\s+(?:and|or|as\s+well\s+as|along\s+with|plus|nor)\s+)"
    r"(?:(?:also|both|by|from|in|to|the)\s+){0,2}" + DESCRIBED + r"(?:the\s+)?", _I)
"""What stands between the names of a list."""

REPORTS = r"(?:reported|reports|wrote|writes|revealed|reveals)"
SAYS = r"(?:said|says|(?P<plural>say|report|write))"
WEAK = (
    r"(?:noted|notes|note|added|adds|stated|states|claimed|claims|confirmed|confirms|confirm|learned|learnt|observed|observes|pointed\s+out|points\s+out|"
    r"explained|explains|argued|argues|warned|warns|suggested|suggests|indicated|indicates|estimated|estimates|found|finds|showed|shows|"
    r"reveal|disclosed|discloses|announced|concluded|concludes|recalled|declared|alleged|alleges|understands|highlighted|highlights|emphasi[sz]ed)"
)
VERB_AFTER = re.compile(
    rf"(?P<aside>\s*,\s+(?:citing|quoting|which|a|an|the|one|based|owned|in)\s[^,.\"“”]{{1,90}},|\s*\([^()]{{1,40}}\)|,\s*however,|\s+(?:news)?(?:paper|magazine|channel|website)|\s+(?:reporters?|correspondents?|columnists?|analysts?|journalists?)\s+(?:[A-Z][\w.’'-]+\s+){{0,2}}[A-Z][\w.’'-]+)?"
    rf"\s+(?P<verb>{OFTEN}(?:(?P<reports>{REPORTS})|(?P<says>{SAYS})|(?P<weak>{WEAK})))(?P<when>{WHEN})?"
    rf"(?P<where>\s+in\s+(?:an?|its|the)\s+(?:[\w-]+\s+){{0,3}}?(?:report|article|story|statement|dispatch|editorial|analysis|post|review|investigation)(?:{WHEN})?)?(?P<more>,?\s+(?:citing|quoting)\s[^,.\"“”]{{1,90}})?"
)
CARRIES_AFTER = re.compile(
    rf"(?:,\s+(?:citing|quoting)\s[^,.]{{1,90}},)?\s+{OFTEN}(?:puts?\s+(?:the|its|it|total|losses|damage|that|their)\b(?=[^.;]{{1,80}}\bat\b)|quoted|quotes|cited|cites|counted|counts|calculated|described|describes|detailed|details|documented|listed|lists|identified|identifies|"
    r"published\s+(?:\w+\s+){0,3}(?:documents|excerpts|details|footage|video|images|emails|records|transcripts?|messages)|obtained|reviewed|has\s+it\s+that)\b"
    r"|\s+(?:estimated|estimates|found|suggested|highlighted|emphasi[sz]ed|reported\s+on)\s+(?!itself\b|for\b|an?\s+(?:buyer|partner)\b)",
    _I,
)
THAT = re.compile(r"\s+that\b(?!\s+(?:year|month|week|day|night|time|evening|morning)\b)|\s*:", _I)
END = re.compile(r"[\s.!?…\"”’'»)\]*_]*$")
COMMA = re.compile(r"\s*[,;—–]|\s+-{1,2}\s|\s+(?:and|but|while|although|though|as)\s", _I)
OF_ITSELF = re.compile(
    r"\s+(?:that\s+)?(?:(?:it|they|we)\s+(?:would|will|had|has|have|plans?|planned|expects?|expected|intends?|hopes?|did|does|do|could|can|may|"
    r"remains?|regrets?|stands?|stood|takes?|believes?|welcomes?|apologi[sz]e[sd]?|agreed|decided)\b|(?:it|they|we)\s+(?:"
    r"(?:was|is|were|are)\s+(?!an?\b|the\b|not\s+clear|unclear|unlikely|likely|possible|too\b|one\b|still\s+unclear|impossible|difficult|hard\b|time\b))"
    r"|(?:its|their|our)\s+(?:own\s+)?(?:staff|reporters?|journalists?|correspondents?|newsroom|employees|chief|board|editors?|office|crew|website|profit|revenue|"
    r"subscribers?|shares|owner|parent|presenters?|hosts?|bureau|teams?|coverage|chairman|director|systems?|\w+\s+(?:staff|reporter|journalist|correspondent|crew|bureau|editor|business|revenue|profit))\b"
    r"|the\s+(?:company|broadcaster|network|paper|newspaper|publisher|corporation|magazine)\s+(?:would|will|had|has|is|was|plans?|expects?)\b)",
    _I,
)
EARNINGS = re.compile(r"\s+(?:[\w$€£.%-]+\s+){0,6}?(?:profits?|loss(?:es)?|revenues?|earnings|net\s+income|subscribers?|circulation)\b", _I)
NO_CLAUSE = re.compile(r"\s+(?:to|goodbye|farewell|sorry|yes|no\s+to|nothing|so|little|hello)\b", _I)
OF_THE_HOUSE = re.compile(
    r"(?:['’]s?)?\s+(?:(?:chief|senior|deputy|managing|former|executive|parent|media|annual|ex-?\w*|[a-z]+ing)\s+){0,2}"
    r"(?:editors?|editor-in-chief|executives?|boss(?:es)?|owners?|chiefs?|staff(?:ers?)?|spokes(?:man|woman|person|people)|chairman|chairwoman|chair|presidents?|lawyers?|"
    r"employees|board|director(?:s|-general)?|unions?|shareholders?|parent|publishers?|readers?|subscribers?|headquarters|offices?|shares?|stock|building|managers?|"
    r"workers|founders?|ceo|compan(?:y|ies)|group|corporation|newsroom|website|app|logo|cover|front\s+page|crew|studio|subscription|subscriptions|presenters?|person\s+of\s+the\s+year)\b",
    _I,
)
CAPITAL_AFTER = re.compile(rf"[\s-]+(?!{DAY}|{MONTH})[A-ZÀ-Þ][\w’'-]")
PRODUCT_AFTER = re.compile(rf"(?:['’]s?)?(?:[/-][A-Z]\w+)?\s+(?:(?!and\b|or\b|said\b|that\b|on\b|in\b|about\b)[\w/-]+\s+){{0,3}}?{PRODUCT}\b(?:\s+(?:published|released|conducted))?(?:{WHEN})?", _I)
PRODUCT_SAYS = re.compile(rf"{OFTEN}(?:said|says|showed|shows|show|found|finds|find|suggest(?:s|ed)?|indicate[sd]?|report(?:s|ed)|noted|reveal(?:s|ed)|confirm(?:s|ed)|estimated|concluded|detailed|described|alleged)(?:\s+that\b)?", _I)
PUBLISHED_SAYS = re.compile(rf"(?:\s+(?:published|released|aired))?(?:{WHEN})?\s+{PRODUCT_SAYS.pattern}", _I)
A_BEFORE = re.compile(r"\b(?:an?|the|one|another|this)\s+(?:[\w-]+\s+){0,2}$", _I)
PERSON_AFTER = re.compile(r"(?:['’]s?)?(?:\s+[a-z-]+){0,3}(?:\s+[A-ZÀ-Þ][\w’'.-]+){2,3}(?=\W|$)")
REPORTER_BEFORE = re.compile(r"[A-ZÀ-Þ][\w’'-]+,?\s+(?:of|from|for|with)\s+(?:the\s+)?$")
DISPUTED = re.compile(r"\b(?:den(?:y|ies|ied)|dismiss(?:es|ed)?|reject(?:s|ed)?|disput(?:es|ed)|criticis(?:es|ed)|criticiz(?:es|ed)|refut(?:es|ed)|slammed|su(?:ed|ing)|accused)\s+(?:\w+\s+){0,3}$", _I)
CREDIT_LINE = re.compile(
    r"^\W*(?:sources?|credits?|credited\s+(?:from|to)|with\s+(?:files|inputs?|reporting|contributions?|material|agencies)\s+(?:from|by)|(?:additional\s+)?reporting\s+(?:by|from)|"
    r"compiled\s+(?:from|by)|via|from)\s*:?\s+(?:the\s+)?$", _I)
OTHERS_AFTER = re.compile(
    r"(?:,\s+(?:and|as\s+well\s+as)|\s+(?:and|as\s+well\s+as))\s+"
    r"(?=(?:(?!(?:as|by|was|were|is|are|has|have|had|will|would|said|says|told|could|that|died|fell|rose|\w{3,}ed)\b)[^\s,.;]+\s+){0,5}(?!as\b|by\b)[^\s,.;]+[.!?]?\s*$)",
    _I,
)
"""A credited list that goes on, to the end of the sentence, with a source that is no outlet: "Reuters and the ministry"."""
OTHERS_BEFORE = re.compile(r"\b(?:according\s+to|as\s+per|as\s+(?:noted|reported)\s+by)\s+[^.;:\"“”()]{1,60}?(?P<join>,\s+(?:and\s+)?|\s+(?:and|as\s+well\s+as)\s+)(?:the\s+)?$", _I)
HELPER_BEFORE = re.compile(r"\b(?:was|were|been|being|is|are|be|get|got|had|has|have)\s+(?:\w+ly\s+|first\s+|also\s+|not\s+){0,2}$", _I)
CLAUSE_AFTER = re.compile(
    r"(?!\s+(?:how|why|what|who|where|whether)\b)(?:\s*,?\s*[\"“]|\s+(?:[\w’'%$€£.,-]+\s+){1,9}?(?:was|were|is|are|has|have|had|will|would|could|may|might|can|did|said|says|must|should|died|fell|rose|won|lost|left|\w{3,}ed)\b)", _I)
WHEN_ALONE = re.compile(
    rf"\W*(?:(?:(?:late|early|earlier|later)\s+)?(?:on\s+|in\s+)?(?:{DAY}|{MONTH}(?:\s+\d{{1,2}})?|\d{{1,2}}\s+{MONTH})(?:\s+(?:morning|afternoon|evening|night))?"
    r"|yesterday|today|earlier|later|(?:earlier\s+)?(?:this|last)\s+(?:week|month|year|night)|separately|meanwhile"
    rf"|in\s+(?:an?|its|the)\s+(?:[\w-]+\s+){{0,3}}?(?:report|article|story|dispatch|editorial|analysis|investigation)(?:\s+published)?(?:{WHEN})?)\s*,\s*",
    _I,
)
"""What opens a sentence and belongs to the reporting: "On Monday, Reuters reported that …"."""
OUTLET_SAYS_WHERE = re.compile(r",\s+(?:which|citing|quoting|referring\s+to)\s[^,.;\"“”]{1,100}(?=[,.;]|$)", _I)
"""What a story adds to the credit about the outlet's own source: "according to Reuters, which cited police"."""
SHOW_AFTER = re.compile(r"['’]s?\s+[\"“][^\"“”]{1,40}[\"”]")
COLON_AFTER = re.compile(r"\s*:\s+[\"“]?\w")
