"""Markup and style sheets as a browser takes them: what is shown, in which order."""
