"""Homes told piece by piece, and postcodes spelt or halved."""

import pytest

from surveys.moderation.redaction import suggest


def found(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [(text[r.start : r.end], r.kind) for r in suggest(text, language=language)]


@pytest.mark.parametrize(
    ("text", "postcode"),
    [
        ("it is L E three, six A B", "L E three, six A B"),
        ("I said B twenty one, nine double-U jay", "B twenty one, nine double-U jay"),
        ("its LE3 6 and then A for apple, B for Bertie", "LE3 6 and then A for apple, B for Bertie"),
        ("mam kod L E trzy, potem 6 A B", "L E trzy, potem 6 A B"),
        ("e L E doi, opt, A B", "L E doi, opt, A B"),
        ("ہم ایل ایس ۸ میں ہیں", "ایل ایس ۸"),
        ("ਪੋਸਟਕੋਡ ਐੱਨ ਜੀ ਸੱਤ ਤਿੰਨ ਐੱਚ ਯੂ", "ਐੱਨ ਜੀ ਸੱਤ ਤਿੰਨ ਐੱਚ ਯੂ"),
        ("a taxi from PE30 costs forty pounds", "PE30"),
        ("it's DL13 to Durham in the dark", "DL13"),
        ("ہماری طرف BD8 میں", "BD8"),
        ("M19 mums have no group", "M19"),
    ],
)
def test_postcodes_are_found_spelt_and_halved(text: str, postcode: str) -> None:
    assert (postcode, "postcode") in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "LE3 is a long way from here",
        "I WAS IN B6 AND THEN A 2ND BED",
        "ward S9 had no fan, I was in bay M2",
        "they checked my CO2 and the form said CT1 scan",
        "she is on the M62 from junction 9",
        "I A M 3 cm and 2 hours later 4 cm",
    ],
)
def test_what_is_no_postcode_is_left(text: str) -> None:
    assert not [one for one in found(text) if one[1] == "postcode"]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (
            "We're second floor, above the vape shop, Quay Hill, Bexwick and",
            "second floor, above the vape shop, Quay Hill, Bexwick",
        ),
        ("to 2 Quay Road (the blue door, 4c), sent back", "2 Quay Road (the blue door, 4c"),
        ("Room 6, St Kew's hostel, Quay Lane, Bexwick.", "Room 6, St Kew's hostel, Quay Lane, Bexwick"),
        (
            "Mieszkamy przy Quay Street, wejście od podwórka, drugie piętro i",
            "Quay Street, wejście od podwórka, drugie piętro",
        ),
        (
            "suntem in Bexwick, Quay House, bloc 2, usa din capat.",
            "Bexwick, Quay House, bloc 2, usa din capat",
        ),
        ("send it c/o 2 Quay Road, Bexwick", "c/o 2 Quay Road, Bexwick"),
        ("flat two, 9 quay road is us", "flat two, 9 quay road"),
    ],
)
def test_homes_told_piece_by_piece_are_found_whole(text: str, address: str) -> None:
    assert (address, "address") in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Side room 4, second floor, no fan.",
        "One doctor, Dr O, saw me right the way through.",
        "the lift, the stairs, the door: all broken, and nobody came",
        "Rose ward, third floor, St Bede's",
    ],
)
def test_parts_of_a_hospital_are_no_home(text: str) -> None:
    assert not [one for one in found(text) if one[1] == "address"]
