"""Details in the order and the words of other languages, half in words, and with all that belongs to them."""

import pytest

from surveys.moderation.redaction import suggest


def found(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [(text[r.start : r.end], r.kind) for r in suggest(text, language=language)]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("stăm pe Quay Lane la numărul 12, etaj 2, în Boston", "Quay Lane la numărul 12, etaj 2, în Boston"),
        ("mieszkamy w Hull na Quay Street pod 12, mieszkanie b", "Hull na Quay Street pod 12, mieszkanie b"),
        ("moramos na casa 12 da Quay Road", "casa 12 da Quay Road"),
        ("guriga 12 ee Quay Road", "guriga 12 ee Quay Road"),
        ("у будинку 12 на Quay Road", "будинку 12 на Quay Road"),
        ("Quay Rd ની પાછળ ૧૨ નંબર, લેસ્ટર રહીએ", "Quay Rd ની પાછળ ૧૨ નંબર, લેસ્ટર"),
        ("ਘਰ ਨੰਬਰ 12 ਹੈ", "ਘਰ ਨੰਬਰ 12"),
        ("চিঠি গেছে ১২ নম্বর বাসায়", "১২ নম্বর বাসায়"),
        ("۱۲ب Quay Road، لندن", "۱۲ب Quay Road، لندن"),
        ("ہمارا گھر 12 Quay Close Ilkley ہے", "گھر 12 Quay Close Ilkley"),
        ("we live at 12 Quay Lane Bexwick and", "12 Quay Lane Bexwick"),
        ("12 Quay Lane in Leicester", "12 Quay Lane in Leicester"),
        ("12 quay lane leicester please", "12 quay lane leicester"),
        ("12 Quay Lane, above the chip shop, Bexwick", "12 Quay Lane, above the chip shop, Bexwick"),
        ("house 12 in Quay Street near the mosque", "house 12 in Quay Street near the mosque"),
        ("my neighbour at no 12 took it", "no 12"),
        ("home is 12 (not 12a) Quaygate", "12 (not 12a) Quaygate"),
        ("I came from HMP Fernwood, C wing", "HMP Fernwood, C wing"),
        ("Block B Room 12, Quayside Halls", "Block B Room 12, Quayside Halls"),
        ("my house is opposite the bakery on Quay Road", "opposite the bakery on Quay Road"),
        ("Women's refuge, 3 The Crescent, Bexwick", "Women's refuge, 3 The Crescent, Bexwick"),
    ],
)
def test_homes_are_found_whole_in_any_order_of_words(text: str, address: str) -> None:
    assert (address, "address") in found(text)


@pytest.mark.parametrize(
    ("text", "detail", "kind"),
    [
        ("+44.7700.900.O15", "+44.7700.900.O15", "phone"),
        ("nr to 07700 900 kropka 517", "07700 900 kropka 517", "phone"),
        ("мій 07700 900 тире 517", "07700 900 тире 517", "phone"),
        ("waa eber 7700 900 517", "eber 7700 900 517", "phone"),
        ("it is +447700 nine hundred 517", "+447700 nine hundred 517", "phone"),
        ("07700 900 51 something, last digit is 7", "07700 900 51 something, last digit is 7", "phone"),
        ("نمبر آخر میں 517 ہے", "517", "phone"),
        ("її номер: 77 00 900 517", "77 00 900 517", "phone"),
        ("my nhs number starts 455 013 and then 9982", "455 013 and then 9982", "nhs_number"),
        ("NHS 455 013 O623", "455 013 O623", "nhs_number"),
        ("the sticker said number 566 7120448", "566 7120448", "nhs_number"),
        ("NHS no nine four three, then 008 1127", "nine four three, then 008 1127", "nhs_number"),
        ("hospital ref QX-204419-B", "QX-204419-B", "nhs_number"),
        ("born Christmas day 1996", "Christmas day 1996", "date_of_birth"),
        ("dob sixth of the fifth 86", "sixth of the fifth 86", "date_of_birth"),
        ("She was born at home. 1 Aug 2023, 6lb 2", "1 Aug 2023", "date_of_birth"),
        ("my details, 30 Nov '85", "30 Nov '85", "date_of_birth"),
        ("născută pe întâi martie 1994", "întâi martie 1994", "date_of_birth"),
        ("dhalashadaydu waa 1da Janaayo 1989", "1da Janaayo 1989", "date_of_birth"),
        ("জন্ম তারিখ ৯ই অগাস্ট ১৯৯৩", "৯ই অগাস্ট ১৯৯৩", "date_of_birth"),
        ("تاریخ پیدائش چودہ اگست 1992", "چودہ اگست 1992", "date_of_birth"),
        ("kod pocztowy mam dn14 zero sz", "dn14 zero sz", "postcode"),
        ("I live in LS9 and", "LS9", "postcode"),
        ("the new one is just HX7 area", "HX7", "postcode"),
        ("LE3 6AB, not M14", "M14", "postcode"),
        ("I am in bt 99 1zz", "bt 99 1zz", "postcode"),
        ("ਮੇਰਾ ਕੋਡ TW5 ਤੇ", "TW5", "postcode"),
        ("індекс В12 9QS", "В12 9QS", "postcode"),
        ("mail andra.m (arond) post.example", "andra.m (arond) post.example", "email"),
    ],
)
def test_numbers_and_dates_are_found_half_in_words(text: str, detail: str, kind: str) -> None:
    assert (detail, kind) in found(text)


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Xystra s-a născut în mai", "ro", "Xystra"),
        ("rosie was born at home", "en", "rosie"),
        ("Comfort by name, comfort by nature", "en", "Comfort"),
        ("I'm the partner of xystra, ring me", "en", "xystra"),
        ("Hiya its dee, partner here", "en", "dee"),
        ("kez n jordan here. we live", "en", "jordan"),
        ("Thanks, Yetunde A.", "en", "Yetunde A."),
        ("it says Hargreaves, Josephine", "en", "Hargreaves, Josephine"),
        ("we thank Big Dave the porter", "en", "Big Dave"),
        ("sunt Crina_B acolo", "ro", "Crina_B"),
        ("أنا أم ياسين", "ar", "أم ياسين"),
        ("اسم ابني عبد الرحمن", "ar", "عبد الرحمن"),
        ("بھانجی زرناب کی میل", "ur", "زرناب"),
        ("মিসবাহ এর মা", "bn", "মিসবাহ"),
        ("сусідку звали Ксистра", "uk", "Ксистра"),
    ],
)
def test_names_are_found_by_what_is_told_around_them(text: str, language: str, name: str) -> None:
    assert (name, "name") in found(text, language)


@pytest.mark.parametrize(
    "text",
    [
        "autobus 105 z Victoria Street co godzinę",
        "scored 0 and 2 then 10 10 7 5 6 and 8",
        "the room number 7 and the bed in bay B4",
        "B6 area was loud and the M6 area too",
        "কমরা নম্বর ১২, ওয়ার্ড নম্বর ৭",
        "غرفة رقم 12 في الطابق الثاني",
        "on 3 May 2025 she was 2.1kg on the growth scan, before she was born",
        "on 12 March 2025, 80kg, bp 120/80",
        "bed at number 10 in the queue",
        "in Jan we had a scan",
        "The Rosie was clean, there is a Grace period",
        "my DOBs, GCSEs and HCAs",
        "it was behind a lily",
        "a friend of mine, husband of two years",
        "ما شاء الله",
    ],
)
def test_what_only_looks_like_one_of_these_is_left(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Copilul s-a născut sănătos. Băiețelul s-a născut la 3", "ro"),
        ("Quando nasceu chorou. A menina nasceu bem", "pt"),
        ("Synek urodził się o 4", "pl"),
        ("Коли народилась, плакала", "uk"),
        ("ومستشفى سانت ماري بعيد", "ar"),
        ("11 جون صبح 9:30 پر", "ur"),
    ],
)
def test_a_birth_or_a_saint_without_a_name_is_left(text: str, language: str) -> None:
    assert found(text, language) == []
