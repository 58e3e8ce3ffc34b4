"""`python manage.py compile_report`: a report as files, without signing anything off."""

from argparse import ArgumentParser, ArgumentTypeError
from datetime import date, timedelta
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from surveys.core import clock
from surveys.core.errors import DomainError
from surveys.organisations import queries as organisations
from surveys.organisations.models import Organisation
from surveys.reports.datasets import compile_dataset, digest
from surveys.reports.documents import Finished, rendered
from surveys.reports.periods import ReportPeriod


def day(text: str) -> date:
    """A date as people type it on a command line."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError(f"{text!r} is not a date; write it as 2026-09-30") from error


class Command(BaseCommand):
    help = "Writes report.html, report.pdf, report.xlsx and report.json for an organisation and a period."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--organisation", required=True, metavar="SLUG", help="for example leicester-mvp")
        parser.add_argument(
            "--from", required=True, type=day, dest="first", help="the first day, as 2026-07-01"
        )
        parser.add_argument(
            "--to", required=True, type=day, dest="last", help="the last day, included, as 2026-09-30"
        )
        parser.add_argument("--out", required=True, type=Path, help="the folder to write into")

    def handle(self, *args: Any, **options: Any) -> None:
        organisation = _organisation(options["organisation"])
        try:
            period = ReportPeriod(options["first"], options["last"] + timedelta(days=1))
        except DomainError as refusal:
            raise CommandError(str(refusal)) from refusal
        dataset = compile_dataset(organisation, period, now=clock.now()).as_json()
        for kind, content in rendered(Finished(dataset, digest(dataset), signed_off_on=None)).items():
            self.stdout.write(f"wrote {_write(options['out'] / f'report.{kind}', content)}")


def _organisation(slug: str) -> Organisation:
    found = organisations.by_slug(slug)
    if found is None:
        known = [each.slug for each in organisations.existing(clock.local_date(clock.now()))]
        near = get_close_matches(slug, known, n=5, cutoff=0.4) or sorted(known)[:10]
        raise CommandError(f"There is no organisation {slug}. Did you mean: {', '.join(near)}?")
    return found


def _write(path: Path, content: bytes) -> Path:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        raise CommandError(f"Cannot write {path}: {error.strerror}.") from error
    return path
