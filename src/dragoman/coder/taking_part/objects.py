"""Who is done to, or does it, by the build of the sentence although the model read it otherwise: the object of "called him a liar", the state
that somebody is barred from entering, from whom a town is taken."""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import Filled
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.classes import RELATIVE_PRONOUNS
from dragoman.coder.grammar.phrases import conjuncts, first_of, preposition, stands_below
from dragoman.coder.grammar.slots import is_passive
from dragoman.coder.names.mention import Mention
from dragoman.coder.names.mentions import Mentions
from dragoman.coder.taking_part.other_clauses import own_verb
from dragoman.coder.taking_part.said_against import is_to_blame
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import lexicon

_JUDGING = frozenset({"ACCUSE", "REJECT"})
_FORCE = frozenset({"COERCE", "SANCTION", "REJECT"})
_TAKING = frozenset({"ASSAULT", "COERCE"})
_VOICED = frozenset({"PROTEST", "ACCUSE", "REJECT", "THREATEN", "REQUEST"})
_AMONG = frozenset({"in", "from", "among", "across", "by"})
_CALLING_HOME = frozenset({"recall", "withdraw", "close", "shut"})
_HOUSES = frozenset({"embassy", "consulate"})
_REJECTED = frozenset({"to", "against"})
_WHOSE = frozenset({None, "by", "from", "of"})
_RULE = "build of the clause"


def with_objects(
    sentence: Sentence, mentions: Mentions, candidate: Candidate, kept: list[Filled], words: ThirdPartyWords
) -> list[Filled]:
    """The participants, with the object or the state that the verb's build tells."""
    label = candidate.label
    _of_relative_clause(sentence, candidate, kept)
    if label in _VOICED:
        _voiced(sentence, candidate, kept, words)
        _stirred_up(sentence, candidate, kept, words)
    if label == "SANCTION" and not any(f.role == "recipient" for f in kept):
        doers = {f.mention.actor for f in kept}
        sent = (
            _posted_at(sentence, mentions, candidate)
            or _recalled_from(sentence, mentions, candidate)
            or _sent_by(sentence, mentions, candidate)
        )
        kept = [*kept, *(Filled(m, "recipient", 1.0, _RULE) for m in sent if m.actor not in doers)]
    if label in _TAKING:
        _taken_from(sentence, candidate, kept)
    if label == "ACCUSE":
        kept = _stirred(sentence, candidate, kept, words)
    if label == "ACCUSE":
        _to_blame(sentence, candidate, kept)
    if label in _JUDGING:
        called = {m.head: m for m in _called(sentence, mentions, candidate)}
        for f in kept:
            if f.mention.head in called:
                f.role = "recipient"
        if not called and any(f.role == "recipient" for f in kept):
            return kept
        called = called or {m.head: m for m in _authors(sentence, mentions, candidate)}
        known = {f.mention.head for f in kept}
        return [*kept, *(Filled(m, "recipient", 1.0, _RULE) for i, m in called.items() if i not in known)]
    if label in _FORCE and (by := _doers(sentence, candidate, kept)):
        # "arrested in Kenya by Tanzanian agents"
        return [f for f in kept if f in by or f.role != "initiator" or preposition(sentence, f.mention.head) != "in"]
    if label in _FORCE and not any(f.role == "initiator" for f in kept):
        state = _forcing_state(sentence, mentions, candidate)
        if state is not None:
            others = [f for f in kept if f.mention.head != state.head]
            return [*others, Filled(state, "initiator", 1.0, _RULE)]
    return kept


def _of_relative_clause(sentence: Sentence, candidate: Candidate, kept: list[Filled]) -> None:
    """The noun that "who" stands for does it: "a rebel who had kidnapped three nuns was killed"."""
    tokens = sentence.tokens
    verb = next((i for i in candidate.words if tokens[i].upos == "VERB"), -1)
    if candidate.label.islower() or verb < 0 or tokens[verb].relation != "acl:relcl":
        return
    subjects = [tokens[c] for c in sentence.dependents(verb, "nsubj") if tokens[c].relation == "nsubj"]
    if not any(t.text.lower() in RELATIVE_PRONOUNS for t in subjects):
        return
    for f in kept:
        if f.mention.head == tokens[verb].head and f.role == "recipient":
            f.role, f.rule = "initiator", _RULE


def _taken_from(sentence: Sentence, candidate: Candidate, kept: list[Filled]) -> None:
    """Whoever a town or thing is taken from has it done to him: "captured Bouake from the Ivorian army"."""
    verb = own_verb(sentence, candidate.words)
    if verb < 0 or sentence.tokens[verb].lemma.lower() not in lexicon.load().classes["taking_from"]:
        return
    for f in kept:
        head = f.mention.head
        if f.role == "initiator" and sentence.tokens[head].head == verb and preposition(sentence, head) == "from":
            f.role, f.rule = "recipient", _RULE


def _voiced(sentence: Sentence, candidate: Candidate, kept: list[Filled], words: ThirdPartyWords) -> None:
    """Whoever protests or demands "come from" make them: "drew protests from Uganda"; not who is met with them: "countered threats from Iran"."""
    tokens, noun = sentence.tokens, candidate.words[-1]
    verbs = [tokens[i] for i in candidate.words if tokens[i].upos == "VERB"]
    if any(not {v.lemma.lower(), v.text.lower()} & words.stirring for v in verbs):
        return
    if sentence.tokens[noun].lemma.lower() not in lexicon.load().classes["voiced"]:
        return
    for f in kept:
        head = first_of(sentence, f.mention.head)  # "criticism from Uganda and from Kenya"
        marks = [c for c in sentence.dependents(head, "case") if c < head]
        if (
            f.role == "recipient"
            and marks
            and marks[0] == noun + 1
            and sentence.tokens[marks[0]].text.lower() == "from"
        ):
            f.role, f.rule = "initiator", _RULE


def _stirred_up(sentence: Sentence, candidate: Candidate, kept: list[Filled], words: ThirdPartyWords) -> None:
    """Whoever's act stirs up a protest has it done to him by those among whom it does: "the Kenyan raid triggered protests in Uganda"."""
    tokens, noun = sentence.tokens, candidate.words[-1]
    verb = tokens[noun].head
    stirs = verb >= 0 and bool({tokens[verb].lemma.lower(), tokens[verb].text.lower()} & words.stirring)
    if (
        not stirs
        or tokens[noun].relation != "obj"
        or tokens[noun].lemma.lower() not in lexicon.load().classes["voiced"]
    ):
        return
    subjects = {i for s in sentence.dependents(verb, "nsubj") for i in sentence.subtree(s)}
    for f in kept:
        among = {*_AMONG, "of"} if tokens[noun].lemma.lower() in lexicon.load().classes["felt"] else _AMONG
        near = tokens[f.mention.head].head in (noun, verb) and preposition(sentence, f.mention.head) in among
        if f.role == "initiator" and f.mention.head in subjects:
            f.role = "recipient"
        elif f.role == "recipient" and near:
            f.role = "initiator"


def _posted_at(sentence: Sentence, mentions: Mentions, candidate: Candidate) -> list[Mention]:
    """The state where an envoy is that is called home or sent away: "recalled its ambassador to Uganda", "pulled its envoy out of Kampala"."""
    tokens, verb = sentence.tokens, own_verb(sentence, candidate.words)
    if verb < 0:
        return []
    sent = _envoys(sentence, verb)
    there = [c for i in sent for c in sentence.dependents(i, "nmod") if preposition(sentence, c) in ("to", "in", "at")]
    away = [c for c in sentence.dependents(verb, "obl") if sent and preposition(sentence, c) in ("from", "out")]
    found = (mentions.at(sentence, c) for c in (*there, *away) if tokens[c].upos == "PROPN")
    return [m for m in found if m.actor is not None and m.actor == m.country]


def _envoys(sentence: Sentence, verb: int) -> list[int]:
    """Objects of a verb that are somebody posted abroad, or his house."""
    kinds = lexicon.load().nouns_of_posts | _HOUSES
    return [i for i in sentence.dependents(verb, "obj") if sentence.tokens[i].lemma.lower() in kinds]


def _recalled_from(sentence: Sentence, mentions: Mentions, candidate: Candidate) -> list[Mention]:
    """The state that an envoy is called home from, told in the clause before: "condemned Uganda and recalled its envoy"."""
    tokens = sentence.tokens
    verb = own_verb(sentence, candidate.words)
    if verb < 0 or tokens[verb].relation != "conj" or tokens[verb].lemma.lower() not in _CALLING_HOME:
        return []
    above = tokens[verb].head
    others = sentence.dependents(above, "obj")
    others += [c for c in sentence.dependents(above, "obl", "nmod") if preposition(sentence, c) == "with"]
    before = [mentions.at(sentence, i) for i in others if _envoys(sentence, verb)]
    return [m for m in before if m.actor is not None and m.actor == m.country]


def _sent_by(sentence: Sentence, mentions: Mentions, candidate: Candidate) -> list[Mention]:
    """The state whose envoy is sent away or whose house is closed: "closed the Kenyan embassy"."""
    verb = own_verb(sentence, candidate.words)
    sent = _envoys(sentence, verb) if verb >= 0 else []
    owners = [c for i in sent for c in sentence.dependents(i, "amod", "compound", "nmod:poss")]
    found = (mentions.at(sentence, c) for c in owners if sentence.tokens[c].upos != "PRON")
    return [m for m in found if m.actor is not None and m.actor == m.country]


def _doers(sentence: Sentence, candidate: Candidate, kept: list[Filled]) -> list[Filled]:
    """Those behind "by" of an event's own verb."""
    heads = (f.mention.head for f in kept if f.role == "initiator")
    by = {h for h in heads if sentence.tokens[h].head in candidate.words and preposition(sentence, h) == "by"}
    return [f for f in kept if f.mention.head in by]


def _stirred(sentence: Sentence, candidate: Candidate, kept: list[Filled], words: ThirdPartyWords) -> list[Filled]:
    """Whoever is angered by an act accuses him whose act it is: Uganda of "the Kenyan raid infuriated Uganda" and of "Angered by Kenya, Uganda
    expelled its envoy"."""
    verb = next((i for i in candidate.words if sentence.tokens[i].upos == "VERB"), -1)
    if verb < 0 or sentence.tokens[verb].lemma.lower() not in words.stirring:
        return kept
    relation = "nsubj:pass" if is_passive(sentence, verb) else "obj"
    stirred, above = sentence.dependents(verb, relation), sentence.tokens[verb].head
    if any(sentence.tokens[i].lemma.lower() in lexicon.load().classes["voiced"] for i in stirred):
        return kept  # "faced criticism from Uganda"
    if not stirred and relation == "nsubj:pass" and matches(sentence.tokens[verb].relation, ("advcl",)):
        stirred = sentence.dependents(above, "nsubj")
    angry = {k for i in stirred for k in conjuncts(sentence, i)}
    for f in kept:
        f.role = "initiator" if f.mention.head in angry else "recipient"
    return kept


def _to_blame(sentence: Sentence, candidate: Candidate, kept: list[Filled]) -> None:
    """Who "is to blame" is blamed, and blames nobody."""
    verb = next((i for i in candidate.words if is_to_blame(sentence, i)), -1)
    blamed = {k for c in sentence.dependents(verb, "nsubj") for k in conjuncts(sentence, c)} if verb >= 0 else set()
    for f in kept:
        if f.role == "initiator" and any(stands_below(sentence, f.mention.head, i) for i in blamed):
            f.role, f.rule = "recipient", _RULE


def _called(sentence: Sentence, mentions: Mentions, candidate: Candidate) -> list[Mention]:
    """Who is called a liar or found guilty."""
    tokens = sentence.tokens
    verb = next((i for i in candidate.words if tokens[i].upos == "VERB"), tokens[candidate.words[0]].head)
    if verb < 0 or tokens[verb].lemma.lower() not in lexicon.load().classes["predicating"]:
        return []
    behind = [c for c in sentence.dependents(verb, "xcomp", "obl", "ccomp", "advcl") if c > verb]
    if verb in candidate.words and not behind:
        return []
    objects = sentence.dependents(verb, "nsubj:pass" if is_passive(sentence, verb) else "obj", "iobj")
    found = [mentions.at(sentence, k) for i in objects[:1] for k in conjuncts(sentence, i)]
    return [m for m in found if m.known or m.pronoun]


def _authors(sentence: Sentence, mentions: Mentions, candidate: Candidate) -> list[Mention]:
    """Whose proposal is voted down: "Uganda" of "objected to a Ugandan resolution"."""
    tokens = sentence.tokens
    verb = next((i for i in candidate.words if tokens[i].upos == "VERB"), -1)
    if candidate.label != "REJECT" or verb < 0:
        return []
    things = [
        c for c in sentence.dependents(verb, "obj", "obl")
        if tokens[c].upos == "NOUN" and (tokens[c].relation == "obj" or preposition(sentence, c) in _REJECTED)
    ]  # fmt: skip
    owners = [
        c for i in things for c in sentence.children[i]
        if matches(tokens[c].relation, ("amod", "compound", "nmod")) and preposition(sentence, c) in _WHOSE
    ]  # fmt: skip
    return [m for m in (mentions.at(sentence, c) for c in owners) if m.actor is not None][:1]


def _forcing_state(sentence: Sentence, mentions: Mentions, candidate: Candidate) -> Mention | None:
    """The state that keeps or puts somebody out, or tries him, where only its land is told: "were barred from entering Kenya", "the deportation of
    Ugandans from Kenya", "was detained in London"."""
    tokens, classes = sentence.tokens, lexicon.load().classes
    for i in candidate.words:
        lemma = tokens[i].lemma.lower()
        noun = tokens[i].upos == "NOUN"
        if not (noun or is_passive(sentence, i)):
            continue
        near = sentence.dependents(i, "nmod" if noun else "obl")
        if any(preposition(sentence, c) == "by" for c in near):
            continue
        near += [c for n in near if noun for c in sentence.dependents(n, "nmod")]  # "the arrest of a bishop in Kenya"
        if lemma in classes["letting_in"]:
            near += [
                c for v in sentence.dependents(i, "advcl", "xcomp", "ccomp") for c in sentence.dependents(v, "obj")
            ]
            near += [
                c for v in sentence.dependents(i, "obj") for c in sentence.dependents(v, "nmod")
            ]  # "denied entry to Kenya"
            cases: tuple[str | None, ...] = ("from", "to", "into", None)
        elif lemma in classes["putting_out"]:
            cases = ("from",)
        elif lemma in classes["by_law"]:
            cases = ("in",)
        else:
            continue
        for c in near:
            if c > i and preposition(sentence, c) in cases and (state := _state(sentence, mentions, c)) is not None:
                return state
    return None


def _state(sentence: Sentence, mentions: Mentions, i: int) -> Mention | None:
    """A state, or that of a town, by the name of its land."""
    mention = mentions.at(sentence, i)
    if not sentence.tokens[i].name.endswith("LOC") or mention.pronoun:
        return None
    if mention.actor is not None:
        return mention if mention.actor == mention.country else None
    return mentions.as_state(mention) if mention.resolution.place is not None else None
