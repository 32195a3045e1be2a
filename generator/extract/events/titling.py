"""A statement that is too long for a headline -> the most of it that fits one."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import chain, combinations

from generator.extract.events.candidates import Candidate, candidates_in
from generator.extract.events.own_tense import in_own_tense
from generator.extract.events.statements import CLOSED, as_stated
from generator.extract.grammar.clauses import is_plural_noun
from generator.extract.grammar.dispensable import Part, dispensable
from generator.extract.grammar.shortening import without_loose_end
from generator.extract.grammar.trimming import subject_of, without_edges
from generator.extract.grammar.weights import COUNTING
from generator.extract.grammar.wording import spell
from generator.extract.reading import Reading
from generator.extract.words.ties import marks
from generator.extract.words.times import is_time
from generator.language.morphology import lemma, past
from generator.language.tree import Token
from generator.model import What

MOST_PARTS = 10
"""Parts that are tried with and without: the number of tries doubles with each."""
SLACK = 1.5
"""How much longer than a title the words may be that surnames and clipping might still make fit."""
BY_SURNAME, BRIEFLY, CLIPPED = 5.0, 3.0, 8.0
"""What it weighs that people go by their surnames alone; that a title begins with no article and
has the simple past for the perfect; and that it has no article at all."""
_THINGS = frozenset({"it", "its", "they", "their", "them"})
_SEVERAL = _THINGS - {"it", "its"}
_WITHIN_NAMES = frozenset({"compound", "flat", "nmod:poss", "obl:unmarked", "nmod:desc"})
_COUNTING = rf"(?!{'|'.join(sorted(COUNTING))})"
_OF_WHAT = "".join(rf"(?<!\b{word} of )" for word in ("all", "half", "most", "none", "one", "some"))
_ARTICLE = re.compile(rf"\b{_OF_WHAT}(?:the|an?) {_COUNTING}(?=[a-z\d“\"'‘$€£])")


def short_title(
    reading: Reading, told: What, longest: int, tidied: Callable[[str], str]
) -> str | None:
    """Return what of a statement fits a title, with the least lost; None where nothing does."""
    main = _candidate(reading, told)
    if main is None:
        return None

    def worded(tokens: Sequence[Token]) -> str:
        stated = in_own_tense(reading, main.sentence, tokens, main.attribution)
        return CLOSED.sub(r"\1", tidied(spell(reading, main.sentence, stated) or ""))

    surnames = _surnames(reading)
    stated = _from_subject(main, as_stated(main.sentence, main.head))
    for lost, styles in _tries(_parts(main, stated)):
        tokens = _without(main, stated, lost)
        if sum(len(t.text) + 1 for t in tokens) > longest * SLACK:
            continue
        title = worded(tokens)
        for style in styles:
            title = style(title, main, surnames)
        if title and len(title) <= longest and not _leaves_pronoun(main, stated, lost, title):
            return title
    return None


def _candidate(reading: Reading, told: What) -> Candidate | None:
    """Return the clause that a statement was made from."""
    places = [e.sentence for e in told.evidence if e.sentence is not None]
    found = (c for at in places for c in candidates_in(reading, reading.document.sentences[at]))
    return next((c for c in found if c.text == told.statement), None)


def _from_subject(main: Candidate, tokens: Sequence[Token]) -> list[Token]:
    """Return a statement without what opens it, such as "On 3 May,"; an "if", a "for days" stay."""
    subject = subject_of(main.sentence, main.head)
    if subject is None or subject.index > main.head.index:
        return list(tokens)
    start = main.sentence.subtree(subject)[0].index
    beside = (t for t in main.sentence.children(main.head) if t.index < start)
    opening = [t for t in beside if t.label.startswith(("obl", "advmod"))]
    opening = [t for t in opening if not (is_time(t) and marks(main.sentence, t) == "for")]
    gone = {t.index for o in opening for t in main.sentence.subtree(o)}
    return list(without_edges([t for t in tokens if t.index not in gone]))


def _parts(main: Candidate, stated: Sequence[Token]) -> list[Part]:
    """Return what the statement can lose, the lightest parts."""
    found = dispensable(main.sentence, main.head, stated)
    return sorted(found, key=lambda part: part.weight)[:MOST_PARTS]


def _tries(parts: Sequence[Part]) -> list[tuple[frozenset[int], tuple[Style, ...]]]:
    """Return what to leave out and how to word the rest, the least loss first."""
    sets = chain.from_iterable(combinations(parts, n) for n in range(len(parts) + 1))
    told = [
        (sum(p.weight for p in chosen), frozenset[int]().union(*(p.words for p in chosen)))
        for chosen in sets
    ]
    tries = [(weight + more, lost, style) for weight, lost in told for more, style in STYLES]
    tries.sort(key=lambda row: (row[0], len(row[1])))
    return [(lost, styles) for _, lost, styles in tries]


def _leaves_pronoun(
    main: Candidate, stated: Sequence[Token], lost: frozenset[int], title: str
) -> bool:
    """Say whether what an "it" takes up has gone: "drew the Halm, as it was to close"."""
    sentence, subject = main.sentence, subject_of(main.sentence, main.head)
    words = {*title.split()}
    for pronoun in (t for t in stated if t.text in _THINGS & words and t.index not in lost):
        several = pronoun.text in _SEVERAL
        before = [t for t in stated if t.index < pronoun.index and t.label not in _WITHIN_NAMES]
        nouns = [t for t in before if t.tag.startswith("NN")]
        alike = [t for t in nouns if is_plural_noun(sentence, t) == several]
        if alike and subject not in alike and alike[-1].index in lost:
            return True
    return False


def _without(main: Candidate, stated: Sequence[Token], lost: frozenset[int]) -> list[Token]:
    """Return tokens without some, and without the commas and the "and" that led on to these."""
    listed = {t.index for t in stated if t.label == "conj" and t.index not in lost}
    sentence = main.sentence
    alone = [sentence.subtree(t) for t in stated if t.label == "appos" and t.head in lost]
    closing = {max(t.index for t in words if t.text != ",") + 1 for words in alone}

    def is_stray(mark: Token) -> bool:
        after = sentence.tokens[mark.index + 1 : mark.index + 2]
        if any(t.index not in lost and (t.label, t.tag) == ("advcl", "VBG") for t in after):
            return False  # ", winning the cup" stays set off
        beside = mark.head not in listed and lost & {mark.index - 1, mark.index + 1}
        return mark.text in {",", "-"} and (bool(beside) or mark.index in closing)

    left = [t for t in stated if t.index not in lost and not is_stray(t)]
    return list(without_edges(without_loose_end(left)))


def _surnames(reading: Reading) -> dict[str, str]:
    """Return the surnames and initials that the article uses alone, by the full names."""
    people = [actor for actor in reading.actors if actor.kind == "person"]
    last = [actor.name.split()[-1] for actor in people]
    short = ((a.name, alias) for a in reading.actors for alias in a.aliases)
    bodies = {name: alias for name, alias in short if alias.isupper() and alias.isalpha()}
    return bodies | {
        actor.name: name
        for actor, name in zip(people, last, strict=True)
        if last.count(name) == 1 and name in actor.aliases
    }


def _by_surname(title: str, _: Candidate, surnames: Mapping[str, str]) -> str:
    for name, surname in surnames.items():
        title = title.replace(name, surname)
    return title


def _briefly(title: str, main: Candidate, _: Mapping[str, str]) -> str:
    """Return a title with no article before it, and in the simple past for the perfect."""
    verb, sentence = main.head, main.sentence
    if verb.tag == "VBN" and sentence.child(verb, "aux:pass", "cop") is None:
        simple = past(lemma(verb.text, verb.tag))
        perfect = rf"\b(?:has|have) ((?:\w+ly |already )?){re.escape(verb.text)}\b"
        title = re.sub(perfect, rf"\g<1>{simple}", title, count=1)
    return re.sub(rf"^(?i:the|an?) {_COUNTING}", "", title)


def _clipped(title: str, _: Candidate, __: Mapping[str, str]) -> str:
    """Return a title without any article."""
    return _ARTICLE.sub("", title)


Style = Callable[[str, Candidate, Mapping[str, str]], str]

STYLES: tuple[tuple[float, tuple[Style, ...]], ...] = (
    (0.0, ()),
    (BY_SURNAME, (_by_surname,)),
    (BRIEFLY, (_briefly,)),
    (BY_SURNAME + BRIEFLY, (_by_surname, _briefly)),
    (CLIPPED, (_briefly, _clipped)),
    (BY_SURNAME + CLIPPED, (_by_surname, _briefly, _clipped)),
)
