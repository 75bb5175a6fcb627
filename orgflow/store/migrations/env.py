"""How Alembic reaches the database: over the connection that the caller holds."""

from alembic import context
from sqlalchemy import Connection

connection = context.config.attributes["connection"]
if not isinstance(connection, Connection):
    raise TypeError("migrations run over a connection that the caller opened")
context.configure(connection=connection, target_metadata=None)
with context.begin_transaction():
    context.run_migrations()
