"""Rules of structure kept as rows: limits, echelons, and what needs a Perda; each with its citation."""

from sqlalchemy import Boolean, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from orgflow.store.base import Base, Key, Owned


class StructureRuleRow(Base, Owned):
    """One rule; which columns mean what depends on ``form``, see the domain's rules."""

    __tablename__ = "structure_rules"

    id: Mapped[Key]
    form: Mapped[str] = mapped_column(String(60))
    kind_code: Mapped[str] = mapped_column(String(60))
    below_kind_code: Mapped[str | None] = mapped_column(String(60))
    amount: Mapped[int | None] = mapped_column(Integer())
    echelon: Mapped[str | None] = mapped_column(String(60))
    citation: Mapped[str] = mapped_column(Text())
    is_verified: Mapped[bool] = mapped_column(Boolean())
    position: Mapped[int] = mapped_column(Integer())
