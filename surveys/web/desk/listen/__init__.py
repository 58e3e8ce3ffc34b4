"""Listen: feedback, checking, themes."""
