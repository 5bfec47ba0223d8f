"""Addresses of pages: what was ever published, and where it is now."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from helpcenter.data.models.base import Distinct, Model

ADDRESS_PATTERN = r"^([a-z0-9-]+/)+$"
PagePath = Annotated[str, StringConstraints(pattern=ADDRESS_PATTERN, max_length=200)]
"""Address of a page below the site root, in Chinese; English ones begin with en/."""


class AddressesFile(Model):
    """`addresses.yml`: addresses that were ever published; readers keep them for years."""

    published: Distinct[PagePath]
    redirects: dict[PagePath, PagePath] = {}
    """Address of a page that moved, and where it is now; for both languages."""
