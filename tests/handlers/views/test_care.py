"""A coordinator writes to the people of a case, with a draft to begin from."""
# ruff: noqa: E501 - snapshots hold each sentence whole

from dataclasses import replace

from inline_snapshot import snapshot

from bot.domain.case import Rule
from bot.domain.case_showings import CareSent
from handlers import views
from tests.handlers.views.cases_said import CARE
from tests.handlers.views.cases_shown import care_form
from tests.handlers.views.reading import read, read_modal
from tests.handlers.views.said import ANA, BEN, ENGLISH, FRENCH


def test_the_form_has_everybody_ticked_and_a_draft() -> None:
    assert read_modal(views.modal(care_form())) == snapshot(
        [
            "== Message them ==",
            "Case 7K2QF",
            "To whom?: <✓ Ana / ✓ Ben>",
            "Your words: |Hello! I look after our mentoring programme. I wondered if you have found a time for your first meeting, and if anything is in the way. Can I help?|",
            "~ I bring them to each person alone, with your name. Nobody else sees them.",
            "~ Each of them can tell from your words what you know, so mind what the other side told you.",
            "~ Your words reach them in a Slack message, which your workspace's owners can export.",
            "[Send] [Cancel]",
        ]
    )


def test_each_rule_has_its_draft() -> None:
    drafts = [read_modal(views.modal(replace(care_form(), rule=rule)))[3] for rule in Rule]
    assert drafts == snapshot(
        [
            "Your words: |Hello! I look after our mentoring programme. I wondered if you have found a time for your first meeting, and if anything is in the way. Can I help?|",
            "Your words: |Hello! I look after our mentoring programme and wanted to ask how it is going for you. If now is a busy time, a pause is quite all right. Can I help?|",
            "Your words: |Hello! I look after our mentoring programme. Your partner cannot be reached at present, so you may not have heard from them. I would like to find with you what comes next.|",
            "Your words: |Hello! Thank you for telling me. I would like to hear more, and I do nothing without you. When would it suit you to talk?|",
            "Your words: |Hello! I look after your peer group, and wanted to ask whether it still suits you: its rhythm, its hour, its questions. What would make it better?|",
            "Your words: |Hello! I look after your peer group. Nobody has led its last rounds. Would you like to lead one? It takes a few minutes, and I am glad to help.|",
            "Your words: |Hello! I look after your peer group and wanted to ask how it is going for you. If now is a busy time, that is quite all right. Can I help?|",
            "Your words: |Hello! I look after your peer group. Few of you are left. Would you like to go on as you are, with another group, or to stop?|",
        ]
    )


def test_of_a_private_case_only_its_author_can_be_written_to() -> None:
    private = replace(care_form(), rule=Rule.CONCERN, people=(ANA,), private=True)

    assert read_modal(views.modal(private))[2] == snapshot("To whom?: <✓ Ana>")
    assert read_modal(views.modal(private))[5] == snapshot(
        "~ Only whoever asked for your help can be written to from here."
    )


def test_more_people_than_slack_can_tick_are_chosen_from_a_menu() -> None:
    form = views.modal(replace(care_form(), people=(ANA, BEN) * 6))
    blocks = form["blocks"]

    assert isinstance(blocks, list)
    assert blocks[1]["element"]["type"] == "multi_static_select"
    assert len(blocks[1]["element"]["initial_options"]) == 12


def test_it_reaches_a_member_with_the_coordinators_name() -> None:
    assert views.message([CARE], ENGLISH).blocks == snapshot(
        [
            {
                "type": "section",
                "text": {
                    "type": "mrkdwn",
                    "text": "Maria (coordinator) writes to you, as part of Mentors 2026:",
                    "verbatim": True,
                },
                "block_id": "00000000000000000000000000000001.said.0",
            },
            {
                "type": "rich_text",
                "elements": [
                    {
                        "type": "rich_text_section",
                        "elements": [{"type": "text", "text": "Message", "style": {"bold": True}}],
                    },
                    {
                        "type": "rich_text_quote",
                        "elements": [
                            {
                                "type": "text",
                                "text": """\
How is it going?
Can I help?\
""",
                            }
                        ],
                    },
                ],
                "block_id": "00000000000000000000000000000001.said.1",
            },
            {
                "type": "context",
                "elements": [
                    {
                        "type": "mrkdwn",
                        "text": "To answer, write to <@U0MARIA> in Slack: I do not pass words back.",
                        "verbatim": True,
                    }
                ],
                "block_id": "00000000000000000000000000000001.said.2",
            },
        ]
    )
    assert views.message([CARE], ENGLISH).text == snapshot("A message from Maria (coordinator).")


def test_what_was_sent_is_said() -> None:
    assert read_modal(views.modal(CareSent(reader=ENGLISH, people=("Ana", "Dan")))) == snapshot(
        [
            "== Message them ==",
            "Your words are on their way to Ana and Dan.",
            "Each of them gets them in their next working hour, and answers to you directly.",
            "[Close]",
        ]
    )


def test_care_in_french() -> None:
    assert read_modal(views.modal(care_form(FRENCH))) == snapshot(
        [
            "== Leur écrire ==",
            "Cas 7K2QF",
            "À qui\xa0?: <✓ Ana / ✓ Ben>",
            "Vos mots: |Bonjour\xa0! Je m’occupe de notre programme de mentorat. Avez-vous trouvé un moment pour votre première rencontre, ou y a-t-il un obstacle\xa0? Puis-je aider\xa0?|",
            "~ Je les transmets à chaque personne séparément, avec votre nom. Personne d’autre ne les voit.",
            "~ Chaque personne peut deviner à vos mots ce que vous savez\xa0: pensez à ce que l’autre vous a dit.",
            "~ Vos mots arrivent dans un message Slack, que les propriétaires de votre espace de travail peuvent exporter.",
            "[Envoyer] [Annuler]",
        ]
    )
    assert [read_modal(views.modal(replace(care_form(FRENCH), rule=rule)))[3] for rule in Rule] == snapshot(
        [
            "Vos mots: |Bonjour\xa0! Je m’occupe de notre programme de mentorat. Avez-vous trouvé un moment pour votre première rencontre, ou y a-t-il un obstacle\xa0? Puis-je aider\xa0?|",
            "Vos mots: |Bonjour\xa0! Je m’occupe de notre programme de mentorat et voulais prendre de vos nouvelles. Si la période est chargée, une pause est tout à fait possible. Puis-je aider\xa0?|",
            "Vos mots: |Bonjour\xa0! Je m’occupe de notre programme de mentorat. Votre partenaire n’est pas joignable en ce moment, d’où peut-être son silence. J’aimerais voir avec vous la suite.|",
            "Vos mots: |Bonjour\xa0! Merci de m’en avoir parlé. J’aimerais en savoir plus, et je ne ferai rien sans vous. Quand pourrions-nous en parler\xa0?|",
            "Vos mots: |Bonjour\xa0! Je m’occupe de votre groupe de pairs et voulais savoir s’il vous convient encore\xa0: son rythme, son heure, ses questions. Que faudrait-il changer\xa0?|",
            "Vos mots: |Bonjour\xa0! Je m’occupe de votre groupe de pairs. Personne n’a animé ses derniers tours. Voudriez-vous en animer un\xa0? Cela prend quelques minutes, et j’aide volontiers.|",
            "Vos mots: |Bonjour\xa0! Je m’occupe de votre groupe de pairs et voulais prendre de vos nouvelles. Si la période est chargée, c’est tout à fait normal. Puis-je aider\xa0?|",
            "Vos mots: |Bonjour\xa0! Je m’occupe de votre groupe de pairs. Vous n’êtes plus nombreux. Voulez-vous continuer ainsi, avec un autre groupe, ou arrêter\xa0?|",
        ]
    )
    assert read(views.message([CARE], FRENCH)) == snapshot(
        [
            "(( Un message de la part de Maria (coordination). ))",
            "Un mot de la part de Maria (coordination), dans le cadre de Mentors 2026\xa0:",
            "> Message",
            """\
> How is it going?
Can I help?\
""",
            "~ Pour répondre, écrivez à <@U0MARIA> dans Slack\xa0: je ne transmets pas les réponses.",
        ]
    )
