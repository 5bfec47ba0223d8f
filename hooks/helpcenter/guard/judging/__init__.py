"""All detectors over all views of a text, and findings of what they hit."""
