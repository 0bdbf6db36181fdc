"""What can whoever runs the product set? Read once at the start: from the environment, else from `settings.toml`.

Every setting is an environment variable `LSN_NAME`, or `name = …` in the file that `LSN_SETTINGS` names (default:
`settings.toml` where the product was started).
"""

from __future__ import annotations

from pathlib import Path

from pydantic_settings import BaseSettings, SettingsConfigDict

USUAL_DATABASE = Path("data") / "lsn.duckdb"


class Settings(BaseSettings):
    """What is set, checked and typed."""

    model_config = SettingsConfigDict(env_prefix="LSN_", env_ignore_empty=True, extra="ignore", frozen=True)

    db: Path = USUAL_DATABASE


def settings() -> Settings:
    """What is set."""
    return Settings()
