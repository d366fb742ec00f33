"""Who says so: chains of sources on trees written by hand (codebook 1.4, R15 and R28)."""

from __future__ import annotations

import msgspec
import pytest
from hand_trees import at, tree
from misread import misread

from dragoman.actors import Knowledge
from dragoman.coder import Coder
from dragoman.coder.attribution.chain import Attributor
from dragoman.coder.attribution.voices import Voice, Voices
from dragoman.coder.grammar.quotes import quotations
from dragoman.coder.names.mentions import Mentions
from dragoman.coder.words import Words
from dragoman.language.parse import Sentence
from dragoman.records import AttributionStep, Document

WORDS = Words()


class Told(msgspec.Struct):
    """The chain of one event, nearest the reader first."""

    steps: list[AttributionStep]
    mode: str

    @property
    def speakers(self) -> list[str | None]:
        return [s.speaker for s in self.steps]

    @property
    def last(self) -> AttributionStep:
        return self.steps[-1]


class Article:
    """A document of sentences written by hand, one line break between them."""

    def __init__(self, knowledge: Knowledge, *rows: str, voices: Voices | None = None) -> None:
        self.sentences: list[Sentence] = []
        text = ""
        for number, written in enumerate(rows):
            sentence = tree(written, start=len(text), index=number)
            self.sentences.append(sentence)
            text += sentence.text + " "
        self.document = Document.of(text, outlet="The Herald")
        mentions = Mentions(text, self.sentences, knowledge, published=None, context=None)
        self.attributor = Attributor(
            self.document, self.sentences, mentions, knowledge, WORDS.reporting, WORDS.source_kinds,
            quotations(text), voices or Voices([]),
        )  # fmt: skip

    def of(self, word: str, sentence: int = 0, *, opinion: bool = False) -> Told:
        one = self.sentences[sentence]
        return Told(*self.attributor.chain(one, [at(one, word)], None, opinion))


PLAIN = """
Iran     Iran    PROPN 2 nsubj B-LOC
left     leave   VERB  0 root
the      the     DET   4 det
talks^   talk    NOUN  2 obj
.        .       PUNCT 2 punct
"""
SAID = """
Lavrov   Lavrov  PROPN 2 nsubj B-PER person
said     say     VERB  0 root
Iran     Iran    PROPN 4 nsubj B-LOC
left     leave   VERB  2 ccomp
the      the     DET   6 det
talks^   talk    NOUN  4 obj
.        .       PUNCT 2 punct
"""
SAID_LAST = """
Iran     Iran    PROPN 2 nsubj B-LOC
left^    leave   VERB  5 ccomp
,        ,       PUNCT 5 punct
officials official NOUN 5 nsubj O person
said^    say     VERB  0 root
.        .       PUNCT 5 punct
"""
ACCORDING_FIRST = """
According accord VERB  3 case
to       to      ADP   1 fixed
Reuters^ Reuters PROPN 6 obl B-ORG organization
,        ,       PUNCT 3 punct
Iran     Iran    PROPN 6 nsubj B-LOC
left     leave   VERB  0 root
the      the     DET   8 det
talks^   talk    NOUN  6 obj
.        .       PUNCT 6 punct
"""
ACCORDING_OBLIQUE = """
Iran     Iran    PROPN 2 nsubj B-LOC
left^    leave   VERB  0 root
,        ,       PUNCT 4 punct
according accord VERB  2 advcl
to       to      ADP   6 case
Oman^    Oman    PROPN 4 obl B-LOC
.        .       PUNCT 2 punct
"""
AS_SAID = """
As       as      SCONJ 3 mark
Lavrov   Lavrov  PROPN 3 nsubj B-PER person
said^    say     VERB  7 advcl
,        ,       PUNCT 3 punct
the      the     DET   6 det
talks    talk    NOUN  7 nsubj
collapsed^ collapse VERB 0 root
.        .       PUNCT 7 punct
"""
QUOTED = """
“^       “       PUNCT 4 punct
Iran     Iran    PROPN 4 nsubj B-LOC
has      have    AUX   4 aux
left     leave   VERB  10 ccomp
the      the     DET   6 det
talks^   talk    NOUN  4 obj
,^       ,       PUNCT 4 punct
”        ”       PUNCT 4 punct
Lavrov   Lavrov  PROPN 10 nsubj B-PER person
said^    say     VERB  0 root
.        .       PUNCT 10 punct
"""
GOES_ON = """
“^       “       PUNCT 5 punct
The      the     DET   3 det
truce    truce   NOUN  5 nsubj
has      have    AUX   5 aux
collapsed^ collapse VERB 0 root
.^       .       PUNCT 5 punct
”        ”       PUNCT 5 punct
"""


def test_what_nobody_else_says_the_outlet_says(knowledge: Knowledge) -> None:
    told = Article(knowledge, PLAIN).of("left")
    assert told.speakers == ["The Herald"]
    assert (told.mode, told.last.relation, told.last.source_type) == ("outlet_assertion", "writes", "outlet")


def test_indirect_speech_is_the_speaker_s(knowledge: Knowledge) -> None:
    told = Article(knowledge, SAID).of("left")
    assert len(told.steps) == 2 and "Lavrov" in str(told.last.speaker)
    assert (told.mode, told.last.relation) == ("indirect_speech", "paraphrases")
    assert [s.step for s in told.steps] == [1, 2]


def test_a_minister_is_a_named_official(knowledge: Knowledge) -> None:
    last = Article(knowledge, SAID.replace("Lavrov   Lavrov", "Moscow   Moscow")).of("left").last
    assert (last.actor, last.source_type) == ("RUS", "named_official")


def test_the_speaker_may_stand_after_what_he_says(knowledge: Knowledge) -> None:
    told = Article(knowledge, SAID_LAST).of("left")
    assert told.last.speaker == "officials"
    assert told.last.source_type == "unnamed_official"


def test_saying_so_is_not_itself_what_is_said(knowledge: Knowledge) -> None:
    assert Article(knowledge, SAID).of("said").speakers == ["The Herald"]


def test_according_to_hands_the_main_clause_to_its_noun(knowledge: Knowledge) -> None:
    told = Article(knowledge, ACCORDING_FIRST).of("left")
    assert told.speakers == ["The Herald", "Reuters"]
    assert told.last.source_type == "wire"
    assert Article(knowledge, ACCORDING_OBLIQUE).of("left").last.actor == "OMN"


def test_as_somebody_said_does_so_too(knowledge: Knowledge) -> None:
    assert "Lavrov" in str(Article(knowledge, AS_SAID).of("collapsed").last.speaker)


def test_a_quotation_is_direct_speech(knowledge: Knowledge) -> None:
    told = Article(knowledge, QUOTED).of("left")
    assert "Lavrov" in str(told.last.speaker)
    assert (told.mode, told.last.relation) == ("direct_quote", "quotes")


def test_a_quotation_that_goes_on_in_the_next_sentence_is_still_the_speaker_s(knowledge: Knowledge) -> None:
    told = Article(knowledge, QUOTED, GOES_ON).of("collapsed", 1)
    assert "Lavrov" in str(told.last.speaker)
    assert told.mode == "direct_quote"


def test_the_next_sentence_outside_the_quotation_is_the_outlet_s_again(knowledge: Knowledge) -> None:
    assert Article(knowledge, QUOTED, PLAIN).of("left", 1).speakers == ["The Herald"]


def test_a_speaker_within_a_speech_comes_last(knowledge: Knowledge) -> None:
    nested = """
    Oman     Oman    PROPN 2 nsubj B-LOC
    said     say     VERB  0 root
    Egypt    Egypt   PROPN 4 nsubj B-LOC
    reported report  VERB  2 ccomp
    that     that    SCONJ 7 mark
    Iran     Iran    PROPN 7 nsubj B-LOC
    left^    leave   VERB  4 ccomp
    .        .       PUNCT 2 punct
    """
    told = Article(knowledge, nested).of("left")
    assert told.speakers == ["The Herald", "Oman", "Egypt"]


def test_the_voice_of_another_outlet_stands_between_outlet_and_speaker(knowledge: Knowledge) -> None:
    voices = Voices([Voice(0, 500, "Reuters", "wire")])
    told = Article(knowledge, SAID, voices=voices).of("left")
    assert told.speakers[:2] == ["The Herald", "Reuters"] and len(told.steps) == 3
    assert told.steps[1].relation == "quotes"


def test_what_the_author_thinks_is_opinion_only_where_nobody_else_speaks(knowledge: Knowledge) -> None:
    told = Article(knowledge, PLAIN).of("left", opinion=True)
    assert (told.mode, told.last.source_type, told.speakers) == ("author_opinion", "author", ["The Herald"])
    assert Article(knowledge, SAID).of("left", opinion=True).mode == "indirect_speech"


def test_a_pronoun_speaks_for_whom_it_stands(knowledge: Knowledge) -> None:
    he_said = SAID.replace("Lavrov   Lavrov  PROPN 2 nsubj B-PER person", "It       it      PRON  2 nsubj")
    before = PLAIN.replace("Iran     Iran ", "Oman     Oman ")
    told = Article(knowledge, before, he_said).of("left", 1)
    assert told.last.actor == "OMN"


def test_a_move_to_admit_something_says_nothing(coder: Coder) -> None:
    text = "In a move to admit its failure, Qatar met the rebels on Monday and the ministry said talks had resumed."
    speakers = [step.speaker for e in coder(text, outlet="Gulf Ledger").events for step in e.attribution]
    assert speakers
    assert not any("move" in (speaker or "") for speaker in speakers)


def chains(coder: Coder, text: str, outlet: str = "Gulf Ledger") -> dict[str, list[tuple[str | None, str | None]]]:
    """Trigger → speakers behind the outlet with their source types."""
    return {
        e.evidence.trigger.text: [(s.speaker, s.source_type) for s in e.attribution[1:]]
        for e in coder(text, outlet=outlet).events
    }


@pytest.mark.parametrize(
    "text",
    [
        "Chad and Libya signed a truce in Tripoli on Friday; the Toubou militia was not invited to the talks.",
        "Five Gulf states have signed the accord, and the tribes were excluded from the talks.",
        "The accord was signed by Chad and Libya in Tripoli; Niger was not invited to the talks.",
        "The ceasefire showed that both governments had agreed to talks in Tripoli.",
        "They said that the truce in Darfur had collapsed.",
        "Both said that the truce in Darfur had collapsed.",
        "The ministry did not say whether the talks in Tripoli had been suspended.",
    ],
)
def test_where_nobody_certain_is_told_to_speak_the_outlet_asserts(coder: Coder, text: str) -> None:
    found = chains(coder, text)
    assert found and not any(found.values())
    excluded = [p.exclusion for e in coder(text, outlet="Gulf Ledger").events for p in e.participants if p.exclusion]
    assert all(x.asserted_by == "Gulf Ledger" for x in excluded)


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("A Libyan diplomat told Reuters that the talks in Tripoli had been suspended.",
         [("Reuters", "wire"), ("Libyan diplomat", "unnamed_official")]),
        ("The talks in Tripoli had been suspended, a diplomat told the BBC.",
         [("BBC", "third_outlet"), ("diplomat", "unnamed_official")]),
        ("Reuters quoted a diplomat as saying that the talks in Tripoli had been suspended.",
         [("Reuters", "wire"), ("diplomat", "unnamed_official")]),
        ("Interfax reported, citing a diplomat, that the talks in Tripoli had been suspended.",
         [("Interfax", "wire"), ("diplomat", "unnamed_official")]),
        misread("the clause of the last speaker hangs elsewhere in the tree",
                "An official told Reuters that Sergei Lavrov had said the talks in Tripoli had been suspended.",
                [("Reuters", "wire"), ("official", "unnamed_official"), ("Sergei Lavrov", "named_official")]),
        ("Sergei Lavrov said that Reuters had reported that the talks in Tripoli had been suspended.",
         [("Sergei Lavrov", "named_official"), ("Reuters", "wire")]),
        ("The envoy told reporters that the talks in Tripoli had been suspended.", [("envoy", "unnamed_official")]),
        ("The communique said that the talks in Tripoli had been suspended.", [("communique", "document")]),
    ],
)  # fmt: skip
def test_outlets_and_speakers_stand_in_the_order_of_their_telling(
    coder: Coder, text: str, chain: list[tuple[str, str]]
) -> None:
    assert chains(coder, text)["suspended"] == chain


def test_an_outlet_told_is_no_step_in_its_own_article(coder: Coder) -> None:
    text = "A diplomat told The Associated Press that the talks in Tripoli had been suspended."
    assert chains(coder, text, outlet="AP")["suspended"] == [("diplomat", "unnamed_official")]


@pytest.mark.parametrize(
    ("subject", "kind"),
    [
        ("A Taliban spokesman", "unnamed_party"),
        ("A spokeswoman for the Houthis", "unnamed_party"),
        ("The Kremlin spokesman", "unnamed_official"),
        ("Kremlin spokesman Dmitry Peskov", "named_official"),
        ("Norwegian special envoy Geir Pedersen", "named_official"),
        ("An M23 commander", "unnamed_party"),
        ("M23 rebels", "named_party"),
    ],
)
def test_a_speaker_s_kind_is_read_off_name_and_side(coder: Coder, subject: str, kind: str) -> None:
    assert chains(coder, f"{subject} said the talks had been suspended.")["suspended"][-1][1] == kind


def test_a_bare_spokesman_speaks_for_the_actor_told_of_last(coder: Coder) -> None:
    text = "Hezbollah rejected the plan. A spokesman said the talks in Cairo had been suspended."
    assert chains(coder, text)["suspended"] == [("spokesman", "unnamed_party")]


def test_he_is_the_last_speaker_even_one_without_a_name(coder: Coder) -> None:
    text = "A Western diplomat said the truce had collapsed. He added that the talks in Tripoli had been suspended."
    assert chains(coder, text)["suspended"] == [("Western diplomat", "unnamed_official")]


QUOTE = "“The talks have been suspended and nobody will come back.”"


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("Sergei Lavrov said the truce was dead.", "Sergei Lavrov"),
        ("Sergei Lavrov said the truce was dead.\n\nTurkey sent more troops to Idlib.\n\n", "Sergei Lavrov"),
        ("Sergei Lavrov was blunt:", "Sergei Lavrov"),
        ("Turkey sent more troops to Idlib.", None),
    ],
)
def test_a_quotation_without_a_frame_is_the_speaker_s_before_it_never_an_actor_s(
    coder: Coder, before: str, speaker: str | None
) -> None:
    found = chains(coder, f"{before} {QUOTE} Rebels shelled the town of Douma, residents said.")["suspended"]
    assert [s for s, _ in found] == ([speaker] if speaker else [])


def last_step(coder: Coder, text: str, trigger: str) -> AttributionStep:
    """The speaker of the event at a word that stands once in the text; the outlet where nobody else speaks."""
    found = coder(text, published="2020-01-07", outlet="The Herald").events
    return next(e for e in found if trigger in e.evidence.trigger.text).attribution[-1]


@pytest.mark.parametrize(
    ("text", "trigger", "speaker"),
    [
        # The quotation's own frame, before it or behind it.
        ('Paris welcomed the plan. "The rebels refused to sign the accord," Lavrov said.', "refused", "Sergei Lavrov"),
        ('Paris said it would wait. Lavrov said: "The rebels refused to sign the accord."', "refused", "Sergei Lavrov"),
        # The speaker of the paragraph's last quotation goes on, whatever a capital does between.
        (
            '"We went to Geneva for peace," Lavrov said. Kyiv denied it. "They refused to sign the accord," he added.',
            "refused",
            "Sergei Lavrov",
        ),
        (
            '"We went to Geneva for peace," Lavrov said. Kyiv said it had gone too. "They refused to sign the accord."',
            "refused",
            "Sergei Lavrov",
        ),
        # A person who speaks right before it takes it over.
        (
            '"We went to Geneva for peace," Lavrov said. Salva Kiir told reporters he disagreed. '
            '"They refused to sign the accord."',
            "refused",
            "Salva Kiir",
        ),
        # Judging brings in words as saying does.
        ('Speaking in Moscow, Lavrov criticised Paris. "They refused to sign the accord."', "refused", "Sergei Lavrov"),
        (
            'Paris said it was sorry. Lavrov called the truce "a mistake of the first order".',
            "mistake",
            "Sergei Lavrov",
        ),
        # Who is only talked about says nothing.
        ('Paris welcomed the plan. "The rebels refused to sign the accord."', "refused", "The Herald"),
        ('Paris said it was glad. The rebels condemned the truce as "a triumph of fear".', "condemned", "The Herald"),
    ],
)
def test_the_frame_of_a_quotation_decides_then_the_last_speaker_of_the_paragraph(
    coder: Coder, text: str, trigger: str, speaker: str
) -> None:
    assert last_step(coder, text, trigger).speaker == speaker


@pytest.mark.parametrize(
    ("who", "speaker", "kind"),
    [
        ("a spokesman for the front", "spokesman for the front", "unnamed_party"),
        ("a commander of the rebels", "commander of the rebels", "unnamed_party"),
        ("a representative of the insurgents", "representative of the insurgents", "unnamed_party"),
        ("the rebels' spokesman, Edmond Yakani,", "Edmond Yakani", "named_party"),
        ("the M23's spokesman, Lawrence Kanyuka,", "Lawrence Kanyuka", "named_party"),
        ("Hamas spokesman Fawzi Barhoum", "Fawzi Barhoum", "named_party"),
        ("a spokesman for the Saudi-led coalition", "spokesman for the Saudi-led coalition", "unnamed_official"),
        ("a Norwegian Foreign Ministry spokesman", "Norwegian Foreign Ministry spokesman", "unnamed_official"),
        ("an aide to the Sudanese president", "aide to the Sudanese president", "unnamed_official"),
        ("two of his aides", "two of his aides", "unnamed_official"),
        ("a statement by the African Union", "statement by the African Union", "document"),
    ],
)  # fmt: skip
def test_a_speaker_s_side_is_told_by_whose_he_is(coder: Coder, who: str, speaker: str, kind: str) -> None:
    step = last_step(coder, f"{who[0].upper()}{who[1:]} said on Monday the talks had collapsed.", "collapsed")
    assert (str(step.speaker).lower(), step.source_type) == (speaker.lower(), kind)


def test_a_description_tells_all_whose_ministers_they_are(coder: Coder) -> None:
    text = "The foreign ministers of Norway, Kenya and Oman said the talks in Muscat would resume in May."
    assert last_step(coder, text, "resume").speaker == "foreign ministers of Norway, Kenya and Oman"


def test_a_bare_spokesman_of_a_front_that_nobody_knows_is_of_a_party(coder: Coder) -> None:
    text = "Kenya opened the talks. The front has refused to sign the accord as it stands, a spokesman said."
    step = last_step(coder, text, "refused")
    assert (step.source_type, step.actor) == ("unnamed_party", None)


@pytest.mark.parametrize(
    ("text", "speaker", "actor"),
    [
        ("Kenya and Oman said the talks had collapsed.", "Kenya and Oman", "KEN"),
        ("The talks have collapsed, according to Kenya and the United States.", "Kenya and the United States", "KEN"),
        ("Lavrov and Kerry said the talks had collapsed.", "Sergei Lavrov and John Kerry", "RUS"),
        ("Kenya or Oman said the talks had collapsed.", "Kenya", "KEN"),
    ],
)
def test_who_speak_together_are_one_step(coder: Coder, text: str, speaker: str, actor: str) -> None:
    step = last_step(coder, text, "collapsed")
    assert (step.speaker, step.actor) == (speaker, actor)
    assert step.mention is not None and text[step.mention.start : step.mention.end] == step.mention.text


@pytest.mark.parametrize(
    ("text", "speaker", "kind"),
    [
        ("There were reports that the rebels had walked out of the talks.", "reports", "third_outlet"),
        ("Kenya's claim that the rebels had walked out of the talks caused alarm.", "Kenya", "named_official"),
        ("The claim by Kenya that the rebels had walked out of the talks caused alarm.", "Kenya", "named_official"),
        ("A communique said the rebels had walked out of the talks.", "communique", "document"),
        ("The army's report on the rebels, who walked out of the talks, caused alarm.", "The Herald", "outlet"),
    ],
)
def test_a_noun_of_speech_tells_its_clause(coder: Coder, text: str, speaker: str, kind: str) -> None:
    step = last_step(coder, text, "walked")
    assert (step.speaker, step.source_type) == (speaker, kind)


def test_an_act_coordinated_with_what_is_said_hands_no_words_to_its_subject(coder: Coder) -> None:
    text = "The rebels have left the talks, an official told AFP on Saturday, and asked Kenya for a new meeting."
    found = coder(text, published="2020-01-07", outlet="The Herald").events
    left = next(e for e in found if "left" in e.evidence.trigger.text)
    assert [s.speaker for s in left.attribution] == ["The Herald", "Agence France-Presse", "official"]
