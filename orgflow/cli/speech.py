"""How the command line speaks: Indonesian usage, headings and refusals around click's parsing."""

import click


class OfficeCommand(click.Command):
    """A command with Indonesian help."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return --help with its explanation in Indonesian."""
        return _told(super().get_help_option(ctx))

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        pieces = ["[PILIHAN]", *self.collect_usage_pieces(ctx)[1:]]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="Pemakaian: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        _write_options(self, ctx, formatter)


class OfficeGroup(click.Group):
    """A group of commands with Indonesian help."""

    command_class = OfficeCommand

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return --help with its explanation in Indonesian."""
        return _told(super().get_help_option(ctx))

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        formatter.write_usage(ctx.command_path, "[PILIHAN] PERINTAH [ISIAN]...", prefix="Pemakaian: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options and the commands."""
        _write_options(self, ctx, formatter)
        rows = [
            (name, command.get_short_help_str(limit=90))
            for name in self.list_commands(ctx)
            if (command := self.get_command(ctx, name)) is not None
        ]
        with formatter.section("Perintah"):
            formatter.write_dl(rows)


OfficeGroup.group_class = OfficeGroup


def refusal(error: click.ClickException) -> str:
    """Return what was wrong with the call, as one Indonesian sentence."""
    hint = " Tulis --help untuk bantuan."
    match error:
        case click.NoSuchOption(option_name=name):
            return f"Tidak ada pilihan {name}.{hint}"
        case click.MissingParameter(param=param):
            return f"{_name(param)} belum ditulis.{hint}"
        case click.BadParameter(param=param, message=message):
            return f"{_name(param)} tidak dapat dipakai: {message}{hint}"
        case click.UsageError():
            return f"Perintah tidak dikenali ({error.format_message()}).{hint}"
        case _:
            return error.format_message()


def _name(param: click.Parameter | None) -> str:
    if param is None:
        return "Isian"
    return (
        f"Pilihan {param.opts[-1]}"
        if isinstance(param, click.Option)
        else f"Isian {param.human_readable_name}"
    )


def _told(option: click.Option | None) -> click.Option | None:
    if option is not None:
        option.help = "Tampilkan bantuan ini, lalu selesai."
    return option


def _write_options(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    rows = [
        (name, told.replace("[required]", "[wajib]").replace("[default: ", "[bawaan: "))
        for param in command.get_params(ctx)
        if (row := param.get_help_record(ctx)) is not None
        for name, told in [row]
    ]
    with formatter.section("Pilihan"):
        formatter.write_dl(rows)
