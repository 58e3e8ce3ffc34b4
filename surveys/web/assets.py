"""Styles and scripts under names that say what is in them; also where one script takes from another."""

from django.core.files.base import File
from whitenoise.storage import CompressedManifestStaticFilesStorage


class Assets(CompressedManifestStaticFilesStorage):  # type: ignore[misc] # it has no types
    """offline.js imports what woman.js has: it must name the very file that the page has loaded."""

    support_js_module_import_aggregation = True

    def file_hash(self, name: str, content: "File[bytes] | None" = None) -> str | None:
        """Eight letters tell the versions of one file apart; each is paid for on every page."""
        mark: str | None = super().file_hash(name, content)
        return mark and mark[:8]
