"""The library behind the help center: records, facts, guard, languages, publishing.

It never imports mkdocs, so that a move to another generator rewrites only the
thin hook files beside this package.
"""
