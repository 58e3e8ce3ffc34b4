"""A mapping says what it means, or what is wrong with it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.core.errors import DomainError
from surveys.questionnaires import standard
from surveys.responses.imports.mapping import Answer, ColumnMapping, Consent, Unit, fold, parse, write
from surveys.responses.models import Channel, Purpose
from tests.factories.spreadsheets import MAPPING

ASKED = standard.unprompted()

names = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20)
folded = names.map(fold)
mappings = st.builds(
    ColumnMapping,
    consent_note=names,
    date_column=names,
    answers=st.tuples(
        st.builds(
            Answer,
            question=st.just("fft"),
            column=names,
            codes=st.dictionaries(folded, st.sampled_from(sorted(standard.FFT_CODES))),
            blank=st.frozensets(folded),
        ),
        st.builds(Answer, question=st.just("comment"), column=names, blank=st.frozensets(folded)),
        st.builds(Answer, question=st.just("stage"), always=st.sampled_from(standard.STAGES)),
    ),
    identity=st.lists(names, max_size=3).map(tuple),
    channel=st.sampled_from(Channel),
    sheet=names,
    date_formats=st.lists(names, max_size=3).map(tuple),
    unit=st.one_of(
        st.none(),
        st.builds(Unit, slug=names),
        st.builds(Unit, column=names, codes=st.dictionaries(folded, names), blank=st.frozensets(folded)),
    ),
    consents=st.dictionaries(
        st.sampled_from(Purpose),
        st.one_of(
            st.builds(Consent, given=st.booleans()),
            st.builds(Consent, given=st.just(False), column=names, yes=st.frozensets(folded)),
        ),
    ),
)


@given(mappings)
def test_a_mapping_that_was_written_is_read_back(mapping: ColumnMapping) -> None:
    assert parse(write(mapping), definition=ASKED) == mapping


def test_the_columns_of_a_mapping_are_all_that_it_names() -> None:
    assert parse(MAPPING, definition=ASKED).columns() == {"ID", "Date", "Score", "Words"}


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (("[date]", "[date"), "not valid TOML"),
        (('consent = "', 'consents_note = "'), "parts that mean nothing there: consents_note"),
        (("[date]", "[dates]"), "mean nothing there: dates"),
        (("[answers.comment]", "[answers.remark]"), "There is no question “remark”"),
        (('"very_good"', '"splendid"'), "“splendid” is not an answer to “fft”"),
        (('identity = ["ID"]', 'identity = "ID"'), "should be a list"),
        (('column = "Date"', "column = 3"), "should be text"),
        (('column = "Date"', 'columns = "Date"'), "mean nothing there: columns"),
        (("themes = true", "selling = true"), "selling"),
        (("themes = true", 'themes = { column = "Words" }'), "lacks “yes”"),
        (("themes = true", "themes = 1"), "wrong form"),
        (("[consents]", 'channel = "post"\n[consents]'), "mean nothing there: channel"),
    ],
)
def test_what_is_wrong_with_a_mapping_is_said(change: tuple[str, str], sentence: str) -> None:
    assert change[0] in MAPPING

    with pytest.raises(DomainError, match=sentence):
        parse(MAPPING.replace(*change), definition=ASKED)


def test_a_mapping_needs_a_column_with_answers() -> None:
    nothing = 'consent = ""\n[date]\ncolumn = "Date"\n[answers]\n'

    with pytest.raises(DomainError, match="Match at least one column"):
        parse(nothing, definition=ASKED)


def test_case_and_spaces_of_words_do_not_matter() -> None:
    assert fold("  Very\xa0 GOOD ") == fold("very good")
