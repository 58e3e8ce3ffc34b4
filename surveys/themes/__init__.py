"""Understands: machine suggestions and human decisions over a themes list."""
