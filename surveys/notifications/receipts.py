"""A receipt code by e-mail, for her who asks for it; her address is forgotten with the sending."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from surveys.core.errors import Conflict
from surveys.core.secrets import digest
from surveys.notifications import addresses, letters
from surveys.notifications.models import Purpose, StoppedAddress
from surveys.notifications.queueing import queue_email
from surveys.responses import queries as responses

# She waits for it now. A day later it would only surprise somebody.
GOOD_FOR = timedelta(days=1)


@transaction.atomic
def send_receipt(code: str, *, address: str, now: datetime) -> None:
    """Queue one e-mail with this receipt code, once for each address and day, in the active language.

    Nothing is sent to an address that has been stopped, and that is not told apart. Raises Conflict where the
    code is nobody's, or after a loss, DomainError for what is no address.
    """
    address = addresses.checked(address)
    response = responses.by_receipt(code)
    if response is None or response.after_loss:
        raise Conflict(_("This code cannot be sent by e-mail. Please copy it."))
    if StoppedAddress.objects.filter(address_digest=addresses.address_digest(address)).exists():
        return
    queue_email(
        # Of no use without the code and the address: nothing here joins an address to a response.
        key=f"receipt:{digest('receipt e-mail', f'{code}:{address.lower()}:{now:%Y-%m-%d}')}",
        purpose=Purpose.RECEIPT,
        address=address,
        letter=letters.receipt(code),
        due_at=now,
        expires_at=now + GOOD_FOR,
    )
