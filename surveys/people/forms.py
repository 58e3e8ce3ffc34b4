"""What allauth asks for, where we ask differently."""

from allauth.account.adapter import get_adapter
from allauth.account.forms import RequestLoginCodeForm


class AddressForm(RequestLoginCodeForm):  # type: ignore[misc]  # allauth ships no types
    """The address that a sign-in code goes to."""

    def clean_email(self) -> str:
        """A stranger's address costs the work of an e-mail too: the time of the answer tells nothing."""
        email: str = super().clean_email()
        if self._user is None:
            adapter = get_adapter()
            adapter.render_mail("account/email/login_code", email, {"code": adapter.generate_login_code()})
        return email
