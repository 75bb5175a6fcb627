"""Where the queue's tasks lie: on SQLite, PostgreSQL or Redis, as one setting says."""

from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from huey import Huey, PostgresHuey, RedisHuey, SqliteHuey
from huey.exceptions import ConfigurationError

from orgflow.domain.errors import Unavailable

NAME: Final = "orgflow"
TABLES: Final = "orgflow_queue"
_FILE: Final = "sqlite:///"


class QueueUnavailable(Unavailable):
    """The queue's server does not answer, or its library is not installed."""

    code = "queue_unavailable"


def open_storage(url: str) -> Huey:
    """Return an empty table of tasks over the queue at an address, which was seen to answer.

    Raises:
        QueueUnavailable.
    """
    try:
        huey = _opened(url)
        huey.pending_count()
    except Exception as error:  # every driver has errors of its own, and none is imported here
        reason = "library" if isinstance(error, ConfigurationError) else "server"
        raise QueueUnavailable(kind=urlsplit(url).scheme, reason=reason) from error
    return huey


def _opened(url: str) -> Huey:
    match urlsplit(url).scheme:
        case "postgresql":
            return PostgresHuey(NAME, dsn=url, table_prefix=TABLES)
        case "redis":
            return RedisHuey(NAME, url=url)
        case _:
            file = Path(url.removeprefix(_FILE))
            file.parent.mkdir(parents=True, exist_ok=True)
            return SqliteHuey(NAME, filename=str(file))
