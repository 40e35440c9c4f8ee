"""Where the database is, as operators write it."""

import pytest

from storage.urls import BadUrl, read_url


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("sqlite:///rapport.db", "sqlite:///rapport.db"),
        ("sqlite:////var/lib/rapport.db", "sqlite:////var/lib/rapport.db"),
        ("sqlite://rapport.db", "sqlite:///rapport.db"),
        ("sqlite://data/rapport.db", "sqlite:///data/rapport.db"),
        ("sqlite:rapport.db", "sqlite:///rapport.db"),
        ("sqlite:/var/lib/rapport.db", "sqlite:////var/lib/rapport.db"),
        ("sqlite+pysqlite:///rapport.db", "sqlite:///rapport.db"),
        (" sqlite:///rapport.db\n", "sqlite:///rapport.db"),
        ("postgres://ana:p@db/rapport", "postgresql+psycopg://ana:p@db/rapport"),
        (
            "postgresql://ana:p@db:5433/rapport?sslmode=require",
            "postgresql+psycopg://ana:p@db:5433/rapport?sslmode=require",
        ),
        ("postgresql+psycopg2://db/rapport", "postgresql+psycopg://db/rapport"),
        ("postgresql://ana:a%40b@db/rapport", "postgresql+psycopg://ana:a%40b@db/rapport"),
        ("postgresql:///rapport?host=/run/postgresql", "postgresql+psycopg:///rapport?host=%2Frun%2Fpostgresql"),
    ],
)
def test_a_url_is_read_as_people_write_it(written: str, read: str) -> None:
    assert read_url(written).render_as_string(hide_password=False) == read


def test_the_home_folder_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/ana")

    assert read_url("sqlite:///~/rapport.db").database == "/home/ana/rapport.db"


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("", "does not say what kind of database"),
        ("rapport.db", "does not say what kind of database"),
        ("mysql://ana:hunter2@db/rapport", "begins with mysql"),
        ("sqlite://", "names no file"),
        ("sqlite:///:memory:", "names no file"),
        ("sqlite:///rapport.db?mode=ro", "takes no options"),
        ("sqlite:///file:rapport.db", "takes no options"),
        ("postgresql://ana:hunter2@db", "names no database"),
        ("postgresql://ana:hunter2@db:port/rapport", "cannot be read"),
        ("postgresql://ana:p@hunter2@db/rapport", "holds an @"),
    ],
)
def test_a_url_that_cannot_be_used_is_refused_in_a_sentence_without_the_password(written: str, sentence: str) -> None:
    with pytest.raises(BadUrl, match=sentence) as refused:
        read_url(written)

    assert "hunter2" not in str(refused.value)
