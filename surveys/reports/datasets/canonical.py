"""One way to write a dataset down, so that its digest is the same wherever it is computed."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any


def canonical(dataset: Mapping[str, Any]) -> bytes:
    """The dataset as JSON in UTF-8 with sorted keys and no needless space."""
    return json.dumps(dataset, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def digest(dataset: Mapping[str, Any]) -> str:
    """SHA-256 of the canonical JSON, in hexadecimal."""
    return hashlib.sha256(canonical(dataset)).hexdigest()
