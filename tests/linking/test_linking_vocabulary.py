"""The linker's own tables use the codebook's values and nothing else."""

from importlib import resources

import pytest
from link_builders import who

from dragoman.linking.vocabulary import actor_key, is_named, read_table, vocabulary
from dragoman.ontology.code_lists import read_codes

CODES = read_codes(resources.files("dragoman.ontology").joinpath("codes.yaml"))
WORDS = vocabulary()


@pytest.mark.parametrize(
    ("enumeration", "used"),
    [
        ("status", WORDS.held | WORDS.forward | WORDS.not_held | set(WORDS.talks_acts.values())),
        ("tense_modality", WORDS.unrealised_tenses),
        ("plover_sector", WORDS.government_sectors),
        ("role", WORDS.mediator | WORDS.party | WORDS.convener | WORDS.host | WORDS.present | WORDS.absent),
        ("event_type", WORDS.counted | WORDS.mediated | WORDS.track_activity | WORDS.track_endings),
        ("event_type", set(WORDS.group_of) | set(WORDS.talks_acts)),
        ("event_type", set(WORDS.default_mode)),
        ("exclusion_mode", set(WORDS.default_mode.values())),
        ("agreement_class", set(read_table("cues.yaml")["agreement_on"])),
        ("track_relation", set(read_table("cues.yaml")["relations"])),
    ],
)
def test_every_value_is_the_codebooks(enumeration, used):
    assert set(used) <= set(CODES[enumeration])


def test_a_states_code_with_a_rebel_sector_is_not_its_government():
    assert actor_key(who("party", "SYR", sector="GOV")) == actor_key(who("party", "SYR")) == "SYR"
    assert actor_key(who("party", "SYR", sector="REB")) == "SYR:REB"


def test_words_that_name_nobody_are_known_as_such():
    assert not is_named(who("mediator", "an envoy"))
    assert is_named(who("mediator", "Lal Thanhawla")) and is_named(who("mediator", "igo:un"))
