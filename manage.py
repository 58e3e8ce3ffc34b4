#!/usr/bin/env python
"""Run a management command, with the local servers where no DATABASE_URL names others."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mvp_feedback.settings")
    if "DATABASE_URL" not in os.environ:
        from tools import local

        local.provide(os.environ)
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
