"""The cluster that tests run on: from whichever programs there are, and gone afterwards."""

from pathlib import Path

import psycopg
import pytest

from tests.postgres import postgres_cluster


@pytest.mark.parametrize("programs", ["machine", "wheel"])
def test_a_cluster_lives_as_long_as_its_block(programs: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAPPORT_TEST_POSTGRES", programs)

    with postgres_cluster() as url, psycopg.connect(url) as connection:
        folder = connection.execute("SHOW data_directory").fetchall()[0][0]
        encoding = connection.execute("SHOW server_encoding").fetchall()[0][0]

    assert encoding == "UTF8"
    assert not Path(folder).exists()
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(url)
