"""Records: the single source of truth in `docs/_data/`, read, checked and typed."""
