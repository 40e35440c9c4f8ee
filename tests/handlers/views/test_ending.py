"""*Not for me*: before and after."""

from inline_snapshot import snapshot

from bot.domain.showings import EndedForMe, EndForm
from handlers import views
from tests.handlers.views.reading import read, read_modal
from tests.handlers.views.said import ENGLISH, FRENCH, PAIRING


def test_not_for_me_says_what_will_happen_before_it_does() -> None:
    ending = EndForm(reader=ENGLISH, pairing=PAIRING, partners=("Ana",), coordinator="Maria")

    assert views.modal(ending) == snapshot(
        {
            "type": "modal",
            "callback_id": "end.form",
            "private_metadata": "00000000-0000-0000-0000-000000000014",
            "title": {"type": "plain_text", "text": "Not for me"},
            "submit": {"type": "plain_text", "text": "End this pairing"},
            "close": {"type": "plain_text", "text": "Cancel"},
            "blocks": [
                {
                    "type": "section",
                    "text": {
                        "type": "mrkdwn",
                        "text": """\
If you go on, your pairing with Ana ends. You need not say why.
Ana gets a short, kind note, the same whatever the reason.
Nobody but Maria (coordinator) is told that it was your choice.\
""",
                        "verbatim": True,
                    },
                }
            ],
        }
    )


def test_the_end_is_confirmed() -> None:
    done = EndedForMe(reader=ENGLISH, partners=("Ana", "Ben"), coordinator="Maria")

    assert read(views.answer(done)) == snapshot(
        [
            "(( Done: this pairing is over. ))",
            "Your pairing with Ana and Ben is over.",
            "Ana and Ben get a short, kind note, the same whatever the reason.",
            "Nobody but Maria (coordinator) is told that it was your choice.",
        ]
    )
    assert read_modal(views.modal(done)) == snapshot(
        [
            "== Not for me ==",
            "Your pairing with Ana and Ben is over.",
            "Ana and Ben get a short, kind note, the same whatever the reason.",
            "Nobody but Maria (coordinator) is told that it was your choice.",
            "[Close]",
        ]
    )


def test_the_end_in_french() -> None:
    ending = EndForm(reader=FRENCH, pairing=PAIRING, partners=("Ana",), coordinator="Maria")

    assert read_modal(views.modal(ending)) == snapshot(
        [
            "== Pas pour moi ==",
            "Si vous continuez, votre mentorat avec Ana prend fin. Vous n’avez pas à dire pourquoi.",
            "Ana reçoit un petit mot bienveillant, le même quelle que soit la raison.",
            "Je ne dis qu’à Maria (coordination) que c’est votre choix.",
            "[Terminer ce mentorat] [Annuler]",
        ]
    )
