"""Countries with what else they are called in news: their people, capitals and seats of government.

News lets a capital, a palace or the people act for a country: "Moscow said", "the Kremlin said", "the Russians said". For
telling whether two texts name the same country, these are one.
"""

from __future__ import annotations

_TABLE = """
afghanistan: afghan | kabul
albania: albanian | tirana
algeria: algerian | algiers
angola: angolan | luanda
argentina: argentine, argentinian | buenos aires, casa rosada
armenia: armenian | yerevan
australia: australian | canberra
austria: austrian | vienna
azerbaijan: azerbaijani, azeri | baku
bahrain: bahraini | manama
bangladesh: bangladeshi | dhaka
belarus: belarusian, belarussian | minsk
belgium: belgian | brussels
benin: beninese | porto-novo
bolivia: bolivian | la paz
bosnia and herzegovina: bosnian | bosnia, sarajevo
botswana: botswanan | gaborone
brazil: brazilian | brasilia
bulgaria: bulgarian | sofia
burkina faso: burkinabe | ouagadougou
burundi: burundian | bujumbura, gitega
cambodia: cambodian | phnom penh
cameroon: cameroonian | yaounde
canada: canadian | ottawa
chad: chadian | ndjamena
chile: chilean | santiago, la moneda
china: chinese | beijing, zhongnanhai, prc
colombia: colombian | bogota
congo: congolese | drc, democratic republic of the congo, dr congo, kinshasa
costa rica: costa rican | san jose
croatia: croatian, croat | zagreb
cuba: cuban | havana
cyprus: cypriot | nicosia
czech republic: czech | czechia, prague
denmark: danish, dane | copenhagen
dominican republic: dominican | santo domingo
ecuador: ecuadorean, ecuadorian | quito
egypt: egyptian | cairo
el salvador: salvadoran, salvadorean | san salvador
eritrea: eritrean | asmara
estonia: estonian | tallinn
ethiopia: ethiopian | addis ababa
european union:  | eu, brussels, european commission
finland: finnish, finn | helsinki
france: french, frenchman, frenchwoman | paris, elysee, elysee palace, quai d'orsay
georgia: georgian | tbilisi
germany: german | berlin, bundesrepublik
ghana: ghanaian | accra
greece: greek | athens
guatemala: guatemalan | guatemala city
guinea: guinean | conakry
haiti: haitian | port-au-prince
honduras: honduran | tegucigalpa
hungary: hungarian | budapest
iceland: icelandic, icelander | reykjavik
india: indian | new delhi, delhi
indonesia: indonesian | jakarta
iran: iranian | tehran, teheran
iraq: iraqi | baghdad
ireland: irish, irishman, irishwoman | dublin, irish republic, republic of ireland
israel: israeli | jerusalem
italy: italian | rome, palazzo chigi
ivory coast: ivorian | cote d'ivoire, yamoussoukro
jamaica: jamaican | kingston
japan: japanese | tokyo
jordan: jordanian | amman
kazakhstan: kazakh, kazakhstani | astana
kenya: kenyan | nairobi
kosovo: kosovar | pristina
kuwait: kuwaiti | kuwait city
kyrgyzstan: kyrgyz | bishkek
laos: laotian, lao | vientiane
latvia: latvian | riga
lebanon: lebanese | beirut
liberia: liberian | monrovia
libya: libyan | tripoli
lithuania: lithuanian | vilnius
luxembourg: luxembourger |
madagascar: malagasy | antananarivo
malawi: malawian | lilongwe
malaysia: malaysian | kuala lumpur, putrajaya
mali: malian | bamako
malta: maltese | valletta
mauritania: mauritanian | nouakchott
mauritius: mauritian | port louis
mexico: mexican | mexico city
moldova: moldovan | chisinau
mongolia: mongolian | ulaanbaatar
montenegro: montenegrin | podgorica
morocco: moroccan | rabat
mozambique: mozambican | maputo
myanmar: burmese | burma, naypyidaw, yangon
namibia: namibian | windhoek
nepal: nepali, nepalese | kathmandu
netherlands: dutch, dutchman, dutchwoman | holland, the hague, hague
new zealand: new zealander | wellington
nicaragua: nicaraguan | managua
niger: nigerien | niamey
nigeria: nigerian | abuja
north korea: north korean | pyongyang, dprk
north macedonia: macedonian | macedonia, skopje
norway: norwegian | oslo
oman: omani | muscat
pakistan: pakistani | islamabad
panama: panamanian | panama city
papua new guinea: papua new guinean | port moresby
paraguay: paraguayan | asuncion
peru: peruvian | lima
philippines: philippine, filipino, filipina | manila, malacanang
poland: polish, pole | warsaw
portugal: portuguese | lisbon
qatar: qatari | doha
romania: romanian | bucharest
russia: russian | moscow, kremlin, russian federation
rwanda: rwandan | kigali
saudi arabia: saudi, saudi arabian | riyadh
senegal: senegalese | dakar
serbia: serbian, serb | belgrade
sierra leone: sierra leonean | freetown
singapore: singaporean |
slovakia: slovak, slovakian | bratislava
slovenia: slovenian, slovene | ljubljana
somalia: somali | mogadishu
south africa: south african | pretoria
south korea: south korean | seoul, blue house
south sudan: south sudanese | juba
spain: spanish, spaniard | madrid, moncloa
sri lanka: sri lankan | colombo
sudan: sudanese | khartoum
sweden: swedish, swede | stockholm
switzerland: swiss | bern, berne
syria: syrian | damascus
taiwan: taiwanese | taipei
tajikistan: tajik | dushanbe
tanzania: tanzanian | dodoma
thailand: thai | bangkok
togo: togolese | lome
tunisia: tunisian | tunis
turkey: turkish, turk | ankara, turkiye
turkmenistan: turkmen | ashgabat
uganda: ugandan | kampala
ukraine: ukrainian | kyiv, kiev, bankova
united arab emirates: emirati | uae, abu dhabi
united kingdom: british, briton, brit | westminster, uk, britain, great britain, london, downing street, whitehall, no 10
united nations:  | un
united states: american | us, usa, america, washington, white house, pentagon, united states of america
uruguay: uruguayan | montevideo
uzbekistan: uzbek | tashkent
vatican: vatican | holy see
venezuela: venezuelan | caracas, miraflores
vietnam: vietnamese | hanoi
yemen: yemeni | sanaa
zambia: zambian | lusaka
zimbabwe: zimbabwean | harare
"""
"""``country: its people | its capital and what else stands for its government``. Without accents, dots and capitals."""

_NAMELESS = """european african asian arab scottish welsh english scot palestinian kurdish catalan basque flemish bavarian
siberian chechen tibetan uyghur hawaiian texan californian parisian londoner scandinavian nordic baltic balkan latin jewish
muslim christian catholic protestant hindu buddhist sikh sunni shia orthodox arabic mandarin cantonese hindi urdu farsi
swahili bengali tamil spanish-speaking anglican mennonite islamic islamist democrat democrats republican republicans
conservative conservatives socialist socialists liberal liberals"""
"""Peoples without a row of their own, beliefs, languages and party members: adjectives that name nobody in particular."""


def _read() -> tuple[dict[str, frozenset[str]], frozenset[str], frozenset[str]]:
    countries: dict[str, frozenset[str]] = {}
    people, places = set(_NAMELESS.split()), set()
    for row in _TABLE.strip().splitlines():
        country, _, rest = row.partition(": ")
        demonyms, _, others = rest.partition(" | ")
        here = {d.strip() for d in demonyms.split(",")}
        people |= here
        there = {country, *(o.strip() for o in others.split(","))} - {""}
        places |= there
        for name in here | there:
            countries[_key(name)] = countries.get(_key(name), frozenset()) | {country}
    return countries, frozenset(map(_key, people)), frozenset(map(_key, places))


def _key(name: str) -> str:
    return name.replace("-", " ").replace("'", "")


COUNTRIES, DEMONYMS, PLACES = _read()
"""Folded name -> the countries it may stand for; folded names of peoples; folded names of countries and their seats."""
