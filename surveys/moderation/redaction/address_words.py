"""What addresses are made of, as parts of patterns: kinds of streets and houses, numbers, living there."""

STREETS = (
    "Street|Str|St|Road|Rd|Avenue|Ave|Av|Lane|Ln|Close|Drive|Crescent|Cres|Terrace|Gardens|Gdns"
    "|Grove|Mews|Boulevard|Drv|Ter|Terr|Drove|Way|Row|Parade|Walk|Hill|Place|Wharf|Court|Yard"
)
OTHER_ENDS = (
    "Cl|Dr|Ct|Pl|Tce|Crt|Cresc|Blvd|Square|Sq|Rise|View|Green|Park|Croft|Fold|Gate|Passage|Buildings"
    "|Quay|Circus|Mount"
    "|Bank|Brow|Vale|End|Meadows?|Crofts|Ridge"
    "|Approach|Path|Wynd|Loan|Brae|Chase|Dale|Fields?|Heights|Hollow|Side|Point|Parkway|Garth"
    "|Orchard|Spinney|Common|Copse|Beck|Bridge|Woods?|Paddock"
    "|Dene|Leys?|Holme|Nook|Hey|Causeway|Esplanade|Promenade|Alley|Backs|Embankment|Lock|Marina"
    "|Estate|Villas|Cottages|Bungalows|Almshouses|Mansions"
)
HOUSES = (
    "Cottages?|House|Farm|Farmhouse|Lodge|Barn|Mill|Court|Hall|Villa|Grange|Smithy|Bungalow|Manor"
    "|Rectory|Vicarage|Forge|Stables|View|Croft|Granary|Annexe?"
    "|Heights|Towers?|Point|Hostel|Hotel|Flats|Apartments|Schoolhouse|Chapel|Bakery|Brewery|Dairy"
    "|Nook|Hollies|Elms|Oaks|Willows|Beeches|Limes|Laurels|Firs|Gables|Orchard|Mews|Maltings|Works"
    "|Refuge|Hse|Bldgs?|Apts|Cotts?"
)
ENDS = rf"(?:(?:{STREETS}|{OTHER_ENDS}|{HOUSES})(?:\s+(?:North|South|East|West|Central|Upper|Lower))?)"
WORD = r"(?:St\.|[A-Z][\w'.-]*[\w'])"
NUMBER = r"\b(?:no\.?\s*)?\d{1,4}\s?[a-zA-Z]?(?:\s?[-/]\s?\d{1,4}[a-z]?)?,?\s+"
NO_MEASURE = (
    r"(?!(?:mile|minute|min|hour|hr|day|week|wk|month|year|yr|other|more|different|midwi|people"
    r"|women|men|of|in|on|car|times?|beds?|the|and|to|am"
    r"|pm|down|up|from|at|for|with|is|was|a|my|half|lots|ladies|families|patients?|nurses?|staff"
    r"|doctors?|drs?|mrs?|sister|jan|feb|mar|apr|may|jun"
    r"|jul|aug|sept?|oct|nov|dec|january|february|march|april|june|july|august|september|october"
    r"|november|december|o'clock|stars?|out|lane|bedroom|storey|way|door|centimetre|centimeter|hourly|daily|weekly|monthly"
    r"|parent|child|person|sided|part|kg|cm|ml|mg"
    r"|lbs?|litres?|x|and|or)(?:s|ves)?\b)"
)
FLAT_WORDS = r"(?:flat|apartment|apt|maisonette|caravan|bungalow|chalet|studio|pitch|narrowboat|mooring)"
UNIT_WORDS = r"(?:unit|house|block|room|annexe|plot|berth|lodge|floor)"
UNIT_NUMBER = r"\.?\s+(?:no\.?\s*)?(?:\d+[a-zA-Z]?(?:/\d+)?|[A-Z]\d?)\b"
GROUP = (
    rf"(?:\d{{1,4}}[a-zA-Z]?,?\s+)?(?:The\s+)?{WORD}(?:\s+(?:(?:of|the|y|upon|le|and|&"
    rf"|in)\s+)?{WORD}){{0,3}}"
)
TAIL = (
    r"(?i:(?:,\s+(?:(?:flat|apartment|apt)\s+\w+|top\s+flat|(?:ground|first|second|top|upper"
    r"|lower)[\s-]+(?:floor)?(?:\s+flat)?|basement(?:\s+flat)?))?)"
)
LOWER_STREET = (
    r"(?:street|str|road|rd|avenue|ave|lane|ln|crescent|cres|terrace|grove|mews|boulevard|gardens|gdns|drv"
    r"|cottages)"
)
LIVING = (
    r"(?:\b(?i:(?:live|lives|living|lived|staying|stay|reside|moved|moving|move)(?:\s+(?:now|still"
    r"|back|here|alone))?\s+(?:at|on|in|to)"
    r"|address(?:\s+\w+){0,4}?\s*(?:is|was|:|to|at|-)|(?:my|our|new|old|home)\s+address|(?:we"
    r"|i)(?:\s+(?:are|am)|'re|'m)(?:\s+(?:now|still))?\s+at"
    r"|(?:place|home|house)\s+is|(?:send|sent|post|posted|deliver|went|gone|goes|going|came|come"
    r"|comes|visits?|letters?)\s+(?:\w+\s+){0,3}?(?:to|at)|been|at|home,"
    r"|adres\w*(?:\s+\w+){0,3}\s*:?|adresa\s+\w+(?:\s+\w+)?\s*:?|stau\s+(?:la|pe)|locuiesc\s+(?:la"
    r"|pe|în)|mieszkamy?(?:\s+\w+)?"
    r"|morada\w*(?:\s+\w+){0,2}\s*:?|moro\s+n\w+|moramos\s+\w+|vivo\s+n?\w+|vivemos\s+\w+"
    r"|endereço(?:\s+\w+){0,2}\s*:?|ciwaank\w*(?:\s+\w+){0,2}|degganahay|deganahay|ku noolahay)"
    r"|(?i:адрес\w*|живу|живемо|мешкаю|мешкаємо)(?:\s+\w+)?\s*:?)\s+"
)
SMALL_STREET = (
    r"(?:close|drive|way|court|place|walk|row|hill|square|rise|view|green|park|croft|fold|gate"
    r"|yard|wharf|st|ct|gardens|house|mount|parade|vale)"
)
_TEENS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    "|seventeen|eighteen|nineteen"
)
TENS = "twenty|thirty|forty|fourty|fifty|sixty|seventy|eighty|ninety"
SPELT = (
    rf"(?i:(?:(?:{_TEENS}|a)\s+hundred(?:\s+and)?(?:\s+(?:(?:{TENS})(?:[\s-](?:{_TEENS}))?|{_TEENS}))?"
    rf"|(?:{TENS})(?:[\s-](?:{_TEENS}))?|{_TEENS}))"
)
HOUSE_NUMBER = rf"(?:\d{{1,4}}(?:\s?[a-zA-Z]\b|[a-zA-Z])?|\b{SPELT}\b)"
# A street whose kind is grown into its name ("Broadway", "Northgate", "Mayfield").
GROWN = (
    r"[A-Z][a-z]{2,10}(?:way|gate|side|hill|fields?|wood|woods|ley|mead|bank|croft|dale|view|brook|ridge|top"
    r"|lands|fold|mere|hurst|combe|crest|holme|thorpe|park)"
)
# What a street's name is followed by where it is a place of care and nobody's home.
NO_HOME = (
    r"(?!\s+(?i:(?:medical|health|children'?s|family|birth(?:ing)?|community|gp|doctors|dental|day"
    r"|walk)[\s-]*)*"
    r"(?i:surgery|clinic|centre|center|hospital|practice|pharmacy|entrance|campus|hub"
    r"|site\b(?! caravan)|ward|unit"
    r"|suite|library|school|nursery|car\s?park|bus|station|roundabout|junction)\b)"
)
# Kinds of streets as the other scripts spell them.
STREETS_SPELT = (
    r"(?:روڈ|رود|اسٹریٹ|سٹریٹ|سڑک|ایونیو|لین|کلوز|ڈرائیو|وے|ٹاورز?|اسکوائر|سکوائر|گروو|ہل|ویو|لاج|مینشنز?|گارڈنز?|کورٹ|ٹیرس|ہاؤس|کریسنٹ|پلیس|یارڈ|اسٹیٹ|واک"
    r"|ستريت|رود|لين|أفينيو|افنيو|أفنيو|كلوز|درايف|كورت|هاوس|غاردنز|جاردنز|كريسنت|تيراس|بليس|واي|سكوير|غروف|هيل|تاور|لودج"
    r"|রোড|সড়ক|সড়ক|স্ট্রিট|স্ট্রীট|লেন|এভিনিউ|অ্যাভিনিউ|ক্লোজ|ড্রাইভ|হাউস|হাউজ|কোর্ট|ওয়ে|ওয়ে|গ্রোভ|স্কোয়ার|স্কয়ার|টাওয়ার|টাওয়ার|হিল|লজ|গার্ডেনস?|টেরেস|প্লেস|ক্রিসেন্ট|এস্টেট|ম্যানশন"
    r"|રોડ|સ્ટ્રીટ|લેન|એવન્યુ|એવેન્યુ|ક્લોઝ|ડ્રાઇવ|ડ્રાઈવ|હાઉસ|કોર્ટ|વે|ગ્રોવ|સ્ક્વેર|ટાવર|હિલ|લોજ|ગાર્ડન્સ?|ટેરેસ|પ્લેસ|ક્રેસન્ટ|ક્રિસન્ટ|વોક|ગેટ|સર્કલ"
    r"|ਰੋਡ|ਸਟਰੀਟ|ਸਟ੍ਰੀਟ|ਲੇਨ|ਐਵੇਨਿਊ|ਕਲੋਜ਼|ਕਲੋਜ|ਡਰਾਈਵ|ਹਾਊਸ|ਕੋਰਟ|ਵੇਅ|ਗਰੋਵ|ਸਕੁਏਅਰ|ਟਾਵਰ|ਹਿੱਲ|ਲੌਜ|ਗਾਰਡਨਜ਼?|ਟੈਰੇਸ|ਪਲੇਸ|ਕ੍ਰੈਸੈਂਟ|ਕ੍ਰੈਸੰਟ|ਸਟ੍ਰੀਟ|ਗੇਟ"
    r"|роуд|роад|стріт|стрит|авеню|лейн|клоуз|драйв|корт|хаус|гаус|вей|гроув|сквер|тауер|хілл|лодж|гарденс|терас|террас|плейс|кресент|вулиця|вул\.)"
)
