"""Facts: expressions in articles become values of the records, in the page's language."""
