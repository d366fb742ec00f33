"""The English word lists: read, checked, and saying what the coder asks of them."""

from __future__ import annotations

import shutil
from importlib import resources
from pathlib import Path

import pytest

from dragoman.errors import DataError
from dragoman.ontology import lexicon
from dragoman.ontology.lexicon import Effect


def test_a_light_verb_gives_its_subject_to_the_noun() -> None:
    assert {"hold", "attend", "reach", "begin"} <= lexicon.load().light_verbs


@pytest.mark.parametrize("verb", ["host", "cancel", "postpone", "boycott", "sponsor"])
def test_a_verb_whose_subject_has_another_part_than_the_talks_own_is_no_light_verb(verb: str) -> None:
    assert verb not in lexicon.load().light_verbs


def test_light_verb_entries_keep_role_and_status() -> None:
    entries = lexicon.load().light_verb_entries
    host = next(e for e in entries if ("host",) in e.lemmas)
    begin = next(e for e in entries if ("begin",) in e.lemmas and e.slot == "patient")
    assert host.role == "host"
    assert begin.effect == Effect(status="under_way", tense="ongoing")


@pytest.mark.parametrize(
    ("word", "effect"),
    [
        ("will", Effect(status="planned", tense="planned")),
        (
            "may",
            Effect(
                status="proposed", tense="hypothetical", certainty="possible", fixed=("status", "tense", "certainty")
            ),
        ),
        ("should", Effect(status="proposed", tense="desired")),
    ],
)
def test_modals_tell_status_tense_and_certainty(word: str, effect: Effect) -> None:
    assert lexicon.load().modality.modals[(word,)] == effect


def test_a_failed_attempt_is_planned_and_not_held() -> None:
    failed = lexicon.load().modality.complement_verbs[("fail",)]
    assert (failed.status, failed.polarity) == ("planned_not_held", "negated")


def test_issues_come_in_the_codebooks_order() -> None:
    found = lexicon.load().issues_in("They discussed the withdrawal of troops, a truce and prisoners.")
    assert found == ["ceasefire", "detainees", "withdrawal"]


def test_issues_are_whole_words() -> None:
    assert lexicon.load().issues_in("The toilets were devoted to gasoline.") == []


def test_sources_tell_diplomats_from_participants_and_witnesses() -> None:
    sources = lexicon.load().sources
    assert sources["diplomat"] == "unnamed_official"
    assert sources["sources close to the talks"] == "unnamed_participant"
    assert sources["resident"] == "witness"


def test_reporting_verbs_hold_say_and_deny() -> None:
    loaded = lexicon.load()
    assert {"say", "tell", "announce", "claim"} <= loaded.reporting_verbs
    assert loaded.reporting.verbs["deny"].status == "denied"


def test_fingerprint_is_twelve_hex_digits_and_stable() -> None:
    first = lexicon.fingerprint()
    lexicon.fingerprint.cache_clear()
    assert first == lexicon.fingerprint() and len(first) == 12 and int(first, 16) >= 0


@pytest.mark.parametrize(
    ("name", "good", "wrong", "message"),
    [
        ("contexts.yaml", "cbrn:", "atomic:", r"contexts\.yaml: 'atomic' is no plover_context"),
        ("issues.yaml", "detainees:", "captives:", r"issues\.yaml: 'captives' is no issue"),
        ("modality.yaml", "status: planned", "status: soon", r"modality\.yaml, modals.*'soon' is no status"),
        (
            "light_verbs.yaml",
            "role: host",
            "role: landlord",
            r"light_verbs\.yaml, entry \d+: 'landlord' is no role",
        ),
        ("exclusion.yaml", "who: subject", "who: someone", r"exclusion\.yaml, .*'someone' is no place"),
        ("sources.yaml", "diplomat: unnamed_official", "diplomat: official", r"'official' is no source_type"),
    ],
)
def test_a_wrong_word_list_is_refused(tmp_path: Path, name: str, good: str, wrong: str, message: str) -> None:
    shipped = Path(str(resources.files("dragoman.language.en"))) / "lexicon"
    shutil.copytree(shipped, tmp_path / "lexicon")
    path = tmp_path / "lexicon" / name
    text = path.read_text()
    assert good in text
    path.write_text(text.replace(good, wrong, 1))
    with pytest.raises(DataError, match=message):
        lexicon.read_lexicon(tmp_path / "lexicon")
