"""Tell the name of a publisher from that of a person, a place, a section and a headline."""

from __future__ import annotations

import re

OUTLET_WORDS = frozenset(
    """
    abc advertiser afp agencia agence agency ansa ap argus associated bbc beacon broadcasting
    bulletin business cable cbc cbs channel chronicle clarion cnn correo courier daily diario
    dispatch dpa echo
    economist efe enquirer evening examiner express fox gazette globe guardian hebdo herald
    independent inquirer insider interfax itv jornal journal kurier ledger magazine mail
    media mercury messenger mirror monde monitor morning nbc network networks news newspaper
    newswire npr observer online pbs pioneer politico post press radio record register
    reporter republic reuters review rte sentinel service spectator standard star sun tass
    telegraph television tide times today tribune tv upi voice weekly wire world xinhua
    zeitung
    """.split()
)
"""Words that the names of news outlets are made of; one of them makes a short line a publisher."""

SECTIONS = frozenset(
    """
    africa americas asia australia canada china india
    analysis arts breaking business climate comment crime culture education election
    elections entertainment environment europe exclusive explainer fact-check feature
    features finance health home international law lifestyle local markets money national
    news opinion politics region science society sport sports story tech technology top
    travel uk update us world
    """.split()
)
"""A line of nothing but these is a section's name."""

_PLACE_OPENINGS = frozenset(
    """
    abu addis buenos cape east hong kuala la las los mount new north phnom port rio saint
    san santa santo sao south sri st tel west
    """.split()
)
_PLACE_WORDS = frozenset(
    """
    airport arena avenue bay beach bridge castle cathedral center centre church city college
    county court district ground hall hill hospital hotel house island lake mosque park palace
    plaza port province river road school square stadium station street temple town university
    valley village
    """.split()
)
_PARTICLES = frozenset(
    """
    a al and bin da de del della der di do dos du e el for ibn in la las le los of on the
    van von y & - –
    """.split()
)
_JOB = re.compile(r"(?:\w+ ){0,2}(?:correspondent|reporter|editor|writer) (?:of|for|at) ", re.I)
_JOBS = frozenset("columnist correspondent editor producer reporter writer".split())
"""What somebody is at an outlet: “By Ada Orr, Business Editor” names none."""
_EDITION = re.compile(
    r",? (?:the )?(?!(?:news|press|wire) )(?:\w+ ){1,2}(?:edition|desk|service|section)\Z"
    r"| \([^()]+ (?:edition|service)\)\Z",
    re.IGNORECASE,
)
_DOMAIN = re.compile(r"(?:www\.)?[\w-]{2,60}(?:\.[a-z]{2,10}){1,2}", re.IGNORECASE)
_ACRONYM = re.compile(r"(?:[A-Z]{2,6}|(?:[A-Z]\.){2,5})")
MAX_WORDS = 7
"""No outlet's name has more words (“The Press Trust of India News Agency”)."""


def publisher_name(text: str) -> str:
    """Leave out what is not the name: “El Correo del Llano, English edition”."""
    return _EDITION.sub("", _JOB.sub("", text, 1)).strip(" ,;:()[]")


def is_section(text: str) -> bool:
    """Tell a section's name or a kicker, such as “Health > Cybersecurity”, from a headline."""
    parts = [part.strip(" :").lower() for part in re.split(r"[>/|&·]| and ", text)]
    return any(part in SECTIONS for part in parts) and len(text.split()) <= 2 * len(parts) - 1


def is_outlet(text: str) -> bool:
    """Tell whether a short text names a publisher: by an outlet's word, an acronym or a domain."""
    name = publisher_name(text)
    if not is_name(name) or is_section(name) or name.split()[-1].lower() in _JOBS:
        return False
    if _is_acronym(name) or _DOMAIN.fullmatch(name):
        return True
    return any(
        word.strip("'’s").lower() in OUTLET_WORDS or word.lower() in OUTLET_WORDS
        for word in name.split()
    )


def _is_acronym(name: str) -> bool:
    """Tell JNS and TASS from PARIS and OSLO, which datelines write in capitals too."""
    vowels = sum(letter in "AEIOUY" for letter in name)
    return bool(_ACRONYM.fullmatch(name)) and (len(name) <= 3 or vowels <= 1 or "." in name)


def is_name(text: str) -> bool:
    """Tell whether every word but the particles has a capital and none ends a sentence."""
    words = text.split()
    if not 0 < len(words) <= MAX_WORDS or text[-1] in "?!:;,…" or any(c in text for c in '“”"?!:;'):
        return False
    if _DOMAIN.fullmatch(text):
        return True
    content = [word for word in words if word.lower() not in _PARTICLES]
    return (
        bool(content)
        and all(
            _is_capitalised(word) or (word[0].isdigit() and len(content) > 1) for word in content
        )
        and not (text.endswith(".") and not _ACRONYM.fullmatch(words[-1]))
    )


def _is_capitalised(word: str) -> bool:
    """Recognise "Mail", and "eThekwini" too."""
    return any(letter.isupper() for letter in word[:2])


def is_person(text: str) -> bool:
    """Tell whether a text of two to four capitalised words may be a person's name."""
    words = text.split()
    return (
        2 <= len(words) <= 5
        and is_name(text)
        and not is_outlet(text)
        and not is_section(text)
        and words[0].lower() not in _PLACE_OPENINGS
        and words[-1].lower() not in _PLACE_WORDS | _JOBS
        and not any(c.isdigit() for c in text)
    )
