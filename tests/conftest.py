"""What every test may ask for."""

# Before its importer: pytest explains the assertions only of modules it is told of first.
pytest_plugins = [
    "tests.in_memory",
    "tests.collected",
    "tests.postgresql",
    "tests.databases",
    "tests.shared_statements",
    "tests.which_database",
    "tests.weak_passwords",
    "tests.chromium",
    "tests.filled_demo",
    "tests.mail_server",
    "tests.redis_server",
    "tests.loopback",
    "tests.proofs",
    "tests.web.desk_office",
]
