"""Celery: rings the bell for rows that wait. Tasks take ids and make one service call."""

from worker.app import app

__all__ = ["app"]
