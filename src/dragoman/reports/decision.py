"""How the coder came to a mention, as view structs: rule, labels, values of the clause, roles, tree, and what was left out.

Everything is plain data, so that it can be drawn in a terminal and written as JSON alike.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dragoman.coder.deciding.stacking import RuleShares
from dragoman.coder.draft.candidate import RuleMatch
from dragoman.coder.draft.filled import TIED
from dragoman.coder.draft.options import Thresholds
from dragoman.coder.draft.weighing import LeftOut
from dragoman.coder.grammar.effects import Surrounding
from dragoman.coder.occurrence.status import HEADS
from dragoman.coder.trace import EventTrace, Traced
from dragoman.language.parse import Sentence
from dragoman.ontology import excerpts
from dragoman.records import EventMention
from dragoman.reports.marked_sentence import marks

DECIDERS = {
    "rule+model": "rule and model agree",
    "rule": "the rule; the model hardly sees an event",
    "model": "the model; no rule fits these words",
    "rule over model": "the rule; the model reads another label, not surely enough",
    "model over rule": "the model; it is surer of its label than of the rule's",
}


class Slot(msgspec.Struct, frozen=True):
    """A slot of a rule, the words in it, and the role that the rule gives them ("" for none)."""

    slot: str
    words: list[str]
    role: str


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """A wording of the ontology that fits. `file`, `line` and `definition` are "" and 0 where the shipped files lack it.

    `counted` are its marks in articles coded by hand: all, those that were an event, those that had its label.
    """

    id: str
    label: str
    place: str
    file: str
    line: int
    definition: str
    priority: int
    counted: tuple[int, int, int]
    anchor: str
    slots: list[Slot]
    sets: dict[str, str]


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """What the pair of actors is read as by itself; `asked` where the decision needed it, `needed` the lead that turns it."""

    source: str
    target: str
    asked: bool
    needed: float
    categories: dict[str, float]


class Word(msgspec.Struct, frozen=True):
    """A word around the event that bears on it: the values that it sets, and the entry of the word list."""

    text: str
    sets: dict[str, str]
    group: str
    file: str
    line: int


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """status, polarity, certainty or tense: who decided it, which words bore on it, and the model's distribution."""

    name: str
    value: str
    by: str
    words: list[Word]
    model: dict[str, float]


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """How the label and the values of a mention came about.

    Attributes:
        decided_by: as in the record; `meaning` says in words who decided first.
        steps: (who decided, label), the first by the judge of rule and model.
        overruled: the label that the first decided against, "" where rule and model do not differ.
        label, definition: the event type or PLOVER category, and what the codebook means by it.
        rule_decided: whether the first of `rules` had a say in the label; else the model chose it against the rule, or alone.
        rules: all that fit the trigger, the best first.
        probability: that the words tell of an event of any label (stacking.py).
        labels: event type or PLOVER category → the model's probability; "none" is no event.
    """

    decided_by: str
    meaning: str
    steps: list[tuple[str, str]]
    overruled: str
    label: str
    definition: str
    rule_decided: bool
    rules: list[Rule]
    probability: float
    labels: dict[str, float]
    pair: Pair | None
    values: list[Value]


class Aside(msgspec.Struct, frozen=True, kw_only=True):
    """Words that were weighed and left out: as an event (`kind` "event") or a participant, with the threshold that they missed."""

    kind: str
    text: str
    read_as: str
    why: str
    limit: str
    value: float | None
    least: float | None
    rule: str | None


class TreeWord(msgspec.Struct, frozen=True, kw_only=True):
    """A word of the sentence. `number` counts from 1, `head` is the number of its head, 0 for the root; `mark` is its part."""

    number: int
    text: str
    lemma: str
    tag: str
    relation: str
    head: int
    mark: str = ""
    kind: str = ""


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence in which no event was coded: why it was passed over, or what was weighed in it."""

    text: str
    why: str
    left_out: list[Aside]
    tree: list[TreeWord]


def decision(
    found: EventTrace, sentence: Sentence, limits: Thresholds, meanings: dict[str, str], shares: RuleShares
) -> Decision:
    """How a mention came about.

    Args:
        meanings: event type or PLOVER category to its definition.
        shares: how often rules were right.
    """
    first = found.stages[0][0]
    return Decision(
        decided_by=found.decided_by,
        meaning=DECIDERS.get(first, first),
        steps=found.stages,
        overruled=found.overruled,
        label=found.stages[-1][1],
        definition=meanings.get(found.stages[-1][1], ""),
        rule_decided=found.has_say,
        rules=[_rule(match, sentence, shares) for match in _own_first(found)],
        probability=found.event.confidence,
        labels=_rounded(found.labels),
        pair=None if found.pair is None else Pair(
            source=found.pair.source, target=found.pair.target, asked=found.pair_asked, needed=limits.pair,
            categories=_rounded(dict(sorted(found.pair.probabilities.items(), key=lambda item: -item[1])), 0.02),
        ),
        values=[_value(head, found, sentence) for head in HEADS],
    )  # fmt: skip


def role_place(role_by: str, sentence: Sentence) -> str:
    """File and line of the word that ties a participant to an event or keeps it out; "" where no list has it."""
    lists = {TIED: "third_parties.yaml", "wording": "exclusion.yaml"}
    file = next((name for start, name in lists.items() if role_by.startswith(start)), "")
    word = role_by.partition("'")[2].removesuffix("'")
    forms = [word, *(t.lemma.lower() for t in sentence.tokens if t.text.lower() == word.lower())]
    found = next((e for form in forms if (e := excerpts.of_word(file, form))), None) if file and word else None
    return f"{found.file}:{found.line}" if found else ""


def event_asides(found: Sequence[LeftOut], sentence: Sentence) -> list[Aside]:
    """Words of a sentence that were weighed as an event and left out."""
    return [
        Aside(kind="event", text=_said(sentence, entry.words), read_as=entry.label, why=entry.why, limit=entry.limit,
              value=_round(entry.value), least=entry.least, rule=entry.rule)
        for entry in found
    ]  # fmt: skip


def participant_asides(found: EventTrace) -> list[Aside]:
    """Phrases that were weighed for a role of the event and have none."""
    return [
        Aside(kind="participant", text=entry.mention.text, read_as=entry.role, why=entry.why, limit=entry.limit,
              value=_round(entry.value), least=entry.least, rule=None)
        for entry in found.no_part
    ]  # fmt: skip


def tree(sentence: Sentence, mention: EventMention | None = None) -> list[TreeWord]:
    """Every word of a sentence with its place in the tree; the words of the mention bear what they are."""
    parts = marks(mention) if mention else []

    def part(start: int, end: int) -> tuple[str, str]:
        here = [m for m in parts if m.span.start < end and start < m.span.end]
        return (", ".join(dict.fromkeys(m.label for m in here)), here[0].kind) if here else ("", "")

    found = []
    for token in sentence.tokens:
        mark, kind = part(token.start, token.end)
        found.append(TreeWord(number=token.i + 1, text=token.text, lemma=token.lemma, tag=token.upos,
                              relation=token.relation, head=token.head + 1, mark=mark, kind=kind))  # fmt: skip
    return found


def passages(traced: Traced) -> list[Passage]:
    """The sentences of a document in which no event was coded."""
    told = {t.sentence for t in traced.events}
    return [
        Passage(text=s.text, why=traced.passed_over.get(s.index, ""), tree=tree(s),
                left_out=event_asides(traced.left_out.get(s.index, []), s))
        for s in traced.coded.sentences
        if s.index not in told
    ]  # fmt: skip


def _own_first(found: EventTrace) -> list[RuleMatch]:
    own = [found.rule] if found.rule is not None else []
    return own + [m for m in found.rules if not own or m.trigger.id != own[0].trigger.id]


def _rule(match: RuleMatch, sentence: Sentence, shares: RuleShares) -> Rule:
    trigger = match.trigger
    named = {c.slot for c in trigger.conditions} | set(trigger.roles)
    if trigger.exclusion is not None:
        named.add(trigger.exclusion.who)
    excerpt = excerpts.of_trigger(trigger)
    roles = trigger.roles | ({trigger.exclusion.who: "excluded"} if trigger.exclusion else {})
    return Rule(
        id=trigger.id,
        label=trigger.label,
        place=trigger.place,
        file=excerpt.file if excerpt else "",
        line=excerpt.line if excerpt else 0,
        definition=excerpt.text if excerpt else "",
        priority=trigger.priority,
        counted=shares.counted(trigger),
        anchor=_said(sentence, match.anchor),
        slots=[
            Slot(slot, [sentence.tokens[i].text for i in sorted(set(found))], roles.get(slot, ""))
            for slot, found in match.slots.items()
            if slot in named and found
        ],
        sets=dict(trigger.set),
    )


def _value(head: str, found: EventTrace, sentence: Sentence) -> Value:
    return Value(
        name=head,
        value=found.clause.values[head],
        by=found.clause.by[head],
        words=[_word(w, sentence) for w in found.clause.words if getattr(w.effect, head) is not None],
        model=_rounded(found.shares[head]),
    )


def _word(found: Surrounding, sentence: Sentence) -> Word:
    excerpt = excerpts.of_entry("modality.yaml", found.group, " ".join(found.entry))
    sets = {head: value for head in HEADS if (value := getattr(found.effect, head)) is not None}
    file, line = (excerpt.file, excerpt.line) if excerpt else ("modality.yaml", 0)
    return Word(sentence.tokens[found.word].text, sets, found.group, file, line)


def _said(sentence: Sentence, positions: Sequence[int]) -> str:
    return " … ".join(" ".join(sentence.tokens[i].text for i in run) for run in _runs(sorted(positions)))


def _runs(positions: Sequence[int]) -> list[list[int]]:
    """Positions cut where they do not follow one another."""
    runs: list[list[int]] = []
    for i in positions:
        if runs and i == runs[-1][-1] + 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    return runs


def _rounded(shares: dict[str, float], least: float = 0.0) -> dict[str, float]:
    return {label: round(share, 3) for label, share in shares.items() if share >= least}


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, 3)
