"""Gunicorn around the web application, started from the program itself."""

from wsgiref.types import WSGIApplication

from gunicorn.app.base import BaseApplication

from orgflow.bootstrap import Installation, build
from orgflow.web.app import create_app


class WebServer(BaseApplication):
    """The server of one installation; each worker process builds connections of its own."""

    def __init__(self, installation: Installation, host: str, port: int, workers: int) -> None:
        self._settings = installation.settings
        self._demo = installation.demo
        self._address = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
        self._workers = workers
        installation.close()
        super().__init__()

    def load_config(self) -> None:
        """Tell gunicorn what it is to do."""
        for name, value in (
            ("bind", self._address),
            ("workers", self._workers),
            ("worker_class", "gthread"),
            ("threads", 4),
            ("timeout", 60),
            ("graceful_timeout", 20),
            ("max_requests", 5000),
            ("max_requests_jitter", 500),
            ("limit_request_line", 4094),
            ("proc_name", "orgflow"),
            ("control_socket_disable", True),
            ("loglevel", self._settings.log_level),
        ):
            self.cfg.set(name, value)

    def load(self) -> WSGIApplication:
        """Return the application of this worker process."""
        return create_app(build(self._settings, demo=self._demo))
