"""A partnership's own themes list: versions that never change, old decisions read in the codes of today."""

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from surveys.core.errors import DomainError, NotAllowed
from surveys.core.models import AuditEvent
from surveys.reports import rollups
from surveys.reports.models import MonthlyCount
from surveys.themes import codeframe as codeframes
from surveys.themes import queries, services
from surveys.themes.codeframe import Words, editing
from surveys.themes.models import CodeframeVersion, CodeSuccession, ThemeDecision, ThemeReview
from tests.factories.listening import themed, worked_off
from tests.factories.world import NOW, Place

RUDE = "The midwife was rude. The parking was easy"
NIGHTS = Words("Nights alone", "Being on the ward at night without her partner.")


def parts(*titles: str) -> list[Words]:
    return [Words(title, f"All about {title.lower()}.") for title in titles]


def counted() -> set[tuple[str, int]]:
    rollups.recount_all()
    return set(MonthlyCount.objects.filter(measure="theme").values_list("key", "count"))


def test_everybody_starts_from_the_shipped_list_and_a_change_is_hers_alone(
    leicester: Place, durham: Place
) -> None:
    code = services.add_code(leicester.mvp, words=NIGHTS, why="Many said so", by=leicester.chair, now=NOW)

    assert code == "NIGHTSALONE"
    mine, shipped = queries.codeframe(leicester.mvp.pk), queries.codeframe(durham.mvp.pk)
    assert (mine.version, len(mine.codes)) == (2, 29)
    assert (shipped.version, len(shipped.codes)) == (1, 28)
    (version,) = queries.versions(leicester.mvp.pk)
    assert (version.verb, version.codes, version.why) == ("added", [code], "Many said so")
    assert version.made_by == leicester.chair
    assert AuditEvent.objects.filter(verb="themes list: added", subject_id=version.pk).exists()


def test_a_version_never_changes(leicester: Place) -> None:
    services.merge_codes(leicester.mvp, code="PAIN", into="BIRTH", why="One", by=leicester.chair, now=NOW)

    for kept in (CodeframeVersion.objects, CodeSuccession.objects):
        with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
            kept.update(number=9)
        with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
            kept.all()._raw_delete(using="default")


def test_renaming_keeps_the_code_and_what_was_decided(leicester: Place) -> None:
    text = themed(leicester, better=RUDE)
    services.decide(text.pk, decisions={"KIND": "negative"}, by=leicester.chair, now=NOW)
    words = Words("Manners", "How staff spoke to her.", nhs=("manner",))

    services.change_code(leicester.mvp, code="KIND", words=words, why="Her word", by=leicester.chair, now=NOW)

    assert [theme.title for theme in queries.themes_of([text.pk])[text.pk]] == ["Manners"]
    assert queries.versions(leicester.mvp.pk)[0].verb == "renamed"


def test_after_a_merger_old_decisions_count_as_the_other_and_stay_as_they_were(leicester: Place) -> None:
    text = themed(leicester, better=RUDE)
    services.decide(
        text.pk, decisions={"KIND": "negative", "LISTEN": "positive"}, by=leicester.chair, now=NOW
    )

    services.merge_codes(leicester.mvp, code="KIND", into="LISTEN", why="One", by=leicester.chair, now=NOW)
    worked_off()

    assert set(ThemeDecision.objects.filter(present=True).values_list("code", flat=True)) == {
        "KIND",
        "LISTEN",
    }
    assert [(theme.code, theme.sentiment) for theme in queries.themes_of([text.pk])[text.pk]] == [
        ("LISTEN", "mixed")
    ]
    assert counted() == {("LISTEN", 1)}
    assert MonthlyCount.objects.get(measure="theme").sentiment == "mixed"


def test_a_chain_of_mergers_is_read_to_its_end_here_and_in_the_figures(leicester: Place) -> None:
    text = themed(leicester, better=RUDE)
    services.decide(text.pk, decisions={"KIND": "negative"}, by=leicester.chair, now=NOW)

    for code, into in (("KIND", "LISTEN"), ("LISTEN", "CHOICE")):
        services.merge_codes(leicester.mvp, code=code, into=into, why="One", by=leicester.chair, now=NOW)

    assert [theme.code for theme in queries.themes_of([text.pk])[text.pk]] == ["CHOICE"]
    assert counted() == {("CHOICE", 1)}
    assert queries.decided_for(text.response_id) == {"KIND", "CHOICE"}


def test_bringing_back_undoes_a_merger(leicester: Place) -> None:
    text = themed(leicester, better=RUDE)
    services.decide(text.pk, decisions={"KIND": "negative"}, by=leicester.chair, now=NOW)
    services.merge_codes(leicester.mvp, code="KIND", into="LISTEN", why="One", by=leicester.chair, now=NOW)

    services.restore_code(leicester.mvp, code="KIND", why="They differ", by=leicester.chair, now=NOW)

    assert [theme.code for theme in queries.themes_of([text.pk])[text.pk]] == ["KIND"]
    assert counted() == {("KIND", 1)}


def test_a_merger_makes_the_machine_suggest_the_other(leicester: Place) -> None:
    text = themed(leicester, better=RUDE)

    services.merge_codes(leicester.mvp, code="KIND", into="LISTEN", why="One", by=leicester.chair, now=NOW)
    worked_off()

    found = {suggestion.code: suggestion.list_version for suggestion in queries.suggestions_of(text.pk)}
    assert found == {"LISTEN": 2, "TRAVEL": 2}


def test_a_split_asks_again_about_what_a_person_had_decided(leicester: Place) -> None:
    text, other = themed(leicester, better=RUDE), themed(leicester, better=RUDE)
    for each in (text, other):
        services.settle(each.pk, redactions=[], decisions={"KIND": "negative"}, by=leicester.chair, now=NOW)

    names = services.split_code(
        leicester.mvp, code="KIND", parts=parts("Manners", "Dignity"), why="Two", by=leicester.chair, now=NOW
    )
    worked_off()

    assert names == ("MANNERS", "DIGNITY")
    assert set(queries.to_look_at_again(leicester.mvp.pk)) == {text, other}
    rows = {row.code: row.instead_of for row in queries.theme_rows(text.pk)}
    assert rows == {"TRAVEL": "", "MANNERS": "Kindness and respect", "DIGNITY": "Kindness and respect"}

    services.decide(text.pk, decisions={"DIGNITY": "negative"}, by=leicester.moderator, now=NOW)
    assert set(queries.to_look_at_again(leicester.mvp.pk)) == {other}
    review = ThemeReview.objects.get(pk=text.pk)
    assert review.list_version == 2
    assert {each["code"] for each in review.machine or ()} == {"KIND", "TRAVEL"}


def test_what_nobody_has_checked_is_suggested_again_without_the_split_code(leicester: Place) -> None:
    text = themed(leicester, better=RUDE)

    services.split_code(
        leicester.mvp, code="KIND", parts=parts("Manners", "Dignity"), why="Two", by=leicester.chair, now=NOW
    )
    worked_off()

    assert [each.code for each in queries.suggestions_of(text.pk)] == ["TRAVEL"]


def test_a_retired_theme_keeps_its_name_where_it_was_decided_and_is_offered_no_more(leicester: Place) -> None:
    text = themed(leicester, better=RUDE)
    services.decide(text.pk, decisions={"KIND": "negative"}, by=leicester.chair, now=NOW)

    services.retire_code(leicester.mvp, code="KIND", why="Too broad", by=leicester.chair, now=NOW)

    assert [theme.title for theme in queries.themes_of([text.pk])[text.pk]] == ["Kindness and respect"]
    with pytest.raises(DomainError):
        services.decide(text.pk, decisions={"KIND": "negative"}, by=leicester.chair, now=NOW)


def test_a_filter_by_theme_finds_what_was_merged_into_it(leicester: Place) -> None:
    text = themed(leicester, better=RUDE)
    services.decide(text.pk, decisions={"KIND": "negative"}, by=leicester.chair, now=NOW)
    services.merge_codes(leicester.mvp, code="KIND", into="LISTEN", why="One", by=leicester.chair, now=NOW)

    def found(code: str) -> list[object]:
        return list(queries.feedback([leicester.mvp.pk], queries.Wanted(code=code)))

    assert found("LISTEN") == [text.response]
    assert found("KIND") == []


@pytest.mark.parametrize(
    "role", ["moderator", "trust_staff", "lms_officer", "board_member", "loss_moderator"]
)
def test_only_a_chair_changes_the_list(leicester: Place, durham: Place, role: str) -> None:
    for stranger in (getattr(leicester, role), durham.chair):
        with pytest.raises(NotAllowed):
            services.add_code(leicester.mvp, words=NIGHTS, why="So", by=stranger, now=NOW)


def test_a_change_without_a_reason_or_with_a_taken_name_is_refused_in_words(leicester: Place) -> None:
    with pytest.raises(DomainError, match="Say why"):
        services.add_code(leicester.mvp, words=NIGHTS, why=" ", by=leicester.chair, now=NOW)
    with pytest.raises(DomainError, match="already has a theme called “Pain relief”"):
        services.add_code(
            leicester.mvp, words=Words("Pain relief", "That."), why="So", by=leicester.chair, now=NOW
        )


def test_a_decision_keeps_what_the_machine_had_said(leicester: Place) -> None:
    text = themed(leicester, better=RUDE)
    said = {each.code: each.sentiment for each in queries.suggestions_of(text.pk)}
    services.decide(text.pk, decisions={"LISTEN": "negative"}, by=leicester.chair, now=NOW)
    text.suggestions.all().delete()

    services.decide(text.pk, decisions={"KIND": "negative"}, by=leicester.moderator, now=NOW)

    review = ThemeReview.objects.get(pk=text.pk)
    assert review.reviewed_by == leicester.moderator
    assert {each["code"]: each["sentiment"] for each in review.machine or ()} == said
    assert review.model_version


CHANGES = st.lists(
    st.tuples(st.sampled_from(["merge", "retire", "restore"]), st.integers(0, 9), st.integers(0, 9))
)


@given(CHANGES)
def test_whatever_is_done_every_code_leads_somewhere_and_is_never_used_twice(
    changes: list[tuple[str, int, int]],
) -> None:
    frame = codeframes.maternity()
    known = [code.code for code in frame.codes[:10]]
    for what, first, second in changes:
        try:
            if what == "merge":
                frame = editing.merged(frame, known[first], into=known[second])
            elif what == "retire":
                frame = editing.retired(frame, known[first])
            else:
                frame = editing.restored(frame, known[first])
        except codeframes.CodeframeError:
            continue
        for code in known:
            end = frame.reads(code)
            assert frame.has(end) or any(
                past.code.code == end and past.how == "retired" for past in frame.past
            )
            assert set(frame.today(code)) <= {each.code for each in frame.codes}
    assert len(frame.codes) + len(frame.past) == 28
    assert codeframes.read(codeframes.stored(frame), name=frame.name, version=frame.version) == frame
