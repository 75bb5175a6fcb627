"""How the command line speaks: Indonesian usage, headings and refusals around click's parsing."""

import re
from typing import Final

import click

_QUOTED: Final = re.compile(r"'([^']*)'")
_EXTRA: Final = re.compile(r"unexpected extra arguments? \((.*)\)")
_PATHS: Final = {
    "does not exist": "tidak ada di sana.",
    "is a directory": "itu folder; sebut berkasnya.",
    "is a file": "itu berkas; sebut foldernya.",
    "": "tidak dapat dibaca atau ditulis.",
}
"""What a place in the file system lacks, by what the library says of it."""


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


class Unfit(click.BadParameter):
    """A value that this program itself refuses; its message is an Indonesian sentence."""


def refusal(error: click.ClickException) -> str:
    """Return what was wrong with the call, as one Indonesian sentence: no word of the library's own.

    A group called without a command is answered with its help.
    """
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error.format_message()
    return f"{_fault(error)} Tulis --help untuk bantuan."


def _fault(error: click.ClickException) -> str:
    match error:
        case click.NoSuchOption(option_name=name):
            told = f"Tidak ada pilihan {name}."
        case click.MissingParameter(param=param):
            told = f"{_name(param)} belum ditulis."
        case click.BadParameter(param=param, message=message):
            typed = _QUOTED.search(message)
            if isinstance(error, Unfit) or typed is None:
                why = f": {message if isinstance(error, Unfit) else _unfit(param, message)}"
            else:
                why = f" ({typed.group(1)}): {_unfit(param, message)}"
            told = f"{_name(param)} tidak dapat dipakai{why}"
        case click.BadOptionUsage(option_name=name, message=message):
            is_flag = "does not take" in message
            told = f"Pilihan {name} ditulis {'tanpa nilai' if is_flag else 'bersama nilainya'}."
        case click.UsageError(message=message):
            told = _usage(message)
        case _:
            told = "Perintah ini tidak dapat dijalankan."
    return told


def _usage(message: str) -> str:
    """Return what the library tells of a call that has neither option nor value at fault."""
    quoted = _QUOTED.search(message)
    extra = _EXTRA.search(message)
    if message.startswith("No such command") and quoted is not None:
        return f"Tidak ada perintah {quoted.group(1)}."
    if message.startswith("Missing command"):
        return "Perintahnya belum ditulis."
    if extra is not None:
        return f"Terlalu banyak isian: {extra.group(1)}."
    return "Perintah ini ditulis dengan cara yang tidak dikenali."


def _unfit(param: click.Parameter | None, message: str) -> str:
    """Return what a value of the parameter's kind must be."""
    match param.type if param is not None else None:
        case click.Choice(choices=choices):
            told = f"pilih salah satu dari {', '.join(map(str, choices))}."
        case click.IntRange(min=least, max=most):
            told = f"tulis angka dari {least} sampai {most}."
        case click.types.UUIDParameterType():
            told = "itu bukan id. Salin id seutuhnya dari daftarnya."
        case click.Path():
            told = next((words for said, words in _PATHS.items() if said in message), _PATHS[""])
        case _:
            told = "bentuknya tidak dikenali."
    return told


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
