"""Who mediates where a mediator meets one side (codebook R1): the envoy, whether he meets the minister or the minister meets him."""

from __future__ import annotations

from dragoman.coder.at_the_table.attendance import SENT
from dragoman.coder.at_the_table.delegation_heads import heads_a_delegation
from dragoman.coder.at_the_table.outsiders import Sides
from dragoman.coder.at_the_table.who_meets import means_all, who_is_met
from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import TIED, Filled
from dragoman.coder.draft.roles import MEDIATORS, MEETING
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.classes import MOVEMENTS, OF_STATES
from dragoman.coder.names.coordination import list_of
from dragoman.coder.names.titles import is_title
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group

_A_PAIR = 2


def envoys_mediate(sentence: Sentence, label: str, people: list[Filled], words: ThirdPartyWords) -> list[Filled]:
    """The participants, where who is called a mediator, or comes from an organisation of states, is one and those whom he meets are parties.

    Nothing changes where none or several are so called, or where the wording ties a third party to the meeting.
    """
    if label not in group("with_one_side") or any(f.rule.startswith(TIED) for f in people):
        return people
    meeting = [f for f in people if f.role in MEETING and not any(_is_title_of(sentence, f, o) for o in people)]
    called = [f for f in meeting if _is_called_so(sentence, f, words)] or [f for f in meeting if _is_of_states(f)]
    heads = {f.mention.head for f in meeting if f.mention.sentence == sentence.index}
    lists = {list_of(sentence, f.mention.head, heads) for f in called if f.mention.sentence == sentence.index}
    # "US and Saudi mediators": both are called so
    called += [
        f for f in meeting
        if f not in called and f.mention.sentence == sentence.index and list_of(sentence, f.mention.head, heads) in lists
    ]  # fmt: skip
    # "an AU delegation led by Konaré", "Obasanjo, the AU's envoy"
    sent = [f for f in meeting if f not in called and any(_is_its_person(sentence, f, o, words) for o in called)]
    actors = {f.mention.resolution.actor or f.mention.text for f in called}
    called += sent
    others = [f for f in meeting if f not in called]
    if len(actors) != 1 or not others or actors & {f.mention.resolution.actor for f in others}:
        return people
    for f in called:
        f.role = f.role if f.role in MEDIATORS else "mediator"
    for f in others:
        f.role = "party"
    return [f for f in people if f in meeting or f.role not in MEETING]


def mediators_are_met(sentence: Sentence, candidate: Candidate, people: list[Filled], words: ThirdPartyWords) -> None:
    """Make who is called a mediator one, and those whom he meets parties, where they were read as the sides of direct talks, or all as mediators.

    "The rebels held talks with the mediators"; "Israeli negotiators met Egyptian and Qatari mediators".
    """
    if candidate.label not in group("talks_of_parties") | group("with_one_side"):
        return
    meeting = [f for f in people if f.role in MEETING and f.mention.sentence == sentence.index]
    meeting = [f for f in meeting if not any(_is_title_of(sentence, f, o) for o in people)]
    heads = {f.mention.head for f in meeting}
    mediators = [f for f in meeting if _is_mediator_by_name(sentence, f, words)]
    lists = {list_of(sentence, f.mention.head, heads) for f in mediators}
    mediators = [
        f for f in meeting
        if f in mediators or (list_of(sentence, f.mention.head, heads) in lists and not _is_of_a_side(sentence, f, words))
    ]  # fmt: skip
    others = [f for f in meeting if f not in mediators and not f.rule.startswith(TIED)]
    if not mediators or not others or any(f.role == "party" for f in people if f not in meeting):
        return
    if all(f.role in MEDIATORS for f in mediators) and any(f.role == "party" for f in others):
        return
    across = who_is_met(sentence, candidate)
    if not all(any(f.mention.first <= i <= f.mention.last for i in across) for f in others):
        return
    for f in mediators:
        f.role = f.role if f.role in MEDIATORS else "mediator"
    for f in others:
        f.role = "party"
    if candidate.label == "direct_negotiation":
        one = len({f.mention.actor or f.mention.text for f in others}) == 1 and not means_all(sentence, others, words)
        candidate.label = "single_party_consultation" if one else "mediated_talks"


def _is_mediator_by_name(sentence: Sentence, filled: Filled, words: ThirdPartyWords) -> bool:
    """Whether the noun of a phrase, of its apposition, or the one that it modifies, says that they mediate: "mediators from Egypt", "Egyptian
    mediators", "Beye, the mediator"."""
    tokens, head = sentence.tokens, filled.mention.head
    nouns = {
        head,
        *sentence.dependents(head, "appos"),
        *([tokens[head].head] if matches(tokens[head].relation, ("amod", "compound")) else []),
    } - {-1}
    return any(words.functions.get(tokens[i].lemma.lower()) in MEDIATORS for i in nouns)


def _is_of_a_side(sentence: Sentence, filled: Filled, words: ThirdPartyWords) -> bool:
    """Whether somebody told beside mediators is none himself: a movement, or who negotiates ("met Fatah negotiators and Egyptian mediators")."""
    negotiates = sentence.tokens[filled.mention.head].lemma.lower() in words.delegates - SENT
    return negotiates or filled.mention.resolution.actor_type in MOVEMENTS


def without_stops(candidate: Candidate, people: list[Filled], sentence: Sentence, sides: Sides) -> list[Filled]:
    """The participants of a shuttle without the capitals that are only stops on the way: whoever flies "between Nairobi, Cairo, Port Sudan and
    Riyadh" goes between no Kenyans and Egyptians.

    Of two capitals both are sides unless the conflict is known not to be theirs; of more those are that are known to be sides. Beside sides that
    are told otherwise ("to arrange talks between Ethiopia and Eritrea") capitals are none.
    """
    if candidate.label not in group("errands"):
        return people
    stops = [f for f in people if f.role == "party" and _is_stop(sentence, f)]
    told_otherwise = {f.mention.actor for f in people if f.role == "party" and f not in stops} - {None}
    if len(told_otherwise) >= _A_PAIR:
        return [f for f in people if f not in stops or f.mention.actor in told_otherwise]
    many = len(stops) > _A_PAIR
    names = [f.mention.text for f in stops]
    told = sentence.text
    for name in names:
        told = told.replace(name, " ")
    rest = [
        f for f in stops
        if (f.mention.name or "?") in told  # "Port Sudan ... to end the war in Sudan"
        or not sides.outsiders([f.mention.resolution], [sentence.text], names=names, unknown=many)
    ]  # fmt: skip
    return [f for f in people if f not in stops or f in rest] if rest else people


def _is_stop(sentence: Sentence, filled: Filled) -> bool:
    """Whether a party is told by its city: "Algiers", "the Mexican capital"."""
    mention = filled.mention
    if mention.resolution.place is not None or mention.sentence != sentence.index:
        return mention.resolution.place is not None
    token = sentence.tokens[mention.head]
    capital = token.head >= 0 and sentence.tokens[token.head].lemma.lower() == "capital"
    return capital and mention.actor == mention.country and token.relation in ("amod", "compound", "nmod:poss")


def _is_title_of(sentence: Sentence, title: Filled, name: Filled) -> bool:
    """Whether an entry is only the office of another, which follows it: "mediator Richard Holbrooke"."""
    if title.mention.sentence != sentence.index or name.mention.sentence != sentence.index or title is name:
        return False
    return title.mention.resolution.actor is None and is_title(sentence, title.mention.head, name.mention.head)


def _is_called_so(sentence: Sentence, filled: Filled, words: ThirdPartyWords) -> bool:
    """Whether the phrase, or a title in apposition, has a noun of mediators ("mediator", "facilitator"), or one of envoys and an organisation
    of states as sender."""
    mention = filled.mention
    if mention.sentence != sentence.index:
        return False
    tokens = sentence.tokens
    heads = [mention.head, *sentence.dependents(mention.head, "appos")]
    if tokens[mention.head].relation == "appos" and tokens[mention.head].head >= 0:
        heads.append(tokens[mention.head].head)
    own = {t.lemma.lower() for t in tokens[mention.first : mention.last + 1]} | {tokens[i].lemma.lower() for i in heads}
    if mention.first and tokens[mention.first - 1].upos == "NOUN":
        own.add(tokens[mention.first - 1].lemma.lower())  # "mediator Richard Holbrooke"
    mediates = any(words.functions.get(lemma) in MEDIATORS for lemma in own)
    the = any(tokens[c].text.lower() == "the" for c in sentence.children[mention.head])
    if mention.resolution.actor is None and the and tokens[mention.head].lemma.lower() in SENT:
        return True  # "Ardzinba met the envoy", who needs no name any more
    return mediates or (bool(own & words.delegates) and _is_of_states(filled))


def _is_its_person(sentence: Sentence, person: Filled, body: Filled, words: ThirdPartyWords) -> bool:
    """Whether somebody without an office of a state, or who heads its delegation, is told in one phrase with the body that sends him."""
    one, other = person.mention, body.mention
    if not one.sentence == other.sentence == sentence.index:
        return False
    heads = person.role in MEDIATORS and heads_a_delegation(sentence, one.head, words)
    if one.resolution.actor_type != "individual_mediator" and not heads:
        return False
    return one.head in sentence.subtree(other.head) or other.head in sentence.subtree(one.head)


def _is_of_states(filled: Filled) -> bool:
    return filled.mention.resolution.actor_type in OF_STATES
