"""Listen: answers brought in from a spreadsheet."""
