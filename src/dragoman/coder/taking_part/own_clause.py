"""Who only tells of an event or does something else beside it, where its own clause or phrase names who does it.

The build of the sentence decides: the subject of an active clause, the agent of a passive, the two between whom talks are.
"""

from __future__ import annotations

from dragoman.coder.at_the_table.own_ground import named_as_venue
from dragoman.coder.at_the_table.third_parties import acts, event_nouns
from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import TIED, Filled
from dragoman.coder.draft.roles import ASSISTING, MEDIATORS
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.classes import SAID, WITHIN_NAME
from dragoman.coder.grammar.phrases import conjuncts, first_of, preposition, stands_below
from dragoman.coder.grammar.slots import is_passive
from dragoman.coder.taking_part.no_part import DOERS
from dragoman.coder.taking_part.other_clauses import own_verb
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group, lexicon

ACTING = DOERS | ASSISTING | {"participant"}
DOING = frozenset({"initiator", "boycotting"})
_SIDES = frozenset({"party", "participant", "recipient", "convener"}) | DOING
_MUST = frozenset({"must", "should", "ought", "shall"})
_WELCOME = "welcome"
"""What somebody is by the word of who says so: "Chirac said that Sharon would not be welcome"."""
_PAIR = 2


def named_elsewhere(
    sentence: Sentence, filled: Filled, candidate: Candidate, words: ThirdPartyWords, people: list[Filled]
) -> bool:
    """Whether a phrase takes no part in an event whose clause or phrase names others; whom it names otherwise has that role.

    Who is acted on in the subject of a passive becomes its recipient, the two who sign beside their mediator become parties.
    """
    head = filled.mention.head
    if filled.mention.sentence != sentence.index or not 0 <= head < len(sentence) or head in candidate.words:
        return False
    if named_as_venue(sentence, head):
        return False
    if _in_passive_subject(sentence, filled, candidate, people):
        filled.role = "recipient"
        return any(f.role == "recipient" and f.mention.head == head for f in people if f is not filled)
    if _are_the_sides(sentence, filled, candidate, people, words):
        filled.role = "party"
        return any(f.role == "party" and f.mention.head == head for f in people if f is not filled)
    return (
        _above_the_doer(sentence, filled, candidate, words, people)
        or _below_the_doer(sentence, filled, candidate, people)
        or _agent_beside(sentence, filled, candidate, words)
        or _acts_before(sentence, filled, candidate, words)
        or _agent_of_another_event(sentence, filled, candidate, words)
        or _beside_the_pair(sentence, filled, candidate, words)
    )


def _above_the_doer(
    sentence: Sentence, filled: Filled, candidate: Candidate, words: ThirdPartyWords, people: list[Filled]
) -> bool:
    """Whether a phrase is who tells, or is told, what somebody else does: "Egypt told Qatar that Israel had refused to attend".

    A pronoun there may mean him who tells, and who tells of breaches accuses of them (codebook R27).
    """
    if filled.role not in DOING | MEDIATORS | {"host", "convener", "party"}:
        return False
    if candidate.label in group("allegations"):
        return False
    clause = clause_of(sentence, own_verb(sentence, candidate.words))
    if (
        clause < 0
        or not matches(sentence.tokens[clause].relation, SAID)
        or _said_of_others(sentence, candidate, clause)
    ):
        return False
    lemma = sentence.tokens[clause].lemma.lower()
    demanded = candidate.label in group("demanded_by_saying")
    made = demanded and lemma in lexicon.load().classes["setting_terms"]
    made = made and clause == own_verb(sentence, candidate.words)
    if demanded and lemma not in words.asking and not made:
        return False  # "Putin said that Kiev had to withdraw", not "said that Kiev had called for a truce", "had set conditions"
    if _is_one_of_the_told(sentence, filled, clause, people):
        return True
    doing = _agents(sentence, clause) if is_passive(sentence, clause) else sentence.dependents(clause, "nsubj")
    subjects = [k for i in doing for k in conjuncts(sentence, i)]
    if not any(sentence.tokens[i].upos != "PRON" and acts(sentence, i, words) for i in subjects):
        return False
    verb = sentence.tokens[top_of(sentence, filled.mention.head)].head
    if verb < 0 or verb not in sentence.ancestors(clause):
        return False
    own = [f for f in people if f is not filled and stands_below(sentence, f.mention.head, clause)]
    doers = [f for f in own if top_of(sentence, f.mention.head) in subjects]
    if filled.role == "party":  # who says that a truce was reached may have reached it with whom he names
        return len({f.mention.head for f in own if f.role == "party"}) >= _PAIR
    if filled.role in DOING and doers and (clause in candidate.words or made) and not any(f.role in DOING for f in own):
        for doer in doers:
            doer.role = filled.role  # "Hamas said Israel had broken off the talks"
    return any(_family(f.role) == _family(filled.role) for f in own)


def _is_one_of_the_told(sentence: Sentence, filled: Filled, clause: int, people: list[Filled]) -> bool:
    """Whether a phrase is one of several who are told what a single one does: "Kenya notified Chad and Togo that it objected"."""
    tokens = sentence.tokens
    one = any(tokens[i].text.lower() in ("it", "he", "she") for i in sentence.dependents(clause, "nsubj"))
    first = first_of(sentence, filled.mention.head)
    if not one or tokens[first].head != tokens[clause].head or not matches(tokens[first].relation, ("obj", "iobj")):
        return False
    several = len(conjuncts(sentence, first)) >= _PAIR
    return several and any(f.role in DOING and f.mention.head not in conjuncts(sentence, first) for f in people)


def _said_of_others(sentence: Sentence, candidate: Candidate, clause: int) -> bool:
    """Whether the act is done by who says what another must do or is: "said that Qatar must mediate", "that he would not be welcome"."""
    asked = any(sentence.tokens[c].text.lower() in _MUST for c in sentence.dependents(clause, "aux"))
    return (asked and candidate.label in group("requests")) or sentence.tokens[clause].text.lower() == _WELCOME


def _below_the_doer(sentence: Sentence, filled: Filled, candidate: Candidate, people: list[Filled]) -> bool:
    """Whether a phrase only stands in what somebody else says: "Egypt warned Sudan that Ethiopia had rejected the accord"."""
    own = own_verb(sentence, candidate.words)
    if filled.role not in DOING or own not in candidate.words:
        return False
    subjects = {k for i in sentence.dependents(own, "nsubj") for k in conjuncts(sentence, i)}
    if not any(f.role in DOING and f.mention.head in subjects for f in people if f is not filled):
        return False
    said = [c for c in sentence.dependents(own, "ccomp") if c not in candidate.words]
    return any(stands_below(sentence, filled.mention.head, c) for c in said)


def _agent_beside(sentence: Sentence, filled: Filled, candidate: Candidate, words: ThirdPartyWords) -> bool:
    """Whether a phrase is by whom something else is done, told beside it: "accepted by Ethiopia but rejected by Eritrea"."""
    top, own = top_of(sentence, filled.mention.head), own_verb(sentence, candidate.words)
    verb = sentence.tokens[top].head
    if not is_agent(sentence, top) or own < 0 or verb == own or verb in candidate.words:
        return False
    if filled.role == "recipient" and (own not in candidate.words or verb < own):
        return False  # "the proposal was rejected by Ethiopia and accepted by Eritrea", made to both; "drafted by Kenya and rejected by Uganda"
    if words.tied_by(sentence.tokens[verb]) or filled.rule.startswith(TIED):
        return False  # "signed by both and witnessed by Kenya"
    together = sentence.tokens[verb].lemma.lower() in words.doing_together
    if together and filled.role in MEDIATORS | {"party"} and words.verb(sentence.tokens[own].lemma) is not None:
        filled.role = "party"  # "mediated by Kenya and signed by both"
        return False
    joined = verb in conjuncts(sentence, first_of(sentence, own))
    return joined and bool(_agents(sentence, own))


def _in_passive_subject(sentence: Sentence, filled: Filled, candidate: Candidate, people: list[Filled]) -> bool:
    """Whether a phrase read as who acts stands in the subject of a passive whose agent is told: "the proposal by Eritrea was accepted by
    Ethiopia"."""
    own = own_verb(sentence, candidate.words)
    if filled.role not in DOING or own not in candidate.words:
        return False
    agents = {k for i in _agents(sentence, own) for k in conjuncts(sentence, i)}
    told = any(f.role in DOING and top_of(sentence, f.mention.head) in agents for f in people)
    subjects = sentence.dependents(own, "nsubj:pass")
    return told and any(stands_below(sentence, filled.mention.head, i) for i in subjects)


def _are_the_sides(
    sentence: Sentence, filled: Filled, candidate: Candidate, people: list[Filled], words: ThirdPartyWords
) -> bool:
    """Whether a phrase is one of two who sign or meet, where somebody else is said to have assisted them: "After mediation by Kenya, Sudan and
    the SPLA signed"."""
    if filled.role not in MEDIATORS or filled.rule.startswith(TIED) or candidate.label not in group("assisted"):
        return False
    first = first_of(sentence, filled.mention.head)
    token = sentence.tokens[first]
    both = matches(token.relation, ("nsubj",)) and len(conjuncts(sentence, first)) >= _PAIR
    others = [
        f for f in people if f.role in MEDIATORS and f.mention.last + 1 != first
    ]  # not "guarantors Russia and Iran"
    assisted = any(not stands_below(sentence, f.mention.head, first) for f in others)
    return both and assisted and token.head >= 0 and sentence.tokens[token.head].lemma.lower() in words.doing_together


def _acts_before(sentence: Sentence, filled: Filled, candidate: Candidate, words: ThirdPartyWords) -> bool:
    """Whether a phrase is by whom something was done to those who act: "Abandoned by Washington, the Kurds struck a deal"."""
    top, own = top_of(sentence, filled.mention.head), own_verb(sentence, candidate.words)
    verb = sentence.tokens[top].head
    if filled.role not in ACTING - {"convener", "host", "observer"} or filled.rule.startswith(TIED):
        return False  # "Invited by Kenya, the factions met"
    if not is_agent(sentence, top) or own < 0:
        return False
    lemma = sentence.tokens[verb].lemma.lower()
    if lemma in words.acting_for or (filled.role in MEDIATORS and lemma in words.causing):
        return False  # "Represented by Rodriguez, the government signed", "Brought together by Norway, the two met"
    # "The group, armed by Iran, attacked"; who held the hostages that "were freed" may have let them go
    about = sentence.tokens[verb].relation == "acl" and filled.role in DOING and not is_passive(sentence, own)
    noun = sentence.tokens[sentence.tokens[verb].head]
    about = about and noun.relation == "nsubj" and noun.head == clause_of(sentence, own)
    participle = about or sentence.tokens[verb].relation == "advcl"
    participle = participle and not sentence.dependents(verb, "nsubj", "nsubj:pass")
    if verb in candidate.words or not participle or stands_below(sentence, own, verb):
        return False
    return has_people(sentence, clause_of(sentence, own), words) and not words.tied_by(sentence.tokens[verb])


def _agent_of_another_event(sentence: Sentence, filled: Filled, candidate: Candidate, words: ThirdPartyWords) -> bool:
    """Whether a phrase is by whom other talks or another text were made: "met to discuss a truce arranged by Russia"."""
    top = top_of(sentence, filled.mention.head)
    verb = sentence.tokens[top].head
    if filled.role not in _SIDES | MEDIATORS or not is_agent(sentence, top) or verb in candidate.words:
        return False
    noun = sentence.tokens[verb].head
    aim = any(sentence.tokens[i].relation == "advcl" for i in sentence.ancestors(noun))
    if filled.role in MEDIATORS and not aim:
        return False  # "agreed on a truce after talks brokered by Qatar"
    if sentence.tokens[verb].relation != "acl" or sentence.tokens[noun].lemma.lower() not in words.events:
        return False
    mine = {*event_nouns(sentence, candidate.words, words), *candidate.words}
    return noun not in mine and not any(stands_below(sentence, i, noun) for i in candidate.words)


def _beside_the_pair(sentence: Sentence, filled: Filled, candidate: Candidate, words: ThirdPartyWords) -> bool:
    """Whether a phrase is who does something about talks "between A and B", who are its sides: "Kenya called for talks between the army and the
    rebels"."""
    token = sentence.tokens[first_of(sentence, filled.mention.head)]
    if filled.role != "party" or not matches(token.relation, ("nsubj",)):
        return False
    for noun in event_nouns(sentence, candidate.words, words):
        between = [c for c in sentence.dependents(noun, "nmod") if c > noun and preposition(sentence, c) == "between"]
        sides = [k for c in between for k in conjuncts(sentence, c)]
        if len(sides) >= _PAIR and all(acts(sentence, i, words) for i in sides):
            return token.head in sentence.ancestors(noun) and not stands_below(sentence, token.i, noun)
    return False


def _family(role: str) -> str:
    return "mediator" if role in MEDIATORS else "initiator" if role in DOING else role


def top_of(sentence: Sentence, head: int) -> int:
    """The noun in whose phrase a word stands, the first of several: "observers" of "observers from Iran and Chad"."""
    token = sentence.tokens[head]
    while token.head >= 0 and matches(token.relation, ("conj", *WITHIN_NAME)):
        if sentence.tokens[token.head].upos not in ("NOUN", "PROPN", "PRON", "NUM", "ADJ"):
            break
        token = sentence.tokens[token.head]
    return token.i


def clause_of(sentence: Sentence, word: int) -> int:
    """The verb above a word, or itself, that has a subject of its own; -1 for none."""
    while word >= 0 and not sentence.dependents(word, "nsubj", "nsubj:pass"):
        word = sentence.tokens[word].head
    return word


def has_people(sentence: Sentence, clause: int, words: ThirdPartyWords, *, named: bool = False) -> bool:
    """Whether the subject of a clause is somebody, or `named`, by more than a pronoun."""
    subjects = sentence.dependents(clause, "nsubj", "nsubj:pass") if clause >= 0 else []
    return any(acts(sentence, i, words) and not (named and sentence.tokens[i].upos == "PRON") for i in subjects)


def is_agent(sentence: Sentence, i: int) -> bool:
    """Whether a phrase tells by whom a passive is done."""
    token = sentence.tokens[i]
    if token.head < 0 or preposition(sentence, i) != "by":
        return False
    plain = matches(token.relation, ("obl",)) and token.mention != "time" and is_passive(sentence, token.head)
    return token.relation == "obl:agent" or plain


def _agents(sentence: Sentence, verb: int) -> list[int]:
    return [c for c in sentence.children[verb] if is_agent(sentence, c)]
