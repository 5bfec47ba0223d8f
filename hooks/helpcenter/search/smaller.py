"""Scripts as short as they can be published: without comments, with short local names."""

from __future__ import annotations


def smaller(script: str) -> str:
    """A script that does the same; what begins with `/*!` stays, for the sake of licences.

    Names that another script may use stay: exports, properties, those of a classic script's top.

    Raises:
        ValueError: it is no script.
    """
    import minify  # here, because it brings Go's runtime, which hangs in forks of its process

    return str(minify.string("application/javascript", script))
