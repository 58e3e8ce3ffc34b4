"""Ask: posters and cards to print, and lines for other websites, that invite women to speak."""
