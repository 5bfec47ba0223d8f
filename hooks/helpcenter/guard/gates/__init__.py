"""Gates before and after a build: sources, assets, pages; and the canaries that test the guard."""
