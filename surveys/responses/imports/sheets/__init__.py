"""Reads CSV and XLSX row by row, so that memory does not grow with the file. Knows no Django."""
