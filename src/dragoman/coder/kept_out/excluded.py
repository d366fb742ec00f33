"""What being kept out makes of a participant: the role `excluded`, mode, scope and who keeps him out (codebook 1.16, 2.11)."""

from __future__ import annotations

import msgspec

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import TIED, Filled, one_each
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.classes import AT_TABLE, NO
from dragoman.coder.grammar.not_there import denied_shortly
from dragoman.coder.grammar.phrases import names_nobody, preposition
from dragoman.coder.grammar.slots import is_passive, verb_slots
from dragoman.coder.kept_out.kept import ABSENT, WITHOUT, Kept
from dragoman.coder.kept_out.not_kept_out import is_let_in_alone
from dragoman.coder.names.mentions import Mentions
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group, lexicon

_BARELY = frozenset(
    {"without", "hardly", "barely", "only", "merely", "late", "after", "nobody", "none", "nothing", "instead", "but"}
)
"""Words by which somebody is told or asked too late, or others are."""
_NEED_NOT_SIT = frozenset({"host", "venue_state", "convener", "guarantor"})
_ANYBODY = frozenset({"anybody", "anyone", "nobody", "none", "no-one", "everybody", "everyone"})
_LETTING = frozenset({"allow", "permit", "let"})


def is_included(sentence: Sentence, candidate: Candidate, words: ThirdPartyWords) -> bool:
    """Whether the model took for an exclusion that somebody is asked or informed: "Turkey was consulted", with no word that denies it.

    Not "told": "the mayor was told by a neighbour" does tell of one (two of four in the development half).
    """
    if candidate.label != "exclusion_declared":
        return False
    if candidate.ruling is not None:
        return _denied_elsewhere(sentence, candidate, words)
    tokens = [sentence.tokens[i] for i in candidate.words if sentence.tokens[i].lemma.lower() != "tell"]
    told_by = [
        i for i in candidate.words if sentence.tokens[i].lemma.lower() == "tell" and _by_mediator(sentence, i, words)
    ]
    tokens += [sentence.tokens[i] for i in told_by]
    # "asked to wait outside" is not asked to come
    tokens = [t for t in tokens if t.lemma.lower() != "ask" or not _to_do(sentence, t.i) - words.being_there]
    told = any(
        t.lemma.lower() in words.negated_passives or t.text.lower().removesuffix("ed") in words.negated_passives
        for t in tokens
    )
    verbs = {t.i for t in sentence.tokens if t.upos in ("VERB", "AUX")}
    # "all but Iran were told", not "were told but stayed away"
    barely = any(
        t.text.lower() in _BARELY and (t.text.lower() != "but" or t.head not in verbs) for t in sentence.tokens
    )
    said = " ".join(sentence.tokens[i].lemma.lower() for i in candidate.words)
    if said.startswith(words.leaving_open):
        return True
    if said.startswith(words.admitting) or told:
        return not barely and not _denied(sentence, candidate.words)
    return any(_for_something_else(sentence, i, words) for i in candidate.words)


def _by_mediator(sentence: Sentence, verb: int, words: ThirdPartyWords) -> bool:
    """Whether somebody is told by those who run the talks: "was told about the agenda by the U.N. envoy"."""
    by = [c for c in sentence.subtree(verb) if preposition(sentence, c) == "by"]  # wherever the parser hangs it
    run = ("mediator", "facilitator", "go_between", "host", "convener")
    return any(
        sentence.tokens[c].lemma.lower() in words.delegates
        or words.functions.get(sentence.tokens[c].lemma.lower()) in run
        for c in by
    )


def _denied_elsewhere(sentence: Sentence, candidate: Candidate, words: ThirdPartyWords) -> bool:
    """Whether a passive that keeps out only where it is denied is not, since its sentence denies something else: "would be consulted but would
    not be at the table"."""
    rule = candidate.ruling
    verb = rule.anchor[0] if rule is not None else -1
    if (
        rule is None
        or sentence.tokens[verb].lemma.lower() not in words.negated_passives
        or not is_passive(sentence, verb)
    ):
        return False
    denying = [c for c in rule.trigger.conditions if c.slot == "clause" and ("not",) in c.lemmas]
    barely = any(sentence.tokens[c].text.lower() in _BARELY - {"but"} for c in sentence.children[verb])
    above = sentence.tokens[verb].head
    wanted = above >= 0 and sentence.tokens[verb].relation == "xcomp" and _denied(sentence, [above])
    return bool(denying) and not barely and not wanted and not _denied(sentence, [verb])


def _denied(sentence: Sentence, words: list[int]) -> bool:
    """Whether one of the words, its auxiliary or its subject is denied: "had not been shown the draft", but not "had been shown it and
    had not liked it"."""
    if any(denied_shortly(sentence, i) for i in words):
        return True
    near = {k for i in words for k in (i, *sentence.dependents(i, "aux", "cop", "nsubj", "obj", "obl"))}
    near |= {
        sentence.tokens[i].head
        for i in words
        if sentence.tokens[i].relation in ("xcomp", "ccomp")
        or (sentence.tokens[i].relation == "conj" and not _anew(sentence, i))
    }
    told = {k for i in near if i >= 0 for k in (i, *sentence.children[i])}
    return any(sentence.tokens[k].text.lower() in NO for k in told)


def _anew(sentence: Sentence, verb: int) -> bool:
    """Whether a verb joined to another by "but" has an auxiliary of its own, so that what is denied of the other is not of it: "will not
    attend but will be consulted"."""
    but = any(sentence.tokens[c].text.lower() == "but" for c in sentence.dependents(verb, "cc"))
    return but and bool(sentence.dependents(verb, "aux", "nsubj", "nsubj:pass"))


def _for_something_else(sentence: Sentence, verb: int, words: ThirdPartyWords) -> bool:
    """Whether somebody is not allowed something other than to be there: "had not been allowed to keep a copy"."""
    if sentence.tokens[verb].lemma.lower() not in _LETTING:
        return False
    done = _to_do(sentence, verb)
    return bool(done) and not done & words.being_there


def _to_do(sentence: Sentence, verb: int) -> set[str]:
    """Lemmas of what somebody is asked or allowed to do."""
    tokens = sentence.tokens
    done = [c for c in sentence.dependents(verb, "xcomp", "ccomp") if tokens[c].upos == "VERB"]
    # "asked to stay outside" is not asked to stay
    return {" ".join([tokens[c].lemma.lower(), *_outside(sentence, c)]) for c in done}


def _outside(sentence: Sentence, verb: int) -> list[str]:
    """The word by which somebody is asked to be elsewhere: "outside" of "stay outside" and "stay outside the hall"."""
    below = sentence.children[verb]
    told = [sentence.tokens[c].text.lower() for c in below] + [preposition(sentence, c) for c in below]
    return [word for word in told if word in lexicon.load().classes["not_inside"]][:1]


def with_exclusions(people: list[Filled], kept_out: list[Kept]) -> list[Filled]:
    """Participants with those kept out in role `excluded`, whatever other role was read for the same words."""
    kept_out = [
        k for k in kept_out if k.mode != ABSENT or not any(_has_function(f, k) or _stays_in(f, k) for f in people)
    ]
    if not kept_out:
        return people
    heads = {k.mention.head for k in kept_out}
    silent = {k.mention.head for k in kept_out if k.silent}
    # Where the wording names who is kept out, whom the model takes for excluded besides is somebody else of the sentence.
    theirs = frozenset[int]().union(*(k.phrase for k in kept_out)) | heads
    beside = frozenset[int]().union(*(k.beside for k in kept_out))
    people = [
        f for f in people
        if f.role != "excluded" or f.rule != "model" or heads <= silent or f.mention.head in theirs
        or (f.mention.pronoun and f.mention.head in beside)
    ]  # fmt: skip
    out = {k.mention.resolution.actor for k in kept_out} - {None}
    left = {k.mention.head for k in kept_out if k.wording == WITHOUT}
    # "none of the rebels" is nobody beside the rebels
    people = [f for f in people if not any(_is_none_of(f, k) for k in kept_out)]
    chose = {k.mention.head for k in kept_out if k.by_choice}
    # "was left out of the talks" chose nothing, whatever the model read
    shut = {k.mention.head for k in kept_out if k.mode != ABSENT and not k.by_choice}
    again = {f.mention.head for f in people for k in kept_out if _of_phrase(f, k)}
    rest = [
        f for f in people
        if (f.role == "boycotting" and f.mention.head not in left and (f.rule != "model" or f.mention.head not in shut))
        or (f.role == "excluded" and f.mention.head not in silent | chose)
        or (f.mention.head not in heads | again and (f.role not in AT_TABLE or f.mention.resolution.actor not in out))
    ]  # fmt: skip
    taken = {f.mention.head for f in rest}
    added = [
        Filled(k.mention, "boycotting" if k.by_choice else "excluded", 1.0, f"wording '{k.wording}'")
        for k in kept_out
        if k.mention.head not in taken | silent
    ]
    return sorted(one_each([*rest, *added]), key=lambda f: f.mention.first)


def not_by_himself(sentence: Sentence, people: list[Filled], candidate: Candidate) -> list[Filled]:
    """Without a pronoun read as who is kept out that would mean whoever keeps him out, and without who only tells of it: "Turkey objects to
    its presence", "the UN said that nobody should be excluded"."""
    if candidate.label not in {*group("exclusions"), "invitation_issued"}:
        return people
    rule = candidate.ruling
    doing = [
        s for i in candidate.words
        if any(sentence.tokens[c].text.lower() in _ANYBODY for c in sentence.dependents(i, "obj", "iobj"))
        for s in sentence.dependents(i, "nsubj")
    ]  # fmt: skip
    if rule is not None and rule.trigger.anchor == "verb" and not is_passive(sentence, rule.anchor[0]):
        told = rule.trigger.exclusion
        doing += rule.slots.get("agent", []) if told is not None and told.who == "patient" else []
    for f in people:  # "the mediators excluded nobody", "the envoys invited nobody": not the mediators
        if f.role == "excluded" and f.rule == "model" and f.mention.head in doing:
            f.role = "initiator"
    acting = {f.mention.resolution.actor for f in people if f.role == "initiator"} - {None}
    return [
        f for f in people
        if f.role != "excluded" or not (
            sentence.tokens[f.mention.head].text.lower() in _ANYBODY
            or (f.mention.pronoun and f.mention.resolution.actor in acting)
            or (f.rule == "model" and f.mention.sentence == sentence.index and _only_tells(sentence, candidate, f.mention.head))
        )
    ]  # fmt: skip


def _only_tells(sentence: Sentence, candidate: Candidate, who: int) -> bool:
    """Whether somebody is the subject of a verb of saying whose clause says of another, by name or by "nobody", that he is out."""
    tokens = sentence.tokens
    for i in candidate.words:
        for clause in (i, *sentence.ancestors(i)):
            above = tokens[clause].head
            if (
                above < 0
                or not matches(tokens[clause].relation, ("ccomp",))
                or who not in sentence.dependents(above, "nsubj")
            ):
                continue
            subjects = sentence.dependents(clause, "nsubj", "nsubj:pass")
            others = [
                s
                for s in subjects
                if names_nobody(sentence, s) or tokens[s].text.lower() == "one" or tokens[s].upos == "PROPN"
            ]
            if others and len(others) == len(subjects) and all(tokens[s].text != tokens[who].text for s in subjects):
                return True
    return False


def _is_none_of(filled: Filled, kept: Kept) -> bool:
    """Whether an entry is a phrase with "none" or "neither" around whom a wording keeps out."""
    own = filled.mention
    none = own.text.lower().startswith(("none of ", "neither of "))
    return none and own.sentence == kept.mention.sentence and own.first <= kept.mention.head <= own.last


def _of_phrase(filled: Filled, kept: Kept) -> bool:
    """Whether an entry is a word of the phrase of who is out, for the same actor: "Russian" of "the Russian envoy"."""
    return (
        filled.mention.head in kept.phrase
        and filled.mention.resolution.actor == kept.mention.resolution.actor is not None
    )


def _stays_in(filled: Filled, kept: Kept) -> bool:
    """Whether the side of somebody who was not there himself is: "the talks with the LRA opened, with Kony not at the table"."""
    absent, side = kept.mention.resolution, filled.mention.resolution
    same = absent.person is not None and side.person is None and side.actor == absent.actor is not None
    return same and filled.role in AT_TABLE and filled.mention.head not in kept.phrase


def _has_function(filled: Filled, kept: Kept) -> bool:
    """Whether who was not there has a function of the talks all the same: "the host, Norway, did not take part"."""
    same = filled.mention.head == kept.mention.head
    return same and (filled.role in _NEED_NOT_SIT or filled.rule.startswith(TIED))


def uninvited(
    sentence: Sentence, mentions: Mentions, candidate: Candidate, people: list[Filled], words: ThirdPartyWords
) -> list[Filled]:
    """The participants of an invitation that was not made, whom it would have gone to as kept out: "without inviting Chad or Sudan"."""
    slots = [verb_slots(sentence, i) for i in candidate.words if sentence.tokens[i].upos == "VERB"]
    asked = {k for found in slots for k in found["patient"] if not is_let_in_alone(sentence, k, words)}
    if not asked:
        return people
    known = {f.mention.head for f in people}
    missed = [
        Filled(mentions.at(sentence, i), "excluded", 1.0, "not invited")
        for i in asked - known
        if mentions.counted(sentence, mentions.at(sentence, i)) > 0  # "neither country"
    ]
    out = [msgspec.structs.replace(f, role="excluded") if f.mention.head in asked else f for f in people]
    if missed:
        out = [f for f in out if f.role != "recipient"]
    return [*out, *missed]


def excluder(people: list[Filled], candidate: Candidate) -> str | None:
    """Who shuts somebody out, as actor id: who acts in an exclusion or a veto; of other events the excluder is not told."""
    if candidate.label not in group("exclusions"):
        return None
    out = {f.mention.resolution.actor for f in people if f.role == "excluded"}
    acting = (f.mention.resolution.actor for f in people if f.role in ("initiator", "convener", "host"))
    return next((actor for actor in acting if actor and actor not in out), None)


def invited_somewhere(sentence: Sentence, candidates: list[Candidate]) -> bool:
    """Whether somebody is not invited to a city, which stands for the talks there, or an invitation is taken back: "was not invited to
    Sochi", "withdrew its invitation to Iran"."""
    objects = (k for c in candidates if c.ruling for i in c.words for k in sentence.dependents(i, "obj", "nsubj:pass"))
    if any(sentence.tokens[k].lemma.lower() == "invitation" for k in objects):
        return True
    verbs = [i for c in candidates for i in c.words if sentence.tokens[i].lemma.lower() == "invite"]
    goals = (c for v in verbs for c in sentence.dependents(v, "obl") if preposition(sentence, c) == "to")
    return any(sentence.tokens[c].name.endswith("LOC") for c in goals)
