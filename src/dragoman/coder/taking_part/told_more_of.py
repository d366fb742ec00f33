"""Who does what a relative clause tells of somebody: he of whom it tells, and nobody above him ("Kenya met Uganda, which has offered to mediate")."""

from __future__ import annotations

from dragoman.coder.at_the_table.third_parties import acts
from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import TIED, Filled
from dragoman.coder.draft.roles import MEDIATORS, MEETING
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.classes import AT_TABLE, RELATIVE_PRONOUNS
from dragoman.coder.grammar.phrases import PERSONAL, conjuncts, first_of, preposition, stands_below
from dragoman.coder.grammar.slots import is_passive, object_acts
from dragoman.coder.names.mention import Mention
from dragoman.coder.names.mentions import Mentions
from dragoman.coder.taking_part.no_part import DOERS
from dragoman.coder.taking_part.other_clauses import own_verb
from dragoman.coder.taking_part.own_clause import DOING, is_agent
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group, lexicon

_JUDGEMENTS = frozenset({"ACCUSE", "endorsement", "disparagement"})
_PAIR = 2
_ALONE = DOING | {"guarantor"}
_PARTS = ("nmod", "appos", "compound", "amod", "flat", "nmod:poss")
_RULE = "of whom the relative clause tells"


def by_whom_it_tells_of(
    sentence: Sentence, mentions: Mentions, candidate: Candidate, kept: list[Filled], words: ThirdPartyWords
) -> list[Filled]:
    """The participants of an event in a relative clause with its noun as the doer: not "Kenya" of "Kenya bombed the rebels, who threatened
    reprisals", and not as the one done to."""
    verb = own_verb(sentence, candidate.words)
    if _has_own_doer(sentence, verb, words):
        return [f for f in kept if f.role not in _ALONE or stands_below(sentence, f.mention.head, verb)]
    clause = telling_clause(sentence, verb, words)
    kept = _without_those_above(sentence, verb, candidate, kept, words)
    if candidate.label == "resolution_adopted" and verb in candidate.words:
        kept = _without_who_takes_it(sentence, verb, kept)
    if verb in candidate.words and candidate.label in group("about_matters"):
        kept = _done_by_its_agents(sentence, verb, kept)
    if clause < 0 and candidate.label not in group("about_matters"):
        _done_to(sentence, verb, kept, words)
    if clause < 0 or is_passive(sentence, verb):
        return kept
    if candidate.label in _JUDGEMENTS and not _is_done_by_people(sentence, clause, words):
        return kept  # "It was Kenyatta who made it possible": whoever says so judges him
    told = _told_of(sentence, clause, words)
    who = mentions.at(sentence, told[-1])
    if not acts(sentence, told[-1], words) or not (who.known and (who.actor or who.resolution.person)):
        return kept
    own = [f for f in kept if f.mention.head in told]
    leaking = _leaking(sentence, candidate, kept, own, clause)
    outside = [f for f in kept if f.role in leaking and _stands_outside(sentence, f, clause, told, who)]
    spoken = verb in candidate.words and candidate.label not in group("answered")
    if outside or spoken:
        for f in own:
            if f.role == "recipient" and not any(o.role in DOING for o in own):
                f.role, f.rule = "initiator", _RULE
    kept = [f for f in kept if f not in outside]
    if any(f.role in DOING for f in outside) and not any(f.role in DOERS | {"host"} for f in kept):
        kept.append(Filled(who, "initiator", max(f.probability for f in outside), _RULE))
    return kept


def _has_own_doer(sentence: Sentence, verb: int, words: ThirdPartyWords) -> bool:
    """Whether a verb has its doer beside it behind "with": "with Kenya acting as guarantor, Uganda and the rebels signed"."""
    if verb < 0 or sentence.tokens[verb].relation != "advcl" or preposition(sentence, verb) != "with":
        return False
    return any(acts(sentence, i, words) for i in sentence.dependents(verb, "nsubj"))


def _done_to(sentence: Sentence, verb: int, kept: list[Filled], words: ThirdPartyWords) -> None:
    """Of whom a passive relative clause with a doer tells has it done to him: "the group, which is backed by Kenya"."""
    tokens = sentence.tokens
    if verb < 0 or tokens[verb].relation != "acl:relcl":
        return
    if _is_bare_passive(sentence, verb):
        for f in kept:
            if f.role == "initiator" and f.mention.head in conjuncts(sentence, first_of(sentence, tokens[verb].head)):
                f.role, f.rule = "recipient", _RULE
    if not is_passive(sentence, verb):
        return
    doers = {k for c in sentence.children[verb] if is_agent(sentence, c) for k in conjuncts(sentence, c)}
    pronouns = [c for c in sentence.dependents(verb, "nsubj:pass") if tokens[c].text.lower() in RELATIVE_PRONOUNS]
    if not pronouns or not any(f.role == "initiator" and f.mention.head in doers for f in kept):
        return
    last = pronouns[0] - (2 if tokens[pronouns[0] - 1].text == "," else 1)
    told = {tokens[verb].head, last} if stands_below(sentence, last, tokens[verb].head) else {tokens[verb].head}
    for f in kept:
        if f.role == "initiator" and f.mention.head in told and acts(sentence, f.mention.head, words):
            f.role, f.rule = "recipient", _RULE


def _done_by_its_agents(sentence: Sentence, verb: int, kept: list[Filled]) -> list[Filled]:
    """The participants of what is told of a text without the subject above it, where it says by whom it was signed: not Chad of "Chad's cabinet
    approved an accord that was initialled by Idriss and Garang"."""
    tokens = sentence.tokens
    if not matches(tokens[verb].relation, ("acl",)) or not is_passive(sentence, verb):
        return kept
    doers = {k for c in sentence.children[verb] if is_agent(sentence, c) for k in conjuncts(sentence, c)}
    noun = tokens[verb].head
    if (
        tokens[noun].relation != "obj"
        or len([f for f in kept if f.mention.head in doers and f.role in AT_TABLE]) < _PAIR
    ):
        return kept
    subjects = sentence.dependents(tokens[noun].head, "nsubj")
    return [
        f
        for f in kept
        if f.role not in AT_TABLE or not any(stands_below(sentence, f.mention.head, i) for i in subjects)
    ]


def _without_those_above(
    sentence: Sentence, verb: int, candidate: Candidate, kept: list[Filled], words: ThirdPartyWords
) -> list[Filled]:
    """The participants of what was done to somebody, as a relative clause tells, without the subject of the clause above: not Chad of "Chad did not
    meet Odinga, who was invited by the bishops"."""
    tokens = sentence.tokens
    if verb < 0 or verb not in candidate.words or tokens[verb].relation != "acl:relcl":
        return kept
    pronouns = [c for c in sentence.dependents(verb, "nsubj:pass") if tokens[c].text.lower() in RELATIVE_PRONOUNS]
    noun = tokens[verb].head
    if not pronouns or noun < 0 or not acts(sentence, noun, words):
        return kept
    above = [i for i in sentence.ancestors(noun) if tokens[i].upos in ("VERB", "AUX")]
    subjects = {k for i in above for c in sentence.dependents(i, "nsubj") for k in conjuncts(sentence, c)}
    subjects -= {noun, *sentence.ancestors(noun), *conjuncts(sentence, first_of(sentence, noun))}
    return [f for f in kept if f.role != "recipient" or f.mention.head not in subjects]


def _without_who_takes_it(sentence: Sentence, verb: int, kept: list[Filled]) -> list[Filled]:
    """The participants of a resolution's adoption without who does something about it: not Chad of "Chad ignored resolution 660, adopted in May"."""
    tokens = sentence.tokens
    told = tokens[verb - 1].text == "," and not sentence.dependents(verb, "nsubj", "nsubj:pass", "aux", "cc")
    above = tokens[verb].head
    if not (told or tokens[verb].relation == "acl") or above < 0:
        return kept
    over = {above, *sentence.ancestors(verb)}
    subjects = {k for i in over for c in sentence.dependents(i, "nsubj") for k in conjuncts(sentence, c)}
    return [f for f in kept if f.role not in ("initiator", "recipient") or f.mention.head not in subjects]


def _is_bare_passive(sentence: Sentence, verb: int) -> bool:
    """Whether a participle tells what is done to all of those before it: "Chad and Sudan, both suspended from the Union"."""
    token = sentence.tokens[verb]
    all_of = [
        c for c in sentence.dependents(verb, "nsubj") if sentence.tokens[c].text.lower() in ("both", "all", "each")
    ]
    return (
        bool(all_of)
        and token.text.lower().endswith("ed")
        and not sentence.dependents(verb, "obj", "iobj", "aux", "ccomp")
    )


def telling_clause(sentence: Sentence, verb: int, words: ThirdPartyWords) -> int:
    """The verb of the relative clause whose pronoun does what a verb tells, -1 for none: "offered" for "mediate" of "Uganda, which has offered to
    mediate", "said" for "sign" of "Uganda, which said it would not sign"."""
    tokens = sentence.tokens
    while verb >= 0:
        relation = tokens[verb].relation
        subjects = [tokens[c] for c in sentence.dependents(verb, "nsubj", "nsubj:pass") if c < verb]
        if relation == "acl:relcl":
            does = [
                t for t in subjects
                if t.relation == "nsubj" and t.text.lower() in RELATIVE_PRONOUNS and preposition(sentence, t.i) is None
            ]  # fmt: skip
            return verb if does and len(subjects) == 1 else -1
        above = tokens[verb].head
        if relation in ("conj", "xcomp") and not subjects:
            objects = [i for i in sentence.dependents(above, "obj", "iobj", "obl") if i < verb] if above >= 0 else []
            if object_acts(sentence, verb) or (relation == "xcomp" and any(acts(sentence, i, words) for i in objects)):
                return -1  # "who urged Uganda to sign"
        elif not (
            relation == "ccomp"
            and tokens[above].lemma.lower() in words.saying
            and subjects
            and all(t.text.lower() in PERSONAL for t in subjects)
        ):
            return -1
        verb = above
    return -1


def _told_of(sentence: Sentence, clause: int, words: ThirdPartyWords) -> list[int]:
    """The nouns that a relative clause tells of: that before it, and those coordinated with it if the clause's verb is no singular.

    Where the parser hangs what only people do on a thing, he who stands last before it: "sanctions on the rebels, which denied the charges".
    """
    tokens = sentence.tokens
    noun = tokens[clause].head
    pronoun = next(c for c in sentence.dependents(clause, "nsubj") if c < clause)
    last = pronoun - 2 if tokens[pronoun - 1].text == "," else pronoun - 1
    if tokens[pronoun - 1].text != "," and last not in sentence.subtree(noun) and acts(sentence, last, words):
        return [last]  # "between Iran and the states that had cut ties": hung on another
    if stands_below(sentence, last, noun) and acts(sentence, last, words):
        by_name = tokens[last].name[2:] == "PER" and tokens[pronoun].text.lower() == "who"
        told = sentence.dependents(noun, "acl")
        aside = any(c != clause and stands_below(sentence, last, c) for c in told)  # "Kenyatta, met by Annan, who"
        thing = not acts(sentence, noun, words) and _is_done_by_people(sentence, clause, words)
        noun = last if thing or (aside and by_name) else noun
    finite = [clause, *(c for c in sentence.dependents(clause, "aux", "cop") if c < clause)]
    if any(tokens[i].text.lower() in ("has", "is", "was", "does") or _in_singular(sentence, i) for i in finite):
        return [noun]
    row = [i for i in conjuncts(sentence, first_of(sentence, noun)) if i < clause]
    # "Iran, which stayed away, and Iraq, which was not invited"
    last = max((k for k, i in enumerate(row) if any(c != clause for c in sentence.dependents(i, "acl"))), default=-1)
    return row[last + 1 :] or [noun]


def _is_done_by_people(sentence: Sentence, clause: int, words: ThirdPartyWords) -> bool:
    """Whether a verb is one of saying, judging or answering, or has an infinitive: "accused", "refuses to sign"."""
    lemma = sentence.tokens[clause].lemma.lower()
    said = lemma in lexicon.load().reporting_verbs
    return said or lemma in words.judging | words.answering | words.asking or bool(sentence.dependents(clause, "xcomp"))


def _in_singular(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    return token.upos == "VERB" and token.text.lower().endswith("s") and token.text.lower() != token.lemma.lower()


def _leaking(
    sentence: Sentence, candidate: Candidate, kept: list[Filled], own: list[Filled], clause: int
) -> frozenset[str]:
    """The roles that nobody outside the clause has: of a meeting all, if he of whom it tells has one and somebody in the clause another."""
    assists = candidate.label == "mediator_resigned" or any(f.role in MEDIATORS for f in own)
    leaking = DOING | MEDIATORS if assists else DOING
    inside = any(stands_below(sentence, f.mention.head, clause) and f.role in MEETING for f in kept)
    # "who held talks with Putin", not "who speaks for the rebels in the talks"
    told = any(sentence.tokens[i].upos == "VERB" for i in candidate.words)
    told = told or sentence.tokens[candidate.words[-1]].relation == "obj"
    if candidate.label in group("about_matters") and told and inside and any(f.role in MEETING for f in own):
        leaking |= MEETING
    return leaking


def _stands_outside(sentence: Sentence, filled: Filled, clause: int, told: list[int], who: Mention) -> bool:
    """Whether a phrase is somebody else, outside the relative clause and the phrase that it tells of."""
    head = filled.mention.head
    if filled.mention.sentence != sentence.index or filled.rule.startswith(TIED):
        return False
    if stands_below(sentence, head, clause) or head in told or _same(filled.mention, who):
        return False
    near = {*told, *(w for i in told for w in _phrase(sentence, i))}
    return head not in near and not any(filled.mention.first <= i <= filled.mention.last for i in told)


def _same(mention: Mention, other: Mention) -> bool:
    return mention.actor is not None and mention.actor == other.actor


def _phrase(sentence: Sentence, noun: int) -> list[int]:
    """The words of the phrases that a noun stands in or has below it, whatever the parser hangs the clause on: "leaders" for "Hamas" of "leaders
    of Hamas", and the other way round."""
    tokens, found = sentence.tokens, []
    i = noun
    while matches(tokens[i].relation, _PARTS) and tokens[i].head >= 0:
        i = tokens[i].head
        found.append(i)
    waiting = [noun]
    while waiting:
        word = waiting.pop()
        inside = sentence.dependents(word, *_PARTS, *(["conj"] if word != noun else []))
        found += inside
        waiting += inside
    return found
