"""What is offered, and how it is answered: an offer of talks or of observers is none of mediation, no answer is no rejection, and whoever
accepts a text accepts no mediator."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.effects import negates
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.names.mentions import Mentions
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group
from dragoman.ontology.lexicon import Lexicon
from dragoman.records import EventMention

_REFUSING = frozenset({"REJECT", "talks_refused", "mediation_rejected", "agreement_rejected", "invitation_declined"})
_PRONOUNS = frozenset({"it", "them", "this"})
_GO_BETWEENS = frozenset({"envoy", "emissary", "mediator", "president", "minister", "leader", "elder"})
"""Whom somebody sends to speak with the sides: "offered to send three presidents"."""
_NEAR = 400
"""Characters back to the event that a pronoun may mean."""
_INVITING = frozenset({"invitation_issued", "talks_proposed", "talks_called_for", "venue_offered"})


def unanswered(sentence: Sentence, candidate: Candidate, mentions: Mentions, lexicon: Lexicon) -> bool:
    """Whether the model took for a refusal that nobody has answered: "has not replied", "went unanswered", "has yet to respond"."""
    if candidate.label not in _REFUSING or candidate.ruling is not None:
        return False
    tokens = sentence.tokens
    if any(tokens[i].text.lower() == "unanswered" for i in candidate.words):
        return True
    verbs = [i for i in candidate.words if tokens[i].upos == "VERB"]
    if not verbs or any(tokens[i].lemma.lower() not in lexicon.classes["only_answering"] for i in verbs):
        return False
    if any(tokens[c].text.lower() == "longer" for c in sentence.dependents(verbs[0], "advmod")):
        return False  # "no longer answers the envoy" turns him away
    above = tokens[verbs[0]].head
    yet = above >= 0 and any(tokens[c].text.lower() == "yet" for c in sentence.children[above])
    return yet or any(negates(sentence, c, lexicon.modality) for c in sentence.dependents(verbs[0], "advmod", "nsubj"))


def other_offer(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> str | None:
    """Label of an offer that the model took for one of mediation or of a venue: "an offer of talks" proposes them, "offered to send observers"
    and "an offer of autonomy" promise something else. None for what may be one of mediation."""
    if candidate.label not in ("mediation_offered", "venue_offered") or candidate.ruling is not None:
        return None
    tokens = sentence.tokens
    if (ready := _ready_for(sentence, candidate, lexicon)) is not None:
        return ready
    offer = next((i for i in candidate.words if tokens[i].lemma.lower() in ("offer", "proposal")), -1)
    if offer < 0:
        return None
    proposal = tokens[offer].lemma.lower() == "proposal"
    below = {tokens[i].lemma.lower() for i in sentence.subtree(offer)}
    services = (
        *lexicon.classes["mediation"],
        *lexicon.classes["mediator"],
        *lexicon.classes["mediate"],
        "venue",
        "host",
        "help",
    )
    if not below.isdisjoint(services):
        return None
    offered = [
        tokens[c]
        for c in sentence.children[offer]
        if matches(tokens[c].relation, ("obj", "xcomp", "acl", "ccomp"))
        or (matches(tokens[c].relation, ("nmod",)) and preposition(sentence, c) == "of")
    ]
    lemmas = {t.lemma.lower() for t in offered if t.upos in ("NOUN", "VERB")}
    if lemmas & {*lexicon.classes["talks"], "meet", "talk", "negotiate"} or (proposal and lemmas & {"resume", "hold"}):
        return "talks_proposed"
    if any(_own_talks(sentence, t.i, lexicon) for t in offered if t.upos == "VERB"):
        return "talks_proposed"
    sent = {tokens[c].lemma.lower() for t in offered for c in sentence.dependents(t.i, "obj")}
    if lemmas & {"resign", "resignation"}:
        return "RETREAT"
    fighters = {*lexicon.classes["troops"]} & below
    if fighters and lemmas & {"service", "support", "help"}:
        return "AID"  # "offered the services of his fighters"
    return "AGREE" if lemmas & set(lexicon.classes["offered_else"]) and not sent & _GO_BETWEENS else None


def _ready_for(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> str | None:
    """What somebody is ready to do where it is no help to others: "ready to meet him" agrees to talk, "ready to fight on" to something else;
    None for "ready to help" and where no such word tells of it."""
    tokens = sentence.tokens
    ready = next((i for i in candidate.words if tokens[i].lemma.lower() in lexicon.classes["willing"]), -1)
    if candidate.label != "mediation_offered" or ready < 0:
        return None
    acts = sentence.dependents(ready, "xcomp", "advcl")
    below = {tokens[i].lemma.lower() for i in sentence.subtree(ready)}
    services = {
        *lexicon.classes["mediation"],
        *lexicon.classes["mediator"],
        *lexicon.classes["mediate"],
        *lexicon.classes["services"],
    }
    if not acts or not below.isdisjoint(services):
        return None
    if any(
        tokens[c].lemma.lower() in lexicon.classes["meeting_again"] or _own_talks(sentence, c, lexicon) for c in acts
    ):
        return "talks_agreed"
    return None if _for_both(sentence, ready, lexicon) else "AGREE"


def _own_talks(sentence: Sentence, verb: int, lexicon: Lexicon) -> bool:
    """Whether somebody would hold or resume talks of his own: "to resume consultations with Sudan", not "talks between the two"."""
    if sentence.tokens[verb].lemma.lower() not in lexicon.classes["holding"]:
        return False
    talks = [c for c in sentence.dependents(verb, "obj") if sentence.tokens[c].lemma.lower() in lexicon.talks]
    return bool(talks) and not _for_both(sentence, verb, lexicon)


def _for_both(sentence: Sentence, verb: int, lexicon: Lexicon) -> bool:
    """Whether what would be done is done for two others: "between the two", "for the sides"."""
    tokens = sentence.tokens
    below = sentence.subtree(verb)
    return any(
        preposition(sentence, i) in ("between", "among")
        or tokens[i].lemma.lower() in ("side", "party", "both", "conflict")
        for i in below
    )


def talks_turned_down(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether the plan or offer that somebody rejects is one to meet: "a proposal that talks be resumed was rejected", "an offer of talks"."""
    if candidate.label not in ("agreement_rejected", "mediation_rejected", "REJECT"):
        return False
    tokens = sentence.tokens
    verbs = [
        i for i in candidate.words if tokens[i].lemma.lower() in lexicon.classes["refuse"] and tokens[i].upos == "VERB"
    ]
    return any(
        (
            tokens[c].lemma.lower() in lexicon.classes["meeting_again"]
            and matches(tokens[c].relation, ("acl", "ccomp", "xcomp"))
        )
        or (tokens[c].lemma.lower() in lexicon.talks and preposition(sentence, c) in ("for", "of"))
        for v in verbs
        for noun in sentence.dependents(v, "obj", "nsubj:pass")
        if tokens[noun].lemma.lower() in ("proposal", "offer", "suggestion", "call", "request", "appeal", "idea")
        for c in sentence.children[noun]
        if tokens[c].relation != "acl:relcl"
    )


def refused_type(candidate: Candidate, sentence: Sentence, earlier: Sequence[EventMention]) -> str:
    """The candidate's label, that of the refusal of what was offered last where a pronoun is all that is turned down: "Kenya offered to mediate.
    The rebels would have none of it."."""
    tokens = sentence.tokens
    labels = ("REJECT", "agreement_rejected", "talks_refused")
    if candidate.label not in labels or not earlier or earlier[-1].evidence.start < sentence.start - _NEAR:
        return candidate.label
    verbs = [i for i in candidate.words if tokens[i].upos == "VERB"]
    objects = [c for v in verbs for c in sentence.dependents(v, "obj", "nsubj:pass")]
    objects = [
        k for c in objects for k in (sentence.dependents(c, "nmod") if tokens[c].text.lower() == "none" else [c])
    ]
    if not objects or any(tokens[c].text.lower() not in _PRONOUNS for c in objects):
        return candidate.label
    last = earlier[-1].type
    if last == "mediation_offered":
        return "mediation_rejected"
    plan = last == "talks_proposed"  # which may have been a text
    return "talks_refused" if last in _INVITING and not plan else candidate.label


def accepted_type(
    candidate: Candidate, sentence: Sentence, earlier: Sequence[EventMention], words: ThirdPartyWords
) -> str:
    """The candidate's label, mended where the model took it for the consent to a mediator that somebody accepts a text or talks.

    What "it" is the event told last says: "The UN proposed a truce. Kigali accepted it."
    """
    if candidate.label != "mediation_accepted" or candidate.ruling is not None:
        return candidate.label
    tokens = sentence.tokens
    verb = next((i for i in candidate.words if tokens[i].lemma.lower() == "accept"), -1)
    if verb < 0 or any(words.tells_of_mediation(t.lemma) for t in tokens):
        return candidate.label
    objects = sentence.dependents(verb, "obj", "nsubj:pass")
    if sentence.dependents(verb, "xcomp", "ccomp", "obl") and not objects:
        return candidate.label
    named = [i for i in objects if tokens[i].text.lower() not in _PRONOUNS]
    below = {tokens[k].lemma.lower() for i in named for k in sentence.subtree(i)}
    if below & {"talk", "talks", "meet", "meeting", "summit", "negotiate", "negotiation", "dialogue", "invitation"}:
        return "talks_agreed"
    if below & {"truce", "ceasefire", "cease-fire", "armistice"}:
        return "ceasefire_declared"
    if below & {"deal", "agreement", "accord", "proposal", "plan", "text", "draft", "compromise", "formula"}:
        return "agreement_announced"
    offer = any(tokens[i].lemma.lower() == "offer" for i in named)
    last = earlier[-1] if earlier and (offer or not named) else None
    if last is None and offer:
        return "AGREE"  # "accepted an offer by the company"
    if last is None or last.evidence.start < sentence.start - _NEAR:
        return candidate.label
    if last.type in _INVITING:
        return "talks_agreed"
    if last.type == "ceasefire_called_for" or last.type in group("truces_kept"):
        return "ceasefire_declared"
    return "agreement_announced" if last.type in group("texts_and_truces") else candidate.label
