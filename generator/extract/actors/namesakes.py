"""A short name and the people that it may be short for -> the one who is meant, or nobody of them.

Newswire gives a bare surname to whom a story is about; relatives keep their full names.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.extract.actors.genders import FEMALE, FEMALE_WORDS, MALE, MALE_WORDS
from generator.extract.actors.groups import Group, nearest
from generator.extract.actors.mentions import Name
from generator.extract.actors.role_words import Role
from generator.extract.actors.roles import find_role
from generator.extract.words import given_names, names
from generator.extract.words.titles import RELATIVES

SPOUSES = RELATIVES | {"lady"}
"""What the roles of those tell whom an office beside their surname does not mean."""
BESIDE = 6
"""Words before a full name that may say whose relative that is: "His son, the cellist Ali Orr"."""
FOR_WOMEN = frozenset({"mrs", "ms", "miss"})
FOR_MEN = frozenset({"mr", "sir"})

RoleOf = Callable[[Group], Role | None]


def meant_by(name: Name, full: Sequence[Group], text: str, role_of: RoleOf) -> Group | None:
    """Return the group of whoever a short name means; None where it is somebody else's."""
    fits = _addressed(name, [g for g in full if not _is_in_role(name, role_of(g))])
    title = find_role(name, text)
    if _is_told_apart(name, fits, title, role_of):
        return None
    chief = [g for g in fits if not _is_kin(g, role_of)] or fits
    if len(name.text.split()) == 1 and len(fits) > 1 and _address(name) in FOR_WOMEN:
        chief = fits
    return _by_role(chief, title, role_of) or nearest(chief, name) if chief else None


def _is_in_role(name: Name, role: Role | None) -> bool:
    """Say whether a name only tells whose somebody is: "Ali Bo Khan, a son of Bo Khan"."""
    return role is not None and role.span.start <= name.tokens[0].start < role.span.end


def _address(name: Name) -> str:
    before = name.sentence.tokens[: name.first][-1:]
    return names.fold(before[0].text.rstrip(".")) if before else ""


def _addressed(name: Name, full: Sequence[Group]) -> Sequence[Group]:
    """Return the groups that a form of address leaves: "Mrs Orr" is nobody's husband."""
    address = _address(name)
    if address not in FOR_WOMEN | FOR_MEN:
        return full
    other, own = ("m", "f") if address in FOR_WOMEN else ("f", "m")
    known = {group.number: _gender(group) for group in full}
    surely = [g for g in full if known[g.number] == own and address in FOR_WOMEN]
    perhaps = [g for g in full if known[g.number] != other]
    if len(full) == 1:
        return full if perhaps or address in FOR_WOMEN else []
    subjects = [g for g in perhaps if g.rows[0][0].head.label.startswith("nsubj")]
    return surely or (subjects if len(subjects) == 1 else perhaps)


def _gender(group: Group) -> str:
    """Return "f" or "m" as the words around somebody's names tell, "" where they do not."""
    words = names.core(group.label)
    if len(words) > 1 and (sex := given_names.sex_of(words[0])):
        return sex
    beside = _words(group) | {_address(name) for name, _ in group.rows}
    if beside & FEMALE_WORDS:
        return "f"
    if beside & MALE_WORDS:
        return "m"
    # Where nobody else is named, "she" is mostly theirs.
    there = (n.sentence for n, _ in group.rows)
    alone = (s for s in there if sum(e.type == "PERSON" for e in s.entities) == 1)
    told = {t.text.lower() for s in alone for t in s.tokens}
    if bool(told & FEMALE) == bool(told & MALE):
        return ""
    return "f" if told & FEMALE else "m"


def _is_told_apart(name: Name, full: Sequence[Group], title: Role | None, role_of: RoleOf) -> bool:
    """Say whether a title is none of the namesakes', who are named later: "President Orr".

    Nor does it mean his wife, who was named before: "the first lady, Ada Orr".
    """
    if title is None:
        return False
    known = [role_of(group) for group in full]
    told = [set(names.fold(role.text).split()) if role else set() for role in known]
    if any(min(n.place for n, _ in group.rows) < name.place for group in full) and not all(
        t & SPOUSES for t in told
    ):
        return False
    office = names.fold(title.text).split()[-1]
    return office in names.OFFICES and all(words and office not in words for words in told)


def _is_kin(group: Group, role_of: RoleOf) -> bool:
    """Say whether somebody is met as a relative: a bare surname is not theirs in newswire."""
    role = role_of(group)
    return bool({*names.fold(role.text if role else "").split(), *_words(group)} & RELATIVES)


def _words(group: Group) -> set[str]:
    """Return the words that stand before somebody's first full name, within a phrase of it."""
    name = group.rows[0][0]
    before = name.sentence.tokens[max(0, name.first - BESIDE) : name.first]
    words: set[str] = set()
    for token in reversed(before):
        if token.tag.startswith("VB") or token.text in {";", ".", '"', "and"}:
            break
        words.add(names.fold(token.text.rstrip(".")))
    return words


def _by_role(groups: Sequence[Group], title: Role | None, role_of: RoleOf) -> Group | None:
    """Return the namesake whose role shares a word with the role given to a short name."""
    if title is None or len(groups) < 2:
        return None
    # "a cousin of the president" is a cousin: not the namesake who is the president.
    own = names.fold(title.text).split(" of ")[0]
    words = set(own.split()) - {"the", "a", "and", "for"}
    for group in groups:
        known = role_of(group)
        if known and words & set(names.fold(known.text).split()):
            return group
    return None
