"""Screens: women's pages, the chair's desk, the board's reports, the public page. Owns no tables."""
