"""The kind of build, from the environment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

PROFILES = ("preview", "release")


class ProfileError(ValueError):
    """An environment variable has an invalid value."""


@dataclass(frozen=True, slots=True)
class Profile:
    """`preview` shows sample data with a badge; `release` refuses it."""

    release: bool
    allow_reserved: bool
    """Set only by tests: reserved names may be released; badge and noindex stay."""
    today: date

    @classmethod
    def from_environment(cls, env: Mapping[str, str]) -> Profile:
        """Read HELPCENTER_PROFILE, HELPCENTER_ALLOW_RESERVED and SOURCE_DATE_EPOCH.

        SOURCE_DATE_EPOCH (seconds, UTC) fixes the day of the build, as in the
        Reproducible Builds specification.

        Raises:
            ProfileError: for an invalid value.
        """
        name = env.get("HELPCENTER_PROFILE") or PROFILES[0]
        if name not in PROFILES:
            raise ProfileError(f"HELPCENTER_PROFILE={name}: use {' or '.join(PROFILES)}")
        return cls(name == "release", env.get("HELPCENTER_ALLOW_RESERVED") == "1", day_of_run(env))


def day_of_run(env: Mapping[str, str]) -> date:
    """Today, or the day of SOURCE_DATE_EPOCH (seconds, UTC) when it is set.

    Raises:
        ProfileError: it is no number of seconds.
    """
    epoch = env.get("SOURCE_DATE_EPOCH", "")
    if epoch and not epoch.isdecimal():
        raise ProfileError(f"SOURCE_DATE_EPOCH={epoch}: use a number of seconds")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else date.today()
