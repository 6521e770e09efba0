"""What a benchmark tells: ours beside a plain way to do the same, in one run."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """`ours` and `plain` in `unit`; `ratio` is ours by plain; CPU in milliseconds a piece."""

    name: str
    ours: float
    plain: float
    ratio: float
    unit: str = "/s"
    queries: float | None = None
    cpu_ms: float | None = None
    aim: str = ""

    @staticmethod
    def head() -> str:
        return f"{'':<44}{'ours':>10}{'plain':>10}{'ratio':>8}{'SQL':>6}{'CPU ms':>8}  aim"

    def __str__(self) -> str:
        queries = "" if self.queries is None else f"{self.queries:g}"
        cpu = "" if self.cpu_ms is None else f"{self.cpu_ms:.1f}"
        figures = f"{self.ours:>10.1f}{self.plain:>10.1f}{self.ratio:>8.0%}{queries:>6}{cpu:>8}"
        return f"{f'{self.name} ({self.unit})':<44}{figures}  {self.aim}"
