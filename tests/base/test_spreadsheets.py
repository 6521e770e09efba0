from datetime import UTC, datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook

from kme_portal.base.spreadsheets import write_xlsx


def read(content: bytes):
    return list(load_workbook(BytesIO(content)).active.iter_rows())


@pytest.mark.parametrize("start", list("=+-@\t＝＋－＠"))
def test_typed_text_never_becomes_a_formula(start):
    [_head, [cell]] = read(write_xlsx(["Name"], [[f"{start}1+1"]], title="Liste"))

    assert cell.data_type == "s"
    assert cell.value.startswith("'")


def test_moments_are_written_in_berlin_time_and_control_characters_are_left_out():
    moment = datetime(2027, 1, 14, 17, tzinfo=UTC)

    [_head, [first, second]] = read(
        write_xlsx(["Wann", "Name"], [[moment, "A\x00B"]], title="Liste")
    )

    assert first.value == datetime(2027, 1, 14, 18)  # noqa: DTZ001 - cells know no zone
    assert second.value == "AB"
