"""The queries that filters narrow. Every one uses all five parameters of `Filters`."""

from __future__ import annotations

_EVENTS_WHERE = """
FROM event
WHERE ($conflict::VARCHAR[] IS NULL OR list_contains($conflict::VARCHAR[], lower(conflict)))
  AND ($since::VARCHAR IS NULL OR coalesce("end", "start", observed_first_at) >= $since::VARCHAR)
  AND ($until::VARCHAR IS NULL
       OR left(coalesce("start", "end", observed_first_at), length($until::VARCHAR)) <= $until::VARCHAR)
  AND ($status::VARCHAR[] IS NULL OR list_contains($status::VARCHAR[], status))
  AND ($type::VARCHAR[] IS NULL OR list_contains($type::VARCHAR[], type))
"""


def _of_events(rest: str) -> str:
    """A query in which `chosen` are the events that the filters choose, with their mentions."""
    return "WITH chosen AS (SELECT id, mention_ids" + _EVENTS_WHERE + ")" + rest


_BY_TIME = 'ORDER BY coalesce("start", observed_first_at) NULLS LAST, position'

# in the order of the fields of `EventOutline`; so too `MENTION_PLACES` and `CLAIMS_ON_TRACKS`
_OUTLINE = """
SELECT id, type, status, factuality, "start", "end", date_precision, observed_first_at, conflict, track_id,
       n_mentions, n_roots, disagreement_score
"""

EVENTS = "SELECT * EXCLUDE (position)" + _EVENTS_WHERE + _BY_TIME

OUTLINES = _OUTLINE + _EVENTS_WHERE + _BY_TIME

OUTLINES_ON_TRACKS = _OUTLINE + "FROM event WHERE track_id IS NOT NULL"

EVENT_IDS = "SELECT id" + _EVENTS_WHERE

EVENTS_BY_ID = "SELECT * EXCLUDE (position) FROM event WHERE id IN (SELECT unnest($ids::VARCHAR[]))"

PEOPLE_IN_ROLES = _of_events("""
SELECT * EXCLUDE (position) FROM participation
WHERE actor <> '' AND list_contains($roles::VARCHAR[], role) AND event_id IN (SELECT id FROM chosen)
ORDER BY position
""")

TRACKS = """
SELECT * EXCLUDE (position) FROM track
WHERE ($conflict::VARCHAR[] IS NULL OR list_contains($conflict::VARCHAR[], lower(conflict)))
  AND ($since::VARCHAR IS NULL OR coalesce(last_change, first_seen) >= $since::VARCHAR)
  AND ($until::VARCHAR IS NULL
       OR left(coalesce(first_seen, last_change), length($until::VARCHAR)) <= $until::VARCHAR)
  AND ($status::VARCHAR[] IS NULL OR list_contains($status::VARCHAR[], state)
       OR list_contains($status::VARCHAR[], last_status))
  AND ($type::VARCHAR[] IS NULL OR EXISTS (
       SELECT 1 FROM event WHERE event.track_id = track.id AND list_contains($type::VARCHAR[], event.type)))
ORDER BY position
"""

EXCLUSIONS = """
SELECT exclusion.* EXCLUDE (position) FROM exclusion
LEFT JOIN event ON event.id = exclusion.event_id
LEFT JOIN track ON track.id = exclusion.track_id
LEFT JOIN document ON document.id = exclusion.document_id
WHERE ($conflict::VARCHAR[] IS NULL
       OR list_contains($conflict::VARCHAR[], lower(coalesce(event.conflict, track.conflict))))
  AND ($since::VARCHAR IS NULL
       OR coalesce(exclusion.date, event."start", document.published) >= $since::VARCHAR)
  AND ($until::VARCHAR IS NULL
       OR left(coalesce(exclusion.date, event."start", document.published), length($until::VARCHAR))
          <= $until::VARCHAR)
  AND ($status::VARCHAR[] IS NULL OR list_contains($status::VARCHAR[], event.status))
  AND ($type::VARCHAR[] IS NULL OR list_contains($type::VARCHAR[], event.type))
ORDER BY exclusion.position
"""

AGREEMENTS = """
SELECT agreement.* EXCLUDE (position) FROM agreement
LEFT JOIN event ON event.id = agreement.event_id
WHERE ($conflict::VARCHAR[] IS NULL OR list_contains($conflict::VARCHAR[], lower(agreement.conflict)))
  AND ($since::VARCHAR IS NULL
       OR coalesce(ended, effective, signed, announced, event."start") >= $since::VARCHAR)
  AND ($until::VARCHAR IS NULL
       OR left(coalesce(announced, signed, effective, ended, event."start"), length($until::VARCHAR))
          <= $until::VARCHAR)
  AND ($status::VARCHAR[] IS NULL OR list_contains($status::VARCHAR[], agreement.status))
  AND ($type::VARCHAR[] IS NULL OR list_contains($type::VARCHAR[], event.type))
ORDER BY agreement.position
"""

DAYS_TOLD = """
WITH told AS (
    SELECT DISTINCT conflict,
           CASE WHEN status_change.event_id IS NULL THEN observed_first_at ELSE status_change.date END AS said
    FROM event LEFT JOIN status_change ON status_change.event_id = event.id
)
SELECT conflict, CAST(min(on_day) AS VARCHAR), CAST(max(on_day) AS VARCHAR)
FROM (SELECT conflict, TRY_CAST(left(trim(said), 10) AS DATE) AS on_day FROM told
      WHERE $until::VARCHAR IS NULL OR left(said, length($until::VARCHAR)) <= $until::VARCHAR)
WHERE on_day IS NOT NULL GROUP BY conflict ORDER BY conflict
"""

LAST_TURNS = _of_events(""", said AS (
    SELECT event_id, status, date, lag(status) OVER (PARTITION BY event_id ORDER BY date, position) AS before
    FROM status_change
    WHERE date <> '' AND event_id IN (SELECT id FROM chosen)
      AND event_id IN (SELECT event_id FROM participation WHERE actor <> '')
      AND ($until::VARCHAR IS NULL OR left(date, length($until::VARCHAR)) <= $until::VARCHAR)
)
SELECT event_id, max(date) FROM said WHERE before IS DISTINCT FROM status GROUP BY event_id
""")

# Of claims of one status the first says it all, but for going on, which counts again after a halt. A claim without a
# day leaves it to a later one to date what is claimed.
CLAIMS_ON_TRACKS = """
WITH told AS (
    SELECT event_id, status, min({'date': date, 'position': position}) AS first FROM status_change
    WHERE event_id IN (SELECT id FROM event WHERE track_id IS NOT NULL)
    GROUP BY event_id, status,
             CASE WHEN status = 'under_way' OR NOT regexp_matches(date, '^[0-9]{4}-[0-9]{2}-[0-9]{2}')
                  OR TRY_CAST(left(date, 10) AS DATE) IS NULL THEN position END
)
SELECT event_id, status, first.date FROM told ORDER BY first.date NULLS LAST, first.position
"""

REACH = _of_events(""", used AS (
    SELECT document_id, list(DISTINCT coder_name || ' ' || coder_version) AS coders
    FROM event_mention WHERE id IN (SELECT unnest(mention_ids) FROM chosen) GROUP BY document_id
)
SELECT count(DISTINCT document.id) AS n_documents,
       count(DISTINCT nullif(outlet, '')) AS n_outlets,
       count(DISTINCT coalesce(root.id, document.id)) AS n_roots,
       min(left(nullif(published, ''), 10)) AS first,
       max(left(nullif(published, ''), 10)) AS last,
       list_distinct(flatten(list(coders))) AS coders
FROM used JOIN document ON document.id = used.document_id LEFT JOIN root ON root.document_id = document.id
""")

NAMES_TOLD = _of_events(""", basis AS (
    SELECT unnest(mention_ids) AS id FROM chosen UNION ALL SELECT unnest($mention_ids::VARCHAR[])
), told AS (
    SELECT actor, actor_type, name, n_mentions AS times FROM participation
    WHERE actor <> '' AND event_id IN (SELECT id FROM chosen)
    UNION ALL
    SELECT actor, actor_type, name, 1 FROM participant
    WHERE actor <> '' AND name <> '' AND mention_id IN (SELECT id FROM basis)
)
SELECT actor, actor_type, name, CAST(sum(times) AS BIGINT) FROM told GROUP BY ALL ORDER BY ALL
""")

# By country the last mention that has a venue there; where countries are given, the last that has a name for them,
# which is in the record alone and slow to look for.
LAST_IN_COUNTRY = _of_events(""", basis AS (
    SELECT unnest(mention_ids) AS id FROM chosen UNION ALL SELECT unnest($mention_ids::VARCHAR[])
)
SELECT venue_country, last(event_mention.id ORDER BY document.position, event_mention.position)
FROM event_mention JOIN document ON document.id = event_mention.document_id
WHERE venue_country <> '' AND event_mention.id IN (SELECT id FROM basis)
  AND ($countries::VARCHAR[] IS NULL
       OR (list_contains($countries::VARCHAR[], venue_country)
           AND json_extract_string(record, '$.venue.country_name') <> ''))
GROUP BY venue_country ORDER BY venue_country
""")

# Rows are found by their ids first: of the long records only those asked for are then read.
MENTIONS_BY_ID = """
SELECT record FROM event_mention JOIN document ON document.id = event_mention.document_id
WHERE event_mention.rowid IN (
      SELECT rowid FROM event_mention WHERE id IN (SELECT unnest($ids::VARCHAR[])))
ORDER BY document.position, event_mention.position
"""

MENTION_PLACES = """
SELECT event_mention.id, event_mention.document_id, coalesce(root.id, event_mention.document_id) AS root_id,
       evidence_start, evidence_end
FROM event_mention JOIN document ON document.id = event_mention.document_id
LEFT JOIN root ON root.document_id = event_mention.document_id
WHERE event_mention.id IN (SELECT unnest($ids::VARCHAR[]))
"""

_MENTIONS_WHERE = """
FROM event_mention JOIN document ON document.id = event_mention.document_id
WHERE ($conflict::VARCHAR[] IS NULL OR event_mention.id IN (
       SELECT mention_id FROM event_mention_link JOIN event ON event.id = event_mention_link.event_id
       WHERE list_contains($conflict::VARCHAR[], lower(event.conflict))))
  AND ($since::VARCHAR IS NULL OR coalesce(date_end, date_start, published) >= $since::VARCHAR)
  AND ($until::VARCHAR IS NULL
       OR left(coalesce(date_start, date_end, published), length($until::VARCHAR)) <= $until::VARCHAR)
  AND ($status::VARCHAR[] IS NULL OR list_contains($status::VARCHAR[], status))
  AND ($type::VARCHAR[] IS NULL OR list_contains($type::VARCHAR[], type))
  AND ($document_id::VARCHAR IS NULL OR document_id = $document_id::VARCHAR)
  AND ($event_id::VARCHAR IS NULL OR event_mention.id IN (
       SELECT mention_id FROM event_mention_link WHERE event_id = $event_id::VARCHAR))
ORDER BY document.position, event_mention.position
"""

MENTIONS = "SELECT event_mention.* EXCLUDE (record, position)" + _MENTIONS_WHERE

MENTION_RECORDS = "SELECT record" + _MENTIONS_WHERE
