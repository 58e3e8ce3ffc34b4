"""Render every component and three model pages, to be looked at: `python -m tools.gallery FOLDER`.

Needs no database. Then: `python -m http.server --directory FOLDER` and open /today.html and its neighbours.
"""

import datetime as dt
import shutil
import sys
from pathlib import Path
from typing import Any

import django
from django.conf import settings
from django.core.paginator import Paginator
from django.http import QueryDict
from django.template.loader import render_to_string

from mvp_feedback.jinja import from_mjml

ROOT = Path(__file__).resolve().parent.parent
STATIC = ROOT / "build" / "static"
TODAY = dt.date(2026, 11, 26)

WORDS = {
    "en": {
        "title": "What was good about your care?",
        "hint": "Write as much or as little as you like. Please leave out names.",
        "stage": "When was this?",
        "stages": [
            ("birth", "During labour and birth"),
            ("ward", "On the ward afterwards"),
            ("home", "Back at home"),
        ],
        "go_on": "Continue",
        "skip": "Skip this question",
    },
    "ar": {
        "title": "ما الذي كان جيدًا في رعايتكِ؟",
        "hint": "اكتبي كما تشائين. يُرجى عدم ذكر الأسماء.",
        "stage": "متى كان ذلك؟",
        "stages": [("birth", "أثناء المخاض والولادة"), ("ward", "في الجناح بعد ذلك"), ("home", "في المنزل")],
        "go_on": "متابعة",
        "skip": "تخطي هذا السؤال",
    },
}
RECEIPT_WORDS = {
    "title": "Your feedback has been sent",
    "keep": "This is your code. Keep it if you want to see what happens, add something, or take it back.",
    "next": "What happens next",
}
HELP = {
    "unit": "Leicester Royal Infirmary",
    "triage_phone": "0116 258 6111",
    "lines": [
        {"name": "Samaritans", "phone": "116 123", "when": "day and night"},
        {"name": "Sands", "phone": "0808 164 3332"},
    ],
}
STEPS = [
    {"text": "We have it", "state": "done", "when": TODAY},
    {"text": "Someone from the partnership reads it", "state": "now"},
    {"text": "It goes into the report to the board", "state": "later", "when": dt.date(2027, 1, 14)},
]
ROWS = [
    {"question": "What was good?", "answer": "The midwife stayed.\nShe explained everything.", "change": "#"},
    {"question": "What could be better?", "answer": None, "change": "#"},
]
THEMES = [
    {
        "name": "Help on the postnatal ward",
        "words": "262 of 1,204 answers, most about nights.",
        "meaning": "concern_high",
        "quote": "I rang the bell at two. Someone came at ten to three. I could not lift my baby.",
        "place": "after a caesarean birth",
    },
    {
        "name": "Kindness",
        "words": "373 of 1,204 answers, nearly all good.",
        "meaning": "improvement_high",
        "quote": "She told me her name, and then she remembered mine.",
        "place": "during the birth",
    },
    {
        "name": "The same midwife",
        "words": "118 of 1,204 answers, good and poor alike.",
        "meaning": "common",
        "quote": "I told my story nine times to nine people.",
        "place": "before the birth",
    },
]


def main(out: Path) -> None:
    """Write the pages and what they need into `out`."""
    configure()
    shutil.copytree(STATIC, out / "static", dirs_exist_ok=True)
    for name, (template, context) in pages().items():
        (out / f"{name}.html").write_text(render_to_string(f"components/gallery/{template}.jinja", context))
        print(out / f"{name}.html")
    mail(out)


def mail(out: Path) -> None:
    """Write the model e-mail, as HTML and as text."""
    context = {
        "organisation": about()["organisation"],
        "today": TODAY,
        "action_url": "https://voices.example/c/visiting",
        "why": "you asked for a reminder.",
        "stop_url": "https://voices.example/stop/abc",
    }
    source = render_to_string("components/gallery/email/mail.mjml.jinja", context)
    (out / "mail.html").write_text(from_mjml(source))
    (out / "mail.txt").write_text(render_to_string("components/gallery/email/mail.txt.jinja", context))


def configure() -> None:
    """Set Django up for rendering alone."""
    engine = {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [ROOT / "templates"],
        "OPTIONS": {"environment": "mvp_feedback.jinja.environment"},
    }
    settings.configure(TEMPLATES=[engine], STATIC_URL="/static/", USE_TZ=True, LANGUAGE_CODE="en-gb")
    django.setup()


def pages() -> dict[str, tuple[str, dict[str, Any]]]:
    """Return each page's template and context by its file's name."""
    question = question_page("en", QueryDict())
    return {
        "question": ("question", question),
        "question-error": ("question", question_page("en", QueryDict("good=So+kind"))),
        "question-ar": ("question", question_page("ar", QueryDict("good=x")) | {"lang": "ar", "dir": "rtl"}),
        "question-gentle": ("question", question | {"gentle": True}),
        "receipt": ("receipt", {**about(), "words": RECEIPT_WORDS, "steps": STEPS, "rows": ROWS}),
        "today": ("today", {"desk": desk(), "today": TODAY, "demo": True}),
        "report": ("report", {**about(), "themes": THEMES}),
        "components": ("components", components_page()),
        "components-rtl": ("components", components_page() | {"lang": "ar", "dir": "rtl"}),
    }


def about() -> dict[str, Any]:
    """Return what every page of one partnership has."""
    return {"organisation": "Leicester, Leicestershire and Rutland Maternity Voices", "help": HELP}


def question_page(language: str, answers: QueryDict) -> dict[str, Any]:
    """Return a woman's question in one language; with answers, some are missing."""
    from surveys.web import nhs_forms as nhs

    words: Any = WORDS[language]

    class Question(nhs.NhsForm):
        good = nhs.TextField(
            label=words["title"], help_text=words["hint"], label_size="l", page_heading=True, required=False
        )
        stage = nhs.RadioField(label=words["stage"], label_size="m", choices=words["stages"])

    return {**about(), "words": words, "form": Question(answers or None)}


def components_page() -> dict[str, Any]:
    """Return what the page of all components needs."""
    form = every_field()
    return {
        "desk": desk(),
        "today": TODAY,
        "help": HELP,
        "steps": STEPS,
        "rows": ROWS,
        "form": form,
        "page": Paginator(range(95), 20).page(2),
    }


def desk() -> Any:
    """Return the frame of a chair's page."""
    from surveys.web.places import Desk, Place

    main_places = [Place(name, "#") for name in ("Ask", "Understand", "Act")]
    return Desk(
        organisation="Leicester, Leicestershire and Rutland Maternity Voices",
        home="#",
        account="Amina Okafor",
        sign_out="#",
        places=(Place("Today", "#", current=True), Place("Listen", "#", waiting=15), *main_places),
        subplaces=(
            Place("Feedback", "#", current=True),
            Place("To check", "#", waiting=14),
            Place("Risks", "#"),
        ),
        account_links=(Place("Your account", "#"),),
    )


def every_field() -> Any:
    """Return a form with one of each field, sent with mistakes."""
    from surveys.web import nhs_forms as nhs

    class Every(nhs.NhsForm):
        title = nhs.CharField(label="What is it about?", help_text="A few words", label_size="m")
        email = nhs.EmailField(label="E-mail address", width=20)
        births = nhs.IntegerField(label="Births in a year", width=5, suffix="births")
        why = nhs.TextField(label="Why do you ask?", count_to=400, required=False)
        stage = nhs.RadioField(
            label="When was this?", choices=WORDS["en"]["stages"], hints={"birth": "Any place of birth"}
        )
        again = nhs.RadioField(
            label="Again?", choices=[("y", "Yes"), ("n", "No")], inline=True, required=False
        )
        site = nhs.SelectField(label="Where?", choices=[("a", "Royal Infirmary")], empty="Choose a place")
        uses = nhs.MultipleChoiceField(
            label="How may we use it?",
            choices=[("q", "Quote it"), ("t", "Count it"), ("n", "Neither")],
            exclusive=("n",),
        )
        closes_on = nhs.DateField(
            label="When does it close?", name="Closing date", help_text="For example, 26 11 2026"
        )
        agree = nhs.BooleanField(label="I have checked this", question="Before you send it", required=False)
        sheet = nhs.FileField(label="Spreadsheet", accept=".csv,.xlsx", required=False)

    return Every(QueryDict("email=amina&births=many&stage=ward&uses=q&closes_on_day=26&closes_on_year=2026"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
