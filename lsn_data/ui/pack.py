"""Which exhibits has this visitor chosen for the board, and in which order?"""

from __future__ import annotations

import streamlit as st

from lsn_data.board import Pick

KEY = "board_pack"


def chosen() -> list[Pick]:
    """The picks in their order."""
    return list(st.session_state.get(KEY, ()))


def holds(pick: Pick) -> bool:
    """Is it in the pack already?"""
    return pick in chosen()


def add(*picks: Pick) -> None:
    """Put exhibits at the end; what is there already stays where it is."""
    st.session_state[KEY] = [*chosen(), *(pick for pick in picks if not holds(pick))]


def remove(pick: Pick) -> None:
    """Take one exhibit out."""
    st.session_state[KEY] = [one for one in chosen() if one != pick]


def move(pick: Pick, by: int) -> None:
    """Move one exhibit up (-1) or down (+1); the ends hold."""
    st.session_state[KEY] = moved(chosen(), pick, by)


def moved(picks: list[Pick], pick: Pick, by: int) -> list[Pick]:
    """The list with one pick moved.

    >>> a, b, c = Pick("a"), Pick("b"), Pick("c")
    >>> [one.name for one in moved([a, b, c], c, -1)], [one.name for one in moved([a, b, c], a, -1)]
    (['a', 'c', 'b'], ['a', 'b', 'c'])
    """
    at = picks.index(pick)
    others = picks[:at] + picks[at + 1 :]
    to = min(max(at + by, 0), len(others))
    return [*others[:to], pick, *others[to:]]


def clear() -> None:
    """Empty the pack."""
    st.session_state[KEY] = []
