"""Can all be read that a page draws, in light and dark? Texts at 4.5 to 1 or more, marks at 3 to 1 (WCAG 2.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from lsn_data.exhibit.contrast import MARK, TEXT, contrast
from lsn_data.exhibit.on_page import HTML, figure, html, table_html
from lsn_data.exhibit.palette import DARK, LIGHT, Palette
from lsn_data.language import Language
from tests.exhibit.samples import every_kind

INKS = ("ink", "ink2", "ink3", "accent", "good", "bad")
MARKS = ("actual", "previous", "accent", "accent_range", "good", "bad")
COLOUR = re.compile(r"#[0-9A-Fa-f]{6}\b")
BOTH = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])


@BOTH
def test_every_ink_is_read_on_its_ground(palette: Palette) -> None:
    pairs = [(getattr(palette, ink), ground) for ink in INKS for ground in (palette.page, palette.panel)]
    pairs += [(ink, palette.accent_tint) for ink in (palette.ink, palette.ink2, palette.accent)]
    pairs += [(palette.notice, palette.notice_tint), (palette.notice, palette.page), (palette.ink, palette.notice_tint)]
    pairs += [
        (palette.page, palette.accent),
        (palette.page, palette.actual),
        *zip(palette.ramp_ink, palette.ramp, strict=True),
    ]
    assert [pair for pair in pairs if contrast(*pair) < TEXT] == []


@BOTH
def test_every_mark_stands_out_from_the_page(palette: Palette) -> None:
    assert [name for name in MARKS if contrast(getattr(palette, name), palette.page) < MARK] == []


@BOTH
def test_every_text_in_a_chart_is_read_on_what_is_behind_it(palette: Palette) -> None:
    drawn = [figure(one, palette).to_plotly_json() for one in every_kind(Language("de")) if _is_figure(one.chart.kind)]
    pairs = {pair for one in drawn for pair in (*_texts(one, palette.page), *_in_bars(one))}
    assert len(pairs) > 4
    in_dots = (palette.page, palette.page)  # a place in its filled dot: page on accent or actual, see above
    assert [pair for pair in pairs - {in_dots} if contrast(*pair) < TEXT] == []


@BOTH
def test_every_text_in_a_table_has_a_colour_that_is_read(palette: Palette) -> None:
    exhibits = every_kind(Language("de"))
    drawn = [table_html(one, palette) for one in exhibits]
    drawn += [html(one, palette) for one in exhibits if one.chart.kind in HTML]
    found = {colour for one in drawn for colour in re.findall(r"[{; ]color: ?(#[0-9A-Fa-f]{6})", one)}
    assert len(found) > 4
    inside = set(palette.ramp_ink) | {palette.page}
    assert [one for one in found - inside if contrast(one, palette.page) < TEXT] == []


def _is_figure(kind: str) -> bool:
    return kind not in HTML


def _texts(part: Any, ground: str) -> Iterator[tuple[str, str]]:
    """(ink, ground) of every font in a figure; a label with a ground of its own stands on that."""
    if isinstance(part, dict):
        own = part.get("bgcolor")
        ground = own if isinstance(own, str) and COLOUR.fullmatch(own) else ground
        for name, value in part.items():
            if name == "template":
                continue
            if name in ("font", "tickfont") and isinstance(value, dict) and COLOUR.fullmatch(str(value.get("color"))):
                yield value["color"], ground
            yield from _texts(value, ground)
    elif isinstance(part, list | tuple):
        for value in part:
            yield from _texts(value, ground)


def _in_bars(drawn: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """(ink, fill) of every text that stands in a bar."""
    for trace in drawn["data"]:
        inside = trace.get("type") == "bar" and trace.get("textposition") == "inside"
        inks, fills = trace.get("textfont", {}).get("color"), trace.get("marker", {}).get("color")
        if inside and inks is not None and fills is not None:
            many = (
                max(len(one) for one in (inks, fills) if not isinstance(one, str))
                if not (isinstance(inks, str) and isinstance(fills, str))
                else 1
            )
            ink, fill = ([one] * many if isinstance(one, str) else list(one) for one in (inks, fills))
            yield from ((a, b) for a, b in zip(ink, fill, strict=True) if COLOUR.fullmatch(a) and COLOUR.fullmatch(b))
