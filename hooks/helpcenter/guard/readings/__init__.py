"""Pockets of a text, each read as a reader or a program unfolds it."""
