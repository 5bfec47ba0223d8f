"""Two languages side by side: names, pairs, headings, addresses of pages, navigation."""
