"""Which language a text is in: sure of English, and silent where it cannot tell."""

from __future__ import annotations

import pytest

from checker.ingest.language import language_of

TEXTS = {
    "en": "Fourteen people died when the ferry sank off Bergen on Monday, the coast guard "
    "said. Rescuers searched the area.",
    "fr": "Quatorze personnes sont mortes lundi dans le naufrage d'un ferry au large de "
    "Bergen, a annoncé la police de la ville.",
    "de": "Vierzehn Menschen sind am Montag beim Untergang einer Fähre vor der Küste von "
    "Bergen gestorben, wie die Polizei mitteilte.",
    "es": "Catorce personas murieron el lunes en el naufragio de un transbordador frente a "
    "las costas de Bergen, según la policía.",
    "it": "Quattordici persone sono morte lunedì nel naufragio di un traghetto al largo "
    "della città di Bergen, ha detto la polizia.",
    "pt": "Catorze pessoas morreram na segunda-feira no naufrágio de um ferry ao largo da "
    "cidade de Bergen, disse a polícia.",
    "nl": "Veertien mensen zijn maandag omgekomen bij het zinken van een veerboot voor de "
    "kust van Bergen, aldus de politie.",
    "ja": "月曜日にフェリーが沈没し、14人が死亡したと警察が発表した。",
    "zh": "星期一一艘渡轮在卑尔根附近沉没，造成十四人死亡，警方表示。",
    "ko": "월요일 베르겐 앞바다에서 여객선이 침몰해 14명이 숨졌다고 경찰이 밝혔다.",
    "ru": "Паром затонул в понедельник у берегов Бергена, сообщила полиция. Погибли четырнадцать человек.",
    "ar": "غرقت العبارة يوم الاثنين قبالة ساحل بيرغن، مما أسفر عن مقتل أربعة عشر شخصا.",
    "he": "המעבורת טבעה ביום שני מול חופי ברגן וארבעה עשר בני אדם נהרגו.",
    "hi": "सोमवार को बर्गन के तट पर नौका डूबने से चौदह लोगों की मौत हो गई।",
    "el": "Το πλοίο βυθίστηκε τη Δευτέρα κοντά στο Μπέργκεν, είπε η αστυνομία.",
    "th": "เรือข้ามฟากจมลงเมื่อวันจันทร์นอกชายฝั่งเบอร์เกน มีผู้เสียชีวิตสิบสี่คน",
}


@pytest.mark.parametrize(("language", "text"), TEXTS.items())
def test_languages(language: str, text: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    "text",
    [
        TEXTS["en"] + " “Nous avons prévenu les armateurs,” said the mayor of Le Havre.",
        TEXTS["en"] + " " + TEXTS["fr"],
        TEXTS["en"] + " The name of the ship, 安娜, was painted in red.",
        "The De La Cruz family of San Juan, La Paz and El Paso said that the Los Angeles "
        "office had been closed on Monday.",
        "Die-hard fans of the band Die Toten Hosen waited in the rain for hours, and the "
        "police closed the road to the hall.",
    ],
)
def test_english_with_other_words_is_english(text: str) -> None:
    assert language_of(text) == "en"


@pytest.mark.parametrize(
    "text",
    [
        "BERGEN, Norway (AP) — Police arrested three men Monday after thieves stole "
        "paintings worth $3 million from a museum.",
    ],
)
def test_english_with_few_small_words_is_at_least_not_foreign(text: str) -> None:
    assert language_of(text) in ("en", "und")


@pytest.mark.parametrize(
    "text", ["", "Ferry sinks.", "14 dead", "安", "!!! 123 ???", "Ferry sinks off Bergen, fourteen dead"]
)
def test_too_short_to_tell(text: str) -> None:
    assert language_of(text) == "und"


@pytest.mark.parametrize(
    ("hint", "language"),
    [("fr", "fr"), ("fr-CA", "fr"), ("JA", "ja"), ("en_US", "en"), ("xx", "und"), ("", "und"), (None, "und")],
)
def test_a_hint_decides_only_where_the_text_does_not(hint: str | None, language: str) -> None:
    assert language_of("Ferry sinks.", hint) == language
    assert language_of(TEXTS["de"], hint) == "de"
