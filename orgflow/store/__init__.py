"""The database: tables, queries and migrations; nothing else knows SQLAlchemy."""
