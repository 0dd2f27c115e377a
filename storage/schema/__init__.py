"""Every table, described for Alembic; nothing at run time goes through SQLAlchemy.

Portable types only, so that one SQL text serves SQLite and PostgreSQL: text ids, bigint UTC
microseconds for ``_at``, ISO text for ``_on``, 0/1 for yes and no. Every domain table starts its
primary key with ``tenant`` (the data controller), so that it can be sharded by it.
"""

from storage.schema import (
    accounts,
    audit,
    care,
    faq,
    ground,
    people,
    photos,
    post,
    proof,
    rights,
    rollups,
    rota,
    signups,
    tree,
    web,
    work,
)
from storage.schema.columns import metadata

__all__ = [
    "accounts",
    "audit",
    "care",
    "faq",
    "ground",
    "metadata",
    "people",
    "photos",
    "post",
    "proof",
    "rights",
    "rollups",
    "rota",
    "signups",
    "tree",
    "web",
    "work",
]
