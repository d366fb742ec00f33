"""Every word list and code that the documentation promises is read by the code that codes: a list that nothing reads misleads whoever
adds a word to it.

What is known to have no reader stands in `unread.yaml` with the reason, and nothing else; an entry that got a reader must go.
"""

from __future__ import annotations

import csv
import re
from importlib import resources
from pathlib import Path

import msgspec
import pytest
from readers import ROOT, accesses, constants, loaded

from dragoman import ontology
from dragoman.coder.attribution.judgements import OpinionWords
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.ties import TimeAndPlaceWords
from dragoman.coder.names.coreference_words import CoreferenceWords
from dragoman.ontology import word_lists
from dragoman.ontology.schema import EventType, Trigger

LEXICON = ROOT / "language" / "en" / "lexicon"
UNREAD = loaded(Path(__file__).parent / "unread.yaml")
CEILING = {"lists": 10, "values": 4, "enumerations": 8}
"""Entries of `unread.yaml` there may be; lower these when one goes."""

FILES: dict[str, tuple[type[msgspec.Struct], tuple[str, ...]]] = {
    "reporting_verbs.yaml": (word_lists.Reporting, ("reporting", "Reporting")),
    "modality.yaml": (word_lists.Modality, ("modality", "Modality")),
    "exclusion.yaml": (word_lists.ExclusionWords, ("exclusion", "ExclusionWords")),
    "sources.yaml": (word_lists.Sources, ("source_words", "Sources")),
    "third_parties.yaml": (ThirdPartyWords, ("third_parties", "ThirdPartyWords")),
    "times_and_places.yaml": (TimeAndPlaceWords, ("times_and_places", "TimeAndPlaceWords")),
    "coreference.yaml": (CoreferenceWords, ("CoreferenceWords",)),
    "assessment.yaml": (word_lists.AssessmentWords, ("words", "assessment", "AssessmentWords")),
    "opinion.yaml": (OpinionWords, ("words", "opinion", "OpinionWords")),
}
"""Files of several lists: the struct that holds them, and the names by which the code speaks of it."""
ENTRIES: dict[str, tuple[type[msgspec.Struct], tuple[str, ...]]] = {
    "reporting_verbs.yaml: verbs": (word_lists.ReportingVerb, ("verbs", "ReportingVerb")),
    "light_verbs.yaml": (word_lists.LightVerb, ("light_verb_entries", "LightVerb")),
}
"""Lists whose entries have fields of their own."""
SINGLE = ("issues.yaml", "contexts.yaml", "agreement_classes.yaml", "ceasefire_purposes.yaml", "light_verbs.yaml")
"""Files of one list, read as an attribute of the lexicon."""
SPELLED_OUT = ("classes.yaml", "variants.yaml")
"""Files whose entries go into the triggers while these are loaded."""
FIELDS = {"light_verbs.yaml": "light_verb_entries"}


PLAIN = ("third_parties.yaml", "times_and_places.yaml", "coreference.yaml")
"""Files whose words the code holds under many names: there any access of that name counts."""
TOLD = {"definition", "examples_for", "examples_against"}
"""What the ontology's files say for their readers and for tests."""


def is_read(field: str, owners: tuple[str, ...] = ()) -> bool:
    """Whether code reads an attribute of that name, of one of the owners where there are any."""
    return any(field == attribute and (not owners or owner in owners) for owner, attribute in accesses())


def unread_lists() -> set[str]:
    """Lists, and fields of their entries, that no code reads."""
    found = {
        f"{name}, {field}"
        for name, (struct, owners) in {**FILES, **ENTRIES}.items()
        for field in struct.__struct_fields__
        if not is_read(field, () if name in PLAIN else owners)
    }
    found |= {
        name for name in SINGLE if not is_read(FIELDS.get(name, name.removesuffix(".yaml")), ("lexicon", "Lexicon"))
    }
    return found | {
        f"{struct.__name__}.{field}"
        for struct in (EventType, Trigger)
        for field in struct.__struct_fields__
        if field not in TOLD and not is_read(field)
    }


def test_every_file_of_word_lists_is_looked_at_here() -> None:
    there = {path.name for path in LEXICON.glob("*.yaml")}
    assert there == {*FILES, *SINGLE, *SPELLED_OUT}


@pytest.mark.parametrize("name", FILES)
def test_a_file_has_no_list_that_is_not_even_loaded(name: str) -> None:
    """A key that is misspelt, or that the code forgot, would be passed over in silence."""
    lists = loaded(LEXICON / name)
    assert set(lists) <= set(FILES[name][0].__struct_fields__)


def test_every_list_has_a_reader_but_those_that_are_named() -> None:
    known = {entry["list"] for entry in UNREAD["lists"]}
    found = unread_lists()
    assert found - known == set(), "nothing reads these lists; delete them or read them"
    assert known - found == set(), "these got a reader; take them out of unread.yaml"


def test_every_view_of_the_word_lists_is_asked_for() -> None:
    views = {
        name for name, member in vars(word_lists.Lexicon).items()
        if not name.startswith("_") and name not in word_lists.Lexicon.__struct_fields__ and (callable(member) or hasattr(member, "func"))
    }  # fmt: skip
    assert {v for v in views if not is_read(v, ("lexicon", "Lexicon", "words"))} == set()


def test_every_word_class_is_used_by_a_trigger_or_another_reader() -> None:
    written = "\n".join(path.read_text(encoding="utf8") for path in ROOT.rglob("*.yaml") if path.name != "cues.yaml")
    named = set(re.findall(r"@([a-z_]+)", written)) | constants()
    assert {name for name in ontology.load().classes if name not in named} == set()


def coded() -> dict[str, set[str]]:
    """Enumerations that docs/formats.md presents as coded: those of a mention, of the columns of the record and of its exports."""
    record = loaded(ROOT / "exports" / "data" / "columns.yaml")
    columns = {c["values"] for table in record.values() for c in table.values() if "values" in c}
    mention = {"event_type", "plover_category", "plover_mode", "plover_context", "status", "polarity", "certainty", "tense_modality",
               "role", "actor_type", "plover_sector", "office_type", "side", "venue_status", "date_precision", "issue", "speech_mode",
               "attribution_relation", "source_type", "stake", "exclusion_mode", "exclusion_scope", "exclusion_reason",
               "track_relation", "root_basis", "outlet_type", "actor_relation", "third_party_involvement", "strategy", "outcome", "unit_level",
               "format", "disclosure", "agreement_class", "agreement_form", "ceasefire_class", "ceasefire_purpose", "declaration_type",
               "ceasefire_scope", "judged_aspect"}  # fmt: skip
    codes = ontology.load().codes
    return {name: set(codes[name]) for name in columns | mention}


def given() -> frozenset[str]:
    """Values that code, word lists, ontology, tables or the model's labels can give. A value that is also a plain word may stand
    somewhere for something else: this finds values that nobody can give, not all of them."""
    labels = msgspec.json.decode((ROOT / "language" / "en" / "model" / "labels.json").read_bytes())["labels"]
    cells = set()
    for path in (ROOT / "actors" / "data").glob("*.csv"):
        with path.open(encoding="utf8", newline="") as file:
            for row in csv.DictReader(file):
                cells |= {row.get(c) for c in ("actor_type", "sector", "office_type", "outlet_type", "relation")}
    learned = {label for values in labels.values() if isinstance(values, list) for label in values}
    return constants() | {c for c in cells if c} | learned


def test_every_value_of_a_coded_enumeration_can_be_given_but_those_that_are_named() -> None:
    known = {entry["value"] for entry in UNREAD["values"]}
    found = {f"{name}: {value}" for name, values in coded().items() for value in values - given()}
    assert found - known == set(), "nothing gives these values; code them or name them in unread.yaml"
    assert known - found == set(), "these can be given now; take them out of unread.yaml"


def test_enumerations_that_nothing_codes_are_named() -> None:
    known = {entry["enumeration"] for entry in UNREAD["enumerations"]}
    # families are headings; that each CAMEO code of the crosswalk can be given is tested there
    assert set(ontology.load().codes) - set(coded()) - {"family", "cameo"} == known


def test_what_is_unread_has_a_reason_and_grows_no_more() -> None:
    for kind, most in CEILING.items():
        assert len(UNREAD[kind]) <= most, f"{kind}: more without a reader than there were"
        assert all(entry["reason"] for entry in UNREAD[kind])


def test_the_shipped_lexicon_is_the_one_looked_at() -> None:
    assert Path(str(resources.files("dragoman.language.en"))) / "lexicon" == LEXICON
