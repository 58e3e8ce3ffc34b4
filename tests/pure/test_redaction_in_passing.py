"""Details that are told in passing, where only a word or two beside them says what they are."""

import pytest

from surveys.moderation.redaction import suggest


def found(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [(text[r.start : r.end], r.kind) for r in suggest(text, language=language)]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Had my first (June 2020) at yours and the next one at home", "June 2020"),
        ("Zebedine (14.2.24) lost weight and nobody looked", "14.2.24"),
        ("Our daughter (3/10/23) was checked twice", "3/10/23"),
        ("Corvin, b. 7 xi 23, is doing well", "7 xi 23"),
        ("DOB IX.III.1991 as we write it", "IX.III.1991"),
        ("Date of delivery 04/03/2025, nobody asked me anything", "04/03/2025"),
        ("We were due 12 June but he came 30 May and nothing was packed", "30 May"),
        ("Baby was due 3/3 and arrived 20/02, all fine", "20/02"),
        ("Stillborn at 29 weeks, the second of March 2023", "the second of March 2023"),
        ("Our girl would have been two on 9 April", "9 April"),
        ("The birth certificate is wrong. It should be 30 June, not July", "30 June"),
        ("she's a 12th of May baby", "12th of May"),
        ("they put my birthday as 3/11 on the label", "3/11"),
        ("my birthday is 3/11 they say, wrong again, its 11th march", "11th march"),
        ("I was born in ninety one, not a hundred years ago", "ninety one"),
        ("He was born 3 days ago on the 21st and we wait for a call", "the 21st"),
        ("our son was born on the 9th of last month", "the 9th of last month"),
        ("emergency section on the 22nd. I was alone", "the 22nd"),
        ("baby born the day after Boxing Day 2022, no beds", "the day after Boxing Day 2022"),
        ("His birthday will always be Pancake Day to us", "Pancake Day"),
        ("She turned one on Halloween and I still dream of it", "Halloween"),
        ("In May of 2021 we had our second, a boy", "May of 2021"),
        ("every 8 October, our son's birthday, we light a candle", "8 October"),
        ("Twin 1 3 May 2022 23:50", "3 May 2022"),
        ("the wedding was the day he came!! Sun 4 August. what a day", "Sun 4 August"),
        ("My birthday is Hamle 12, 1988 at home", "Hamle 12, 1988"),
        ("ولدت ابنتي يوم ٣ شوال", "٣ شوال"),
        ("beta 7 May 2024 ko hua, shukriya", "7 May 2024"),
        ("ਬੇਟੀ ਸਿਮਰਤ (ਜੂਨ 2022) ਵੇਲੇ ਸਭ ਠੀਕ ਸੀ", "ਜੂਨ 2022"),
        ("Inantaydu waxay dhalatay 7ka Maarso", "7ka Maarso"),
    ],
)
def test_births_are_found(text: str, date: str) -> None:
    assert any(date in said and kind == "date_of_birth" for said, kind in found(text))


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("he drove to Sorrel Lane where we live to fetch my bag", "Sorrel Lane"),
        ("Just off Kestrel Avenue, we are, and no bus comes", "Kestrel Avenue"),
        ("I stay at my sister's on Larch Road now", "Larch Road"),
        ("we r at Mallow St near the chippy", "Mallow St"),
        ("flat above the bakers Union Road, no lift", "Union Road"),
        ("We live behind the hospital, honestly, Chantry Cottages", "Chantry Cottages"),
        ("theres no bus to Gorse Hill Farm after five", "Gorse Hill Farm"),
        ("We live two doors from the White Hart, Selby", "two doors from the White Hart, Selby"),
        ("our house is on corner of Ash St and Mill Road", "corner of Ash St and Mill Road"),
        ("They came to Caravan 9, Hop Pickers Camp, Court Farm", "Caravan 9, Hop Pickers Camp, Court Farm"),
        ("post it to the old chapel, garner lane please", "the old chapel, garner lane"),
        ("I live on the Wexley estate and taxis refuse", "Wexley estate"),
        ("it went to 28 Tansy Road. who lives there? we're at 82", "82"),
        ("I said Heath Farm cottage, Old Lane. not heath farm HOUSE", "heath farm HOUSE"),
        ("hamara ghar Selwyn Road pe hai", "Selwyn Road"),
        ("Guriga waxaan ku leenahay Marlow Close", "Marlow Close"),
        ("بيتنا قريب في Lister Street", "Lister Street"),
        ("ਸਾਡਾ ਘਰ ਸਕੂਲ ਦੇ ਕੋਲ Forge Lane ਤੇ ਹੈ", "Forge Lane"),
        ("Ми живемо у господарів, Plum Tree Close, Devizes", "Plum Tree Close, Devizes"),
        ("A enfermeira foi à Rua Castelo, 12 e não tocou", "Rua Castelo, 12"),
    ],
)
def test_homes_are_found(text: str, home: str) -> None:
    assert any(home in said and kind == "address" for said, kind in found(text))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("look me up K 22 90417", "K 22 90417"),
        ("You can find me under P 330 1182 I believe", "P 330 1182"),
        ("reff no TQ 51 20 66 still no letter", "TQ 51 20 66"),
        ("cod pacient MB 31 4402", "MB 31 4402"),
        ("the number on my green card: 3310/12", "3310/12"),
        ("on the card it says 481 22O 9l73", "481 22O 9l73"),
        ("im 512 9930 447 on your system", "512 9930 447"),
        ("Thank you all. M204-1187", "M204-1187"),
    ],
)
def test_numbers_of_records_are_found(text: str, number: str) -> None:
    assert (number, "nhs_number") in found(text)


@pytest.mark.parametrize(
    ("text", "postcode"),
    [
        ("im in dh4 and the clinic is miles off", "dh4"),
        ("ol8 mum here, please do better", "ol8"),
        ("is there a group nearer to tr19", "tr19"),
        ("you wait longer if you live in the wrong end of L8", "L8"),
        ("in B9 we get nothing", "B9"),
        ("anigu waxaan joogaa ba1 4", "ba1 4"),
        ("asi ls8 ch rehnde aa", "ls8"),
        ("Write to Flat 3, Osier Wharf, se162rd, evenings", "se162rd"),
    ],
)
def test_postcodes_are_found(text: str, postcode: str) -> None:
    assert (postcode, "postcode") in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Induction (3.9.23) was long and nobody came",
        "Caesarean (12 May 2024) was booked and then cancelled",
        "We were seen on the 14th floor for the scan",
        "Baby was born 2.9 kilo and pink",
        "My due date was 25 December and the ward was quiet",
        "Stitches were infected by 15.08.2023",
        "I took the number 43 bus to triage",
        "Leaflet MAT/0417 was out of date",
        "She was born in eighty minutes flat",
        "They drove past Mill Road where the new clinic is",
        "I live on the same estate as my midwife",
        "I am in pain and B12 was low",
        "We live in hope, and ward b6 was kind",
        "the parents' flat on Hospital Road was clean",
    ],
)
def test_what_tells_of_nobody_stays(text: str) -> None:
    assert [kind for _, kind in found(text) if kind != "name"] == []
