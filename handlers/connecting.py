"""What is said once a platform has told who a bot is, and the poster that brings people to it."""

import json

from handlers.conversation import action
from handlers.messages import Button, Drawing, Lane, Outbound
from locales import Words
from storage.bot_accounts import BotAccount


def connected(words: Words, bot: BotAccount, node: str) -> Outbound:
    """The bot works: where it is found, and its poster."""
    said = words("bots-live", title=bot.title, node=node, link=door(bot))
    again = Button(words("bots-more"), action("bots"))
    return Outbound(said, ((again,),), drawing=poster(words, bot, node), lane=Lane.REPLY)


def refused(words: Words, bot: BotAccount) -> Outbound:
    """The platform does not know the token, or no longer."""
    known = "yes" if bot.title else "no"
    said = words("bots-refused", title=bot.title, channel=words(f"channel-{bot.channel}"), known=known)
    return Outbound(said, lane=Lane.ROLE)


def poster(words: Words, bot: BotAccount, node: str) -> Drawing:
    """The page to print: the bot's QR code, three steps, a frame for the code of the day."""
    channel, link = words(f"channel-{bot.channel}"), door(bot)
    shows = {
        "title": node,
        "bot": bot.title,
        "link": link,
        "steps": [words(f"poster-step-{step}", channel=channel, title=bot.title) for step in ("1", "2", "3")],
        "frame": words("poster-frame"),
        "foot": words("poster-foot"),
    }
    alt = words("poster-alt", title=bot.title, link=link)
    return Drawing("poster", json.dumps(shows, ensure_ascii=False), alt)


def door(bot: BotAccount) -> str:
    """The link without a code in it."""
    return bot.link.partition("?")[0]
