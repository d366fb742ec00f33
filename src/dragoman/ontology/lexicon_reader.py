"""Reads and checks the files of English word lists."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

import msgspec

from dragoman.errors import DataError
from dragoman.ontology import loader
from dragoman.ontology.code_lists import check_code
from dragoman.ontology.conditions import as_lemmas
from dragoman.ontology.schema import PREPOSITIONS
from dragoman.ontology.word_lists import (
    AssessmentWords,
    Effect,
    ExclusionWording,
    ExclusionWords,
    Lemmas,
    Lexicon,
    LightVerb,
    Modality,
    Reporting,
    ReportingVerb,
    Sources,
)
from dragoman.ontology.yaml_files import read_yaml

_T = TypeVar("_T")
_EFFECT_CODES = {
    "status": "status",
    "tense": "tense_modality",
    "certainty": "certainty",
    "polarity": "polarity",
}

_ASSESSED = {
    "units": "unit_level",
    "formats": "format",
    "disclosures": "disclosure",
    "involvement": "third_party_involvement",
    "forms": "agreement_form",
    "ceasefire_classes": "ceasefire_class",
    "declaration_types": "declaration_type",
    "ceasefire_scopes": "ceasefire_scope",
}


class LexiconReader:
    """Reads one folder of word lists; keeps what every file needs to be checked against."""

    def __init__(self, folder: Traversable) -> None:
        ontology = loader.load()
        self.folder, self.codes = folder, ontology.codes
        self.classes = ontology.classes

    def lexicon(self) -> Lexicon:
        return Lexicon(
            classes=self.classes,
            light_verb_entries=self._light_verbs("light_verbs.yaml"),
            reporting=self._reporting("reporting_verbs.yaml"),
            modality=self._modality("modality.yaml"),
            exclusion=self._exclusion("exclusion.yaml"),
            source_words=self._sources("sources.yaml"),
            issues=self._coded_lists("issues.yaml", "issue"),
            contexts=self._coded_lists("contexts.yaml", "plover_context"),
            assessment=self._assessment("assessment.yaml"),
            agreement_classes=self._coded_lists("agreement_classes.yaml", "agreement_class"),
            ceasefire_purposes=self._coded_lists("ceasefire_purposes.yaml", "ceasefire_purpose"),
        )

    def _read(self, name: str) -> Any:
        return read_yaml(self.folder.joinpath(name))

    def _lemmas(self, raw: Any, where: str) -> Lemmas:
        lemmas, endings = as_lemmas(raw, self.classes, where)
        return lemmas | {(word,) for word in endings}

    def _coded(self, raw: Mapping[str, Any], enumeration: str, where: str) -> dict[str, Lemmas]:
        return {
            check_code(self.codes, enumeration, code, where): self._lemmas(words, f"{where}, {code}")
            for code, words in raw.items()
        }

    def _coded_lists(self, name: str, enumeration: str) -> dict[str, Lemmas]:
        return self._coded(self._read(name), enumeration, name)

    def _effect(self, raw: Any, where: str) -> Effect:
        effect = _convert(raw, Effect, where)
        for field, enumeration in _EFFECT_CODES.items():
            if (value := getattr(effect, field)) is not None:
                check_code(self.codes, enumeration, value, where)
        return effect

    def _effects(self, raw: Mapping[str, Any], where: str) -> dict[tuple[str, ...], Effect]:
        made: dict[tuple[str, ...], Effect] = {}
        for words, effect in raw.items():
            value = self._effect(effect, f"{where}, {words}")
            for lemma in self._lemmas(words, f"{where}, {words}"):
                made.setdefault(lemma, value)
        return made

    def _light_verbs(self, name: str) -> tuple[LightVerb, ...]:
        made = []
        for number, raw in enumerate(self._read(name), 1):
            where, entry = f"{name}, entry {number}", dict(raw)
            verbs, nouns = entry.pop("verb", None), entry.pop("nouns", None)
            slot, role = entry.pop("slot", "patient"), entry.pop("role", None)
            if slot not in ("patient", "agent", *PREPOSITIONS):
                raise DataError(f"{where}: {slot!r} is no slot. Use patient, agent or a preposition")
            if role is not None:
                check_code(self.codes, "role", role, where)
            lemmas, endings = as_lemmas(nouns, self.classes, where)
            made.append(LightVerb(lemmas=self._lemmas(verbs, where), slot=slot, nouns=lemmas, endings=endings,
                                  role=role, effect=self._effect(entry, where)))  # fmt: skip
        return tuple(made)

    def _reporting(self, name: str) -> Reporting:
        raw = self._read(name)
        verbs = {}
        for verb, entry in raw["verbs"].items():
            where = f"{name}, {verb}"
            verbs[verb] = _convert(entry, ReportingVerb, where)
            check_code(self.codes, "attribution_relation", verbs[verb].relation, where)
            self._effect({k: v for k, v in entry.items() if k in _EFFECT_CODES}, where)
        return Reporting(
            verbs=verbs,
            outlets={key: tuple(words) for key, words in raw["outlets"].items()},
            occasions=frozenset(raw["occasions"]),
            judging=frozenset(raw["judging"]),
            conversing=frozenset(raw["conversing"]),
            speech_nouns=self._source_types(raw["speech_nouns"], name),
        )

    def _modality(self, name: str) -> Modality:
        raw = self._read(name)
        marks = {k: v for k, v in raw.items() if isinstance(v, list)}
        effects = {k: v for k, v in raw.items() if isinstance(v, dict)}
        read = {
            **{key: self._lemmas(words, f"{name}, {key}") for key, words in marks.items()},
            **{key: self._effects(words, f"{name}, {key}") for key, words in effects.items()},
        }
        _need(read, Modality.__struct_fields__, name)
        return msgspec.convert(read, Modality, from_attributes=True)

    def _exclusion(self, name: str) -> ExclusionWords:
        raw = self._read(name)
        _need(
            raw,
            ("wordings", "modes", "reasons", "causes", "not_exclusion", "unable", "hindrances", "signs", "conditions"),
            name,
        )
        wordings = []
        for entry in raw["wordings"]:
            where = f"{name}, {entry.get('words')}"
            wording = _convert(entry, ExclusionWording, where)
            check_code(self.codes, "exclusion_mode", wording.mode, where)
            check_code(self.codes, "exclusion_scope", wording.scope, where)
            if wording.who not in ("subject", "object", "after", "before"):
                raise DataError(f"{where}: {wording.who!r} is no place. Use subject, object, after or before")
            wordings.append(wording)
        return ExclusionWords(
            wordings=tuple(wordings),
            modes=self._coded(raw["modes"], "exclusion_mode", name),
            reasons=self._coded(raw["reasons"], "exclusion_reason", name),
            causes=self._lemmas(raw["causes"], name),
            not_exclusion=self._lemmas(raw["not_exclusion"], name),
            unable=self._lemmas(raw["unable"], name),
            hindrances=self._lemmas(raw["hindrances"], name),
            signs=self._lemmas(raw["signs"], name),
            conditions=self._lemmas(raw["conditions"], name),
        )

    def _sources(self, name: str) -> Sources:
        raw = self._read(name)
        _need(raw, ("unnamed", "mouthpieces", "named", "phrases", "anonymity", "wires", "ourselves"), name)
        _need(raw, ("agreed_texts", "issued_texts"), name)
        for sector in raw["named"]:
            check_code(self.codes, "plover_sector", sector, name)
        return Sources(
            unnamed=_split(self._source_types(raw["unnamed"], name)),
            mouthpieces=frozenset(raw["mouthpieces"]),
            named=self._source_types(raw["named"], name),
            phrases=_split(self._source_types(raw["phrases"], name)),
            anonymity=tuple(raw["anonymity"]),
            wires=frozenset(raw["wires"]),
            ourselves=tuple(raw["ourselves"]),
            agreed_texts=frozenset(raw["agreed_texts"]),
            issued_texts=frozenset(raw["issued_texts"]),
        )

    def _source_types(self, raw: Mapping[str, Any], name: str) -> dict[str, str]:
        return {k: check_code(self.codes, "source_type", v, f"{name}, {k}") for k, v in raw.items()}

    def _assessment(self, name: str) -> AssessmentWords:
        raw = self._read(name)
        _need(raw, AssessmentWords.__struct_fields__, name)
        coded = {key: self._coded(raw[key], enumeration, f"{name}, {key}") for key, enumeration in _ASSESSED.items()}
        plain = {
            key: self._lemmas(raw[key], f"{name}, {key}")
            for key in AssessmentWords.__struct_fields__
            if key not in coded
        }
        return msgspec.convert({**coded, **plain}, AssessmentWords, from_attributes=True)


def _convert(raw: Any, kind: type[_T], where: str) -> _T:
    try:
        return msgspec.convert(raw, kind)
    except msgspec.ValidationError as problem:
        raise DataError(f"{where}: {problem}. See the comment at the file's top") from problem


def _need(raw: Mapping[str, Any], keys: tuple[str, ...], name: str) -> None:
    for key in keys:
        if key not in raw:
            raise DataError(f"{name}, top: has no {key}. Add `{key}:`; see the comment at the file's top")


def _split(words: Mapping[str, str]) -> dict[tuple[str, ...], str]:
    return {tuple(key.split()): value for key, value in words.items()}
