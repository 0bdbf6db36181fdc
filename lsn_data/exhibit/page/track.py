"""How is a place with its plausible range drawn within a table? As a track with a bar and a dot, from plain boxes."""

from __future__ import annotations

from lsn_data.exhibit.palette import Palette

STYLE = """
.{c} .track {{ display: flex; align-items: center; gap: 12px; min-width: 170px; }}
.{c} .track b {{ font-size: 17px; line-height: 24px; font-weight: 600; color: {ink}; min-width: 1em; }}
.{c} .track div {{ position: relative; flex: 1; height: 12px; margin: 0 6px; }}
.{c} .track i {{ position: absolute; display: block; box-sizing: border-box; }}
.{c} .track .line {{ left: 0; right: 0; top: 5.5px; height: 1px; background: {hairline}; }}
.{c} .track .bar {{ top: 3px; height: 6px; border-radius: 3px; background: {accent_range}; }}
.{c} .track .dot {{ top: 0; width: 12px; height: 12px; margin-left: -6px; border-radius: 6px; background: {accent}; }}
.{c} .track .hollow {{ background: {page}; border: 2px solid {accent}; }}
"""


def style(name: str, palette: Palette) -> str:
    """The rules of tracks, bound to the table's class."""
    return STYLE.format(
        c=name, ink=palette.ink, hairline=palette.hairline, accent_range=palette.accent_range,
        accent=palette.accent, page=palette.page,
    )  # fmt: skip


def drawn(place: int, low: int, high: int, scale: int, hollow: bool) -> str:
    """The number, and beside it the track; the words below the track say the same, so it is hidden from readers.

    >>> drawn(2, 1, 3, 5, False).count("left:25.0%")
    1
    """
    first, last, at = (100 * (one - 1) / max(scale - 1, 1) for one in (low, high, place))
    dot = "dot hollow" if hollow else "dot"
    return (
        f'<div class="track"><b>{place}</b><div aria-hidden="true"><i class="line"></i>'
        f'<i class="bar" style="left:{first:.1f}%;width:{last - first:.1f}%"></i>'
        f'<i class="{dot}" style="left:{at:.1f}%"></i></div></div>'
    )
