"""Which columns do several registers have in common?"""

from __future__ import annotations

from lsn_data.sheets.choices import THEMES
from lsn_data.sheets.declared import Field

SOURCE = Field(name="source", en="Source", de="Quelle", help=("document and place", "Dokument und Stelle"))
NOTE = Field(
    name="note",
    en="Note",
    de="Anmerkung",
    also=(
        "bemerkung",
        "remark",
        "kommentar",
        "notiz",
        "comment",
        "hinweis",
        "bemerkungen",
        "anmerkungen",
        "notizen",
        "notes",
    ),
)
THEME = Field(
    name="theme",
    en="Theme",
    de="Thema",
    holds="choice",
    choices=THEMES,
    open=True,
    example="visibility",
    also=("handlungsfeld", "themenfeld", "strategisches thema", "strategic theme", "strategiethema", "focus area"),
    help=("theme of the strategy", "Thema der Strategie"),
)
THEMES_FIELD = Field(
    name="themes",
    en="Themes",
    de="Themen",
    holds="choices",
    choices=THEMES,
    open=True,
    example="visibility; region",
    also=("handlungsfelder", "themenfelder", "strategische themen", "thema", "theme", "handlungsfeld"),
    help=("themes of the strategy", "Themen der Strategie"),
)
CURRENCY = Field(name="currency", en="Currency", de="Währung", example="EUR")


def in_both(
    name: str, en: str, de: str, example: tuple[str, str] = ("", ""), required: bool = False
) -> tuple[Field, Field]:
    """The English and the German column of a text; under the name without ending both may be given once."""
    return (
        Field(
            name=f"{name}_en",
            en=f"{en} (English)",
            de=f"{de} (Englisch)",
            pair=name,
            also=(en, de),
            example=example[0],
            required=required,
        ),
        Field(
            name=f"{name}_de",
            en=f"{en} (German)",
            de=f"{de} (Deutsch)",
            pair=name,
            also=(en, de),
            example=example[1],
            required=required,
        ),
    )
