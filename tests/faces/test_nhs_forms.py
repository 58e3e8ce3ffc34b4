"""NHS form fields: what a person sees, and what a form gives back."""

import datetime as dt
from html import unescape

import pytest
from django.http import QueryDict

from surveys.web import nhs_forms as nhs
from surveys.web.languages import InEnglish


class Feedback(nhs.NhsForm):
    name = nhs.CharField(label="Name <b>", help_text="As you like", width=20)
    email = nhs.EmailField(label="E-mail", required=False)
    age = nhs.IntegerField(label="Age", required=False, min_value=10)
    story = nhs.TextField(label="What happened?", count_to=20, required=False)
    stage = nhs.RadioField(
        label="When?",
        label_size="l",
        page_heading=True,
        choices=[("birth", "Birth"), ("after", "After")],
        hints={"birth": "Labour too"},
        dividers={"after": "or"},
    )
    place = nhs.SelectField(
        label="Where?", choices=[("a", "Ward A"), ("b", "Ward B")], empty="Choose", required=False
    )
    uses = nhs.MultipleChoiceField(
        label="Uses", choices=[("quote", "Quote"), ("none", "None")], exclusive=("none",), required=False
    )
    born_on = nhs.DateField(label="Born on", name="Date of birth", required=False)
    agree = nhs.BooleanField(label="I agree", question="May we?", required=False)
    sheet = nhs.FileField(label="Sheet", accept=".csv", required=False)


ANSWERS = {"name": "Ada", "stage": "birth"}


def filled(**answers: str | list[str]) -> Feedback:
    data = QueryDict(mutable=True)
    for name, value in (ANSWERS | answers).items():
        data.setlist(name, value if isinstance(value, list) else [value])
    return Feedback(data)


def shown(form: nhs.NhsForm, field: str) -> str:
    return form[field].as_field_group()


def test_a_question_has_its_label_hint_and_control_joined_by_ids() -> None:
    html = shown(Feedback(), "name")
    assert 'for="id_name"' in html
    assert 'id="id_name-hint"' in html
    assert 'aria-describedby="id_name-hint"' in html
    assert "nhsuk-input--width-20" in html


def test_labels_and_answers_are_escaped() -> None:
    html = shown(filled(name='"><script>'), "name")
    assert "Name &lt;b&gt;" in html
    assert "<script>" not in html


def test_an_error_is_shown_at_its_question_with_what_she_typed() -> None:
    html = shown(filled(email="not an address"), "email")
    assert "Enter an e-mail address in the right form" in html
    assert 'value="not an address"' in html
    assert "nhsuk-input--error" in html


@pytest.mark.parametrize("words", ["two\nlines", "\nfirst line empty", "  indented", "a\r\nb", "</textarea>"])
def test_a_text_is_shown_again_exactly_as_typed(words: str) -> None:
    html = shown(Feedback(initial={"story": words}), "story")
    inside = unescape(html.split("<textarea", 1)[1].split(">", 1)[1].split("</textarea>")[0])
    # A browser drops one line break at the start of a text area, and no more.
    assert (inside[1:] if inside.startswith("\n") else inside) == words


def test_a_counted_text_says_its_limit_and_refuses_more() -> None:
    form = filled(story="x" * 21)
    assert "You can enter up to 20 characters" in shown(form, "story")
    assert "story" in form.errors


def test_an_empty_text_area_holds_nothing() -> None:
    assert "></textarea>" in shown(Feedback(), "story")


def test_radios_ask_in_a_legend_that_can_be_the_page_heading() -> None:
    html = shown(Feedback(), "stage")
    assert '<h1 class="nhsuk-fieldset__heading">' in html
    assert "Labour too" in html
    assert '<div class="nhsuk-radios__divider">or</div>' in html
    assert "checked" not in html


def test_a_chosen_radio_stays_chosen() -> None:
    html = shown(filled(stage="after"), "stage")
    assert html.count(" checked") == 1
    assert 'value="after" checked' in html


def test_select_offers_an_empty_choice_and_keeps_the_chosen_one() -> None:
    html = shown(filled(place="b"), "place")
    assert '<option value="">Choose</option>' in html
    assert '<option value="b" selected>Ward B</option>' in html


def test_checkboxes_keep_every_chosen_box_and_mark_the_exclusive_one() -> None:
    form = filled(uses=["quote", "none"])
    html = shown(form, "uses")
    assert html.count(" checked") == 2
    assert 'data-behaviour="exclusive"' in html
    assert form.is_valid()
    assert form.cleaned_data["uses"] == ["quote", "none"]


def test_one_checkbox_is_a_yes_or_no() -> None:
    assert filled(agree="on").is_valid()
    form = filled()
    assert form.is_valid()
    assert form.cleaned_data["agree"] is False
    assert " checked" in shown(filled(agree="on"), "agree")
    assert "May we?" in shown(form, "agree")


def date_form(day: str, month: str, year: str) -> Feedback:
    return filled(born_on_day=day, born_on_month=month, born_on_year=year)


def test_a_date_is_read_from_its_three_parts() -> None:
    form = date_form("26", "11", "2026")
    assert form.is_valid()
    assert form.cleaned_data["born_on"] == dt.date(2026, 11, 26)


@pytest.mark.parametrize(
    ("parts", "error", "first"),
    [
        (("26", "", "2026"), "Date of birth must include a month", "month"),
        (("", "", "2026"), "Date of birth must include a day and a month", "day"),
        (("31", "2", "2026"), "Date of birth must be a real date", "day"),
        (("x", "2", "2026"), "Date of birth must be in numbers, like 26 11 2026", "day"),
        (("1", "2", "26"), "Date of birth must have a year with 4 numbers", "year"),
        (("²", "2", "2026"), "Date of birth must be in numbers, like 26 11 2026", "day"),
        (("1", "2", "99999"), "Date of birth must have a year with 4 numbers", "year"),
    ],
)
def test_a_wrong_date_names_what_is_wrong(parts: tuple[str, str, str], error: str, first: str) -> None:
    form = date_form(*parts)
    assert form.errors["born_on"] == [error]
    assert form.problems() == [{"text": error, "href": f"#id_born_on_{first}"}]
    assert f'id="id_born_on_{first}"' in shown(form, "born_on")


def test_an_optional_date_may_be_empty_and_a_required_one_may_not() -> None:
    assert filled().is_valid()
    form = filled()
    form.fields["born_on"].required = True
    assert form.errors["born_on"] == ["Enter date of birth"]


def test_a_date_is_shown_in_its_parts() -> None:
    html = shown(Feedback(initial={"born_on": dt.date(2026, 11, 6)}), "born_on")
    assert 'name="born_on_day"' in html
    assert 'value="6"' in html
    assert 'value="2026"' in html


def test_a_whole_number_says_what_is_wrong() -> None:
    assert filled(age="ten").errors["age"] == ["Enter a whole number, like 12"]


def test_the_summary_lists_errors_in_the_order_of_the_page_and_links_to_controls() -> None:
    form = Feedback(QueryDict("email=x"))
    assert [problem.get("href") for problem in form.problems()] == ["#id_name", "#id_email", "#id_stage"]
    html = form.error_summary()
    assert 'href="#id_stage"' in html
    assert 'tabindex="-1"' in html


def test_a_form_without_errors_has_no_summary() -> None:
    assert filled().error_summary() == ""
    assert Feedback().error_summary() == ""


def test_ids_and_names_carry_the_prefix() -> None:
    form = Feedback(prefix="two")
    assert 'name="two-born_on_day"' in shown(form, "born_on")
    assert 'id="id_two-stage"' in shown(form, "stage")


def test_no_field_asks_the_browser_to_validate() -> None:
    assert "required" not in "".join(Feedback().visible_groups())


def test_the_file_chooser_offers_only_what_is_accepted() -> None:
    assert 'accept=".csv"' in shown(Feedback(), "sheet")


def test_words_that_know_how_they_look_are_shown_as_they_say() -> None:
    class Asked(nhs.NhsForm):
        nights = nhs.RadioField(label=InEnglish("How & when?"), choices=[("a", InEnglish("<Well>"))])
        ward = nhs.SelectField(label="Ward", choices=[("b", InEnglish("Ward <B>"))])

    html = shown(Asked(), "nights") + shown(Asked(), "ward")
    assert '<span lang="en" dir="ltr">How &amp; when?</span>' in html
    assert '<span lang="en" dir="ltr">&lt;Well&gt;</span>' in html
    assert '<option value="b" lang="en" dir="ltr">Ward &lt;B&gt;</option>' in html
