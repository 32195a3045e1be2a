"""An "it" or "they" that stands for a thing, to the noun just before that it takes up."""

from __future__ import annotations

from generator.extract.grammar.trimming import kept_tokens, phrase
from generator.extract.grammar.wording import spell
from generator.extract.reading import Reading
from generator.language.tree import Sentence, Token

_ROLE_ORDER = {"obj": 0, "nsubj:pass": 1, "nsubj": 2, "obl": 3}
_SHARES = frozenset("part share half number rest kind lot".split())


def preceding(reading: Reading, sentence: Sentence) -> Sentence | None:
    """Return the sentence before."""
    return reading.document.sentences[sentence.index - 1] if sentence.index else None


def antecedent(reading: Reading, sentence: Sentence, pronoun: Token) -> str | None:
    """Return "the" and the noun that an "it" or "they" most likely takes up, where one is near."""
    plural = pronoun.text.lower() in {"they", "them", "their", "these", "those"}
    earlier = preceding(reading, sentence)
    places = [(sentence, [t for t in sentence.tokens if t.index < pronoun.index])]
    if earlier and earlier.paragraph == sentence.paragraph and pronoun.label != "nsubj:pass":
        places.append((earlier, list(earlier.tokens)))
    for near, tokens in places:
        nouns = [
            t
            for t in sorted(tokens, key=lambda t: (_ROLE_ORDER.get(t.label, 9), -t.index))
            if t.label in _ROLE_ORDER and _can_stand(reading, near, t, plural=plural)
        ]
        if nouns:
            far = near is not sentence and pronoun.label == "obj"
            rivals = {t.text.lower() for t in nouns if far or t.label == nouns[0].label}
            leads = nouns[0].label.startswith("nsubj")
            vague = len(rivals) > 1 or (far and plural and not leads)
            return None if vague else _definite(reading, near, nouns[0])
    return None


def _can_stand(reading: Reading, sentence: Sentence, noun: Token, *, plural: bool) -> bool:
    if noun.text.lower() in _SHARES or (noun.label == "obl" and sentence.child(noun, "case")):
        return False
    if noun.label.startswith("nsubj") and noun.index > noun.head:
        return False  # "is long, the mayor said": the parse took the speaker for a second subject
    if noun.tag not in {"NN", "NNS", "NNP"} or reading.actor_at(sentence.index, noun.index):
        return False
    if noun.tag == "NNP" and not sentence.child(noun, "det"):
        return False  # "the River Don", not "Paris"
    return (noun.tag == "NNS") is plural


def _definite(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
    if noun.tag == "NNP" and any(t.text.lower() == "the" for t in sentence.children(noun)):
        return spell(reading, sentence, phrase(sentence, noun))
    below = {"compound", "amod", "nummod", "nmod:poss"}
    owned = sentence.child(noun, "nmod:poss") is not None
    before = (t for t in kept_tokens(sentence, noun) if t.index <= noun.index)
    kept = [t for t in before if t is noun or _top(sentence, noun, t) in below]
    text = spell(reading, sentence, kept)
    return text if owned or text is None else f"the {text}"


def _top(sentence: Sentence, noun: Token, token: Token) -> str:
    at = token
    while at.head != noun.index and at.head >= 0:
        at = sentence.tokens[at.head]
    return at.label.split(":")[0] if at.label != "nmod:poss" else at.label
