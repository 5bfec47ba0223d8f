"""One search index per language, cut into words so that Chinese is found."""
