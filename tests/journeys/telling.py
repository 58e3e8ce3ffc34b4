"""A woman's answers, as another system sends them: for journeys that are not about her pages."""

import json
import urllib.request
from uuid import uuid4

from tests.journeys.site import Site


def tell(site: Site, place: str, **words: str) -> None:
    """A woman of this place has told; the worker does the rest."""
    known = site.places[place]
    body = {
        "unit": known["unit"],
        "answers": {"stage": "birth", "fft": "good"} | words,
        "consents": {"themes": True},
    }
    request = urllib.request.Request(  # noqa: S310 - our own site
        f"{site.url}/api/v1/feedback",
        json.dumps(body).encode(),
        {
            "Authorization": f"Bearer {known['api_key']}",
            "Content-Type": "application/json",
            "Idempotency-Key": str(uuid4()),
        },
    )
    with urllib.request.urlopen(request) as answer:  # noqa: S310 - as above
        assert answer.status == 201
