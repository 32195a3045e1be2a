"""The names of a document as they are gathered, found again by what two names may have in common.

Comparing each name with every group met so far would take time by the square of a long report.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from generator.extract.actors.mentions import Name
from generator.extract.reading import MentionKind
from generator.extract.words import names
from generator.language.tree import Token
from generator.model import ActorKind

ALIASES = frozenset({"aka", "a.k.a.", "alias", "known"})
ALSO = ALIASES | frozenset(
    """also as better by called commonly formerly locally moniker name nickname often once only
    popularly simply the widely “ \" ‘""".split()
)
"""What leads from one name of somebody to another."""
AMONG = frozenset({"among", "in", "to"})
"""What tells who calls somebody so: "known in boxing circles as"."""


@dataclass(slots=True)
class Group:
    """The names found so far of one actor."""

    kind: ActorKind
    label: str
    number: int
    """Groups are counted in the order in which they were begun."""
    rows: list[tuple[Name, MentionKind]] = field(default_factory=list)


class Groups:
    """All groups, in order."""

    def __init__(self) -> None:
        """Start with none."""
        self._all: list[Group] = []
        self._by_label: dict[tuple[ActorKind, str], Group] = {}
        self._by_key: dict[tuple[ActorKind, str], dict[int, Group]] = {}
        self._by_end: dict[tuple[int, int], list[Group]] = {}

    def __iter__(self) -> Iterator[Group]:
        """Yield the groups in order."""
        return iter(self._all)

    def begin(self, kind: ActorKind, label: str) -> Group:
        """Return a new group, which has no name yet."""
        group = Group(kind, label, len(self._all))
        self._all.append(group)
        self._by_label.setdefault((kind, names.fold(label)), group)
        self._index(group, label)
        return group

    def add(self, group: Group, name: Name, how: MentionKind) -> None:
        """Add a name to a group."""
        group.rows.append((name, how))
        self._by_end.setdefault((name.sentence.index, name.last), []).append(group)
        self._index(group, name.text)

    def _index(self, group: Group, name: str) -> None:
        keys = names.person_keys if group.kind == "person" else names.organisation_keys
        for key in keys(name):
            self._by_key.setdefault((group.kind, key), {})[group.number] = group

    def labelled(self, kind: ActorKind, label: str) -> Group | None:
        """Return the first group with a label, in whatever spelling."""
        return self._by_label.get((kind, names.fold(label)))

    def alike(self, kind: ActorKind, keys: Iterable[str]) -> list[Group]:
        """Return the groups of a kind that have a name with one of the keys, in order."""
        found: dict[int, Group] = {}
        for key in keys:
            found.update(self._by_key.get((kind, key), {}))
        return [found[number] for number in sorted(found)]

    def ending_at(self, sentence: int, last: int) -> list[Group]:
        """Return the groups that have a name which ends before a token."""
        return self._by_end.get((sentence, last), [])


def is_beside_an_agency(name: Name) -> bool:
    """Say whether a lone name is what an agency is called: "the Halm News Agency, Vesna"."""
    tokens, at = name.sentence.tokens, name.first
    beside = at > 1 and [t.text for t in tokens[at - 2 : at]] == ["Agency", ","]
    return beside and len(name.tokens) == 1 and name.head.label == "appos"


def nearest(groups: Sequence[Group], name: Name) -> Group:
    """Return the group mentioned last before a name; the first one where all come later."""
    if len(groups) == 1:
        return groups[0]

    def distance(group: Group) -> tuple[int, int, int]:
        before = [n.place for n, _ in group.rows if n.place < name.place]
        latest = max(before, default=None)
        return (0, -latest[0], -latest[1]) if latest else (1, *group.rows[-1][0].place)

    return min(groups, key=distance)


def also_called(groups: Groups, name: Name, kind: ActorKind) -> list[Group]:
    """Return who has another name just before this one: "Ada Orr, also known as Ace".

    And the body whose full name an acronym follows in brackets, or an agency's call name.
    """
    tokens, at = name.sentence.tokens, name.first
    if known := _known_as(tokens[:at]):
        at = known
    while at and tokens[at - 1].text.lower() in ALSO:
        at -= 1
    between = {t.text.lower() for t in tokens[at : name.first]}
    said = ALIASES & between or {"also", "called"} <= between
    bracket = bool(at) and tokens[at - 1].text == "("
    before = groups.ending_at(name.sentence.index, at - (bracket or tokens[at - 1].text == ","))
    called = kind == "organisation" and is_beside_an_agency(name)
    told = said or called or (bracket and kind == "organisation" and at == name.first)
    return [g for g in before if told and g.kind == kind]


def _known_as(before: Sequence[Token]) -> int:
    """Return the place behind "known" where only among whom one is known so stands before "as"."""
    texts = [t.text.lower() for t in before]
    while texts and texts[-1] in ALSO - ALIASES - {"as", "by"}:
        texts.pop()  # "by the nickname “"
    before = before[: len(texts)]
    if texts[-1:] not in (["as"], ["by"]) or "known" not in texts:
        return 0
    at = len(texts) - texts[::-1].index("known")
    stops = any(t.tag[:2] in {"MD", "VB"} or t.text in {",", "and"} for t in before[at:-1])
    return at if texts[at] in AMONG and not stops else 0
