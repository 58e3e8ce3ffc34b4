"""Every benchmark, or those named: `python -m tests.benchmarks [outbox|figures|pages|import|...]`."""

import os
import sys

import django
from django.core.management import call_command

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mvp_feedback.settings")


def main() -> int:
    """Returns the exit status: 0 when every bound holds."""
    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    call_command("collectstatic", verbosity=0, interactive=False)
    from tests.benchmarks import figures, hour, import_memory, outbox_messages, pages, reading

    benchmarks = {
        "outbox": outbox_messages.run,
        "pages": pages.run,
        "figures": figures.run,
        "import": import_memory.run,
        "reading": reading.run,
        "hour": hour.run,
    }
    chosen = sys.argv[1:] or list(benchmarks)
    unknown = set(chosen) - set(benchmarks)
    if unknown:
        print(
            f"There is no benchmark {', '.join(unknown)}. There are: {', '.join(benchmarks)}", file=sys.stderr
        )
        return 2
    held = [benchmarks[name]() for name in chosen]
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
