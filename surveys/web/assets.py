"""Styles and scripts under names that say what is in them; also where one script takes from another."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class Assets(CompressedManifestStaticFilesStorage):  # type: ignore[misc] # it has no types
    """offline.js imports what woman.js has: it must name the very file that the page has loaded."""

    support_js_module_import_aggregation = True
