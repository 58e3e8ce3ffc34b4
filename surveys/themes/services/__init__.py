"""Decide what comments are about, keep the list of what they may be about, and make them findable."""

from surveys.themes.services.asking import ask, let_questions_go
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
from surveys.themes.services.emerging import (
    EMERGING,
    ask_for_a_look,
    look_everywhere,
    make_it_a_code,
    not_a_theme,
)
from surveys.themes.services.finding import make_all_findable, make_findable
from surveys.themes.services.learned import roll_back

__all__ = [
    "CHANGED",
    "EMERGING",
    "LIST_CHANGED",
    "SUGGEST",
    "add_code",
    "ask",
    "ask_for_a_look",
    "change_code",
    "code_item",
    "decide",
    "draw_sample",
    "forget_decisions",
    "let_questions_go",
    "look_everywhere",
    "make_all_findable",
    "make_findable",
    "make_it_a_code",
    "merge_codes",
    "not_a_theme",
    "restore_code",
    "retire_code",
    "roll_back",
    "settle",
    "settle_item",
    "split_code",
    "undo",
]
