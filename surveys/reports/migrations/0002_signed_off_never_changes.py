"""A signed-off report and its documents never change: what a board has read stays what it read."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION reports_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a signed-off report never changes' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER signed_off_never_changes
    BEFORE UPDATE OR DELETE ON reports_report
    FOR EACH ROW WHEN (OLD.signed_off_at IS NOT NULL) EXECUTE FUNCTION reports_refuse_change();
CREATE TRIGGER document_never_changes
    BEFORE UPDATE OR DELETE ON reports_document
    FOR EACH ROW EXECUTE FUNCTION reports_refuse_change();
"""
BACKWARD = """
DROP TRIGGER signed_off_never_changes ON reports_report;
DROP TRIGGER document_never_changes ON reports_document;
DROP FUNCTION reports_refuse_change();
"""


class Migration(migrations.Migration):
    dependencies = [("reports", "0001_initial")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
