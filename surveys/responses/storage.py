"""Puts submissions into their tables with one statement, however many they are.

One statement instead of the ORM's inserts because this is what every woman waits for: the rows of a
submission (response, texts, raw words, consents, contact, message, audit) cost one journey to PostgreSQL, are
stored together or not at all without a transaction around them, and need no model objects. What was kept of
the telling before it was sent goes in the same statement.
"""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from surveys.core import audit
from surveys.core.actors import Actor
from surveys.core.clock import local_month
from surveys.core.secrets import encrypt
from surveys.outbox import services as outbox
from surveys.responses import receipts
from surveys.responses.submission import Submission

INSERT = f"""
WITH given AS (
    SELECT DISTINCT ON (submission_key) * FROM jsonb_to_recordset(%(given)s::jsonb) AS x(
        submission_key uuid, receipt_digest text, partnership_id uuid, unit_id uuid, version_id uuid,
        consultation_id uuid, channel text, stage text, language text, fft text, answers jsonb,
        received_at timestamptz, local_month date, texts jsonb, consents jsonb, wording text, contact text,
        doubts text)
), stored AS (
    INSERT INTO responses_response (submission_key, receipt_digest, partnership_id, unit_id, version_id,
        consultation_id, channel, stage, language, fft, answers, received_at, local_month, doubts)
    SELECT submission_key, receipt_digest, partnership_id, unit_id, version_id,
        consultation_id, channel, stage, language, fft, answers, received_at, local_month, doubts
    FROM given
    ON CONFLICT (submission_key) DO NOTHING
    RETURNING id, submission_key, partnership_id, channel
), free_text AS (
    INSERT INTO responses_freetext (response_id, question_key, partnership_id, local_month)
    SELECT stored.id, words.key, given.partnership_id, local_month
    FROM stored JOIN given USING (submission_key), jsonb_each_text(texts) AS words
    RETURNING id, response_id, question_key
), raw_text AS (
    INSERT INTO responses_rawtext (free_text_id, ciphertext)
    SELECT free_text.id, texts ->> question_key
    FROM free_text JOIN stored ON stored.id = response_id JOIN given USING (submission_key)
), consent AS (
    INSERT INTO responses_consent (response_id, purpose, given, wording_version, given_at)
    SELECT stored.id, said.key, said.value::boolean, wording, received_at
    FROM stored JOIN given USING (submission_key), jsonb_each_text(consents) AS said
), contact AS (
    INSERT INTO responses_contactdetails (response_id, address)
    SELECT stored.id, contact FROM stored JOIN given USING (submission_key) WHERE contact <> ''
), finished AS (
    DELETE FROM responses_draft USING given WHERE responses_draft.submission_key = given.submission_key
), message AS (
    {outbox.INTO} SELECT %(topic)s::text, id, %(now)s::timestamptz FROM stored
), noted AS (
    {audit.INTO}
    SELECT %(now)s::timestamptz, %(actor_id)s::uuid, 'receive', 'responses.response',
        CASE count(*) WHEN 1 THEN (array_agg(id))[1] END, partnership_id,
        jsonb_build_object('responses', count(*), 'channel', min(channel))
    FROM stored GROUP BY partnership_id
)
SELECT submission_key, id FROM stored
"""  # noqa: S608 - constants


def insert(submissions: Sequence[Submission], *, topic: str, by: Actor, now: datetime) -> dict[UUID, UUID]:
    """Store those that are not stored yet; their response keys by submission key.

    For each a message of this topic is left, and for each MVP one audit row.
    """
    if not submissions:
        return {}
    given = json.dumps([_row(submission) for submission in submissions])
    with connection.cursor() as cursor:
        cursor.execute(INSERT, {"given": given, "topic": topic, "actor_id": by.actor_id, "now": now})
        return dict(cursor.fetchall())


def _row(given: Submission) -> dict[str, Any]:
    return {
        "submission_key": str(given.key),
        "receipt_digest": receipts.fingerprint(receipts.code(given.key)),
        "partnership_id": str(given.partnership_id),
        "unit_id": given.unit_id and str(given.unit_id),
        "version_id": str(given.version_id),
        "consultation_id": given.consultation_id and str(given.consultation_id),
        "channel": str(given.channel),
        "stage": given.stage,
        "language": given.language,
        "fft": given.codes.get("fft", ""),
        "answers": dict(given.codes),
        "received_at": given.received_at.isoformat(),
        "local_month": local_month(given.received_at).isoformat(),
        "texts": {key: encrypt(words).decode() for key, words in given.texts.items()},
        "consents": {str(purpose): said for purpose, said in given.consents.items()},
        "wording": given.consent_wording,
        "contact": encrypt(given.contact).decode() if given.contact else "",
        "doubts": " ".join(given.doubts),
    }
