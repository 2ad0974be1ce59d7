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
    r"(?:\s+(?:morning|afternoon|evening|night))?|\s+(?:(?:earlier\s+)?(?:this|last)\s+(?:week|month|year)|(?:just\s+)?(?:yesterday|today)|overnight|earlier|later|[\w-]{1,20}\s+(?:days|weeks|months|years)\s+ago))"
)
PUBLICATION = (
    r"(?:newspapers?|dail(?:y|ies)|weekl(?:y|ies)|magazines?|tabloids?|broadcasters?|news\s+agenc(?:y|ies)|agenc(?:y|ies)|(?:news\s+)?affiliates?|"
    r"news\s+(?:site|website|outlet|channel|service|portal|organi[sz]ation|network)s?|websites?|outlets?|channels?|papers?|networks?|"
    r"stations?|newswires?|wire\s+services?|portals?|publications?|media|tv|television|radio)"
)
_NO_LINK = r"(?!(?:of|at|for|with|by|from|to|in|on|said|that|who|which|and|or|was|were|is|are|has|had)\b)"
DESCRIBED = rf"(?:(?:{_NO_LINK}[\w’'.-]+\s+){{0,4}}{PUBLICATION}\s+)?"
"""What a story calls the outlet before naming it: "the German newspaper", "state news agency"."""
KIND = (
    r"(?:conservative|liberal|progressive|nationalist|independent|influential|satirical|respected|venerable|defunct|now-defunct|"
    r"(?:left|right|far-left|far-right|cent(?:re|er)-left|cent(?:re|er)-right)(?:-(?:leaning|wing))?|pro-\w+|\w+-(?:based|language|run|owned|controlled|backed|funded))"
)
"""What a story calls an outlet in a word: "the left-leaning Guardian". Listed, for "the arrested Reuters" is no witness."""
ARTICLES = (
    rf"(?:(?:both|either|the|an?|its|one|another|this|new|recent|latest|separate|earlier|previous|joint|exclusive|state|local|(?:{DAY}|{MONTH})['’]s|{KIND})\s+){{0,3}}"
)
PARTNER = r"(?:(?-i:[A-Z])[\w.&]{0,20}(?:\s(?-i:[A-Z])[\w.&]{0,20}){0,3}\s?[/-]\s?)?"
"""Whom the outlet shares a poll with, before its name: "a Suffolk University/Boston Globe poll"."""
TO_NAME = rf"{DESCRIBED}{ARTICLES}$"

PRODUCT = (
    r"(?:reporting|reports?|article|articles|stor(?:y|ies)|analys[ei]s|investigations?|tall(?:y|ies)|counts?|survey|surveys|polls?|polling|pollster|interviews?|"
    r"accounts?|coverage|calculations?|estimates?|figures|data|database|review|dispatch|despatch|exclusive|fact[- ]check|projections?|live\s+blog|"
    r"forecast|tracker|reporters?|correspondents?|journalists?|columnists?|editorial|op-ed|column|interview|podcast|documentary|report\s+card)"
)
SOURCE_OF = (
    rf"(?:(?:{_NO_LINK}[\w’'-]+\s+){{0,4}}(?:{PRODUCT}|documents?|footage|videos?|audio|recordings?|images?|statements?|transcripts?|memos?|letters?|records?|sources?|people|"
    rf"officials|comments|remarks|emails?)(?:{WHEN})?\s+(?:(?:first\s+|also\s+)?(?:published|posted|compiled|conducted|carried|released|aired|broadcast|seen|"
    r"obtained|reviewed|cited|quoted|verified|reported|provided|commissioned|issued|collected|analy[sz]ed|interviewed|contacted)\s+)?"
    r"(?:by|in|from|on|for|with|of)\s+|"
    rf"(?:{_NO_LINK}[\w’'-]+\s+){{0,4}}(?:accounts?|documents?|footage|videos?|audio|recordings?|images?|transcripts?|memos?|letters?|records?|emails?|statements?)\s+"
    r"(?:(?:s?he|they)\s+(?:gave|sent|provided)|provided|given|sent|leaked)\s+to\s+)?"
)
OFTEN = r"(?:(?:both|all|each|also|first|has|have|had|separately|previously|earlier|later|correctly|exclusively|repeatedly|originally|initially|already|since|widely|jointly|recently|just|now|as)\s+){0,3}"

_LEAD = r"(?P<lead>[\s,;(\[–—-]*)"
ACCORDING_BEFORE = re.compile(
    rf"{_LEAD}\b(?:according\s+to|as\s+per|per|via|credited\s+to|attributed\s+to|courtesy\s+of)\s+{SOURCE_OF}{DESCRIBED}{ARTICLES}{PARTNER}$", _I)
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
    rf"(?:report(?:s|ing)?|articles?|stor(?:y|ies)|analysis|investigation|dispatch|interviews?|essay|column|op-ed|editorial|coverage|account|piece|profile|polls?|surveys?|stud(?:y|ies)|paper)"
    rf"(?:{WHEN})?\s+(?:published\s+|aired\s+|broadcast\s+|(?:that|which)\s+(?:appeared|ran|was\s+published)\s+)?(?:by|in|from|for|with|on)\s+{TO_NAME}",
    _I,
)
INTERVIEW_BEFORE = re.compile(
    rf"{_LEAD}\b(?:in\s+(?:an?|his|her|their|its|the)?\s*(?:[\w-]+\s+){{0,3}}?(?:interviews?|statements?|comments?|remarks|e-?mails?|conversation|appearance|phone\s+call|"
    rf"call|podcast|message|text)(?:\s+(?:published|aired|broadcast|given|sent|posted|made|carried))?(?:{WHEN})?\s+(?:with|to|for|on|in|by)"
    rf"|speaking\s+(?:(?-i:[a-z])\w*\s+)?(?:to|with|on)|talking\s+to|appearing\s+on|writing\s+(?:in|for))\s+{TO_NAME}",
    _I,
)
TOLD_BEFORE = re.compile(rf"\b(?P<told>told|tells|telling)\s+{TO_NAME}", _I)
SAID_IN_INTERVIEW = re.compile(r"\s+in\s+(?:an?|the|his|her|their)\s+(?:[\w-]+\s+){0,3}?interview\b", _I)
"""Where somebody told the outlet: "told Reuters in an exclusive interview"."""
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
    rf"then|also|meanwhile|earlier|later|yesterday|today|separately|however|{DAY}|{MONTH})(?=\s))\s*(?P<from>{DESCRIBED}{ARTICLES}{PARTNER})$",
    _I,
)
BETWEEN = re.compile(
    r"(?:\s*[,;/&+]\s*(?:(?:and|or|as\s+well\s+as)\s+|&\s*)?|-|\s+(?:and|or|as\s+well\s+as|along\s+with|plus|nor)\s+)"
    r"(?:(?:also|both|by|from|in|to|the)\s+){0,2}" + DESCRIBED + r"(?:the\s+)?", _I)
"""What stands between the names of a list."""

REPORTS = r"(?:reported|reports|wrote|writes|revealed|reveals|(?:is|are|was|were)\s+reporting(?=\s+that\b|\s*[.,]))"
SAYS = r"(?:(?:went|goes)\s+so\s+far\s+as\s+to\s+(?:say|write)|said|says|(?P<plural>say|report|write))"
WEAK = (
    r"(?:noted|notes|note|added|adds|stated|states|claimed|claims|confirmed|confirms|confirm|learned|learnt|observed|observes|pointed\s+out|points\s+out|"
    r"explained|explains|argued|argues|warned|warns|suggested|suggests|indicated|indicates|estimated|estimates|found|finds|showed|shows|"
    r"reveal|disclosed|discloses|announced|concluded|concludes|recalled|declared|alleged|alleges|understands|highlighted|highlights|emphasi[sz]ed)"
)
VERB_AFTER = re.compile(
    rf"(?P<aside>\s*,\s+(?:citing|quoting|which|a|an|the|one|based|owned|in)\s[^,.\"“”]{{1,90}},|\s*\([^()]{{1,40}}\)|,\s*(?:however|meanwhile|too|also|for\s+(?:one|instance|example)),|\s*[—–][^—–.;\"“”]{{1,90}}[—–](?=\w)"
    rf"|{WHEN}|\s+[—–]\s[^—–.;\"“”]{{1,90}}\s[—–]|\s+(?:news)?(?:paper|magazine|channel|website|tabloid|daily)|\s+(?:[a-z-]+\s+){{0,2}}(?:reporters?|correspondents?|columnists?|analysts?|journalists?)\s+(?:[A-Z][\w.’'-]+\s+){{0,2}}[A-Z][\w.’'-]+)?"
    rf"(?:(?<=[—–])|\s+)(?P<verb>{OFTEN}(?:(?P<reports>{REPORTS})|(?P<says>{SAYS})|(?P<weak>{WEAK})))(?P<when>{WHEN})?"
    rf"(?P<where>\s+in\s+(?:an?|its|the)\s+(?:[\w-]+\s+){{0,3}}?(?:report|article|story|statement|dispatch|editorial|analysis|post|review|investigation|op-ed|column|piece)(?:{WHEN})?)?(?P<more>,?\s+(?:citing|quoting)\s[^,.\"“”]{{1,90}})?"
)
_ANSWERED = r"(?:complaints?|requests?|rulings?|decisions?|judge?ments?|concerns?|objections?|criticisms?|feedback|outcome|findings?|error|mistakes?|death|anniversary|passing)"
"""What an outlet notes about itself: "the BBC noted the ruling and apologised"."""
CARRIES_AFTER = re.compile(
    rf"(?:,\s+(?:citing|quoting)\s[^,.]{{1,90}},)?\s+{OFTEN}(?:puts?\s+(?:the|its|it|total|losses|damage|that|their)\b(?=[^.;]{{1,80}}\bat\b)|quoted|quotes|cited|cites|counted|counts|calculated|described|describes|detailed|details|documented|listed|lists|identified|identifies|"
    r"published\s+(?:\w+\s+){0,3}(?:documents|excerpts|details|footage|video|images|emails|records|transcripts?|messages)|obtained|reviewed(?!\s+its\b)|has\s+it\s+that)\b"
    r"|\s+(?:estimated|estimates|found|suggested|highlighted|emphasi[sz]ed|reported\s+on)\s+(?!itself\b|for\b|an?\s+(?:buyer|partner)\b)"
    rf"|(?:,\s*for\s+(?:one|instance|example),)?\s+(?:also\s+|and\s+){{0,2}}(?:noted|observed)\s+(?:the\s+(?!{_ANSWERED}\b)|an?\s+(?!{_ANSWERED}\b)|how\b)"
    rf"|\s+{OFTEN}(?:ran|published|carried|aired)\s+(?:an?|the)\s+(?:[\w-]+\s+){{0,3}}?(?:piece|articles?|story|report|column|editorial|op-ed|analysis)\s+(?:(?:that|which)\s+)?"
    r"(?:noted|noting|said|saying|reported|reporting|argued|arguing|found|finding|revealed|revealing)\b"
    rf"|\s+{OFTEN}(?:did\s+the\s+math|crunched\s+the\s+numbers|surveyed|polled|analy[sz]ed|reviewed|examined)(?!\s+(?:its|their)\b)\b[^.;\"“”]{{1,90}}?\band\s+(?:found|noted|reported|concluded|calculated)\s",
    _I,
)
"""What is read only with the outlet in it: "A put the toll at 12", "A also noted the sparse crowd", "A surveyed them and found"."""
THAT = re.compile(r"\s+that\b(?!\s+(?:year|month|week|day|night|time|evening|morning)\b)|\s*:", _I)
END = re.compile(r"[\s.!?…\"”’'»)\]*_]*$")
COMMA = re.compile(r"\s*[,;—–]|\s+-{1,2}\s|\s+(?:and|but|while|although|though|as)\s", _I)
OF_ITSELF = re.compile(
    r"\s+(?:that\s+)?(?:(?:it|they|we)\s+(?:would|will|had|has|have|plans?|planned|expects?|expected|intends?|hopes?|did|does|do|could|can|may|"
    r"remains?|regrets?|stands?|stood|takes?|believes?|welcomes?|apologi[sz]e[sd]?|agreed|decided)\b|(?:it|they|we)\s+(?:"
    r"(?:was|is|were|are)\s+(?!an?\b|the\b|[$€£\d]|not\s+clear|unclear|unlikely|likely|possible|too\b|one\b|still\s+unclear|impossible|difficult|hard\b|time\b))"
    r"|(?:its|their|our)\s+(?:own\s+)?(?:staff|reporters?|journalists?|correspondents?|newsroom|employees|chief|board|editors?|office|crew|website|profit|revenue|"
    r"subscribers?|shares|owner|parent|presenters?|hosts?|bureau|teams?|coverage|chairman|director|systems?|\w+\s+(?:staff|reporter|journalist|correspondent|crew|bureau|editor|business|revenue|profit))\b"
    r"|the\s+(?:company|broadcaster|network|paper|newspaper|publisher|corporation|magazine)\s+(?:would|will|had|has|is|was|plans?|expects?)\b)",
    _I,
)
OWN_WORK = re.compile(
    r"[^.;]{1,90}?\bin\s+(?:its|their)\s+(?:\w+\s+){0,2}(?:tall(?:y|ies)|counts?|analys[ei]s|reporting|reports?|reviews?|rankings?|survey|polls?|list|estimates?|calculations?|database)\b"
    r"|\s+(?:that\s+)?(?:its|their)\s+(?:own\s+)?(?:\w+\s+)?(?:reporting|tally|count|analysis|investigation|review|survey|poll)\s+(?:has\s+|had\s+)?(?:found|finds|shows?|showed|suggests?|suggested)\b", _I)
"""What the outlet says of itself, but about what it reports: "AP said it did not include those meetings in its tally"."""
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
PRODUCT_AFTER = re.compile(rf"(?:['’]s?)?(?:[/-][A-Z]\w+)?\s+(?:(?!and\b|or\b|said\b|that\b|on\b|in\b|about\b)[\w/-]+\s+){{0,3}}?{PRODUCT}\b(?:\s+(?:data|results|average)\b)?(?:\s+(?:published|released|conducted))?(?:{WHEN})?", _I)
POLLED = re.compile(r"\s+(?:of|among)\s+[^,.;:\"“”]{1,60}?(?=\s+(?:found|finds|showed|shows|suggested|suggests|indicated)\b)", _I)
"""Who was asked: "a POLITICO survey of data operatives found"."""
PRODUCT_SAYS = re.compile(rf"{OFTEN}(?:said|says|showed|shows|show|found|finds|find|suggest(?:s|ed)?|indicate[sd]?|report(?:s|ed)|noted|reveal(?:s|ed)|confirm(?:s|ed)|estimated|concluded|detailed|described|alleged)(?:\s+that\b)?", _I)
WITH_PARTNER = r"(?:[/-](?-i:[A-Z])\w{0,20}(?:\s(?-i:[A-Z])\w{0,20}){0,2})?"
ON_WHAT = r"(?:\s+(?:about|on|into)\s[^,.;:\"“”]{1,60}?)?"
"""What a report is on: "a report in the Journal about his campaign said"."""
PUBLISHED_SAYS = re.compile(rf"{WITH_PARTNER}(?:\s+(?:published|released|aired))?(?:{WHEN})?{ON_WHAT}\s+{PRODUCT_SAYS.pattern}", _I)
REPORT_THAT = re.compile(r"\s+(?:that|saying|alleging|claiming|suggesting|showing)\s+(?!(?:was|were|is|are|has|had|led|came|ran)\b)", _I)
"""What a report that somebody reacts to says: "he seized upon a Times report that"."""
JOURNALIST_BEFORE = re.compile(rf"\b(?:reporter|correspondent|columnist|journalist|writer|critic)\s+(?:for|at|with|of|from)\s+(?:the\s+)?(?:{KIND}\s+)?$", _I)
A_BEFORE = re.compile(r"\b(?:an?|the|one|another|this)\s+(?:[\w-]+\s+){0,2}$", _I)
PERSON_AFTER = re.compile(r"(?:['’]s?)?(?:\s+[a-z-]+){0,3}(?:\s+[A-ZÀ-Þ][\w’'.-]+){2,3}(?=\W|$)")
REPORTER_BEFORE = re.compile(rf"[A-ZÀ-Þ][\w’'-]+,?\s+(?:of|from|for|with|at)\s+(?:the\s+)?(?:{KIND}\s+)?$")
"""A journalist before the outlet: "Joel Pollak of Breitbart observed"."""
DESK_AFTER = re.compile(r"['’]s?\s+(?:[a-z-]+\s+){0,2}(?:units?|teams?|desk|bureau|fact[- ]checkers?)(?=\s)")
"""A part of the house that reports: "the Post's investigative unit"."""
EDITION_AFTER = re.compile(
    r"\s+(?:New\s+(?:York|Jersey|Hampshire|Mexico|Zealand)|(?:North|South)\s+(?:Carolina|Dakota)|West\s+Virginia|Florida|California|Texas|Alabama|Alaska|Arizona|Arkansas|Colorado|"
    r"Connecticut|Delaware|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|"
    r"Nevada|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode\s+Island|Tennessee|Utah|Vermont|Virginia|Washington|Wisconsin|Wyoming|Europe|Asia|Africa|Australia|Brasil|Brazil|India|Japan|"
    r"Philippines|Scotland|Wales|Info|Politics|\d{1,2})(?=\s+[a-z])")
"""A local edition or station: "POLITICO Florida reported", "ABC 7 is reporting"."""
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
CLEFT_AFTER = re.compile(r"\s+that\s+(?:[\"“]?(?:s?he|it|they|the|an?|his|her|their|no|some|more|nearly|about|\d[\d,.]*)\b|(?-i:[A-Z]))", _I)
"""What "it was a report by A" goes on with when it tells what the report says, not what became of it ("that drew criticism")."""
RELATIVE_BEFORE = re.compile(r"\b(?:the|an?|what|those|these)\s+(?:[a-z-]+\s+){0,4}[a-z-]+\s+(?:that\s+|who\s+|which\s+)?$", _I)
"""A noun with a reduced clause after it: "the number of people The Post reported she is vetting"."""
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
