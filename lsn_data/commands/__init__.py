"""Which commands are there? One file each: NAME, HELP, `arguments(parser, say)` and `run(given, desk)`."""

from lsn_data.commands import answers, board, demo, history, importing, ranking, reset, template, undo

COMMANDS = (importing, history, undo, answers, ranking, template, board, demo, reset)
