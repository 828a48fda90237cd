"""One measured number beside its reference, and the table of all of them."""
import dataclasses
import math


@dataclasses.dataclass
class Row:
    """What was measured, what it is held against, and whether that suffices. A row without a target only informs."""

    what: str
    measured: str
    reference: str = "–"
    ratio: str = "–"
    target: str = "–"
    ok: bool | None = None

    @property
    def verdict(self) -> str:
        return {True: "ok", False: "MISSED", None: ""}[self.ok]


def percentile(values: list[float], share: float) -> float:
    """The smallest value that at least `share` of all values do not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def table(rows: list[Row]) -> str:
    heads = ("what", "measured", "reference", "ratio", "target", "")
    cells = [heads] + [(r.what, r.measured, r.reference, r.ratio, r.target, r.verdict) for r in rows]
    widths = [max(len(line[i]) for line in cells) for i in range(len(heads))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip() for line in cells]
    return "\n".join([lines[0], "  ".join("-" * width for width in widths).rstrip(), *lines[1:]])
