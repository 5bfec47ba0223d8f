"""Regular expressions searched with the help of RE2; the matches are the same as without."""
