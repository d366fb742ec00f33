"""An act and what it consists of, told once: what is threatened, asked for or refused, the text that is signed, the attack that kills.

"Threatened to shell the port" shells nothing, "urged the army to extend the truce" extends none, "signed a ceasefire" is one text, and
"killed ten in an attack on a camp" one attack. Who tells of two acts joins them: "asked for talks and released the prisoners".
"""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.classes import OBJECTS
from dragoman.coder.grammar.phrases import preposition
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group, lexicon

_FUTURE = frozenset({"will", "would", "'ll", "’ll", "shall", "should", "must", "be"})
_PERFECT = frozenset({"has", "have", "had", "having"})
_IF = frozenset({"if", "unless", "until"})
ORDERING = frozenset({"order", "command", "decree"})
_JUDGING = ("ACCUSE", "disparagement", "endorsement", "SUPPORT", "agreement_rejected", "REJECT")
_TEXTS = ("joint_declaration", "agreement_announced", "agreement_signed")
_FOR = ("endorsement", "SUPPORT")
_CONTENT = ("xcomp", "ccomp", "obj", "obl", "nmod", "acl")


def content_of(sentence: Sentence, a: Candidate, b: Candidate) -> Candidate | None:
    """Which of two candidates tells again what the other tells, by what hangs from a word of `a`; None where they are two acts."""
    top = next((i for i in b.words if sentence.tokens[i].head in a.words), top_of(sentence, b))
    token = sentence.tokens[top]
    if set(a.words) & set(b.words):
        return None
    if a.label.isupper() and b.label.isupper() and matches(token.relation, ("amod", "compound")):
        return b if _of_object(sentence, a, token.head) else None  # "fired | warning | shots"
    if a.label == "resolution_vetoed" and matches(token.relation, ("acl",)) and token.relation != "acl:relcl":
        text = sentence.tokens[token.head]
        if text.head in a.words and matches(text.relation, OBJECTS):
            return b  # "vetoed a resolution | condemning | the crackdown", which condemned nobody
    if token.head not in a.words:
        return None
    if a.label == "monitoring_set_up" and b.label == "prisoner_exchange":
        return a if matches(token.relation, ("obj",)) else None  # "supervised the exchange"
    if a.label in group("threats"):
        return b if _is_threatened(sentence, a, b, top) else None
    if a.label in group("demanded_by_saying") or a.label in group("requests"):
        return _asked(sentence, a, b, top)
    if a.label in _JUDGING and b.label in _JUDGING and preposition(sentence, top) == "as":
        if (a.label in _FOR) != (b.label in _FOR) and a.ruling is not None and not _names_fault(sentence, a):
            a.label = b.label  # "described the deal as a step forward" says there what he thinks of it
        return b
    if (
        a.label in group("exclusions")
        and b.label in group("gatherings")
        and sentence.tokens[top].lemma.lower() == "table"
    ):
        return b  # "absent from the negotiating | table |"
    if a.label in group("exclusions") and b.label in group("exclusions") and matches(token.relation, ("ccomp",)):
        return b if _is_to_come(sentence, top) else None  # "demanded that he be | removed | from the talks"
    if a.label in _refusing():
        return b if _is_refused(sentence, a, b, top) else None
    if a.label in ("agreement_signed", "agreement_announced"):
        return _text_of(sentence, a, b, top)
    if a.label == "talks_proposed" and b.label == "talks_called_for":
        return b if matches(token.relation, ("nmod",)) else None  # "an offer of | talks |"
    if a.label == "talks_agreed" and b.label == "talks_resumed":
        return b if matches(token.relation, ("xcomp", "obj", "nmod", "obl")) else None  # "agreed to resume the talks"
    if a.label == "exclusion_declared" and b.label == "invitation_issued":
        return b if matches(token.relation, OBJECTS) else None  # "received no invitation"
    if a.label == "ceasefire_effective" and b.label == "ceasefire_declared" and matches(token.relation, ("nsubj",)):
        b.label = "ceasefire_effective"  # "the truce that Oman brokered came into force": on the noun, with the broker
        return a
    return None


def _refusing() -> tuple[str, ...]:
    return (*group("refusals"), "REJECT", "boycott", "invitation_declined")


def _is_threatened(sentence: Sentence, a: Candidate, b: Candidate, top: int) -> bool:
    """Whether `b` is what `a` threatens, or in what case: "threatened to bomb", "a threat of sanctions", "would strike if it attacked"."""
    relation, verb = sentence.tokens[top].relation, sentence.tokens[sentence.tokens[top].head]
    if b.label in (*group("shared_meetings"), *group("exclusions")) and not matches(relation, ("xcomp",)):
        return False
    if matches(relation, ("advcl",)):
        return verb.upos == "VERB" and _marked(sentence, top, _IF)
    if matches(relation, ("ccomp",)):
        return _is_to_come(sentence, top)
    if matches(relation, ("obl", "nmod")):
        return preposition(sentence, top) in ("of", "with")
    return matches(relation, ("xcomp", "obj", "acl")) and relation != "acl:relcl"


def _asked(sentence: Sentence, a: Candidate, b: Candidate, top: int) -> Candidate | None:
    """Of a request and what it asks for, the request; of an order and the act that follows from it, the act: "ordered the arrest of"."""
    tokens = sentence.tokens
    relation, verb = tokens[top].relation, tokens[tokens[top].head]
    if not matches(relation, _CONTENT) or relation == "acl:relcl" or b.label in group("talks_of_parties"):
        return None
    classes = lexicon.load().classes
    if verb.lemma.lower() not in {*classes["urge"], *classes["demanding"], *classes["seeking"], *ORDERING}:
        return None
    if verb.lemma.lower() in ORDERING and b.label in (*group("deeds"), "RETREAT", "CONCEDE", "ceasefire_declared"):
        own = [c for c in sentence.dependents(verb.i, "obj") if c != top]
        troops = {*classes["armed"], *classes["forces_of_order"]}
        return a if matches(relation, ("obj",)) or any(tokens[c].lemma.lower() in troops for c in own) else b
    if matches(relation, ("ccomp",)) and not _is_to_come(sentence, top):
        return None
    if b.label in group("shared_meetings") and tokens[top].upos == "NOUN":
        return None  # "lobbied for the resumption of the six-party talks", of which more may be told
    if matches(relation, ("obl", "nmod")) and (preposition(sentence, top) != "for" or verb.upos != "VERB"):
        return None
    return None if _is_told_of(sentence, top) else b


def _is_refused(sentence: Sentence, a: Candidate, b: Candidate, top: int) -> bool:
    """Whether `b` is only what is refused: "refused to return to the talks", "turned down an invitation" with nobody who made it."""
    relation = sentence.tokens[top].relation
    if matches(relation, ("xcomp",)):
        if a.label == "REJECT" and b.label in set(group("refusals")) - set(group("exclusions")):
            a.label, a.rule = b.label, None
        return b.label in (*_refusing(), *group("gatherings"), *group("shared_texts"), *group("offers"))
    if not matches(relation, OBJECTS) or a.label == "agreement_rejected":
        return b.label == "agreement_signed" and matches(relation, OBJECTS)  # "refused to put | his signature"
    return b.label in group("answered") and not has_maker(sentence, top)


def _text_of(sentence: Sentence, a: Candidate, b: Candidate, top: int) -> Candidate | None:
    """Of a text and what is done with it or in it, what goes: "signed a truce", "failed to agree on a declaration"; of "an agreement to
    extend the truce" the agreement."""
    relation = sentence.tokens[top].relation
    if a.label == "agreement_announced":
        noun = sentence.tokens[a.words[-1]].upos == "NOUN"
        if noun and matches(relation, ("acl",)) and relation != "acl:relcl" and b.label in group("truces_kept"):
            return a
        on_text = matches(relation, ("obj", "obl")) and preposition(sentence, top) in (None, "on", "to")
        return b if on_text and b.label == "joint_declaration" else None
    told = matches(relation, OBJECTS) or preposition(sentence, top) == "of"
    if b.label == "agreement_announced" and any(matches(sentence.tokens[i].relation, ("xcomp",)) for i in a.words):
        return None  # "hope to sign a peace deal", which is sought
    signs = {sentence.tokens[i].lemma.lower() for i in a.words} & {*lexicon.load().classes["sign"], "signing", "put"}
    if told and b.label == "agreement_signed" and not signs:
        return a  # "witnessed the | signing |"
    return b if told and b.label in (*_TEXTS, *group("truces_kept")) and not _is_told_of(sentence, top) else None


def _of_object(sentence: Sentence, a: Candidate, noun: int) -> bool:
    """Whether a noun is a word of `a` or the object of its verb."""
    token = sentence.tokens[noun]
    return noun in a.words or (token.head in a.words and matches(token.relation, ("obj",)))


def _names_fault(sentence: Sentence, a: Candidate) -> bool:
    """Whether the verb itself finds fault or praises: "denounced as", not "described as"."""
    words = lexicon.load().classes
    lemmas = {sentence.tokens[i].lemma.lower() for i in a.words}
    return bool(lemmas & {*words["disparage"], *words["disapproving"], *words["praising"]} - {*words["calling"]})


def _is_to_come(sentence: Sentence, verb: int) -> bool:
    """Whether a clause tells what shall be, not what has been: "that Kenya release them", "that it would strike"."""
    helping = {sentence.tokens[c].text.lower() for c in sentence.dependents(verb, "aux", "aux:pass", "cop")}
    token = sentence.tokens[verb]
    plain = token.text.lower() == token.lemma.lower() and not helping
    return not helping & _PERFECT and (bool(helping & _FUTURE) or plain)


def _marked(sentence: Sentence, verb: int, words: frozenset[str]) -> bool:
    return any(sentence.tokens[c].text.lower() in words for c in sentence.dependents(verb, "mark"))


def _is_told_of(sentence: Sentence, noun: int) -> bool:
    """Whether a clause tells more of what is asked for: "asked for the talks that Oman hosts"."""
    return any(sentence.tokens[c].relation == "acl:relcl" for c in sentence.children[noun])


def has_maker(sentence: Sentence, noun: int) -> bool:
    """Whether it is told whose offer it is: "Kenya's offer", "an offer by the ambassador"."""
    tokens = sentence.tokens
    by = any(
        preposition(sentence, c) in ("by", "from") or (preposition(sentence, c) == "of" and tokens[c].upos == "PROPN")
        for c in sentence.subtree(noun)
    )
    whose = sentence.dependents(noun, "nmod:poss", "compound", "amod")
    return by or any(tokens[c].relation == "nmod:poss" or tokens[c].text[:1].isupper() for c in whose)


def top_of(sentence: Sentence, candidate: Candidate) -> int:
    """The word of a candidate that hangs from another outside of it, the last of several."""
    return next(
        (i for i in reversed(candidate.words) if sentence.tokens[i].head not in candidate.words), candidate.words[-1]
    )
