"""Finds the FAQ topic that answers a question typed at the desk: pure, no network, no model to download.

Two views are blended. Words (BM25) know which terms belong to which topic; letter triples (TF-IDF) forgive
spelling and find the nearest phrasing. What is not ours competes as topics of its own, so that talk, reports
and other offices' business get no answer. How sure the first place is, a small linear model judges
(`data/faq_judge.json`). Everything else is built from the topics given: a new file is a new topic.

The search itself, `FaqIndex`, is in `handlers.faq_search.index`: it brings numpy with it, which takes a while
to load, and nobody's first answer waits for that.
"""

from handlers.faq_search.answer import Decision, FaqAnswer

__all__ = ["Decision", "FaqAnswer"]
