"""Encryption of words and addresses, keyed digests, and codes that a tired person can copy."""

import base64
import hashlib
import hmac
from functools import lru_cache
from unicodedata import digit

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings

# Nothing that looks like something else when it is written by hand, and no vowels, so no words by accident.
# There are 23, a prime number, which is what makes the check letter catch what it does (decision 0091).
ALPHABET = "0123456789CFHJKMNPRTVXY"
LOOK_ALIKES = str.maketrans("ILOQDUZSGB", "11000V2568")
CODE_LETTERS = 15
CODE_LENGTH = CODE_LETTERS + 1


@lru_cache(maxsize=4)
def _fernet(keys: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(key) for key in keys])


def _words() -> MultiFernet:
    return _fernet(tuple(settings.WORDS_KEYS))


def encrypt(text: str) -> bytes:
    """The text, readable only with a key of WORDS_KEYS."""
    return encrypt_bytes(text.encode())


def decrypt(token: bytes) -> str:
    """The text of `encrypt`. Raises ValueError when no key fits."""
    return decrypt_bytes(token).decode()


def encrypt_bytes(content: bytes) -> bytes:
    """The bytes, readable only with a key of WORDS_KEYS."""
    return _words().encrypt(content)


def decrypt_bytes(token: bytes) -> bytes:
    """The bytes of `encrypt_bytes`. Raises ValueError when no key fits."""
    try:
        return _words().decrypt(bytes(token))
    except InvalidToken as error:
        raise ValueError("no key of WORDS_KEYS reads this") from error


def digest(purpose: str, value: str) -> str:
    """A keyed fingerprint, in hexadecimal, that is of no use without the server's key.

    `purpose` keeps fingerprints for different uses apart, so that one cannot be compared with another.
    """
    key = f"{purpose}:{settings.DIGEST_KEY}".encode()
    return hmac.new(key, value.encode(), hashlib.sha256).hexdigest()


def code_for(purpose: str, value: str, *, letters: int = CODE_LETTERS) -> str:
    """A code that is always the same for this value: 15 letters and digits (67 bits), and a check letter.

    So a retry after a dropped connection shows the same receipt, and the database keeps only its fingerprint.
    """
    number, chosen = int(digest(purpose, value), 16), []
    for _ in range(letters):
        number, place = divmod(number, len(ALPHABET))
        chosen.append(ALPHABET[place])
    code = "".join(chosen)
    return code + check_letter(code)


def check_letter(letters: str) -> str:
    """The last letter of a code: catches any one wrong letter and any two that changed places.

    The sum of the letters' values, each times its place, modulo 23: as in an ISBN of ten digits, with another
    prime number. Good for up to 21 letters.
    """
    total = sum(place * ALPHABET.index(letter) for place, letter in enumerate(letters, start=1))
    return ALPHABET[total % len(ALPHABET)]


def letters_in(typed: str) -> str:
    """The letters and digits of what somebody typed, put right where they look alike.

    Digits of any script count: not every keyboard has these.
    """
    kept = (letter for letter in typed.upper() if letter.isalnum())
    return "".join(str(digit(letter, letter)) for letter in kept).translate(LOOK_ALIKES)


def read_code(typed: str, *, letters: int = CODE_LETTERS) -> str | None:
    """The code that somebody typed, put right where letters look alike; None when it cannot be one.

    `letters`: how many it has before its check letter.
    """
    code = letters_in(typed)
    if len(code) != letters + 1 or any(letter not in ALPHABET for letter in code):
        return None
    return code if check_letter(code[:-1]) == code[-1] else None


def grouped(code: str) -> str:
    """The code in groups of four, as it is shown and printed."""
    return "-".join(code[at : at + 4] for at in range(0, len(code), 4))


def token_for(purpose: str, value: str) -> str:
    """A code for links (43 letters, URL-safe), always the same for this value."""
    return base64.urlsafe_b64encode(bytes.fromhex(digest(purpose, value))).decode().rstrip("=")
