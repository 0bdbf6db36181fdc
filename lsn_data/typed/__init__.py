"""How does what a person types on the page come in? As a spreadsheet of its register, through the same door as any.

    the rows that count today + what was typed ──▶ CSV in memory ──▶ read, check ──▶ what changes ──▶ save

So it meets every check, and it has a receipt, a difference and a way back. What nobody typed stays as it is stored.
Published rows are facts of the product: only those that were typed over join the import.
"""

from lsn_data.typed.coming_in import Changed, Typed, read_typed, store_typed
from lsn_data.typed.edits import NEVER_TYPED, Edits, real_rows

__all__ = ["NEVER_TYPED", "Changed", "Edits", "Typed", "read_typed", "real_rows", "store_typed"]
