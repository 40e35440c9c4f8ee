BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0002');
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
	pairing_id CHAR(32) NOT NULL, 
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
	CONSTRAINT pk_case PRIMARY KEY (workspace_id, id), 
	CONSTRAINT fk_case_workspace_id_owner_id FOREIGN KEY(workspace_id, owner_id) REFERENCES member (workspace_id, id), 
	CONSTRAINT fk_case_workspace_id_pairing_id FOREIGN KEY(workspace_id, pairing_id) REFERENCES pairing (workspace_id, id), 
	CONSTRAINT fk_case_workspace_id_programme_id FOREIGN KEY(workspace_id, programme_id) REFERENCES programme (workspace_id, id), 
	CONSTRAINT uq_case_workspace_id_code UNIQUE (workspace_id, code), 
	CONSTRAINT uq_case_workspace_id_natural_key UNIQUE (workspace_id, natural_key)
);
INSERT INTO "case" VALUES(1,'00000000000000000000000000000001','sample','sample','00000000000000000000000000000001','00000000000000000000000000000001','never_met','open',1,1,1,1,'00000000000000000000000000000001','2026-03-29T01:30:00.000000Z',1,'2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z');
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
CREATE TABLE climb (
	workspace_id INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	pairing_id CHAR(32) NOT NULL, 
	rule VARCHAR NOT NULL, 
	ladder JSON NOT NULL, 
	rung INTEGER NOT NULL, 
	started_at VARCHAR(27) NOT NULL, 
	rung_at VARCHAR(27) NOT NULL, 
	ended_at VARCHAR(27), 
	CONSTRAINT pk_climb PRIMARY KEY (workspace_id, id), 
	CONSTRAINT fk_climb_workspace_id_pairing_id FOREIGN KEY(workspace_id, pairing_id) REFERENCES pairing (workspace_id, id), 
	CONSTRAINT fk_climb_workspace_id FOREIGN KEY(workspace_id) REFERENCES workspace (id)
);
INSERT INTO "climb" VALUES(1,'00000000000000000000000000000001','00000000000000000000000000000001','sample','{"sample": 1}',1,'2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z');
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
INSERT INTO "concern" VALUES(1,'00000000000000000000000000000001','00000000000000000000000000000001','00000000000000000000000000000001','00000000000000000000000000000001','when_you_can','1:gAAAAABrAmZhYA49oD5KgX4x9KV6DoUuh-XVWL9lzOb1-ShpjVbbhkuCNu9EpPZ9JgOlwhvRABCiKBDTVabnMLcfWMecnysatIo1mGRL75DFuhz45G6JTTalkJoAc3ythbyum4SfRL1ylUQnRENg72eboI8Wm3Zu5bRcGplJXPoMJIEul3xe_FlLhDhsRw98ZvzxwxO6bKzG','2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z');
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
INSERT INTO "entry" VALUES(1,'00000000000000000000000000000001','00000000000000000000000000000001','00000000000000000000000000000001','moved','sample','only_me','1:gAAAAABrAmZhq2dplPn9gzQa0CpktTtnrFurZ-k6S6vww4v7opjzhdONjx_BOXOKewSEWGntgQGHH-Amgt6jinekY6cIHkJP4xSGBeP4nu2LLd3uPg1_TA2cVMxwBmIzqAIEa-KSAtNh7zRP8dyotrj0IS-edCDNIlWf4ti3VADEWLqO1g6zsWBPBbLylTqf-GnMkQGB7las','sample','sample','2026-03-29T01:30:00.000000Z');
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
INSERT INTO "key_check" VALUES(1,'1:gAAAAABrAmZheC5jD6qCq--kDepn1OngxgQRpLBxzuHk30AtE730Iw4e6yM9tLlwV_pdKe_fwuNFu3n8P-2B15z9ZZIwh64FZ_x08ThPRSNqHAH-kyyZsQXod_M_x1Ip23GtEDUo5Mi4R0F7jxkqBq9XNyuVCctscIAS9mS8vRSzFmJbrOqsUWk=');
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
CREATE TABLE message (
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
	CONSTRAINT pk_message PRIMARY KEY (workspace_id, id), 
	CONSTRAINT fk_message_workspace_id_member_id FOREIGN KEY(workspace_id, member_id) REFERENCES member (workspace_id, id), 
	CONSTRAINT fk_message_workspace_id_pairing_id FOREIGN KEY(workspace_id, pairing_id) REFERENCES pairing (workspace_id, id), 
	CONSTRAINT fk_message_workspace_id FOREIGN KEY(workspace_id) REFERENCES workspace (id)
);
INSERT INTO "message" VALUES(1,'00000000000000000000000000000001','00000000000000000000000000000001','00000000000000000000000000000001','queued',1,'sample','sample','sample','2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z',1);
CREATE TABLE notice (
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
	CONSTRAINT pk_notice PRIMARY KEY (workspace_id, id), 
	CONSTRAINT fk_notice_workspace_id_member_id FOREIGN KEY(workspace_id, member_id) REFERENCES member (workspace_id, id), 
	CONSTRAINT fk_notice_workspace_id_message_id FOREIGN KEY(workspace_id, message_id) REFERENCES message (workspace_id, id), 
	CONSTRAINT fk_notice_workspace_id_pairing_id FOREIGN KEY(workspace_id, pairing_id) REFERENCES pairing (workspace_id, id), 
	CONSTRAINT fk_notice_workspace_id FOREIGN KEY(workspace_id) REFERENCES workspace (id), 
	CONSTRAINT uq_notice_workspace_id_key UNIQUE (workspace_id, "key")
);
INSERT INTO "notice" VALUES(1,'00000000000000000000000000000001','first_word','sample','00000000000000000000000000000001','00000000000000000000000000000001','00000000000000000000000000000001',1,'sample',1,'2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z','queued','sample',1,'00000000000000000000000000000001','sample');
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
INSERT INTO "pairing" VALUES(1,'00000000000000000000000000000001','00000000000000000000000000000001','sample','draft','weekly','1:gAAAAABrBhWI2vi-exr7wL_Evrp9p9adjwsqwS2sYRNj6PEikw7egTBSxfO8h379KS-aVozVv0DxAbpPGG3ihJ8dURo0BXFPmtioDGY2R_I4Vm_UVs9tkVM1pUTQRpBiQng9qI4bfFgtdi1b0qc0c1nNKtfpfK10xbguqkg7GMArWLAaWv1o_cYqzvmerjdKVvZL6k4EErWo','1:gAAAAABrBhWIB1ahTOL9lxu8sUq2YNLfxj8XLOooNA8Q9dYCQT7YAenkrJuRL7XWxFrFAYicmlv64Hf_UXC30JB9KII8pNp62LbutZMNsr8h9hl3lc9wVZnq7jOv78e5Kl3kYZ8o7ol68734IsIsTwyDUGpzoy46p0o3sBsBpPR_d7aYeyIDn4dOYOTpekEf6p8HqorRHZdO','2026-02-28','2026-02-28','2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z','2026-03-29T01:30:00.000000Z','not_for_me','sample','2026-03-29T01:30:00.000000Z','sample');
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
INSERT INTO "programme" VALUES(1,'00000000000000000000000000000001','sample','mentoring','weekly','2026-02-28','1:gAAAAABrBhWIhhVL9ziY1k5y572bygx09dIBShLixh-mSDh58bLO6tiOUmN6ZQPVFPHKMUAdLHrSFNdLbHhDi7a17a2efHymRU8XuOLVWpIXXPyv7_ExYMsU73Eh3OCWIdwCUhRAUBsInCo5Xvf0xdM0lcEeK8_9iurCsFBErjUrSZlwrOpEXQ-kDosM0J9mcnj5w54ltVfc_0qXlpITLV9EChr4gILRvQ==','sample','{"sample": 1}',1,'2026-03-29T01:30:00.000000Z');
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
CREATE INDEX ix_message_flight ON message (lease_until, id) WHERE state IN ('sending', 'unknown');
CREATE INDEX ix_message_member ON message (workspace_id, member_id, sent_at);
CREATE INDEX ix_message_place ON message (workspace_id, conversation, stamp);
CREATE INDEX ix_pause_member ON pause (workspace_id, member_id);
CREATE INDEX ix_seat_member ON seat (workspace_id, member_id);
CREATE INDEX ix_notice_due ON notice (not_before, id) WHERE state IN ('queued', 'failed');
CREATE INDEX ix_notice_message ON notice (workspace_id, message_id);
CREATE INDEX ix_notice_pairing ON notice (workspace_id, pairing_id);
CREATE INDEX ix_notice_subject ON notice (workspace_id, subject_id);
CREATE INDEX ix_prompt_member ON prompt (workspace_id, member_id);
CREATE INDEX ix_prompt_pairing ON prompt (workspace_id, pairing_id);
CREATE INDEX ix_update_pairing ON "update" (workspace_id, pairing_id);
CREATE INDEX ix_entry_member ON entry (workspace_id, member_id);
CREATE INDEX ix_entry_update ON entry (workspace_id, update_id);
CREATE INDEX ix_entry_reader_notice ON entry_reader (workspace_id, notice_id) WHERE notice_id IS NOT NULL;
CREATE INDEX ix_case_due ON "case" (next_look_at, id) WHERE next_look_at IS NOT NULL;
CREATE INDEX ix_case_pairing ON "case" (workspace_id, pairing_id);
CREATE INDEX ix_case_programme ON "case" (workspace_id, programme_id);
CREATE INDEX ix_concern_case ON concern (workspace_id, case_id);
CREATE INDEX ix_concern_member ON concern (workspace_id, member_id);
CREATE INDEX ix_climb_pairing ON climb (workspace_id, pairing_id);
COMMIT;
