"""Decide what comments are about, and keep the list of what they may be about."""

from surveys.themes.services.codeframes import (
    LIST_CHANGED,
    SUGGEST,
    add_code,
    change_code,
    merge_codes,
    restore_code,
    retire_code,
    split_code,
)
from surveys.themes.services.deciding import CHANGED, decide, forget_decisions, settle, undo

__all__ = [
    "CHANGED",
    "LIST_CHANGED",
    "SUGGEST",
    "add_code",
    "change_code",
    "decide",
    "forget_decisions",
    "merge_codes",
    "restore_code",
    "retire_code",
    "settle",
    "split_code",
    "undo",
]
