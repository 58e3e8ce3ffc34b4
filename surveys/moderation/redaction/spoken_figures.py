"""Figures, letters and signs as people say them, in the languages offered: parts of patterns."""

# The figures of English as they are spelt where English letters are not.
_BORROWED = (
    "زیرو|ون|ٹو|تھری|فور|فائیو|سکس|سیون|ایٹ|نائن|ਜ਼ੀਰੋ|ਜ਼ੀਰੋ|ਵਨ|ਟੂ|ਥ੍ਰੀ|ਥਰੀ|ਫੋਰ|ਫਾਈਵ|ਸਿਕਸ|ਸੈਵਨ|ਏਟ|ਨਾਈਨ|ઝીરો|વન|ટુ|થ્રી|ફોર|ફાઈવ|ફાઇવ|સિક્સ|સેવન|એઇટ|નાઇન"
    "|জিরো|ওয়ান|ওয়ান|টু|থ্রি|ফোর|ফাইভ|সিক্স|সেভেন|এইট|নাইন"
)
ENGLISH_UNITS = "one|two|three|four|five|six|seven|eight|nine"
ENGLISH_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
ENGLISH_TENS = "twenty|thirty|forty|fourty|fifty|sixty|seventy|eighty|ninety"
NOUGHTS = (
    "zero|oh|nought|naught|null|eber|нул[ьі]|ноль|صفر|زیرو|শূন্য|শুন্য|জিরো|শূণ্য|શૂન્ય|ઝીરો|મીંડું|ਸਿਫ਼ਰ|ਸਿਫ਼ਰ|ਜ਼ੀਰੋ|ਜ਼ੀਰੋ"
)
UNITS = (
    f"{ENGLISH_UNITS}|jeden|dwa|trzy|cztery|pięć|sześć|siedem|osiem|dziewięć"
    "|unu|doi|trei|patru|cinci|șase|sase|șapte|sapte|opt|nouă|noua|um|dois|três|tres|quatro|cinco|seis|meia|sete"
    "|oito|nove|один|два|три|чотири|п['’ʼ]ять|шість|сім|вісім|дев['’ʼ]ять|kow|laba|labo|saddex|sadex|afar|shan|lix|toddoba|todoba"
    "|siddeed|sideed|sagaal|ایک|دو|تین|چار|پانچ|چھ|سات|آٹھ|نو|واحد|اثنان|اثنين|ثلاثة|أربعة|خمسة|ستة|سبعة|سبعه"
    "|ثمانية|تسعة|এক|দুই|তিন|চার|পাঁচ|ছয়|ছয়|সাত|আট|নয়|নয়|એક|બે|ત્રણ|ચાર|પાંચ|છ|સાત|આઠ|નવ"
    f"|ਇੱਕ|ਇਕ|ਦੋ|ਤਿੰਨ|ਚਾਰ|ਪੰਜ|ਛੇ|ਸੱਤ|ਅੱਠ|ਨੌਂ|ਨੌ|{_BORROWED}"
)
# More than one figure each.
MORE = (
    rf"{ENGLISH_TENS}|{ENGLISH_TEENS}"
    r"|(?:двіст|трист|чотирист|п['’ʼ]ятсот|шістсот|сімсот|вісімсот|дев['’ʼ]ятсот)\w*|сто|sto|(?:п|дев)['’ʼ]ятнадцять|двадцять|тридцять|сорок|п['’ʼ]ятдесят|шістдесят|сімдесят|вісімдесят"
    r"|дев['’ʼ]яносто|\w{3,9}надцять|десять|тисяч\w?|\w{3,9}naście|dziesięć|dwadzieścia|trzydzieści|czterdzieści|\w{4,9}dziesiąt|\w{3,8}set|dwieście|trzysta|czterysta"
    r"|sute|sută|zece|\w{3,6}sprezece|\w{3,6}zeci|dez|onze|doze|treze|catorze|quinze|deza\w{4,6}|dezoito|vinte|trinta|quarenta|cinquenta|sessenta|setenta|oitenta|noventa"
    r"|cem|cento|\w{3,8}centos|boqol|kun|toban|labaatan|soddon|afartan|konton|lixdan|todobaatan|toddobaatan|sideetan|siddeetan|sagaashan"
    r"|سو|ہزار|مئة|مية|\w{3,5}مية|شو|শো|শ|\S{1,6}শো|સો|\S{1,6}સો|ਸੌ"
)
TWICE = "double|dble|dbl|podwójne|dublu|duplo|подвійний|ڈبل|ডাবল|ડબલ|ਡਬਲ"
THRICE = "treble|triple|hundred|sto|sută|сто|sute|سو|শো|শ|સો|ਸੌ|مئة|مية|boqol"
JOINTS = (
    "then|and|dash|hyphen|dot|space|gap|stop|pause|slash|stroke|kropka|kreska|myślnik|minus|spacja|ukośnik|potem|i|punct|linie|liniuță|apoi|și|cratimă|bară"
    "|ponto|traço|hífen|espaço|depois|e|mais|barra|тире|дефіс|крапка|пробіл|потім|далі|пауза|коса|і|й|kadib|dhibic|iyo|ڈیش|پھر|ڈاٹ|بٹا"
    "|شرطة|ثم|و|وبعدين|بعدين|وبعدها|ড্যাশ|তারপর|আর|ડેશ|પછી|અને|ਡੈਸ਼|ਫਿਰ|ਫੇਰ|ਤੇ"
)
# The names of the letters of English in other letters.
LETTERS = (
    "اے|بی|سی|ڈی|ای|ایف|جی|ایچ|آئی|جے|کے|ایل|ایم|این|او|پی|کیو|آر|ایس|ٹی|یو|وی|ڈبلیو|ایکس|وائی|زیڈ"
    "|اي|سي|دي|اف|جي|اتش|ايتش|كي|كيو|ام|ان|ار|اس|تي|يو|دبليو|اكس|واي|زد"
    "|ਏ|ਬੀ|ਸੀ|ਡੀ|ਈ|ਐੱਫ|ਐਫ|ਜੀ|ਐੱਚ|ਐਚ|ਆਈ|ਜੇ|ਕੇ|ਐੱਲ|ਐਲ|ਐੱਮ|ਐਮ|ਐੱਨ|ਐਨ|ਓ|ਪੀ|ਕਿਊ|ਆਰ|ਐੱਸ|ਐਸ|ਟੀ|ਯੂ|ਵੀ|ਡਬਲਯੂ|ਡਬਲਿਊ|ਐਕਸ|ਵਾਈ"
    "|એ|બી|સી|ડી|ઈ|એફ|જી|એચ|આઈ|જે|કે|એલ|એમ|એન|ઓ|પી|ક્યૂ|ક્યુ|આર|એસ|ટી|યુ|વી|ડબલ્યુ|ડબલ્યૂ|એક્સ|વાય|ઝેડ"
    "|এ|বি|সি|ডি|ই|এফ|জি|এইচ|আই|জে|কে|এল|এম|এন|ও|পি|কিউ|আর|এস|টি|ইউ|ভি|ডব্লিউ|এক্স|ওয়াই|জেড|এমআরএন"
)
# No letter and no vowel sign of the scripts of India goes on after a whole word.
END = r"(?![^\W\d_]|[\u0900-\u0dff])"
