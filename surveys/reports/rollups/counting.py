"""The one statement that counts: every measure of some months, straight from what was said.

Measures, with what `key` holds:

- `responses` (nothing): everyone who was heard;
- `fft` (the code of the answer): those who answered the Friends and Family Test question;
- `group:age`, `group:ethnicity` (five groups), `group:disability`, `group:interpreter`, `group:language`
  (the code): those who said so about themselves;
- `fft:age` and its like (the group's code, with `sentiment` positive, negative or neutral): FFT by group;
- `comments` (nothing): those who wrote something and agreed that it is used in themes, in each month in
  which they wrote;
- `theme` (the theme's code, with a sentiment): those whose words speak of it, each once a theme, in the month
  in which they first did: as a person decided, else as the machine suggested. A code that the partnership has
  merged into another since is that other one;
- `theme:checked` (the theme's code): those of them for whom a person, not the machine, has decided it;
- `after_loss` (nothing): parents who told an LMS something after a loss;
- `after_loss:theme` (the theme's code): those of them whose words speak of it, as a person decided;
- `consultation` (its key) and `consultation:preferred` (its key, a colon, the option's code).

What was withdrawn, or set aside as being no feedback, counts nowhere, answers to a consultation only under
that consultation, and what was told after a loss only in its own two measures. Who came back and
said more is one response still, and counts once for each theme: else one woman could make a small group pass
for a larger one.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from surveys.core.periods import next_month
from surveys.questionnaires.standard import AFTER_LOSS, ETHNIC_FAMILY, PREFER_NOT

GROUPS = ("age", "ethnicity", "disability", "interpreter", "language")
"""What may be asked about her, and the language of her page."""

COUNTED = """
WITH bucket AS MATERIALIZED (
    SELECT * FROM unnest(%(partnerships)s::uuid[], %(months)s::date[], %(starts)s::date[], %(ends)s::date[])
        AS given(partnership_id, local_month, starts_on, ends_on)
), answered AS MATERIALIZED (
    SELECT r.id, r.partnership_id, r.unit_id, r.local_month, r.stage, r.channel, r.consultation_id,
        r.received_at, NULLIF(r.fft, '') AS fft, r.language, r.answers ->> 'preferred' AS preferred,
        r.answers ->> 'age' AS age, r.answers ->> 'disability' AS disability,
        r.answers ->> 'interpreter' AS interpreter,
        %(families)s::jsonb ->> (r.answers ->> 'ethnicity') AS ethnicity
    FROM responses_response r JOIN bucket USING (partnership_id, local_month)
    WHERE r.withdrawn_at IS NULL AND r.set_aside_at IS NULL
        AND (r.received_at AT TIME ZONE 'Europe/London')::date BETWEEN bucket.starts_on AND bucket.ends_on - 1
), merged AS MATERIALIZED (
    SELECT DISTINCT ON (organisation_id, predecessor)
        organisation_id AS partnership_id, predecessor AS code, successor
    FROM themes_codesuccession
    WHERE how <> 'split' AND organisation_id = ANY(%(partnerships)s::uuid[])
    ORDER BY organisation_id, predecessor, number DESC
), feedback AS (
    SELECT *, CASE WHEN fft IN ('very_good', 'good') THEN 'positive'
        WHEN fft IN ('poor', 'very_poor') THEN 'negative' ELSE 'neutral' END AS felt
    FROM answered WHERE consultation_id IS NULL AND stage <> %(after_loss)s
), after_loss AS (
    SELECT id, partnership_id, unit_id, local_month, stage, channel FROM answered WHERE stage = %(after_loss)s
), after_loss_themed AS (
    SELECT DISTINCT after_loss.*, COALESCE(merged.successor, d.code) AS code
    FROM after_loss JOIN responses_freetext t ON t.response_id = after_loss.id
    JOIN themes_themedecision d ON d.free_text_id = t.id AND d.present
    LEFT JOIN merged ON merged.partnership_id = after_loss.partnership_id AND merged.code = d.code
    JOIN responses_consent c ON c.response_id = after_loss.id AND c.purpose = 'themes'
        AND c.given AND c.withdrawn_at IS NULL
), added_to AS (
    SELECT DISTINCT r.id, r.partnership_id, r.unit_id, r.stage, r.channel, r.received_at
    FROM responses_addition a JOIN responses_response r ON r.id = a.response_id
    JOIN bucket ON bucket.partnership_id = r.partnership_id AND bucket.local_month = a.local_month
    WHERE r.withdrawn_at IS NULL AND r.set_aside_at IS NULL
        AND r.consultation_id IS NULL AND r.stage <> %(after_loss)s
        AND NOT EXISTS (SELECT FROM feedback WHERE feedback.id = r.id)
), spoken AS (
    SELECT id, partnership_id, unit_id, stage, channel, received_at FROM feedback
    UNION ALL
    TABLE added_to
), agreed AS MATERIALIZED (
    SELECT * FROM spoken
    WHERE EXISTS (SELECT FROM responses_consent c WHERE c.response_id = spoken.id AND c.purpose = 'themes'
        AND c.given AND c.withdrawn_at IS NULL)
), words AS MATERIALIZED (
    SELECT agreed.*, t.id AS text_id, t.local_month, review.free_text_id IS NOT NULL AS checked,
        (COALESCE(a.said_at, agreed.received_at) AT TIME ZONE 'Europe/London')::date AS said_on
    FROM agreed JOIN responses_freetext t ON t.response_id = agreed.id
    LEFT JOIN responses_addition a ON a.free_text_id = t.id
    LEFT JOIN themes_themereview review ON review.free_text_id = t.id
), labelled AS (
    SELECT words.*, d.code, d.sentiment
    FROM words JOIN themes_themedecision d ON d.free_text_id = text_id AND d.present WHERE checked
    UNION ALL
    SELECT words.*, s.code, s.sentiment
    FROM words JOIN themes_themesuggestion s ON s.free_text_id = text_id
    WHERE NOT checked
), read AS (
    SELECT id, partnership_id, unit_id, stage, channel, local_month, checked, said_on, sentiment,
        COALESCE(merged.successor, labelled.code) AS code
    FROM labelled LEFT JOIN merged USING (partnership_id, code)
), first_said AS (
    SELECT id, partnership_id, unit_id, stage, channel, code, bool_and(checked) AS checked,
        min(local_month) AS local_month, min(said_on) AS said_on,
        CASE WHEN min(sentiment) = max(sentiment) THEN min(sentiment) ELSE 'mixed' END AS sentiment
    FROM read GROUP BY id, partnership_id, unit_id, stage, channel, code
), themed AS (
    SELECT first_said.* FROM first_said JOIN bucket USING (partnership_id, local_month)
    WHERE said_on BETWEEN starts_on AND ends_on - 1
), said AS (
    SELECT partnership_id, unit_id, local_month, stage, channel, measure, key, sentiment
    FROM feedback CROSS JOIN LATERAL (VALUES
        ('responses', '', ''), ('fft', fft, ''),
        ('group:age', age, ''), ('group:ethnicity', ethnicity, ''), ('group:disability', disability, ''),
        ('group:interpreter', interpreter, ''), ('group:language', language, ''),
        ('fft:age', CASE WHEN fft IS NOT NULL THEN age END, felt),
        ('fft:ethnicity', CASE WHEN fft IS NOT NULL THEN ethnicity END, felt),
        ('fft:disability', CASE WHEN fft IS NOT NULL THEN disability END, felt),
        ('fft:interpreter', CASE WHEN fft IS NOT NULL THEN interpreter END, felt),
        ('fft:language', CASE WHEN fft IS NOT NULL THEN language END, felt)
    ) AS fact(measure, key, sentiment) WHERE key IS NOT NULL
    UNION ALL
    SELECT partnership_id, unit_id, local_month, stage, channel, measure, key, ''
    FROM answered CROSS JOIN LATERAL (VALUES
        ('consultation', consultation_id::text),
        ('consultation:preferred', consultation_id::text || ':' || preferred)
    ) AS fact(measure, key) WHERE key IS NOT NULL
    UNION ALL
    SELECT DISTINCT ON (id, local_month)
        partnership_id, unit_id, local_month, stage, channel, 'comments', '', ''
    FROM words JOIN bucket USING (partnership_id, local_month)
    WHERE said_on BETWEEN starts_on AND ends_on - 1
    UNION ALL
    SELECT partnership_id, unit_id, local_month, stage, channel, 'theme', code, sentiment FROM themed
    UNION ALL
    SELECT partnership_id, unit_id, local_month, stage, channel, 'theme:checked', code, ''
    FROM themed WHERE checked
    UNION ALL
    SELECT partnership_id, unit_id, local_month, stage, channel, 'after_loss', '', '' FROM after_loss
    UNION ALL
    SELECT partnership_id, unit_id, local_month, stage, channel, 'after_loss:theme', code, ''
    FROM after_loss_themed
)
SELECT partnership_id, unit_id, local_month, stage, channel, measure, key, sentiment, count(*) AS count
FROM said GROUP BY partnership_id, unit_id, local_month, stage, channel, measure, key, sentiment
"""


@dataclass(frozen=True, order=True)
class Bucket:
    """What one MVP heard in one month; with `starts_on` or `ends_on`, only in that part, `[from, to)`."""

    partnership_id: UUID
    month: date
    starts_on: date | None = None
    ends_on: date | None = None


def parameters(buckets: Iterable[Bucket]) -> dict[str, Any]:
    """What `COUNTED` needs to know to count these."""
    chosen = list(buckets)
    return {
        "partnerships": [bucket.partnership_id for bucket in chosen],
        "months": [bucket.month for bucket in chosen],
        "starts": [bucket.starts_on or bucket.month for bucket in chosen],
        "ends": [bucket.ends_on or next_month(bucket.month) for bucket in chosen],
        "families": _families(),
        "after_loss": AFTER_LOSS,
    }


def _families() -> str:
    # "I would rather not say" is counted too, as itself.
    return json.dumps(ETHNIC_FAMILY | {PREFER_NOT[0]: PREFER_NOT[0]})
