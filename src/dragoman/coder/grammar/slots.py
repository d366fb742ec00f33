"""Who does what to whom in the tree: the fillers of a word's slots (agent, patient, prepositions, complement).

Passives, participles, relative clauses, control ("agreed to meet") and coordination are looked through, so that a trigger
need not care how its sentence is built. Slots are those of the ontology's conditions.
"""

from __future__ import annotations

from collections import defaultdict

from dragoman.coder.grammar.classes import OF_OR_FROM, RELATIVE_PRONOUNS
from dragoman.coder.grammar.phrases import conjuncts, preposition
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import lexicon

Slots = dict[str, list[int]]

LIGHT_RELATIONS = ("obj", "nsubj:pass", "nsubj", "obl", "xcomp", "ccomp")
# Verbs whose infinitive is done by their subject although an object stands between.
_SUBJECT_CONTROL = frozenset({"promise", "threaten", "vow", "pledge"})
# By what preposition those follow whom a verb calls to do what its infinitive tells: "called on Kabila to withdraw".
_CALLING = {"call": "on", "appeal": "to", "prevail": "on", "plead": "with"}
# Prepositions that introduce a gerund, which parsers take for a clause of its own: "accused of breaking", "barred from attending".
_GERUND = frozenset({"of", "from", "for", "by", "without", "against"})
# Verbs without a passive for people, whose participle and past look alike.
_LEARNING = frozenset({"learn", "read", "hear", "know"})
# Verbs whose subject does what "for" tells although somebody is their object: "compensated the family for killing him".
PAYING = frozenset({"compensate", "reimburse", "repay", "need", "use"})
_MAX_DEPTH = 6
# Nouns that count or portion the one in their "of" phrase: "a round of talks" is talks.
_PORTIONS = frozenset(
    {
        "round",
        "series",
        "set",
        "string",
        "cycle",
        "session",
        "kind",
        "sort",
        "form",
        "number",
        "couple",
        "resumption",
        "start",
    }
)


def is_passive(sentence: Sentence, verb: int) -> bool:
    """Whether the verb is passive: has a passive subject or auxiliary, or is a past participle after its noun."""
    if any(sentence.tokens[c].relation in ("nsubj:pass", "aux:pass", "csubj:pass") for c in sentence.children[verb]):
        return not _active_perfect(sentence, verb)
    token = sentence.tokens[verb]
    bare = token.relation in ("acl", "amod") or (
        token.relation == "advcl" and not sentence.dependents(verb, "nsubj", "aux")
    )
    if is_absolute(sentence, verb):  # "with the rebels shut out"
        form = token.text.lower()
        return form.endswith("ed") or (token.upos == "VERB" and not form.endswith("ing"))
    return bare and _looks_past_participle(token.text.lower(), token.lemma)


def _active_perfect(sentence: Sentence, verb: int) -> bool:
    """Whether a verb with "have" and without "be" is active, whatever the parser takes its subject for: "it had learned of the talks"."""
    forms = [sentence.tokens[c] for c in sentence.dependents(verb, "aux")]
    having = any(t.lemma.lower() == "have" for t in forms)
    return having and not sentence.dependents(verb, "aux:pass", "cop") and all(t.lemma.lower() != "be" for t in forms)


def is_absolute(sentence: Sentence, verb: int) -> bool:
    """Whether a word and its subject stand without a finite verb behind "with": "with Sinn Fein barred", "with UNITA absent"."""
    marks = sentence.dependents(verb, "mark", "case")
    with_ = any(c < verb and sentence.tokens[c].text.lower() == "with" for c in marks)
    return with_ and bool(sentence.dependents(verb, "nsubj")) and not sentence.dependents(verb, "aux", "cop")


def _looks_past_participle(form: str, lemma: str) -> bool:
    return form != lemma and not form.endswith("ing") and not form.endswith("s")


def verb_slots(sentence: Sentence, verb: int, depth: int = 0) -> Slots:
    """Slots of a verb (or predicate adjective or noun): slot name → positions of filler heads, coordination spelled out."""
    slots: Slots = defaultdict(list)
    tokens = sentence.tokens
    passive = is_passive(sentence, verb)
    for child in sentence.children[verb]:
        relation = tokens[child].relation
        fillers = conjuncts(sentence, _antecedent(sentence, child, verb))
        case = preposition(sentence, child)
        nominal = tokens[child].upos in ("NOUN", "PROPN", "PRON", "NUM")
        second = child > verb and any(c < child for c in sentence.dependents(verb, "nsubj"))  # no verb has two subjects
        if case and nominal and (second or not matches(relation, ("nsubj", "advmod", "mark"))):
            # A noun with a preposition is an oblique, whatever the parser calls it.
            # A second phrase with a preposition of its own is no conjunct: "brokered by Qatar, between the army and the rebels".
            for filler in fillers:
                other = _own_case(sentence, filler) if filler != child else case
                slots[other or case].append(filler)
                if (other or case) == "by" and passive:
                    slots["agent"].append(filler)
        elif relation in ("nsubj", "csubj"):
            slots["patient" if passive and is_absolute(sentence, verb) else "agent"] += fillers
        elif relation in ("nsubj:pass", "csubj:pass"):
            slots["patient" if passive else "agent"] += fillers
        elif relation == "obj" or (
            nominal and relation in ("xcomp", "ccomp") and not sentence.dependents(child, "nsubj", "cop")
        ):
            slots["patient"] += fillers
        elif relation == "iobj":
            slots["to"] += fillers
            if not sentence.dependents(verb, "obj"):
                slots["patient"] += fillers
        elif case and (relation in ("advcl", "acl") or (relation in ("ccomp", "xcomp") and case in _GERUND)):
            slots[case] += fillers
        if relation in ("xcomp", "ccomp", "advcl", "acl"):
            slots["complement"] += conjuncts(sentence, child)
    token = tokens[verb]
    if matches(token.relation, ("acl",)) and token.head >= 0 and not slots["agent" if not passive else "patient"]:
        habit = not passive and preposition(sentence, verb) == "of"
        doers = _of_habit(sentence, token.head, depth) if habit else conjuncts(sentence, token.head)
        slots["patient" if passive else "agent"] += doers
    slots["patient"] += [whole for f in slots["patient"] for whole in _portioned(sentence, f)]
    if not slots["agent"] and not passive and depth < _MAX_DEPTH:
        slots["agent"] += _inherited(sentence, verb, depth)
    if passive and not slots["patient"] and depth < _MAX_DEPTH:
        slots["patient"] += _inherited(sentence, verb, depth)
    return slots


def _of_habit(sentence: Sentence, noun: int, depth: int) -> list[int]:
    """Who does what a noun with "of" is about: "Oman" of "Oman has a tradition of mediating" and of "Oman's tradition of mediating"."""
    owners = sentence.dependents(noun, "nmod:poss")
    if owners:
        return [k for i in owners for k in conjuncts(sentence, i)]
    token = sentence.tokens[noun]
    if token.head < 0 or not matches(token.relation, ("obj",)) or depth >= _MAX_DEPTH:
        return []
    return verb_slots(sentence, token.head, depth + 1)["agent"]


def kept_object(sentence: Sentence, i: int) -> bool:
    """Whether a word is the object that a passive verb keeps beside its subject: "the delegation was refused entry"."""
    token = sentence.tokens[i]
    nominal = token.upos == "NOUN" and token.relation == "xcomp"
    return (nominal or token.relation == "obj") and is_passive(sentence, token.head)


def _own_case(sentence: Sentence, i: int) -> str | None:
    """Preposition of a phrase, also where it hangs on the first name in it: "between Congo and M23 rebels"."""
    before = [c for c in sentence.dependents(i, "compound", "amod", "nmod") if c < i]
    return next((case for k in (i, *before) if (case := preposition(sentence, k))), None)


def _portioned(sentence: Sentence, noun: int) -> list[int]:
    """ "talks" of "a new series of peace talks"."""
    if sentence.tokens[noun].lemma.lower() not in _PORTIONS:
        return []
    return [
        f for c in sentence.dependents(noun, "nmod") if preposition(sentence, c) == "of" for f in conjuncts(sentence, c)
    ]


def _inherited(sentence: Sentence, verb: int, depth: int) -> list[int]:
    """Subject that a verb without one shares with the verb above it."""
    token = sentence.tokens[verb]
    if token.head < 0 or not matches(token.relation, ("conj", "xcomp", "advcl", "ccomp", "parataxis")):
        return []
    above = verb_slots(sentence, token.head, depth + 1)
    if token.relation == "conj":
        if (beyond := _above_relative(sentence, verb)) is not None:
            return verb_slots(sentence, beyond, depth + 1)["patient"]
        passive = is_passive(sentence, token.head)
        # "was received by the president but had no seat": whoever was received had none
        # while "was kidnapped by the rebels and shot dead" may go on in the passive
        active = bool(sentence.dependents(token.head, "nsubj:pass") and sentence.dependents(verb, "obj", "aux"))
        same = active or is_passive(sentence, verb) or token.lemma.lower() in _LEARNING
        return above["patient"] if passive and same else above["agent"] or above["patient"]
    gerund = token.relation == "ccomp" and preposition(sentence, verb) in OF_OR_FROM
    if matches(token.relation, ("ccomp", "parataxis")) and not gerund:
        return []
    governor = sentence.tokens[token.head]
    if token.relation == "xcomp" and (called := [i for i in above[_CALLING.get(governor.lemma, "")] if i < verb]):
        return called
    by_object = token.relation == "xcomp" and governor.lemma not in _SUBJECT_CONTROL
    if above["patient"] and (by_object or preposition(sentence, verb) in OF_OR_FROM or object_acts(sentence, verb)):
        return above["patient"]
    return above["agent"] or (above["patient"] if is_passive(sentence, token.head) else [])


def _above_relative(sentence: Sentence, verb: int) -> int | None:
    """The passive verb that a second one goes on with, across a relative clause that parsers hang it on: "kept" for "excluded" of "were kept out
    of the talks, in which Chad dealt with Sudan, and were excluded from the next"."""
    tokens = sentence.tokens
    clause = tokens[verb].head
    if (
        tokens[clause].relation != "acl:relcl"
        or is_passive(sentence, clause)
        or not sentence.dependents(verb, "aux:pass")
    ):
        return None
    joins = min(sentence.dependents(verb, "cc"), default=0)
    if not joins or tokens[joins - 1].text != ",":
        return None
    return next((a for a in sentence.ancestors(clause) if sentence.dependents(a, "nsubj:pass")), None)


def object_acts(sentence: Sentence, verb: int) -> bool:
    """Whether a gerund is done by somebody who is the object of the verb above: "thanked Oman for hosting", "accused the army of shelling"; not
    "took the blame for shelling", "criticised the deal for rewarding"."""
    token = sentence.tokens[verb]
    if token.head < 0 or token.relation not in ("advcl", "ccomp", "xcomp") or not token.text.lower().endswith("ing"):
        return False
    case, above = preposition(sentence, verb), sentence.tokens[token.head]
    if case not in ("for", *OF_OR_FROM) or (case == "for" and above.lemma in PAYING):
        return False
    objects = sentence.dependents(token.head, "nsubj:pass" if is_passive(sentence, token.head) else "obj", "iobj")
    return any(_somebody(sentence, i) for i in objects if i < verb)


def _somebody(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    return token.upos in ("PROPN", "PRON") or token.name != "O" or token.mention in ("person", "organization")


def _antecedent(sentence: Sentence, child: int, verb: int) -> int:
    """The noun that a relative pronoun stands for; the word itself otherwise."""
    token = sentence.tokens[child]
    if token.text.lower() in RELATIVE_PRONOUNS and token.upos in ("PRON", "DET", "SCONJ"):
        for word in (verb, *sentence.ancestors(verb)):
            if matches(sentence.tokens[word].relation, ("acl",)):
                return _named_before(sentence, sentence.tokens[word].head)
    return child


def _named_before(sentence: Sentence, noun: int) -> int:
    """The names behind which a noun only tells what they are: of "Sokapu and Miyetti, two groups that were not invited" Sokapu; not of "Astana, a
    process that the Kurds were excluded from"."""
    token = sentence.tokens[noun]
    classes = lexicon.load().classes
    if any(token.lemma.lower() in classes[name] for name in ("any_talks", "text", "truce")):
        return noun  # asked for by itself
    if token.upos == "NOUN" and sentence.dependents(
        noun, "cop"
    ):  # "Lebanon was the only neighbour that was not invited"
        names = [i for i in sentence.dependents(noun, "nsubj") if sentence.tokens[i].upos == "PROPN"]
        return names[0] if names else noun
    named = sentence.tokens[token.head] if token.relation == "appos" and token.head >= 0 else None
    if token.upos != "NOUN" or named is None or named.upos != "PROPN" or sentence.dependents(noun, "nmod:poss"):
        return noun
    several = token.text.lower() != token.lemma.lower()
    return named.i if several or not sentence.dependents(named.i, "conj") else noun


def noun_slots(sentence: Sentence, noun: int, light_verbs: frozenset[str]) -> Slots:
    """Slots of an event noun, with those of the light verb that governs it ("held talks with")."""
    slots: Slots = defaultdict(list)
    tokens = sentence.tokens
    for child in sentence.children[noun]:
        relation = tokens[child].relation
        fillers = conjuncts(sentence, child)
        if relation == "nmod:poss":
            slots["agent"] += fillers
        elif matches(relation, ("nmod", "obl", "acl", "advcl")) and (case := preposition(sentence, child)):
            slots[case] += fillers
            if case == "by":
                slots["agent"] += fillers
            elif case == "of":
                slots["patient"] += fillers
        if matches(relation, ("amod", "compound", "nmod")) and child < noun:
            slots["modifier"] += [child, *_participle_agent(sentence, child)]
            slots["participle_agent"] += _participle_agent(sentence, child)
        if matches(relation, ("acl",)):
            slots["complement"] += conjuncts(sentence, child)
            if is_passive(sentence, child):
                for case, found in verb_slots(sentence, child).items():
                    if case not in ("patient", "complement"):
                        slots[case] += [f for f in found if f != noun]
    if preposition(sentence, noun) == "on" and sentence.dependents(noun, "cop"):
        slots["agent"] += [
            k for c in sentence.dependents(noun, "nsubj") for k in conjuncts(sentence, c)
        ]  # "are on strike"
    governor = light_governor(sentence, noun)
    if governor is not None:
        slots["governor"].append(governor)
        if tokens[governor].lemma in light_verbs:
            for slot, found in verb_slots(sentence, governor).items():
                if slot not in ("patient", "complement"):
                    slots[slot] += [f for f in found if f != noun and f not in slots[slot]]
    elif tokens[noun].head >= 0:
        slots["governor"].append(tokens[noun].head)
    return slots


def _participle_agent(sentence: Sentence, modifier: int) -> list[int]:
    """ "U.N." of "U.N.-brokered": the name tied by a hyphen to a participle."""
    return [
        c for c in sentence.children[modifier] if c < modifier and sentence.tokens[c].upos in ("PROPN", "ADJ", "NOUN")
    ]


def light_governor(sentence: Sentence, noun: int) -> int | None:
    """The verb that the noun is object, subject or oblique of, going up through coordination and "round of"."""
    token = sentence.tokens[noun]
    i = noun
    while token.head >= 0 and (
        token.relation == "conj" or (token.relation == "nmod" and preposition(sentence, i) == "of")
    ):
        i = token.head
        token = sentence.tokens[i]
    if matches(token.relation, ("acl",)) or token.head < 0:
        return None
    if matches(token.relation, LIGHT_RELATIONS) and sentence.tokens[token.head].upos in ("VERB", "AUX", "ADJ"):
        return token.head
    passive = [c for c in sentence.children[noun] if matches(sentence.tokens[c].relation, ("acl",))]
    return passive[0] if passive and is_passive(sentence, passive[0]) else None
