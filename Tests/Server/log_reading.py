"""The log as it rests on disk: read only, to compare with what the server told."""

import contextlib
import json
import sqlite3


@contextlib.contextmanager
def database(folder, write=False):
    """The folder's database, closed afterwards; of a stopped server when written to."""
    path = folder / "ecabinet.sqlite"
    connection = sqlite3.connect(path) if write else sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        yield connection
        connection.commit()
    finally:
        connection.close()


def events(folder, kind=None):
    """[(stream, seq, kind, actor, body)] in the order of the whole log."""
    with database(folder) as connection:
        rows = connection.execute("SELECT stream, seq, kind, actor, body FROM event ORDER BY shard, pos").fetchall()
    return [(stream, seq, k, actor, json.loads(body)) for stream, seq, k, actor, body in rows if kind in (None, k)]
