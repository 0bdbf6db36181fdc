"""What may a process take that reads what somebody brought? The operating system's own limits, where there are any."""

from __future__ import annotations

from contextlib import suppress


def held_to(memory: int, seconds: int, *, file: int | None = None, handles: int | None = None) -> None:
    """Hold this process to so many bytes of memory and seconds of the processor, without a core dump; if told, to
    files of at most so many bytes and to so many open ones. Nothing happens where there are no such limits (Windows).
    """
    with suppress(ImportError, ValueError, OSError):
        import resource

        for what, most in (
            (resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_FSIZE, file),
            (resource.RLIMIT_CORE, 0), (resource.RLIMIT_NOFILE, handles),
        ):  # fmt: skip
            if most is not None:
                resource.setrlimit(what, (most, most))
