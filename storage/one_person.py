"""Two persons who turn out to be one, because somebody joined twice: on Zalo and on Telegram, say.

Every table that names a person has its statement here; ``tests/storage/test_one_person.py`` looks for tables
that were forgotten.
"""

from datetime import datetime

from storage.effects import Effect
from storage.records.moments import to_micros


def joined(tenant: str, gone: str, kept: str, now: datetime) -> list[Effect]:
    """Everything of the person ``gone`` is the person ``kept``'s from now on; totals stay as they are.

    Effects are carried out in the order of their names, and these are named for it. Where both are in one
    team the higher role stays, accepted if either was; of two presences under way the gone one's ends.
    """
    both = {"tenant": tenant, "gone": gone, "kept": kept}
    timed = {**both, "now": to_micros(now)}
    alone = {"tenant": tenant, "gone": gone}
    lines = {"gone": gone, "kept": kept}
    return [
        Effect("join_1_attendance", timed),
        Effect("join_1_attention", both),
        Effect("join_1_contacts", alone),
        Effect("join_1_membership_accepted", both),
        Effect("join_1_membership_role", both),
        Effect("join_1_memberships_end", timed),
        Effect("join_1_offer_asks", both),
        Effect("join_1_sessions", {"gone": gone}),
        Effect("join_1_signups", timed),
        Effect("join_2_attention", alone),
        Effect("join_2_inbox", lines),
        Effect("join_2_join_tries", lines),
        Effect("join_2_attendance_corrections", both),
        Effect("join_2_attendances", both),
        Effect("join_2_bot_accounts", both),
        Effect("join_2_case_events", both),
        Effect("join_2_cases", both),
        Effect("join_2_code_tries", both),
        Effect("join_2_consents", both),
        Effect("join_2_contacts", both),
        Effect("join_2_data_links", both),
        Effect("join_2_day_forms", both),
        Effect("join_2_difficulties", both),
        Effect("join_2_enter_links", both),
        Effect("join_2_expected_members", both),
        Effect("join_2_broadcasts", both),
        Effect("join_2_faq_entries", both),
        Effect("join_2_faq_phrasings", both),
        Effect("join_2_faq_questions", both),
        Effect("join_2_good_models", both),
        Effect("join_2_help_reports", both),
        Effect("join_2_photos", both),
        Effect("join_2_pins", alone),
        Effect("join_2_help_requests", both),
        Effect("join_2_join_codes", both),
        Effect("join_2_link_codes", both),
        Effect("join_2_memberships", both),
        Effect("join_2_model_adoptions", both),
        Effect("join_2_offer_asks", both),
        Effect("join_2_outbox", both),
        Effect("join_2_rights_requests", both),
        Effect("join_2_role_offers", both),
        Effect("join_2_rollups", both),
        Effect("join_2_shift_changes", both),
        Effect("join_2_shift_offers", both),
        Effect("join_2_signups", both),
        Effect("join_2_statements", both),
        Effect("join_2_ticks", both),
        Effect("join_2_tree_changes", both),
        Effect("join_3_persons", alone),
    ]
