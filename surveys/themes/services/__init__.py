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
from surveys.themes.services.coding import code_item, draw_sample, settle_item
from surveys.themes.services.deciding import CHANGED, decide, forget_decisions, settle, undo

__all__ = [
    "CHANGED",
    "LIST_CHANGED",
    "SUGGEST",
    "add_code",
    "change_code",
    "code_item",
    "decide",
    "draw_sample",
    "forget_decisions",
    "merge_codes",
    "restore_code",
    "retire_code",
    "settle",
    "settle_item",
    "split_code",
    "undo",
]
