"""Weekly roll-ups: who sent what, the figures frozen with it, weeks of a province, groups among the totals"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _tables()
    with op.batch_alter_table("tenants", schema=None) as batch_op:
        batch_op.add_column(sa.Column("week_starts", sa.Integer(), server_default="1", nullable=False))
        batch_op.add_column(sa.Column("cutoff_minute", sa.Integer(), server_default="1020", nullable=False))
    with op.batch_alter_table("attendances", schema=None) as batch_op:
        batch_op.create_index("attendances_by_day", ["tenant", "day_on"], unique=False)
    with op.batch_alter_table("help_reports", schema=None) as batch_op:
        batch_op.create_index("help_reports_by_day", ["tenant", "day_on"], unique=False)
    with op.batch_alter_table("day_totals", schema=None) as batch_op:
        batch_op.create_index(
            "day_totals_given",
            ["tenant", "day_on", "team_id", "figure"],
            unique=False,
            sqlite_where=sa.text("given is not null"),
            postgresql_where=sa.text("given is not null"),
        )
    _groups_among_totals()


def _tables() -> None:
    op.create_table(
        "period_totals",
        sa.Column("tenant", sa.Text(), nullable=False),
        sa.Column("rollup_id", sa.Text(), nullable=False),
        sa.Column("of_on", sa.Text(), nullable=False),
        sa.Column("figure", sa.Text(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("count", sa.Integer(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("tenant", "rollup_id", "of_on", "figure", "item"),
    )
    op.create_table(
        "rollups",
        sa.Column("tenant", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("unit_code", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("since_on", sa.Text(), nullable=False),
        sa.Column("until_on", sa.Text(), nullable=False),
        sa.Column("edition", sa.Integer(), server_default="0", nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("news", sa.Text(), nullable=False),
        sa.Column("proposals", sa.Text(), nullable=False),
        sa.Column("left_out", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), server_default="", nullable=False),
        sa.Column("body_hash", sa.Text(), server_default="", nullable=False),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("sent_at", sa.BigInteger(), nullable=True),
        sa.Column("sent_by", sa.Text(), server_default="", nullable=False),
        sa.Column("decided_at", sa.BigInteger(), nullable=True),
        sa.Column("decided_by", sa.Text(), server_default="", nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("version", sa.Integer(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("tenant", "id"),
    )
    with op.batch_alter_table("rollups", schema=None) as batch_op:
        batch_op.create_index("rollups_by_level", ["level", "until_on", "tenant"], unique=False)
        batch_op.create_index("rollups_by_unit", ["tenant", "unit_code", "since_on"], unique=False)
        batch_op.create_index(
            "rollups_waiting",
            ["sent_at"],
            unique=False,
            sqlite_where=sa.text("state = 'sent'"),
            postgresql_where=sa.text("state = 'sent'"),
        )


def _groups_among_totals() -> None:
    """Count groups of the reports and leaders' words that are there already, as the program does from now."""
    postgresql = op.get_bind().dialect.name == "postgresql"
    each = "json_each_text(r.groups::json) g" if postgresql else "json_each(r.groups) g"
    where = "r.tenant, r.day_on, r.team_id, r.unit_code, r.organisation_id, r.campaign_id, 'nhom', g.key"
    names = "tenant, day_on, team_id, unit_code, organisation_id, campaign_id, figure, item"
    op.execute(
        f"insert into day_totals ({names}, count, approx, parts, parts_approx, given, given_approx) "
        f"select {where}, sum(cast(g.value as integer)), sum(r.approx), sum(cast(g.value as integer)), "
        f"sum(r.approx), null, 0 from help_reports r, {each} "
        "where r.state = 'counted' and r.exercise = 0 "
        "group by r.tenant, r.day_on, r.team_id, r.unit_code, r.organisation_id, r.campaign_id, g.key"
    )
    op.execute(
        f"insert into day_totals ({names}, count, approx, parts, parts_approx, given, given_approx) "
        f"select {where}, cast(g.value as integer), r.approx, 0, 0, cast(g.value as integer), r.approx "
        f"from day_forms r, {each} where r.state = 'counted' and r.exercise = 0 "
        f"on conflict ({names}) do update set count = excluded.count, approx = excluded.approx, "
        "given = excluded.given, given_approx = excluded.given_approx"
    )


def downgrade() -> None:
    op.execute("delete from day_totals where figure = 'nhom'")
    with op.batch_alter_table("day_totals", schema=None) as batch_op:
        batch_op.drop_index("day_totals_given")
    with op.batch_alter_table("help_reports", schema=None) as batch_op:
        batch_op.drop_index("help_reports_by_day")
    with op.batch_alter_table("attendances", schema=None) as batch_op:
        batch_op.drop_index("attendances_by_day")
    with op.batch_alter_table("tenants", schema=None) as batch_op:
        batch_op.drop_column("cutoff_minute")
        batch_op.drop_column("week_starts")
    op.drop_table("rollups")
    op.drop_table("period_totals")
