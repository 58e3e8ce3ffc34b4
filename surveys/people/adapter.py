"""How allauth behaves here: nobody signs herself up, and nobody learns who has an account."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Accounts are made by those who give roles."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
