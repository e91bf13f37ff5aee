"""A refusal says what to do."""

import io
import zipfile

import pytest

from thirdhand.ingest import take


def excel() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr("xl/workbook.xml", "<workbook/>")
    return data.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "advice"),
    [
        ("figures.xlsx", excel(), "save the sheet as PDF, or as tab-separated text named .txt"),
        ("empty.txt", b"", "get it again, or take it out"),
        ("broken.json", b'{"text": "a', "get the file again, or name it .txt"),
    ],
)
def test_what_to_do(tmp_path, name, data, advice):
    (tmp_path / name).write_bytes(data)
    (found,) = take(tmp_path / name)
    (row,) = found.issues
    assert advice in row.reason
