"""Words that women read, in every language: `make words` gathers them from the code into the catalogues.

A translator then fills mvp_feedback/locale/<language>/LC_MESSAGES/django.po. Setting up compiles them.
"""

import subprocess
import sys
import tomllib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from babel.messages import Catalog, Message
from babel.messages.pofile import read_po, write_po
from django.utils.translation import to_locale

from surveys.core.languages import EASY_READ, ENGLISH, LANGUAGES, Language
from tools.paths import ROOT

CATALOGUES = ROOT / "mvp_feedback" / "locale"
MARKS = ("gettext_lazy", "gettext_noop")
HEADER = """\
# {words}
msgid ""
msgstr ""
"Language: {locale}\\n"
"Plural-Forms: {plural}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def main() -> None:
    """Gather what is said now: what is new has no translation yet, what is said no more leaves."""
    said = gather(ROOT / "build" / "words.pot")
    for language, path in catalogues():
        path.parent.mkdir(parents=True, exist_ok=True)
        catalogue = read(path)
        catalogue.update(said, no_fuzzy_matching=True)
        path.write_text(_header(language, catalogue) + _body(catalogue), encoding="utf-8")
        print(f"{path.relative_to(ROOT)}: {len(missing(catalogue))} to translate")


def gather(template: Path) -> Catalog:
    """Every text of the pages that women read."""
    template.parent.mkdir(parents=True, exist_ok=True)
    marks = [f"--keywords={mark}" for mark in MARKS]
    where = [f"--mapping={CATALOGUES / 'extract.toml'}", f"--output-file={template}"]
    _babel("extract", *where, *marks, "--add-location=file", "--sort-by-file", ".")
    return read(template)


def themes(file: BinaryIO, *_told: Any, **_options: Any) -> Iterator[tuple[Any, ...]]:
    """The names of a themes list, for Babel (mvp_feedback/locale/extract.toml names this function)."""
    for number, code in enumerate(tomllib.load(file)["codes"], start=1):
        yield number, "pgettext", ("theme", code["title"]), []


def compile_all() -> None:
    """Make of every catalogue the file that Django reads."""
    _babel("compile", "--domain=django", f"--directory={CATALOGUES}")


def catalogues() -> Iterator[tuple[Language, Path]]:
    """Each language that English is translated into, and where its catalogue is."""
    for language in LANGUAGES:
        if language != ENGLISH:
            yield language, CATALOGUES / to_locale(language.code) / "LC_MESSAGES" / "django.po"


def read(path: Path) -> Catalog:
    """A catalogue; an empty one where there is no file."""
    locale = None if path.suffix == ".pot" else path.parent.parent.name
    return read_po(BytesIO(path.read_bytes() if path.exists() else b""), locale=locale)


def missing(catalogue: Catalog) -> list[Message]:
    """The messages that lack a translation, or one of its plural forms."""
    return [message for message in catalogue if message.id and not _whole(message)]


def _whole(message: Message) -> bool:
    said = message.string
    return all(said) if isinstance(said, (tuple, list)) else bool(said)


def _header(language: Language, catalogue: Catalog) -> str:
    waits = f"{language.english_name}. Waits for a check by somebody who grew up with this language."
    words = "Easy Read: short sentences, one idea each." if language == EASY_READ else waits
    return HEADER.format(words=words, locale=to_locale(language.code), plural=catalogue.plural_forms)


def _body(catalogue: Catalog) -> str:
    out = BytesIO()
    write_po(out, catalogue, omit_header=True, ignore_obsolete=True, sort_by_file=True, width=0)
    return out.getvalue().decode()


def _babel(*arguments: str) -> None:
    program = "from babel.messages.frontend import main; main()"
    subprocess.run([sys.executable, "-c", program, "--quiet", *arguments], cwd=ROOT, check=True)


if __name__ == "__main__":
    if sys.argv[1:] == ["compile"]:
        compile_all()
    else:
        main()
