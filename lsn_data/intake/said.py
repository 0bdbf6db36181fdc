"""What did a person say of the columns of a file: which attribute each tells, what its cells mean?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lsn_data.intake.table import Heading
from lsn_data.sheets.declared import plain
from lsn_data.sheets.survey import ATTRIBUTES

# What a person may call a column: an attribute, something to leave aside, or what leaves the decision to us.
_AS_SAID: dict[str, str | None] = {
    **{attribute.name: attribute.name for attribute in ATTRIBUTES},
    **dict.fromkeys(("", "bookkeeping", "personal", "token"), ""),
    **dict.fromkeys(("question", "ranking"), None),
}


@dataclass(frozen=True)
class Said:
    """What a person said of the columns: `columns` {plain heading: attribute, "" to leave it aside}, `values` {plain
    heading: {cell text: code}}; a code may name its attribute, as in "sector:research".
    """

    columns: Mapping[str, str]
    values: Mapping[str, Mapping[str, str]]

    @classmethod
    def of(cls, mapping: Mapping[str, object]) -> Said:
        """From a mapping as `--mapping` takes it; what is not of its form is passed over."""
        columns, values = mapping.get("columns"), mapping.get("values")
        return cls(
            {plain(name): str(meaning) for name, meaning in (columns if isinstance(columns, Mapping) else {}).items()},
            {
                plain(name): codes
                for name, codes in (values if isinstance(values, Mapping) else {}).items()
                if isinstance(codes, Mapping)
            },
        )

    def attribute(self, heading: Heading) -> str | None:
        """The attribute that the column was said to be, "" if it is to be left aside, None if nothing was said."""
        named = _AS_SAID.get(self.columns.get(plain(heading.text), "question"))
        prefixes = {code.split(":")[0] for code in self.values.get(plain(heading.text), {}).values() if ":" in code}
        return named if named is not None or len(prefixes) != 1 else prefixes.pop()

    @property
    def unknown(self) -> list[str]:
        """What columns were said to be that none can be."""
        return sorted({meaning for meaning in self.columns.values() if meaning not in _AS_SAID})

    def codes(self, heading: Heading) -> dict[str, str]:
        """The codes of the column's cells, by their plain texts."""
        return {text: code.rpartition(":")[2] for text, code in meanings_said(self.values, heading).items()}


def meanings_said(values: Mapping[str, Mapping[str, str]], heading: Heading) -> dict[str, str]:
    """What the cells of a column mean, by their plain texts, as said of the column or of the array it belongs to;
    `values` by plain headings.
    """
    given = values.get(plain(heading.text)) or values.get(plain(heading.question)) or {}
    return {plain(text): str(means) for text, means in given.items()}
