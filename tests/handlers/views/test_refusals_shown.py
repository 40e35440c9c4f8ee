"""How a refusal is shown: as a message, in place of a modal, and a mishap by its reference."""

# ruff: noqa: E501 - snapshots hold each sentence whole

from inline_snapshot import snapshot

from bot.domain.refusals import Refusal, Refused
from handlers import views
from handlers.views import Rendered


def test_a_mishap_gives_a_reference() -> None:
    assert views.mishap("en", "AB12") == snapshot(
        "Something went wrong on our side; nothing you sent is lost. Please try again in a minute. If it happens again, give your coordinator this reference: AB12."
    )
    assert views.mishap("fr-FR", "AB12") == snapshot(
        "Quelque chose s’est mal passé de notre côté\xa0; rien de ce que vous avez envoyé n’est perdu. Réessayez dans une minute. Si cela se reproduit, donnez cette référence à votre coordination\xa0: AB12."
    )


def test_a_refusal_that_quotes_a_mention_fires_none_in_a_message() -> None:
    sentence = views.refusal(Refused(Refusal.SPAN_UNCLEAR, "<!channel> *now*"), "en")

    assert sentence == snapshot("I could not read “<!channel> *now*” as a time: try “2 weeks” or “3 December”.")
    assert views.said(sentence) == snapshot(
        Rendered(
            text="I could not read “&lt;!channel&gt; ＊now＊” as a time: try “2 weeks” or “3 December”.",
            blocks=[
                {
                    "type": "section",
                    "text": {
                        "type": "mrkdwn",
                        "text": "I could not read “&lt;!channel&gt; ＊now＊” as a time: try “2 weeks” or “3 December”.",
                        "verbatim": True,
                    },
                }
            ],
        )
    )


def test_a_refusal_in_place_of_a_modal() -> None:
    assert views.said_in_modal("Only a coordinator can do this.", "en") == snapshot(
        {
            "type": "modal",
            "title": {"type": "plain_text", "text": "Not possible"},
            "close": {"type": "plain_text", "text": "Close"},
            "blocks": [
                {
                    "type": "section",
                    "text": {"type": "mrkdwn", "text": "Only a coordinator can do this.", "verbatim": True},
                }
            ],
        }
    )
