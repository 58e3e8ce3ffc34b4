"""What a text may be about, what the machine suggests and what a person decided: all of it kept."""

from django.db import models

from surveys.core.fates import Fates
from surveys.core.models import Row
from surveys.organisations.models import Organisation
from surveys.people.models import User
from surveys.responses.models import FreeText


class Sentiment(models.TextChoices):
    POSITIVE = "positive", "Positive"
    NEGATIVE = "negative", "Negative"
    MIXED = "mixed", "Mixed"
    NEUTRAL = "neutral", "Neutral"


class ThemeSuggestion(models.Model):
    """One theme that a model suggests for a text, with its score (0 to 1).

    `evidence`: where in the text (pairs of start and end) the words stand that weighed most.
    """

    fates = Fates(
        retention="response",
        kept="id free_text code sentiment score evidence model_version list_version",
    )

    free_text = models.ForeignKey(FreeText, on_delete=models.CASCADE, related_name="suggestions")
    code = models.TextField()
    sentiment = models.TextField(choices=Sentiment.choices)
    score = models.FloatField()
    evidence = models.JSONField(default=list)
    model_version = models.TextField()
    # The version of the partnership's themes list that it is a code of; 1 is the list that the product ships.
    list_version = models.PositiveIntegerField(default=1, db_default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["free_text", "code"], name="one_suggestion_a_code"),
        ]


class ThemeReview(models.Model):
    """That a person has decided what a text is about; from then on her decisions count, no suggestions.

    `machine`: what it suggested to the first person who decided, as `{"code", "score", "sentiment"}`, the
    surest first; None where that was not kept. `list_version` as in suggestions.
    """

    fates = Fates(
        retention="response",
        kept="free_text reviewed_at machine model_version list_version",
        personal="reviewed_by",
    )

    free_text = models.OneToOneField(FreeText, primary_key=True, on_delete=models.CASCADE)
    reviewed_by = models.ForeignKey(User, on_delete=models.PROTECT)
    reviewed_at = models.DateTimeField()
    machine = models.JSONField(null=True)
    model_version = models.TextField(blank=True, default="", db_default="")
    list_version = models.PositiveIntegerField(default=1, db_default=1)


class ThemeDecision(Row):
    """What a person said of one theme of a text: it is there (with which sentiment), or it is not."""

    fates = Fates(
        retention="response",
        kept="id created_at free_text code present sentiment suggested decided_at",
        personal="decided_by",
    )

    free_text = models.ForeignKey(FreeText, on_delete=models.CASCADE, related_name="decisions")
    code = models.TextField()
    present = models.BooleanField()
    sentiment = models.TextField(choices=Sentiment.choices, blank=True, default="")
    # Whether the machine had suggested it.
    suggested = models.BooleanField()
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT)
    decided_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["free_text", "code"], name="one_decision_a_code"),
            models.CheckConstraint(
                condition=models.Q(present=False) | ~models.Q(sentiment=""),
                name="present_theme_has_sentiment",
            ),
        ]


class CodeframeVersion(Row):
    """One version of a partnership's own themes list: all of it, who made it, when and why; it never changes.

    `verb` and `codes`: what was done, and to which codes. A partnership without any uses the shipped list.
    """

    fates = Fates(
        retention="plan",
        kept="id created_at organisation number name list verb codes why made_at",
        personal="made_by",
    )

    class Verb(models.TextChoices):
        ADDED = "added", "Added"
        CHANGED = "changed", "Worded anew"
        RENAMED = "renamed", "Renamed"
        MERGED = "merged", "Merged"
        SPLIT = "split", "Split"
        RETIRED = "retired", "Retired"
        RESTORED = "restored", "Brought back"

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    name = models.TextField()
    # As `codeframe.stored` writes it.
    list = models.JSONField()
    verb = models.TextField(choices=Verb.choices)
    codes = models.JSONField()
    why = models.TextField()
    made_by = models.ForeignKey(User, on_delete=models.PROTECT)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "number"], name="one_list_a_number"),
        ]


class CodeSuccession(models.Model):
    """That in a version of a list one code took the place of another; it never changes.

    The latest row about a predecessor that says "merged" or "restored" tells what it is read as.
    """

    fates = Fates(retention="plan", kept="id version organisation number predecessor successor how")

    class How(models.TextChoices):
        MERGED = "merged", "Merged into it"
        SPLIT = "split", "Split into it and others"
        RESTORED = "restored", "Read as itself again"

    version = models.ForeignKey(CodeframeVersion, on_delete=models.PROTECT, related_name="successions")
    # The version's, once more: counting looks them up by it.
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    predecessor = models.TextField()
    successor = models.TextField()
    how = models.TextField(choices=How.choices)

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "predecessor", "-number"], name="succession_by_code"),
        ]


class CodingSample(Row):
    """A random sample of decided comments that a second person codes blind; `seed` draws it again."""

    fates = Fates(
        retention="plan",
        kept="id created_at organisation seed drawn_at",
        personal="drawn_by coder",
    )

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    seed = models.PositiveBigIntegerField()
    drawn_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    drawn_at = models.DateTimeField()
    coder = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")


class CodingItem(Row):
    """One comment of a sample: what the first person had decided (sentiment by code), then the second.

    Both stay as they were, whatever is decided later; `settled` is what a person made of a difference.
    """

    fates = Fates(
        retention="response",
        kept="id created_at sample free_text position first second coded_at settled settled_at",
        personal="first_by settled_by",
    )

    sample = models.ForeignKey(CodingSample, on_delete=models.CASCADE, related_name="items")
    free_text = models.ForeignKey(FreeText, on_delete=models.CASCADE, related_name="+")
    position = models.PositiveIntegerField()
    first = models.JSONField()
    first_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    second = models.JSONField(null=True)
    coded_at = models.DateTimeField(null=True)
    settled = models.JSONField(null=True)
    settled_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    settled_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["sample", "free_text"], name="one_coding_a_text"),
            models.CheckConstraint(
                condition=models.Q(second__isnull=True) | models.Q(coded_at__isnull=False),
                name="coding_has_its_time",
            ),
            models.CheckConstraint(
                condition=models.Q(settled__isnull=True)
                | models.Q(second__isnull=False, settled_by__isnull=False, settled_at__isnull=False),
                name="settling_is_whole",
            ),
        ]


class EmergingPrompt(Row):
    """A question to a person: is this a theme? Found in safe texts; the answer is kept.

    `words`: those that weigh most, or the phrase that grew. No count is kept, shown or reported.
    """

    fates = Fates(
        retention="response",
        kept="id created_at organisation kind found_at answer code answered_at",
        personal="answered_by",
        words="words",
    )

    class Kind(models.TextChoices):
        UNEXPLAINED = "unexplained", "Comments that speak alike, and that no theme of the list explains"
        GROWN = "grown", "Said by more people than in the three months before"

    class Answer(models.TextChoices):
        CODE = "code", "Made a theme"
        NOT_A_THEME = "not_a_theme", "Not a theme"

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    kind = models.TextField(choices=Kind.choices)
    words = models.JSONField()
    found_at = models.DateTimeField()
    # Empty until somebody has answered.
    answer = models.TextField(choices=Answer.choices, blank=True, default="")
    # The theme that was made of it.
    code = models.TextField(blank=True, default="")
    answered_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(answer="", answered_by__isnull=True)
                | (~models.Q(answer="") & models.Q(answered_by__isnull=False, answered_at__isnull=False)),
                name="prompt_answer_is_whole",
            ),
        ]


class EmergingText(models.Model):
    """That a text is among those that a prompt asks about."""

    fates = Fates(retention="response", kept="id prompt free_text")

    prompt = models.ForeignKey(EmergingPrompt, on_delete=models.CASCADE, related_name="texts")
    free_text = models.ForeignKey(FreeText, on_delete=models.CASCADE, related_name="+")


class LearnedVersion(Row):
    """What the machine learned from a partnership's decisions: numbers only, no words of anybody's.

    `before` and `after`: hits, wrong and missed on the `held_out` decisions, of what was in use then and of
    this. It was promoted where it did better, and is in use until it is taken back or a later one is
    promoted.
    """

    fates = Fates(
        retention="plan",
        kept="id created_at organisation number base list_version decisions held_out before after share "
        "content made_at promoted ended_at why",
        personal="ended_by",
    )

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    # The shipped model's version that it was learned beside.
    base = models.TextField()
    list_version = models.PositiveIntegerField()
    decisions = models.PositiveIntegerField()
    held_out = models.PositiveIntegerField()
    before = models.JSONField()
    after = models.JSONField()
    share = models.FloatField()
    content = models.BinaryField()
    made_at = models.DateTimeField()
    promoted = models.BooleanField()
    ended_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    why = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "number"], name="one_learned_a_number"),
        ]
