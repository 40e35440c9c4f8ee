CREATE TABLE public.alembic_version (
    version_num character varying(32) NOT NULL
);
CREATE TABLE public.audit (
    workspace_id integer NOT NULL,
    id uuid NOT NULL,
    member_id uuid NOT NULL,
    act character varying NOT NULL,
    subject character varying NOT NULL,
    subject_id uuid,
    at timestamp with time zone NOT NULL,
    cause character varying NOT NULL
);
CREATE TABLE public."case" (
    workspace_id integer NOT NULL,
    id uuid NOT NULL,
    natural_key character varying NOT NULL,
    code character varying NOT NULL,
    programme_id uuid NOT NULL,
    pairing_id uuid NOT NULL,
    rule character varying(32) NOT NULL,
    state character varying(32) NOT NULL,
    opening integer NOT NULL,
    told integer NOT NULL,
    climbing boolean NOT NULL,
    exhausted boolean NOT NULL,
    owner_id uuid,
    since timestamp with time zone NOT NULL,
    checkins integer NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    stepped_at timestamp with time zone NOT NULL,
    snoozed_until timestamp with time zone,
    resolved_at timestamp with time zone,
    next_look_at timestamp with time zone
);
CREATE TABLE public.checkin (
    workspace_id integer NOT NULL,
    id uuid NOT NULL,
    pairing_id uuid NOT NULL,
    period integer NOT NULL,
    day date NOT NULL,
    state character varying(32) NOT NULL,
    opened_at timestamp with time zone,
    closes_at timestamp with time zone,
    closed_at timestamp with time zone,
    answered character varying(32)
);
CREATE TABLE public.climb (
    workspace_id integer NOT NULL,
    id uuid NOT NULL,
    pairing_id uuid NOT NULL,
    rule character varying NOT NULL,
    ladder json NOT NULL,
    rung integer NOT NULL,
    started_at timestamp with time zone NOT NULL,
    rung_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone
);
CREATE TABLE public.concern (
    workspace_id integer NOT NULL,
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    member_id uuid NOT NULL,
    pairing_id uuid NOT NULL,
    urgency character varying(32) NOT NULL,
    sealed character varying NOT NULL,
    at timestamp with time zone NOT NULL,
    read_at timestamp with time zone
);
CREATE TABLE public.concern_about (
    workspace_id integer NOT NULL,
    id uuid NOT NULL,
    member_id uuid NOT NULL
);
CREATE TABLE public.concern_reader (
    workspace_id integer NOT NULL,
    id uuid NOT NULL,
    member_id uuid NOT NULL,
    rank integer NOT NULL
);
CREATE TABLE public.coordinator (
    workspace_id integer NOT NULL,
    id uuid NOT NULL,
    programme_id uuid NOT NULL,
    member_id uuid NOT NULL,
    role character varying(32) NOT NULL,
    rank integer NOT NULL
);
CREATE TABLE public.entry (
    workspace_id integer NOT NULL,
    id uuid NOT NULL,
    update_id uuid,
    member_id uuid NOT NULL,
    about character varying(32) NOT NULL,
    question character varying NOT NULL,
    audience character varying(32) NOT NULL,
    sealed character varying NOT NULL,
    conversation character varying,
    stamp character varying,
    at timestamp with time zone NOT NULL
);
CREATE TABLE public.entry_reader (
    workspace_id integer NOT NULL,
    id uuid NOT NULL,
    member_id uuid NOT NULL,
    notice_id uuid
);
CREATE TABLE public.heard (
    workspace_id integer NOT NULL,
    event character varying NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE TABLE public.key_check (
    id integer NOT NULL,
    sealed character varying NOT NULL
);
CREATE SEQUENCE public.key_check_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.key_check_id_seq OWNED BY public.key_check.id;
CREATE TABLE public.member (
    workspace_id integer NOT NULL,
    id uuid NOT NULL,
    person character varying NOT NULL,
    name character varying NOT NULL,
    language character varying NOT NULL,
    zone character varying NOT NULL,
    country character varying NOT NULL,
    days character varying NOT NULL,
    opens time without time zone NOT NULL,
    closes time without time zone NOT NULL,
    ask_weekday integer NOT NULL,
    ask_at time without time zone NOT NULL,
    consent character varying(32) NOT NULL,
    reachable boolean NOT NULL,
    greeted_at timestamp with time zone,
    dm character varying NOT NULL
);
CREATE TABLE public.message (
    workspace_id integer NOT NULL,
    id uuid NOT NULL,
    member_id uuid,
    pairing_id uuid,
    state character varying(32) NOT NULL,
    unasked boolean NOT NULL,
    conversation character varying NOT NULL,
    stamp character varying NOT NULL,
    thread character varying NOT NULL,
    lease_until timestamp with time zone,
    claimed_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    repeats integer NOT NULL
);
CREATE TABLE public.notice (
    workspace_id integer NOT NULL,
    id uuid NOT NULL,
    kind character varying(32) NOT NULL,
    key character varying NOT NULL,
    member_id uuid,
    pairing_id uuid,
    subject_id uuid,
    nth integer NOT NULL,
    thread character varying NOT NULL,
    urgency integer NOT NULL,
    not_before timestamp with time zone NOT NULL,
    queued_at timestamp with time zone NOT NULL,
    state character varying(32) NOT NULL,
    why character varying NOT NULL,
    attempts integer NOT NULL,
    message_id uuid,
    cause character varying NOT NULL
);
CREATE TABLE public.pairing (
    workspace_id integer NOT NULL,
    id uuid NOT NULL,
    programme_id uuid NOT NULL,
    natural_key character varying NOT NULL,
    state character varying(32) NOT NULL,
    rule character varying(32) NOT NULL,
    focus character varying NOT NULL,
    site character varying NOT NULL,
    introduce_on date,
    started_on date,
    created_at timestamp with time zone NOT NULL,
    introducing_at timestamp with time zone,
    introduced_at timestamp with time zone,
    met_at timestamp with time zone,
    ended_at timestamp with time zone,
    end_reason character varying(32),
    conversation character varying NOT NULL,
    next_look_at timestamp with time zone,
    trouble character varying NOT NULL
);
CREATE TABLE public.participant (
    workspace_id integer NOT NULL,
    id uuid NOT NULL,
    programme_id uuid NOT NULL,
    member_id uuid NOT NULL,
    state character varying(32) NOT NULL
);
CREATE TABLE public.pause (
    workspace_id integer NOT NULL,
    id uuid NOT NULL,
    member_id uuid NOT NULL,
    pairing_id uuid,
    from_day date NOT NULL,
    until_day date NOT NULL
);
CREATE TABLE public.programme (
    workspace_id integer NOT NULL,
    id uuid NOT NULL,
    name character varying NOT NULL,
    kind character varying(32) NOT NULL,
    rhythm character varying(32) NOT NULL,
    anchor date,
    outside_contact character varying NOT NULL,
    room character varying NOT NULL,
    policy json NOT NULL,
    retention_months integer NOT NULL,
    created_at timestamp with time zone NOT NULL
);
CREATE TABLE public.prompt (
    workspace_id integer NOT NULL,
    id uuid NOT NULL,
    checkin_id uuid NOT NULL,
    pairing_id uuid NOT NULL,
    seat_id uuid NOT NULL,
    member_id uuid NOT NULL,
    ask_at timestamp with time zone NOT NULL,
    asked integer NOT NULL,
    delivered_at timestamp with time zone,
    reminders integer NOT NULL,
    snoozed_until timestamp with time zone,
    skipped_at timestamp with time zone
);
CREATE TABLE public.rhythm (
    workspace_id integer NOT NULL,
    id uuid NOT NULL,
    pairing_id uuid NOT NULL,
    from_period integer NOT NULL,
    rule character varying(32) NOT NULL,
    anchor date NOT NULL
);
CREATE TABLE public.seat (
    workspace_id integer NOT NULL,
    id uuid NOT NULL,
    pairing_id uuid NOT NULL,
    member_id uuid NOT NULL,
    role character varying(32) NOT NULL,
    meeting character varying(32),
    meeting_asked_at timestamp with time zone,
    meeting_at timestamp with time zone
);
CREATE TABLE public.step (
    workspace_id integer NOT NULL,
    id uuid NOT NULL,
    subject character varying NOT NULL,
    subject_id uuid NOT NULL,
    from_state character varying NOT NULL,
    step character varying NOT NULL,
    to_state character varying NOT NULL,
    at timestamp with time zone NOT NULL,
    by uuid,
    cause character varying NOT NULL
);
CREATE TABLE public.surface (
    workspace_id integer NOT NULL,
    id uuid NOT NULL,
    kind character varying(32) NOT NULL,
    subject_id uuid NOT NULL,
    wanted integer NOT NULL,
    shown integer NOT NULL,
    due_at timestamp with time zone NOT NULL,
    mark character varying NOT NULL
);
CREATE TABLE public.update (
    workspace_id integer NOT NULL,
    id uuid NOT NULL,
    prompt_id uuid NOT NULL,
    pairing_id uuid NOT NULL,
    outcome character varying(32),
    usefulness integer,
    goal character varying(32),
    answered_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL
);
CREATE TABLE public.uptime (
    workspace_id integer NOT NULL,
    id uuid NOT NULL,
    began_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL
);
CREATE TABLE public.workspace (
    id integer NOT NULL,
    enterprise_id character varying NOT NULL,
    team_id character varying NOT NULL,
    name character varying NOT NULL,
    bot_person character varying NOT NULL,
    state character varying(32) NOT NULL,
    stopped_why character varying NOT NULL,
    leased_by character varying NOT NULL,
    leased_until timestamp with time zone
);
CREATE SEQUENCE public.workspace_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.workspace_id_seq OWNED BY public.workspace.id;
ALTER TABLE ONLY public.key_check ALTER COLUMN id SET DEFAULT nextval('public.key_check_id_seq'::regclass);
ALTER TABLE ONLY public.workspace ALTER COLUMN id SET DEFAULT nextval('public.workspace_id_seq'::regclass);
INSERT INTO public.alembic_version VALUES ('0002');
INSERT INTO public.audit VALUES (1, '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'sample', 'sample', '00000000-0000-0000-0000-000000000001', '2026-03-29 01:30:00+00', 'sample');
INSERT INTO public."case" VALUES (1, '00000000-0000-0000-0000-000000000001', 'sample', 'sample', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'never_met', 'open', 1, 1, true, true, '00000000-0000-0000-0000-000000000001', '2026-03-29 01:30:00+00', 1, '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00');
INSERT INTO public.checkin VALUES (1, '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 1, '2026-02-28', 'scheduled', '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00', 'all');
INSERT INTO public.climb VALUES (1, '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'sample', '{"sample": 1}', 1, '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00');
INSERT INTO public.concern VALUES (1, '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'when_you_can', '1:gAAAAABrAmZmXTgorMjijeD3oX1NTmhnt9TE2d53HJbQLO6Mcf3jYVB6lQ3GGy8kIxQpjsVHdX_FZil1NPz6puL08ZYuzcKbQ9BaHOVvymhYgzFDxHv-KYSHPp0cPvQifA3sjvQMSBTHfZn9H4i_WaGYmEmDKy1xbdw-2eUSuPvvM5P73A79aZ2lB31htAskPCfAnOfEKS8Z', '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00');
INSERT INTO public.concern_about VALUES (1, '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001');
INSERT INTO public.concern_reader VALUES (1, '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 1);
INSERT INTO public.coordinator VALUES (1, '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'coordinator', 1);
INSERT INTO public.entry VALUES (1, '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'moved', 'sample', 'only_me', '1:gAAAAABrAmZmWuKgalLrw5E8fv-5tLkXddIkH9zoJYmyJgk1byCJTye5WpXgh856Ero1soKtJ0JYQpI0pe0F76qKypUNRKyISmTXgKeDFPvu2IDLS4ybb2B_n66T2tj24HBp3bsykj_M8MgCAj9v0usR-rmlC3r5dp-qGfYrML6N6dyuYmv4bIaIdTTNq2CXo8BIm1zqpOSL', 'sample', 'sample', '2026-03-29 01:30:00+00');
INSERT INTO public.entry_reader VALUES (1, '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001');
INSERT INTO public.heard VALUES (1, 'sample', '2026-03-29 01:30:00+00');
INSERT INTO public.key_check VALUES (1, '1:gAAAAABrAmZlPOCdcS9RtEV_YUXJdd_FkxpZENwQZrRlQDezOzEVMuxPyy0LyUHRSWDHkpATgzqjdOtZCC39TD0UX0m_aCAoTlrTc7I0bgHwYtg47EM_NRK9AujIBblsdixP5nDdKTH9Ur3cdlCU4mgcMQGP6-DopHwtdtkNy4LWATuyNueJytk=');
INSERT INTO public.member VALUES (1, '00000000-0000-0000-0000-000000000001', 'sample', 'sample', 'sample', 'sample', 'sample', 'sample', '09:30:00', '09:30:00', 1, '09:30:00', 'unasked', true, '2026-03-29 01:30:00+00', 'sample');
INSERT INTO public.message VALUES (1, '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'queued', true, 'sample', 'sample', 'sample', '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00', 1);
INSERT INTO public.notice VALUES (1, '00000000-0000-0000-0000-000000000001', 'first_word', 'sample', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 1, 'sample', 1, '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00', 'queued', 'sample', 1, '00000000-0000-0000-0000-000000000001', 'sample');
INSERT INTO public.pairing VALUES (1, '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'sample', 'draft', 'weekly', '1:gAAAAABrBhWIv4cHp2_Juno82jc1fSXke2uhPi4WxySo4UDh__mwriZqlvrp9gGUFCvYhnBaAkbF2zdWiO1InO2WW_mUYD4X-q7CKBX4qhZPLigct3WtgdJS8nQ8LQJM39G5Nvk6i9-Fqqp049ki0ahSKFn0G-FjVrn5LTBJ-a8tNJQ_B2dZgKeMe7W-hOSx-GVm5f-kMZfE', '1:gAAAAABrBhWIXdIKBF1gMbnmtL-rL-5cmqKe4ZnPbXCwocRjh8sDZlHvQb5r8GTspgOL7Ab2mWsdL3IybbFcsYL4A7FeB8sAM20_Khsub3Xre6J7vcmH7BGIj4DHL87Glq7hcfcheHYjNyaXjNxDhbV8EG4u_CVy3DeQqw8EqifOxQLSpFWT-slkF1BERunkDTpc6YW2wgo2', '2026-02-28', '2026-02-28', '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00', 'not_for_me', 'sample', '2026-03-29 01:30:00+00', 'sample');
INSERT INTO public.participant VALUES (1, '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'invited');
INSERT INTO public.pause VALUES (1, '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '2026-02-28', '2026-02-28');
INSERT INTO public.programme VALUES (1, '00000000-0000-0000-0000-000000000001', 'sample', 'mentoring', 'weekly', '2026-02-28', '1:gAAAAABrBhWI7F9Qi_Hcn7F25WDy_5q51TbojKgiEJfl5KHLrzamp_ujV22OWyC1odh885anAImo_749w318svYKo89h4Hk9guaRbe-cSeIvl2JGUZnIk37EZ9wVD1YvbQC7qEJoAjm6RvxIUt_me9JOXHUrHIfFmeEBHNpC23egl7mwrQUNvHwoJkQMqsUJ6-U8-jceOhAlgHgnLJ51SuSZLMB8JFLSsA==', 'sample', '{"sample": 1}', 1, '2026-03-29 01:30:00+00');
INSERT INTO public.prompt VALUES (1, '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '2026-03-29 01:30:00+00', 1, '2026-03-29 01:30:00+00', 1, '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00');
INSERT INTO public.rhythm VALUES (1, '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 1, 'weekly', '2026-02-28');
INSERT INTO public.seat VALUES (1, '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'mentor', 'planned', '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00');
INSERT INTO public.step VALUES (1, '00000000-0000-0000-0000-000000000001', 'sample', '00000000-0000-0000-0000-000000000001', 'sample', 'sample', 'sample', '2026-03-29 01:30:00+00', '00000000-0000-0000-0000-000000000001', 'sample');
INSERT INTO public.surface VALUES (1, '00000000-0000-0000-0000-000000000001', 'message', '00000000-0000-0000-0000-000000000001', 1, 1, '2026-03-29 01:30:00+00', 'sample');
INSERT INTO public.update VALUES (1, '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'met', 1, 'moved', '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00');
INSERT INTO public.uptime VALUES (1, '00000000-0000-0000-0000-000000000001', '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00');
INSERT INTO public.workspace VALUES (1, 'sample', 'sample', 'sample', 'sample', 'active', 'sample', 'sample', '2026-03-29 01:30:00+00');
SELECT pg_catalog.setval('public.key_check_id_seq', 1, false);
SELECT pg_catalog.setval('public.workspace_id_seq', 1, false);
ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);
ALTER TABLE ONLY public.audit
    ADD CONSTRAINT pk_audit PRIMARY KEY (workspace_id, id);
ALTER TABLE ONLY public."case"
    ADD CONSTRAINT pk_case PRIMARY KEY (workspace_id, id);
ALTER TABLE ONLY public.checkin
    ADD CONSTRAINT pk_checkin PRIMARY KEY (workspace_id, id);
ALTER TABLE ONLY public.climb
    ADD CONSTRAINT pk_climb PRIMARY KEY (workspace_id, id);
ALTER TABLE ONLY public.concern
    ADD CONSTRAINT pk_concern PRIMARY KEY (workspace_id, id);
ALTER TABLE ONLY public.concern_about
    ADD CONSTRAINT pk_concern_about PRIMARY KEY (workspace_id, id, member_id);
ALTER TABLE ONLY public.concern_reader
    ADD CONSTRAINT pk_concern_reader PRIMARY KEY (workspace_id, id, member_id);
ALTER TABLE ONLY public.coordinator
    ADD CONSTRAINT pk_coordinator PRIMARY KEY (workspace_id, id);
ALTER TABLE ONLY public.entry
    ADD CONSTRAINT pk_entry PRIMARY KEY (workspace_id, id);
ALTER TABLE ONLY public.entry_reader
    ADD CONSTRAINT pk_entry_reader PRIMARY KEY (workspace_id, id, member_id);
ALTER TABLE ONLY public.heard
    ADD CONSTRAINT pk_heard PRIMARY KEY (workspace_id, event);
ALTER TABLE ONLY public.key_check
    ADD CONSTRAINT pk_key_check PRIMARY KEY (id);
ALTER TABLE ONLY public.member
    ADD CONSTRAINT pk_member PRIMARY KEY (workspace_id, id);
ALTER TABLE ONLY public.message
    ADD CONSTRAINT pk_message PRIMARY KEY (workspace_id, id);
ALTER TABLE ONLY public.notice
    ADD CONSTRAINT pk_notice PRIMARY KEY (workspace_id, id);
ALTER TABLE ONLY public.pairing
    ADD CONSTRAINT pk_pairing PRIMARY KEY (workspace_id, id);
ALTER TABLE ONLY public.participant
    ADD CONSTRAINT pk_participant PRIMARY KEY (workspace_id, id);
ALTER TABLE ONLY public.pause
    ADD CONSTRAINT pk_pause PRIMARY KEY (workspace_id, id);
ALTER TABLE ONLY public.programme
    ADD CONSTRAINT pk_programme PRIMARY KEY (workspace_id, id);
ALTER TABLE ONLY public.prompt
    ADD CONSTRAINT pk_prompt PRIMARY KEY (workspace_id, id);
ALTER TABLE ONLY public.rhythm
    ADD CONSTRAINT pk_rhythm PRIMARY KEY (workspace_id, id);
ALTER TABLE ONLY public.seat
    ADD CONSTRAINT pk_seat PRIMARY KEY (workspace_id, id);
ALTER TABLE ONLY public.step
    ADD CONSTRAINT pk_step PRIMARY KEY (workspace_id, id);
ALTER TABLE ONLY public.surface
    ADD CONSTRAINT pk_surface PRIMARY KEY (workspace_id, id);
ALTER TABLE ONLY public.update
    ADD CONSTRAINT pk_update PRIMARY KEY (workspace_id, id);
ALTER TABLE ONLY public.uptime
    ADD CONSTRAINT pk_uptime PRIMARY KEY (workspace_id, id);
ALTER TABLE ONLY public.workspace
    ADD CONSTRAINT pk_workspace PRIMARY KEY (id);
ALTER TABLE ONLY public."case"
    ADD CONSTRAINT uq_case_workspace_id_code UNIQUE (workspace_id, code);
ALTER TABLE ONLY public."case"
    ADD CONSTRAINT uq_case_workspace_id_natural_key UNIQUE (workspace_id, natural_key);
ALTER TABLE ONLY public.checkin
    ADD CONSTRAINT uq_checkin_workspace_id_pairing_id_period UNIQUE (workspace_id, pairing_id, period);
ALTER TABLE ONLY public.coordinator
    ADD CONSTRAINT uq_coordinator_workspace_id_programme_id_member_id UNIQUE (workspace_id, programme_id, member_id);
ALTER TABLE ONLY public.entry
    ADD CONSTRAINT uq_entry_workspace_id_conversation_stamp UNIQUE (workspace_id, conversation, stamp);
ALTER TABLE ONLY public.member
    ADD CONSTRAINT uq_member_workspace_id_person UNIQUE (workspace_id, person);
ALTER TABLE ONLY public.notice
    ADD CONSTRAINT uq_notice_workspace_id_key UNIQUE (workspace_id, key);
ALTER TABLE ONLY public.pairing
    ADD CONSTRAINT uq_pairing_workspace_id_programme_id_natural_key UNIQUE (workspace_id, programme_id, natural_key);
ALTER TABLE ONLY public.participant
    ADD CONSTRAINT uq_participant_workspace_id_programme_id_member_id UNIQUE (workspace_id, programme_id, member_id);
ALTER TABLE ONLY public.programme
    ADD CONSTRAINT uq_programme_workspace_id_name UNIQUE (workspace_id, name);
ALTER TABLE ONLY public.prompt
    ADD CONSTRAINT uq_prompt_workspace_id_checkin_id_seat_id UNIQUE (workspace_id, checkin_id, seat_id);
ALTER TABLE ONLY public.rhythm
    ADD CONSTRAINT uq_rhythm_workspace_id_pairing_id_from_period UNIQUE (workspace_id, pairing_id, from_period);
ALTER TABLE ONLY public.seat
    ADD CONSTRAINT uq_seat_workspace_id_pairing_id_member_id UNIQUE (workspace_id, pairing_id, member_id);
ALTER TABLE ONLY public.surface
    ADD CONSTRAINT uq_surface_workspace_id_kind_subject_id UNIQUE (workspace_id, kind, subject_id);
ALTER TABLE ONLY public.update
    ADD CONSTRAINT uq_update_workspace_id_prompt_id UNIQUE (workspace_id, prompt_id);
ALTER TABLE ONLY public.workspace
    ADD CONSTRAINT uq_workspace_enterprise_id_team_id UNIQUE (enterprise_id, team_id);
CREATE INDEX ix_case_due ON public."case" USING btree (next_look_at, id) WHERE (next_look_at IS NOT NULL);
CREATE INDEX ix_case_pairing ON public."case" USING btree (workspace_id, pairing_id);
CREATE INDEX ix_case_programme ON public."case" USING btree (workspace_id, programme_id);
CREATE INDEX ix_climb_pairing ON public.climb USING btree (workspace_id, pairing_id);
CREATE INDEX ix_concern_case ON public.concern USING btree (workspace_id, case_id);
CREATE INDEX ix_concern_member ON public.concern USING btree (workspace_id, member_id);
CREATE INDEX ix_entry_member ON public.entry USING btree (workspace_id, member_id);
CREATE INDEX ix_entry_reader_notice ON public.entry_reader USING btree (workspace_id, notice_id) WHERE (notice_id IS NOT NULL);
CREATE INDEX ix_entry_update ON public.entry USING btree (workspace_id, update_id);
CREATE INDEX ix_heard_at ON public.heard USING btree (at);
CREATE INDEX ix_message_flight ON public.message USING btree (lease_until, id) WHERE ((state)::text = ANY ((ARRAY['sending'::character varying, 'unknown'::character varying])::text[]));
CREATE INDEX ix_message_member ON public.message USING btree (workspace_id, member_id, sent_at);
CREATE INDEX ix_message_place ON public.message USING btree (workspace_id, conversation, stamp);
CREATE INDEX ix_notice_due ON public.notice USING btree (not_before, id) WHERE ((state)::text = ANY ((ARRAY['queued'::character varying, 'failed'::character varying])::text[]));
CREATE INDEX ix_notice_message ON public.notice USING btree (workspace_id, message_id);
CREATE INDEX ix_notice_pairing ON public.notice USING btree (workspace_id, pairing_id);
CREATE INDEX ix_notice_subject ON public.notice USING btree (workspace_id, subject_id);
CREATE INDEX ix_pairing_due ON public.pairing USING btree (next_look_at, id) WHERE (next_look_at IS NOT NULL);
CREATE INDEX ix_pause_member ON public.pause USING btree (workspace_id, member_id);
CREATE INDEX ix_prompt_member ON public.prompt USING btree (workspace_id, member_id);
CREATE INDEX ix_prompt_pairing ON public.prompt USING btree (workspace_id, pairing_id);
CREATE INDEX ix_seat_member ON public.seat USING btree (workspace_id, member_id);
CREATE INDEX ix_step_subject ON public.step USING btree (workspace_id, subject_id);
CREATE INDEX ix_surface_due ON public.surface USING btree (due_at, id) WHERE (wanted > shown);
CREATE INDEX ix_update_pairing ON public.update USING btree (workspace_id, pairing_id);
CREATE INDEX ix_uptime_seen ON public.uptime USING btree (workspace_id, seen_at);
ALTER TABLE ONLY public.audit
    ADD CONSTRAINT fk_audit_workspace_id FOREIGN KEY (workspace_id) REFERENCES public.workspace(id);
ALTER TABLE ONLY public.audit
    ADD CONSTRAINT fk_audit_workspace_id_member_id FOREIGN KEY (workspace_id, member_id) REFERENCES public.member(workspace_id, id);
ALTER TABLE ONLY public."case"
    ADD CONSTRAINT fk_case_workspace_id_owner_id FOREIGN KEY (workspace_id, owner_id) REFERENCES public.member(workspace_id, id);
ALTER TABLE ONLY public."case"
    ADD CONSTRAINT fk_case_workspace_id_pairing_id FOREIGN KEY (workspace_id, pairing_id) REFERENCES public.pairing(workspace_id, id);
ALTER TABLE ONLY public."case"
    ADD CONSTRAINT fk_case_workspace_id_programme_id FOREIGN KEY (workspace_id, programme_id) REFERENCES public.programme(workspace_id, id);
ALTER TABLE ONLY public.checkin
    ADD CONSTRAINT fk_checkin_workspace_id_pairing_id FOREIGN KEY (workspace_id, pairing_id) REFERENCES public.pairing(workspace_id, id);
ALTER TABLE ONLY public.climb
    ADD CONSTRAINT fk_climb_workspace_id FOREIGN KEY (workspace_id) REFERENCES public.workspace(id);
ALTER TABLE ONLY public.climb
    ADD CONSTRAINT fk_climb_workspace_id_pairing_id FOREIGN KEY (workspace_id, pairing_id) REFERENCES public.pairing(workspace_id, id);
ALTER TABLE ONLY public.concern_about
    ADD CONSTRAINT fk_concern_about_workspace_id_id FOREIGN KEY (workspace_id, id) REFERENCES public.concern(workspace_id, id);
ALTER TABLE ONLY public.concern_about
    ADD CONSTRAINT fk_concern_about_workspace_id_member_id FOREIGN KEY (workspace_id, member_id) REFERENCES public.member(workspace_id, id);
ALTER TABLE ONLY public.concern_reader
    ADD CONSTRAINT fk_concern_reader_workspace_id_id FOREIGN KEY (workspace_id, id) REFERENCES public.concern(workspace_id, id);
ALTER TABLE ONLY public.concern_reader
    ADD CONSTRAINT fk_concern_reader_workspace_id_member_id FOREIGN KEY (workspace_id, member_id) REFERENCES public.member(workspace_id, id);
ALTER TABLE ONLY public.concern
    ADD CONSTRAINT fk_concern_workspace_id_case_id FOREIGN KEY (workspace_id, case_id) REFERENCES public."case"(workspace_id, id);
ALTER TABLE ONLY public.concern
    ADD CONSTRAINT fk_concern_workspace_id_member_id FOREIGN KEY (workspace_id, member_id) REFERENCES public.member(workspace_id, id);
ALTER TABLE ONLY public.concern
    ADD CONSTRAINT fk_concern_workspace_id_pairing_id FOREIGN KEY (workspace_id, pairing_id) REFERENCES public.pairing(workspace_id, id);
ALTER TABLE ONLY public.coordinator
    ADD CONSTRAINT fk_coordinator_workspace_id_member_id FOREIGN KEY (workspace_id, member_id) REFERENCES public.member(workspace_id, id);
ALTER TABLE ONLY public.coordinator
    ADD CONSTRAINT fk_coordinator_workspace_id_programme_id FOREIGN KEY (workspace_id, programme_id) REFERENCES public.programme(workspace_id, id);
ALTER TABLE ONLY public.entry_reader
    ADD CONSTRAINT fk_entry_reader_workspace_id_id FOREIGN KEY (workspace_id, id) REFERENCES public.entry(workspace_id, id);
ALTER TABLE ONLY public.entry_reader
    ADD CONSTRAINT fk_entry_reader_workspace_id_member_id FOREIGN KEY (workspace_id, member_id) REFERENCES public.member(workspace_id, id);
ALTER TABLE ONLY public.entry_reader
    ADD CONSTRAINT fk_entry_reader_workspace_id_notice_id FOREIGN KEY (workspace_id, notice_id) REFERENCES public.notice(workspace_id, id);
ALTER TABLE ONLY public.entry
    ADD CONSTRAINT fk_entry_workspace_id_member_id FOREIGN KEY (workspace_id, member_id) REFERENCES public.member(workspace_id, id);
ALTER TABLE ONLY public.entry
    ADD CONSTRAINT fk_entry_workspace_id_update_id FOREIGN KEY (workspace_id, update_id) REFERENCES public.update(workspace_id, id);
ALTER TABLE ONLY public.heard
    ADD CONSTRAINT fk_heard_workspace_id FOREIGN KEY (workspace_id) REFERENCES public.workspace(id);
ALTER TABLE ONLY public.member
    ADD CONSTRAINT fk_member_workspace_id FOREIGN KEY (workspace_id) REFERENCES public.workspace(id);
ALTER TABLE ONLY public.message
    ADD CONSTRAINT fk_message_workspace_id FOREIGN KEY (workspace_id) REFERENCES public.workspace(id);
ALTER TABLE ONLY public.message
    ADD CONSTRAINT fk_message_workspace_id_member_id FOREIGN KEY (workspace_id, member_id) REFERENCES public.member(workspace_id, id);
ALTER TABLE ONLY public.message
    ADD CONSTRAINT fk_message_workspace_id_pairing_id FOREIGN KEY (workspace_id, pairing_id) REFERENCES public.pairing(workspace_id, id);
ALTER TABLE ONLY public.notice
    ADD CONSTRAINT fk_notice_workspace_id FOREIGN KEY (workspace_id) REFERENCES public.workspace(id);
ALTER TABLE ONLY public.notice
    ADD CONSTRAINT fk_notice_workspace_id_member_id FOREIGN KEY (workspace_id, member_id) REFERENCES public.member(workspace_id, id);
ALTER TABLE ONLY public.notice
    ADD CONSTRAINT fk_notice_workspace_id_message_id FOREIGN KEY (workspace_id, message_id) REFERENCES public.message(workspace_id, id);
ALTER TABLE ONLY public.notice
    ADD CONSTRAINT fk_notice_workspace_id_pairing_id FOREIGN KEY (workspace_id, pairing_id) REFERENCES public.pairing(workspace_id, id);
ALTER TABLE ONLY public.pairing
    ADD CONSTRAINT fk_pairing_workspace_id_programme_id FOREIGN KEY (workspace_id, programme_id) REFERENCES public.programme(workspace_id, id);
ALTER TABLE ONLY public.participant
    ADD CONSTRAINT fk_participant_workspace_id_member_id FOREIGN KEY (workspace_id, member_id) REFERENCES public.member(workspace_id, id);
ALTER TABLE ONLY public.participant
    ADD CONSTRAINT fk_participant_workspace_id_programme_id FOREIGN KEY (workspace_id, programme_id) REFERENCES public.programme(workspace_id, id);
ALTER TABLE ONLY public.pause
    ADD CONSTRAINT fk_pause_workspace_id_member_id FOREIGN KEY (workspace_id, member_id) REFERENCES public.member(workspace_id, id);
ALTER TABLE ONLY public.pause
    ADD CONSTRAINT fk_pause_workspace_id_pairing_id FOREIGN KEY (workspace_id, pairing_id) REFERENCES public.pairing(workspace_id, id);
ALTER TABLE ONLY public.programme
    ADD CONSTRAINT fk_programme_workspace_id FOREIGN KEY (workspace_id) REFERENCES public.workspace(id);
ALTER TABLE ONLY public.prompt
    ADD CONSTRAINT fk_prompt_workspace_id_checkin_id FOREIGN KEY (workspace_id, checkin_id) REFERENCES public.checkin(workspace_id, id);
ALTER TABLE ONLY public.prompt
    ADD CONSTRAINT fk_prompt_workspace_id_member_id FOREIGN KEY (workspace_id, member_id) REFERENCES public.member(workspace_id, id);
ALTER TABLE ONLY public.prompt
    ADD CONSTRAINT fk_prompt_workspace_id_pairing_id FOREIGN KEY (workspace_id, pairing_id) REFERENCES public.pairing(workspace_id, id);
ALTER TABLE ONLY public.prompt
    ADD CONSTRAINT fk_prompt_workspace_id_seat_id FOREIGN KEY (workspace_id, seat_id) REFERENCES public.seat(workspace_id, id);
ALTER TABLE ONLY public.rhythm
    ADD CONSTRAINT fk_rhythm_workspace_id_pairing_id FOREIGN KEY (workspace_id, pairing_id) REFERENCES public.pairing(workspace_id, id);
ALTER TABLE ONLY public.seat
    ADD CONSTRAINT fk_seat_workspace_id_member_id FOREIGN KEY (workspace_id, member_id) REFERENCES public.member(workspace_id, id);
ALTER TABLE ONLY public.seat
    ADD CONSTRAINT fk_seat_workspace_id_pairing_id FOREIGN KEY (workspace_id, pairing_id) REFERENCES public.pairing(workspace_id, id);
ALTER TABLE ONLY public.step
    ADD CONSTRAINT fk_step_workspace_id FOREIGN KEY (workspace_id) REFERENCES public.workspace(id);
ALTER TABLE ONLY public.surface
    ADD CONSTRAINT fk_surface_workspace_id FOREIGN KEY (workspace_id) REFERENCES public.workspace(id);
ALTER TABLE ONLY public.update
    ADD CONSTRAINT fk_update_workspace_id_pairing_id FOREIGN KEY (workspace_id, pairing_id) REFERENCES public.pairing(workspace_id, id);
ALTER TABLE ONLY public.update
    ADD CONSTRAINT fk_update_workspace_id_prompt_id FOREIGN KEY (workspace_id, prompt_id) REFERENCES public.prompt(workspace_id, id);
ALTER TABLE ONLY public.uptime
    ADD CONSTRAINT fk_uptime_workspace_id FOREIGN KEY (workspace_id) REFERENCES public.workspace(id);
