"""The forms with which a chair opens, decides and reports a consultation."""

from django.utils.translation import gettext_lazy

from surveys.web import nhs_forms as nhs


class OpenForm(nhs.NhsForm):
    """What a chair confirms before people are asked: the stage is formative, the information enough."""

    formative = nhs.BooleanField(
        label=gettext_lazy("Nothing has been decided yet: what people say can still change it"),
        error_messages={"required": gettext_lazy("Tick this when nothing has been decided yet")},
    )
    enough = nhs.BooleanField(
        label=gettext_lazy("Somebody who has never heard of it can understand what is proposed and why"),
        error_messages={"required": gettext_lazy("Tick this when it says enough to be understood")},
    )


class DecisionForm(nhs.NhsForm):
    decision = nhs.TextField(
        label=gettext_lazy("What was decided?"),
        label_size="m",
        rows=8,
        help_text=gettext_lazy("Say who decided, what will happen and when. Everybody can read it."),
        error_messages={"required": gettext_lazy("Write what was decided")},
    )


class ViewsUsedForm(nhs.NhsForm):
    views_used = nhs.TextField(
        label=gettext_lazy("How were people’s views used?"),
        label_size="m",
        rows=10,
        help_text=gettext_lazy("What changed because of them, and what did not and why. Quote nobody."),
        error_messages={"required": gettext_lazy("Write how people’s views were used")},
    )
