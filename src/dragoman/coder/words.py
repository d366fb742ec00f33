"""The lexicon in the shape that the coder asks for, built once."""

from __future__ import annotations

import hashlib
from functools import cached_property
from importlib import resources
from importlib.resources.abc import Traversable

import msgspec
import yaml

from dragoman.coder.attribution.judgements import OpinionWords, read_opinion_words
from dragoman.coder.attribution.sources import SourceKinds
from dragoman.coder.codes.assessed import Assessor
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.ties import TimeAndPlaceWords
from dragoman.ontology import lexicon

_DATA = ("ontology", "language/en/lexicon", "language/en/judge", "actors/data", "text/data", "linking/data")


class Words:
    """Word lists of the lexicon, indexed."""

    def __init__(self) -> None:
        self.lexicon = lexicon.load()

    @cached_property
    def reporting(self) -> frozenset[str]:
        """Lemmas of verbs of saying; verbs of thinking and hoping hand nothing to a source."""
        return frozenset(verb for verb, entry in self.lexicon.reporting.verbs.items() if entry.kind != "think")

    @cached_property
    def light_verbs(self) -> frozenset[str]:
        """Lemmas of verbs that hand their subject on to an event noun."""
        return self.lexicon.light_verbs

    @cached_property
    def source_kinds(self) -> SourceKinds:
        """Source types by phrase."""
        return SourceKinds(self.lexicon.sources)

    @cached_property
    def third_parties(self) -> ThirdPartyWords:
        """How third parties are tied to events."""
        path = resources.files("dragoman.language.en").joinpath("lexicon", "third_parties.yaml")
        told = msgspec.convert(yaml.load(path.read_text(encoding="utf8"), yaml.CSafeLoader), ThirdPartyWords)
        classes = ("talks", "meeting", "conference", "process", "truce_strict", "deal_strict")
        return msgspec.structs.replace(told, events=self._single(classes))

    @cached_property
    def times_and_places(self) -> TimeAndPlaceWords:
        """What tells to which event a day or a place belongs."""
        path = resources.files("dragoman.language.en").joinpath("lexicon", "times_and_places.yaml")
        words = msgspec.convert(yaml.load(path.read_text(encoding="utf8"), yaml.CSafeLoader), TimeAndPlaceWords)
        classes = self.lexicon.classes
        return msgspec.structs.replace(
            words,
            saying=(self.reporting | words.speaking) - words.writing,
            meetings=frozenset(classes["talks"]) | frozenset(classes["meeting"]) | frozenset(classes["conference"]),
            fighting=frozenset(classes["fighting"]) | words.troubles,
            truces=frozenset(classes["truce_strict"]),
            appointed=frozenset(word for (word,) in self.lexicon.modality.appointed),
            intended=frozenset(word for (word,) in self.lexicon.modality.intended),
        )

    @cached_property
    def assessor(self) -> Assessor:
        """What fills the fields that other fields and wording tell."""
        return Assessor(self.lexicon)

    @cached_property
    def opinion(self) -> OpinionWords:
        """How an author judges in his own voice."""
        return read_opinion_words()

    @cached_property
    def peace_words(self) -> frozenset[str]:
        """Single lemmas for talks, meetings, mediation, truces and texts."""
        classes = (
            "talks",
            "meeting",
            "conference",
            "process",
            "table",
            "mediation",
            "mediator",
            "truce_strict",
            "deal_strict",
            "text",
        )
        return self._single(classes)

    def _single(self, classes: tuple[str, ...]) -> frozenset[str]:
        return frozenset(w for name in classes for w in self.lexicon.classes[name] if " " not in w)

    @cached_property
    def version(self) -> str:
        """Hash of all knowledge files: two equal versions know the same."""
        digest = hashlib.sha256()
        for folder in _DATA:
            root = resources.files("dragoman").joinpath(*folder.split("/"))
            for name, content in sorted(_files(root)):
                digest.update(name.encode() + b"\0" + content)
        return digest.hexdigest()[:12]


def _files(root: Traversable) -> list[tuple[str, bytes]]:
    if not root.is_dir():
        return []
    found: list[tuple[str, bytes]] = []
    for entry in root.iterdir():
        if entry.is_dir():
            found += [(f"{entry.name}/{name}", content) for name, content in _files(entry)]
        elif entry.name.endswith((".yaml", ".csv", ".tsv", ".json")):
            found.append((entry.name, entry.read_bytes()))
    return found
