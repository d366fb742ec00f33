"""What is only supposed, wanted or ahead though it is told like what happened (codebook R23, R24): "let's agree first", "a pretext for an
intervention", "it would have been the first time that they met", "pulled out of talks scheduled for May"."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.classes import IF, NO, NOBODY, WILL_OR_WOULD
from dragoman.coder.grammar.effects import negates
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.occurrence.clause_told import ENDINGS, TAKEN_PLACE, Clause
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group, lexicon
from dragoman.ontology.lexicon import Modality

_US = frozenset({"'s", "’s", "us"})
_WILL = frozenset({"will", "'ll", "’ll", "shall"})
_CAN = frozenset({"can", "could", "would", "will", "may", "might"})
_FROM_NOW = frozenset({"for", "of"})


def put_supposed(
    sentence: Sentence, candidate: Candidate, clause: Clause, fixed: Mapping[str, str], modality: Modality
) -> None:
    """Set status, polarity and tense of what has not come about by the words above it."""
    verb = _verb(sentence, candidate)
    status = clause.values["status"]
    if "status" not in fixed or status == "invited":
        if status == "invited" and _intended(sentence, verb, modality):
            clause.put("an invitation that is only meant to be sent", status="planned", tense="planned")
        elif status in TAKEN_PLACE and (told := _not_yet(sentence, candidate, verb, modality)):
            clause.put(told[0], status=told[1], tense=told[2])
        elif status in TAKEN_PLACE and _first_time_missed(sentence, verb):
            clause.put("“would have been”: it was not", status="planned_not_held", polarity="negated")
        elif status == "collapsed" and _was_to_begin(sentence, candidate.words[-1]):
            clause.put("broke up before it began", status="planned_not_held")
        elif status in (*TAKEN_PLACE, "planned") and _worked_for(sentence, candidate):
            clause.put("somebody works for it to come about", status="proposed", tense="desired")
    if clause.values["tense"] == "planned" and any(_if_it_takes_place(sentence, i) for i in candidate.words):
        clause.put("“if” before the verb of its taking place", tense="conditional")
    if status in ENDINGS and candidate.label == "talks_resumed" and "status" not in fixed:
        clause.put("who revives it has resumed it", status="held")
    if status == "denied" and "status" not in fixed and _is_presupposed(sentence, candidate.words[-1]):
        clause.put("what is denied is something else of it", status="held", polarity="affirmed")
    if status in ENDINGS and candidate.label in group("leaving") and verb >= 0 and "status" not in fixed:
        clause.put("who stays away has done so", status="held")  # whatever became of the meeting
    if "polarity" not in fixed:
        _put_polarity(sentence, candidate, clause, verb, modality)


def _verb(sentence: Sentence, candidate: Candidate) -> int:
    return next((i for i in reversed(candidate.words) if sentence.tokens[i].upos == "VERB"), -1)


def _not_yet(sentence: Sentence, candidate: Candidate, verb: int, modality: Modality) -> tuple[str, str, str] | None:
    """Why what is told as held has not come about, with status and tense."""
    noun = candidate.words[-1]
    if verb >= 0 and _urged_together(sentence, verb):
        return "“let us” above its verb", "proposed", "desired"
    if _only_pretext(sentence, noun):
        return "what is only said to be planned or feared", "proposed", "hypothetical"
    if candidate.label in group("gatherings") and _left_before(sentence, noun, modality):
        with_one = any(preposition(sentence, c) == "with" for c in sentence.children[noun])
        return "left before it began", "cancelled" if with_one else "planned", "planned"
    if candidate.label in group("shared_texts") and _any_such_text(sentence, candidate):
        return "“only” or “no” before what may be", "proposed", "hypothetical"
    if candidate.label in group("shared_texts") and _proposed_to_sign(sentence, noun, modality):
        return "what somebody proposes to sign", "proposed", "planned"
    spoken = candidate.label in {*group("speech_acts"), *group("staying_away"), *group("refusals")}
    if not spoken and (_will_begin(sentence, noun) or (verb >= 0 and _told_to_come(sentence, verb))):
        return "“will” by its verb", "planned", "planned"
    return None


def _urged_together(sentence: Sentence, verb: int) -> bool:
    """Whether a speaker urges his hearers to do it with him: "let's agree", "let us sign"."""
    tokens = sentence.tokens
    above = tokens[verb].head
    if above < 0 or tokens[above].lemma.lower() != "let" or not matches(tokens[verb].relation, ("xcomp", "ccomp")):
        return False
    return any(tokens[c].text.lower() in _US for k in (above, verb) for c in sentence.children[k])


def _only_pretext(sentence: Sentence, noun: int) -> bool:
    """Whether an event is what somebody wants a pretext or has a plan for: "a pretext for military intervention"."""
    token = sentence.tokens[noun]
    if token.head < 0 or not matches(token.relation, ("nmod",)) or preposition(sentence, noun) not in _FROM_NOW:
        return False
    return sentence.tokens[token.head].lemma.lower() in lexicon.load().classes["pretext"]


def _left_before(sentence: Sentence, noun: int, modality: Modality) -> bool:
    """Whether somebody pulls out of a meeting that is still to come: "pulled out of talks scheduled for December"."""
    tokens = sentence.tokens
    verb = tokens[noun].head
    if verb < 0 or tokens[verb].lemma.lower() not in lexicon.load().classes["quitting"]:
        return False
    set_for = [c for k in (noun, *sentence.dependents(noun, "nmod")) for c in sentence.dependents(k, "acl", "amod")]
    return any(
        {(tokens[c].text.lower(),), (tokens[c].lemma.lower(),)} & {(w,) for (w,) in modality.appointed} for c in set_for
    )


def _any_such_text(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether a text is one that is not there: "only an agreement signed by both can bind us"."""
    tokens = sentence.tokens
    for i in candidate.words:
        noun = tokens[i].head if matches(tokens[i].relation, ("acl",)) else i
        above = tokens[noun].head if noun >= 0 else -1
        if above < 0 or not matches(tokens[noun].relation, ("nsubj",)):
            continue
        only = any(tokens[c].text.lower() in ("only", "no") for c in sentence.children[noun])
        can = any(tokens[c].text.lower() in _CAN for c in sentence.dependents(above, "aux"))
        if only and can:
            return True
    return False


def _proposed_to_sign(sentence: Sentence, noun: int, modality: Modality) -> bool:
    """Whether a text is the object of what somebody proposes to do: "proposed signing a peace treaty"."""
    tokens = sentence.tokens
    verb = tokens[noun].head
    if verb < 0 or tokens[noun].relation != "obj" or not tokens[verb].text.lower().endswith("ing"):
        return False
    above = tokens[verb].head
    if above < 0 or not matches(tokens[verb].relation, ("xcomp", "obj", "ccomp", "advcl")):
        return False
    effect = modality.complement_verbs.get((tokens[above].lemma.lower(),))
    return effect is not None and effect.status == "proposed"


def _will_begin(sentence: Sentence, noun: int) -> bool:
    """Whether the verb of its taking place says of an event that it will: "the ceasefire signed in June will take full effect on Monday"."""
    tokens = sentence.tokens
    verb = tokens[noun].head
    if verb < 0 or not matches(tokens[noun].relation, ("nsubj",)):
        return False
    begins = {*lexicon.load().classes["taking_place"], "come", "enter", "start", "open"}
    will = any(tokens[c].text.lower() in _WILL for c in sentence.dependents(verb, "aux"))
    if tokens[verb].lemma.lower() == "hold" and tokens[noun].relation != "nsubj:pass":
        return False  # "will the ceasefire hold?"
    return will and tokens[verb].lemma.lower() in begins


def _told_to_come(sentence: Sentence, verb: int) -> bool:
    """Whether somebody tells that he will do it: "told me that he would stop firing at midnight"."""
    tokens = sentence.tokens
    above = tokens[verb].head
    if above < 0 or not matches(tokens[verb].relation, ("ccomp",)):
        return False
    helping = {tokens[c].text.lower() for c in sentence.dependents(verb, "aux")}
    return (
        bool(helping & WILL_OR_WOULD)
        and "have" not in helping
        and (
            tokens[above].lemma.lower() in {*lexicon.load().classes["informing"], *lexicon.load().classes["promising"]}
        )
    )


def _intended(sentence: Sentence, verb: int, modality: Modality) -> bool:
    """Whether the event's verb is what somebody means to do: "intended to invite them"."""
    tokens = sentence.tokens
    above = tokens[verb].head if verb >= 0 and matches(tokens[verb].relation, ("xcomp",)) else -1
    return above >= 0 and (tokens[above].lemma.lower(),) in modality.intended


def _first_time_missed(sentence: Sentence, verb: int) -> bool:
    """Whether it would have been the first time that it happened: "it would have been the first time that they sat down"."""
    tokens = sentence.tokens
    time = tokens[verb].head if verb >= 0 and matches(tokens[verb].relation, ("acl", "ccomp", "advcl")) else -1
    if time < 0 or tokens[time].lemma.lower() not in ("time", "first"):
        return False
    helping = {tokens[c].text.lower() for c in sentence.dependents(time, "aux", "cop")}
    return "would" in helping and "have" in helping


def _was_to_begin(sentence: Sentence, noun: int) -> bool:
    """Whether a clause on talks that broke up tells that they were still to begin: "talks that were to open in Geneva fell apart"."""
    tokens = sentence.tokens
    for c in sentence.dependents(noun, "acl"):
        opened = [c, *sentence.dependents(c, "xcomp")]
        to = any(tokens[k].text.lower() == "to" for i in opened for k in sentence.children[i])
        begins = any(tokens[i].lemma.lower() in lexicon.load().classes["taking_place"] for i in opened)
        be = any(tokens[k].text.lower() in ("was", "were") for i in opened for k in (i, *sentence.children[i]))
        if to and begins and be:
            return True
    return False


def _worked_for(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether a meeting is what somebody works "on": "was working on a meeting in Washington"."""
    noun = candidate.words[-1]
    token = sentence.tokens[noun]
    if candidate.label not in group("gatherings"):
        return False
    if (
        token.head < 0
        or not matches(token.relation, ("obl",))
        or preposition(sentence, noun) not in ("on", "towards", "toward")
    ):
        return False
    return sentence.tokens[token.head].lemma.lower() in ("work", "labour", "labor")


def _if_it_takes_place(sentence: Sentence, noun: int) -> bool:
    """Whether a meeting is only supposed to take place: "if the Geneva meeting goes ahead"."""
    tokens = sentence.tokens
    verb = tokens[noun].head
    if verb < 0 or not matches(tokens[noun].relation, ("nsubj",)) or not matches(tokens[verb].relation, ("advcl",)):
        return False
    if tokens[verb].lemma.lower() not in lexicon.load().classes["taking_place"]:
        return False
    return any(tokens[c].text.lower() in IF for c in sentence.dependents(verb, "mark"))


def _is_presupposed(sentence: Sentence, noun: int) -> bool:
    """Whether what is denied is what a meeting was for or like, so that it was held: "rejected the idea that the talks were aimed at Iran"."""
    tokens = sentence.tokens
    above = tokens[noun].head
    if (
        above < 0
        or not matches(tokens[noun].relation, ("nsubj",))
        or not matches(tokens[above].relation, ("acl", "ccomp"))
    ):
        return False
    the = any(tokens[c].text.lower() in ("the", "these", "those", "its", "their") for c in sentence.children[noun])
    happens = tokens[above].lemma.lower() in lexicon.load().classes["taking_place"]
    return the and not happens


def _is_no_sign(sentence: Sentence, verb: int) -> bool:
    """Whether an act is one of which there is no sign: "without any sign that he had been received"."""
    tokens = sentence.tokens
    sign = tokens[verb].head
    if sign < 0 or tokens[sign].lemma.lower() not in lexicon.load().classes["signs"]:
        return False
    if not matches(tokens[verb].relation, ("acl", "ccomp")):
        return False
    return any(tokens[c].text.lower() in ("no", "without") for c in sentence.children[sign])


def _stressed(sentence: Sentence, verb: int) -> bool:
    """Whether "did" only stresses that it came about: "the two delegations did meet"."""
    tokens = sentence.tokens
    did = [c for c in sentence.dependents(verb, "aux") if tokens[c].text.lower() in ("did", "do", "does")]
    return any(c + 1 == verb for c in did) and tokens[verb].text.lower() == tokens[verb].lemma.lower()


def _put_polarity(sentence: Sentence, candidate: Candidate, clause: Clause, verb: int, modality: Modality) -> None:
    """Set what "not" by an act's own verb makes of it: "would not be stationed" denies it, "will not surrender" is the refusal that is told."""
    if verb < 0 or candidate.intent:
        return
    tokens = sentence.tokens
    own = any(negates(sentence, c, modality) for c in sentence.dependents(verb, "advmod"))
    refuses = tokens[verb].lemma.lower() in lexicon.load().classes["refuse"]
    doers = [k for s in sentence.dependents(verb, "nsubj", "nsubj:pass") for k in (s, *sentence.children[s])]
    nobody = any(tokens[k].text.lower() in NO | NOBODY for k in doers)
    will = {tokens[c].text.lower() for c in sentence.dependents(verb, "aux")} & WILL_OR_WOULD
    affirmed = clause.values["polarity"] == "affirmed"
    if candidate.label == "REJECT" and own and refuses and affirmed and candidate.ruling is None:
        clause.put("“not” by a verb of refusal", polarity="negated")
    elif candidate.label == "REJECT" and will and (own or nobody) and not refuses and not affirmed:
        clause.put("“not” before its own verb is what tells of it", polarity="affirmed")
    elif candidate.label in group("hostile") and (own or nobody) and affirmed:
        if tokens[verb].lemma.lower() in lexicon.load().classes["freeing"]:
            return  # "did not free him"
        clause.put("“not” before its own verb", polarity="negated")
        if will and clause.values["status"] in TAKEN_PLACE:
            clause.put("“will” by its verb", status="planned", tense="planned")
    elif affirmed and _is_no_sign(sentence, verb):
        clause.put("“no sign” above its verb", polarity="negated")
    elif not affirmed and not own and not nobody and _stressed(sentence, verb):
        clause.put("“did” stresses it", polarity="affirmed")
    elif not affirmed and _no_more_than(sentence, candidate.words[0]):
        clause.put("“no more than” denies nothing", polarity="affirmed")
    elif not affirmed and _whether(sentence, verb):
        clause.put("“whether” above its verb leaves it open", polarity="affirmed")


def _no_more_than(sentence: Sentence, first: int) -> bool:
    before = [t.text.lower() for t in sentence.tokens[max(0, first - 4) : first]]
    return "than" in before and "no" in before


def _whether(sentence: Sentence, verb: int) -> bool:
    """Whether what is not decided or said is "whether" it is done: "has not decided whether to impose sanctions"."""
    tokens = sentence.tokens
    marks = {tokens[c].text.lower() for c in sentence.children[verb]}
    return "whether" in marks and matches(tokens[verb].relation, ("xcomp", "ccomp", "obj", "advcl"))
