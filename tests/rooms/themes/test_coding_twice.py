"""A second person codes a sample blind; agreement is of what both said then; a person settles differences."""

import pytest

from surveys.core.errors import Conflict, DomainError, NotAllowed
from surveys.core.models import AuditEvent
from surveys.themes import queries, services
from surveys.themes.models import CodingItem, CodingSample, ThemeDecision
from tests.factories.listening import themed
from tests.factories.world import NOW, Place

KIND = {"KIND": "positive"}
PARKING = {"TRAVEL": "negative"}


def decided(
    place: Place, number: int, *, language: str = "en", decisions: dict[str, str] | None = None
) -> None:
    for _ in range(number):
        text = themed(place, good="They were kind")
        services.settle(text.pk, redactions=[], decisions=decisions or KIND, by=place.moderator, now=NOW)


def drawn(place: Place, size: int = 10) -> CodingSample:
    return services.draw_sample(place.mvp, size=size, coder=place.chair, by=place.chair, now=NOW, seed=7)


def coded(place: Place, sample: CodingSample, *answers: dict[str, str]) -> list[CodingItem]:
    items = list(sample.items.order_by("position"))
    for item, decisions in zip(items, answers, strict=False):
        services.code_item(item.pk, decisions=decisions, by=place.chair, now=NOW)
    return items


def test_a_sample_holds_what_was_decided_then(leicester: Place) -> None:
    decided(leicester, 12)

    sample = drawn(leicester)
    ThemeDecision.objects.update(code="PAIN")

    assert [item.first for item in sample.items.all()] == [KIND] * 10
    assert AuditEvent.objects.get(verb="draw coding sample").facts == {"comments": 10, "seed": 7}


def test_what_the_second_person_decided_herself_is_not_in_her_sample(leicester: Place) -> None:
    decided(leicester, 10)
    own = themed(leicester, good="They were kind")
    services.settle(own.pk, redactions=[], decisions=KIND, by=leicester.chair, now=NOW)

    sample = drawn(leicester, size=50)

    assert sample.items.count() == 10
    assert not sample.items.filter(free_text=own).exists()


def test_too_few_comments_are_said_so(leicester: Place) -> None:
    decided(leicester, 9)

    with pytest.raises(DomainError, match="at least 10"):
        drawn(leicester)


def test_agreement_of_ten_comments(leicester: Place) -> None:
    """Eight times both say kindness, twice the second says parking instead."""
    decided(leicester, 10)
    sample = drawn(leicester)
    coded(leicester, sample, *[KIND] * 8, *[PARKING] * 2)

    found = queries.agreement(sample)

    assert found.comments == 10
    kind = next(code for code in found.codes if code.code == "KIND")
    assert (kind.both, kind.first_only, kind.second_only) == (8, 2, 0)
    # One of them said it of every comment, so chance explains all of it.
    assert kind.kappa == 0
    # 280 decisions: 8 both, 2 only the first, 2 only the second.
    by_chance = (10 / 280) ** 2 + (270 / 280) ** 2
    assert found.kappa == pytest.approx((276 / 280 - by_chance) / (1 - by_chance))
    assert found.alpha_masi is not None
    assert next(code for code in found.codes if code.code == "TRAVEL").kappa is None


def test_nobody_else_codes_it_and_nobody_twice(leicester: Place, durham: Place) -> None:
    decided(leicester, 10)
    (item, *_) = coded(leicester, drawn(leicester), KIND)

    for stranger in (leicester.moderator, durham.chair):
        with pytest.raises(NotAllowed):
            services.code_item(item.pk, decisions=KIND, by=stranger, now=NOW)
    with pytest.raises(Conflict, match="already"):
        services.code_item(item.pk, decisions=PARKING, by=leicester.chair, now=NOW)


def test_settling_decides_and_keeps_what_both_said(leicester: Place) -> None:
    decided(leicester, 10)
    sample = drawn(leicester)
    (item, *_) = coded(leicester, sample, PARKING)
    before = queries.agreement(sample)

    services.settle_item(item.pk, decisions=KIND | PARKING, by=leicester.chair, now=NOW)

    item.refresh_from_db()
    assert (item.first, item.second, item.settled) == (KIND, PARKING, KIND | PARKING)
    assert {theme.code for theme in queries.themes_of([item.free_text_id])[item.free_text_id]} == {
        "KIND",
        "TRAVEL",
    }
    assert queries.agreement(sample) == before
    with pytest.raises(Conflict, match="settled"):
        services.settle_item(item.pk, decisions=KIND, by=leicester.chair, now=NOW)


def test_what_two_agree_about_cannot_be_settled(leicester: Place) -> None:
    decided(leicester, 10)
    sample = drawn(leicester)
    (item, *_) = coded(leicester, sample, KIND)

    assert queries.differences(sample) == []
    with pytest.raises(Conflict, match="nothing to settle"):
        services.settle_item(item.pk, decisions=KIND, by=leicester.chair, now=NOW)


def test_a_merger_makes_two_names_for_one_thing_agree(leicester: Place) -> None:
    decided(leicester, 10)
    sample = drawn(leicester)
    coded(leicester, sample, {"LISTEN": "positive"})
    assert len(queries.differences(sample)) == 1

    services.merge_codes(leicester.mvp, code="LISTEN", into="KIND", why="One", by=leicester.chair, now=NOW)

    assert queries.differences(sample) == []
