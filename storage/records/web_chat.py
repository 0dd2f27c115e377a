"""What the server keeps of a web chat: who may read it, and what the bot said in it."""

from storage.records.moments import At, Record


class WebSession(Record):
    """One browser that may read and write one chat; the cookie itself is kept only as a hash."""

    token_hash: str
    chat: str
    created_at: At
    seen_at: At
    expires_at: At


class WebHome(Record):
    """Where the person of a chat belongs: the team they joined last, and the highest of their roles; both are
    empty while nobody knows them."""

    team: str = ""
    role: str = ""


class WebMessage(Record):
    """One message of the bot. ``id`` is its place in the order: ids of one chat only grow.

    An edit takes a new id, so that whoever was away hears of it; the id then reads
    ``<place>.<card>``, where the card is the id under which the message first appeared.
    ``body`` is JSON.
    """

    chat: str
    id: str
    body: str
    at: At

    @property
    def card(self) -> str:
        """The id under which the message first appeared; the same through all its edits."""
        return self.id.rpartition(".")[2]
