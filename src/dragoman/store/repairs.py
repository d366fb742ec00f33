"""Repairs of the record that lose nothing which cannot be made again from the texts.

Texts are never touched. What was coded from a text may be forgotten: the next `ingest` codes it again.
"""

from __future__ import annotations

from dragoman.store.connection import StoreFile
from dragoman.store.documents import forget_codings

_ORPHANS = (
    (
        "mentions of documents that are missing",
        "DELETE FROM event_mention WHERE document_id NOT IN (SELECT id FROM document)",
    ),
    ("codings of documents that are missing", "DELETE FROM coding WHERE document_id NOT IN (SELECT id FROM document)"),
    (
        "screenings of documents that are missing, coded or changed",
        """
        DELETE FROM screening WHERE document_id NOT IN (SELECT id FROM document)
        OR document_id IN (SELECT document_id FROM coding WHERE is_current)
        OR sha256 <> (SELECT sha256 FROM document WHERE document.id = document_id)
        """,
    ),
    (
        "mentions of documents without a coding",
        "DELETE FROM event_mention WHERE document_id NOT IN (SELECT document_id FROM coding WHERE is_current)",
    ),
)
_PARTS = (
    (
        "participants of mentions that are missing",
        "DELETE FROM participant WHERE mention_id NOT IN (SELECT id FROM event_mention)",
    ),
    (
        "exclusions of mentions that are missing",
        "DELETE FROM exclusion_claim WHERE mention_id NOT IN (SELECT id FROM event_mention)",
    ),
    (
        "sources of mentions that are missing",
        "DELETE FROM attribution WHERE mention_id NOT IN (SELECT id FROM event_mention)",
    ),
)
_TO_CODE_AGAIN = """
SELECT DISTINCT coding.document_id FROM coding
JOIN document ON document.id = coding.document_id AND sha256(document.text) = document.sha256
WHERE is_current AND (
    coding.document_id IN (SELECT document_id FROM event_mention WHERE id IN (SELECT unnest(?::VARCHAR[])))
    OR coding.document_id IN (SELECT document_id FROM coding WHERE is_current GROUP BY document_id HAVING count(*) > 1)
    OR n_mentions <> (SELECT count(*) FROM event_mention WHERE event_mention.document_id = coding.document_id)
    OR coding.sha256 <> document.sha256)
ORDER BY 1
"""


class Repairs(StoreFile):
    """The part of the store that mends itself."""

    def repair(self, bad_mentions: list[str]) -> list[str]:
        """Remove rows that point nowhere and forget codings that are not what the texts say; return what was done.

        The event layer has to be computed again afterwards, and documents whose codings were forgotten coded.
        All happens in one transaction.

        Args:
            bad_mentions: ids of mentions in which `check` found a fault.
        """
        done = []
        with self.transaction() as connection:
            for what, statement in _ORPHANS:
                done += _told(connection.execute(statement).fetchall(), f"{what} removed")
            again = [str(id_) for (id_,) in connection.execute(_TO_CODE_AGAIN, [bad_mentions]).fetchall()]
            if again:
                forget_codings(connection, again)
                done.append(
                    f"{len(again):,} documents wait for coding again: their mentions were not what the texts say"
                )
            for what, statement in _PARTS:
                done += _told(connection.execute(statement).fetchall(), f"{what} removed")
        return done


def _told(answer: list[tuple[int]], what: str) -> list[str]:
    count = int(answer[0][0]) if answer else 0
    return [f"{count:,} {what}"] if count else []
