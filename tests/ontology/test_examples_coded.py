"""Every example of the ontology's files, coded by the whole coder as a text of its own.

An example "for" must be given its type or category, and with it the trigger, status, polarity and roles that the example tells; one
"against" must not be given it. What is known to fail stands in `known_failures.yaml`, one entry for each example and field, with the
reason: an entry that passes, or that names no example, fails, so that the list can only shrink.
"""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from dragoman.coder import Coder
from dragoman.coder.names.mentions import Mentions
from dragoman.ontology import EventType, Example
from dragoman.ontology.yaml_files import read_yaml
from dragoman.records import EventMention

FIELDS = ("label", "trigger", "status", "polarity", "roles", "against")
"""What an example tells. "label": it is given its type or category; "against": it is not."""
SHARES = {"label": 0.08, "trigger": 0.02, "status": 0.11, "polarity": 0.0, "roles": 0.09, "against": 0.045}
"""Largest share of the checks of a field that may be known to fail; lower these as the list shrinks."""


WEAK = {"intra_party_conference"}
"""Types of which the model has read too little to give them to most of their own examples; a type that gets better must go."""


class KnownFailure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One example whose field is coded otherwise than the example tells."""

    of: str
    example: str
    field: str
    reason: str


class Check(msgspec.Struct, frozen=True):
    """One field of one example: whether the coder gives it, and what it gives instead."""

    of: str
    example: str
    field: str
    met: bool
    found: str

    @property
    def key(self) -> tuple[str, str, str]:
        return (self.of, self.example, self.field)

    def __str__(self) -> str:
        return f"{self.of}, {self.field}: {self.example} [{self.found or 'nothing'}]"


def entries(coder: Coder) -> list[EventType]:
    """Event types and PLOVER categories."""
    return [*coder.ontology.types.values(), *coder.ontology.categories.values()]


def labels(event: EventMention) -> set[str | None]:
    """An event type stands for its category too."""
    return {event.type, event.plover.event}


def checks_of(kind: EventType, example: Example, events: list[EventMention]) -> list[Check]:
    """Checks of an example "for". Without its label there is nothing whose other fields could be looked at."""
    told = [e for e in events if kind.name in labels(e)]
    made = [(bool(told), "label", ", ".join(str(e.type or e.plover.event) for e in events))]
    if told:
        start = example.text.find(example.trigger or "")
        end = start + len(example.trigger or "")
        marked = [e for e in told if e.evidence.trigger.start < end and start < e.evidence.trigger.end]
        event = (marked or told)[0]
        if example.trigger is not None:
            made.append((bool(marked), "trigger", ", ".join(e.evidence.trigger.text for e in told)))
        if example.status is not None:
            made.append((event.status == example.status, "status", event.status))
        if example.polarity is not None:
            made.append((event.polarity == example.polarity, "polarity", event.polarity))
        if example.roles:
            given = [(p.role, p.mention.text) for p in event.participants if p.mention is not None]
            met = all(any(one_phrase(words, text) for role, text in given if role == wanted)
                      for wanted, names in example.roles.items() for words in names)  # fmt: skip
            made.append((met, "roles", "; ".join(f"{role} {text}" for role, text in given)))
    return [Check(kind.name, example.text, field, met, found) for met, field, found in made]


def one_phrase(words: str, mention: str) -> bool:
    """Whether an example's words and a mention are one phrase, which either may give with less around its noun."""
    return words in mention or mention in words


def against(kind: EventType, example: Example, events: list[EventMention]) -> Check:
    found = [
        e for e in events if (kind.name == e.type if kind.type else e.type is None and kind.name == e.plover.event)
    ]
    return Check(kind.name, example.text, "against", not found, ", ".join(e.evidence.trigger.text for e in found))


@pytest.fixture(scope="module")
def checks(coder: Coder) -> list[Check]:
    """Every example of every type and category, coded by itself."""
    made: list[Check] = []
    for kind in entries(coder):
        for example in kind.examples_for:
            made += checks_of(kind, example, coder(example.text).events)
        made += [against(kind, example, coder(example.text).events) for example in kind.examples_against]
    return made


@pytest.fixture(scope="module")
def known() -> dict[tuple[str, str, str], KnownFailure]:
    raw = read_yaml(Path(__file__).parent / "known_failures.yaml")
    listed = msgspec.convert(raw, list[KnownFailure])
    made = {(one.of, one.example, one.field): one for one in listed}
    assert len(made) == len(listed), "an example's field is listed twice"
    return made


def test_an_example_is_coded_as_it_says(checks: list[Check], known: dict[tuple[str, str, str], KnownFailure]) -> None:
    failing = [c for c in checks if not c.met and c.key not in known]
    assert not failing, f"{len(failing)} coded otherwise:\n" + "\n".join(map(str, failing))


def test_what_is_known_to_fail_still_does(checks: list[Check], known: dict[tuple[str, str, str], KnownFailure]) -> None:
    failing = {c.key for c in checks if not c.met}
    passing = [key for key in known if key not in failing]
    assert not passing, (
        f"{len(passing)} entries of known_failures.yaml pass or name no example; take them out: {passing}"
    )


@pytest.mark.parametrize("field", FIELDS)
def test_few_are_known_to_fail_and_each_has_a_reason(
    checks: list[Check], known: dict[tuple[str, str, str], KnownFailure], field: str
) -> None:
    listed = [one for one in known.values() if one.field == field]
    looked_at = sum(c.field == field for c in checks)
    assert looked_at and len(listed) / looked_at <= SHARES[field]
    assert all(one.reason.strip() for one in listed)
    assert {one.field for one in known.values()} <= set(FIELDS)


def test_there_are_examples_both_ways(checks: list[Check]) -> None:
    assert sum(c.field == "label" for c in checks) >= 180
    assert sum(c.field == "against" for c in checks) >= 180


def test_no_type_misses_most_of_its_own_examples_but_those_that_are_named(checks: list[Check]) -> None:
    told: dict[str, list[bool]] = {}
    for check in checks:
        if check.field == "label":
            told.setdefault(check.of, []).append(check.met)
    assert {name for name, met in told.items() if 2 * sum(met) < len(met)} == WEAK


def test_the_rules_by_themselves_see_what_an_example_stands_for(coder: Coder) -> None:
    """Whoever adds a wording gives an example of it: without its own rule the model alone would have to find it."""
    missed = []
    told = [(kind, example) for kind in entries(coder) for example in kind.examples_for]
    parsed = coder.engine.pipe((example.text, [(0, len(example.text))]) for _, example in told)
    for (kind, example), sentences in zip(told, parsed, strict=True):
        mentions = Mentions(example.text, sentences, coder.knowledge, published=None, context=example.text)
        rules = {m.trigger.label for s in sentences for m in coder.matcher.match(s, mentions)}
        rules |= {coder.ontology.types[rule].plover.event or "" for rule in rules if rule in coder.ontology.types}
        if kind.name not in rules:
            missed.append(f"{kind.name}: {example.text} [{', '.join(sorted(rules)) or 'nothing'}]")
    assert len(missed) <= 0.03 * len(told), "\n".join(missed)
