"""Makes the world that the journeys walk through, in DATABASE_URL's database; prints what they need.

Run as a program of its own, because the journeys' servers use a database that pytest's must not see.
"""

import json
import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mvp_feedback.settings")
django.setup()

from tests.factories.world import place  # noqa: E402 - needs the settings


def main() -> None:
    """Two LMS that are strangers to each other; the first one's people sign in during the journeys."""
    leicester, durham = place("Leicester"), place("Durham")
    known = {
        "mvp": leicester.mvp.slug,
        "lms": leicester.lms.slug,
        "site": leicester.site.short_code,
        "chair": leicester.chair.email,
        "moderator": leicester.moderator.email,
        "board_member": leicester.board_member.email,
        "trust_staff": leicester.trust_staff.email,
        "lms_officer": leicester.lms_officer.email,
        "stranger": durham.chair.email,
    }
    print(json.dumps(known))  # noqa: T201 - what the fixture reads


if __name__ == "__main__":
    main()
