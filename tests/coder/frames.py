"""Sentences made of what the ontology and the knowledge base know, for tests of behaviour (test_behaviour.py).

A frame is a verb of a trigger whose conditions look at agent and patient alone, with what it acts on: another actor, or the talks,
ceasefire or agreement with another actor. Names are drawn from the tables of actors.
"""

from __future__ import annotations

import functools
import re
from pathlib import Path
from typing import Any

import msgspec

from dragoman import actors, ontology
from dragoman.actors import Knowledge
from dragoman.ontology import Condition
from dragoman.ontology.conditions import as_lemmas
from dragoman.ontology.yaml_files import read_yaml

DAY = "2024-05-14"
THINGS = ("talks", "ceasefire", "agreement")
"""What a verb acts on where its trigger asks for a thing: the first of these that its condition takes."""
DATA: dict[str, Any] = read_yaml(Path(__file__).parent / "frames.yaml")
_PLAIN = re.compile(r"[A-Z][A-Za-z]*(?: [A-Z][A-Za-z]+){0,3}")


class Frame(msgspec.Struct, frozen=True):
    """A verb of a trigger, and the noun that it acts on; None where that is an actor.

    Attributes:
        on_thing: the trigger marks the thing as the event's word: "brokered the ceasefire" tells of a ceasefire.
        priority: how far the trigger's wording can be trusted (ontology/README.md).
    """

    trigger: str
    verb: str
    thing: str | None
    on_thing: bool
    priority: int

    @property
    def key(self) -> str:
        return f"{self.trigger} {self.verb}"

    def active(self, agent: str, other: str) -> str:
        return sentence(f"{agent} {past(self.verb)} {self._patient(other)} on Sunday")

    def passive(self, agent: str, other: str) -> str:
        auxiliary = "were" if self.thing == "talks" else "was"
        return sentence(f"{self._patient(other)} {auxiliary} {participle(self.verb)} by {agent} on Sunday")

    def negated(self, agent: str, other: str) -> str:
        return sentence(f"{agent} did not {self.verb} {self._patient(other)} on Sunday")

    def future(self, agent: str, other: str) -> str:
        return sentence(f"{agent} will {self.verb} {self._patient(other)} this week")

    def possible(self, agent: str, other: str) -> str:
        return sentence(f"{agent} may {self.verb} {self._patient(other)} this week")

    def between(self, broker: str, party: str, other: str) -> str:
        """What a mediator does to talks between two."""
        return sentence(f"{broker} {past(self.verb)} talks between {party} and {other} on Monday")

    @property
    def forms(self) -> frozenset[str]:
        """Forms of the verb in these sentences."""
        return frozenset({self.verb, past(self.verb), participle(self.verb)})

    def _patient(self, other: str) -> str:
        return f"the {self.thing} with {other}" if self.thing else other


class Name(msgspec.Struct, frozen=True):
    """An actor's id and how a text calls it."""

    id: str
    text: str


def sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."


def past(verb: str) -> str:
    """Past tense; irregular verbs and those of several syllables that double their last letter are told in frames.yaml."""
    irregular = DATA["irregular"].get(verb)
    return irregular[0] if irregular else _regular(verb)


def participle(verb: str) -> str:
    irregular = DATA["irregular"].get(verb)
    return irregular[-1] if irregular else _regular(verb)


def _regular(verb: str) -> str:
    if verb.endswith("e"):
        return f"{verb}d"
    if re.search(r"[^aeiou]y$", verb):
        return f"{verb[:-1]}ied"
    short = re.fullmatch(r"[^aeiou]*(?:qu)?[aeiou][^aeiouwxy]", verb)
    return f"{verb}{verb[-1]}ed" if short or verb in DATA["doubling"] else f"{verb}ed"


@functools.cache
def frames() -> tuple[Frame, ...]:
    """Every verb of every trigger that asks for nothing but an agent, which may be an actor, and a patient.

    Wordings of negative priority are left out: they count only where the model agrees.
    """
    made = []
    for trigger in ontology.load().triggers:
        conditions = {c.slot: c for c in trigger.conditions}
        patient, agent = conditions.get("patient"), conditions.get("agent")
        if (
            trigger.anchor != "verb"
            or patient is None
            or not set(conditions) <= {"agent", "patient"}
            or trigger.priority < 0
        ):
            continue
        if agent is not None and not (agent.actor or agent.any):
            continue
        thing = None if patient.actor or patient.any else _thing(patient)
        if thing or patient.actor or patient.any:
            made += [
                Frame(trigger.id, verb, thing, trigger.mark == "patient", trigger.priority)
                for verb in _verbs(trigger.lemmas)
            ]
    return tuple(made)


@functools.cache
def mediating() -> tuple[Frame, ...]:
    """Verbs of assisting talks: those of the triggers of mediated talks whose agent mediates."""
    triggers = {
        t.id: t for t in ontology.load().triggers if t.type == "mediated_talks" and t.roles.get("agent") == "mediator"
    }
    return tuple(f for f in frames() if f.trigger in triggers and f.thing == "talks")


def _thing(patient: Condition) -> str | None:
    def forms(noun: str) -> frozenset[tuple[str, ...]]:
        return as_lemmas(noun, {}, noun)[0]

    return next((noun for noun in THINGS if forms(noun) & patient.lemmas), None)


def _verbs(lemmas: frozenset[tuple[str, ...]]) -> list[str]:
    """Lemmas of one word, without the other forms and spellings that the loader adds."""
    single = {words[0] for words in lemmas if len(words) == 1 and words[0].isalpha()}
    forms = {form for verb in single for form in (past(verb), participle(verb), *_variants().get(verb, ()))} - {
        verb for verb in single if past(verb) == verb
    }
    twins = {f"{verb.removesuffix('ise')}ize" for verb in single if verb.endswith("ise")}
    twins |= {verb.replace("our", "or") for verb in single if verb.replace("our", "or") != verb}
    return sorted(single - forms - twins - set(DATA["without_object"]))


@functools.cache
def _variants() -> dict[str, list[str]]:
    found: dict[str, list[str]] = read_yaml(ontology_lexicon() / "variants.yaml")
    return {word: [form for form in forms if form != word] for word, forms in found.items() if not word.endswith("ed")}


def ontology_lexicon() -> Path:
    import dragoman.language.en as english

    return Path(str(english.__path__[0])) / "lexicon"


def _plain(name: str, id: str, knowledge: Knowledge) -> bool:
    """Whether a name is one of letters, no plural, borne by one entry of the tables, and means it by itself at the day of the tests."""
    found = knowledge.match(name)
    alone = len(found) == 1 and found[0].text == name and found[0].candidates == (id,)
    return bool(
        _PLAIN.fullmatch(name)
        and not name.endswith("s")
        and alone
        and knowledge.resolve(name, published=DAY).actor == id
    )


def _now(row: Any) -> bool:
    return not row.valid_to and row.valid_from <= DAY


@functools.cache
def states() -> tuple[Name, ...]:
    """States with plain names whose head of state or government the tables know: territories have none."""
    knowledge = actors.load()
    led = {
        tenure.actor_id for tenure in knowledge.tables.tenures
        if tenure.office_type in ("head_of_state", "head_of_government") and tenure.start <= DAY <= (tenure.end or DAY)
    }  # fmt: skip
    return tuple(
        Name(c.id, _state(c.name))
        for c in knowledge.tables.countries
        if c.id in led and _now(c) and _plain(c.name, c.id, knowledge)
    )


@functools.cache
def groups() -> tuple[Name, ...]:
    """Armed groups with plain names; with an article where the name has several words."""
    knowledge = actors.load()
    rows = [g for g in knowledge.tables.groups if g.actor_type == "armed_group" and _now(g)]
    return tuple(Name(g.id, _with_article(g.name)) for g in rows if _plain(g.name, g.id, knowledge))


@functools.cache
def organisations() -> tuple[Name, ...]:
    """Organisations of states with plain names; with an article where the name has several words."""
    knowledge = actors.load()
    rows = [o for o in knowledge.tables.organisations if o.actor_type in ("igo", "regional_org") and _now(o)]
    return tuple(Name(o.id, _with_article(o.name)) for o in rows if _plain(o.name, o.id, knowledge))


@functools.cache
def capitals() -> tuple[str, ...]:
    """Capitals with plain names that are no country's too."""
    named = {c.name for c in actors.load().tables.countries}
    return tuple(
        sorted(
            c.capital for c in actors.load().tables.countries
            if _now(c) and _PLAIN.fullmatch(c.capital) and c.capital not in named
        )
    )  # fmt: skip


@functools.cache
def outlets() -> tuple[str, ...]:
    return tuple(sorted(o.name for o in actors.load().tables.outlets))


@functools.cache
def conflicts() -> tuple[str, ...]:
    return tuple(sorted(c.name for c in actors.load().tables.conflicts))


def _state(name: str) -> str:
    return f"the {name}" if name.split()[-1] in DATA["with_article"] else name


def _with_article(name: str) -> str:
    return f"the {name}" if " " in name else name
