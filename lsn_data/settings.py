"""What can whoever runs the product set? Read once at the start: from the environment, else from `settings.toml`.

Every setting is an environment variable `LSN_NAME`, else `name = …` in the file that `LSN_SETTINGS` names (default:
`settings.toml` beside `app.py`), else its default. `settings.example.toml` is written from what stands here. A field
is a line: its type, its default, what it says and what may be written. A path that does not begin at the root of the
disk starts at the folder of `app.py`, wherever the product was started from.

The table `[auth]` is what Streamlit's login reads: it is handed over by `app.py` and stands in the same file.
"""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SecretStr,
    SerializerFunctionWrapHandler,
    WrapSerializer,
)
from pydantic_settings import BaseSettings, NoDecode, PydanticBaseSettingsSource, SettingsConfigDict

from lsn_data.language import mark
from lsn_data.log import Form, Level
from lsn_data.settings_sources import PREFIX, File, checked, file_named

ROOT = Path(__file__).parents[1]
USUAL_DATABASE = Path("data") / "lsn.duckdb"
A_FILE = mark("a path to a file, with / between folders")
A_FOLDER = mark("a path to a folder, with / between folders")
HOURS = mark("a whole number of hours, 0 or more")
MONTHS = mark("a whole number of months, 1 or more")
ADDRESS = mark("an address such as https://monitor.example.org")
NAMES = mark("a list of texts in quotes")
TEXT = mark("a text in quotes")


def setting(default: Any, *, says: str, expects: str, **rules: Any) -> Any:
    """A field: its default, what it is for, and what may be written (both marked for the catalogue)."""
    return Field(default, description=says, json_schema_extra={"expects": expects}, **rules)


def from_root(path: Path) -> Path:
    """The path, counted from the product's folder unless it begins at the root of the disk; `~` is the home.

    ValueError for what no path holds: in TOML, "C:\\new" is written with \\n, a line's end.

    >>> from_root(Path("data")) == ROOT / "data"
    True
    """
    if not str(path).isprintable():
        raise ValueError
    return ROOT / path.expanduser()


def several(given: object) -> object:
    """What an environment variable lists, separated by commas.

    >>> several("a@example.org, b@example.org")
    ['a@example.org', 'b@example.org']
    """
    return [part.strip() for part in given.split(",") if part.strip()] if isinstance(given, str) else given


def told(secret: SecretStr, _handler: SerializerFunctionWrapHandler) -> str:
    """A secret as it is, for whom it is meant: Streamlit's login."""
    return secret.get_secret_value()


Lying = Annotated[Path, AfterValidator(from_root)]
Names = Annotated[tuple[str, ...], NoDecode, BeforeValidator(several)]
Secret = Annotated[SecretStr, WrapSerializer(told, when_used="always")]


class Login(BaseModel):
    """The identity provider (OpenID Connect) through which people log in; the names are Streamlit's."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    redirect_uri: str = setting(
        ...,
        says=mark("Where the provider sends people back to: the public address with /oauth2callback."),
        expects=mark("the public address with /oauth2callback at its end"),
        pattern=r"^https?://[^\s/]+(/[^\s]*)?/oauth2callback$",
        examples=['"https://monitor.example.org/oauth2callback"'],
    )
    cookie_secret: Secret = setting(
        ...,
        says=mark("Signs the login's cookie: 32 characters or more that nobody can guess."),
        expects=mark("32 characters or more that nobody can guess"),
        min_length=32,
    )
    client_id: str = setting(
        ..., says=mark("Under which name the provider knows this product."), expects=TEXT, min_length=1
    )
    client_secret: Secret = setting(
        ..., says=mark("The provider's secret for this product."), expects=TEXT, min_length=1
    )
    server_metadata_url: str = setting(
        ...,
        says=mark("Where the provider describes itself; it ends in /.well-known/openid-configuration."),
        expects=mark("an address that ends in /.well-known/openid-configuration"),
        pattern=r"^https?://\S+$",
        examples=['"https://login.example.org/.well-known/openid-configuration"'],
    )
    client_kwargs: dict[str, str] | None = setting(
        None,
        says=mark("What else the provider is asked for, for instance the groups."),
        expects=mark("a table of texts"),
        examples=['{ scope = "openid profile email groups" }'],
    )


class Settings(BaseSettings):
    """What is set, checked and typed."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_ignore_empty=True,
        env_nested_delimiter="__",
        extra="forbid",
        frozen=True,
        validate_default=True,
        hide_input_in_errors=True,
    )

    db: Lying = setting(
        USUAL_DATABASE, says=mark("The database, one file. It is made at the first start."), expects=A_FILE
    )
    backups: Lying = setting(
        Path("data") / "backups", says=mark("Where backups go, best on another disk."), expects=A_FOLDER
    )
    backup_every: int = setting(
        24,
        says=mark("After how many hours the running product makes a backup; 0: never."),
        expects=HOURS,
        ge=0,
        le=1_000_000,
    )
    backups_kept: int = setting(
        30,
        says=mark("How many backups are kept; the oldest go first."),
        expects=mark("a whole number, 1 or more"),
        ge=1,
    )
    retention_months: int = setting(
        36,
        says=mark("After how many months a survey wave is due for deletion, where nothing else was told for it."),
        expects=MONTHS,
        ge=1,
        le=1200,
    )
    address: str | None = setting(
        None,
        says=mark(
            "Under which address people open the product, if not on this machine alone; other names are turned away."
        ),
        expects=ADDRESS,
        pattern=r"^https?://[^\s/?#@]+/?$",
        examples=['"https://monitor.example.org"'],
    )
    log_level: Level = setting(
        "info",
        says=mark("How much the log tells: debug, info, warning or error."),
        expects=mark("debug, info, warning or error"),
    )
    log_format: Form = setting(
        "text",
        says=mark("How the log is written: text for people, json (an event a line) for programs."),
        expects=mark("text or json"),
    )
    # Who logs in, and as what (docs/access.md).
    admins: Names = setting(
        (),
        says=mark(
            "Who administers: e-mail addresses, and groups of the identity provider. In a variable, commas stand"
            " between them."
        ),
        expects=NAMES,
    )
    editors: Names = setting(
        (), says=mark("Who brings data in and puts board packs together: addresses and groups."), expects=NAMES
    )
    viewers: Names = setting(
        (), says=mark("Who sees the pages and takes exports along: addresses and groups."), expects=NAMES
    )
    others: Literal["none", "viewer", "editor"] = setting(
        "none",
        says=mark("What everybody else is who can log in at the provider: none, viewer or editor."),
        expects=mark("none, viewer or editor"),
    )
    groups_claim: str = setting(
        "groups",
        says=mark("Under which name the provider tells a person's groups; a.b is b inside of a."),
        expects=TEXT,
    )
    session_hours: int = setting(
        12, says=mark("After how many hours people log in anew; 0: when the provider asks."), expects=HOURS, ge=0
    )
    log_months: int = setting(
        24,
        says=mark("For how many months the list of who did what is kept."),
        expects=MONTHS,
        ge=1,
        le=1200,
    )
    auth: Login | None = setting(
        None,
        says=mark("The login. Without this table nobody logs in: for one person on one machine."),
        expects=mark("a table [auth]"),
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The environment comes first, then the file; nothing else is read."""
        return init_settings, env_settings, File(settings_cls, file_named(os.environ, ROOT))


def settings() -> Settings:
    """What is set. Raises WrongSettings, which tells each wrong value with its place and what to write."""
    return _read(_variables())


def settings_now() -> Settings:
    """What the file says by now: whoever was taken off a list has lost the role with the next click.

    Raises WrongSettings as long as the file cannot be read.
    """
    try:
        state = file_named(os.environ, ROOT).stat()
    except (FileNotFoundError, NotADirectoryError):
        return _read(_variables())
    return _read(_variables(), (state.st_mtime_ns, state.st_size))


def _variables() -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name, os.environ[name]) for name in os.environ if name.upper().startswith(PREFIX)))


@lru_cache(maxsize=8)
def _read(_environment: tuple[tuple[str, str], ...], _stamp: tuple[int, int] | None = None) -> Settings:
    """Read once: what is changed in the file counts from the next start on, but for who may do what."""
    return checked(Settings, os.environ, ROOT)


def login_secrets() -> dict[str, Any]:
    """What Streamlit's login reads: `{"auth": {…}}`, or nothing where nobody logs in."""
    login = settings().auth
    return {"auth": login.model_dump(exclude_none=True)} if login else {}
