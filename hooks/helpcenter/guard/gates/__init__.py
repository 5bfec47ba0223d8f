"""What is read before and after a build: sources, assets, pages, and what watches the guard."""
