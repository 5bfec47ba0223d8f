"""Base of the guard: folding, canonical forms, joint pattern search, limits."""
