"""What cannot be done, in one sentence that says what to do."""

# ruff: noqa: E501 - snapshots hold each sentence whole

import pytest
from inline_snapshot import snapshot

from bot.domain.refusals import Refusal, Refused
from handlers import texts, views


def test_every_refusal_has_a_sentence() -> None:
    assert {str(each): views.refusal(Refused(each), "en", "AB12") for each in Refusal} == snapshot(
        {
            "not_a_member": "I help mentoring pairs keep in touch, and you are not in a programme here yet: ask a coordinator to add you. (Reference: AB12)",
            "not_a_coordinator": "Only a coordinator can do this, so please ask yours.",
            "not_yours": "This is not yours to see or change: type /rapport to find what is. (Reference: AB12)",
            "no_pairing": "You are in no pairing at present, so please ask your coordinator for one.",
            "no_pairing_of_own": "You are in no pairing yourself, so there is nothing of yours to answer or to ask help about: type /rapport to see what you coordinate.",
            "nothing_to_answer": "There is nothing to answer just now: type /rapport to see when I ask next.",
            "pairing_over": "This pairing is over: type /rapport to see your others.",
            "span_unclear": "I could not read until when: try “2 weeks” or “3 December”.",
            "span_past": "That day has passed: please choose one from tomorrow on.",
            "span_too_long": "A pause lasts a year at most: please choose an earlier day.",
            "period_unclear": "I could not read the period: try “last 30 days” or “2026-01-01..2026-03-31”.",
            "period_backwards": "The period ends before it begins: please give the earlier day first.",
            "pair_whom": "Say whom to pair: /rapport pair @mentor @mentee.",
            "pair_self": "Nobody can be their own partner: please name two people.",
            "pair_not_a_person": "A bot cannot be paired: please name people.",
            "pair_gone": "One of them has no active Slack account any more: please name somebody else.",
            "pair_outside": "One of them belongs to another organisation: please name people of this workspace.",
            "pair_refused": "One of them said that this is not for them: please name somebody else.",
            "which_programme": "Say which programme you mean by typing its name too.",
            "text_too_long": "That is too long: please make it shorter.",
            "hours_impossible": "These hours leave no time to ask you: please choose at least one day, an end after the beginning, and a day and time to ask within them.",
            "already_shown": "It has been shown already, so it cannot be undone: please speak with your partner.",
            "external": "I work only with members of this workspace: please ask a coordinator in your own organisation. (Reference: AB12)",
            "stale": "This has changed in the meantime: type /rapport to see how it stands.",
            "which_mentors": "Say which of your mentors may read it: please tick at least one, or choose another reader.",
            "case_unknown": "I know of no such case among yours: type /rapport cases to see those that wait.",
            "case_taken": "Somebody else has taken this case, so please speak with them first.",
            "case_over": "This case is resolved: type /rapport cases to see those that wait.",
            "nobody_to_write_to": "There is nobody to write to: please choose at least one person of this case.",
            "nobody_can_read": "Nobody could read this: please choose at least one of the people named.",
            "nothing_written": "There are no words yet: please write a few.",
            "no_group_here": "There is no peer group here, and you are in none yet: a coordinator can type /rapport group start in a channel.",
            "which_group": "Please add the name of the group.",
            "group_in_channel": "Please type this in the channel where the group is to meet, or name its people: /rapport group start @Ana @Ben.",
            "group_of_whom": "A group in a group message needs two people or more: please name them after /rapport group start.",
            "group_over": "This group has ended.",
            "group_there": "There is a group here already: /rapport group settings changes it.",
            "group_full": "This group is full: its coordinator can make room, or start another.",
            "group_by_invitation": "People join this group by invitation: please ask its coordinator.",
            "not_in_group": "You are not in this group.",
            "scopes_missing": "I may not work in channels like this until an administrator adds what is missing to the app and installs it again.",
            "not_in_channel": "I am not in this channel yet: please type /invite @Rapport here, then /rapport group start again.",
            "channel_archived": "This channel is archived: please choose another.",
            "channel_shared": "People of other organisations read this channel, and I do not pass words between organisations: please choose another.",
            "name_taken": "There is a programme of this name already: please choose another.",
            "group_name": "Please give it a shorter name.",
            "group_questions": "Please write one question at least.",
            "group_size": "Please choose another number of people.",
            "group_led_by_whom": "Please choose who leads the rounds.",
            "well_being_in_public": "Everybody can read this channel: questions about well-being need a private channel or a group message.",
            "zone_unknown": "I do not know this time zone: write it as Europe/Lisbon.",
            "round_too_soon": "Please choose a day from tomorrow on.",
            "round_closed": "This round is not open: the next one is on the group's card.",
            "round_led": "Somebody leads this round already.",
            "nobody_else_leads": "There is nobody else in the group who could lead this round.",
            "nothing_to_skip": "The group has no round to leave out: the next one is planned once this one has closed.",
            "no_rounds_yet": "The group has had no round yet.",
            "no_rotation_here": "There is no rotation here, and you are in none: /rapport rotation start begins one in a channel.",
            "which_rotation": "Please type after the command which rotation you mean.",
            "rotation_in_channel": "A rotation lives in a channel: please type the command in one.",
            "rotation_over": "This rotation has ended.",
            "not_in_rotation": "You are not in this rotation.",
            "round_begun": "This round has begun already.",
            "no_round_to_skip": "No round is planned yet that could be skipped.",
            "meeting_over": "A later round has begun, so there is nothing to answer here any more.",
            "formation_of_whom": "Please name some people, or choose a channel.",
            "formation_of_few": "A group needs at least three people: please name more, or choose a channel.",
            "formation_of_many": "That is too many people at once: please choose fewer.",
            "formation_unseen": "I am not in this channel: please type /invite @Rapport there, then choose it again.",
            "formation_scopes": "I cannot see who is in channels like this until an administrator adds what is missing to the app: please name people instead.",
            "formation_over": "These groups are not under review any more.",
            "formation_full": "This group has no room left: eight people at most.",
            "formation_apart": "Somebody in this group is not to be put together with somebody else there: I keep such wishes, and keep to myself whose they are.",
            "formation_too_few": "This group has fewer than three people: please move somebody in, or leave them out.",
            "formation_empty": "There is no group to make: please form them again with more people.",
        }
    )


def test_a_refusal_quotes_what_was_typed() -> None:
    said = {str(each): views.refusal(Refused(each, "Ana"), "en") for each in Refusal}
    quoting = {name: sentence for name, sentence in said.items() if "Ana" in sentence}

    assert quoting == snapshot(
        {
            "pairing_over": "Your pairing with Ana is over: type /rapport to see your others.",
            "span_unclear": "I could not read “Ana” as a time: try “2 weeks” or “3 December”.",
            "span_past": "“Ana” has passed: please choose a day from tomorrow on.",
            "span_too_long": "“Ana” is more than a year away: please choose an earlier day.",
            "period_unclear": "I could not read “Ana” as a period: try “last 30 days” or “2026-01-01..2026-03-31”.",
            "period_backwards": "“Ana” ends before it begins: please give the earlier day first.",
            "pair_not_a_person": "I cannot pair Ana, who is not a person: please name people.",
            "pair_gone": "Ana has no active Slack account any more: please name somebody else.",
            "pair_outside": "Ana belongs to another organisation: please name people of this workspace.",
            "pair_refused": "Ana said that this is not for them: please name somebody else.",
            "which_programme": "Say which programme you mean by typing its name too: Ana.",
            "text_too_long": "That is more than Ana characters: please make it shorter.",
            "case_unknown": "I know of no case “Ana” among yours: type /rapport cases to see those that wait.",
            "case_taken": "Ana has taken this case, so please speak with them first.",
            "case_over": "Case Ana is resolved: type /rapport cases to see those that wait.",
            "which_group": "Please add the name of the group: Ana.",
            "group_in_channel": "Please type this in the channel where the group is to meet, or name up to Ana people: /rapport group start @Ana @Ben.",
            "group_of_whom": "A group in a group message needs two to Ana people: please name them after /rapport group start.",
            "group_over": "The group Ana has ended.",
            "group_there": "There is a group here already, Ana: /rapport group settings changes it.",
            "group_full": "The group Ana is full: its coordinator can make room, or start another.",
            "group_by_invitation": "People join Ana by invitation: please ask its coordinator.",
            "not_in_group": "You are not in the group Ana.",
            "scopes_missing": "I may not work in channels like this until an administrator adds Ana to the app and installs it again, but I can in a group message: /rapport group start @Ana @Ben.",
            "name_taken": "There is a programme called Ana already: please choose another name.",
            "group_name": "Please give it a name of at most Ana characters.",
            "group_questions": "Please write one to five questions, of at most Ana characters together.",
            "group_size": "A group has between Ana people.",
            "zone_unknown": "I do not know the time zone Ana: write it as Europe/Lisbon.",
            "round_led": "Ana leads this round already.",
            "nothing_to_skip": "Ana has no round to leave out: the next one is planned once this one has closed.",
            "no_rounds_yet": "Ana has had no round yet.",
            "which_rotation": "Please type after the command which rotation you mean: Ana.",
            "rotation_over": "The rotation Ana has ended.",
            "not_in_rotation": "You are not in the rotation Ana.",
            "round_begun": "This round of Ana has begun already: tell the others in your group message if you cannot come.",
            "no_round_to_skip": "Ana has no round planned yet that could be skipped: I tell you the working day before one begins.",
            "formation_of_few": "A group needs at least Ana people: please name more, or choose a channel.",
            "formation_of_many": "That is too many at once: I form groups of up to Ana people.",
            "formation_scopes": "I cannot see who is in channels like this until an administrator adds Ana to the app and installs it again: please name people instead.",
            "formation_over": "The groups for Ana are not under review any more.",
            "formation_full": "Ana has no room left: eight people at most.",
            "formation_apart": "Somebody in Ana is not to be put together with somebody else there: I keep such wishes, and keep to myself whose they are.",
            "formation_too_few": "Ana has fewer than three people: please move somebody in, or leave them out.",
        }
    )


def test_a_day_that_was_understood_is_said_as_people_say_it() -> None:
    assert views.refusal(Refused(Refusal.SPAN_PAST, "2026-11-03"), "en") == snapshot(
        "“3 November 2026” has passed: please choose a day from tomorrow on."
    )
    assert views.refusal(Refused(Refusal.SPAN_UNCLEAR, "2026-11-03"), "en") == snapshot(
        "I could not read “2026-11-03” as a time: try “2 weeks” or “3 December”."
    )


def test_what_is_too_long_is_told_by_how_much_is_allowed() -> None:
    assert views.refusal(Refused(Refusal.TEXT_TOO_LONG, "3000"), "en") == snapshot(
        "That is more than 3,000 characters: please make it shorter."
    )
    assert views.refusal(Refused(Refusal.TEXT_TOO_LONG, "3000"), "fr") == snapshot(
        "Cela fait plus de 3 000 caractères\xa0: raccourcissez le texte."
    )


def test_several_programmes_are_listed() -> None:
    assert views.refusal(Refused(Refusal.WHICH_PROGRAMME, "Mentors", "Peers"), "en") == snapshot(
        "Say which programme you mean by typing its name too: Mentors and Peers."
    )


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_a_refusal_is_one_sentence(language: str) -> None:
    for refusal in Refusal:
        for words in ((), ("Ana",)):
            sentence = views.refusal(Refused(refusal, *words), language)
            assert sentence.rstrip(".").count(". ") == 0, sentence
            assert sentence.endswith("."), sentence


def test_refusals_in_french() -> None:
    assert {str(each): views.refusal(Refused(each), "fr", "AB12") for each in Refusal} == snapshot(
        {
            "not_a_member": "J’aide les binômes de mentorat à garder le contact, et vous ne participez pas encore à un programme ici\xa0: demandez à la coordination de vous ajouter. (Référence\xa0: AB12)",
            "not_a_coordinator": "Seule la coordination peut faire cela\xa0: adressez-vous à elle.",
            "not_yours": "Ceci n’est pas à vous\xa0: tapez /rapport pour trouver ce qui l’est. (Référence\xa0: AB12)",
            "no_pairing": "Vous n’avez pas de mentorat pour l’instant\xa0: demandez-en un à votre coordination.",
            "no_pairing_of_own": "Vous ne faites partie d’aucun mentorat, donc rien n’est à répondre ni à signaler ici\xa0: tapez /rapport pour voir ce que vous coordonnez.",
            "nothing_to_answer": "Il n’y a rien à répondre pour le moment\xa0: tapez /rapport pour voir la date de ma prochaine question.",
            "pairing_over": "Ce mentorat est terminé\xa0: tapez /rapport pour voir les autres.",
            "span_unclear": "Je n’ai pas compris jusqu’à quand\xa0: essayez «\xa02 semaines\xa0» ou «\xa03 décembre\xa0».",
            "span_past": "Ce jour est passé\xa0: choisissez-en un à partir de demain.",
            "span_too_long": "Une pause dure un an au plus\xa0: choisissez un jour plus proche.",
            "period_unclear": "Je n’ai pas compris la période\xa0: essayez «\xa030 derniers jours\xa0» ou «\xa02026-01-01..2026-03-31\xa0».",
            "period_backwards": "La période finit avant de commencer\xa0: donnez d’abord le premier jour.",
            "pair_whom": "Dites qui mettre en mentorat\xa0: /rapport pair @mentor @mentee.",
            "pair_self": "Personne ne peut être son propre mentor\xa0: nommez deux personnes.",
            "pair_not_a_person": "Un robot ne peut pas être en mentorat\xa0: nommez des personnes.",
            "pair_gone": "Une de ces personnes n’a plus de compte Slack actif\xa0: nommez quelqu’un d’autre.",
            "pair_outside": "Une de ces personnes fait partie d’une autre organisation\xa0: nommez des personnes de cet espace de travail.",
            "pair_refused": "Une de ces personnes a dit que ce n’est pas pour elle\xa0: nommez quelqu’un d’autre.",
            "which_programme": "Précisez le programme en tapant aussi son nom.",
            "text_too_long": "C’est trop long\xa0: raccourcissez le texte.",
            "hours_impossible": "Ces heures ne laissent aucun moment pour vous interroger\xa0: choisissez au moins un jour, une fin après le début, et un jour et une heure de question qui en fassent partie.",
            "already_shown": "C’est déjà montré et ne peut plus être retiré\xa0: parlez-en avec votre partenaire.",
            "external": "Je ne travaille qu’avec les membres de cet espace de travail\xa0: adressez-vous à la coordination de votre propre organisation. (Référence\xa0: AB12)",
            "stale": "Cela a changé entre-temps\xa0: tapez /rapport pour voir où vous en êtes.",
            "which_mentors": "Dites lesquels de vos mentors peuvent le lire\xa0: cochez au moins un nom, ou choisissez un autre lecteur.",
            "case_unknown": "Je ne connais pas ce cas parmi les vôtres\xa0: tapez /rapport cases pour voir ceux qui attendent.",
            "case_taken": "Ce cas est déjà pris en charge\xa0: voyez d’abord avec la personne concernée.",
            "case_over": "Ce cas est résolu\xa0: tapez /rapport cases pour voir ceux qui attendent.",
            "nobody_to_write_to": "Il n’y a personne à qui écrire\xa0: choisissez au moins une personne de ce cas.",
            "nobody_can_read": "Personne ne pourrait lire ceci\xa0: choisissez au moins une des personnes nommées.",
            "nothing_written": "Il n’y a pas encore de mots\xa0: écrivez-en quelques-uns.",
            "no_group_here": "Il n’y a pas de groupe de pairs ici, et vous n’êtes dans aucun\xa0: une personne de la coordination peut taper /rapport group start dans un canal.",
            "which_group": "Merci d’ajouter le nom du groupe.",
            "group_in_channel": "Merci de taper ceci dans le canal où le groupe se réunira, ou de nommer ses membres\xa0: /rapport group start @Ana @Ben.",
            "group_of_whom": "Un groupe dans un message de groupe demande au moins deux personnes\xa0: merci de les nommer après /rapport group start.",
            "group_over": "Ce groupe est terminé.",
            "group_there": "Il y a déjà un groupe ici\xa0: /rapport group settings le modifie.",
            "group_full": "Ce groupe est complet\xa0: la coordination peut l’agrandir, ou en créer un autre.",
            "group_by_invitation": "On entre dans ce groupe sur invitation\xa0: merci de demander à la coordination.",
            "not_in_group": "Vous n’êtes pas dans ce groupe.",
            "scopes_missing": "Je ne peux pas travailler dans un tel canal avant que l’administration ajoute ce qui manque à l’application et l’installe de nouveau.",
            "not_in_channel": "Je ne suis pas encore dans ce canal\xa0: tapez ici /invite @Rapport, puis de nouveau /rapport group start.",
            "channel_archived": "Ce canal est archivé\xa0: merci d’en choisir un autre.",
            "channel_shared": "Des personnes d’autres organisations lisent ce canal, et je ne transmets rien entre organisations\xa0: merci d’en choisir un autre.",
            "name_taken": "Il y a déjà un programme de ce nom\xa0: merci d’en choisir un autre.",
            "group_name": "Merci de lui donner un nom plus court.",
            "group_questions": "Merci d’écrire au moins une question.",
            "group_size": "Merci de choisir un autre nombre de personnes.",
            "group_led_by_whom": "Merci de choisir qui anime les tours.",
            "well_being_in_public": "Tout le monde peut lire ce canal\xa0: les questions sur le bien-être demandent un canal privé ou un message de groupe.",
            "zone_unknown": "Je ne connais pas ce fuseau\xa0: écrivez par exemple Europe/Paris.",
            "round_too_soon": "Merci de choisir un jour à partir de demain.",
            "round_closed": "Ce tour n’est pas ouvert\xa0: le prochain est sur la fiche du groupe.",
            "round_led": "Quelqu’un anime déjà ce tour.",
            "nobody_else_leads": "Personne d’autre dans le groupe ne peut animer ce tour.",
            "nothing_to_skip": "Le groupe n’a pas de tour à passer\xa0: le prochain est prévu dès que celui-ci est terminé.",
            "no_rounds_yet": "Le groupe n’a pas encore eu de tour.",
            "no_rotation_here": "Il n’y a pas de rotation ici, et vous n’êtes dans aucune\xa0: /rapport rotation start en crée une dans un canal.",
            "which_rotation": "Tapez après la commande de quelle rotation il s’agit.",
            "rotation_in_channel": "Une rotation vit dans un canal\xa0: tapez la commande dans l’un d’eux.",
            "rotation_over": "Cette rotation est terminée.",
            "not_in_rotation": "Vous n’êtes pas dans cette rotation.",
            "round_begun": "Ce tour a déjà commencé.",
            "no_round_to_skip": "Aucun tour n’est encore prévu, il n’y a rien à passer.",
            "meeting_over": "Un autre tour a commencé, il n’y a donc plus rien à répondre ici.",
            "formation_of_whom": "Veuillez nommer des personnes, ou choisir un canal.",
            "formation_of_few": "Un groupe demande au moins trois personnes\xa0: veuillez en nommer d’autres, ou choisir un canal.",
            "formation_of_many": "C’est trop de personnes à la fois\xa0: veuillez en choisir moins.",
            "formation_unseen": "Je ne suis pas dans ce canal\xa0: veuillez y taper /invite @Rapport, puis le choisir de nouveau.",
            "formation_scopes": "Je ne peux pas voir qui est dans ce genre de canal tant que l’administration n’a pas ajouté ce qui manque\xa0: veuillez nommer des personnes.",
            "formation_over": "Ces groupes ne sont plus à vérifier.",
            "formation_full": "Ce groupe n’a plus de place\xa0: huit personnes au plus.",
            "formation_apart": "Une personne de ce groupe ne doit pas être réunie avec une autre\xa0: je respecte ces souhaits, et garde pour moi de qui ils viennent.",
            "formation_too_few": "Ce groupe a moins de trois personnes\xa0: veuillez ajouter quelqu’un, ou les écarter.",
            "formation_empty": "Il n’y a aucun groupe à former\xa0: veuillez recommencer avec plus de personnes.",
        }
    )
