"""Markup and style sheets as a browser reads them: what is shown, in which order."""
