"""Runs all detectors over all views of a text and turns hits into findings."""
