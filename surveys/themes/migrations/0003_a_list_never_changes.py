"""A version of a themes list never changes: a decision says under which one it was made."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION themes_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a version of a themes list never changes' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER list_never_changes
    BEFORE UPDATE OR DELETE ON themes_codeframeversion
    FOR EACH ROW EXECUTE FUNCTION themes_refuse_change();
CREATE TRIGGER succession_never_changes
    BEFORE UPDATE OR DELETE ON themes_codesuccession
    FOR EACH ROW EXECUTE FUNCTION themes_refuse_change();
"""
BACKWARD = """
DROP TRIGGER list_never_changes ON themes_codeframeversion;
DROP TRIGGER succession_never_changes ON themes_codesuccession;
DROP FUNCTION themes_refuse_change();
"""


class Migration(migrations.Migration):
    dependencies = [("themes", "0002_own_themes_lists")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
