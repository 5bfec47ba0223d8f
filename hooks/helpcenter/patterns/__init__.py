"""Patterns of Python, sought with the help of RE2; the matches are the same as without."""
