"""Tokens of a parsed sentence, some left out or added, to text that reads on its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeGuard

from generator.extract.grammar.capitals import DEMONSTRATIVES, as_worded
from generator.extract.grammar.lines import Line, tidy
from generator.extract.grammar.naming import named
from generator.extract.grammar.pointing import (
    PERSONAL,
    addresses,
    disagrees,
    is_a_share,
    is_named_later,
    is_of_another,
    is_one_of_them,
    is_somebody,
    is_the_tellers,
    may_be_told_of,
    may_be_whose,
    may_go_by,
    may_mean,
    means_another,
    nobody_named,
)
from generator.extract.grammar.trimming import kept_tokens, phrase
from generator.extract.reading import Actor, Mention, Reading
from generator.extract.words.clitics import spelled_out
from generator.extract.words.times import is_time
from generator.language.tree import Sentence, Token

Part = Token | str
"""A word of the sentence, or one of ours."""

_NOBODYS = frozenset(
    "i we you me us my our your mine ours yours myself ourselves yourself hers theirs".split()
)
_IMPERSONAL = frozenset("it its they them their".split())
_PLURAL = frozenset({"they", "them", "their"})
_TERMS = frozenset({"nsubj", "nsubj:pass", "obj"})
_NOMINAL = ("NN", "CD")


def spell(
    reading: Reading, sentence: Sentence, parts: Sequence[Part], known: Iterable[str] = ()
) -> str | None:
    """Return the parts as text with names for pronouns and roles; None if a pronoun stays open.

    `known` are the ids of actors named before: pronouns may refer to them.
    """
    before = set(known)
    line = Line(seen=before, nominal=bool(before), things=bool(before))
    at = 0
    while at < len(parts):
        part = parts[at]
        if isinstance(part, str):
            line.add(part, None, None, "")
            line.seen |= {actor for actor, name in reading.names.items() if name == part}
            at += 1
            continue
        named = line.latest or reading.mention_at(sentence.index, part.index)
        step = _add_mention(line, reading, sentence, parts[at:]) if named else 0
        if not step:
            other = line.person is None and means_another(
                reading, sentence, part, line.seen, line.nouns
            )
            full = _for_a_thing(line, reading, sentence, parts, part)
            if full is None and (other or _dangles(line, reading, sentence, parts, part)):
                return None
            if full is None and (line.latest or not line.text):
                full = spelled_out(sentence, part)
            word = full or _ending(line, reading, part) or as_worded(reading, sentence, part)
            line.add(word, None if full else part, part, reading.document.text)
            step = 1
            line.person = part if is_somebody(sentence, part) else line.person
        if part.tag.startswith(_NOMINAL):
            line.nouns.add(part.index)
        terms = [p for p in parts[at : at + step] if _is_a_term(p)]
        line.things = line.things or bool(terms)
        line.several = line.several or any(p.tag == "NNS" for p in terms)
        at += step
    return tidy(line.text)


def _ending(line: Line, reading: Reading, part: Token) -> str | None:
    """Return the bare apostrophe of "Kestrel Foods'", where the text had "Kestrel's"."""
    actor = reading.actor(line.latest) if part.tag == "POS" and line.text.endswith("s") else None
    return part.text[:1] if actor is not None and actor.kind != "person" else None


def _add_mention(line: Line, reading: Reading, sentence: Sentence, parts: Sequence[Part]) -> int:
    """Add the name for a mention that starts here; return how many parts it stands for."""
    first = parts[0]
    assert isinstance(first, Token)  # noqa: S101 (narrows the type; the caller has checked)
    mention = reading.mention_at(sentence.index, first.index)
    actor = reading.actor_at(sentence.index, first.index)
    if not mention or not actor:
        return int(addresses(reading, sentence, parts, line.latest))
    again = line.latest == actor.id and mention.kind in {"name", "short"}
    if again and mention.first == first.index:
        line.text = line.text.rstrip(",")  # "the company, Meridian Lines," where both are one
        taken = max(1, min(mention.last - mention.first, len(parts)))
        closing = parts[taken] if taken < len(parts) else None
        return taken + (isinstance(closing, Token) and closing.text == ",")
    known = actor.id in line.seen
    owned = mention.kind != "pronoun" and first.tag == "PRP$" and actor.anonymous
    named_there = owned or _is_called(reading, sentence, parts, actor)
    if named_there or _is_open(line, reading, sentence, parts, actor):
        return 0  # of "Halm counts its users" too: a wrong name would be worse than none
    line.seen.add(actor.id)
    if known or mention.first != first.index or not _wants_name(reading, mention, actor, sentence):
        return 0
    covered = [p for p in parts[: mention.last - mention.first] if isinstance(p, Token)]
    if [t.index for t in covered] != list(range(mention.first, mention.last)):
        return 0
    name = named(reading, actor)
    before = sentence.children(sentence.tokens[mention.head], "det", "amod", "nmod:poss")
    if any(t.index < first.index for t in before):  # "the full House"
        name = name.removeprefix("the ")
    tail = covered[-1].text if covered[-1].tag == "POS" else ""
    if mention.kind == "pronoun" and (first.tag == "PRP$" or first.text in {"hers", "theirs"}):
        tail = "’" if "’" in reading.document.text else "'"
        plural = actor.kind != "person" or name.split()[-1].islower()
        tail += "" if plural and name.endswith("s") else "s"
    line.drop_courtesy(name)
    line.add(name + tail, first, covered[-1], reading.document.text)
    line.latest = actor.id
    line.nominal = True
    return len(covered)


def _is_called(reading: Reading, sentence: Sentence, parts: Sequence[Part], actor: Actor) -> bool:
    """Tell whether the phrase itself goes on to name somebody: "the skipper, known as Josefa"."""
    first = parts[0]
    mention = reading.mention_at(sentence.index, first.index) if isinstance(first, Token) else None
    if mention is None or mention.kind != "role":
        return False
    head = sentence.tokens[mention.head]
    if head.label == "nsubj" and reading.actor_at(sentence.index, head.head) is actor:
        return True  # "the skipper is Josefa"
    more = [t.index for t in sentence.children(head, "conj") if t.index > head.index]
    for name in sentence.children(head, "appos"):  # "the A and B, Ana Reis,"; "the A, mainly B,"
        if sentence.child(name, "advmod") or any(at < name.index for at in more):
            return True
    inside = {
        t.index
        for clause in sentence.subtree(sentence.tokens[mention.head])
        if clause.label == "acl" and clause.tag == "VBN"
        for t in sentence.subtree(clause)
    }
    named = (p.index for p in parts if isinstance(p, Token) and p.index in inside)
    return any(reading.actor_at(sentence.index, at) is actor for at in named)


def _is_open(
    line: Line, reading: Reading, sentence: Sentence, parts: Sequence[Part], actor: Actor
) -> bool:
    """Tell whether a pronoun may mean somebody or something else than it is taken for."""
    first = parts[0]
    if not isinstance(first, Token) or not first.tag.startswith("PRP"):
        return False
    mention = reading.mention_at(sentence.index, first.index)
    if mention is None or mention.kind != "pronoun":
        return False
    things = line.things and not is_the_tellers(reading, sentence, first, actor)
    vague = (things and first.text.lower() in _IMPERSONAL) or may_mean(line.person, first)
    others = (reading.actor(name) for name in line.seen)
    other = actor.kind == "person" and any(a and may_go_by(reading, a, first) for a in others)
    vague = vague or (other and not is_of_another(sentence, first))
    vague = (vague or may_be_whose(sentence, first)) and actor.id not in line.seen
    vague = vague or sentence.child(first, "appos") is not None  # "she, Reis, put a star"
    vague = vague or disagrees(sentence, first, actor) or is_a_share(sentence, first)
    vague = vague or may_be_told_of(reading, sentence, first, actor)
    return vague or is_named_later(reading, sentence, parts[1:], actor)


def _is_a_term(part: Part) -> TypeGuard[Token]:
    return isinstance(part, Token) and part.tag.startswith("NN") and part.label in _TERMS


def _wants_name(reading: Reading, mention: Mention, actor: Actor, sentence: Sentence) -> bool:
    tokens = sentence.tokens[mention.first : mention.last]
    if mention.kind != "pronoun" and (actor.anonymous or reading.is_quoted(tokens[0].start)):
        return False
    if mention.kind == "short":
        acronym = len(tokens) == 1 and tokens[0].text.isupper()
        modifier = sentence.tokens[mention.head].label.startswith("compound")
        head = sentence.tokens[mention.head]
        owned = sentence.child(head, "nmod:poss") is not None  # "Halm's Council"
        return not (acronym or modifier or owned or actor.kind == "country")
    if mention.kind == "role":
        several = actor.kind != "person" and actor.name.endswith("s") and " " not in actor.name
        if several and sentence.tokens[mention.head].tag == "NN":
            return False  # "the group was" is no "the Bertis was"
        # "the minister of health" is no "Ana Reis of health"
        after = sentence.tokens[mention.last : mention.last + 1]
        whose = any(t.tag == "IN" and sentence.tokens[t.head].head == mention.head for t in after)
        shown = tokens[0].tag in {"DT", "PRP$"} and tokens[0].text.lower() not in {"a", "an"}
        return shown and not whose
    return mention.kind == "pronoun" and not tokens[0].text.lower().endswith(("self", "selves"))


def _dangles(
    line: Line, reading: Reading, sentence: Sentence, parts: Sequence[Part], token: Token
) -> bool:
    """Tell whether a word points at something that the text so far does not name."""
    low = token.text.lower()
    if token.tag in {"PRP", "PRP$"}:
        return _is_unknown(line, reading, sentence, parts, token)
    if low in {"latter", "former"} and token.label != "amod":
        return not (line.nominal or line.nouns)
    if low == "one" and is_one_of_them(sentence, token, line.nouns):
        return True
    if token.tag in {"DT", "PDT", "JJ"} and low in DEMONSTRATIVES:
        followed = sentence.child(token, "acl:relcl", "nmod", "acl")
        after = sentence.tokens[token.index + 1 : token.index + 2]  # "began this Monday"
        set_before = token.label.startswith("det") or any(map(is_time, after))
        those_days = low in {"that", "those"} and is_time(sentence.tokens[token.head])
        return low == "such" or (those_days if set_before else not followed)
    return False


def _is_unknown(
    line: Line, reading: Reading, sentence: Sentence, parts: Sequence[Part], pronoun: Token
) -> bool:
    """Tell whether the text so far names nothing that a pronoun may mean."""
    low = pronoun.text.lower()
    if pronoun.label.startswith("expl") or low.endswith(("self", "selves")):
        return False
    mention = reading.mention_at(sentence.index, pronoun.index)
    who = reading.actor_at(sentence.index, pronoun.index)
    ahead = parts[parts.index(pronoun) :] if mention and mention.kind == "pronoun" else ()
    told_of = low in PERSONAL or pronoun.tag == "PRP$"
    if told_of and who and is_named_later(reading, sentence, ahead, who):
        return False  # "In his first year, Orr won"
    lost = low in PERSONAL and nobody_named(reading, sentence, line.seen, line.nouns)
    if low in _NOBODYS or lost:
        return True
    if line.nominal or line.seen:
        return False
    others = line.nouns.difference(t.index for t in sentence.path_to_root(pronoun))
    if low in {"it", "its"}:  # which is none of the "musicians" who "sing it"
        others = {at for at in others if sentence.tokens[at].tag not in {"NNS", "NNPS"}}
    return not others or _is_elsewhere(line, reading, sentence, parts, pronoun)


def _for_a_thing(
    line: Line, reading: Reading, sentence: Sentence, parts: Sequence[Part], pronoun: Token
) -> str | None:
    """Return what an "it" takes up of its own sentence, where the text leaves that out."""
    if line.nominal or not _is_elsewhere(line, reading, sentence, parts, pronoun):
        return None
    there, noun = reading.things[(sentence.index, pronoun.index)]
    return definite(reading, sentence, sentence.tokens[noun]) if there == sentence.index else None


def _is_elsewhere(
    line: Line, reading: Reading, sentence: Sentence, parts: Sequence[Part], pronoun: Token
) -> bool:
    """Tell whether an "it" or "they" takes up a thing that the text does not name."""
    place = reading.things.get((sentence.index, pronoun.index))
    nearer = line.several and pronoun.text.lower() in _PLURAL
    if place is None or pronoun.tag == "PRP$" or nearer or is_a_share(sentence, pronoun):
        return False
    named = {p.index for p in parts if isinstance(p, Token)}
    noun = sentence.tokens[place[1]] if place[0] == sentence.index else None
    beside = noun.head if noun is not None and noun.label == "appos" else -1
    return noun is None or not named & {noun.index, beside}


def definite(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
    """Return "the" and the noun that something is called by, without what more is said of it."""
    if noun.tag == "NNP" and any(t.text.lower() == "the" for t in sentence.children(noun)):
        return spell(reading, sentence, phrase(sentence, noun))
    below = {"compound", "amod", "nummod", "nmod:poss"}
    owned = sentence.child(noun, "nmod:poss")
    before = (t for t in kept_tokens(sentence, noun) if t.index <= noun.index)
    kept = [t for t in before if t is noun or _top(sentence, noun, t) in below]
    text = spell(reading, sentence, kept)
    if text is None and owned is not None and owned.tag == "PRP$":
        text, owned = spell(reading, sentence, [t for t in kept if t is not owned], ("",)), None
    name = noun.tag == "NNP" and not sentence.child(noun, "det")
    return text if owned or name or text is None else f"the {text}"


def _top(sentence: Sentence, noun: Token, token: Token) -> str:
    at = token
    while at.head != noun.index and at.head >= 0:
        at = sentence.tokens[at.head]
    return at.label.split(":")[0] if at.label != "nmod:poss" else at.label
