"""Lines of a page that are not the article: advertisements, sign-ups, credits, calls to share."""

from __future__ import annotations

import re

MAX_WORDS = 40
"""A longer paragraph is the article's, whatever it begins with."""

_OPENINGS = (
    r"advertisement\W*\Z",
    r"advertising\W*\Z",
    r"article continues (?:below|after)\b",
    r"story continues (?:below|after)\b",
    r"read (?:more|also|next|the full (?:story|article))\s*(?::|\Z|>|»|—)",
    r"also read\s*:",
    r"related (?:stories|articles|topics|content|coverage)?\s*(?::|\Z)",
    r"more (?:on this story|from|stories)\b[^.]*\Z",
    r"see also\s*:",
    r"(?:sign up|subscribe) (?:to|for|now|today|here)\b",
    r"get [^.!?]{3,60} (?:in|to) your inbox\b",
    r"(?:follow|like|join|find) us on\b",
    r"(?:share|tweet|email|print|save|comments?|whatsapp|copy link)\W*\Z",
    r"share (?:this|on)\b[^.]*\Z",
    r"(?:click|tap) (?:here|to)\b",
    r"scroll down for\b",
    r"(?:image|picture|photo|media|video) (?:copyright|caption|credit|source)\b",
    r"(?:photo|picture|image|video|file photo)s?(?: by)?\s*:",
    r"(?:got|have) a (?:news )?(?:tip|story)\b",
    r"(?:do you know more|were you there|contact the (?:author|reporter|newsroom))\b",
    r"(?:©|\(c\)|copyright)\s",
    r"all rights reserved\b",
    r"\((?:(?:additional )?reporting|writing|editing|compiled|produced) by\b",
    r"(?:additional )?(?:reporting|writing|editing|compiled) by [A-Z]",
    r"this (?:story|article|report|piece) (?:was|has been) (?:first |originally |also )?"
    r"(?:published|updated|corrected|produced|translated)\b",
    r"the post .{3,200} appeared first on\b",
    r"(?:for immediate release|(?:press|news|media) release|under embargo|embargoed)\b[^.]{0,60}\Z",
    r"(?:we use|this (?:site|website) uses) cookies\b",
    r"-?\s?(?:ends|30|###)\s?-?\Z",
    r"\d+ (?:min(?:ute)?s?(?: read)?|comments?|shares?)\Z",
)
_BOILERPLATE = re.compile("|".join(f"(?:{opening})" for opening in _OPENINGS), re.IGNORECASE)

# Widgets whose words run into the article's where a page was flattened to one line.
_WIDGETS = re.compile(
    r"(?:click to (?:share|email|print)[^.()]{1,60}\(opens in new window\) ?)+"
    r"|get [^.!?]{3,60} (?:in|to) your inbox \+? ?subscribe thank you for subscribing!?"
    r"(?: could not subscribe, try again later)?(?: invalid email)? ?"
    r"|(?:share this with )?(?:facebook|twitter|whatsapp)"
    r"(?: (?:messenger|facebook|twitter|whatsapp|email|pinterest|linkedin)){2,} ?"
    r"|video loading video unavailable(?: click to play tap to play)?"
    r"(?: the video will start in \d+ ?cancel)?(?: play now)? ?"
    r"|\bscroll down for video\b ?"
    r"|(?:advertisement )?continue reading the main story ?",
    re.IGNORECASE,
)


_PICTURE_ABOVE = re.compile(r"(?:Photo|Video|Image|Picture) (?=[A-Z]{4})")


def is_boilerplate(paragraph: str) -> bool:
    """Tell whether a whole paragraph is the page's and not the article's."""
    line = paragraph.lstrip(" *_>•·|[")
    if not _BOILERPLATE.match(line[:300]):
        return False
    return len(paragraph.split()) <= MAX_WORDS


def without_widgets(paragraph: str) -> str:
    """Take out the words of share buttons, sign-ups and players that ran into a paragraph."""
    picture = _PICTURE_ABOVE.match(paragraph)
    return _WIDGETS.sub("", paragraph[picture.end() if picture else 0 :]).strip()
