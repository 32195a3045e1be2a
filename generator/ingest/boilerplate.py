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
    r"read (?:more|also|next|the full (?:story|article))\s*(?::|\Z|>|»|—|\|)",
    r"(?:also read|watch|listen|read|must[ -]read|don['’]t miss|in pictures|gallery)\s*[:|]",
    r"read (?:or|and) share this\b",
    r"related(?: (?:stories|articles|topics|content|coverage))?\s*(?::|\Z)",
    r"more (?:on this story|from|stories)\b[^.]*\Z",
    r"(?:(?:latest|top|other) (?:news|stories|headlines)|most (?:read|viewed|popular)"
    r"|recommended(?: for you| stories| reading)?|trending(?: now)?|newsletters?|loading"
    r"|you may also like|(?:log|sign) in|play video|back to top)\W*\Z",
    r"see also\s*:",
    r"(?:(?:story|article) )?highlights\W*\Z|key (?:points|takeaways)\W*\Z|at a glance\W*\Z",
    r"(?:sign up|subscribe) (?:to|for|now|today|here)\b",
    r"[^.!?]{3,160}\byour inbox\b",
    r"(?:invalid e-?mail|thank you for (?:subscribing|signing up)|an error has occurred"
    r"|please (?:re-enter|try again later|enter a valid|verify you)|you must select"
    r"|(?:sign up )?receive (?:occasional|our|the latest) [^.]{3,60}(?:offers|updates|news)"
    r"|view all [^.]{3,60} newsletters|your browser|you must be using"
    r"|(?:media|video) playback|this (?:video|content) (?:can ?not|could not) be)\b",
    r"(?:follow|like|join|find) us on\b",
    r"follow [\w.’' -]{3,60} on (?:twitter|x|facebook|instagram|threads|bluesky|telegram)\b",
    r"(?:reach|contact|e-?mail|write to) [\w.’' -]{3,60} (?:at|via) \S+@",
    r"[\w.’' -]{2,60} can be (?:reached|contacted|followed|e-?mailed) (?:on|at|via)\b",
    r"(?:share|tweet|email|print|save|comments?|whatsapp|copy link)\W*\Z",
    r"share (?:this|on)\b[^.]*\Z",
    r"(?:click|tap) (?:here|to)\b",
    r"scroll down for\b",
    r"(?:image|picture|photo|media|video) (?:copyright|caption|credit|source)\b",
    r"(?:photo(?:graph)?|pic(?:ture)?|image|video|credit|file photo)s?(?: by| credit)?\s*:",
    r"(?:got|have) a (?:news )?(?:tip|story)\b",
    r"(?:do you know more|were you there|contact the (?:author|reporter|newsroom))\b",
    r"(?:(?:©|\(c\)|copyright)\s(?:©|\(c\)|\d|by\b)|(?:©|\(c\)))",
    r"all rights reserved\b",
    r"\((?:(?:additional )?reporting|writing|editing|compiled|produced) (?:by|from)\b",
    r"(?:additional )?(?:reporting|writing|editing|compiled) (?:by|from) (?-i:(?:(?:[A-Z][\w.’'-]*+"
    r"|and|at|agencies|for|in|of|staff|the|wires)(?:, | |))++)(?:;|\Z)",
    r"contribut(?:ing|ors?)(?: reporters?)?\s*:",
    r"[^.!?]{3,120} contributed (?:reporting|to this (?:report|story|article|piece))\b",
    r"with (?:additional |agency )?(?:inputs?|reporting|files) from\b",
    r"(?:correction|clarification|editor['’]s note|notes? to editors)s?\b[^.:]{0,30}:",
    r"an earlier version of this\b",
    r"(?:last )?updated (?:at |on )?\d[^.]{0,40}(?:\.\d\d[^.]{0,20})?\Z",
    r"(?:key events|comments? \(\d+\)|this (?:live )?(?:page|blog|feed) is (?:now )?closed)\W*\Z",
    r"this (?:story|article|report|piece|interview|conversation) (?:was|has been) (?:first "
    r"|originally |also |lightly )?(?:published|updated|corrected|produced|translated|edited"
    r"|condensed)\b",
    r"the post .{3,200} appeared first on\b",
    r"(?:for immediate release|(?:press|news|media) release|under embargo|embargoed)\b[^.]{0,60}\Z",
    r"(?:we use|this (?:site|website) uses) cookies\b",
    r"\d+ (?:min(?:ute)?s?(?: read)?|comments?|shares?)\Z",
    r"[&?] ?\w+ ?= ?\S*\Z|\W*(?:E \d% .{0,12})?(?:[a-z\d]+-){3,}[a-z\d]+\Z",  # scraps of an address
    r"[^\n]{0,200}\bphotos?: ?[\w ./-]{2,40}\Z",  # a caption with its credit
    r"[{\W]{0,3}\\ ?[*a-z]",  # codes of a word processor
)
_BOILERPLATE = re.compile("|".join(f"(?:{opening})" for opening in _OPENINGS), re.IGNORECASE)

_LAST_LINE = re.compile(r"[-–—/]*\s?(?:ENDS|Ends|ends)\s?[-–—/]*|[-–—]\s?30\s?[-–—]|#(?: ?#){2}")

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
    line = paragraph.lstrip(" *_>•·|[-–—")
    if not _BOILERPLATE.match(line[:300]):
        return False
    return len(paragraph.split()) <= MAX_WORDS


def is_last_line(paragraph: str) -> bool:
    """Tell the line with which a press release ends: "ENDS", "-30-", "# # #"."""
    return _LAST_LINE.fullmatch(paragraph.strip(" *_")) is not None


def without_widgets(paragraph: str) -> str:
    """Take out the words of share buttons, sign-ups and players that ran into a paragraph."""
    picture = _PICTURE_ABOVE.match(paragraph)
    return _WIDGETS.sub("", paragraph[picture.end() if picture else 0 :]).strip()
