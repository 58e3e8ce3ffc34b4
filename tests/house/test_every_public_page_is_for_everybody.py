"""No page that needs no account stays without a look at whether everybody can use it."""

from tests.house.test_closed_by_default import PUBLIC
from tests.journeys.woman.ways import WAYS

# What answers strangers and is no page, or none that a woman meets.
NO_PAGES = {
    "health:live",
    "health:ready",
    "api:schema",
    "public:data-csv",
    "public:data-json",
    "public:robots",
    "worker",
    # Words that her phone keeps for its script; no page shows it by itself.
    "kept-words",
    # These lead to a page that is walked.
    "public:leave",
    "feedback:untidy",
    # Signing in goes on like this; its first page and its errors are walked.
    "account_request_login_code",
    "account_confirm_login_code",
    "account_logout",
    "account_inactive",
}


def test_every_public_page_is_walked_for_everybody() -> None:
    walked = {address for _way, addresses in WAYS.values() for address in addresses}

    assert walked == PUBLIC - NO_PAGES, (
        "A page that needs no account has come or gone: let a way in tests/journeys/woman/ways.py stop at it."
    )
