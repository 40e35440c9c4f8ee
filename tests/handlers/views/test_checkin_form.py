"""The short modal of a check-in, and what it says when it is saved."""

# ruff: noqa: E501 - snapshots hold each sentence whole

from dataclasses import replace

from inline_snapshot import snapshot

from bot.domain.showings import PickCheckin
from handlers import views
from tests.handlers.views.reading import block, blocks, read_modal
from tests.handlers.views.said import CHOICES, ENGLISH, FRENCH
from tests.handlers.views.shown import saved, update_form

QUESTIONS = ("achievement", "technique", "support", "wellbeing")


def test_the_form_says_who_reads_what_before_it_is_filled_in() -> None:
    assert read_modal(views.modal(update_form())) == snapshot(
        [
            "== Your check-in ==",
            "With Ana. Every field is optional, and under each you say who may read it.",
            "Have you and Ana met?: <✓ We met / It's booked / Not yet>",
            "~ For Maria (coordinator). Never shown to Ana.",
            "Your goals since last time: <✓ They moved / About the same / They are stuck>",
            "~ For Maria (coordinator). Never shown to Ana.",
            "What moved: |The draft is out.|",
            "Who may read it?: <Only me / ✓ Ana and me / Only Maria (coordinator)>",
            "What's next: ||",
            "Who may read it?: <✓ Only me / Ana and me / Only Maria (coordinator)>",
            "What's in the way: ||",
            "Who may read it?: <✓ Only me / Ana and me / Only Maria (coordinator)>",
            "How have you been, all in all?: ||",
            "~ Only you can read it unless you choose otherwise below. Nobody watches for answers out of hours.",
            "Who may read it?: <✓ Only me / Ana and me / Only Maria (coordinator)>",
            "A private line: ||",
            "~ Only Maria (coordinator) reads this.",
            "~ Words entered here are in no Slack message. What you share I show to its readers in one.",
            "[Save] [Cancel]",
        ]
    )


def test_the_frame_carries_the_prompt() -> None:
    frame = {name: part for name, part in views.modal(update_form()).items() if name != "blocks"}

    assert frame == snapshot(
        {
            "type": "modal",
            "callback_id": "update.form",
            "private_metadata": "00000000-0000-0000-0000-00000000001e",
            "title": {"type": "plain_text", "text": "Your check-in"},
            "submit": {"type": "plain_text", "text": "Save"},
            "close": {"type": "plain_text", "text": "Cancel"},
        }
    )


def test_a_late_form_says_so() -> None:
    assert read_modal(views.modal(replace(update_form(), closed=True)))[1:4] == snapshot(
        [
            "With Ana. Every field is optional, and under each you say who may read it.",
            "This check-in has closed. What you share now is shown on the next working morning.",
            "Have you and Ana met?: <✓ We met / It's booked / Not yet>",
        ]
    )


def test_without_a_question_there_is_no_field_for_one() -> None:
    form = replace(update_form(), question="", fields=())

    assert [each.get("block_id") for each in blocks(form)] == snapshot(
        [
            None,
            "outcome",
            "goal",
            "text.moved",
            "audience.moved",
            "text.next",
            "audience.next",
            "text.in_the_way",
            "audience.in_the_way",
            "text.private_line",
            None,
        ]
    )


def test_a_question_in_the_programmes_own_words_is_its_label() -> None:
    form = replace(update_form(), question="What did you *cook*?")

    assert block(form, "text.question")["label"]["text"] == "What did you *cook*?"


def test_only_questions_close_to_the_heart_say_that_nobody_watches() -> None:
    hints = {name: "hint" in block(replace(update_form(), question=name), "text.question") for name in QUESTIONS}

    assert hints == {"achievement": False, "technique": False, "support": True, "wellbeing": True}


def test_a_text_longer_than_slack_takes_still_opens() -> None:
    long = replace(update_form().fields[0], text="x" * 3001)

    element = block(replace(update_form(), fields=(long,)), "text.moved")["element"]

    assert len(element["initial_value"]) == element["max_length"] == 3000


def test_what_was_written_comes_back_untouched() -> None:
    typed = "*Done* & <b>dusted</b>\n" + "😀" * 100
    moved = replace(update_form().fields[0], text=typed)

    assert block(replace(update_form(), fields=(moved,)), "text.moved")["element"]["initial_value"] == typed


def test_somebody_with_several_pairings_picks_one() -> None:
    assert views.answer(PickCheckin(reader=ENGLISH, pairings=CHOICES)).blocks == snapshot(
        [
            {
                "type": "section",
                "text": {"type": "mrkdwn", "text": "Which check-in would you like to answer?", "verbatim": True},
            },
            {
                "type": "actions",
                "elements": [
                    {
                        "type": "button",
                        "action_id": "checkin.pick.0",
                        "text": {"type": "plain_text", "text": "Ana"},
                        "value": "00000000-0000-0000-0000-000000000014",
                    },
                    {
                        "type": "button",
                        "action_id": "checkin.pick.1",
                        "text": {"type": "plain_text", "text": "Ben and Cleo"},
                        "value": "00000000-0000-0000-0000-000000000015",
                    },
                ],
            },
        ]
    )


def test_the_form_in_french() -> None:
    assert read_modal(views.modal(update_form(FRENCH))) == snapshot(
        [
            "== Votre point d’étape ==",
            "Avec Ana. Tous les champs sont facultatifs, et sous chacun vous dites qui peut le lire.",
            "Avez-vous rencontré Ana\xa0?: <✓ C’est fait / C’est prévu / Pas encore>",
            "~ Pour Maria (coordination). Jamais montré à Ana.",
            "Vos objectifs depuis la dernière fois: <✓ Ils ont avancé / À peu près pareil / Ils sont bloqués>",
            "~ Pour Maria (coordination). Jamais montré à Ana.",
            "Ce qui a avancé: |The draft is out.|",
            "Qui peut le lire\xa0?: <Moi uniquement / ✓ Ana et moi / Seulement Maria (coordination)>",
            "La suite: ||",
            "Qui peut le lire\xa0?: <✓ Moi uniquement / Ana et moi / Seulement Maria (coordination)>",
            "Ce qui bloque: ||",
            "Qui peut le lire\xa0?: <✓ Moi uniquement / Ana et moi / Seulement Maria (coordination)>",
            "Comment allez-vous, dans l’ensemble\xa0?: ||",
            "~ Personne d’autre ne peut le lire, sauf si vous en décidez autrement ci-dessous. Personne ne veille sur les réponses en dehors des heures de travail.",
            "Qui peut le lire\xa0?: <✓ Moi uniquement / Ana et moi / Seulement Maria (coordination)>",
            "Un mot privé: ||",
            "~ Ne peut être lu que par Maria (coordination).",
            "~ Les mots saisis ici ne sont dans aucun message Slack. Ce que vous partagez, je le montre aux destinataires dans un message.",
            "[Enregistrer] [Annuler]",
        ]
    )
    assert read_modal(views.modal(saved(FRENCH))) == snapshot(
        [
            "== C’est enregistré ==",
            "Votre point d’étape avec Ana est enregistré.",
            "Votre réponse\xa0: *c’est fait*.",
            "2 textes sont partagés avec Ana.",
            "Ce que vous partagez s’affiche à la clôture du point d’étape, ou plus tôt dès que chaque côté a partagé quelque chose.",
            "1 texte est réservé à Maria (coordination).",
            "1 texte n’est que pour vous.",
            "[Fermer]",
        ]
    )
