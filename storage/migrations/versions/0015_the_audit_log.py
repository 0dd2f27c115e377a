"""The audit log"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

_NEVER = "the audit log only grows; its beginning is cut by storage.audit.purge alone"
_SQLITE = (
    f"""create trigger audit_events_stand before update on audit_events
    begin select raise(abort, '{_NEVER}'); end""",
    f"""create trigger audit_events_stay before delete on audit_events
    when old.seq >= coalesce((select kept_from from audit_chains where tenant = old.tenant), 1)
    begin select raise(abort, '{_NEVER}'); end""",
)
_POSTGRESQL = (
    f"""create function audit_events_kept() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' then
        if old.seq < coalesce((select kept_from from audit_chains where tenant = old.tenant), 1) then
          return old;
        end if;
      end if;
      raise exception '{_NEVER}';
    end $$""",
    """create trigger audit_events_stand before update or delete on audit_events
    for each row execute function audit_events_kept()""",
)


def upgrade() -> None:
    op.create_table(
        "audit_chains",
        sa.Column("tenant", sa.Text(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("kept_from", sa.BigInteger(), server_default="1", nullable=False),
        sa.Column("kept_after", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("tenant"),
    )
    op.create_table(
        "audit_events",
        sa.Column("tenant", sa.Text(), nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), server_default="", nullable=False),
        sa.Column("detail", sa.Text(), server_default="", nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("tenant", "seq"),
    )
    with op.batch_alter_table("audit_events", schema=None) as batch_op:
        batch_op.create_index("audit_events_by_time", ["at"], unique=False)
    for statement in _SQLITE if op.get_bind().dialect.name == "sqlite" else _POSTGRESQL:
        op.execute(statement)


def downgrade() -> None:
    op.drop_table("audit_events")
    op.drop_table("audit_chains")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("drop function audit_events_kept()")
