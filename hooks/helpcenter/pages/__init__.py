"""What the templates know: `hc`, for the site and for one page."""
