"""Live preview: after a save the open pages are rebuilt first, then the rest of the site."""
