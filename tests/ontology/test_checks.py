"""A wrong ontology file is refused with its name, the place in it and what to do."""

from __future__ import annotations

import shutil
from importlib import resources
from pathlib import Path

import pytest

from dragoman.errors import DataError
from dragoman.ontology import loader

GOOD = """\
type: walkout
family: process_changes
definition: Somebody leaves.
plover: {event: SANCTION, mode: withdraw, context: [diplomatic]}
cameo: "164"
variants:
  - {when: {initiator: third_party}, cameo: "165"}
defaults: {status: held, tense: past}
roles: {agent: initiator}
triggers:
  - id: leave
    verb: [leave, "walk out"]
    on: ["@talks"]
examples:
  for:
    - {text: "They left the talks.", trigger: left}
  against:
    - "They left home."
"""

GENERAL = """\
third_parties: {actor_types: [igo], nouns: [mediator], several: [sides]}
variants:
  - {when: {event: SANCTION, trigger: "@talks", not: {status: planned}}, mode: expel}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shipped = Path(str(resources.files("dragoman.ontology")))
    (tmp_path / "events").mkdir()
    (tmp_path / "plover").mkdir()
    shutil.copy(shipped / "codes.yaml", tmp_path / "codes.yaml")
    (tmp_path / "classes.yaml").write_text("talks: [talks, '@meeting']\nmeeting: [meeting, summit]\n")
    (tmp_path / "events" / "walkout.yaml").write_text(GOOD)
    (tmp_path / "crosswalk.yaml").write_text(GENERAL)
    (tmp_path / "groups.yaml").write_text("leaving: [walkout]\n")
    return tmp_path


def read(folder: Path) -> loader.Ontology:
    return loader.read(folder, folder)


def test_a_good_file_is_read_with_its_classes_spelled_out(folder: Path) -> None:
    found = read(folder).types["walkout"]
    (trigger,) = found.triggers
    assert trigger.id == "walkout/leave"
    assert {("leave",), ("left",), ("walk", "out")} == trigger.lemmas
    (condition,) = trigger.conditions
    assert condition.slot == "on"
    assert {("summit",), ("meeting",), ("talk",)} <= condition.lemmas


@pytest.mark.parametrize(
    ("good", "wrong", "message"),
    [
        (
            "status: held",
            "status: happened",
            r"walkout\.yaml, defaults: 'happened' is no status\. Use one of",
        ),
        ("{agent: initiator}", "{agent: hero}", r"walkout\.yaml, roles: 'hero' is no role\. Use one of"),
        ("{agent: initiator}", "{doer: party}", r"gives a role to 'doer'"),
        ("event: SANCTION", "event: BREAK", r"'BREAK' is no plover_category"),
        ('"@talks"', '"@talk"', r"walkout\.yaml, trigger leave: there is no word class @talk\. Add it"),
        ("    on:", "    upon:", r"trigger leave: has the unknown key 'upon'"),
        ('verb: [leave, "walk out"]', "", r"trigger leave: has 0 anchors\. Give exactly one of verb"),
        ("verb: [leave", "verb: [Leave", r"'Leave' has capitals"),
        ("trigger: left", "trigger: leaves", r"has no 'leaves' in 'They left the talks\.'"),
        ("definition: Somebody leaves.", "", r"walkout\.yaml, top: has no definition\. Add `definition:`"),
        ("type: walkout", "type: boycott", r"holds 'boycott'\. Name the file boycott\.yaml"),
        ("type: walkout", "type: exit", r"'exit' is no event_type"),
        ('cameo: "164"', 'cameo: "999"', r"walkout\.yaml, cameo: '999' is no cameo\. Use one of"),
        ('cameo: "165"', 'cameo: "999"', r"walkout\.yaml, variants\[1\]: '999' is no cameo"),
        (', cameo: "165"', "", r"walkout\.yaml, variants\[1\]: sets nothing\. Add one of event, mode, context, cameo"),
        ("when: {initiator: third_party}", "if: planned", r"variants\[1\]: has no `when`"),
        (
            "{initiator: third_party}",
            "{initiator: broker}",
            r"variants\[1\], when: 'broker' is no initiator\. Use third_party",
        ),
        ("{initiator: third_party}", "{status: soon}", r"variants\[1\], when: 'soon' is no status"),
        (
            "{initiator: third_party}",
            "{words: talks}",
            r"variants\[1\], when: has the unknown key 'words'\. Use one of type",
        ),
        ("{initiator: third_party}", "{hosted: 1}", r"variants\[1\], when: hosted is 1\. Give a bool"),
        ("{initiator: third_party}", '{trigger: "@tolk"}', r"variants\[1\], when: there is no word class @tolk"),
        ('on: ["@talks"]', 'on: ["@talks"]\n    set: {cameo: "1"}', r"trigger leave: '1' is no cameo"),
        ("cameo:", "family: meetings\ncameo:", r"walkout\.yaml: .*the key 'family' stands twice"),
        ("  for:", "  for: [", r"walkout\.yaml: is no valid YAML"),
    ],
)
def test_a_wrong_file_is_refused_with_file_place_and_remedy(folder: Path, good: str, wrong: str, message: str) -> None:
    assert good in GOOD
    (folder / "events" / "walkout.yaml").write_text(GOOD.replace(good, wrong, 1))
    with pytest.raises(DataError, match=message):
        read(folder)


def test_an_exclusion_with_a_mode_of_its_own_making_is_refused(folder: Path) -> None:
    text = GOOD.replace('    on: ["@talks"]', '    on: ["@talks"]\n    exclusion: {mode: ignored, who: patient}')
    (folder / "events" / "walkout.yaml").write_text(text)
    with pytest.raises(DataError, match="'ignored' is no exclusion_mode"):
        read(folder)


def test_two_triggers_of_one_id_are_refused(folder: Path) -> None:
    text = GOOD.replace("examples:", "  - {id: leave, noun: [exit]}\nexamples:")
    (folder / "events" / "walkout.yaml").write_text(text)
    with pytest.raises(DataError, match="uses the id 'walkout/leave' twice"):
        read(folder)


def test_a_word_class_that_contains_itself_is_refused(folder: Path) -> None:
    (folder / "classes.yaml").write_text("talks: ['@meeting']\nmeeting: ['@talks']\n")
    with pytest.raises(DataError, match=r"classes\.yaml, .*: contains itself"):
        read(folder)


def test_variants_of_the_crosswalk_are_read_with_their_words_spelled_out(folder: Path) -> None:
    loaded = read(folder)
    (general,) = loaded.variants
    assert general.mode == "expel" and general.when.event == {"SANCTION"}
    assert general.when.trigger is not None and ("summit",) in general.when.trigger
    assert general.unless is not None and general.unless.status == {"planned"}
    (own,) = loaded.types["walkout"].variants
    assert (own.when.initiator, own.cameo) == ("third_party", "165")


@pytest.mark.parametrize(
    ("good", "wrong", "message"),
    [
        ("variants:", "rules:", r"crosswalk\.yaml, top: has other keys than third_parties and variants"),
        (", several: [sides]", "", r"crosswalk\.yaml, third_parties: has other keys than actor_types, nouns, several"),
        ("[igo]", "[club]", r"crosswalk\.yaml, third_parties: 'club' is no actor_type"),
        ("mode: expel", "mode: scold", r"crosswalk\.yaml, variants\[1\]: 'scold' is no plover_mode"),
        ("status: planned", "state: planned", r"crosswalk\.yaml, variants\[1\], not: has the unknown key 'state'"),
    ],
)
def test_a_wrong_crosswalk_is_refused(folder: Path, good: str, wrong: str, message: str) -> None:
    assert good in GENERAL
    (folder / "crosswalk.yaml").write_text(GENERAL.replace(good, wrong, 1))
    with pytest.raises(DataError, match=message):
        read(folder)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("leaving: [walkout, storming_off]\n", r"groups\.yaml.*leaving.*storming_off.*no file"),
        ("leaving: walkout\n", r"groups\.yaml.*leaving.*no list"),
    ],
)
def test_a_group_names_types_that_there_are(folder: Path, text: str, message: str) -> None:
    assert read(folder).groups == {"leaving": frozenset({"walkout"})}
    (folder / "groups.yaml").write_text(text)
    with pytest.raises(DataError, match=message):
        read(folder)
