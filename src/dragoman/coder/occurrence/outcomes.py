"""What became of what was planned, sought or feared: what came about, broke up, was called off, only threatened or was only supposed
(codebook 2.3, R24)."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.effects import negates
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.occurrence.averted import averted
from dragoman.coder.occurrence.came_about import broke_up, took_place
from dragoman.coder.occurrence.clause_told import ENDINGS, TAKEN_PLACE, Clause
from dragoman.coder.occurrence.unrealised import asked_whether, kept_from, no_longer, on_the_brink
from dragoman.coder.occurrence.was_due import past_plan
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group, lexicon
from dragoman.ontology.lexicon import Effect, Modality


def put_unrealised(
    sentence: Sentence, candidate: Candidate, clause: Clause, fixed: Mapping[str, str], modality: Modality
) -> None:
    """Set what became of what was planned or feared, and what somebody is kept from."""
    status = clause.values["status"]
    ahead = status in ENDINGS | {"planned", "proposed"} or clause.values["tense"] == "planned"
    open_to_it = ahead and "status" not in fixed
    if open_to_it and (came := took_place(sentence, candidate)):
        clause.put("its verb says that it came about", status=came, tense="past")
    if status in ENDINGS and "status" not in fixed and (ended := ended_by_verb(sentence, candidate, clause)):
        clause.put("the verb above it", status=ended)
    unheld = status in ENDINGS or status == "planned_not_held"
    if unheld and "status" not in fixed and is_left(sentence, candidate):
        clause.put("somebody leaves it, which does not end it", status="held", polarity="affirmed")
    if status == "proposed" and "status" not in fixed and was_made(sentence, candidate):
        clause.put("a clause on it tells that it was made", status="held", certainty="certain", tense="past")
    if status == "planned" and "status" not in fixed and is_hoped_for(sentence, candidate):
        clause.put("an infinitive after a verb of hoping (R24)", status="proposed", tense="desired")
    if ahead and "status" not in fixed and is_kept_up(sentence, candidate):
        clause.put("a truce that somebody keeps up is there", status="under_way", tense="ongoing")
    if "status" not in fixed and broke_up(sentence, candidate):
        clause.put("its verb says that it broke up", status="collapsed", polarity="affirmed")
    if status in ENDINGS and on_the_brink(sentence, candidate):
        if "status" in fixed or candidate.label in group("turns_of_talks"):
            clause.put(
                "an end that only threatened (R24)", status="proposed", tense="hypothetical", certainty="possible"
            )
        else:
            clause.put("an end that only threatened (R24)", status="under_way")
    if status in TAKEN_PLACE and is_called_off(sentence, candidate):
        clause.put("called off beside it", status="cancelled")
    if "status" not in fixed or status in ENDINGS:
        outcome = averted(sentence, candidate)
        if outcome == "planned_not_held":
            clause.put("averted", status=outcome, polarity="negated", tense="past")
        elif outcome == "held":
            clause.put("not averted", polarity="affirmed")
        elif outcome:
            clause.put(
                "what somebody would avert",
                status=outcome,
                polarity="affirmed",
                tense="hypothetical",
                certainty="possible",
            )
    if status in TAKEN_PLACE and asked_whether(sentence, candidate):
        clause.put("“whether” above its verb", status="proposed", certainty="underspecified")
    if candidate.label in group("deeds") and "polarity" not in fixed and no_longer(sentence, candidate):
        clause.put("“no longer” before its own verb", polarity="negated")
    if candidate.label == "ceasefire_ended" and any(
        sentence.tokens[i].text.lower() == "longer" for i in candidate.words
    ):
        clause.put("“no longer” is what tells of it", polarity="affirmed")
    if (kept := kept_from(sentence, candidate, modality)) is not None and "polarity" not in fixed:
        clause.put("a verb of not doing above it", polarity="negated")
        if kept.status and status in TAKEN_PLACE:
            clause.put("a verb of not doing above it", status=kept.status)


def is_hoped_for(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether somebody only hopes to do it: "hopes to bring the two together next week"."""
    tokens = sentence.tokens
    hoping = set(lexicon.load().classes["hoping"]) - {"expect"}
    return any(
        matches(tokens[i].relation, ("xcomp",)) and tokens[tokens[i].head].lemma.lower() in hoping
        for i in candidate.words
        if tokens[i].upos == "VERB"
    )


def ended_by_verb(sentence: Sentence, candidate: Candidate, clause: Clause) -> str | None:
    """How a meeting ended by the verb that has it as object, where the model takes another end: "put off the visit" postpones it."""
    noun = candidate.words[-1]
    above = sentence.tokens[noun].head
    if above < 0 or above in candidate.words or not matches(sentence.tokens[noun].relation, ("obj", "nsubj:pass")):
        return None
    ends = (f.effect.status for f in clause.words if f.word == above and f.group == "complement_verbs")
    return next((status for status in ends if status in ENDINGS), None)


def is_left(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether somebody walks out of a meeting, which does not end it: "quit the conference", "pulled out of the talks"."""
    tokens = sentence.tokens
    noun = candidate.words[-1]
    verb = tokens[noun].head
    if candidate.label not in group("shared_meetings") or candidate.label in group("turns_of_talks") or verb < 0:
        return False
    left = tokens[noun].relation == "obj" or preposition(sentence, noun) in ("of", "from", "out")
    return left and tokens[verb].upos == "VERB" and tokens[verb].lemma.lower() in lexicon.load().classes["quitting"]


def was_made(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether a clause on a text tells that it was made, whatever is said of it now: "the prospects of a deal that Russia brokered"."""
    tokens = sentence.tokens
    noun = candidate.words[-1]
    made = {*lexicon.load().classes["mediate"], *lexicon.load().classes["sign"], "reach", "agree", "strike", "conclude"}
    if candidate.label not in group("shared_texts") and candidate.label not in group("truces_kept"):
        return False
    return any(
        tokens[c].relation == "acl:relcl"
        and tokens[c].lemma.lower() in made
        and tokens[c].text.lower() != tokens[c].lemma.lower()
        and not sentence.dependents(c, "aux")
        for c in sentence.children[noun]
    )


def is_kept_up(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether a truce is there already, since somebody would keep it up: "met to shore up the ceasefire", "to save a week-old truce"."""
    tokens = sentence.tokens
    noun = candidate.words[-1]
    verb = tokens[noun].head
    if candidate.label not in group("truces_kept") or verb < 0 or tokens[noun].relation != "obj":
        return False
    return tokens[verb].lemma.lower() in lexicon.load().classes["upkeep"]


def put_agreeing(sentence: Sentence, candidate: Candidate, clause: Clause, modality: Modality) -> None:
    """Affirm what was called off, put off or broke up: its end is what tells of it ("the meeting will not take place": cancelled, R26).

    Where it is the end that is denied, the event goes on or is to come: "the meeting was not cancelled".
    """
    ended = clause.values["status"] in ENDINGS and candidate.label not in group("turns_of_talks")
    if not ended:
        return
    if _is_not_ended(sentence, candidate.words[-1], modality):
        clause.put("its end is denied", status="planned", polarity="affirmed")
    elif clause.values["polarity"] == "negated":
        clause.put("its end is what tells of it", polarity="affirmed")


def _is_not_ended(sentence: Sentence, noun: int, modality: Modality) -> bool:
    """Whether "not" stands by the verb that would have ended what a noun tells: "was not called off", "did not cancel the meeting"."""
    token = sentence.tokens[noun]
    if token.head < 0 or not matches(token.relation, ("obj", "nsubj:pass")):
        return False
    lemma = sentence.tokens[token.head].lemma.lower()
    particles = [sentence.tokens[c].text.lower() for c in sentence.dependents(token.head, "compound:prt")]
    effects = [modality.complement_verbs.get(key) for key in ((lemma,), *((lemma, particle) for particle in particles))]
    ends = any(effect is not None and effect.status in ENDINGS for effect in effects)
    return ends and any(negates(sentence, c, modality) for c in sentence.dependents(token.head, "advmod"))


def unreal_past(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether the event's own clause supposes what did not happen: "if Washington had talked to the Taliban, the war would have ended"."""
    tokens = sentence.tokens
    for i in candidate.words:
        if not matches(tokens[i].relation, ("advcl",)):
            continue
        below = sentence.children[i]
        supposed = any(tokens[c].relation == "mark" and tokens[c].text.lower() == "if" for c in below)
        had = any(tokens[c].relation == "aux" and tokens[c].text.lower() in ("had", "'d", "’d") for c in below)
        above = [tokens[c].lemma.lower() for c in sentence.children[tokens[i].head] if tokens[c].relation == "aux"]
        if supposed and had and {"would", "could", "might"} & set(above):
            return True
    return False


def put_infinitive(clause: Clause, candidate: Candidate, governing: Effect, fixed: Mapping[str, str]) -> None:
    """Set what the verb above the event's infinitive makes of it."""
    refuses = candidate.label in group("refusals") or candidate.label in group("staying_away")
    if governing.polarity == "negated" and "polarity" not in fixed and not refuses:
        clause.put("an infinitive after a verb of refusal", polarity="negated")
    if fixed.get("status") in ENDINGS and governing.status == "proposed":
        clause.put("an infinitive after a verb of trying (R24)", status="proposed", tense="desired")
    if (
        "status" in fixed
        or clause.values["status"] not in TAKEN_PLACE
        or governing.status not in ("planned", "proposed")
    ):
        return
    clause.put("an infinitive after a verb of intent", status=governing.status, tense=governing.tense or "planned")


def had_been_due(sentence: Sentence, candidate: Candidate, modality: Modality) -> bool:
    """Whether the event was only planned: "had been scheduled to meet", "had planned to sign"."""
    appointed, intended = ({word for (word,) in words} for words in (modality.appointed, modality.intended))
    return candidate.label.islower() and past_plan(sentence, candidate.words, appointed, intended) == "had"


def still_to_come(sentence: Sentence, noun: int) -> bool:
    """Whether "to be" and a participle follow the event's noun or its phrase: "talks with the army, to be held in Oslo".

    Told by the order of words, since parsers hang such an infinitive now on the noun, now on the verb before it.
    """
    if sentence.tokens[noun].upos == "VERB":
        return False  # "demanded to be treated as a side"
    words = [token.text.lower() for token in sentence.tokens]
    phrase = max((i for i in sentence.subtree(noun) if i >= noun), default=noun)
    for last in (noun, phrase):
        at = last + 1 + (words[last + 1 : last + 2] == [","])
        if words[at : at + 2] == ["to", "be"] and at + 2 < len(words) and sentence.tokens[at + 2].upos == "VERB":
            return True
    return False


def is_called_off(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether an attack is the object of a verb beside which it is called off: "approved strikes but called them off"."""
    tokens = sentence.tokens
    noun = candidate.words[-1]
    verb = tokens[noun].head
    if candidate.label != "ASSAULT" or verb < 0 or tokens[noun].relation != "obj":
        return False
    return any(
        tokens[c].lemma.lower() == "call"
        and any(tokens[k].text.lower() == "off" for k in sentence.children[c])
        and any(tokens[k].text.lower() in ("it", "them") for k in sentence.dependents(c, "obj"))
        for c in sentence.dependents(verb, "conj", "advcl")
    )
