"""A verb of asking to whether somebody asks for something with it, now and in earnest."""

from __future__ import annotations

from generator.extract.grammar.clauses import verb_group
from generator.extract.grammar.trimming import subject_of
from generator.extract.questions.claims import tells_of_self
from generator.extract.questions.point import can_speak
from generator.extract.questions.question_grammar import verb_of
from generator.extract.reading import Reading
from generator.language.tree import Sentence, Token

RECOMMENDING = frozenset({"recommend", "propose", "advise"})
_PAPERS = frozenset({"report", "paper", "review", "inquiry", "study", "document", "letter"})
"""What recommends things as people do."""
PLEADING = frozenset({"petition", "letter", "campaign"})
"""What asks for things in its signers' name: "a petition calling on the council to"."""
_LONG_AGO = frozenset("long once previously originally initially seldom rarely".split())
_RESOLVING = frozenset("vote decide agree resolve write".split())
"""What people do who ask together, or on paper: "voted to ask", "wrote to her asking"."""


def is_asking(reading: Reading, sentence: Sentence, verb: Token) -> bool:
    """Tell whether a verb is of a request that stands: not "had asked", "called it a hoax"."""
    other = _is_aside(sentence, verb) or _is_other(sentence, verb)
    return not (other or _is_of_teller(reading, sentence, verb))


def can_ask(reading: Reading, sentence: Sentence, verb: Token, asker: Token) -> bool:
    """Tell whether somebody asks, if only a pronoun that means people, or a paper in their name."""
    actor = reading.actor_at(sentence.index, asker.index)
    unnamed = asker.tag == "PRP" and actor is not None and actor.anonymous
    if unnamed and not _is_resolved(sentence, verb):
        return False  # "a person close to the talks said that he had asked for more": not they
    somebody = asker.text.lower() in {"he", "she", "they", "some", "many", "others"}
    paper = verb_of(verb) in RECOMMENDING and verb_of(asker) in _PAPERS
    return somebody or paper or asker.text in PLEADING or can_speak(reading, sentence, asker)


def _is_other(sentence: Sentence, verb: Token) -> bool:
    """Tell "called it a hoax" and "likes it" from "called for", "would like it to be"."""
    if verb_of(verb) == "like":
        return verb_group(sentence, verb).modal != "would"
    behind = sentence.tokens[verb.index + 1 : verb.index + 2]
    return verb_of(verb) == "call" and not (
        behind and behind[0].text.lower() in {"for", "on", "upon"}
    )


def _is_aside(sentence: Sentence, verb: Token) -> bool:
    noun = sentence.head(verb) if verb.label == "acl" else None
    if noun is not None and noun.text in PLEADING and verb.tag == "VBG":
        return False  # "a petition calling on"
    group = verb_group(sentence, verb)
    above = sentence.head(verb) if verb.label == "conj" else verb
    told = above is not None and above.label == "ccomp"  # "said it was late and had asked"
    past_perfect = group.perfect and group.past and not told
    phrasal = sentence.child(verb, "compound:prt") is not None
    resolved = _is_resolved(sentence, verb)
    bare = verb.tag == "VBG" and not (resolved or sentence.child(verb, "aux"))
    joined = resolved or _is_joined(sentence, verb)
    return (
        past_perfect
        or phrasal
        or bare
        or group.modal in {"should", "could", "can", "must", "may", "might"}
        or any(t.text.lower() in _LONG_AGO for t in sentence.children(verb, "advmod"))
        or (verb.label.startswith(("acl", "advcl", "xcomp")) and not joined)
    )


def _is_joined(sentence: Sentence, verb: Token) -> bool:
    """Recognise "issued a statement, demanding a halt": one demands it as one does the rest."""
    return verb_of(verb) == "demand" and verb.tag in {"VBG", "VB"}


def _is_resolved(sentence: Sentence, verb: Token) -> bool:
    """Recognise "voted to ask for a delay", "have written to the club asking for a guarantee"."""
    above = sentence.head(verb) if verb.label in {"xcomp", "advcl"} else None
    form = "VBG" if above is not None and verb_of(above) == "write" else "VB"
    resolving = above is not None and verb_of(above) in _RESOLVING and verb.tag == form
    return resolving and above is not None and above.tag in {"VBD", "VBN"}


def _is_of_teller(reading: Reading, sentence: Sentence, verb: Token) -> bool:
    """Recognise "said she was asked to sing": what one tells of oneself is over."""
    above = sentence.head(verb) if verb.label == "ccomp" else None
    asked = sentence.child(verb, "nsubj:pass")
    teller = subject_of(sentence, above) if above else None
    return tells_of_self(reading, sentence, teller, asked)
