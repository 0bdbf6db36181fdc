"""What became of the items that members were asked about? Which of them are themes of the adopted strategy."""

from __future__ import annotations

from collections.abc import Mapping

from lsn_data.language import Language


def asked_and_adopted(items: Mapping[str, str | None], say: Language) -> str:
    """One line for wherever items and themes meet; empty where every item became a theme of its own.

    `items`: the name of each item asked, inside a sentence, and the theme that it became (None: no theme).

    >>> asked_and_adopted({"visibility": "visibility", "skilled workers": None}, Language("en"))
    '2 items were asked, 1 of them became a theme of the strategy. No theme: skilled workers.'
    >>> asked_and_adopted({"visibility": "visibility"}, Language("en"))
    ''
    """
    none = [name for name, theme in items.items() if theme is None]
    themes = {theme for theme in items.values() if theme}
    if not none:
        return ""
    became = say.plural(
        "{asked} items were asked, {n} of them became a theme of the strategy.",
        "{asked} items were asked, {n} of them became themes of the strategy.",
        len(themes),
        asked=say.number(len(items)),
    )
    return say("{became} No theme: {items}.", became=became, items=say.listing(none))
