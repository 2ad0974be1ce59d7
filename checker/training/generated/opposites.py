"""Words whose exchange turns a statement round, words that weaken one, and words that may stand for each other in the news."""

from __future__ import annotations


def _both_ways(rows: str) -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for row in rows.split():
        left, right = row.split("/")
        table.setdefault(left, []).append(right)
        table.setdefault(right, []).append(left)
    return {word: tuple(others) for word, others in table.items()}


OPPOSITES = _both_ways("""
    rose/fell rises/falls rise/fall rising/falling increased/decreased increase/decrease increases/decreases increasing/decreasing
    gained/lost gain/loss gains/losses climbed/dropped climb/drop grew/shrank growth/decline surged/plunged soared/slumped jumped/tumbled
    won/lost win/lose winning/losing accepted/rejected accept/reject accepts/rejects approved/rejected approve/reject approves/rejects
    approval/rejection passed/failed opened/closed open/closed opening/closing began/ended begin/end begins/ends started/stopped start/stop
    joined/left entered/left arrived/departed supported/opposed support/oppose supports/opposes supporters/opponents supporting/opposing
    praised/criticised praised/criticized praise/criticism confirmed/denied confirm/deny confirms/denies admitted/denied allowed/banned
    allow/ban allows/bans permitted/barred agreed/refused agree/refuse more/fewer higher/lower high/low highest/lowest before/after
    first/last earlier/later convicted/acquitted guilty/innocent strengthened/weakened stronger/weaker strong/weak hired/fired
    arrested/released jailed/freed north/south northern/southern east/west eastern/western best/worst better/worse majority/minority
    success/failure successful/unsuccessful upheld/overturned granted/denied lifted/imposed raised/cut raise/cut raising/cutting
    extended/shortened expanded/reduced expand/reduce included/excluded include/exclude including/excluding bought/sold buy/sell
    buying/selling buyer/seller above/below over/under inside/outside men/women man/woman father/mother son/daughter brother/sister
    husband/wife boys/girls boy/girl male/female his/her early/late morning/evening day/night young/old younger/older oldest/youngest
    largest/smallest larger/smaller big/small biggest/smallest longest/shortest longer/shorter fastest/slowest faster/slower
    survived/died alive/dead victory/defeat attacked/defended attack/defend ahead/behind advanced/retreated withdrew/deployed
    legal/illegal public/private domestic/foreign former/current same/different remembered/forgot forward/back optimistic/pessimistic
    welcomed/condemned welcome/condemn appointed/dismissed elected/ousted possible/impossible likely/unlikely safe/dangerous
    true/false positive/negative full/empty rich/poor cheap/expensive easier/harder easy/difficult present/absent present/past
    everyone/nobody always/never both/neither worsened/improved improved/deteriorated improvement/deterioration
    surplus/deficit profit/loss profits/losses import/export imports/exports imported/exported borrowed/lent
    ally/rival allies/rivals friend/enemy winner/loser teacher/student plaintiff/defendant employer/employee left-wing/right-wing
    democrat/republican democrats/republicans democratic/republican liberal/conservative republican/democrat
    hot/cold hotter/colder warmer/cooler wet/dry maximum/minimum most/least many/few increased/fell rose/declined delayed/accelerated
    keep/scrap kept/scrapped maintained/abandoned abandon/pursue signed/vetoed backed/opposed back/oppose blocked/cleared block/clear
    suspended/resumed suspend/resume resumed/halted resume/halt""")
"""A lower-cased word -> what says the opposite, or another thing, in its place."""

NEGATABLE = frozenset("is are was were will would can could has have had should must".split())
"""Auxiliaries after which "not" can be put in or taken out."""

SURER = {
    "may": ("will",), "might": ("will",), "could": ("will",), "may have": ("has",), "is expected to": ("will",), "are expected to": ("will",),
    "is likely to": ("will",), "are likely to": ("will",), "plans to": ("will",), "plan to": ("will",), "hopes to": ("will",),
    "is considering": ("has decided on",), "is set to": ("will",), "allegedly": ("",), "reportedly": ("",), "apparently": ("",),
    "possibly": ("",), "probably": ("",), "perhaps": ("",), "is believed to be": ("is",), "are believed to be": ("are",),
    "is thought to be": ("is",), "appears to be": ("is",), "appeared to be": ("was",), "seems to be": ("is",), "suspected": ("proven",),
    "some": ("all",), "most": ("all",), "many": ("all",), "almost all": ("all",), "nearly all": ("all",), "alleged": ("proven",),
    "proposed": ("decided",), "suggested": ("proved",), "suggests": ("proves",), "preliminary": ("final",),
}
"""What weakens a statement -> what makes it surer: the surer claim is not stated by the weaker passage."""

WEAKER = {
    "will": ("may", "could", "is expected to"), "all": ("some", "many"), "every": ("nearly every",), "proves": ("suggests",),
    "always": ("often",), "certainly": ("possibly",), "definitely": ("probably",),
}
"""What makes a statement sure -> something weaker: a firm passage states the weaker claim too."""

EXCHANGEABLE = _both_ways("""
    began/started start/begin bought/purchased buy/purchase nearly/almost about/around roughly/approximately big/large
    said/stated said/told-reporters killed/slain help/assistance attempt/try attempted/tried assist/help obtain/get children/kids
    demanded/called-for showed/indicated shows/indicates however/but although/though allowed/permitted allow/permit
    injured/hurt wounded/injured car/vehicle physician/doctor doctors/physicians film/movie firm/company companies/firms
    officers/police lawmakers/legislators lawmaker/legislator attorney/lawyer attorneys/lawyers employees/workers
    teenagers/teens mostly/mainly quickly/rapidly often/frequently end/finish ended/finished also/too huge/enormous
    probe/investigation investigating/probing vow/promise vowed/promised prohibited/banned prohibits/bans asked/requested
    climbed/rose dropped/fell soared/surged declined/fell residence/home reside/live resides/lives deadly/fatal
    annual/yearly currently/now earlier/previously picked/chose chosen/selected picked/selected aid/help commence/begin
    yet/still conflict/war blaze/fire crash/collision slammed/criticised blasted/criticised hailed/praised axed/cut""")
"""Words that an editor lets stand for each other in most sentences; "-" stands for a space."""

DIRECTED = frozenset("""sued beat defeated accused criticised criticized told bought acquired praised urged replaced succeeded blamed
    hired fired backed endorsed warned attacked arrested invited thanked asked appointed nominated interviewed overtook outsold rescued
    shot killed hit struck charged fined paid lent lends supplies supplied sold owns owned controls visited welcomed hosted phoned called
    wrote married divorced threatened sanctioned invaded bombed condemned rejected defended represented coached led leads led trails
    overruled outbid buys beats accuses blames urges backs leads criticises criticizes tells owes sues employs employed
    investigated investigates searched raided banned bans suspended dropped signed""".split())
"""Verbs that say something else when subject and object change places."""
