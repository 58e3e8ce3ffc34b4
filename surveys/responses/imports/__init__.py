"""Answers brought in from a spreadsheet: mapped, checked row by row, never stored twice."""
