"""Who sees what; where does it lie, how long, and what leaves the house? Read from the rules that the product keeps."""

from __future__ import annotations

from collections.abc import Sequence

from lsn_data.access import NAMES, ROLES, login_needed
from lsn_data.disclosure import FEWEST
from lsn_data.language import Language, mark
from lsn_data.settings import Settings
from lsn_data.store.keeping.shelf import ASIDE

SEES = {
    "viewer": mark("Pages, slides, handouts, workbooks: sums of {fewest} answers and more."),
    "editor": mark("Also the file that the person brings in, before it is stored."),
    "admin": mark("Also the log and the backups; sets how long a wave is kept, and deletes it."),
}
ON_THE_SERVER = mark(
    "Also single answers without names: the command “answers” is for the office, which has the survey's file anyway."
)
NO_LOGIN = mark("Nobody logs in here: whoever sits at this machine has the role Administration.")


def seers(say: Language, locked: bool | None = None) -> list[tuple[str, str]]:
    """Who sees what; `locked`: must people log in (None: as it is set here)?"""
    rows = [(say(NAMES[role]), say(SEES[role], fewest=FEWEST)) for role in ROLES]
    rows.append((say("Commands on the server"), say(ON_THE_SERVER)))
    if not (login_needed() if locked is None else locked):
        rows.append((say("Login"), say(NO_LOGIN)))
    return rows


def whereabouts(file: str, folder: str, given: Settings, say: Language) -> list[tuple[str, str]]:
    """Where everything lies, how long, and what leaves the house."""
    return [
        (
            say("Where it lies"),
            say("One file on this server, for its owner alone: {file}. Backups: {folder}.", file=file, folder=folder),
        ),
        (
            say("Time"),
            say("A wave for {n} months after its last answer, unless another day is set. The product tells when a"
                " day is past; somebody deletes.", n=given.retention_months),
        ),
        (
            say("Deletion"),
            say("Every version of a wave leaves the file, its free space and the board packs. What the disk keeps of"
                " old files is out of reach: encrypt the disk."),
        ),
        (
            say("Copies"),
            say("Those made before a deletion may still hold the wave; the administration sees them here and deletes"
                " them. Of the backups made by itself the newest {kept} stay. What was set aside before a restore, a"
                " reset, an update or a repair goes after {n} days. Others stay until somebody deletes them.",
                kept=given.backups_kept, n=ASIDE.days),
        ),
        (
            say("Editions"),
            say("They keep figures that the board has seen, also of a deleted wave; what members wrote is taken out"
                " with the wave. The editions can be deleted too."),
        ),
        (
            say("Leaves the house"),
            say("Nothing by itself: no request goes elsewhere. Files that people take along hold what the pages show."
                " An identity provider learns who logs in."),
        ),
        (
            say("Limit"),
            say("Where a group answers with one voice, its figure tells what each of it answered. Figures of few"
                " answers stay hidden; a shared opinion does not."),
        ),
    ]  # fmt: skip


def as_markdown(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table as Markdown writes it.

    >>> print(as_markdown(["What", "Why"], [["Answers", "Sums"]]))
    | What | Why |
    | --- | --- |
    | Answers | Sums |
    """
    lines = [list(heads), ["---"] * len(heads), *map(list, rows)]
    return "\n".join(f"| {' | '.join(cell.replace('|', '/') for cell in line)} |" for line in lines)
