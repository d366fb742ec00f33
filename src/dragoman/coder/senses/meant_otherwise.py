"""Labels that the plain sense of a candidate's words turns into another, before roles are filled.

Who would walk out if something happened threatens it, who could or will not do something threatens or refuses it (`intents.py`), who
fails to meet another has not boycotted him, who declines to mediate turns nobody's mediation down.
"""

from __future__ import annotations

from dragoman.coder.at_the_table.own_people import confers_within
from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.classes import WILL_OR_WOULD
from dragoman.coder.grammar.phrases import conjuncts, preposition
from dragoman.coder.kept_out.said_of_another import says_another_is_out
from dragoman.coder.kept_out.sought_seats import seats_sought
from dragoman.coder.names.mentions import Mentions
from dragoman.coder.occurrence.contradicted import only_denies
from dragoman.coder.senses.agreed_what import agreed_what
from dragoman.coder.senses.attendance import tells_absence
from dragoman.coder.senses.by_object import by_object
from dragoman.coder.senses.handed_over import arms_handed_over, called_off
from dragoman.coder.senses.intents import intent
from dragoman.coder.senses.mediators_wanted import no_mediator, wants_mediator
from dragoman.coder.senses.no_such_text import no_such_text
from dragoman.coder.senses.offers import other_offer, talks_turned_down
from dragoman.coder.senses.paying import pays_dearly
from dragoman.coder.senses.plain_acts import plain_act
from dragoman.coder.senses.withdrawals import leaves_a_body, leaves_office, left_behind
from dragoman.language.parse import Sentence, matches
from dragoman.ontology.lexicon import Lexicon

_IF = frozenset({"if", "unless", "should", "until"})
_BOTH = frozenset({"they", "we", "two", "both"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i"})
_INTENTS = {"threat": "THREATEN", "refusal": "REJECT"}


def reread(sentence: Sentence, candidate: Candidate, mentions: Mentions, lexicon: Lexicon) -> None:
    """Give a candidate the label that its words plainly mean, in place."""
    if _threatens_to_leave(sentence, candidate, mentions):
        relabel(candidate, "exit_threatened")
    elif _did_not_meet(sentence, candidate, lexicon):
        relabel(candidate, "direct_negotiation")
    elif (other := _by_what_it_is(sentence, candidate, lexicon)) is not None:
        relabel(candidate, other)
    elif _will_not_mediate(sentence, candidate, lexicon):
        relabel(candidate, "REJECT")
    elif _gives_up_his_post(sentence, candidate, lexicon):
        relabel(candidate, "mediator_resigned")
    elif _refuses_entry(sentence, candidate, lexicon):
        relabel(candidate, "participant_vetoed")
    elif says_another_is_out(sentence, candidate, mentions):
        relabel(candidate, "exclusion_declared")
    elif _asks_to_be_let_in(sentence, candidate, lexicon):
        relabel(candidate, "REQUEST")
    elif _objects_to_a_thing(sentence, candidate, lexicon):
        relabel(candidate, "REJECT")
    elif leaves_a_body(sentence, candidate, mentions, lexicon):
        relabel(candidate, "SANCTION")
    elif leaves_office(sentence, candidate):
        relabel(candidate, "RETREAT")
    elif _warns_against(sentence, candidate):
        relabel(candidate, "REQUEST")
    elif _ended_together(sentence, candidate, lexicon):
        relabel(candidate, "direct_negotiation")
    elif confers_within(sentence, candidate, mentions, lexicon):
        relabel(candidate, "intra_party_conference")
    elif no_mediator(sentence, candidate, lexicon):
        relabel(candidate, "mediation_rejected")
    elif wants_mediator(sentence, candidate, lexicon):
        relabel(candidate, "mediation_requested")
    elif (offer := other_offer(sentence, candidate, lexicon)) is not None:
        relabel(candidate, offer)
    elif arms_handed_over(sentence, candidate, lexicon):
        relabel(candidate, "withdrawal_or_disengagement")
    elif (ended := called_off(sentence, candidate, lexicon)) is not None:
        relabel(candidate, ended)
    elif candidate.label.islower() and only_denies(sentence, candidate):
        relabel(candidate, "REJECT")
    elif talks_turned_down(sentence, candidate, lexicon):
        relabel(candidate, "talks_refused")
    elif _awaits_talks(sentence, candidate, lexicon):
        relabel(candidate, "direct_negotiation")
    elif _denied_a_meeting(sentence, candidate):
        relabel(candidate, "talks_refused")
        candidate.words = sorted({*candidate.words, sentence.tokens[candidate.words[-1]].head})
    elif pays_dearly(sentence, candidate):
        relabel(candidate, "THREATEN")
        candidate.intent = "threat"
    elif meant := intent(sentence, candidate, mentions):
        relabel(candidate, _INTENTS[meant])
        candidate.intent = meant


def _by_what_it_is(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> str | None:
    """Label that a candidate has by what is done or left, None where it keeps its own."""
    for reading in (by_object, left_behind, no_such_text, agreed_what, plain_act, tells_absence):
        if (label := reading(sentence, candidate, lexicon)) is not None:
            return label
    return None


def relabel(candidate: Candidate, label: str) -> None:
    """Give a candidate another label, which no rule has."""
    candidate.label, candidate.rule, candidate.overruled = label, None, ""
    candidate.decided_by, candidate.sure = "model", False


def _threatens_to_leave(sentence: Sentence, candidate: Candidate, mentions: Mentions) -> bool:
    """Whether a side says of itself that it would walk out in some case: "the rebels said they would walk out if he stayed on".

    What others foresee is no threat: "analysts said the rebels would walk out if he stayed on".
    """
    tokens = sentence.tokens
    verb = next((i for i in candidate.words if tokens[i].upos == "VERB"), -1)
    if candidate.label != "walkout" or verb < 0:
        return False
    would = any(tokens[c].text.lower() in WILL_OR_WOULD for c in sentence.dependents(verb, "aux"))
    case = any(preposition(sentence, c) in _IF for c in sentence.dependents(verb, "advcl"))
    teller = tokens[verb].head
    if not would or not case or not matches(tokens[verb].relation, ("ccomp",)) or teller < 0:
        return False
    says = sentence.dependents(teller, "nsubj")
    goes = sentence.dependents(verb, "nsubj")
    if not says or not goes:
        return False
    if tokens[goes[0]].text.lower() in _PRONOUNS:
        return True
    speaker, leaver = mentions.at(sentence, says[0]), mentions.at(sentence, goes[0])
    return speaker.actor is not None and speaker.actor == leaver.actor


def _did_not_meet(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether several failed to meet or to hold talks, which none of them boycotted: "Kibaki and Odinga failed to meet"."""
    tokens = sentence.tokens
    verb = next((i for i in candidate.words if tokens[i].lemma.lower() == "fail"), -1)
    if candidate.label != "boycott" or verb < 0:
        return False
    for c in sentence.dependents(verb, "xcomp"):
        objects = sentence.dependents(c, "obj")
        if tokens[c].lemma.lower() in lexicon.classes["getting_together"] and not objects:
            return True
        held = any(tokens[k].lemma.lower() in lexicon.talks for k in objects)
        if tokens[c].lemma.lower() in lexicon.classes["getting_talks_going"] and held:
            return True
    return False


def _will_not_mediate(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether the mediator himself declines or takes his offer back: "declined to mediate", "withdrew its offer to mediate"."""
    if candidate.label not in ("mediation_rejected", "talks_refused"):
        return False
    tokens = sentence.tokens
    for i in candidate.words:
        below = [c for c in sentence.children[i] if matches(tokens[c].relation, ("xcomp", "acl", "ccomp"))]
        if tokens[i].lemma.lower() == "withdraw":
            below += [
                c
                for k in sentence.dependents(i, "obj")
                if any(tokens[p].relation == "nmod:poss" and tokens[p].upos == "PRON" for p in sentence.children[k])
                for c in sentence.dependents(k, "acl")
            ]
        below = [c for c in below if not _by_another(sentence, i, c)]
        if any(tokens[c].lemma.lower() in ("mediate", "arbitrate", "intercede", "host") for c in below):
            return True
    return False


def _gives_up_his_post(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether who quits is an envoy, and no talks are what he quits: "Brett McGurk, the envoy to the coalition, quit"."""
    tokens = sentence.tokens
    verb = next(
        (
            i
            for i in candidate.words
            if tokens[i].lemma.lower() in lexicon.classes["giving_up_office"] and tokens[i].upos == "VERB"
        ),
        -1,
    )
    if candidate.label != "walkout" or verb < 0 or sentence.dependents(verb, "obj"):
        return False
    titles = {*lexicon.classes["mediator"], "envoy"}
    who = (
        c
        for s in sentence.dependents(verb, "nsubj")
        for c in (s, *sentence.dependents(s, "appos", "nmod:desc", "compound"))
    )
    return any(tokens[c].lemma.lower() in titles for c in who)


def _refuses_entry(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether who says no does so to somebody who asks for a seat: "Turkey asked to take part in the talks, but Russia said no"."""
    tokens = sentence.tokens
    refusals = ("mediation_rejected", "talks_refused", "agreement_rejected", "invitation_declined", "REJECT")
    verb = next((i for i in candidate.words if tokens[i].upos == "VERB"), -1)
    if candidate.label not in refusals or verb < 0 or not matches(tokens[verb].relation, ("conj", "parataxis")):
        return False
    told = [tokens[c].lemma.lower() for c in sentence.dependents(verb, "obj", "ccomp", "xcomp")]
    asked = [who for who, _ in seats_sought(sentence, lexicon.talks) if tokens[verb].head in sentence.ancestors(who)]
    return bool(asked) and set(told) <= {"no", "it", "this", "that", "request", "bid", "idea", "demand"}


def _asks_to_be_let_in(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether who asks would be let in to the talks of others, which proposes none: "asked to take part in the talks between Armenia and
    Azerbaijan"."""
    if candidate.label not in ("talks_proposed", "mediation_requested", "talks_called_for"):
        return False
    sought = seats_sought(sentence, lexicon.talks)
    others = {n for _, n in sought for c in sentence.dependents(n, "nmod") if preposition(sentence, c) == "between"}
    return any(set(sentence.ancestors(n)) & set(candidate.words) for n in others)


def _objects_to_a_thing(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether what somebody objects to is a thing and nobody's seat: "objected to the flag on the table"."""
    if candidate.label != "participant_vetoed" or candidate.ruling is not None:
        return False
    tokens = sentence.tokens
    verbs = [i for i in candidate.words if tokens[i].lemma.lower() in ("object", "complain")]
    what = [c for v in verbs for c in sentence.dependents(v, "obl") if preposition(sentence, c) in ("to", "about")]
    people = {*lexicon.classes["part_played"], *lexicon.nouns_of_sides, "list", "invitation"}
    return bool(what) and all(
        tokens[c].upos == "NOUN"
        and tokens[c].mention not in ("person", "organization")
        and tokens[c].lemma.lower() not in people
        for c in what
    )


def _by_another(sentence: Sentence, verb: int, below: int) -> bool:
    """Whether what is refused is that another does it: "refused to let Turkey mediate"."""
    whom = sentence.dependents(verb, "obj", "iobj") if sentence.tokens[below].head == verb else []
    return bool(sentence.dependents(below, "nsubj")) or any(c < below for c in whom)


def _warns_against(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether a warning asks another to leave something: "warned against a military intervention"."""
    if candidate.label != "THREATEN":
        return False
    warned = [i for i in candidate.words if sentence.tokens[i].lemma.lower() in ("warn", "caution")]
    return any(preposition(sentence, c) == "against" for i in warned for c in sentence.children[i])


def _ended_together(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether both sides ended talks, which calls nothing off: "Serbia and Kosovo ended talks in Brussels", "ended two days of talks".

    "Trump ended the talks" and "ended talks abruptly" do.
    """
    tokens = sentence.tokens
    verb = next(
        (
            i
            for i in candidate.words
            if tokens[i].lemma.lower() in lexicon.classes["closing"] and tokens[i].upos == "VERB"
        ),
        -1,
    )
    if candidate.label != "talks_cancelled" or verb < 0:
        return False
    if any(tokens[c].lemma.lower() in lexicon.classes["abruptly"] for c in sentence.children[verb]):
        return False
    objects = sentence.dependents(verb, "obj")
    spent = any(tokens[k].lemma.lower() in lexicon.classes["span"] for k in objects)
    subjects = sentence.dependents(verb, "nsubj")
    together = any(len(conjuncts(sentence, s)) > 1 or _several(sentence, s, lexicon) for s in subjects)
    resultless = any(preposition(sentence, c) == "without" for c in sentence.dependents(verb, "obl"))
    return spent or together or resultless


def _several(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Whether a word is for both sides: "they", "the delegations"."""
    token = sentence.tokens[i]
    plural = token.text.lower() != token.lemma.lower()
    return token.text.lower() in _BOTH or (plural and token.lemma.lower() in lexicon.nouns_of_sides)


def _awaits_talks(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether talks that lie ahead were read as any agreement: "is due in Cairo for talks with Hamas"; not "trade talks"."""
    noun = candidate.words[-1]
    token = sentence.tokens[noun]
    if candidate.label not in ("AGREE", "CONSULT") or candidate.ruling is not None or len(candidate.words) > 1:
        return False
    awaited = token.head >= 0 and (sentence.tokens[token.head].lemma.lower(),) in lexicon.modality.appointed
    if not awaited or preposition(sentence, noun) != "for":
        return False
    kind = {sentence.tokens[c].lemma.lower() for c in sentence.dependents(noun, "compound", "amod")}
    return token.upos == "NOUN" and token.text.lower() == "talks" and not kind & set(lexicon.classes["other_matter"])


def _denied_a_meeting(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether somebody is not given a meeting: "was denied a meeting with Mugabe", not "denied a meeting", which contradicts a report."""
    tokens = sentence.tokens
    noun = candidate.words[-1]
    verb = tokens[noun].head
    if candidate.label != "direct_negotiation" or verb < 0 or not matches(tokens[noun].relation, ("obj",)):
        return False
    asked = [*sentence.dependents(verb, "nsubj:pass"), *sentence.dependents(verb, "iobj")]
    return tokens[verb].lemma.lower() in ("deny", "refuse") and bool(asked)
