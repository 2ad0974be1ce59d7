"""From a matched form to a date: one reader for each pattern of :mod:`checker.text.date_words`.

A reader gets the match, the text and the day of publication (None if unknown) and returns None where the form turns out
to be no date.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from checker.text import date_words as w
from checker.text.date_model import DateKind, DateMention
from checker.types import Span

Reader = Callable[["re.Match[str]", str, "date | None"], "DateMention | None"]

SATURDAY = 5
"""As :meth:`datetime.date.weekday` counts."""
SENTENCE_REACH = 120
"""Characters before a mention in which a word of the future ("will", "scheduled") speaks for it: about one clause."""


def _mention(
    match: re.Match[str], kind: DateKind, span: tuple[date, date] | None = None, **known: object
) -> DateMention:
    earliest, latest = span or (None, None)
    return DateMention(
        Span(*match.span()),
        earliest,
        latest,
        kind,
        match[0],
        span is not None,
        **known,  # type: ignore[arg-type]
    )


def _future(match: re.Match[str], text: str) -> bool:
    before = text[max(0, match.start() - SENTENCE_REACH) : match.start()]
    clause = re.split(r"[.;!?]\s", before)[-1]
    return w.FUTURE.search(clause) is not None


OLD_YEAR = 1800
"""News that names "the 1848 revolutions" is rare, news that names those of 1500 or 1700 by their year rarer than so many of a thing."""


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _full_date(match: re.Match[str], text: str, anchor: date | None) -> DateMention | None:
    groups = match.groupdict()
    month = w.MONTHS[match["month"]] if match["month"] in w.MONTHS else int(match["month"])
    day, last = int(match["day"]), int(groups.get("last") or match["day"])
    year = int(match["year"]) if match["year"] else None
    if not 1 <= month <= 12 or day > monthrange(year or 2024, month)[1] or last > monthrange(year or 2024, month)[1]:
        return None
    weekday = w.WEEKDAYS.get(groups.get("weekday") or "")
    assumed = year if year is not None else _nearest_year(month, day, anchor, _future(match, text))
    first = _safe(assumed, month, day) if assumed else None
    final = _safe(assumed, month, last) if assumed else None
    if first and weekday is None and last == day:
        weekday = first.weekday()
    span = (min(first, final), max(first, final)) if first and final else None
    if last != day:
        return _mention(match, DateKind.RANGE, span, year=year, month=month, inferred=year is None)
    return _mention(match, DateKind.DAY, span, year=year, month=month, day=day, weekday=weekday, inferred=year is None)


def _nearest_year(month: int, day: int, anchor: date | None, future: bool) -> int | None:
    if anchor is None:
        return None
    years = range(anchor.year - (not future), anchor.year + 2)
    candidates = [d for y in years if (d := _safe(y, month, day)) and (d >= anchor or not future)]
    return min(candidates, key=lambda d: abs((d - anchor).days)).year if candidates else None


def _slashed(match: re.Match[str], text: str, anchor: date | None) -> DateMention | None:
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    if one != two and one <= 12 and two <= 12:
        return None
    found = _safe(year, two, one) if one > 12 or one == two else _safe(year, one, two)
    if found is None:
        return None
    return _mention(
        match, DateKind.DAY, (found, found), year=year, month=found.month, day=found.day, weekday=found.weekday()
    )


def _month_year(match: re.Match[str], text: str, anchor: date | None) -> DateMention | None:
    year, month = int(match["year"]), w.MONTHS[match["month"]]
    return _mention(match, DateKind.MONTH, _month(year, month), year=year, month=month)


def _month_alone(match: re.Match[str], text: str, anchor: date | None) -> DateMention | None:
    name, before = match["month"], text[max(0, match.start() - 12) : match.start()]
    after = text[match.end() : match.end() + 2]
    if name in w.MONTH_IS_NAME and not w.MONTH_CUE.search(before):
        return None
    if name in w.MONTH_IS_NAME and after[:1] == " " and after[1:].isupper():
        return None
    month = w.MONTHS[name]
    if anchor is None:
        return _mention(match, DateKind.MONTH, month=month)
    year = (
        anchor.year + (1 if month < anchor.month else 0)
        if _future(match, text)
        else anchor.year - (month > anchor.month)
    )
    return _mention(match, DateKind.MONTH, _month(year, month), month=month, inferred=True)


def _year(match: re.Match[str], text: str, anchor: date | None) -> DateMention | None:
    cued = w.YEAR_CUE.search(text[max(0, match.start() - 12) : match.start()])
    if w.NOT_A_YEAR.match(text, match.end()) and not (cued and cued[0].lower().startswith(("in", "since", "by"))):
        return None
    # old and round years stand before a plural less often than counts do: "1500 flats", "2000 new houses"; not "the 1848 revolutions"
    year = int(match["year"])
    countable = year < OLD_YEAR if cued and cued[0].lower().startswith("the") else not cued and (year < 1900 or year % 100 == 0)
    if countable and w.COUNTED_NEXT.match(text, match.end()):
        return None
    if re.search(
        r"\b(?:about|some|than|least|nearly|almost|over|roughly|around)[ ]$",
        text[max(0, match.start() - 9) : match.start()],
    ):
        return None
    if text[match.end() : match.end() + 1] == "-" and not cued:
        return None
    return _mention(match, DateKind.YEAR, (date(year, 1, 1), date(year, 12, 31)), year=year)


def _years(match: re.Match[str], text: str, anchor: date | None) -> DateMention | None:
    first, last = int(match["year"]), match["last"]
    final = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    if final <= first or w.NOT_A_YEAR.match(text, match.end()):
        return None
    return _mention(match, DateKind.RANGE, (date(first, 1, 1), date(final, 12, 31)))


def _decade(match: re.Match[str], text: str, anchor: date | None) -> DateMention | None:
    year = int(match["year"]) if match["year"] else (2000 if int(match["short"]) <= 20 else 1900) + int(match["short"])
    return _mention(match, DateKind.DECADE, (date(year, 1, 1), date(year + 9, 12, 31)))


def _century(match: re.Match[str], text: str, anchor: date | None) -> DateMention | None:
    number = int(match["number"]) if match["number"] else w.ORDINALS[match["word"]]
    if match["bc"] or number < 1:
        return None
    first = (number - 1) * 100 + 1
    return _mention(match, DateKind.CENTURY, (date(first, 1, 1), date(first + 99, 12, 31)))


def _part_of_year(match: re.Match[str], text: str, anchor: date | None) -> DateMention | None:
    groups = match.groupdict()
    names = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1": 1, "2": 2, "3": 3, "4": 4}
    half = groups.get("part") == "half"
    if half and not match["year"]:
        return None
    parts, length = (2, 6) if half else (4, 3)
    which = names.get(match["which"], parts)
    if which > parts:
        return None
    if match["which"] in ("last", "final"):
        return _mention(match, DateKind.RELATIVE) if not match["year"] else None
    if not match["year"]:
        return _mention(match, DateKind.QUARTER, month=which * length - length + 1)
    year = int(match["year"])
    span = _month(year, which * length - length + 1)[0], _month(year, which * length)[1]
    return _mention(match, DateKind.QUARTER, span, year=year, month=span[0].month)


def _weekday(match: re.Match[str], text: str, anchor: date | None) -> DateMention | None:
    number, which = w.WEEKDAYS[match["weekday"]], match["which"] or ""
    if anchor is None or match[0].endswith("s"):
        return _mention(match, DateKind.WEEKDAY, weekday=number)
    if which in ("next", "this coming") or which not in ("last", "this") and _future(match, text):
        day = anchor + timedelta((number - anchor.weekday() - 1) % 7 + 1)
    else:
        day = anchor - timedelta((anchor.weekday() - number) % 7)
    return _mention(match, DateKind.WEEKDAY, (day, day), weekday=number, inferred=True)


def _nearby(match: re.Match[str], text: str, anchor: date | None) -> DateMention | None:
    word = match["word"].lower()
    if anchor is None or word == "overnight":
        return _mention(match, DateKind.RELATIVE)
    day = anchor + timedelta({"yesterday": -1, "tomorrow": 1}.get(word, 0))
    return _mention(match, DateKind.RELATIVE, (day, day), weekday=day.weekday(), inferred=True)


def _relative(match: re.Match[str], text: str, anchor: date | None) -> DateMention | None:
    which, unit = match["which"].lower(), match["unit"].lower()
    step = {"last": -1, "next": 1, "this": 0}.get(which)
    if anchor is None or step is None or unit not in ("week", "month", "year"):
        return _mention(match, DateKind.RELATIVE)
    if unit == "week":
        monday = anchor - timedelta(anchor.weekday()) + timedelta(7 * step)
        return _mention(match, DateKind.RELATIVE, (monday, monday + timedelta(6)), inferred=True)
    if unit == "year":
        year = anchor.year + step
        return _mention(match, DateKind.RELATIVE, (date(year, 1, 1), date(year, 12, 31)), inferred=True)
    index = anchor.year * 12 + anchor.month - 1 + step
    return _mention(match, DateKind.RELATIVE, _month(index // 12, index % 12 + 1), inferred=True)


def _weekend(match: re.Match[str], text: str, anchor: date | None) -> DateMention | None:
    """Saturday and Sunday. On a weekend itself, and with "this", nobody can tell which one is meant without a verb."""
    which, future = (match["which"] or "").lower(), _future(match, text)
    if anchor is None or anchor.weekday() >= SATURDAY or which == "this" and not future:
        return _mention(match, DateKind.RELATIVE)
    saturday = anchor + timedelta(SATURDAY - anchor.weekday())
    if which == "last" or which != "next" and not future:
        saturday -= timedelta(7)
    return _mention(match, DateKind.RELATIVE, (saturday, saturday + timedelta(1)), inferred=True)


def _ago(match: re.Match[str], text: str, anchor: date | None) -> DateMention | None:
    number = w.SMALL.get(match["number"].lower()) or int(match["number"])
    unit = match["unit"].lower()
    if anchor is None or match["way"].lower() != "ago":
        return _mention(match, DateKind.RELATIVE)
    if unit in ("day", "week"):
        day = anchor - timedelta(number * (7 if unit == "week" else 1))
        # "two weeks ago" is said of the days around that day as well.
        slack = timedelta(3 if unit == "week" else 0)
        return _mention(match, DateKind.RELATIVE, (day - slack, day + slack), approx=unit == "week", inferred=True)
    if unit == "month":
        index = anchor.year * 12 + anchor.month - 1 - number
        return _mention(match, DateKind.RELATIVE, _month(index // 12, index % 12 + 1), approx=True, inferred=True)
    year = anchor.year - number * (10 if unit == "decade" else 1)
    if year < 1:
        return _mention(match, DateKind.RELATIVE)
    return _mention(match, DateKind.RELATIVE, (date(year, 1, 1), date(year, 12, 31)), approx=True, inferred=True)


def _beside(match: re.Match[str], text: str, anchor: date | None) -> DateMention | None:
    """Which day or year that is, :mod:`checker.text.dates` finds out: it depends on the date named before."""
    return _mention(match, DateKind.RELATIVE)


def _day_alone(match: re.Match[str], text: str, anchor: date | None) -> DateMention | None:
    return _mention(match, DateKind.DAY, day=int(match["day"][:-2]))


def _clock(match: re.Match[str], text: str, anchor: date | None) -> DateMention | None:
    approx, zone, sure = bool(match["approx"]), match["zone"] or "", True
    if match["half"]:
        minutes = int(match["hour"]) % 12 * 60 + int(match["minute"] or 0) + (720 if match["half"] == "p" else 0)
    elif match["military"]:
        minutes = int(match["military"][:2]) * 60 + int(match["military"][2:])
    elif match["dotted"]:
        minutes, sure = int(match["dotted"]) % 12 * 60 + int(match["minute12"]), False
    elif match["hour24"]:
        minutes = int(match["hour24"]) * 60 + int(match["minute24"])
        sure = not 60 <= minutes < 780 or match["hour24"].startswith("0")
    else:
        hour = w.SMALL.get(match["oclock"]) or int(match["oclock"])
        minutes, sure = hour % 12 * 60, False
    part = w.PART_OF_DAY.match(text[match.end() : match.end() + 40])
    if not sure and part:
        minutes, sure = _in_part(minutes, part["part"]), True
    return _mention(match, DateKind.CLOCK, minutes=minutes % 1440, zone=zone, half_day=sure, approx=approx)


def _in_part(minutes: int, part: str) -> int:
    """Minutes of a twelve-hour clock moved into a part of the day."""
    late = part in ("afternoon", "evening") or part == "night" and minutes % 720 >= 300
    return minutes % 720 + (720 if late else 0)


def _noon(match: re.Match[str], text: str, anchor: date | None) -> DateMention | None:
    return _mention(
        match, DateKind.CLOCK, minutes=0 if match["word"] == "midnight" else 720, approx=bool(match["approx"])
    )


def _hour_of_weekday(match: re.Match[str], text: str, anchor: date | None) -> DateMention | None:
    minutes = _in_part(int(match["hour"]) % 12 * 60, match["part"])
    hour = Span(match.start(), match.end("hour"))
    known = _mention(match, DateKind.CLOCK, minutes=minutes, approx=match[0].lower().startswith(("about", "around")))
    return replace(known, span=hour, text=hour.of(text))


READERS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (w.ISO, _full_date),
    (w.SLASHED, _slashed),
    (w.DAY_MONTH, _full_date),
    (w.MONTH_DAY, _full_date),
    (w.MONTH_YEAR, _month_year),
    (w.CLOCK, _clock),
    (w.NOON, _noon),
    (w.HOUR_OF_WEEKDAY, _hour_of_weekday),
    (w.CENTURY, _century),
    (w.DECADE, _decade),
    (w.PART_OF_YEAR, _part_of_year),
    (w.QUARTER, _part_of_year),
    (w.YEARS, _years),
    (w.YEAR, _year),
    (w.WEEKDAY, _weekday),
    (w.DAY_BESIDE, _beside),
    (w.YEAR_BESIDE, _beside),
    (w.AGO, _ago),
    (w.WEEKEND, _weekend),
    (w.RELATIVE, _relative),
    (w.NEARBY, _nearby),
    (w.MONTH, _month_alone),
    (w.DAY_ALONE, _day_alone),
)
"""The most telling forms first: what one has taken, no later one reads."""
