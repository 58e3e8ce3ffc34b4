"""An LMS can consult, too: what women answer it is checked like all else."""

from dataclasses import replace

from surveys.core import clock
from surveys.moderation import services as moderation
from tests.faces.desk.pages import signed_in, words_of
from tests.factories.feedback import received
from tests.factories.world import NOW, Place, person


def test_danger_in_an_answer_to_an_lms_waits_on_its_moderators_desk(leicester: Place) -> None:
    moderator = person("lms-moderator", "moderator", leicester.lms)
    danger = received(replace(leicester, mvp=leicester.lms), at=clock.now(), better="I want to kill myself")
    moderation.screen([danger.pk], now=NOW)

    address = f"/desk/leicester-lms/listen/check/{danger.texts.get().pk}/"
    page = signed_in(moderator).get(address, follow=True)

    assert "I want to kill myself" in words_of(page.content)
