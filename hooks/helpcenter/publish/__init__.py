"""From built pages to a published folder: profiles, staging, theme, release gate."""
