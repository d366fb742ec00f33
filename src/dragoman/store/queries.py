"""The queries that filters narrow. Every one uses all five parameters of `Filters`."""

from __future__ import annotations

EVENTS = """
SELECT * EXCLUDE (position) FROM event
WHERE ($conflict::VARCHAR IS NULL OR lower(conflict) = lower($conflict::VARCHAR))
  AND ($since::VARCHAR IS NULL OR coalesce("end", "start", observed_first_at) >= $since::VARCHAR)
  AND ($until::VARCHAR IS NULL
       OR left(coalesce("start", "end", observed_first_at), length($until::VARCHAR)) <= $until::VARCHAR)
  AND ($status::VARCHAR[] IS NULL OR list_contains($status::VARCHAR[], status))
  AND ($type::VARCHAR[] IS NULL OR list_contains($type::VARCHAR[], type))
ORDER BY coalesce("start", observed_first_at) NULLS LAST, position
"""

TRACKS = """
SELECT * EXCLUDE (position) FROM track
WHERE ($conflict::VARCHAR IS NULL OR lower(conflict) = lower($conflict::VARCHAR))
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
WHERE ($conflict::VARCHAR IS NULL
       OR lower(coalesce(event.conflict, track.conflict)) = lower($conflict::VARCHAR))
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
WHERE ($conflict::VARCHAR IS NULL OR lower(agreement.conflict) = lower($conflict::VARCHAR))
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
    SELECT event.conflict, status_change.date AS said FROM status_change JOIN event ON event.id = status_change.event_id
    UNION ALL
    SELECT conflict, observed_first_at FROM event WHERE id NOT IN (SELECT event_id FROM status_change)
)
SELECT conflict, CAST(min(on_day) AS VARCHAR), CAST(max(on_day) AS VARCHAR)
FROM (SELECT conflict, TRY_CAST(left(trim(said), 10) AS DATE) AS on_day FROM told
      WHERE $until::VARCHAR IS NULL OR left(said, length($until::VARCHAR)) <= $until::VARCHAR)
WHERE on_day IS NOT NULL GROUP BY conflict ORDER BY conflict
"""

MENTIONS_BY_ID = """
SELECT record FROM event_mention JOIN document ON document.id = event_mention.document_id
WHERE event_mention.id IN (SELECT unnest($ids::VARCHAR[]))
ORDER BY document.position, event_mention.position
"""

_MENTIONS_WHERE = """
FROM event_mention JOIN document ON document.id = event_mention.document_id
WHERE ($conflict::VARCHAR IS NULL OR event_mention.id IN (
       SELECT mention_id FROM event_mention_link JOIN event ON event.id = event_mention_link.event_id
       WHERE lower(event.conflict) = lower($conflict::VARCHAR)))
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
