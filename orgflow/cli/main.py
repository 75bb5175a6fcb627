"""The program ``orgflow``: its commands, each loaded when it is called, and how it ends."""

import sys
from collections.abc import Callable, Mapping
from typing import ClassVar

import click

from orgflow.cli.speech import OfficeGroup, refusal

Loader = Callable[[], click.Command]


def _starting(name: str) -> Loader:
    def load() -> click.Command:
        from orgflow.cli import serving

        held = {"demo": serving.demo, "init": serving.init, "jobs": serving.jobs, "serve": serving.serve}
        return held[name]

    return load


def _checking(name: str) -> Loader:
    def load() -> click.Command:
        from orgflow.cli import checking

        held = {"audit": checking.audit_group, "check": checking.check, "doctor": checking.doctor}
        return held[name]

    return load


def _changing(name: str) -> Loader:
    def load() -> click.Command:
        from orgflow.cli import changes

        return {"apply": changes.apply, "derive": changes.derive, "diff": changes.diff}[name]

    return load


def _government() -> click.Command:
    from orgflow.cli.governments import government_group

    return government_group


def _letter() -> click.Command:
    from orgflow.cli.letters import letter_group

    return letter_group


def _proposal() -> click.Command:
    from orgflow.cli.proposals import proposal_group

    return proposal_group


def _routes() -> click.Command:
    from orgflow.cli.routing import routes

    return routes


def _user() -> click.Command:
    from orgflow.cli.access import user_group

    return user_group


def _chart() -> click.Command:
    from orgflow.cli.charting import chart

    return chart


def _export() -> click.Command:
    from orgflow.cli.exporting import export

    return export


def _import() -> click.Command:
    from orgflow.cli.importing import import_structure

    return import_structure


def _show() -> click.Command:
    from orgflow.cli.showing import show

    return show


class Loading(OfficeGroup):
    """Commands by name; one that is not called is not loaded, nor what it needs."""

    loaders: ClassVar[Mapping[str, Loader]] = {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands, in alphabetical order."""
        return sorted(self.loaders)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, None when there is none of the name."""
        return self.loaders[cmd_name]() if cmd_name in self.loaders else None


class StructureCommands(Loading):
    """The commands on the structure."""

    loaders: ClassVar[Mapping[str, Loader]] = {
        **{name: _changing(name) for name in ("apply", "derive", "diff")},
        "chart": _chart,
        "export": _export,
        "import": _import,
        "show": _show,
    }


@click.group(cls=StructureCommands, name="structure")
def structure_group() -> None:
    """Susunan organisasi."""


class Commands(Loading):
    """The program's commands."""

    loaders: ClassVar[Mapping[str, Loader]] = {
        **{name: _starting(name) for name in ("demo", "init", "jobs", "serve")},
        **{name: _checking(name) for name in ("audit", "check", "doctor")},
        "government": _government,
        "letter": _letter,
        "proposal": _proposal,
        "routes": _routes,
        "structure": lambda: structure_group,
        "user": _user,
    }


@click.group(cls=Commands)
def orgflow() -> None:
    """OrgFlow: usulan nomenklatur dan susunan perangkat daerah, dari rancangan sampai berlaku."""


def main() -> None:
    """Run the program; a wrong call ends with 2 and a sentence, a broken pipe or Ctrl-C without noise."""
    try:
        orgflow.main(prog_name="orgflow", standalone_mode=False)
    except click.exceptions.Exit as ended:
        sys.exit(ended.exit_code)
    except click.Abort:
        sys.exit(130)
    except click.ClickException as error:
        click.echo(refusal(error), err=True)
        sys.exit(2)
