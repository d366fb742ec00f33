"""What somebody says that another will suffer or has done is his act, and that other's no act at all.

"Moscow said Turkey would face consequences" is a threat of Moscow's, "Burundi said Rwanda had lied" an accusation of Burundi's.
"""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import Filled
from dragoman.coder.grammar.classes import FIGHTING
from dragoman.coder.grammar.slots import is_passive, verb_slots
from dragoman.coder.names.mention import Mention
from dragoman.coder.names.mentions import Mentions
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import lexicon

_WILL = frozenset({"will", "would", "'ll", "’ll", "shall", "must"})
_BLAMING = ("alleging", "disapproving")


def turned_on(sentence: Sentence, mentions: Mentions, candidate: Candidate, kept: list[Filled]) -> list[Filled]:
    """The participants, where a speaker threatens or accuses another by what he says of him: the speaker acts, the other is the target."""
    if candidate.label not in ("THREATEN", "ACCUSE"):
        return kept
    verb = told_verb(sentence, candidate)
    if candidate.label == "ACCUSE" and verb not in candidate.words:
        return kept
    if verb < 0 or not _of_label(sentence, candidate, verb):
        return kept
    teller, target = _teller(sentence, mentions, verb), _subject(sentence, mentions, verb)
    if teller is None or target is None or _same(teller, target):
        return kept
    if candidate.label == "THREATEN" and teller.country is None and teller.resolution.actor_type not in FIGHTING:
        return kept  # the UN or an analyst only foretells it
    others = [
        f
        for f in kept
        if f.mention.head not in (teller.head, target.head) and f.role != "recipient" and not _same(f.mention, target)
    ]
    why = "says what another will suffer or has done"
    return [Filled(teller, "initiator", 1.0, why), Filled(target, "recipient", 1.0, why), *others]


def told_verb(sentence: Sentence, candidate: Candidate) -> int:
    """The verb of a candidate that is told by somebody, its own or the one that governs its noun; -1 where there is none."""
    tokens = sentence.tokens
    for i in candidate.words:
        top = i
        while (
            tokens[top].upos != "VERB"
            and tokens[top].head >= 0
            and matches(tokens[top].relation, ("obj", "obl", "xcomp", "case"))
        ):
            top = tokens[top].head
        while matches(tokens[top].relation, ("xcomp",)) and tokens[top].head >= 0:
            top = tokens[top].head  # "would be made to pay"
        if matches(tokens[top].relation, ("ccomp", "parataxis", "root")):
            return top
    return -1


def will_suffer(sentence: Sentence, verb: int) -> bool:
    """Whether a verb tells what its subject will suffer: "would pay for it", "would be made to pay", "will face consequences"."""
    tokens = sentence.tokens
    if not any(tokens[c].text.lower() in _WILL for c in sentence.dependents(verb, "aux")):
        return False
    if any(tokens[c].text.lower() in ("not", "n't", "never") for c in sentence.dependents(verb, "advmod")):
        return False
    below = {verb, *sentence.dependents(verb, "xcomp")}
    return any(tokens[i].lemma.lower() in lexicon.load().classes["paying_for"] for i in below)


def is_to_blame(sentence: Sentence, verb: int) -> bool:
    """Whether a verb is that of "is to blame", whose subject is the one blamed."""
    if sentence.tokens[verb].lemma.lower() != "blame" or sentence.dependents(verb, "obj"):
        return False
    infinitive = any(sentence.tokens[c].text.lower() == "to" for c in sentence.dependents(verb, "mark"))
    be = sentence.tokens[sentence.tokens[verb].head].lemma.lower() == "be" if sentence.tokens[verb].head >= 0 else False
    return infinitive and (be or bool(sentence.dependents(verb, "cop")))


def _of_label(sentence: Sentence, candidate: Candidate, verb: int) -> bool:
    """Whether the clause tells of no threat or reproach of its own subject's: "would pay", "had lied", not "had threatened", "blamed"."""
    classes = lexicon.load().classes
    if candidate.label == "THREATEN":
        return will_suffer(sentence, verb)
    if is_to_blame(sentence, verb):
        return True
    if is_passive(sentence, verb):
        return False
    lemmas = {sentence.tokens[i].lemma.lower() for i in (*candidate.words, verb)}
    if lemmas & set(classes["breaching"]):
        return True
    return (
        candidate.ruling is None
        and not any(lemmas & set(classes[name]) for name in _BLAMING)
        and not lemmas & set(classes["reproaching"])
    )


def _teller(sentence: Sentence, mentions: Mentions, verb: int) -> Mention | None:
    """Who says so, where he is known: subject of the verb above, or of one that follows ("Russia lies, the minister said")."""
    token = sentence.tokens[verb]
    saying = (
        [token.head]
        if token.head >= 0 and matches(token.relation, ("ccomp",))
        else sentence.dependents(verb, "parataxis")
    )
    reporting = lexicon.load().reporting.verbs
    for above in saying:
        to_you = _addressed(sentence, verb)
        if sentence.tokens[above].lemma.lower() not in reporting or (
            sentence.dependents(above, "obj", "iobj") and not to_you and not is_to_blame(sentence, verb)
        ):
            continue
        for i in verb_slots(sentence, above)["agent"]:
            found = mentions.at(sentence, i)
            if found.known:
                return found
    return None


def _subject(sentence: Sentence, mentions: Mentions, verb: int) -> Mention | None:
    """Whom the clause is about, where he is known: its subject, or whoever is told that "you" will pay."""
    subjects = sentence.dependents(verb, "nsubj", "nsubj:pass")
    if _addressed(sentence, verb) and sentence.tokens[verb].head >= 0:
        subjects = sentence.dependents(sentence.tokens[verb].head, "obj", "iobj")
    for i in subjects:
        found = mentions.at(sentence, i)
        if found.known:
            return found
    return None


def _same(a: Mention, b: Mention) -> bool:
    """Whether two phrases mean one actor, or people of one state."""
    if a.actor is not None and a.actor == b.actor:
        return True
    return a.country is not None and a.country == b.country


def _addressed(sentence: Sentence, verb: int) -> bool:
    """Whether "you" is the subject: "“You will pay for this,” Turkey told Syria"."""
    return any(sentence.tokens[c].text.lower() == "you" for c in sentence.dependents(verb, "nsubj"))
