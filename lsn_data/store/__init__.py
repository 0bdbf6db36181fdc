"""Where do the data lie, and how are they asked? The only room that knows DuckDB.

`open_store(path)` gives a `Store`; `store.ask("name", …)` runs a named query; `imports` brings data in, takes
them back and tells what happened.
"""

from lsn_data.store.asked import AskedGroups, asked_groups, unknown_groups
from lsn_data.store.board_template import Template, forget_template, keep_template, template_data, template_of
from lsn_data.store.connection import Store
from lsn_data.store.deleting import Doomed, delete_wave, doomed
from lsn_data.store.deleting.copies import Copy, copies_since
from lsn_data.store.deleting.editions import Showing
from lsn_data.store.deleting.retention import Term, editions_showing_wave, expired, keep_until, terms
from lsn_data.store.deleting.tombstones import Deletion, deletions
from lsn_data.store.imports import (
    CHANGED_MEANWHILE,
    LONGEST_NOTE,
    TYPED,
    Import,
    changed_since,
    forget,
    forget_all,
    history,
    import_as_of,
    real_wave,
    redo,
    remember,
    remembered,
    same_file,
    save,
    shown_wave,
    shown_waves,
    taking_back,
    undo,
    waves,
    would_save,
)
from lsn_data.store.keeping import Backup, Checked, Finding, Restored, backup, check, restore, set_log_aside
from lsn_data.store.notes import note, noted
from lsn_data.store.opening import open_store
from lsn_data.store.packs import (
    Edition,
    Frozen,
    Kept,
    edition_named,
    editions,
    editions_showing,
    keep_edition,
    pack_named,
    packs,
)
from lsn_data.store.packs.changing import change_packs
from lsn_data.store.packs.taking_back import take_edition_back
from lsn_data.store.questionnaire import questionnaire_of, questions_of
from lsn_data.store.registers import demo_shown, register_imports, register_rows
from lsn_data.store.rows import SURVEY, hashed_tokens
from lsn_data.store.shown import seen_before, shown_views

__all__ = [
    "CHANGED_MEANWHILE",
    "LONGEST_NOTE",
    "SURVEY",
    "TYPED",
    "AskedGroups",
    "Backup",
    "Checked",
    "Copy",
    "Deletion",
    "Doomed",
    "Edition",
    "Finding",
    "Frozen",
    "Import",
    "Kept",
    "Restored",
    "Showing",
    "Store",
    "Template",
    "Term",
    "asked_groups",
    "backup",
    "change_packs",
    "changed_since",
    "check",
    "copies_since",
    "delete_wave",
    "deletions",
    "demo_shown",
    "doomed",
    "edition_named",
    "editions",
    "editions_showing",
    "editions_showing_wave",
    "expired",
    "forget",
    "forget_all",
    "forget_template",
    "hashed_tokens",
    "history",
    "import_as_of",
    "keep_edition",
    "keep_template",
    "keep_until",
    "note",
    "noted",
    "open_store",
    "pack_named",
    "packs",
    "questionnaire_of",
    "questions_of",
    "real_wave",
    "redo",
    "register_imports",
    "register_rows",
    "remember",
    "remembered",
    "restore",
    "same_file",
    "save",
    "seen_before",
    "set_log_aside",
    "shown_views",
    "shown_wave",
    "shown_waves",
    "take_edition_back",
    "taking_back",
    "template_data",
    "template_of",
    "terms",
    "undo",
    "unknown_groups",
    "waves",
    "would_save",
]
