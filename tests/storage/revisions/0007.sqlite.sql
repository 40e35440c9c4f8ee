BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0007');
CREATE TABLE apart (
	workspace_id INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	member_id CHAR(32) NOT NULL, 
	other_id CHAR(32) NOT NULL, 
	wished_at VARCHAR(27) NOT NULL, 
	CONSTRAINT pk_apart PRIMARY KEY (workspace_id, id), 
	CONSTRAINT fk_apart_workspace_id_member_id FOREIGN KEY(workspace_id, member_id) REFERENCES member (workspace_id, id), 
	CONSTRAINT fk_apart_workspace_id_other_id FOREIGN KEY(workspace_id, other_id) REFERENCES member (workspace_id, id), 
	CONSTRAINT uq_apart_workspace_id_member_id_other_id UNIQUE (workspace_id, member_id, other_id)
);
INSERT INTO "apart" VALUES(1,'00000000000000000000000000000001','00000000000000000000000000000001','00000000000000000000000000000001','2026-03-29T01:30:00.000000Z');
CREATE TABLE arrival (
	workspace_id INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	group_id CHAR(32) NOT NULL, 
	member_id CHAR(32) NOT NULL, 
	tries INTEGER NOT NULL, 
	why VARCHAR NOT NULL, 
	next_look_at VARCHAR(27), 
	CONSTRAINT pk_arrival PRIMARY KEY (workspace_id, id), 
	CONSTRAINT fk_arrival_workspace_id_group_id FOREIGN KEY(workspace_id, group_id) REFERENCES "group" (workspace_id, id), 
	CONSTRAINT fk_arrival_workspace_id_member_id FOREIGN KEY(workspace_id, member_id) REFERENCES member (workspace_id, id), 
	CONSTRAINT uq_arrival_workspace_id_group_id_member_id UNIQUE (workspace_id, group_id, member_id)
);
INSERT INTO "arrival" VALUES(1,'00000000000000000000000000000001','00000000000000000000000000000001','00000000000000000000000000000001',1,'sample','2026-03-29T01:30:00.000000Z');
CREATE TABLE audit (
	workspace_id INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	member_id CHAR(32) NOT NULL, 
	act VARCHAR NOT NULL, 
	subject VARCHAR NOT NULL, 
	subject_id CHAR(32), 
	at VARCHAR(27) NOT NULL, 
	cause VARCHAR NOT NULL, 
	CONSTRAINT pk_audit PRIMARY KEY (workspace_id, id), 
	CONSTRAINT fk_audit_workspace_id_member_id FOREIGN KEY(workspace_id, member_id) REFERENCES member (workspace_id, id), 
	CONSTRAINT fk_audit_workspace_id FOREIGN KEY(workspace_id) REFERENCES workspace (id)
);
INSERT INTO "audit" VALUES(1,'00000000000000000000000000000001','00000000000000000000000000000001','sample','sample','00000000000000000000000000000001','2026-03-29T01:30:00.000000Z','sample');
CREATE TABLE "case" (
	workspace_id INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	natural_key VARCHAR NOT NULL, 
	code VARCHAR NOT NULL, 
	programme_id CHAR(32) NOT NULL, 
	pairing_id CHAR(32), 
	rule VARCHAR(32) NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	opening INTEGER NOT NULL, 
	told INTEGER NOT NULL, 
	climbing BOOLEAN NOT NULL, 
	exhausted BOOLEAN NOT NULL, 
	owner_id CHAR(32), 
	since VARCHAR(27) NOT NULL, 
	checkins INTEGER NOT NULL, 
	opened_at VARCHAR(27) NOT NULL, 
	stepped_at VARCHAR(27) NOT NULL, 
	snoozed_until VARCHAR(27), 
	resolved_at VARCHAR(27), 
	next_look_at VARCHAR(27), 
	group_id CHAR(32), 
	member_id CHAR(32), 
	CONSTRAINT pk_case PRIMARY KEY (workspace_id, id), 
	CONSTRAINT fk_case_workspace_id_owner_id FOREIGN KEY(workspace_id, owner_id) REFERENCES member (workspace_id, id), 
	CONSTRAINT uq_case_workspace_id_code UNIQUE (workspace_id, code), 
	CONSTRAINT fk_case_workspace_id_pairing_id FOREIGN KEY(workspace_id, pairing_id) REFERENCES pairing (workspace_id, id), 
	CONSTRAINT uq_case_workspace_id_natural_key UNIQUE (workspace_id, natural_key), 
	CONSTRAINT fk_case_workspace_id_programme_id FOREIGN KEY(workspace_id, programme_id) REFERENCES programme (workspace_id, id), 
	CONSTRAINT fk_case_workspace_id_group_id FOREIGN KEY(workspace_id, group_id) REFERENCES "group" (workspace_id, id), 
	CONSTRAINT fk_case_workspace_id_member_id FOREIGN KEY(workspace_id, member_id) REFERENCES member (workspace_id, id)
);
INSERT INTO "case" VALUES(1,'00000000000000000000000000000001','sample','sample','00000000000000000000000000000001','00000000000000000000000000000001','never_met','open',1,1,1,1,'00000000000000000000000000000001','2026-03-29T01:30:00.000000Z',1,'2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z','00000000000000000000000000000001','00000000000000000000000000000001');
CREATE TABLE chair (
	workspace_id INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	group_id CHAR(32) NOT NULL, 
	member_id CHAR(32) NOT NULL, 
	number INTEGER, 
	CONSTRAINT pk_chair PRIMARY KEY (workspace_id, id), 
	CONSTRAINT fk_chair_workspace_id_group_id FOREIGN KEY(workspace_id, group_id) REFERENCES "group" (workspace_id, id), 
	CONSTRAINT fk_chair_workspace_id_member_id FOREIGN KEY(workspace_id, member_id) REFERENCES member (workspace_id, id), 
	CONSTRAINT uq_chair_workspace_id_group_id_member_id UNIQUE (workspace_id, group_id, member_id), 
	CONSTRAINT uq_chair_workspace_id_group_id_number UNIQUE (workspace_id, group_id, number)
);
INSERT INTO "chair" VALUES(1,'00000000000000000000000000000001','00000000000000000000000000000001','00000000000000000000000000000001',1);
CREATE TABLE checkin (
	workspace_id INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	pairing_id CHAR(32) NOT NULL, 
	period INTEGER NOT NULL, 
	day DATE NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	opened_at VARCHAR(27), 
	closes_at VARCHAR(27), 
	closed_at VARCHAR(27), 
	answered VARCHAR(32), 
	CONSTRAINT pk_checkin PRIMARY KEY (workspace_id, id), 
	CONSTRAINT fk_checkin_workspace_id_pairing_id FOREIGN KEY(workspace_id, pairing_id) REFERENCES pairing (workspace_id, id), 
	CONSTRAINT uq_checkin_workspace_id_pairing_id_period UNIQUE (workspace_id, pairing_id, period)
);
INSERT INTO "checkin" VALUES(1,'00000000000000000000000000000001','00000000000000000000000000000001',1,'2026-02-28','scheduled','2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z','all');
CREATE TABLE "climb" (
	workspace_id INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	pairing_id CHAR(32), 
	rule VARCHAR NOT NULL, 
	ladder JSON NOT NULL, 
	rung INTEGER NOT NULL, 
	started_at VARCHAR(27) NOT NULL, 
	rung_at VARCHAR(27) NOT NULL, 
	ended_at VARCHAR(27), 
	group_id CHAR(32), 
	member_id CHAR(32), 
	CONSTRAINT pk_climb PRIMARY KEY (workspace_id, id), 
	CONSTRAINT fk_climb_workspace_id FOREIGN KEY(workspace_id) REFERENCES workspace (id), 
	CONSTRAINT fk_climb_workspace_id_pairing_id FOREIGN KEY(workspace_id, pairing_id) REFERENCES pairing (workspace_id, id), 
	CONSTRAINT fk_climb_workspace_id_group_id FOREIGN KEY(workspace_id, group_id) REFERENCES "group" (workspace_id, id), 
	CONSTRAINT fk_climb_workspace_id_member_id FOREIGN KEY(workspace_id, member_id) REFERENCES member (workspace_id, id)
);
INSERT INTO "climb" VALUES(1,'00000000000000000000000000000001','00000000000000000000000000000001','sample','{"sample": 1}',1,'2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z','00000000000000000000000000000001','00000000000000000000000000000001');
CREATE TABLE concern (
	workspace_id INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	case_id CHAR(32) NOT NULL, 
	member_id CHAR(32) NOT NULL, 
	pairing_id CHAR(32) NOT NULL, 
	urgency VARCHAR(32) NOT NULL, 
	sealed VARCHAR NOT NULL, 
	at VARCHAR(27) NOT NULL, 
	read_at VARCHAR(27), 
	CONSTRAINT pk_concern PRIMARY KEY (workspace_id, id), 
	CONSTRAINT fk_concern_workspace_id_case_id FOREIGN KEY(workspace_id, case_id) REFERENCES "case" (workspace_id, id), 
	CONSTRAINT fk_concern_workspace_id_member_id FOREIGN KEY(workspace_id, member_id) REFERENCES member (workspace_id, id), 
	CONSTRAINT fk_concern_workspace_id_pairing_id FOREIGN KEY(workspace_id, pairing_id) REFERENCES pairing (workspace_id, id)
);
INSERT INTO "concern" VALUES(1,'00000000000000000000000000000001','00000000000000000000000000000001','00000000000000000000000000000001','00000000000000000000000000000001','when_you_can','1:gAAAAABrDOO4a8RJcAkJsSrEkmZGD_-VeceTDdaxVUnB5e_Ns67ndx8Jsicp4aNs7_C7sl4ApIK-tOhN3UCtfNFrH1gqrocj5kfBStVYRSUeEDK57QI0CCklAL4joYG2c0xZaGj1P2CGkXp0kWkATI9I6QaVv1a2wO0Uarcm0spjC88elUNzpVCrvv3TcvFQudBYpjIPIV4D','2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z');
CREATE TABLE concern_about (
	workspace_id INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	member_id CHAR(32) NOT NULL, 
	CONSTRAINT pk_concern_about PRIMARY KEY (workspace_id, id, member_id), 
	CONSTRAINT fk_concern_about_workspace_id_id FOREIGN KEY(workspace_id, id) REFERENCES concern (workspace_id, id), 
	CONSTRAINT fk_concern_about_workspace_id_member_id FOREIGN KEY(workspace_id, member_id) REFERENCES member (workspace_id, id)
);
INSERT INTO "concern_about" VALUES(1,'00000000000000000000000000000001','00000000000000000000000000000001');
CREATE TABLE concern_reader (
	workspace_id INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	member_id CHAR(32) NOT NULL, 
	rank INTEGER NOT NULL, 
	CONSTRAINT pk_concern_reader PRIMARY KEY (workspace_id, id, member_id), 
	CONSTRAINT fk_concern_reader_workspace_id_id FOREIGN KEY(workspace_id, id) REFERENCES concern (workspace_id, id), 
	CONSTRAINT fk_concern_reader_workspace_id_member_id FOREIGN KEY(workspace_id, member_id) REFERENCES member (workspace_id, id)
);
INSERT INTO "concern_reader" VALUES(1,'00000000000000000000000000000001','00000000000000000000000000000001',1);
CREATE TABLE coordinator (
	workspace_id INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	programme_id CHAR(32) NOT NULL, 
	member_id CHAR(32) NOT NULL, 
	role VARCHAR(32) NOT NULL, 
	rank INTEGER NOT NULL, 
	CONSTRAINT pk_coordinator PRIMARY KEY (workspace_id, id), 
	CONSTRAINT fk_coordinator_workspace_id_member_id FOREIGN KEY(workspace_id, member_id) REFERENCES member (workspace_id, id), 
	CONSTRAINT fk_coordinator_workspace_id_programme_id FOREIGN KEY(workspace_id, programme_id) REFERENCES programme (workspace_id, id), 
	CONSTRAINT uq_coordinator_workspace_id_programme_id_member_id UNIQUE (workspace_id, programme_id, member_id)
);
INSERT INTO "coordinator" VALUES(1,'00000000000000000000000000000001','00000000000000000000000000000001','00000000000000000000000000000001','coordinator',1);
CREATE TABLE draft_group (
	workspace_id INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	formation_id CHAR(32) NOT NULL, 
	number INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	group_id CHAR(32), 
	state VARCHAR(32) NOT NULL, 
	tries INTEGER NOT NULL, 
	why VARCHAR NOT NULL, 
	next_look_at VARCHAR(27), 
	CONSTRAINT pk_draft_group PRIMARY KEY (workspace_id, id), 
	CONSTRAINT fk_draft_group_workspace_id_formation_id FOREIGN KEY(workspace_id, formation_id) REFERENCES formation (workspace_id, id), 
	CONSTRAINT fk_draft_group_workspace_id_group_id FOREIGN KEY(workspace_id, group_id) REFERENCES "group" (workspace_id, id), 
	CONSTRAINT uq_draft_group_workspace_id_formation_id_number UNIQUE (workspace_id, formation_id, number)
);
INSERT INTO "draft_group" VALUES(1,'00000000000000000000000000000001','00000000000000000000000000000001',1,'sample','00000000000000000000000000000001','proposed',1,'sample','2026-03-29T01:30:00.000000Z');
CREATE TABLE encounter (
	workspace_id INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	round_id CHAR(32) NOT NULL, 
	group_id CHAR(32) NOT NULL, 
	introduced_at VARCHAR(27), 
	conversation VARCHAR NOT NULL, 
	CONSTRAINT pk_encounter PRIMARY KEY (workspace_id, id), 
	CONSTRAINT fk_encounter_workspace_id_group_id FOREIGN KEY(workspace_id, group_id) REFERENCES "group" (workspace_id, id), 
	CONSTRAINT fk_encounter_workspace_id_round_id FOREIGN KEY(workspace_id, round_id) REFERENCES round (workspace_id, id)
);
INSERT INTO "encounter" VALUES(1,'00000000000000000000000000000001','00000000000000000000000000000001','00000000000000000000000000000001','2026-03-29T01:30:00.000000Z','sample');
CREATE TABLE entry (
	workspace_id INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	update_id CHAR(32), 
	member_id CHAR(32) NOT NULL, 
	about VARCHAR(32) NOT NULL, 
	question VARCHAR NOT NULL, 
	audience VARCHAR(32) NOT NULL, 
	sealed VARCHAR NOT NULL, 
	conversation VARCHAR, 
	stamp VARCHAR, 
	at VARCHAR(27) NOT NULL, 
	CONSTRAINT pk_entry PRIMARY KEY (workspace_id, id), 
	CONSTRAINT fk_entry_workspace_id_member_id FOREIGN KEY(workspace_id, member_id) REFERENCES member (workspace_id, id), 
	CONSTRAINT fk_entry_workspace_id_update_id FOREIGN KEY(workspace_id, update_id) REFERENCES "update" (workspace_id, id), 
	CONSTRAINT uq_entry_workspace_id_conversation_stamp UNIQUE (workspace_id, conversation, stamp)
);
INSERT INTO "entry" VALUES(1,'00000000000000000000000000000001','00000000000000000000000000000001','00000000000000000000000000000001','moved','sample','only_me','1:gAAAAABrDOO4eCZyhb6V3JnQwA8yQVk5BPfMFaOX8RMEhNcBlXW7Ms9K4lW1YVXAM68we1otP_xPvZ4zYO0lo-pS4reFr3MtbHqDQ1X7R0o6qsBkpeElt5OYXT6ztLXMX-NoQiVWLR9-6ChY0GWgk8_RojT1gn9Ox8N4Y4tcfmMOckHuBzqERP_DHQHpVJ5hQkVq99dHd5NR','sample','sample','2026-03-29T01:30:00.000000Z');
CREATE TABLE entry_reader (
	workspace_id INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	member_id CHAR(32) NOT NULL, 
	notice_id CHAR(32), 
	CONSTRAINT pk_entry_reader PRIMARY KEY (workspace_id, id, member_id), 
	CONSTRAINT fk_entry_reader_workspace_id_id FOREIGN KEY(workspace_id, id) REFERENCES entry (workspace_id, id), 
	CONSTRAINT fk_entry_reader_workspace_id_member_id FOREIGN KEY(workspace_id, member_id) REFERENCES member (workspace_id, id), 
	CONSTRAINT fk_entry_reader_workspace_id_notice_id FOREIGN KEY(workspace_id, notice_id) REFERENCES notice (workspace_id, id)
);
INSERT INTO "entry_reader" VALUES(1,'00000000000000000000000000000001','00000000000000000000000000000001','00000000000000000000000000000001');
CREATE TABLE formation (
	workspace_id INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	form VARCHAR NOT NULL, 
	like_id CHAR(32) NOT NULL, 
	programme_id CHAR(32), 
	started_by CHAR(32) NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	source VARCHAR NOT NULL, 
	source_name VARCHAR NOT NULL, 
	listed BOOLEAN NOT NULL, 
	name VARCHAR NOT NULL, 
	questions VARCHAR NOT NULL, 
	language VARCHAR NOT NULL, 
	zone VARCHAR NOT NULL, 
	rhythm VARCHAR(32) NOT NULL, 
	first_on DATE NOT NULL, 
	opens_at TIME NOT NULL, 
	size INTEGER NOT NULL, 
	nth INTEGER NOT NULL, 
	tries INTEGER NOT NULL, 
	trouble VARCHAR NOT NULL, 
	created_at VARCHAR(27) NOT NULL, 
	next_look_at VARCHAR(27), 
	CONSTRAINT pk_formation PRIMARY KEY (workspace_id, id), 
	CONSTRAINT fk_formation_workspace_id_like_id FOREIGN KEY(workspace_id, like_id) REFERENCES programme (workspace_id, id), 
	CONSTRAINT fk_formation_workspace_id_programme_id FOREIGN KEY(workspace_id, programme_id) REFERENCES programme (workspace_id, id), 
	CONSTRAINT fk_formation_workspace_id_started_by FOREIGN KEY(workspace_id, started_by) REFERENCES member (workspace_id, id), 
	CONSTRAINT uq_formation_workspace_id_form UNIQUE (workspace_id, form)
);
INSERT INTO "formation" VALUES(1,'00000000000000000000000000000001','sample','00000000000000000000000000000001','00000000000000000000000000000001','00000000000000000000000000000001','gathering','sample','sample',1,'sample','1:gAAAAABrDOO4xoe6A48guj7cAmx_JKD-AGbOnBivdzbG8RinexmUFXd2vZVgXIs7RA1T8DIPrlqkifDSI7z6W0jPdaO5xZdmMRvecbj1WGesvXw2-wGf1q8Z1p-R1Qpujv5HBiMDxng5J-IXgd7CtW_8KhawTyFOPnOfQr3ZQEXNKd-6Ko1S6sez3GOTvapoH6cTNYLPSHYV','sample','sample','weekly','2026-02-28','09:30:00.000000',1,1,1,'sample','2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z');
CREATE TABLE formation_place (
	workspace_id INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	formation_id CHAR(32) NOT NULL, 
	person VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	zone VARCHAR NOT NULL, 
	language VARCHAR NOT NULL, 
	member_id CHAR(32), 
	draft_id CHAR(32), 
	why VARCHAR(32), 
	outside BOOLEAN NOT NULL, 
	CONSTRAINT pk_formation_place PRIMARY KEY (workspace_id, id), 
	CONSTRAINT fk_formation_place_workspace_id_draft_id FOREIGN KEY(workspace_id, draft_id) REFERENCES draft_group (workspace_id, id), 
	CONSTRAINT fk_formation_place_workspace_id_formation_id FOREIGN KEY(workspace_id, formation_id) REFERENCES formation (workspace_id, id), 
	CONSTRAINT fk_formation_place_workspace_id_member_id FOREIGN KEY(workspace_id, member_id) REFERENCES member (workspace_id, id), 
	CONSTRAINT uq_formation_place_workspace_id_formation_id_person UNIQUE (workspace_id, formation_id, person)
);
INSERT INTO "formation_place" VALUES(1,'00000000000000000000000000000001','00000000000000000000000000000001','sample','sample','sample','sample','00000000000000000000000000000001','00000000000000000000000000000001','few',1);
CREATE TABLE "group" (
	workspace_id INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	programme_id CHAR(32) NOT NULL, 
	natural_key VARCHAR NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	name VARCHAR NOT NULL, 
	purpose VARCHAR NOT NULL, 
	questions VARCHAR NOT NULL, 
	topic VARCHAR(32) NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	whereabouts VARCHAR(32) NOT NULL, 
	lost INTEGER NOT NULL, 
	room VARCHAR(32) NOT NULL, 
	conversation VARCHAR NOT NULL, 
	channel_name VARCHAR NOT NULL, 
	readers INTEGER NOT NULL, 
	language VARCHAR NOT NULL, 
	zone VARCHAR NOT NULL, 
	country VARCHAR NOT NULL, 
	days VARCHAR NOT NULL, 
	opens_at TIME NOT NULL, 
	closes_after INTEGER NOT NULL, 
	facilitation VARCHAR(32) NOT NULL, 
	facilitator_id CHAR(32), 
	joining VARCHAR(32) NOT NULL, 
	size INTEGER NOT NULL, 
	policy JSON NOT NULL, 
	started_by CHAR(32) NOT NULL, 
	created_at VARCHAR(27) NOT NULL, 
	ended_at VARCHAR(27), 
	next_look_at VARCHAR(27), 
	trouble VARCHAR NOT NULL, 
	CONSTRAINT pk_group PRIMARY KEY (workspace_id, id), 
	CONSTRAINT fk_group_workspace_id_facilitator_id FOREIGN KEY(workspace_id, facilitator_id) REFERENCES member (workspace_id, id), 
	CONSTRAINT fk_group_workspace_id_programme_id FOREIGN KEY(workspace_id, programme_id) REFERENCES programme (workspace_id, id), 
	CONSTRAINT fk_group_workspace_id_started_by FOREIGN KEY(workspace_id, started_by) REFERENCES member (workspace_id, id), 
	CONSTRAINT uq_group_workspace_id_natural_key UNIQUE (workspace_id, natural_key)
);
INSERT INTO "group" VALUES(1,'00000000000000000000000000000001','00000000000000000000000000000001','sample','mentoring','sample','1:gAAAAABrDOO4_djy4k1pbnvB3zwl0JAAAESbMKVtfILUvqTl-0Ku8xumYZjI-SZE_APsIL-X0vaKdJ-ddV2SHH6QeGHk-Z5cQ7y23qQ_QdC_iNWdatbBqPs1Ib_OWrYTMkv05nsqzFNBdyBW3nVUVtHvKLnc8o4nVATulD7GbXsQ1RUuqnpI_v5IBI7T0bPp5eUgdTulmfbU','1:gAAAAABrDOO4mQXykhYWECdylCl5wCAr8mYbdlYWoeu4jRiKocgv-UWMCN7A9QQvEYh37PPkFgotctJ398sdCya21Kii-csijI5LMSUI0wvdZYM4x6o53GN5VdfIRajpFbFjqEEPuFN8bYmYou1dAX1CB1osWmIqCJhvC-4KiaT0NWR9t-JG2TQIU0gpH7lu4kl-lxVPlp7U','work','running','there',1,'public','sample','sample',1,'sample','sample','sample','sample','09:30:00.000000',1,'in_turn','00000000000000000000000000000001','anybody',1,'{"sample": 1}','00000000000000000000000000000001','2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z','sample');
CREATE TABLE group_pause (
	workspace_id INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	group_id CHAR(32) NOT NULL, 
	from_day DATE NOT NULL, 
	until_day DATE NOT NULL, 
	CONSTRAINT pk_group_pause PRIMARY KEY (workspace_id, id), 
	CONSTRAINT fk_group_pause_workspace_id_group_id FOREIGN KEY(workspace_id, group_id) REFERENCES "group" (workspace_id, id)
);
INSERT INTO "group_pause" VALUES(1,'00000000000000000000000000000001','00000000000000000000000000000001','2026-02-28','2026-02-28');
CREATE TABLE group_rhythm (
	workspace_id INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	group_id CHAR(32) NOT NULL, 
	from_period INTEGER NOT NULL, 
	rule VARCHAR(32) NOT NULL, 
	anchor DATE NOT NULL, 
	CONSTRAINT pk_group_rhythm PRIMARY KEY (workspace_id, id), 
	CONSTRAINT fk_group_rhythm_workspace_id_group_id FOREIGN KEY(workspace_id, group_id) REFERENCES "group" (workspace_id, id), 
	CONSTRAINT uq_group_rhythm_workspace_id_group_id_from_period UNIQUE (workspace_id, group_id, from_period)
);
INSERT INTO "group_rhythm" VALUES(1,'00000000000000000000000000000001','00000000000000000000000000000001',1,'weekly','2026-02-28');
CREATE TABLE hand_over (
	workspace_id INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	round_id CHAR(32) NOT NULL, 
	member_id CHAR(32), 
	"by" CHAR(32), 
	at VARCHAR(27) NOT NULL, 
	CONSTRAINT pk_hand_over PRIMARY KEY (workspace_id, id), 
	CONSTRAINT fk_hand_over_workspace_id_by FOREIGN KEY(workspace_id, "by") REFERENCES member (workspace_id, id), 
	CONSTRAINT fk_hand_over_workspace_id_member_id FOREIGN KEY(workspace_id, member_id) REFERENCES member (workspace_id, id), 
	CONSTRAINT fk_hand_over_workspace_id_round_id FOREIGN KEY(workspace_id, round_id) REFERENCES round (workspace_id, id)
);
INSERT INTO "hand_over" VALUES(1,'00000000000000000000000000000001','00000000000000000000000000000001','00000000000000000000000000000001','00000000000000000000000000000001','2026-03-29T01:30:00.000000Z');
CREATE TABLE heard (
	workspace_id INTEGER NOT NULL, 
	event VARCHAR NOT NULL, 
	at VARCHAR(27) NOT NULL, 
	CONSTRAINT pk_heard PRIMARY KEY (workspace_id, event), 
	CONSTRAINT fk_heard_workspace_id FOREIGN KEY(workspace_id) REFERENCES workspace (id)
);
INSERT INTO "heard" VALUES(1,'sample','2026-03-29T01:30:00.000000Z');
CREATE TABLE key_check (
	id INTEGER NOT NULL, 
	sealed VARCHAR NOT NULL, 
	CONSTRAINT pk_key_check PRIMARY KEY (id)
);
INSERT INTO "key_check" VALUES(1,'1:gAAAAABrDOO40S5l3NhZiwM80lT3CuTCUxjW3Bu-ASCqY1Jv08KU3pmEbKNxrfIeSH_SVrQ9CQo7SaOTyVO6fkGIYLqRzYJ43Ko0y75SnUy88L-Kn6uXHzfovvN6K3tEMZyIhOM9ejEt-orkSUh5qlyyUiLZapc5NSk6jL-ChtgSeG6a9hm3uag=');
CREATE TABLE member (
	workspace_id INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	person VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	language VARCHAR NOT NULL, 
	zone VARCHAR NOT NULL, 
	country VARCHAR NOT NULL, 
	days VARCHAR NOT NULL, 
	opens TIME NOT NULL, 
	closes TIME NOT NULL, 
	ask_weekday INTEGER NOT NULL, 
	ask_at TIME NOT NULL, 
	consent VARCHAR(32) NOT NULL, 
	reachable BOOLEAN NOT NULL, 
	greeted_at VARCHAR(27), 
	dm VARCHAR NOT NULL, 
	CONSTRAINT pk_member PRIMARY KEY (workspace_id, id), 
	CONSTRAINT fk_member_workspace_id FOREIGN KEY(workspace_id) REFERENCES workspace (id), 
	CONSTRAINT uq_member_workspace_id_person UNIQUE (workspace_id, person)
);
INSERT INTO "member" VALUES(1,'00000000000000000000000000000001','sample','sample','sample','sample','sample','sample','09:30:00.000000','09:30:00.000000',1,'09:30:00.000000','unasked',1,'2026-03-29T01:30:00.000000Z','sample');
CREATE TABLE membership (
	workspace_id INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	group_id CHAR(32) NOT NULL, 
	member_id CHAR(32) NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	named BOOLEAN NOT NULL, 
	volunteers BOOLEAN NOT NULL, 
	joined_at VARCHAR(27) NOT NULL, 
	left_at VARCHAR(27), 
	turned_at VARCHAR(27), 
	CONSTRAINT pk_membership PRIMARY KEY (workspace_id, id), 
	CONSTRAINT fk_membership_workspace_id_group_id FOREIGN KEY(workspace_id, group_id) REFERENCES "group" (workspace_id, id), 
	CONSTRAINT fk_membership_workspace_id_member_id FOREIGN KEY(workspace_id, member_id) REFERENCES member (workspace_id, id), 
	CONSTRAINT uq_membership_workspace_id_group_id_member_id UNIQUE (workspace_id, group_id, member_id)
);
INSERT INTO "membership" VALUES(1,'00000000000000000000000000000001','00000000000000000000000000000001','00000000000000000000000000000001','invited',1,1,'2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z');
CREATE TABLE merger (
	workspace_id INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	group_id CHAR(32) NOT NULL, 
	into_id CHAR(32) NOT NULL, 
	"by" CHAR(32) NOT NULL, 
	at VARCHAR(27) NOT NULL, 
	undone_at VARCHAR(27), 
	CONSTRAINT pk_merger PRIMARY KEY (workspace_id, id), 
	CONSTRAINT fk_merger_workspace_id_by FOREIGN KEY(workspace_id, "by") REFERENCES member (workspace_id, id), 
	CONSTRAINT fk_merger_workspace_id_group_id FOREIGN KEY(workspace_id, group_id) REFERENCES "group" (workspace_id, id), 
	CONSTRAINT fk_merger_workspace_id_into_id FOREIGN KEY(workspace_id, into_id) REFERENCES "group" (workspace_id, id)
);
INSERT INTO "merger" VALUES(1,'00000000000000000000000000000001','00000000000000000000000000000001','00000000000000000000000000000001','00000000000000000000000000000001','2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z');
CREATE TABLE "message" (
	workspace_id INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	member_id CHAR(32), 
	pairing_id CHAR(32), 
	state VARCHAR(32) NOT NULL, 
	unasked BOOLEAN NOT NULL, 
	conversation VARCHAR NOT NULL, 
	stamp VARCHAR NOT NULL, 
	thread VARCHAR NOT NULL, 
	lease_until VARCHAR(27), 
	claimed_at VARCHAR(27) NOT NULL, 
	sent_at VARCHAR(27), 
	repeats INTEGER NOT NULL, 
	group_id CHAR(32), 
	CONSTRAINT pk_message PRIMARY KEY (workspace_id, id), 
	CONSTRAINT fk_message_workspace_id_pairing_id FOREIGN KEY(workspace_id, pairing_id) REFERENCES pairing (workspace_id, id), 
	CONSTRAINT fk_message_workspace_id_member_id FOREIGN KEY(workspace_id, member_id) REFERENCES member (workspace_id, id), 
	CONSTRAINT fk_message_workspace_id FOREIGN KEY(workspace_id) REFERENCES workspace (id), 
	CONSTRAINT fk_message_workspace_id_group_id FOREIGN KEY(workspace_id, group_id) REFERENCES "group" (workspace_id, id)
);
INSERT INTO "message" VALUES(1,'00000000000000000000000000000001','00000000000000000000000000000001','00000000000000000000000000000001','queued',1,'sample','sample','sample','2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z',1,'00000000000000000000000000000001');
CREATE TABLE "notice" (
	workspace_id INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	"key" VARCHAR NOT NULL, 
	member_id CHAR(32), 
	pairing_id CHAR(32), 
	subject_id CHAR(32), 
	nth INTEGER NOT NULL, 
	thread VARCHAR NOT NULL, 
	urgency INTEGER NOT NULL, 
	not_before VARCHAR(27) NOT NULL, 
	queued_at VARCHAR(27) NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	why VARCHAR NOT NULL, 
	attempts INTEGER NOT NULL, 
	message_id CHAR(32), 
	cause VARCHAR NOT NULL, 
	group_id CHAR(32), 
	CONSTRAINT pk_notice PRIMARY KEY (workspace_id, id), 
	CONSTRAINT fk_notice_workspace_id_member_id FOREIGN KEY(workspace_id, member_id) REFERENCES member (workspace_id, id), 
	CONSTRAINT uq_notice_workspace_id_key UNIQUE (workspace_id, "key"), 
	CONSTRAINT fk_notice_workspace_id FOREIGN KEY(workspace_id) REFERENCES workspace (id), 
	CONSTRAINT fk_notice_workspace_id_pairing_id FOREIGN KEY(workspace_id, pairing_id) REFERENCES pairing (workspace_id, id), 
	CONSTRAINT fk_notice_workspace_id_message_id FOREIGN KEY(workspace_id, message_id) REFERENCES message (workspace_id, id), 
	CONSTRAINT fk_notice_workspace_id_group_id FOREIGN KEY(workspace_id, group_id) REFERENCES "group" (workspace_id, id)
);
INSERT INTO "notice" VALUES(1,'00000000000000000000000000000001','first_word','sample','00000000000000000000000000000001','00000000000000000000000000000001','00000000000000000000000000000001',1,'sample',1,'2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z','queued','sample',1,'00000000000000000000000000000001','sample','00000000000000000000000000000001');
CREATE TABLE pairing (
	workspace_id INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	programme_id CHAR(32) NOT NULL, 
	natural_key VARCHAR NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	rule VARCHAR(32) NOT NULL, 
	focus VARCHAR NOT NULL, 
	site VARCHAR NOT NULL, 
	introduce_on DATE, 
	started_on DATE, 
	created_at VARCHAR(27) NOT NULL, 
	introducing_at VARCHAR(27), 
	introduced_at VARCHAR(27), 
	met_at VARCHAR(27), 
	ended_at VARCHAR(27), 
	end_reason VARCHAR(32), 
	conversation VARCHAR NOT NULL, 
	next_look_at VARCHAR(27), 
	trouble VARCHAR NOT NULL, 
	CONSTRAINT pk_pairing PRIMARY KEY (workspace_id, id), 
	CONSTRAINT fk_pairing_workspace_id_programme_id FOREIGN KEY(workspace_id, programme_id) REFERENCES programme (workspace_id, id), 
	CONSTRAINT uq_pairing_workspace_id_programme_id_natural_key UNIQUE (workspace_id, programme_id, natural_key)
);
INSERT INTO "pairing" VALUES(1,'00000000000000000000000000000001','00000000000000000000000000000001','sample','draft','weekly','1:gAAAAABrDOO4SxmrS53RJ0HpXo3OvEwh6wQkItx0CRN1EVd7P5jM_bJIc2kAlEPsDBIFgjQaOE7n-iaw5XnBixhPG9qvYr23nO8HaQPQAvL8WaBDyYZ-aXJRD-p2Qd-9GS4nl_8CoELOw4Y14M-G0gXSdtfHBy1qyspxLqTwOLCzFgPpMqj1iRkBw-laavmlXhdfaag76ebd','1:gAAAAABrDOO4psIM6WMRyg7K8j2mnewEwVnVueAgzwEKNhAiL98YcGKGHkunxFihNeoa1Dm_Fk1Fc4S-zi0KfZx6hkGkGAKS_AADZNUUbcT1gT38xroEWMJ5e2E9dxSamMwwuTRFYQNe3n3MSqPqi0I9UGWKQZFEZ8wI7nUROEnI5fMcEJOhKT6-WveUWA35QR218E0vak9Q','2026-02-28','2026-02-28','2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z','not_for_me','sample','2026-03-29T01:30:00.000000Z','sample');
CREATE TABLE participant (
	workspace_id INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	programme_id CHAR(32) NOT NULL, 
	member_id CHAR(32) NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_participant PRIMARY KEY (workspace_id, id), 
	CONSTRAINT fk_participant_workspace_id_member_id FOREIGN KEY(workspace_id, member_id) REFERENCES member (workspace_id, id), 
	CONSTRAINT fk_participant_workspace_id_programme_id FOREIGN KEY(workspace_id, programme_id) REFERENCES programme (workspace_id, id), 
	CONSTRAINT uq_participant_workspace_id_programme_id_member_id UNIQUE (workspace_id, programme_id, member_id)
);
INSERT INTO "participant" VALUES(1,'00000000000000000000000000000001','00000000000000000000000000000001','00000000000000000000000000000001','invited');
CREATE TABLE pause (
	workspace_id INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	member_id CHAR(32) NOT NULL, 
	pairing_id CHAR(32), 
	from_day DATE NOT NULL, 
	until_day DATE NOT NULL, 
	CONSTRAINT pk_pause PRIMARY KEY (workspace_id, id), 
	CONSTRAINT fk_pause_workspace_id_member_id FOREIGN KEY(workspace_id, member_id) REFERENCES member (workspace_id, id), 
	CONSTRAINT fk_pause_workspace_id_pairing_id FOREIGN KEY(workspace_id, pairing_id) REFERENCES pairing (workspace_id, id)
);
INSERT INTO "pause" VALUES(1,'00000000000000000000000000000001','00000000000000000000000000000001','00000000000000000000000000000001','2026-02-28','2026-02-28');
CREATE TABLE programme (
	workspace_id INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	name VARCHAR NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	rhythm VARCHAR(32) NOT NULL, 
	anchor DATE, 
	outside_contact VARCHAR NOT NULL, 
	room VARCHAR NOT NULL, 
	policy JSON NOT NULL, 
	retention_months INTEGER NOT NULL, 
	created_at VARCHAR(27) NOT NULL, 
	CONSTRAINT pk_programme PRIMARY KEY (workspace_id, id), 
	CONSTRAINT fk_programme_workspace_id FOREIGN KEY(workspace_id) REFERENCES workspace (id), 
	CONSTRAINT uq_programme_workspace_id_name UNIQUE (workspace_id, name)
);
INSERT INTO "programme" VALUES(1,'00000000000000000000000000000001','sample','mentoring','weekly','2026-02-28','1:gAAAAABrDOO4jhYeTibvefMULgbXN2UXBEgtKMo26jbgQDRzYUNwXOcAoblMfwx4fC8Vet70TD77ZgkroAJ16U9Hv15cJHYzNM9k51GJEpkhD0IVnoYUnXplpMZVdSbN6ndgH38AL56zGtQ7oMvWRSI5pC-LVCG6ajZw2EYBxyckGAGOHWMdwJ2PXYGJz9TiPudC1dMzsQRrHU7P1p4Ndu6N8mxFYPRR7Q==','sample','{"sample": 1}',1,'2026-03-29T01:30:00.000000Z');
CREATE TABLE promise (
	workspace_id INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	round_id CHAR(32) NOT NULL, 
	group_id CHAR(32) NOT NULL, 
	member_id CHAR(32) NOT NULL, 
	entry_id CHAR(32), 
	sealed VARCHAR NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	at VARCHAR(27) NOT NULL, 
	settled_at VARCHAR(27), 
	CONSTRAINT pk_promise PRIMARY KEY (workspace_id, id), 
	CONSTRAINT fk_promise_workspace_id_entry_id FOREIGN KEY(workspace_id, entry_id) REFERENCES round_entry (workspace_id, id), 
	CONSTRAINT fk_promise_workspace_id_group_id FOREIGN KEY(workspace_id, group_id) REFERENCES "group" (workspace_id, id), 
	CONSTRAINT fk_promise_workspace_id_member_id FOREIGN KEY(workspace_id, member_id) REFERENCES member (workspace_id, id), 
	CONSTRAINT fk_promise_workspace_id_round_id FOREIGN KEY(workspace_id, round_id) REFERENCES round (workspace_id, id)
);
INSERT INTO "promise" VALUES(1,'00000000000000000000000000000001','00000000000000000000000000000001','00000000000000000000000000000001','00000000000000000000000000000001','00000000000000000000000000000001','1:gAAAAABrDOO46M1sa0VgKDkf1H8U1D7NQtwS3AQ9ArgDpdIwl52WLUs6rTSwTXEfBQ_E3UZpYq8G6vWRIzbUzVnGmgy5ARj7dFcltDdC2zLh-pU03J_5fE_3qvBBp-GpvDbRvHUl2I8ff2_H8ML9wEE9weA2geb_awrIcVn_80CnGieCuTfX_KuvctH6gfbJ9QHybPnhAi54','made','2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z');
CREATE TABLE prompt (
	workspace_id INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	checkin_id CHAR(32) NOT NULL, 
	pairing_id CHAR(32) NOT NULL, 
	seat_id CHAR(32) NOT NULL, 
	member_id CHAR(32) NOT NULL, 
	ask_at VARCHAR(27) NOT NULL, 
	asked INTEGER NOT NULL, 
	delivered_at VARCHAR(27), 
	reminders INTEGER NOT NULL, 
	snoozed_until VARCHAR(27), 
	skipped_at VARCHAR(27), 
	CONSTRAINT pk_prompt PRIMARY KEY (workspace_id, id), 
	CONSTRAINT fk_prompt_workspace_id_checkin_id FOREIGN KEY(workspace_id, checkin_id) REFERENCES checkin (workspace_id, id), 
	CONSTRAINT fk_prompt_workspace_id_member_id FOREIGN KEY(workspace_id, member_id) REFERENCES member (workspace_id, id), 
	CONSTRAINT fk_prompt_workspace_id_pairing_id FOREIGN KEY(workspace_id, pairing_id) REFERENCES pairing (workspace_id, id), 
	CONSTRAINT fk_prompt_workspace_id_seat_id FOREIGN KEY(workspace_id, seat_id) REFERENCES seat (workspace_id, id), 
	CONSTRAINT uq_prompt_workspace_id_checkin_id_seat_id UNIQUE (workspace_id, checkin_id, seat_id)
);
INSERT INTO "prompt" VALUES(1,'00000000000000000000000000000001','00000000000000000000000000000001','00000000000000000000000000000001','00000000000000000000000000000001','00000000000000000000000000000001','2026-03-29T01:30:00.000000Z',1,'2026-03-29T01:30:00.000000Z',1,'2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z');
CREATE TABLE rhythm (
	workspace_id INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	pairing_id CHAR(32) NOT NULL, 
	from_period INTEGER NOT NULL, 
	rule VARCHAR(32) NOT NULL, 
	anchor DATE NOT NULL, 
	CONSTRAINT pk_rhythm PRIMARY KEY (workspace_id, id), 
	CONSTRAINT fk_rhythm_workspace_id_pairing_id FOREIGN KEY(workspace_id, pairing_id) REFERENCES pairing (workspace_id, id), 
	CONSTRAINT uq_rhythm_workspace_id_pairing_id_from_period UNIQUE (workspace_id, pairing_id, from_period)
);
INSERT INTO "rhythm" VALUES(1,'00000000000000000000000000000001','00000000000000000000000000000001',1,'weekly','2026-02-28');
CREATE TABLE rotation (
	workspace_id INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	group_id CHAR(32) NOT NULL, 
	shape VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_rotation PRIMARY KEY (workspace_id, id), 
	CONSTRAINT fk_rotation_workspace_id_group_id FOREIGN KEY(workspace_id, group_id) REFERENCES "group" (workspace_id, id), 
	CONSTRAINT uq_rotation_workspace_id_group_id UNIQUE (workspace_id, group_id)
);
INSERT INTO "rotation" VALUES(1,'00000000000000000000000000000001','00000000000000000000000000000001','pairs');
CREATE TABLE rotation_seat (
	workspace_id INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	round_id CHAR(32) NOT NULL, 
	group_id CHAR(32) NOT NULL, 
	member_id CHAR(32) NOT NULL, 
	encounter_id CHAR(32), 
	left_out VARCHAR(32), 
	warned_at VARCHAR(27), 
	skipped_at VARCHAR(27), 
	stay_asked_at VARCHAR(27), 
	stays_at VARCHAR(27), 
	nudged_at VARCHAR(27), 
	asked_at VARCHAR(27), 
	answer VARCHAR(32), 
	answered_at VARCHAR(27), 
	CONSTRAINT pk_rotation_seat PRIMARY KEY (workspace_id, id), 
	CONSTRAINT fk_rotation_seat_workspace_id_encounter_id FOREIGN KEY(workspace_id, encounter_id) REFERENCES encounter (workspace_id, id), 
	CONSTRAINT fk_rotation_seat_workspace_id_group_id FOREIGN KEY(workspace_id, group_id) REFERENCES "group" (workspace_id, id), 
	CONSTRAINT fk_rotation_seat_workspace_id_member_id FOREIGN KEY(workspace_id, member_id) REFERENCES member (workspace_id, id), 
	CONSTRAINT fk_rotation_seat_workspace_id_round_id FOREIGN KEY(workspace_id, round_id) REFERENCES round (workspace_id, id), 
	CONSTRAINT uq_rotation_seat_workspace_id_round_id_member_id UNIQUE (workspace_id, round_id, member_id)
);
INSERT INTO "rotation_seat" VALUES(1,'00000000000000000000000000000001','00000000000000000000000000000001','00000000000000000000000000000001','00000000000000000000000000000001','00000000000000000000000000000001','odd','2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z','planned','2026-03-29T01:30:00.000000Z');
CREATE TABLE round (
	workspace_id INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	group_id CHAR(32) NOT NULL, 
	period INTEGER NOT NULL, 
	day DATE NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	opens_at VARCHAR(27) NOT NULL, 
	closes_at VARCHAR(27), 
	opening_at VARCHAR(27), 
	opened_at VARCHAR(27), 
	closed_at VARCHAR(27), 
	guided_at VARCHAR(27), 
	nudged_at VARCHAR(27), 
	digest_at VARCHAR(27), 
	questions VARCHAR NOT NULL, 
	why VARCHAR NOT NULL, 
	facilitator_id CHAR(32), 
	conversation VARCHAR NOT NULL, 
	stamp VARCHAR NOT NULL, 
	CONSTRAINT pk_round PRIMARY KEY (workspace_id, id), 
	CONSTRAINT fk_round_workspace_id_facilitator_id FOREIGN KEY(workspace_id, facilitator_id) REFERENCES member (workspace_id, id), 
	CONSTRAINT fk_round_workspace_id_group_id FOREIGN KEY(workspace_id, group_id) REFERENCES "group" (workspace_id, id), 
	CONSTRAINT uq_round_workspace_id_group_id_period UNIQUE (workspace_id, group_id, period)
);
INSERT INTO "round" VALUES(1,'00000000000000000000000000000001','00000000000000000000000000000001',1,'2026-02-28','scheduled','2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z','1:gAAAAABrDOO4alN8N1AaUy85_RWIroY6ddHtRqv9TxD_aMa9JGmK5t0CQsJgYKkZq6m-XlhJ8N8LlguA9_5BnMpBeh-FlqbyEY5FjeNCS_VZaUw1MaVp-ODqySeHzRn_384rSwdoRaI7EDKSazqdQQuH1XXjQRbewSUWo8hEueaVbwA5iwcpnAafoyc2jM6MXZDa8tRFkMrr','sample','00000000000000000000000000000001','sample','sample');
CREATE TABLE round_entry (
	workspace_id INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	round_id CHAR(32) NOT NULL, 
	member_id CHAR(32) NOT NULL, 
	reader_id CHAR(32), 
	heard VARCHAR(32) NOT NULL, 
	sealed VARCHAR NOT NULL, 
	conversation VARCHAR, 
	stamp VARCHAR, 
	at VARCHAR(27) NOT NULL, 
	CONSTRAINT pk_round_entry PRIMARY KEY (workspace_id, id), 
	CONSTRAINT fk_round_entry_workspace_id_member_id FOREIGN KEY(workspace_id, member_id) REFERENCES member (workspace_id, id), 
	CONSTRAINT fk_round_entry_workspace_id_reader_id FOREIGN KEY(workspace_id, reader_id) REFERENCES member (workspace_id, id), 
	CONSTRAINT fk_round_entry_workspace_id_round_id FOREIGN KEY(workspace_id, round_id) REFERENCES round (workspace_id, id), 
	CONSTRAINT uq_round_entry_workspace_id_conversation_stamp UNIQUE (workspace_id, conversation, stamp)
);
INSERT INTO "round_entry" VALUES(1,'00000000000000000000000000000001','00000000000000000000000000000001','00000000000000000000000000000001','00000000000000000000000000000001','group','1:gAAAAABrDOO4Fz_wM0_qeOhPamMa_9uwSV85-zKmdAYvFGpJqVZud0JmKpdpjzMhfmII-iJGURNdJkxi2Q1fV4gS-tn2XLPBHjZjnwMXloYHVvn8rDfdX4Bc3FzAIsYYJP4WL5n9E1ce-RNdZI1Q8JKoWf7N78uvvWm2b_N3i6vs_OK08gyUZCDMNmb6YIaDLTJ2-qDQrZVT','sample','sample','2026-03-29T01:30:00.000000Z');
CREATE TABLE round_seat (
	workspace_id INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	round_id CHAR(32) NOT NULL, 
	group_id CHAR(32) NOT NULL, 
	member_id CHAR(32) NOT NULL, 
	here_at VARCHAR(27), 
	said_at VARCHAR(27), 
	nudged_at VARCHAR(27), 
	CONSTRAINT pk_round_seat PRIMARY KEY (workspace_id, id), 
	CONSTRAINT fk_round_seat_workspace_id_group_id FOREIGN KEY(workspace_id, group_id) REFERENCES "group" (workspace_id, id), 
	CONSTRAINT fk_round_seat_workspace_id_member_id FOREIGN KEY(workspace_id, member_id) REFERENCES member (workspace_id, id), 
	CONSTRAINT fk_round_seat_workspace_id_round_id FOREIGN KEY(workspace_id, round_id) REFERENCES round (workspace_id, id), 
	CONSTRAINT uq_round_seat_workspace_id_round_id_member_id UNIQUE (workspace_id, round_id, member_id)
);
INSERT INTO "round_seat" VALUES(1,'00000000000000000000000000000001','00000000000000000000000000000001','00000000000000000000000000000001','00000000000000000000000000000001','2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z');
CREATE TABLE seat (
	workspace_id INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	pairing_id CHAR(32) NOT NULL, 
	member_id CHAR(32) NOT NULL, 
	role VARCHAR(32) NOT NULL, 
	meeting VARCHAR(32), 
	meeting_asked_at VARCHAR(27), 
	meeting_at VARCHAR(27), 
	CONSTRAINT pk_seat PRIMARY KEY (workspace_id, id), 
	CONSTRAINT fk_seat_workspace_id_member_id FOREIGN KEY(workspace_id, member_id) REFERENCES member (workspace_id, id), 
	CONSTRAINT fk_seat_workspace_id_pairing_id FOREIGN KEY(workspace_id, pairing_id) REFERENCES pairing (workspace_id, id), 
	CONSTRAINT uq_seat_workspace_id_pairing_id_member_id UNIQUE (workspace_id, pairing_id, member_id)
);
INSERT INTO "seat" VALUES(1,'00000000000000000000000000000001','00000000000000000000000000000001','00000000000000000000000000000001','mentor','planned','2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z');
ANALYZE "sqlite_master";
INSERT INTO "sqlite_stat1" VALUES('alembic_version','sqlite_autoindex_alembic_version_1','1000000 1');
INSERT INTO "sqlite_stat1" VALUES('apart','ix_apart_other','1000000 1000000 10');
INSERT INTO "sqlite_stat1" VALUES('apart','sqlite_autoindex_apart_2','1000000 1000000 10 1');
INSERT INTO "sqlite_stat1" VALUES('apart','sqlite_autoindex_apart_1','1000000 1000000 1');
INSERT INTO "sqlite_stat1" VALUES('arrival','ix_arrival_due','100 1 1');
INSERT INTO "sqlite_stat1" VALUES('arrival','sqlite_autoindex_arrival_2','1000000 1000000 10 1');
INSERT INTO "sqlite_stat1" VALUES('arrival','sqlite_autoindex_arrival_1','1000000 1000000 1');
INSERT INTO "sqlite_stat1" VALUES('audit','sqlite_autoindex_audit_1','1000000 1000000 1');
INSERT INTO "sqlite_stat1" VALUES('case','ix_case_waiting','100 1 1');
INSERT INTO "sqlite_stat1" VALUES('case','ix_case_group','1000000 1000000 10');
INSERT INTO "sqlite_stat1" VALUES('case','ix_case_due','100 1 1');
INSERT INTO "sqlite_stat1" VALUES('case','ix_case_pairing','1000000 1000000 10');
INSERT INTO "sqlite_stat1" VALUES('case','ix_case_programme','1000000 1000000 10');
INSERT INTO "sqlite_stat1" VALUES('case','sqlite_autoindex_case_3','1000000 1000000 1');
INSERT INTO "sqlite_stat1" VALUES('case','sqlite_autoindex_case_2','1000000 1000000 1');
INSERT INTO "sqlite_stat1" VALUES('case','sqlite_autoindex_case_1','1000000 1000000 1');
INSERT INTO "sqlite_stat1" VALUES('chair','sqlite_autoindex_chair_3','1000000 1000000 10 1');
INSERT INTO "sqlite_stat1" VALUES('chair','sqlite_autoindex_chair_2','1000000 1000000 10 1');
INSERT INTO "sqlite_stat1" VALUES('chair','sqlite_autoindex_chair_1','1000000 1000000 1');
INSERT INTO "sqlite_stat1" VALUES('checkin','ix_checkin_opened','1000000 1000000 10');
INSERT INTO "sqlite_stat1" VALUES('checkin','sqlite_autoindex_checkin_2','1000000 1000000 10 1');
INSERT INTO "sqlite_stat1" VALUES('checkin','sqlite_autoindex_checkin_1','1000000 1000000 1');
INSERT INTO "sqlite_stat1" VALUES('climb','ix_climb_group','1000000 1000000 10');
INSERT INTO "sqlite_stat1" VALUES('climb','ix_climb_pairing','1000000 1000000 10');
INSERT INTO "sqlite_stat1" VALUES('climb','sqlite_autoindex_climb_1','1000000 1000000 1');
INSERT INTO "sqlite_stat1" VALUES('concern','ix_concern_member','1000000 1000000 10');
INSERT INTO "sqlite_stat1" VALUES('concern','ix_concern_case','1000000 1000000 10');
INSERT INTO "sqlite_stat1" VALUES('concern','sqlite_autoindex_concern_1','1000000 1000000 1');
INSERT INTO "sqlite_stat1" VALUES('concern_about','sqlite_autoindex_concern_about_1','1000000 1000000 10 1');
INSERT INTO "sqlite_stat1" VALUES('concern_reader','sqlite_autoindex_concern_reader_1','1000000 1000000 10 1');
INSERT INTO "sqlite_stat1" VALUES('coordinator','sqlite_autoindex_coordinator_2','1000000 1000000 10 1');
INSERT INTO "sqlite_stat1" VALUES('coordinator','sqlite_autoindex_coordinator_1','1000000 1000000 1');
INSERT INTO "sqlite_stat1" VALUES('draft_group','ix_draft_group_due','100 1 1');
INSERT INTO "sqlite_stat1" VALUES('draft_group','sqlite_autoindex_draft_group_2','1000000 1000000 10 1');
INSERT INTO "sqlite_stat1" VALUES('draft_group','sqlite_autoindex_draft_group_1','1000000 1000000 1');
INSERT INTO "sqlite_stat1" VALUES('encounter','ix_encounter_round','1000000 1000000 10');
INSERT INTO "sqlite_stat1" VALUES('encounter','ix_encounter_group','1000000 1000000 10');
INSERT INTO "sqlite_stat1" VALUES('encounter','sqlite_autoindex_encounter_1','1000000 1000000 1');
INSERT INTO "sqlite_stat1" VALUES('entry','ix_entry_update','1000000 1000000 10');
INSERT INTO "sqlite_stat1" VALUES('entry','ix_entry_member','1000000 1000000 10');
INSERT INTO "sqlite_stat1" VALUES('entry','sqlite_autoindex_entry_2','1000000 1000000 10 1');
INSERT INTO "sqlite_stat1" VALUES('entry','sqlite_autoindex_entry_1','1000000 1000000 1');
INSERT INTO "sqlite_stat1" VALUES('entry_reader','ix_entry_reader_held','100 1 1');
INSERT INTO "sqlite_stat1" VALUES('entry_reader','ix_entry_reader_notice','100 1 1');
INSERT INTO "sqlite_stat1" VALUES('entry_reader','sqlite_autoindex_entry_reader_1','1000000 1000000 10 1');
INSERT INTO "sqlite_stat1" VALUES('formation','ix_formation_due','100 1 1');
INSERT INTO "sqlite_stat1" VALUES('formation','sqlite_autoindex_formation_2','1000000 1000000 1');
INSERT INTO "sqlite_stat1" VALUES('formation','sqlite_autoindex_formation_1','1000000 1000000 1');
INSERT INTO "sqlite_stat1" VALUES('formation_place','ix_formation_place_member','1000000 1000000 10');
INSERT INTO "sqlite_stat1" VALUES('formation_place','ix_formation_place_draft','1000000 1000000 10');
INSERT INTO "sqlite_stat1" VALUES('formation_place','sqlite_autoindex_formation_place_2','1000000 1000000 10 1');
INSERT INTO "sqlite_stat1" VALUES('formation_place','sqlite_autoindex_formation_place_1','1000000 1000000 1');
INSERT INTO "sqlite_stat1" VALUES('group','ix_group_state','1000000 1000000 10 10 10');
INSERT INTO "sqlite_stat1" VALUES('group','ix_group_channel','1000000 1000000 10');
INSERT INTO "sqlite_stat1" VALUES('group','ix_group_programme','1000000 1000000 10');
INSERT INTO "sqlite_stat1" VALUES('group','ix_group_due','100 1 1');
INSERT INTO "sqlite_stat1" VALUES('group','ix_group_conversation','100 1 1 1');
INSERT INTO "sqlite_stat1" VALUES('group','sqlite_autoindex_group_2','1000000 1000000 1');
INSERT INTO "sqlite_stat1" VALUES('group','sqlite_autoindex_group_1','1000000 1000000 1');
INSERT INTO "sqlite_stat1" VALUES('group_pause','ix_group_pause_group','1000000 1000000 10');
INSERT INTO "sqlite_stat1" VALUES('group_pause','sqlite_autoindex_group_pause_1','1000000 1000000 1');
INSERT INTO "sqlite_stat1" VALUES('group_rhythm','sqlite_autoindex_group_rhythm_2','1000000 1000000 10 1');
INSERT INTO "sqlite_stat1" VALUES('group_rhythm','sqlite_autoindex_group_rhythm_1','1000000 1000000 1');
INSERT INTO "sqlite_stat1" VALUES('hand_over','ix_hand_over_round','1000000 1000000 10');
INSERT INTO "sqlite_stat1" VALUES('hand_over','sqlite_autoindex_hand_over_1','1000000 1000000 1');
INSERT INTO "sqlite_stat1" VALUES('heard','ix_heard_at','1000000 10');
INSERT INTO "sqlite_stat1" VALUES('heard','sqlite_autoindex_heard_1','1000000 1000000 1');
INSERT INTO "sqlite_stat1" VALUES('member','sqlite_autoindex_member_2','1000000 1000000 1');
INSERT INTO "sqlite_stat1" VALUES('member','sqlite_autoindex_member_1','1000000 1000000 1');
INSERT INTO "sqlite_stat1" VALUES('membership','ix_membership_state','1000000 1000000 10 10');
INSERT INTO "sqlite_stat1" VALUES('membership','ix_membership_member','1000000 1000000 10');
INSERT INTO "sqlite_stat1" VALUES('membership','sqlite_autoindex_membership_2','1000000 1000000 10 1');
INSERT INTO "sqlite_stat1" VALUES('membership','sqlite_autoindex_membership_1','1000000 1000000 1');
INSERT INTO "sqlite_stat1" VALUES('merger','ix_merger_into','1000000 1000000 10');
INSERT INTO "sqlite_stat1" VALUES('merger','ix_merger_group','1000000 1000000 10');
INSERT INTO "sqlite_stat1" VALUES('merger','sqlite_autoindex_merger_1','1000000 1000000 1');
INSERT INTO "sqlite_stat1" VALUES('message','ix_message_group','1000000 1000000 10 10');
INSERT INTO "sqlite_stat1" VALUES('message','ix_message_place','1000000 1000000 10 10');
INSERT INTO "sqlite_stat1" VALUES('message','ix_message_flight','100 1 1');
INSERT INTO "sqlite_stat1" VALUES('message','ix_message_member','1000000 1000000 10 10');
INSERT INTO "sqlite_stat1" VALUES('message','sqlite_autoindex_message_1','1000000 1000000 1');
INSERT INTO "sqlite_stat1" VALUES('notice','ix_notice_undeliverable','100 1 1');
INSERT INTO "sqlite_stat1" VALUES('notice','ix_notice_group','1000000 1000000 10');
INSERT INTO "sqlite_stat1" VALUES('notice','ix_notice_subject','1000000 1000000 10');
INSERT INTO "sqlite_stat1" VALUES('notice','ix_notice_due','100 1 1');
INSERT INTO "sqlite_stat1" VALUES('notice','ix_notice_pairing','1000000 1000000 10');
INSERT INTO "sqlite_stat1" VALUES('notice','ix_notice_message','1000000 1000000 10');
INSERT INTO "sqlite_stat1" VALUES('notice','sqlite_autoindex_notice_2','1000000 1000000 1');
INSERT INTO "sqlite_stat1" VALUES('notice','sqlite_autoindex_notice_1','1000000 1000000 1');
INSERT INTO "sqlite_stat1" VALUES('pairing','ix_pairing_due','100 1 1');
INSERT INTO "sqlite_stat1" VALUES('pairing','sqlite_autoindex_pairing_2','1000000 1000000 10 1');
INSERT INTO "sqlite_stat1" VALUES('pairing','sqlite_autoindex_pairing_1','1000000 1000000 1');
INSERT INTO "sqlite_stat1" VALUES('participant','sqlite_autoindex_participant_2','1000000 1000000 10 1');
INSERT INTO "sqlite_stat1" VALUES('participant','sqlite_autoindex_participant_1','1000000 1000000 1');
INSERT INTO "sqlite_stat1" VALUES('pause','ix_pause_member','1000000 1000000 10');
INSERT INTO "sqlite_stat1" VALUES('pause','sqlite_autoindex_pause_1','1000000 1000000 1');
INSERT INTO "sqlite_stat1" VALUES('programme','sqlite_autoindex_programme_2','1000000 1000000 1');
INSERT INTO "sqlite_stat1" VALUES('programme','sqlite_autoindex_programme_1','1000000 1000000 1');
INSERT INTO "sqlite_stat1" VALUES('promise','ix_promise_round','1000000 1000000 10');
INSERT INTO "sqlite_stat1" VALUES('promise','ix_promise_member','1000000 1000000 10');
INSERT INTO "sqlite_stat1" VALUES('promise','ix_promise_group','1000000 1000000 10');
INSERT INTO "sqlite_stat1" VALUES('promise','sqlite_autoindex_promise_1','1000000 1000000 1');
INSERT INTO "sqlite_stat1" VALUES('prompt','ix_prompt_pairing','1000000 1000000 10');
INSERT INTO "sqlite_stat1" VALUES('prompt','ix_prompt_member','1000000 1000000 10');
INSERT INTO "sqlite_stat1" VALUES('prompt','sqlite_autoindex_prompt_2','1000000 1000000 10 1');
INSERT INTO "sqlite_stat1" VALUES('prompt','sqlite_autoindex_prompt_1','1000000 1000000 1');
INSERT INTO "sqlite_stat1" VALUES('rhythm','sqlite_autoindex_rhythm_2','1000000 1000000 10 1');
INSERT INTO "sqlite_stat1" VALUES('rhythm','sqlite_autoindex_rhythm_1','1000000 1000000 1');
INSERT INTO "sqlite_stat1" VALUES('rotation','sqlite_autoindex_rotation_2','1000000 1000000 1');
INSERT INTO "sqlite_stat1" VALUES('rotation','sqlite_autoindex_rotation_1','1000000 1000000 1');
INSERT INTO "sqlite_stat1" VALUES('rotation_seat','ix_rotation_seat_member','1000000 1000000 10');
INSERT INTO "sqlite_stat1" VALUES('rotation_seat','ix_rotation_seat_group','1000000 1000000 10');
INSERT INTO "sqlite_stat1" VALUES('rotation_seat','ix_rotation_seat_encounter','1000000 1000000 10');
INSERT INTO "sqlite_stat1" VALUES('rotation_seat','sqlite_autoindex_rotation_seat_2','1000000 1000000 10 1');
INSERT INTO "sqlite_stat1" VALUES('rotation_seat','sqlite_autoindex_rotation_seat_1','1000000 1000000 1');
INSERT INTO "sqlite_stat1" VALUES('round','ix_round_opens','1000000 1000000 10 10');
INSERT INTO "sqlite_stat1" VALUES('round','ix_round_closed','1000000 1000000 10');
INSERT INTO "sqlite_stat1" VALUES('round','ix_round_place','1000000 1000000 10 10');
INSERT INTO "sqlite_stat1" VALUES('round','sqlite_autoindex_round_2','1000000 1000000 10 1');
INSERT INTO "sqlite_stat1" VALUES('round','sqlite_autoindex_round_1','1000000 1000000 1');
INSERT INTO "sqlite_stat1" VALUES('round_entry','ix_round_entry_round','1000000 1000000 10');
INSERT INTO "sqlite_stat1" VALUES('round_entry','ix_round_entry_member','1000000 1000000 10');
INSERT INTO "sqlite_stat1" VALUES('round_entry','sqlite_autoindex_round_entry_2','1000000 1000000 10 1');
INSERT INTO "sqlite_stat1" VALUES('round_entry','sqlite_autoindex_round_entry_1','1000000 1000000 1');
INSERT INTO "sqlite_stat1" VALUES('round_seat','ix_round_seat_member','1000000 1000000 10');
INSERT INTO "sqlite_stat1" VALUES('round_seat','ix_round_seat_group','1000000 1000000 10');
INSERT INTO "sqlite_stat1" VALUES('round_seat','sqlite_autoindex_round_seat_2','1000000 1000000 10 1');
INSERT INTO "sqlite_stat1" VALUES('round_seat','sqlite_autoindex_round_seat_1','1000000 1000000 1');
INSERT INTO "sqlite_stat1" VALUES('seat','ix_seat_member','1000000 1000000 10');
INSERT INTO "sqlite_stat1" VALUES('seat','sqlite_autoindex_seat_2','1000000 1000000 10 1');
INSERT INTO "sqlite_stat1" VALUES('seat','sqlite_autoindex_seat_1','1000000 1000000 1');
INSERT INTO "sqlite_stat1" VALUES('step','ix_step_subject','1000000 1000000 10');
INSERT INTO "sqlite_stat1" VALUES('step','sqlite_autoindex_step_1','1000000 1000000 1');
INSERT INTO "sqlite_stat1" VALUES('surface','ix_surface_due','100 1 1');
INSERT INTO "sqlite_stat1" VALUES('surface','sqlite_autoindex_surface_2','1000000 1000000 10 1');
INSERT INTO "sqlite_stat1" VALUES('surface','sqlite_autoindex_surface_1','1000000 1000000 1');
INSERT INTO "sqlite_stat1" VALUES('update','ix_update_pairing','1000000 1000000 10');
INSERT INTO "sqlite_stat1" VALUES('update','sqlite_autoindex_update_2','1000000 1000000 1');
INSERT INTO "sqlite_stat1" VALUES('update','sqlite_autoindex_update_1','1000000 1000000 1');
INSERT INTO "sqlite_stat1" VALUES('uptime','ix_uptime_seen','1000000 1000000 10');
INSERT INTO "sqlite_stat1" VALUES('uptime','sqlite_autoindex_uptime_1','1000000 1000000 1');
INSERT INTO "sqlite_stat1" VALUES('workspace','sqlite_autoindex_workspace_1','1000000 10 1');
CREATE TABLE step (
	workspace_id INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	subject VARCHAR NOT NULL, 
	subject_id CHAR(32) NOT NULL, 
	from_state VARCHAR NOT NULL, 
	step VARCHAR NOT NULL, 
	to_state VARCHAR NOT NULL, 
	at VARCHAR(27) NOT NULL, 
	"by" CHAR(32), 
	cause VARCHAR NOT NULL, 
	CONSTRAINT pk_step PRIMARY KEY (workspace_id, id), 
	CONSTRAINT fk_step_workspace_id FOREIGN KEY(workspace_id) REFERENCES workspace (id)
);
INSERT INTO "step" VALUES(1,'00000000000000000000000000000001','sample','00000000000000000000000000000001','sample','sample','sample','2026-03-29T01:30:00.000000Z','00000000000000000000000000000001','sample');
CREATE TABLE surface (
	workspace_id INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	subject_id CHAR(32) NOT NULL, 
	wanted INTEGER NOT NULL, 
	shown INTEGER NOT NULL, 
	due_at VARCHAR(27) NOT NULL, 
	mark VARCHAR NOT NULL, 
	CONSTRAINT pk_surface PRIMARY KEY (workspace_id, id), 
	CONSTRAINT fk_surface_workspace_id FOREIGN KEY(workspace_id) REFERENCES workspace (id), 
	CONSTRAINT uq_surface_workspace_id_kind_subject_id UNIQUE (workspace_id, kind, subject_id)
);
INSERT INTO "surface" VALUES(1,'00000000000000000000000000000001','message','00000000000000000000000000000001',1,1,'2026-03-29T01:30:00.000000Z','sample');
CREATE TABLE "update" (
	workspace_id INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	prompt_id CHAR(32) NOT NULL, 
	pairing_id CHAR(32) NOT NULL, 
	outcome VARCHAR(32), 
	usefulness INTEGER, 
	goal VARCHAR(32), 
	answered_at VARCHAR(27) NOT NULL, 
	changed_at VARCHAR(27) NOT NULL, 
	CONSTRAINT pk_update PRIMARY KEY (workspace_id, id), 
	CONSTRAINT fk_update_workspace_id_pairing_id FOREIGN KEY(workspace_id, pairing_id) REFERENCES pairing (workspace_id, id), 
	CONSTRAINT fk_update_workspace_id_prompt_id FOREIGN KEY(workspace_id, prompt_id) REFERENCES prompt (workspace_id, id), 
	CONSTRAINT uq_update_workspace_id_prompt_id UNIQUE (workspace_id, prompt_id)
);
INSERT INTO "update" VALUES(1,'00000000000000000000000000000001','00000000000000000000000000000001','00000000000000000000000000000001','met',1,'moved','2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z');
CREATE TABLE uptime (
	workspace_id INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	began_at VARCHAR(27) NOT NULL, 
	seen_at VARCHAR(27) NOT NULL, 
	CONSTRAINT pk_uptime PRIMARY KEY (workspace_id, id), 
	CONSTRAINT fk_uptime_workspace_id FOREIGN KEY(workspace_id) REFERENCES workspace (id)
);
INSERT INTO "uptime" VALUES(1,'00000000000000000000000000000001','2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z');
CREATE TABLE workspace (
	id INTEGER NOT NULL, 
	enterprise_id VARCHAR NOT NULL, 
	team_id VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	bot_person VARCHAR NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	stopped_why VARCHAR NOT NULL, 
	leased_by VARCHAR NOT NULL, 
	leased_until VARCHAR(27), 
	CONSTRAINT pk_workspace PRIMARY KEY (id), 
	CONSTRAINT uq_workspace_enterprise_id_team_id UNIQUE (enterprise_id, team_id)
);
INSERT INTO "workspace" VALUES(1,'sample','sample','sample','sample','active','sample','sample','2026-03-29T01:30:00.000000Z');
CREATE INDEX ix_heard_at ON heard (at);
CREATE INDEX ix_step_subject ON step (workspace_id, subject_id);
CREATE INDEX ix_surface_due ON surface (due_at, id) WHERE wanted > shown;
CREATE INDEX ix_uptime_seen ON uptime (workspace_id, seen_at);
CREATE INDEX ix_pairing_due ON pairing (next_look_at, id) WHERE next_look_at IS NOT NULL;
CREATE INDEX ix_pause_member ON pause (workspace_id, member_id);
CREATE INDEX ix_seat_member ON seat (workspace_id, member_id);
CREATE INDEX ix_prompt_member ON prompt (workspace_id, member_id);
CREATE INDEX ix_prompt_pairing ON prompt (workspace_id, pairing_id);
CREATE INDEX ix_update_pairing ON "update" (workspace_id, pairing_id);
CREATE INDEX ix_entry_member ON entry (workspace_id, member_id);
CREATE INDEX ix_entry_update ON entry (workspace_id, update_id);
CREATE INDEX ix_entry_reader_notice ON entry_reader (workspace_id, notice_id) WHERE notice_id IS NOT NULL;
CREATE INDEX ix_concern_case ON concern (workspace_id, case_id);
CREATE INDEX ix_concern_member ON concern (workspace_id, member_id);
CREATE UNIQUE INDEX ix_group_conversation ON "group" (workspace_id, conversation, kind) WHERE state <> 'ended' AND conversation <> '';
CREATE INDEX ix_group_due ON "group" (next_look_at, id) WHERE next_look_at IS NOT NULL;
CREATE INDEX ix_group_programme ON "group" (workspace_id, programme_id);
CREATE INDEX ix_group_pause_group ON group_pause (workspace_id, group_id);
CREATE INDEX ix_membership_member ON membership (workspace_id, member_id);
CREATE INDEX ix_round_place ON round (workspace_id, conversation, stamp);
CREATE INDEX ix_hand_over_round ON hand_over (workspace_id, round_id);
CREATE INDEX ix_round_entry_member ON round_entry (workspace_id, member_id);
CREATE INDEX ix_round_entry_round ON round_entry (workspace_id, round_id);
CREATE INDEX ix_round_seat_group ON round_seat (workspace_id, group_id);
CREATE INDEX ix_round_seat_member ON round_seat (workspace_id, member_id);
CREATE INDEX ix_promise_group ON promise (workspace_id, group_id);
CREATE INDEX ix_promise_member ON promise (workspace_id, member_id);
CREATE INDEX ix_promise_round ON promise (workspace_id, round_id);
CREATE INDEX ix_case_programme ON "case" (workspace_id, programme_id);
CREATE INDEX ix_case_pairing ON "case" (workspace_id, pairing_id);
CREATE INDEX ix_case_due ON "case" (next_look_at, id) WHERE next_look_at IS NOT NULL;
CREATE INDEX ix_case_group ON "case" (workspace_id, group_id);
CREATE INDEX ix_climb_pairing ON climb (workspace_id, pairing_id);
CREATE INDEX ix_climb_group ON climb (workspace_id, group_id);
CREATE INDEX ix_message_member ON message (workspace_id, member_id, sent_at);
CREATE INDEX ix_message_flight ON message (lease_until, id) WHERE state IN ('sending', 'unknown');
CREATE INDEX ix_message_place ON message (workspace_id, conversation, stamp);
CREATE INDEX ix_message_group ON message (workspace_id, group_id, claimed_at);
CREATE INDEX ix_notice_message ON notice (workspace_id, message_id);
CREATE INDEX ix_notice_pairing ON notice (workspace_id, pairing_id);
CREATE INDEX ix_notice_due ON notice (not_before, id) WHERE state IN ('queued', 'failed');
CREATE INDEX ix_notice_subject ON notice (workspace_id, subject_id);
CREATE INDEX ix_notice_group ON notice (workspace_id, group_id);
CREATE INDEX ix_apart_other ON apart (workspace_id, other_id);
CREATE INDEX ix_encounter_group ON encounter (workspace_id, group_id);
CREATE INDEX ix_encounter_round ON encounter (workspace_id, round_id);
CREATE INDEX ix_rotation_seat_encounter ON rotation_seat (workspace_id, encounter_id);
CREATE INDEX ix_rotation_seat_group ON rotation_seat (workspace_id, group_id);
CREATE INDEX ix_rotation_seat_member ON rotation_seat (workspace_id, member_id);
CREATE INDEX ix_formation_due ON formation (next_look_at, id) WHERE next_look_at IS NOT NULL;
CREATE INDEX ix_arrival_due ON arrival (next_look_at, id) WHERE next_look_at IS NOT NULL;
CREATE INDEX ix_draft_group_due ON draft_group (next_look_at, id) WHERE next_look_at IS NOT NULL;
CREATE INDEX ix_merger_group ON merger (workspace_id, group_id);
CREATE INDEX ix_merger_into ON merger (workspace_id, into_id);
CREATE INDEX ix_formation_place_draft ON formation_place (workspace_id, draft_id);
CREATE INDEX ix_formation_place_member ON formation_place (workspace_id, member_id);
CREATE INDEX ix_entry_reader_held ON entry_reader (workspace_id, member_id) WHERE notice_id IS NULL;
CREATE INDEX ix_checkin_opened ON checkin (workspace_id, opened_at);
CREATE INDEX ix_group_channel ON "group" (workspace_id, conversation);
CREATE INDEX ix_membership_state ON membership (workspace_id, group_id, state);
CREATE INDEX ix_round_closed ON round (workspace_id, closed_at);
CREATE INDEX ix_round_opens ON round (workspace_id, group_id, opens_at);
CREATE INDEX ix_group_state ON "group" (workspace_id, programme_id, state, kind);
CREATE INDEX ix_case_waiting ON "case" (workspace_id, programme_id) WHERE state <> 'resolved';
CREATE INDEX ix_notice_undeliverable ON notice (workspace_id, not_before) WHERE state = 'undeliverable';
COMMIT;
