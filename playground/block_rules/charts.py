"""Tables and charts.

Sources: https://docs.slack.dev/reference/block-kit/blocks/table-block, …/data-table-block, …/data-visualization-block
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from playground.block_rules.parts import ID
from playground.block_rules.rich_text import RICH_TEXT
from playground.block_rules.rules import Choice, Flag, Items, Kinds, Number, OrNull, Thing, Words, said

_RAW_CELLS: Final = {
    "raw_text": Thing(required={"text": Words()}),
    "raw_number": Thing(required={"value": Number(), "text": Words()}),
}
_CELLS: Final = Kinds({**_RAW_CELLS, "rich_text": RICH_TEXT})
_ROW: Final = Items(of=_CELLS, most=20)
_COLUMN: Final = Thing(optional={"align": Choice(("left", "center", "right")), "is_wrapped": Flag()})

TABLE: Final = Thing(
    required={"rows": Items(of=_ROW, most=100)},
    optional={"block_id": ID, "column_settings": Items(of=OrNull(_COLUMN), most=20)},
)


@dataclass(frozen=True)
class _DataRows:
    """A header without rich text, then 1 to 100 rows, every one as wide as the header."""

    def refusals(self, value: object, at: str) -> Iterator[str]:
        yield from Items(of=_ROW, least=2, most=101).refusals(value, at)
        if not isinstance(value, list) or not all(isinstance(row, list) for row in value):
            return
        yield from (refusal for row in value[:1] for refusal in _HEADER.refusals(row, f"{at}/0"))
        for place, row in enumerate(value):
            if len(row) != len(value[0]):
                yield said("all rows must have the same number of cells", f"{at}/{place}")


_HEADER: Final = Items(of=Kinds({kind: Thing(optional={"text": Words(), "value": Number()}) for kind in _RAW_CELLS}))

DATA_TABLE: Final = Thing(
    required={"caption": Words(), "rows": _DataRows()},
    optional={
        "block_id": ID,
        "page_size": Number(least=1, most=100),
        "row_header_column_index": Number(least=0),
    },
)

_LABEL: Final = Words(most=20)
_SERIES: Final = Thing(
    required={
        "name": _LABEL,
        "data": Items(of=Thing(required={"label": _LABEL, "value": Number()}), most=20),
    }
)
_AXES: Final = Thing(
    required={"categories": Items(of=_LABEL, most=20)},
    optional={"x_label": Words(most=50), "y_label": Words(most=50)},
)
_PLOT: Final = Thing(required={"series": Items(of=_SERIES, most=6), "axis_config": _AXES})
_PIE: Final = Thing(
    required={
        "segments": Items(of=Thing(required={"label": _LABEL, "value": Number(above=0)}), most=6),
    }
)

# Six segments or series: the page of June 2026. Later copies of it say twelve; six pleases both.
DATA_VISUALIZATION: Final = Thing(
    required={
        "title": Words(most=50),
        "chart": Kinds({"pie": _PIE, "bar": _PLOT, "area": _PLOT, "line": _PLOT}),
    },
    optional={"block_id": ID},
)
