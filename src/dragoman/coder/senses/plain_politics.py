"""Plain politics in words of peacemaking: where nothing near tells of talks, a truce or a text, the act is one between states.

"Kenya cancelled a visit to Uganda", "vetoed Uganda's membership", "accepted an offer of help".
"""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.names.mentions import Mentions
from dragoman.coder.senses.other_matters import is_visit
from dragoman.coder.senses.public_affairs import POLITICAL
from dragoman.language.parse import Sentence
from dragoman.ontology import group
from dragoman.ontology.lexicon import Lexicon

_OF_HELP = {"mediation_offered": "AGREE", "mediation_accepted": "AGREE", "mediation_rejected": "REJECT"}
"""What an offer is, its acceptance and its refusal, where nobody offers to mediate."""
_DISINVITING = frozenset({"disinvite", "uninvite"})


def plain_category(sentence: Sentence, candidate: Candidate, mentions: Mentions, lexicon: Lexicon) -> str:
    """The PLOVER category of a candidate whose label is one of peacemaking, asked where no word near is; "" where it stays as it is.

    Between two political actors only: clubs, courts and councils veto and call off as well.
    """
    if candidate.label in _OF_HELP:
        return _OF_HELP[candidate.label] if _offers_a_thing(sentence, candidate, lexicon) else ""
    if candidate.label == "mediation_requested":
        return "REQUEST" if _asks_for_help(sentence, candidate, lexicon) else ""
    called_off = candidate.label == "talks_cancelled" and is_visit(sentence, candidate, lexicon)  # put off, it may come
    refuses = candidate.label == "participant_vetoed" or called_off
    refuses = refuses or any(sentence.tokens[i].lemma.lower() in _DISINVITING for i in candidate.words)
    return "REJECT" if refuses and _between_actors(sentence, mentions) else ""


def _offers_a_thing(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether the offer told of is one of help or goods: "an offer of help", not "an offer of its good offices", "an offer to act"."""
    tokens = sentence.tokens
    near = {*candidate.words, *(c for i in candidate.words for c in sentence.children[i])}
    offers = [i for i in near if tokens[i].lemma.lower() == "offer" and tokens[i].upos == "NOUN"]
    things = [c for i in offers for c in sentence.dependents(i, "nmod") if preposition(sentence, c) == "of"]
    services = {*lexicon.classes["mediation"], "service", "office", "mediator", "broker", "facilitator", "role"}
    return any(tokens[c].upos == "NOUN" and tokens[c].lemma.lower() not in services for c in things)


def _asks_for_help(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether help or goods are asked for, and nobody to mediate: "asked the EU for help", not "for help in ending the war"."""
    tokens = sentence.tokens
    below = [c for i in candidate.words for c in sentence.dependents(i, "obl", "nmod")]
    wanted = [c for c in below if preposition(sentence, c) == "for"]
    quarrels = {*lexicon.classes["fighting"], "dispute", "crisis"}
    aims = [
        c
        for i in candidate.words
        for c in sentence.dependents(i, "advcl")
        if preposition(sentence, c) in ("in", "to", None)
    ]
    if any(tokens[i].lemma.lower() in quarrels for c in (*wanted, *aims) for i in sentence.subtree(c)):
        return False
    return bool(wanted) and all(tokens[c].lemma.lower() in lexicon.classes["aid_any"] for c in wanted)


def may_be_plain(candidate: Candidate) -> bool:
    """Whether a label is one that `plain_category` may turn."""
    return candidate.label in {*_OF_HELP, "mediation_requested", *group("exclusions"), *group("visits_off")}


def _between_actors(sentence: Sentence, mentions: Mentions) -> bool:
    """Whether a sentence names two states, bodies of states, parties or armed groups."""
    found = [m.resolution for m in mentions.of_sentence(sentence)]
    return len({r.actor for r in found if r.actor and r.actor_type in POLITICAL}) > 1


def between_states(sentence: Sentence, mentions: Mentions) -> bool:
    """Whether a sentence names actors of two states: "Kenya ... Ugandan companies"."""
    return len({m.country for m in mentions.of_sentence(sentence) if m.country}) > 1
