"""Is the record whole? Rows that point nowhere, and spans that are not what the text says there."""

from __future__ import annotations

import msgspec

from dragoman.store.connection import StoreFile
from dragoman.store.shape import COLUMNS, differences

# Each query yields table, id and what is wrong.
_CHECKS = (
    """
    SELECT 'document', id, 'the text does not match its hash' FROM document WHERE sha256(text) <> sha256
    """,
    """
    SELECT 'document', id, 'the id comes ' || count(*) || ' times'
    FROM document GROUP BY id HAVING count(*) > 1
    """,
    """
    SELECT 'document', min(id), 'the url ' || url || ' comes ' || count(*) || ' times'
    FROM document WHERE url IS NOT NULL GROUP BY url HAVING count(*) > 1
    """,
    """
    SELECT 'event_mention', id, 'the id comes ' || count(*) || ' times'
    FROM event_mention GROUP BY id HAVING count(*) > 1
    """,
    """
    SELECT 'event_mention', id, 'its document ' || document_id || ' is missing'
    FROM event_mention WHERE document_id NOT IN (SELECT id FROM document)
    """,
    """
    SELECT 'event_mention', id, 'its document ' || document_id || ' has no coding'
    FROM event_mention WHERE document_id NOT IN (SELECT document_id FROM coding WHERE is_current)
    """,
    """
    SELECT 'event_mention', id, 'the trigger lies outside the evidence'
    FROM event_mention WHERE trigger_start < evidence_start OR trigger_end > evidence_end
    """,
    """
    WITH span AS (
        SELECT id, document_id, 'evidence' AS part,
            evidence_start AS a, evidence_end AS b, evidence_text AS words FROM event_mention
        UNION ALL
        SELECT id, document_id, 'trigger', trigger_start, trigger_end, trigger_text FROM event_mention
        UNION ALL
        SELECT id, document_id, 'venue', venue_start, venue_end, venue_text FROM event_mention
        UNION ALL
        SELECT id, document_id, 'date', date_mention_start, date_mention_end, date_mention_text
        FROM event_mention
        UNION ALL
        SELECT m.id, document_id, 'participant ' || p.position, mention_start, mention_end, mention_text
        FROM participant p JOIN event_mention m ON m.id = p.mention_id
        UNION ALL
        SELECT m.id, document_id, 'attribution step ' || step, mention_start, mention_end, mention_text
        FROM attribution a JOIN event_mention m ON m.id = a.mention_id
    )
    SELECT 'event_mention', span.id, 'the text at ' || a || '-' || b || ' is not the ' || part || ' ' || words
    FROM span JOIN document ON document.id = span.document_id
    WHERE a IS NOT NULL AND (a < 0 OR b < a OR substring(text, a + 1, b - a) IS DISTINCT FROM words)
    """,
    """
    SELECT 'coding', document_id, 'its document is missing'
    FROM coding WHERE document_id NOT IN (SELECT id FROM document)
    """,
    """
    SELECT 'coding', document_id, 'it was coded from another text'
    FROM coding JOIN document ON document.id = document_id
    WHERE is_current AND coding.sha256 <> document.sha256 AND sha256(text) = document.sha256
    """,
    """
    SELECT 'coding', document_id, n_mentions || ' mentions were coded, not ' || count(event_mention.id)
    FROM coding LEFT JOIN event_mention USING (document_id)
    WHERE is_current GROUP BY coding.document_id, n_mentions, coding.coder_version
    HAVING n_mentions <> count(event_mention.id)
    """,
    """
    SELECT 'coding', document_id, 'more than one coding is current'
    FROM coding WHERE is_current GROUP BY document_id HAVING count(*) > 1
    """,
    """
    SELECT 'screening', document_id, 'its document is missing'
    FROM screening WHERE document_id NOT IN (SELECT id FROM document)
    UNION ALL
    SELECT 'screening', document_id, 'it is coded too'
    FROM screening WHERE document_id IN (SELECT document_id FROM coding WHERE is_current)
    UNION ALL
    SELECT 'screening', document_id, 'another text was set aside'
    FROM screening JOIN document ON document.id = document_id
    WHERE screening.sha256 <> document.sha256 AND sha256(text) = document.sha256
    """,
    """
    SELECT 'participant', mention_id, 'its mention is missing'
    FROM participant WHERE mention_id NOT IN (SELECT id FROM event_mention)
    UNION ALL
    SELECT 'attribution', mention_id, 'its mention is missing'
    FROM attribution WHERE mention_id NOT IN (SELECT id FROM event_mention)
    UNION ALL
    SELECT 'exclusion_claim', mention_id, 'its mention is missing'
    FROM exclusion_claim WHERE mention_id NOT IN (SELECT id FROM event_mention)
    """,
    """
    SELECT 'event', id, 'the id comes ' || count(*) || ' times' FROM event GROUP BY id HAVING count(*) > 1
    UNION ALL
    SELECT 'event', id, 'no mention says so'
    FROM event WHERE id NOT IN (SELECT event_id FROM event_mention_link)
    UNION ALL
    SELECT 'event', id, 'its track ' || track_id || ' is missing'
    FROM event WHERE track_id IS NOT NULL AND track_id NOT IN (SELECT id FROM track)
    UNION ALL
    SELECT 'event_mention_link', event_id, 'its mention ' || mention_id || ' is missing'
    FROM event_mention_link WHERE mention_id NOT IN (SELECT id FROM event_mention)
    """,
    """
    SELECT 'participation', event_id, 'its event is missing'
    FROM participation WHERE event_id NOT IN (SELECT id FROM event)
    UNION ALL
    SELECT 'status_change', event_id, 'its event is missing'
    FROM status_change WHERE event_id NOT IN (SELECT id FROM event)
    UNION ALL
    SELECT 'status_change', event_id, 'its mention ' || mention_id || ' is missing'
    FROM status_change WHERE mention_id NOT IN (SELECT id FROM event_mention)
    UNION ALL
    SELECT 'agreement', id, 'its event ' || event_id || ' is missing'
    FROM agreement WHERE event_id NOT IN (SELECT id FROM event)
    """,
    """
    SELECT 'exclusion', id, 'its mention ' || mention_id || ' is missing'
    FROM exclusion WHERE mention_id NOT IN (SELECT id FROM event_mention)
    UNION ALL
    SELECT 'exclusion', id, 'its event ' || event_id || ' is missing'
    FROM exclusion WHERE event_id IS NOT NULL AND event_id NOT IN (SELECT id FROM event)
    UNION ALL
    SELECT 'track_relation', track_id, 'the track is missing'
    FROM track_relation WHERE track_id NOT IN (SELECT id FROM track)
    UNION ALL
    SELECT 'track_relation', other_track_id, 'the track is missing'
    FROM track_relation WHERE other_track_id NOT IN (SELECT id FROM track)
    UNION ALL
    SELECT 'track_relation', track_id, 'no other track is told for ' || relation
    FROM track_relation WHERE other_track_id IS NULL AND relation <> 'endorsed_by'
    UNION ALL
    SELECT 'root', id, 'its document ' || document_id || ' is missing'
    FROM root WHERE document_id NOT IN (SELECT id FROM document)
    """,
)

_COUNTS = """
SELECT 'run', count(*) FROM run
UNION ALL SELECT 'document', count(*) FROM document
UNION ALL SELECT 'failure', count(*) FROM failure
UNION ALL SELECT 'screening', count(*) FROM screening
UNION ALL SELECT 'coding', count(*) FROM coding
UNION ALL SELECT 'event_mention', count(*) FROM event_mention
UNION ALL SELECT 'participant', count(*) FROM participant
UNION ALL SELECT 'exclusion_claim', count(*) FROM exclusion_claim
UNION ALL SELECT 'attribution', count(*) FROM attribution
UNION ALL SELECT 'root', count(*) FROM root
UNION ALL SELECT 'event', count(*) FROM event
UNION ALL SELECT 'event_mention_link', count(*) FROM event_mention_link
UNION ALL SELECT 'participation', count(*) FROM participation
UNION ALL SELECT 'status_change', count(*) FROM status_change
UNION ALL SELECT 'track', count(*) FROM track
UNION ALL SELECT 'track_relation', count(*) FROM track_relation
UNION ALL SELECT 'exclusion', count(*) FROM exclusion
UNION ALL SELECT 'agreement', count(*) FROM agreement
"""


class Problem(msgspec.Struct, frozen=True, order=True):
    """One fault in the record: in which table, at which id, and what is wrong."""

    table: str
    id: str
    problem: str

    def __str__(self) -> str:
        return f"{self.table} {self.id}: {self.problem}"


class Checks(StoreFile):
    """The part of the store about its own health."""

    def check(self) -> list[Problem]:
        """Return what is wrong with the record, sorted; an empty list where all is well.

        Where tables or columns are missing, only that is told: nothing else can be asked then.
        """
        if shape := self.check_shape():
            return shape
        problems: list[Problem] = []
        for sql in _CHECKS:
            with self.cursor(sql) as cursor:
                problems.extend(Problem(*row) for row in cursor.fetchall())
        return sorted(problems)

    def check_shape(self) -> list[Problem]:
        """Return which tables and columns are missing or of another kind, sorted."""
        with self.cursor(COLUMNS) as cursor:
            return sorted(Problem(*difference) for difference in differences(cursor.fetchall()))

    def counts(self) -> dict[str, int]:
        """Return the number of rows by table."""
        with self.cursor(_COUNTS) as cursor:
            return dict(cursor.fetchall())
