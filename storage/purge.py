"""Retention: what is kept how long, in one place."""

from datetime import datetime, timedelta

from storage import audit, photos
from storage.queries import Tx
from storage.records.moments import to_micros
from storage.retention import DEFAULTS, purge_chosen
from storage.web_chats import purge_web_chats

KEPT = {
    "inbox": timedelta(hours=48),
    "dead": timedelta(days=7),
    "outbox": timedelta(days=7),
    "sessions": timedelta(days=DEFAULTS["sessions"]),
    "join_tries": timedelta(hours=48),
    "link_codes": timedelta(days=7),
    "code_tries": timedelta(hours=48),
    "ticks": timedelta(hours=48),
    "expected_members": timedelta(days=60),
    "role_offers": timedelta(days=60),
    "faq_questions": timedelta(days=DEFAULTS["faq_questions"]),
    "photos": timedelta(days=30),
    "job_runs": timedelta(days=90),
    "web_messages": timedelta(days=7),
    "attention": timedelta(days=7),
    "shift_changes": timedelta(hours=48),
    "offer_asks": timedelta(days=30),
    "contacts": timedelta(days=7),
    "consents": timedelta(days=DEFAULTS["consents"]),
    "rights_requests": timedelta(days=DEFAULTS["rights_requests"]),
    "erasures": timedelta(days=400),
    "digests_sent": timedelta(days=30),
    "broadcasts": timedelta(days=90),
    "audit_events": timedelta(days=365),
}
"""Defaults: bodies are blanked when handled; the rest of a row goes after this long."""


async def purge(tx: Tx, now: datetime) -> dict[str, int]:
    """Remove what is past its time; rows removed by table."""
    before = {table: to_micros(now - kept) for table, kept in KEPT.items()}
    await purge_chosen(tx, now)
    return {
        "pictures": await tx.run("purge_pictures", now=to_micros(now)),
        "papers": await tx.run("purge_papers", now=to_micros(now)),
        "inbox": await tx.run("purge_inbox", done_before=before["inbox"]),
        "dead": await tx.run("purge_dead", done_before=before["dead"]),
        "outbox": await tx.run("purge_outbox", done_before=before["outbox"]),
        "sessions": await tx.run("purge_sessions", updated_before=before["sessions"]),
        "link_codes": await tx.run("purge_link_codes", created_before=before["link_codes"]),
        "join_tries": await tx.run("purge_join_tries", tried_before=before["join_tries"]),
        "code_tries": await tx.run("purge_code_tries", tried_before=before["code_tries"]),
        "ticks": await tx.run("purge_ticks", ticked_before=before["ticks"]),
        "expected_members": await tx.run("purge_expected", seen_before=before["expected_members"]),
        "role_offers": await tx.run("purge_role_offers", created_before=before["role_offers"]),
        "faq_questions": await tx.run("purge_faq_questions", asked_before=before["faq_questions"]),
        "photo_images": await tx.run("purge_photo_images", now=to_micros(now)),
        "photos_lost": await tx.run("lose_photos", created_before=to_micros(now - photos.UNDECIDED_FOR)),
        "photos": await tx.run("purge_photos", created_before=before["photos"]),
        "job_runs": await tx.run("purge_job_runs", ran_before=before["job_runs"]),
        "attention": await tx.run("purge_attention", last_before=before["attention"]),
        "shift_changes": await tx.run("purge_shift_changes", made_before=before["shift_changes"]),
        "offer_asks": await tx.run("purge_offer_asks", asked_before=before["offer_asks"]),
        "contacts": await tx.run("purge_strangers", seen_before=before["contacts"]),
        "consents": await tx.run("purge_consents", given_before=before["consents"]),
        "rights_requests": await tx.run("purge_rights_requests", received_before=before["rights_requests"]),
        "erasures": await tx.run("purge_erasures", erased_before=before["erasures"]),
        "data_links": await tx.run("purge_data_links", now=to_micros(now)),
        "pins": await tx.run("purge_pins", now=to_micros(now)),
        "broadcasts": await tx.run("purge_broadcasts", ended_before=before["broadcasts"]),
        "digests_sent": await tx.run("purge_digests", sent_before=before["digests_sent"]),
        "audit_events": await audit.purge(tx, now - KEPT["audit_events"]),
        **await purge_web_chats(tx, now, now - KEPT["web_messages"]),
    }


async def swept(tx: Tx) -> None:
    """Take what was removed out of SQLite's write-ahead log too: removed pages are overwritten at once
    (``secure_delete``), but the log keeps them as they were until it is emptied. To be read, not written."""
    if tx.engine == "sqlite":
        await tx.fetch("pragma wal_checkpoint(truncate)")
