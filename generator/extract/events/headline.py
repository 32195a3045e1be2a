"""A reading with its statements -> title and summary, where the article states none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.extract.events.candidates import Candidate, candidates_in
from generator.extract.events.own_tense import in_own_tense
from generator.extract.events.statements import as_stated
from generator.extract.grammar.capitals import capitalised
from generator.extract.grammar.naming import in_running_text, is_proper, named
from generator.extract.grammar.shortening import shortened
from generator.extract.grammar.trimming import subject_of, without_edges
from generator.extract.grammar.wording import spell
from generator.extract.reading import Actor, Reading
from generator.extract.times.date_meanings import DAYS
from generator.language.tree import Token
from generator.model import Draft, What, When

LONGEST_TITLE = 90
"""Characters."""
SHORTEST_TITLE = 30
"""Characters: a cut never leaves less."""
SUMMARY_STATEMENTS = 2
LONGEST_SOURCE = 8
"""Words."""
WORDS = re.compile(r"[\w.,]*\w")
SHORT_WORD = 3
"""Letters of words that hardly tell anything, as a rule."""
REPEATED = 0.8
"""Share of a statement's content words from which a title has told it."""
HOURS = "(?: (?:morning|afternoon|evening|night))?"
DAY = re.compile(
    rf"(?:(?:on |early |late )?(?:{'|'.join(DAYS)})|yesterday){HOURS}|today", re.IGNORECASE
)
"""What a headline leaves out: the page shows the day beside it."""
JOINING = rf"(?:and|or|to|until) (?i:{'|'.join(DAYS)})"
"""What makes a day the first of several, of which none is left out."""
ALONE = "".join(rf"(?<!\b{word})" for word in ("and", "or", "to", "until"))
"""What a day is not the last of several behind."""


def add_headline(reading: Reading, draft: Draft) -> Draft:
    """Return the draft with a title and a summary."""
    source = reading.document.article.source
    title = source.title or _title(reading, draft) or draft.title
    summary = reading.document.article.standfirst or _summary(reading, draft, title)
    return draft.model_copy(update={"title": title, "summary": summary})


def _title(reading: Reading, draft: Draft) -> str:
    """Return the main statement without its day, as short as a title must be."""
    told = _without_days(_told(reading, draft.what).rstrip("."), draft.when)
    if len(told) > LONGEST_TITLE:
        tries = (
            _shortened(reading, draft),
            _shortened(reading, draft, hard=True),
        )
        told = next((title for title in tries if title), told)
    return capitalised(told) if len(told) <= LONGEST_TITLE else _broken_off(told)


def _shortened(reading: Reading, draft: Draft, *, hard: bool = False) -> str | None:
    """Return the main statement up to where a phrase of it ends that fits a title, if one does."""
    told = [e.sentence for what in draft.what[:1] for e in what.evidence if e.sentence is not None]
    sentences = (reading.document.sentences[at] for at in told)
    found = (c for sentence in sentences for c in candidates_in(reading, sentence))
    main = next((c for c in found if c.text == draft.what[0].statement), None)
    if main is None:
        return None

    def worded(tokens: list[Token]) -> str:
        stated = in_own_tense(reading, main.sentence, tokens, main.attribution)
        return _without_days(spell(reading, main.sentence, stated) or "", draft.when)

    def fits(tokens: list[Token]) -> bool:
        return len(worded(tokens)) <= LONGEST_TITLE

    stated = _from_subject(main, as_stated(main.sentence, main.head))
    short = shortened(main.sentence, stated, main.head, fits, hard=hard)
    needed = {main.head, *main.sentence.children(main.head, "obj", "xcomp", "ccomp")} & {*stated}
    bare = shortened(main.sentence, _bare(main, stated), main.head, fits, hard=hard)
    tries = (tokens for tokens in (short, bare) if needed <= {*tokens})
    titles = (worded(tokens) for tokens in tries if not _misses(main, tokens[-1]))
    return next((t for t in titles if SHORTEST_TITLE <= len(t) <= LONGEST_TITLE), None)


def _misses(main: Candidate, last: Token) -> bool:
    """Say whether a title ends in a verb that goes on with what was cut: "met [with the mayor]"."""
    sentence = main.sentence
    active = last.tag.startswith("VB") and sentence.child(last, "aux:pass") is None
    behind = sentence.children(last, "obj", "obl", "xcomp", "ccomp", "compound:prt")
    return active and any(sentence.subtree(t)[0].index == last.index + 1 for t in behind)


def _from_subject(main: Candidate, tokens: Sequence[Token]) -> list[Token]:
    """Return a statement without what opens it, such as "On 3 May,"; an "if" stays."""
    subject = subject_of(main.sentence, main.head)
    opening = [
        t for t in main.sentence.children(main.head) if t.label.startswith(("obl", "advmod"))
    ]
    if subject is None or subject.index > main.head.index:
        return list(tokens)
    start = main.sentence.subtree(subject)[0].index
    gone = {t.index for o in opening if o.index < start for t in main.sentence.subtree(o)}
    return list(without_edges([t for t in tokens if t.index not in gone]))


def _bare(main: Candidate, tokens: Sequence[Token]) -> list[Token]:
    """Return a statement with a subject of no more than what it is and whose or what it is of."""
    subject = subject_of(main.sentence, main.head)
    own = main.sentence.subtree(subject) if subject is not None else ()
    beside = (t for t in own if t.label in {"acl", "acl:relcl", "appos", "nmod"})
    loose = [t for t in beside if main.sentence.subtree(t)[0].text.lower() != "of"]
    gone = {t.index for one in loose for t in main.sentence.subtree(one)}
    gone |= {t.index for t in own if t.text == "," and {t.index - 1, t.index + 1} & gone}
    return [t for t in tokens if t.index not in gone]


def _without_days(text: str, times: Sequence[When]) -> str:
    """Return a sentence without the times that only say which day of the week it was."""
    for day in (t.text for t in times if DAY.fullmatch(t.text)):
        told = rf"(?:early |late )?{re.escape(day)}"
        left = re.sub(rf"^{told},? |{ALONE},? {told}(?= (?!{JOINING})|,|$)", "", text)
        text = left if len(left) >= SHORTEST_TITLE else text
    return text


def _told(reading: Reading, statements: Sequence[What]) -> str:
    """Return the main statement; where nothing is stated, how the article begins."""
    if statements:
        return statements[0].statement
    opening = next((s for s in reading.document.sentences if s.tokens), None)
    return reading.document.words(opening.start, opening.end) if opening else ""


def _broken_off(text: str) -> str:
    return text[: LONGEST_TITLE - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def _summary(reading: Reading, draft: Draft, title: str) -> str | None:
    """Return the first statements that the title leaves, each with whom it rests on.

    What somebody denies or is accused of takes more words than a summary has.
    """
    told = [w for w in draft.what if not (w.attributed_to and w.status in {"denied", "disputed"})]
    if len(told) > SUMMARY_STATEMENTS and _is_in_title(title, told[0].statement):
        told = told[1:]
    return " ".join(_with_source(reading, w) for w in told[:SUMMARY_STATEMENTS]) or None


def _is_in_title(title: str, statement: str) -> bool:
    """Tell whether a title says by itself nearly all that a statement does."""
    words = {w for w in WORDS.findall(statement.casefold()) if len(w) > SHORT_WORD}
    return len(words & set(WORDS.findall(title.casefold()))) >= REPEATED * len(words)


def _with_source(reading: Reading, statement: What) -> str:
    """Return a statement as a sentence that says by whose account it holds."""
    source = next(iter(statement.attributed_to), "")
    actor = reading.actor(source)
    words = _called(reading, actor) if actor else source
    told = words.casefold() in statement.statement.casefold()
    if told or source == statement.actor or len(words.split()) > LONGEST_SOURCE:
        return statement.statement
    worded = words[0].lower() + words[1:] if words.startswith(("The ", "A ", "An ")) else words
    return f"{statement.statement[:-1]}, according to {worded.removesuffix('.')}."


def _called(reading: Reading, actor: Actor) -> str:
    """Return an actor's name; of unnamed people "officials", "a source"."""
    if is_proper(reading, actor) or not actor.anonymous:
        return named(reading, actor)
    words = in_running_text(reading, actor)
    article = "" if actor.kind != "person" else "an " if words[0] in "aeiou" else "a "
    return f"{article}{words}"
