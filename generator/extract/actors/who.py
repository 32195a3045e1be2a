"""A reading's actors -> the who of a draft: those who play a part, the main event's first."""

from __future__ import annotations

from generator.extract.actors.bystanders import is_bystander
from generator.extract.actors.gathering import is_outlet, mentions_of
from generator.extract.actors.leads import told_verb
from generator.extract.actors.mentions import Name
from generator.extract.actors.metonyms import acts
from generator.extract.actors.prominence import speaks
from generator.extract.grammar.naming import is_proper
from generator.extract.grammar.status import DEMANDS
from generator.extract.reading import Actor, Mention, Reading, evidence, evidence_around
from generator.extract.words.lexicon import PATIENT_VERBS
from generator.language.morphology import lemma
from generator.model import Draft, Evidence, Who

UNIQUE = frozenset(
    """army cabinet government military navy opposition parliament police prosecution prosecutors
    regime troops""".split()
)
"""Bodies of which an article has one; "the agency" alone is one that has been named."""
SOURCES = frozenset("source sources official officials person people".split())
"""Unnamed sources of whom nothing is told: they count as sources and are listed as no actors."""
RELATIONAL = frozenset(
    """colleague colleagues customer customers employees families father friend friends husband
    leaders members mother others parents readers relatives son supporters users viewers widow
    wife""".split()
)
"""People who are nobody without whose they are."""
FACELESS = SOURCES | frozenset("passengers residents men women children".split())
"""People of whom only their number is told."""
VAGUE = frozenset("many most other several some various".split())
VAST = frozenset("hundreds thousand thousands million millions".split())
"""Numbers of people too many to act."""
NUMBERS = VAST | frozenset(
    """two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred
    dozen dozens scores many several some most more than over about around nearly almost up to least
    other""".split()
)
PAPERS = frozenset(
    """advertiser argus bulletin chronicle courier dispatch echo enquirer examiner gazette herald
    inquirer register reporter sentinel tribune""".split()
)
"""What a newspaper calls itself; another's it would name in full."""
LEAD = 2
"""Sentences at the start that tell the main event."""
WEIGHTS = {
    "headline": 6.0,
    "headline subject": 6.0,
    "lead subject": 5.0,
    "lead": 2.0,
    "speaks": 0.5,
    "mention": 0.4,
}
"""How much each part weighs when actors are put in order; mentions count up to MOST_MENTIONS.
Set on the development articles of the six-questions gold standard (who, hit@1)."""
MOST_MENTIONS = 8


def find_who(reading: Reading, draft: Draft) -> Draft:
    """Return the draft with its who."""
    listed = [actor for actor in reading.actors if _plays_a_part(reading, actor)]
    ranked = sorted(listed, key=lambda actor: -_part(reading, actor))
    return draft.model_copy(update={"who": tuple(_who(reading, actor) for actor in ranked)})


def _who(reading: Reading, actor: Actor) -> Who:
    return Who(
        id=actor.id,
        name=actor.name,
        kind=actor.kind,
        role=actor.role,
        aliases=actor.aliases,
        mentions=len(mentions_of(actor, "name", "short", "metonym", "demonym")),
        evidence=_evidence(reading, actor),
    )


def _plays_a_part(reading: Reading, actor: Actor) -> bool:
    """Say whether an actor does something; a publisher is none unless the news is about it."""
    if _is_publisher(reading, actor) and not _in_headline(reading, actor):
        return False
    if is_bystander(reading, actor) and not _in_headline(reading, actor):
        return False
    if actor.kind == "country":
        return any(_acts(reading, m) for m in mentions_of(actor, "name", "metonym"))
    proper = is_proper(reading, actor)
    if not proper and not _tells_who(reading, actor):
        return False
    if actor.anonymous or not (proper or _is_one_of_somebodys(reading, actor)):
        office = proper and any(_is_subject(reading, m) for m in actor.mentions)
        speaks = actor.id in reading.speakers and (office or actor.kind != "person")
        return speaks or office or _in_lead(reading, actor) or _presses(reading, actor)
    return True


def _tells_who(reading: Reading, actor: Actor) -> bool:
    """Say whether an unnamed actor's words tell who that is: "the agency", "86 people" do not.

    Whoever the lead is about is told of even so: "Seven people were killed".
    """
    words = actor.name.lower().split()
    counted = all(w in NUMBERS or w[:1].isdigit() for w in words[:-1])
    if (counted and words[-1] in RELATIONAL) or (len(words) == 1 and words[0] in SOURCES):
        return False
    if counted and words[-1] in FACELESS:
        few = not any("," in word or word in VAST for word in words)
        return few and _in_lead(reading, actor)
    if actor.kind == "person" and (_is_somebodys(reading, actor) or _is_met(reading, actor)):
        return False
    if actor.kind == "group" and sum(word not in VAGUE for word in words) == 1:
        return _in_lead(reading, actor) or len(actor.mentions) > 1
    if len(words) > 1 or actor.kind == "group":
        return True
    return words[0] in UNIQUE or (actor.kind == "person" and _in_lead(reading, actor))


def _is_somebodys(reading: Reading, actor: Actor) -> bool:
    """Say whether an unnamed person is known by another alone: "his rival", "a spokesman"."""
    m = actor.mentions[0]
    tokens = reading.document.sentences[m.sentence].tokens
    return tokens[m.first].tag == "PRP$" or tokens[m.head].text.lower().startswith("spokes")


def _is_one_of_somebodys(reading: Reading, actor: Actor) -> bool:
    """Say whether a body is the only one of its kind, or told by a name: "the Halm government"."""
    m = actor.mentions[0]
    tokens = reading.document.sentences[m.sentence].tokens[m.first : m.last]
    own = tokens[0].text.lower() not in {"a", "an"} and any(
        t.text[:1].isupper() and t.index > 0 for t in tokens
    )
    return actor.kind == "organisation" and (own or actor.name.lower().split()[-1] in UNIQUE)


def _is_met(reading: Reading, actor: Actor) -> bool:
    """Say whether an unnamed person is one that the text speaks of as met: "the nominee"."""
    m = actor.mentions[0]
    tokens = reading.document.sentences[m.sentence].tokens
    owned = any(t.tag == "POS" for t in tokens[m.first : m.head])
    return m.sentence >= LEAD and tokens[m.first].text.lower() in {"the", "this"} and not owned


def _is_publisher(reading: Reading, actor: Actor) -> bool:
    publisher = (reading.document.article.source.publisher or "").casefold()
    names = {actor.name.casefold(), *(alias.casefold() for alias in actor.aliases)}
    short = publisher.split()[-1] if is_outlet(actor) and publisher else publisher
    own = {publisher, f"the {publisher}", short} - {"", "the "}
    return bool(names & (own | PAPERS))


def _acts(reading: Reading, mention: Mention) -> bool:
    sentence = reading.document.sentences[mention.sentence]
    return acts(Name(sentence, mention.first, mention.last, "", ""))


def _in_lead(reading: Reading, actor: Actor) -> bool:
    return any(m.sentence < LEAD and _is_subject(reading, m) for m in actor.mentions)


def _presses(reading: Reading, actor: Actor) -> bool:
    """Say whether an unnamed actor demands, asks or accuses somewhere."""
    told = [m.sentence for m in actor.mentions if _is_subject(reading, m)]
    roots = (reading.document.sentences[at].root for at in told)
    return any(lemma(root.text, root.tag) in PATIENT_VERBS | DEMANDS for root in roots)


def _is_subject(reading: Reading, mention: Mention) -> bool:
    """Say whether a mention is the subject of what a sentence tells, or joined with it.

    Not who only says it, behind it: "Six died, police said".
    """
    sentence = reading.document.sentences[mention.sentence]
    token = sentence.tokens[mention.head]
    while token.label in {"conj", "flat", "compound", "appos"} and token.head >= 0:
        token = sentence.tokens[token.head]
    return token.label.startswith("nsubj") and token.head == told_verb(sentence).index


def _part(reading: Reading, actor: Actor) -> float:
    """Return how large a part an actor plays: in the headline, in the lead, then by mentions."""
    spoke = sum(_only_speaks(reading, m) for m in actor.mentions)
    score = WEIGHTS["mention"] * min(len(actor.mentions) - spoke, MOST_MENTIONS)
    score += WEIGHTS["speaks"] * (actor.id in reading.speakers)
    for m in actor.mentions:
        if m.sentence < LEAD:
            subject = _is_subject(reading, m)
            score += (WEIGHTS["lead subject"] if subject else WEIGHTS["lead"]) / (m.sentence + 1)
    score += _in_headline(reading, actor)
    return score - 4.0 * is_outlet(actor)


def _only_speaks(reading: Reading, mention: Mention) -> bool:
    """Say whether a mention tells only who said something, and no more of the story."""
    sentence = reading.document.sentences[mention.sentence]
    return mention.kind == "role" and speaks(sentence, sentence.tokens[mention.head])


def _in_headline(reading: Reading, actor: Actor) -> float:
    """Return the weight of an actor's place in the headline: the earlier the better."""
    title = (reading.document.article.source.title or "").casefold()
    surname = [actor.name.split()[-1]] if actor.kind == "person" else []
    forms = [actor.name, *actor.aliases, *surname]
    places = [at for form in forms if len(form) > 2 and (at := title.find(form.casefold())) >= 0]
    if not places:
        return 0.0
    return WEIGHTS["headline"] + WEIGHTS["headline subject"] * (1 - min(places) / len(title))


def _evidence(reading: Reading, actor: Actor) -> tuple[Evidence, ...]:
    """Return the sentence part around the first full mention, and the words of the role."""
    document = reading.document
    full = [m for m in actor.mentions if document.words(m.start, m.end).endswith(actor.name)]
    first = (full or list(actor.mentions))[0]
    sentence = document.sentences[first.sentence]
    found = [evidence_around(document, sentence, first.first, first.last)]
    if actor.role_span and not (found[0].start or 0) <= actor.role_span.start < (found[0].end or 0):
        found.append(evidence(document, actor.role_span.start, actor.role_span.end))
    return tuple(found)
