"""The languages that women's pages are offered in. No Django in here: the settings read it."""

from dataclasses import dataclass

RIGHT_TO_LEFT = ("ar", "ur")


@dataclass(frozen=True)
class Language:
    """One way to read the pages.

    `code` stands in addresses and names the catalogue; `tag` is what browsers and screen readers are told,
    and what is kept with what she writes. `name` is what its readers call it. `checked`: a native speaker has
    read the catalogue.
    """

    code: str
    name: str
    english_name: str
    checked: bool = False

    @property
    def is_easy(self) -> bool:
        """Whether it is Easy Read: short sentences, one idea and one picture a page."""
        return self == EASY_READ

    @property
    def tag(self) -> str:
        return self.code.split("-")[0]

    @property
    def direction(self) -> str:
        return "rtl" if self.code in RIGHT_TO_LEFT else "ltr"


ENGLISH = Language("en-gb", "English", "English", checked=True)
EASY_READ = Language("en-easy", "Easy Read English", "Easy Read English")
LANGUAGES = (
    ENGLISH,
    Language("pl", "Polski", "Polish"),
    Language("ro", "Română", "Romanian"),
    Language("ur", "اردو", "Urdu"),
    Language("pa", "ਪੰਜਾਬੀ", "Punjabi"),
    Language("gu", "ગુજરાતી", "Gujarati"),
    Language("bn", "বাংলা", "Bengali"),
    Language("ar", "العربية", "Arabic"),
    Language("pt", "Português", "Portuguese"),
    Language("uk", "Українська", "Ukrainian"),
    Language("so", "Soomaali", "Somali"),
    EASY_READ,
)
BY_CODE = {language.code: language for language in LANGUAGES}
