"""Which exhibit is meant, and with which filters? A small thing that can be kept, sent and drawn again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Pick:
    """An exhibit's name and its filters (wave, by, group, also, cluster, question, words), as pairs ordered by name."""

    name: str
    filters: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, name: str, **filters: str | None) -> Pick:
        """A pick from keyword filters; None means no such filter.

        >>> Pick.of("priorities", wave="2026", by=None)
        Pick(name='priorities', filters=(('wave', '2026'),))
        """
        return cls(name, tuple(sorted((key, value) for key, value in filters.items() if value)))

    @property
    def key(self) -> str:
        """What it shows, whatever the wave: the same in last year's pack.

        >>> Pick.of("priorities", wave="2026", by="size").key
        'priorities by=size'
        """
        return " ".join([self.name, *(f"{key}={value}" for key, value in self.filters if key != "wave")])
