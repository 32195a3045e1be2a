"""Pieces of the patterns of time expressions: “March”, “Thursday”, “three weeks”, “6 p.m.”."""

from __future__ import annotations

from string import capwords

from generator.extract.times.date_meanings import DAYS, MONTHS, PARTS, SEASONS
from generator.extract.times.day_spans import FEASTS

NAMED_DAYS = "|".join(day.capitalize() for day in DAYS)
NAMED_MONTHS = "|".join(month.capitalize() for month in MONTHS)
SHORT_MONTHS = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?"
WEEKDAY = rf"(?P<weekday>{NAMED_DAYS})"
SHORT_DAYS = r"(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\.?"
WEEKDAY_BEFORE = rf"(?:(?:[Tt]his |[Ll]ast )?(?P<weekday>{NAMED_DAYS}|{SHORT_DAYS}),? (?:the )?)?"
MONTH = rf"(?P<month>(?:{NAMED_MONTHS})(?![a-z])|{SHORT_MONTHS}(?![a-z]))"
DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d:%]|[.,]\d)"
LAST_DAY = r"(?P<last>\d{1,2})(?:st|nd|rd|th)?(?![\d:%])"
YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)(?![\d%]|[.,]\d)"
BETWEEN = r"(?:(?P<between>[Bb]etween) )?"
COMMA_YEAR = rf"(?:,? {YEAR})?"
COUNT = (
    r"(?P<count>\d{1,3}|(?i:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|(?:a )?(?:few|couple of)|several|many|some))"
)
UNIT = r"(?P<unit>minute|hour|day|week|fortnight|weekend|month|quarter|year|decade)"
COUNTED = rf"{COUNT} {UNIT}s?"
PART = rf"(?: (?:{'|'.join(PARTS)}))?"
SEASON = rf"(?:{'|'.join(SEASONS)})"
BOOKS = "academic|business|financial|fiscal|school|tax"
PERIOD = rf"(?:(?:{BOOKS}) )?year|week|weekend|month|quarter|decade|season|term"
MOVING = (
    "Carnival;Chinese New Year;Diwali;Durga Puja;Dussehra;Eid;Eid al-Adha;Eid al-Fitr;Election Day;"
    "Ganesh Chaturthi;Hanukkah;Holi;Independence Day;Labor Day;Labour Day;Lent;Lunar New Year;"
    "Memorial Day;Muharram;National Day;Navratri;Nowruz;Onam;Passover;Pongal;Ramadan;Republic Day;"
    "Rosh Hashanah;Tet;Thanksgiving;Vesak;Yom Kippur"
).split(";")
"""Feasts of other calendars, and those that each country has on its own day."""
NAMED_FEASTS = sorted((*map(capwords, FEASTS), *MOVING), key=len, reverse=True)
FEAST_WORDS = {(name.split()[0], name.split()[-1]) for name in NAMED_FEASTS}
"""The first and the last word of each."""
FEAST = "|".join(NAMED_FEASTS).replace("'", "['’]").replace("St ", r"St\.? ")
SPAN = (
    r"(?:(?P<months>three|six|nine|twelve) months|(?:(?:financial|fiscal|first|second|third|fourth)"
    r" )?(?P<part>quarter|half|year)|(?P<weeks>week|fortnight))"
)
EVENTS = (
    r"(?:election|vote|summit|attack|crash|deadline|referendum|hearing|trial|ceremony|game|final"
    r"|Election Day|Christmas|Easter)"
)
WHICH_YEAR = r"(?:the (?:current )?year|(?P<which>this|last|next) year)\b"
CLOCK = (
    # The first look, at what all of these begin with, makes the search three times as fast.
    r"(?=[\ddmns])(?<![\d:.,$£€])(?:(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)? ?(?:[ap]\.m\.|[ap]m\b)"
    r"|(?:[01]?\d|2[0-3]):[0-5]\d(?![:\d]|\.\d)"
    r"|(?<=at )(?:[01]?\d|2[0-3])\.[0-5]\d(?![\d%]|\.\d| per| \w+ion\b)"
    r"|(?<![a-z])(?:noon|midday|midnight)\b"
    r"|(?:(?<=at )|(?<=by )|(?<=since )|(?<=until )|(?<=after )|(?<=before ))"
    r"(?:dawn|daybreak|dusk|nightfall|sunrise|sunset)\b)"
    r"(?: (?:GMT|UTC|BST|CET|ET|EST|EDT|PT|PST|PDT|local time|Eastern))?"
)
THIS = r"\b(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Cc]oming|[Cc]urrent)"
