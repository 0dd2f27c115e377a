"""Questions people asked, masked and kept for thirty days, so that missing answers are seen."""

from datetime import datetime

from storage.effects import Effect
from storage.records.moments import to_micros


def asked(
    *, tenant: str, question_id: str, person_id: str, question: str, decision: str, slug: str, at: datetime
) -> Effect:
    """Keep one question and what was answered."""
    return Effect(
        "add_faq_question",
        {
            "tenant": tenant,
            "id": question_id,
            "person_id": person_id,
            "question": question[:300],
            "decision": decision,
            "slug": slug,
            "asked_at": to_micros(at),
        },
    )
