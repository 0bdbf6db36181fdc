"""What can whoever runs the product set? Read once at the start: from the environment, else from `settings.toml`.

Every setting is an environment variable `LSN_NAME`, or `name = …` in the file that `LSN_SETTINGS` names (default:
`settings.toml` where the product was started).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

USUAL_DATABASE = Path("data") / "lsn.duckdb"


class Settings(BaseSettings):
    """What is set, checked and typed."""

    model_config = SettingsConfigDict(env_prefix="LSN_", env_ignore_empty=True, extra="ignore", frozen=True)

    db: Path = USUAL_DATABASE

    # Who logs in, and as what (docs/access.md). `auth` is the table that Streamlit's login reads; without it nobody
    # logs in, and the product opens on this machine alone.
    auth: dict[str, Any] | None = Field(default=None, repr=False)
    admins: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    viewers: tuple[str, ...] = ()
    others: Literal["none", "viewer", "editor"] = "none"
    groups_claim: str = "groups"
    session_hours: int = Field(default=12, ge=0)
    log_months: int = Field(default=24, ge=1)


def settings() -> Settings:
    """What is set."""
    return Settings()
