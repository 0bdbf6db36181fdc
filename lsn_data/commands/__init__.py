"""Which commands are there? One file each: NAME, ACTION (what it needs leave for), HELP, `arguments` and `run`."""

from lsn_data.commands import (
    answers,
    backup,
    board,
    check,
    delete,
    demo,
    diff,
    history,
    importing,
    log,
    ranking,
    reset,
    restore,
    settings,
    survey,
    template,
    undo,
)
from lsn_data.commands.figures import FIGURES

COMMANDS = (
    importing,
    history,
    undo,
    diff,
    answers,
    ranking,
    survey,
    *FIGURES,
    template,
    board,
    demo,
    backup,
    restore,
    check,
    settings,
    log,
    delete,
    reset,
)
