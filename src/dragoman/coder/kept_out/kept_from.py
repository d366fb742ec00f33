"""From which of a sentence's events somebody is kept out: not from what he does himself, nor from what a clause beside tells."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.classes import MOVEMENTS
from dragoman.coder.grammar.not_there import attended
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.grammar.slots import is_passive, verb_slots
from dragoman.coder.kept_out.by_trigger import kept_by_absence, kept_by_refusal, kept_by_rule
from dragoman.coder.kept_out.disclaimed import disclaims
from dragoman.coder.kept_out.exclusion import exclusions, negated
from dragoman.coder.kept_out.kept import ABSENCE, ABSENT, OVER_HEADS, SET_ASIDE, WITHOUT, Kept
from dragoman.coder.kept_out.sought_seats import seats_refused, seats_sought
from dragoman.coder.names.mentions import Mentions
from dragoman.coder.occurrence.negated import denies_exclusion
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group
from dragoman.ontology.lexicon import Lexicon


def _takes_part(
    sentence: Sentence, mentions: Mentions, candidate: Candidate, kept: Kept, words: ThirdPartyWords
) -> bool:
    """Whether whom a wording keeps out acts in an event himself: "the rebels, whom the army had barred from the talks, signed a truce"."""
    if set(candidate.words) & set(kept.words) or candidate.label in group("exclusions") or kept.wording == SET_ASIDE:
        return False
    if _are_his(sentence, mentions, candidate, kept) or _is_let_in(sentence, candidate, kept, words):
        return True
    head = sentence.tokens[kept.mention.head]
    own = [kept.mention.head, *sentence.dependents(kept.mention.head, "appos", "flat")]
    own += (
        [head.head] if head.relation == "appos" else []
    )  # "envoy Deng, who visited both capitals, will not be in the room"
    beside = {i for k in own for clause in sentence.dependents(k, "acl:relcl") for i in sentence.subtree(clause)}
    if beside & set(candidate.words) and not beside & set(kept.words) and not _settled_without(sentence, beside):
        return True  # "Egypt, the author of whose plan is Libya, had no part in the talks"
    for i in candidate.words:
        token = sentence.tokens[i]
        verb = i if token.upos == "VERB" else token.head if matches(token.relation, ("obj",)) else -1
        above = set(_governing(sentence, verb)) if verb >= 0 else set()
        if not above or above & set(kept.words) or is_passive(sentence, verb):
            continue  # "never having been asked to sign": the event is what he is kept from
        doing = verb_slots(sentence, verb)["agent"]
        if negated(sentence, verb, doing):
            continue
        if kept.mention.head in doing or any(_is_his_man(sentence, mentions, k, kept) for k in doing):
            return True
    return False


def _is_let_in(sentence: Sentence, candidate: Candidate, kept: Kept, words: ThirdPartyWords) -> bool:
    """Whether an event is that he is let in after all: "was barred from the first session but later admitted"."""
    verbs = (i for i in candidate.words if sentence.tokens[i].lemma.lower() in words.admitting)
    return any(kept.mention.head in verb_slots(sentence, i)["patient"] and not negated(sentence, i, []) for i in verbs)


def _is_his_man(sentence: Sentence, mentions: Mentions, doer: int, kept: Kept) -> bool:
    """Whether who acts is another of the same movement, by name or by "its": "Pol Pot had not been asked; his successor signed"."""
    actor = kept.mention.resolution.actor
    owners = sentence.dependents(doer, "nmod:poss")
    told = [mentions.at(sentence, c) for c in (doer, *(c for c in owners if sentence.tokens[c].upos == "PRON"))]
    return (
        actor is not None
        and doer not in kept.words
        and kept.mention.resolution.actor_type in MOVEMENTS
        and any(m.resolution.actor == actor for m in told)
    )


def _are_his(sentence: Sentence, mentions: Mentions, candidate: Candidate, kept: Kept) -> bool:
    """Whether an event is told as his own behind the words that keep him out: "the ELN was not part of it, but its talks in Quito will open"."""
    after = max([*kept.words, kept.mention.head])
    owners = (c for i in candidate.words if i > after for c in sentence.dependents(i, "nmod:poss"))
    actor = kept.mention.resolution.actor
    return any(
        actor is not None and sentence.tokens[c].upos == "PRON" and mentions.at(sentence, c).resolution.actor == actor
        for c in owners
    )


def _settled_without(sentence: Sentence, words: set[int]) -> bool:
    """Whether words hold a "without": "the rebels, whose return was settled without them"."""
    return any(sentence.tokens[i].text.lower() == "without" for i in words)


def _governing(sentence: Sentence, verb: int) -> list[int]:
    """A verb and those above it, up to one that it is merely joined to: "was not invited and received the general", "said that it had been
    sidelined, although its leaders met the army"."""
    found = [verb]
    while (
        sentence.tokens[found[-1]].head >= 0
        and not matches(sentence.tokens[found[-1]].relation, ("conj", "parataxis"))
        and not _concedes(sentence, found[-1])
    ):
        found.append(sentence.tokens[found[-1]].head)
    return found


def _concedes(sentence: Sentence, clause: int) -> bool:
    """Whether a clause tells what was so in spite of the one above it: "although its leaders had met the army"."""
    marks = sentence.dependents(clause, "mark", "advmod")
    concession = any(sentence.tokens[c].text.lower() in ("although", "though", "whereas") for c in marks)
    return concession and matches(sentence.tokens[clause].relation, ("advcl",))


def _acts_beside(sentence: Sentence, candidate: Candidate, kept: Kept) -> bool:
    """Whether an event is told by a clause of its own beside that of the exclusion: "A was not invited; its minister received B"."""
    verb = next((i for i in candidate.words if sentence.tokens[i].upos == "VERB"), -1)
    if verb < 0 or set(candidate.words) & set(kept.words):
        return False
    above = _governing(sentence, verb)
    if kept.mention.head in sentence.ancestors(verb):
        return False  # "not invited were the rebels, whose return was settled without them"
    return not set(above) & set(kept.words) and bool({*sentence.ancestors(verb)} & set(kept.words))


def _may_be_meant(sentence: Sentence, candidate: Candidate, kept: Kept, words: ThirdPartyWords) -> bool:
    """Whether an event may be what the wording keeps somebody from: of "was not involved in the talks" only the talks, of "was not invited
    to Berlin" only what is told of Berlin."""
    tokens = sentence.tokens
    cities = {
        tokens[c].text
        for word in kept.words
        for c in sentence.dependents(word, "obl")
        if preposition(sentence, c) == "to" and tokens[c].name.endswith("LOC")
    }
    if cities:
        below = {tokens[i].text for word in candidate.words for i in sentence.subtree(word)}
        return bool(cities & below)
    named = {n for word in kept.words for n in attended(sentence, word, words.events)}
    own = {i for word in candidate.words for i in (word, *sentence.ancestors(word))}
    return not named or bool(named & own)


def _of_which(sentence: Sentence, candidate: Candidate, kept: Kept) -> bool:
    """Whether the wording stands in a relative clause on the talks: "the talks to which Iran was not a party"."""
    clauses = (i for word in kept.words for i in (word, *sentence.ancestors(word)))
    heads = {sentence.tokens[i].head for i in clauses if sentence.tokens[i].relation == "acl:relcl"}
    return bool(heads & {*candidate.words, sentence.tokens[candidate.words[-1]].head})


def _learned_of_it(sentence: Sentence, target: Candidate) -> bool:
    """Whether an exclusion is from what "it" means, told before: "that they had met and that Egypt learned of it from the papers"."""
    rule = target.rule.trigger.exclusion if target.rule is not None else None
    below = (c for i in target.words for c in sentence.dependents(i, "obl", "obj"))
    return (
        rule is not None
        and rule.mode == "not_informed"
        and any(sentence.tokens[c].text.lower() in ("it", "them") for c in below)
    )


def _within(sentence: Sentence, near: Sequence[Candidate], kept: Kept) -> list[Candidate]:
    """Meetings of which a clause on their circumstances tells who is out, and no others: "met A in Doha while B was kept out"."""
    found: list[Candidate] = []
    for word in kept.words:
        top = next((k for k in (word, *sentence.ancestors(word)) if sentence.tokens[k].relation == "advcl"), None)
        above = sentence.tokens[top].head if top is not None else -1
        told = {above, *sentence.dependents(above, "obj")} if above >= 0 else set()
        found += [c for c in near if c.label in group("shared_meetings") and c not in found and told & set(c.words)]
    return found


def _without_him(sentence: Sentence, candidate: Candidate, kept: Kept) -> bool:
    """Whether the clause of an event says "without" of him of whom a relative clause then tells: "went ahead without Iran, which was not
    asked"."""
    above = [*sentence.ancestors(kept.mention.head)]
    near = {i for word in candidate.words for i in (word, sentence.tokens[word].head)}
    return preposition(sentence, kept.mention.head) == "without" and bool(near & {*above[:2]})


def _done_over(sentence: Sentence, candidate: Candidate, head: int) -> bool:
    """Whether an event is what is done over somebody's head: "a deal was made over Kabul's head", "went over his head and signed a deal"."""
    tokens = sentence.tokens
    above = {*sentence.ancestors(head)}
    verb = tokens[head].head
    joined = {c for c in sentence.dependents(verb, "conj") if c > head} if tokens[verb].upos == "VERB" else set()
    return any(i in above | joined or tokens[i].head in above | joined for i in candidate.words)


def _by_choice(sentence: Sentence, away: AbstractSet[int], kept: Kept) -> bool:
    """Whether somebody is not there by his own choice, of which a relative clause tells: "without the army, which refused to come"."""
    beside = {
        i
        for clause in sentence.dependents(kept.mention.head, "acl:relcl")
        for i in (clause, *sentence.dependents(clause, "conj"))
    }
    return kept.wording == WITHOUT and bool(beside & away)


def kept_out(
    sentence: Sentence, mentions: Mentions, candidates: Sequence[Candidate], lexicon: Lexicon, words: ThirdPartyWords
) -> dict[int, list[Kept]]:
    """Who is kept out of which event of a sentence, by the event's first word."""
    found: dict[int, list[Kept]] = {}
    kept_from = [c for c in candidates if c.label in group("assisted") or c.label in group("tells_excluded")]
    shut_out = any(c.label in group("exclusions") for c in kept_from)
    if not kept_from:
        return found
    told = exclusions(sentence, mentions, lexicon.exclusion.wordings, words)
    excused = lexicon.excuses_absence(sentence.text)
    if excused and not shut_out:
        told = [kept for kept in told if kept.mode == ABSENT]
    away = {i for c in candidates if c.label in group("staying_away") for i in c.words}
    for kept in told:
        # Who stays away by choice boycotts, which is told by itself; who is ill does neither.
        kept.silent = kept.silent or (kept.mode == ABSENT and (excused or bool(away & set(kept.words))))
        kept.silent = kept.silent or disclaims(sentence, mentions, kept.words, words)
        kept.by_choice = _by_choice(sentence, away, kept)
    # "refused to sit with the delegates" is told as a refusal
    refused = {i for c in candidates if c.label == "talks_refused" for i in c.words}
    told = [kept for kept in told if kept.mode != "vetoed" or not refused & set(kept.words)]
    heads = {kept.mention.head for kept in told}
    for candidate in kept_from:
        away_himself = kept_by_absence(sentence, mentions, candidate)
        again = {k.mention.head for k in away_himself}
        told = [k for k in told if k.mode != ABSENT or k.mention.head not in again]
        heads = {k.mention.head for k in told}
        told += [k for k in away_himself if k.mention.head not in heads]
        if candidate.label in group("exclusions") and not denies_exclusion(sentence, candidate, lexicon.modality):
            told += [k for k in kept_by_rule(sentence, mentions, candidate) if k.mention.head not in heads]
    sought, denied_seats = seats_sought(sentence, words.events), seats_refused(sentence, words.events)
    for candidate in kept_from:
        told += kept_by_refusal(sentence, mentions, candidate, denied_seats)
    for kept in told:
        near = [c for c in kept_from if not _takes_part(sentence, mentions, c, kept, words)]
        if kept.wording == OVER_HEADS:  # only of what is done so
            near = [c for c in near if _done_over(sentence, c, kept.words[0])]
        if kept.mode == ABSENT and any(c.label not in group("truces") for c in near):
            near = [c for c in near if c.label not in group("truces")]  # nobody is away from a truce
        if not near:
            continue
        target = min(near, key=lambda c: (not set(c.words) & set(kept.words), abs(c.words[0] - kept.words[0])))
        targets = [target]
        if target.label in group("tells_excluded"):
            # Who is said to be excluded is kept out of the talks that the sentence speaks of.
            talks = [
                c for c in near
                if c.label in group("assisted")
                and (
                    c.words[0] > target.words[0]
                    or _of_which(sentence, c, kept)
                    or _without_him(sentence, c, kept)
                    or _learned_of_it(sentence, target)
                )
                and not _acts_beside(sentence, c, kept) and _may_be_meant(sentence, c, kept, words)
            ]  # fmt: skip
            targets += (
                _within(sentence, near, kept)
                or talks[:1]
                or [c for c in near if any((kept.mention.head, i) in sought for i in c.words)]
            )
        if kept.scope == "text":  # "the truce excludes Hamas": from that truce
            texts = {
                j for i in kept.words if sentence.tokens[i].upos == "VERB" for j in verb_slots(sentence, i)["agent"]
            }
            targets += [c for c in near if c.label in group("assisted") and texts & set(c.words)]
        if kept.mode == ABSENT:  # "did not join the talks that Egypt mediated"
            targets += [
                c for c in near
                if c.label in group("assisted")
                and (
                    kept.wording == ABSENCE
                    or set(kept.words) & {*sentence.ancestors(c.words[0])}
                    or _of_which(sentence, c, kept)
                )
            ]  # fmt: skip
        for candidate in near:
            # Who is kept out of talks is kept out of the proposal of these talks too.
            if candidate in targets or {candidate.label, target.label} & group("announcements"):
                found.setdefault(candidate.words[0], []).append(kept)
    return found
