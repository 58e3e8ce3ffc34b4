"""Births, numbers, telephones, addresses and links that are told in words, in any language offered."""

import pytest

from surveys.moderation.redaction import suggest


def found(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [(text[r.start : r.end], r.kind) for r in suggest(text, language=language)]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("She came into the world on Easter Monday 2022", "Easter Monday 2022"),
        ("He turned up on Burns Night", "Burns Night"),
        ("Our little girl arrived on the second Friday in July", "the second Friday in July"),
        ("born on a Wednesday 12th", "Wednesday 12th"),
        ("My son was born on Sunday the 9th of March", "Sunday the 9th of March"),
        ("our boy arrived (2/2/25, what a day)", "2/2/25"),
        (
            "asked my dob at the desk. ninth of june two thousand and three.",
            "ninth of june two thousand and three",
        ),
        ("DOB fourteen three eighty seven", "fourteen three eighty seven"),
        ("dob 3rd of the 11th ninety one", "3rd of the 11th ninety one"),
        ("it is 11-Oct-nineteen-ninety-two", "11-Oct-nineteen-ninety-two"),
        ("out in nine minutes, 16/3/25, 4lb 11.", "16/3/25"),
        ("You have me as born 12th Jan. It's the 21st.", "21st"),
        ("moje dane 21.VIII.1995", "21.VIII.1995"),
        (
            "ur. dwunastego marca dziewięćdziesiątego pierwszego",
            "dwunastego marca dziewięćdziesiątego pierwszego",
        ),
        ("născută pe doi mai nouăzeci și opt", "doi mai nouăzeci și opt"),
        ("Nasceu na véspera de Natal de 2021", "véspera de Natal de 2021"),
        ("Син народився у четвер, десятого квітня", "четвер, десятого квітня"),
        ("waxay dhalatay Isniin 4 Maajo", "Isniin 4 Maajo"),
        ("بیٹی ہوئی 5 مئی 2024", "5 مئی 2024"),
        ("ছেলে হয়েছে শুক্রবার ৩ মে", "শুক্রবার ৩ মে"),
        ("ਮੁੰਡਾ ਦਸ ਮਈ ਨੂੰ ਹੋਇਆ", "ਦਸ ਮਈ"),
    ],
)
def test_a_birth_is_found_by_what_is_told_of_its_day(text: str, date: str) -> None:
    assert (date, "date_of_birth") in found(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("My case is PALS-24-61907", "PALS-24-61907"),
        ("I am W.118.604 on your system", "W.118.604"),
        ("4829017733 - that is me", "4829017733"),
        ("case no. 24/0912", "24/0912"),
        ("patient id 88-1234-K", "88-1234-K"),
        ("Old label 4410-AX-6 new 4419-AX-6", "4419-AX-6"),
        ("file K for kilo 3, 9, 1, 0", "K for kilo 3, 9, 1, 0"),
        ("MRN is A double four nine one two", "A double four nine one two"),
        (
            "complaint no. is four four slash W slash nineteen oh two",
            "four four slash W slash nineteen oh two",
        ),
        ("Skarga nr SK/2024/118", "SK/2024/118"),
        ("Dosar nr. 4471/2024", "4471/2024"),
        ("Processo 2024/77182", "2024/77182"),
        ("Справа № 118-22/24", "118-22/24"),
        ("cabashada lambarkeedu waa CB 22 910", "CB 22 910"),
        ("شكوى رقم ٢٠٢٤/٨٨١٢", "٢٠٢٤/٨٨١٢"),
        ("ہسپتال نمبر ایم زیرو فور فور سیون ون", "ایم زیرو فور فور سیون ون"),
        ("ਕੇਸ ਨੰਬਰ 44917", "44917"),
        ("ফাইল নম্বর টি৯৯০৩", "টি৯৯০৩"),
        ("ફરિયાદ નંબર સી-૪૪૯૧", "સી-૪૪૯૧"),
    ],
)
def test_numbers_of_cases_and_files_are_found_as_they_are_built_or_called(text: str, number: str) -> None:
    assert (number, "nhs_number") in found(text)


@pytest.mark.parametrize(
    ("text", "detail", "kind"),
    [
        ("ana punct pop arond gmail punct com", "ana punct pop arond gmail punct com", "email"),
        ("jas_k (at) yahoo (dot) co (dot) uk", "jas_k (at) yahoo (dot) co (dot) uk", "email"),
        ("ola kropka nowak małpa onet kropka pl", "ola kropka nowak małpa onet kropka pl", "email"),
        ("на olena крапка m равлик ukr крапка net", "olena крапка m равлик ukr крапка net", "email"),
        ("ای میل نائلہ ڈاٹ اشرف ایٹ جی میل ڈاٹ کام", "نائلہ ڈاٹ اشرف ایٹ جی میل ڈاٹ کام", "email"),
        ("sara underscore m at outlook", "sara underscore m at outlook", "email"),
        ("imgur dot com slash a slash q7Lom", "imgur dot com slash a slash q7Lom", "url"),
        ("on insta (mamaofthree)", "mamaofthree", "url"),
        ("@ pip (underscore) of (underscore) kent", "@ pip (underscore) of (underscore) kent", "url"),
        ("hes u/tired_dad there", "u/tired_dad", "url"),
        (
            "oh seven nine, double four, then eighteen, sixty, twenty seven",
            "oh seven nine, double four, then eighteen, sixty, twenty seven",
            "phone",
        ),
        ("صفر سات سات صفر صفر نو سو دو سو گیارہ", "صفر سات سات صفر صفر نو سو دو سو گیارہ", "phone"),
    ],
)
def test_what_leads_to_somebody_is_found_however_it_is_said(text: str, detail: str, kind: str) -> None:
    assert (detail, kind) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "The midwife came on 4 March and again on 8 March",
        "She came home on Christmas Day",
        "I was 41 on the ward for two days",
        "The scan on Monday 3rd said she was 2.45kg",
        "Our son had his check on 3 May",
        "تاريخ الولادة المتوقع ١ حزيران",
        "The notes say 36+4 and BP 140/90",
        "3 sections, all at this hospital, 2014, 2017, 2024",
        "It's in the notes, asked 14.10. I had him at 20.55",
        "complaint made in 2023/24 and again 2024-25",
        "reference to NICE NG201 and CG190",
        "file was lost in ward 12, bed 4, bay 3",
        "notes said one, two, three, four people",
        "Sat at the desk at the same hospital",
    ],
)
def test_visits_readings_and_years_are_left(text: str) -> None:
    assert found(text) == []
