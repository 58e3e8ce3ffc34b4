"""What no code of the list explains, and what is said more than before: prompts to a person, never counts."""
