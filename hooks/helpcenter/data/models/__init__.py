"""Typed models of the record files, one module per group of files."""
