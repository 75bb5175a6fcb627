"""The program ``orgflow``: its commands, and how it ends."""

import sys

import click

from orgflow.cli.access import routes, user_group
from orgflow.cli.charting import chart
from orgflow.cli.checking import audit_group, check, doctor
from orgflow.cli.importing import import_structure
from orgflow.cli.letters import letter_group
from orgflow.cli.proposals import proposal_group
from orgflow.cli.registry import government_group, structure_group
from orgflow.cli.serving import demo, init, jobs, serve
from orgflow.cli.speech import OfficeGroup, refusal


@click.group(cls=OfficeGroup)
def orgflow() -> None:
    """OrgFlow: usulan nomenklatur dan susunan perangkat daerah, dari rancangan sampai berlaku."""


structure_group.add_command(import_structure)
for command in (
    demo,
    init,
    serve,
    check,
    jobs,
    doctor,
    government_group,
    structure_group,
    letter_group,
    proposal_group,
    audit_group,
    routes,
    user_group,
):
    orgflow.add_command(command)
structure_group.add_command(chart)


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
