"""Who takes part by the wording of the trigger, which gives roles to grammatical slots: "Qatar" of "hosted by Qatar", "Iran" of "Iran was not
invited"; and which phrase tells a third party again that the wording ties to the event.
"""

from __future__ import annotations

from dragoman.coder.at_the_table.functions import leads_a_side
from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import Filled
from dragoman.coder.draft.roles import MEDIATORS
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.not_there import said_of_others
from dragoman.coder.grammar.phrases import names_nobody
from dragoman.coder.grammar.slots import kept_object
from dragoman.coder.kept_out.denials import of_none
from dragoman.coder.names.mention import Mention
from dragoman.coder.names.mentions import Mentions
from dragoman.coder.taking_part.arguments import may_act
from dragoman.coder.taking_part.clauses import fights_beside, only_attends, spoken_about
from dragoman.language.parse import Sentence


def by_wording(
    sentence: Sentence, mentions: Mentions, candidate: Candidate, words: ThirdPartyWords, *, anybody: bool = False
) -> list[Filled]:
    """Fillers of the slots to which the trigger gives a role: known actors and pronouns, or `anybody` who can act; no events."""
    match = candidate.ruling
    if match is None:
        return []
    found, trigger = [], match.trigger
    others = said_of_others(sentence, match.anchor[0]) if trigger.exclusion is not None else []
    if trigger.exclusion is not None:
        for i in others or match.slots.get(trigger.exclusion.who, []):
            event = sentence.tokens[i].upos == "NOUN" and sentence.tokens[i].lemma.lower() in words.events
            both = mentions.counted(sentence, mentions.at(sentence, i)) > 0  # "neither group was invited"
            if (both or not names_nobody(sentence, i)) and not kept_object(sentence, i) and not event:
                found.append(Filled(mentions.at(sentence, i), "excluded", 1.0, trigger.id))
    for slot, role in trigger.roles.items():
        for i in of_none(sentence, match.slots.get(slot, [])) if role != "excluded" or not others else []:
            if sentence.tokens[i].upos in ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET"):
                mention = mentions.at(sentence, i)
                if mentions.stands_by(sentence, i):
                    continue
                if candidate.label == "third_party_consultation" and spoken_about(sentence, candidate.words, i):
                    continue
                joins = mentions.counted(sentence, mention) > 0  # "urged both"
                if mention.known or mention.pronoun or joins or (anybody and may_act(sentence, mention)):
                    if role == "recipient" and fights_beside(sentence, i):
                        continue  # "fought on the president's side"
                    side = role in MEDIATORS and leads_a_side(sentence, i, words)  # "led the talks for Russia"
                    there = role == "party" and only_attends(sentence, candidate.words, i)
                    part = "party" if side else "participant" if there else role
                    found.append(Filled(mention, part, 1.0, trigger.id))
    return found


def tells_again(sentence: Sentence, read: Mention, tied: Mention, words: ThirdPartyWords) -> bool:
    """Whether a phrase that was read is the third party tied to the event: the same words or fewer, or "mediation" with its "Omani"."""
    if not read.first <= tied.head <= read.last:
        return False
    token = sentence.tokens[read.head]
    act = token.lemma.lower() in words.nouns and token.mention not in ("person", "organization")
    return act or read.last - read.first <= tied.last - tied.first
