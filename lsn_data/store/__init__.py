"""Where do the data lie, and how are they asked? The only room that knows DuckDB.

`open_store(path)` gives a `Store`; `store.ask("name", …)` runs a named query; `imports` brings data in, takes
them back and tells what happened.
"""

from lsn_data.store.connection import Store, open_store
from lsn_data.store.imports import (
    Import,
    forget_all,
    history,
    import_as_of,
    remember,
    remembered,
    save,
    undo,
    waves,
    would_save,
)
from lsn_data.store.questionnaire import questionnaire_of, questions_of
from lsn_data.store.registers import demo_shown, register_imports, register_rows
from lsn_data.store.rows import SURVEY

__all__ = [
    "SURVEY",
    "Import",
    "Store",
    "demo_shown",
    "forget_all",
    "history",
    "import_as_of",
    "open_store",
    "questionnaire_of",
    "questions_of",
    "register_imports",
    "register_rows",
    "remember",
    "remembered",
    "save",
    "undo",
    "waves",
    "would_save",
]
