"""A published version never changes: every response points at what was asked of it."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION questionnaires_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a published questionnaire version never changes' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER published_never_changes
    BEFORE UPDATE OR DELETE ON questionnaires_questionnaireversion
    FOR EACH ROW WHEN (OLD.published_at IS NOT NULL) EXECUTE FUNCTION questionnaires_refuse_change();
"""
BACKWARD = """
DROP TRIGGER published_never_changes ON questionnaires_questionnaireversion;
DROP FUNCTION questionnaires_refuse_change();
"""


class Migration(migrations.Migration):
    dependencies = [("questionnaires", "0001_initial")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
