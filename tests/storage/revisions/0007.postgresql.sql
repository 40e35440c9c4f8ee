CREATE TABLE public.alembic_version (
    version_num character varying(32) NOT NULL
);
CREATE TABLE public.apart (
    workspace_id integer NOT NULL,
    id uuid NOT NULL,
    member_id uuid NOT NULL,
    other_id uuid NOT NULL,
    wished_at timestamp with time zone NOT NULL
);
CREATE TABLE public.arrival (
    workspace_id integer NOT NULL,
    id uuid NOT NULL,
    group_id uuid NOT NULL,
    member_id uuid NOT NULL,
    tries integer NOT NULL,
    why character varying NOT NULL,
    next_look_at timestamp with time zone
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
    pairing_id uuid,
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
    next_look_at timestamp with time zone,
    group_id uuid,
    member_id uuid
);
CREATE TABLE public.chair (
    workspace_id integer NOT NULL,
    id uuid NOT NULL,
    group_id uuid NOT NULL,
    member_id uuid NOT NULL,
    number integer
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
    pairing_id uuid,
    rule character varying NOT NULL,
    ladder json NOT NULL,
    rung integer NOT NULL,
    started_at timestamp with time zone NOT NULL,
    rung_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    group_id uuid,
    member_id uuid
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
CREATE TABLE public.draft_group (
    workspace_id integer NOT NULL,
    id uuid NOT NULL,
    formation_id uuid NOT NULL,
    number integer NOT NULL,
    name character varying NOT NULL,
    group_id uuid,
    state character varying(32) NOT NULL,
    tries integer NOT NULL,
    why character varying NOT NULL,
    next_look_at timestamp with time zone
);
CREATE TABLE public.encounter (
    workspace_id integer NOT NULL,
    id uuid NOT NULL,
    round_id uuid NOT NULL,
    group_id uuid NOT NULL,
    introduced_at timestamp with time zone,
    conversation character varying NOT NULL
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
CREATE TABLE public.formation (
    workspace_id integer NOT NULL,
    id uuid NOT NULL,
    form character varying NOT NULL,
    like_id uuid NOT NULL,
    programme_id uuid,
    started_by uuid NOT NULL,
    state character varying(32) NOT NULL,
    source character varying NOT NULL,
    source_name character varying NOT NULL,
    listed boolean NOT NULL,
    name character varying NOT NULL,
    questions character varying NOT NULL,
    language character varying NOT NULL,
    zone character varying NOT NULL,
    rhythm character varying(32) NOT NULL,
    first_on date NOT NULL,
    opens_at time without time zone NOT NULL,
    size integer NOT NULL,
    nth integer NOT NULL,
    tries integer NOT NULL,
    trouble character varying NOT NULL,
    created_at timestamp with time zone NOT NULL,
    next_look_at timestamp with time zone
);
CREATE TABLE public.formation_place (
    workspace_id integer NOT NULL,
    id uuid NOT NULL,
    formation_id uuid NOT NULL,
    person character varying NOT NULL,
    name character varying NOT NULL,
    zone character varying NOT NULL,
    language character varying NOT NULL,
    member_id uuid,
    draft_id uuid,
    why character varying(32),
    outside boolean NOT NULL
);
CREATE TABLE public."group" (
    workspace_id integer NOT NULL,
    id uuid NOT NULL,
    programme_id uuid NOT NULL,
    natural_key character varying NOT NULL,
    kind character varying(32) NOT NULL,
    name character varying NOT NULL,
    purpose character varying NOT NULL,
    questions character varying NOT NULL,
    topic character varying(32) NOT NULL,
    state character varying(32) NOT NULL,
    whereabouts character varying(32) NOT NULL,
    lost integer NOT NULL,
    room character varying(32) NOT NULL,
    conversation character varying NOT NULL,
    channel_name character varying NOT NULL,
    readers integer NOT NULL,
    language character varying NOT NULL,
    zone character varying NOT NULL,
    country character varying NOT NULL,
    days character varying NOT NULL,
    opens_at time without time zone NOT NULL,
    closes_after integer NOT NULL,
    facilitation character varying(32) NOT NULL,
    facilitator_id uuid,
    joining character varying(32) NOT NULL,
    size integer NOT NULL,
    policy json NOT NULL,
    started_by uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    next_look_at timestamp with time zone,
    trouble character varying NOT NULL
);
CREATE TABLE public.group_pause (
    workspace_id integer NOT NULL,
    id uuid NOT NULL,
    group_id uuid NOT NULL,
    from_day date NOT NULL,
    until_day date NOT NULL
);
CREATE TABLE public.group_rhythm (
    workspace_id integer NOT NULL,
    id uuid NOT NULL,
    group_id uuid NOT NULL,
    from_period integer NOT NULL,
    rule character varying(32) NOT NULL,
    anchor date NOT NULL
);
CREATE TABLE public.hand_over (
    workspace_id integer NOT NULL,
    id uuid NOT NULL,
    round_id uuid NOT NULL,
    member_id uuid,
    by uuid,
    at timestamp with time zone NOT NULL
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
CREATE TABLE public.membership (
    workspace_id integer NOT NULL,
    id uuid NOT NULL,
    group_id uuid NOT NULL,
    member_id uuid NOT NULL,
    state character varying(32) NOT NULL,
    named boolean NOT NULL,
    volunteers boolean NOT NULL,
    joined_at timestamp with time zone NOT NULL,
    left_at timestamp with time zone,
    turned_at timestamp with time zone
);
CREATE TABLE public.merger (
    workspace_id integer NOT NULL,
    id uuid NOT NULL,
    group_id uuid NOT NULL,
    into_id uuid NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    undone_at timestamp with time zone
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
    repeats integer NOT NULL,
    group_id uuid
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
    cause character varying NOT NULL,
    group_id uuid
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
CREATE TABLE public.promise (
    workspace_id integer NOT NULL,
    id uuid NOT NULL,
    round_id uuid NOT NULL,
    group_id uuid NOT NULL,
    member_id uuid NOT NULL,
    entry_id uuid,
    sealed character varying NOT NULL,
    state character varying(32) NOT NULL,
    at timestamp with time zone NOT NULL,
    settled_at timestamp with time zone
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
CREATE TABLE public.rotation (
    workspace_id integer NOT NULL,
    id uuid NOT NULL,
    group_id uuid NOT NULL,
    shape character varying(32) NOT NULL
);
CREATE TABLE public.rotation_seat (
    workspace_id integer NOT NULL,
    id uuid NOT NULL,
    round_id uuid NOT NULL,
    group_id uuid NOT NULL,
    member_id uuid NOT NULL,
    encounter_id uuid,
    left_out character varying(32),
    warned_at timestamp with time zone,
    skipped_at timestamp with time zone,
    stay_asked_at timestamp with time zone,
    stays_at timestamp with time zone,
    nudged_at timestamp with time zone,
    asked_at timestamp with time zone,
    answer character varying(32),
    answered_at timestamp with time zone
);
CREATE TABLE public.round (
    workspace_id integer NOT NULL,
    id uuid NOT NULL,
    group_id uuid NOT NULL,
    period integer NOT NULL,
    day date NOT NULL,
    state character varying(32) NOT NULL,
    opens_at timestamp with time zone NOT NULL,
    closes_at timestamp with time zone,
    opening_at timestamp with time zone,
    opened_at timestamp with time zone,
    closed_at timestamp with time zone,
    guided_at timestamp with time zone,
    nudged_at timestamp with time zone,
    digest_at timestamp with time zone,
    questions character varying NOT NULL,
    why character varying NOT NULL,
    facilitator_id uuid,
    conversation character varying NOT NULL,
    stamp character varying NOT NULL
);
CREATE TABLE public.round_entry (
    workspace_id integer NOT NULL,
    id uuid NOT NULL,
    round_id uuid NOT NULL,
    member_id uuid NOT NULL,
    reader_id uuid,
    heard character varying(32) NOT NULL,
    sealed character varying NOT NULL,
    conversation character varying,
    stamp character varying,
    at timestamp with time zone NOT NULL
);
CREATE TABLE public.round_seat (
    workspace_id integer NOT NULL,
    id uuid NOT NULL,
    round_id uuid NOT NULL,
    group_id uuid NOT NULL,
    member_id uuid NOT NULL,
    here_at timestamp with time zone,
    said_at timestamp with time zone,
    nudged_at timestamp with time zone
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
INSERT INTO public.alembic_version VALUES ('0007');
INSERT INTO public.apart VALUES (1, '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '2026-03-29 01:30:00+00');
INSERT INTO public.arrival VALUES (1, '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 1, 'sample', '2026-03-29 01:30:00+00');
INSERT INTO public.audit VALUES (1, '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'sample', 'sample', '00000000-0000-0000-0000-000000000001', '2026-03-29 01:30:00+00', 'sample');
INSERT INTO public."case" VALUES (1, '00000000-0000-0000-0000-000000000001', 'sample', 'sample', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'never_met', 'open', 1, 1, true, true, '00000000-0000-0000-0000-000000000001', '2026-03-29 01:30:00+00', 1, '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001');
INSERT INTO public.chair VALUES (1, '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 1);
INSERT INTO public.checkin VALUES (1, '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 1, '2026-02-28', 'scheduled', '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00', 'all');
INSERT INTO public.climb VALUES (1, '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'sample', '{"sample": 1}', 1, '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001');
INSERT INTO public.concern VALUES (1, '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'when_you_can', '1:gAAAAABrDOO6JAS26ynOxmkMh86-Hdejq7IuWh8xmC_jJ4vqn-_favLgXQP9VCkEWa3P8x0Z_tkjnkrqe29-MQ0NmgTDn1u3SUmAvDXx9TZQb4F_VBoZT_IQxOqJaJ6hsocfPgja3_c3ZGFaQRwTfsyNWL9eJX58f2iW-K2bvqGKaz_nvQ57f0wImPaCDE6g79zW1k5_mFsW', '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00');
INSERT INTO public.concern_about VALUES (1, '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001');
INSERT INTO public.concern_reader VALUES (1, '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 1);
INSERT INTO public.coordinator VALUES (1, '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'coordinator', 1);
INSERT INTO public.draft_group VALUES (1, '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 1, 'sample', '00000000-0000-0000-0000-000000000001', 'proposed', 1, 'sample', '2026-03-29 01:30:00+00');
INSERT INTO public.encounter VALUES (1, '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '2026-03-29 01:30:00+00', 'sample');
INSERT INTO public.entry VALUES (1, '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'moved', 'sample', 'only_me', '1:gAAAAABrDOO65iSEbX6vYeMqKyAeNq4TNyNbaPaBTnifju5CZ8tod2Xs3UrM0iqr-1JNjrQ6CJ-ZWFg9pOY-N7oUZ9Sh8CKEgQXhkPIt_xZlUAX0ynPw0eo52tzLKDwCm3SJzsg3nUB9jtVtgP9erl7QHOzft9IjtIvu_n-_PdwM-91GYgb6xGzGwy_RfdxgpT9Prc8xSCg3', 'sample', 'sample', '2026-03-29 01:30:00+00');
INSERT INTO public.entry_reader VALUES (1, '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001');
INSERT INTO public.formation VALUES (1, '00000000-0000-0000-0000-000000000001', 'sample', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'gathering', 'sample', 'sample', true, 'sample', '1:gAAAAABrDOO6MIh_DGglAhvYtsbveIqP_3qF5rPxbXjYlOEaF2nEKpH9_2pTGfla5bqhERFaqlcJVGZlrK9Z8XFxBH7pmLlZ0MPSftXjIcaoLMb6FFhSBNNalKKrXjb_jSRQI4SEyFx6SfOZCnTHAmgfJ0DTQx0PYgwGs5vERgcFhZz7vugmjSLK3HdUu2CBCHYP8MdymtoF', 'sample', 'sample', 'weekly', '2026-02-28', '09:30:00', 1, 1, 1, 'sample', '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00');
INSERT INTO public.formation_place VALUES (1, '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'sample', 'sample', 'sample', 'sample', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'few', true);
INSERT INTO public."group" VALUES (1, '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'sample', 'mentoring', 'sample', '1:gAAAAABrDOO6gEzP0mIAbQxuiAYdiwTU91MvhcuivkNLt02LbLUl1Ru9m8isSJ4GfhHV1CS1XaDWqwRKS34RprkyQk7q2hXyTyoI-ljeVuTba_1mNPcWkupe9-Pzg9BV5IozGMCMhNKusOHtgCKKhAqnpZbDaf_STWirc5m6PlbBODYo32VBH30s0xpC3TkO0m9KY5SaHtWL', '1:gAAAAABrDOO6N6cVRmvOvUrLswttlRRMFsKQysFLg5-aqHq6pgRdFwXyXf_58KR4ML5_dO4p_a_iqNOV6nQwNjYJhg8Z4uD2-IaX_rQCpUxitk68ZaJ4nITuwkP0az7VZDir20aRCgZheR6-y5OF7pIRYg__NyYhT_sspYbemCsv3RrS2x8RhpC9cZ_0ryHQQUSCc6rUEkxA', 'work', 'running', 'there', 1, 'public', 'sample', 'sample', 1, 'sample', 'sample', 'sample', 'sample', '09:30:00', 1, 'in_turn', '00000000-0000-0000-0000-000000000001', 'anybody', 1, '{"sample": 1}', '00000000-0000-0000-0000-000000000001', '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00', 'sample');
INSERT INTO public.group_pause VALUES (1, '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '2026-02-28', '2026-02-28');
INSERT INTO public.group_rhythm VALUES (1, '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 1, 'weekly', '2026-02-28');
INSERT INTO public.hand_over VALUES (1, '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '2026-03-29 01:30:00+00');
INSERT INTO public.heard VALUES (1, 'sample', '2026-03-29 01:30:00+00');
INSERT INTO public.key_check VALUES (1, '1:gAAAAABrDOO6e7Gf9hDuV7diSfBjk-e_lSZHFTcO2bTgvTtcQVCglKD_7n6mPZ3x4RBYcx6XnoZsnMgmyYTaJox_5YUg4RXqqiebVAmlnsgrbVwSUgs3ktXgw_Y8BJlF4VkeqH9lQED9k4iXNaNLWBC9dOpc8nf5b1EMsTUxmJYBdn4FhqdU_wM=');
INSERT INTO public.member VALUES (1, '00000000-0000-0000-0000-000000000001', 'sample', 'sample', 'sample', 'sample', 'sample', 'sample', '09:30:00', '09:30:00', 1, '09:30:00', 'unasked', true, '2026-03-29 01:30:00+00', 'sample');
INSERT INTO public.membership VALUES (1, '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'invited', true, true, '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00');
INSERT INTO public.merger VALUES (1, '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00');
INSERT INTO public.message VALUES (1, '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'queued', true, 'sample', 'sample', 'sample', '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00', 1, '00000000-0000-0000-0000-000000000001');
INSERT INTO public.notice VALUES (1, '00000000-0000-0000-0000-000000000001', 'first_word', 'sample', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 1, 'sample', 1, '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00', 'queued', 'sample', 1, '00000000-0000-0000-0000-000000000001', 'sample', '00000000-0000-0000-0000-000000000001');
INSERT INTO public.pairing VALUES (1, '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'sample', 'draft', 'weekly', '1:gAAAAABrDOO6pt2gfabSo04ugttY5jPNoSsO-BGxm9d9zGAyZazPwhtDnNNOqfRFbUv1n0sC_S1mq9m4gIQCjUXvKXaNXqTRTKygPQR707afHPOJHXUcP_ILyPWmiho6b65bMmh3gCwjEPfGLm1FRNoP7gaiAMBnYSQP7hX1KzOcbtTN4rTShl-9haw8u2QJ5TEvHcYwA6yA', '1:gAAAAABrDOO6O41p-81u_LyS114yXUWxdrps7-_RADakgr-_CtytYOKrNH_jWRuuYeSIXxQ8I6cjiohc-xuL6xYsKU4apAojRrG-aRwo4T9aZqocn-epfab3jw7hpCjXSseyra74gU4JT44FHT5dA-MGpV46a-DcCeTJm_99sQBjtxn98mITxC05rXBtpe0OKtSCAk9Vw_4b', '2026-02-28', '2026-02-28', '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00', 'not_for_me', 'sample', '2026-03-29 01:30:00+00', 'sample');
INSERT INTO public.participant VALUES (1, '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'invited');
INSERT INTO public.pause VALUES (1, '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '2026-02-28', '2026-02-28');
INSERT INTO public.programme VALUES (1, '00000000-0000-0000-0000-000000000001', 'sample', 'mentoring', 'weekly', '2026-02-28', '1:gAAAAABrDOO6MNr7Ej9V1ZtMR5VlHAKR0J1FUoK-cJj_h1oFlGNWCHbRbiQ-pb17ITMfkQ4QFfgy63D5xoLzUhSaVStgHXPfsF6Md_8eesH7TV4PGuNVrFoGxjYuiS9YWOfEYz53_kTI0Dhwgz_nxvSo9ZuNpkovKzx3-j6C7q4G6OgpNoMzcEiNsvg-hXoeOXUCBtyiCTuP6Z7jnjYsLULC4WEipKc2HA==', 'sample', '{"sample": 1}', 1, '2026-03-29 01:30:00+00');
INSERT INTO public.promise VALUES (1, '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '1:gAAAAABrDOO6F_VI3-tLwMSDBK3k97xECuIqi9NMapTcCY_XoJgqC2sT5u4LkBEbtG_eBHS1w_x4BPPYh7CzN0ObtmG3NgjxiffWD1UEQztpLGUT-VtxyzlxFh1ES8RUH8CuGBylME0TJ0LgMgOfJdJH2Kqnl27PYokhrrVophAT26dO0XTs4aPGUn1FYJ_fxp4ud7TRCuc7', 'made', '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00');
INSERT INTO public.prompt VALUES (1, '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '2026-03-29 01:30:00+00', 1, '2026-03-29 01:30:00+00', 1, '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00');
INSERT INTO public.rhythm VALUES (1, '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 1, 'weekly', '2026-02-28');
INSERT INTO public.rotation VALUES (1, '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'pairs');
INSERT INTO public.rotation_seat VALUES (1, '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'odd', '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00', 'planned', '2026-03-29 01:30:00+00');
INSERT INTO public.round VALUES (1, '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 1, '2026-02-28', 'scheduled', '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00', '1:gAAAAABrDOO6E2luH9hyMt_8GKgOpAKe9enzeZQacNpF0YUgSXdb7syrT4XnJpEOV9a3XRI4mC4Wegw1VFuVg-EQDk30R-SrDdzoYOwtjxbyQ1CqyW7hdU0Dzb34txclOLkcRkPHShjF57YnX1SW6Rdxu1sGx2VOZjy6MDs6OQq1keqwkR7UtnZtof_grJUIGy_XSqgpXPEO', 'sample', '00000000-0000-0000-0000-000000000001', 'sample', 'sample');
INSERT INTO public.round_entry VALUES (1, '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'group', '1:gAAAAABrDOO6FlhBEUNqppIJuGBS_7EQUdh_5N7dY6mlbZ-VUtFEyuE7VzDuMoG-twNR_4SP8luRFKs8CgnJ8kZjcQGD3sU13iXkTK1pkr-vMW5RWUI-er8emFY7fh_75RYwoH4r6LQRDXoRSnCCG1CR2AZfCY0aDbu0QbXYxjwKgObZh13kOVGdOSMuHIIudKbeAYIqGZ5b', 'sample', 'sample', '2026-03-29 01:30:00+00');
INSERT INTO public.round_seat VALUES (1, '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00', '2026-03-29 01:30:00+00');
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
ALTER TABLE ONLY public.apart
    ADD CONSTRAINT pk_apart PRIMARY KEY (workspace_id, id);
ALTER TABLE ONLY public.arrival
    ADD CONSTRAINT pk_arrival PRIMARY KEY (workspace_id, id);
ALTER TABLE ONLY public.audit
    ADD CONSTRAINT pk_audit PRIMARY KEY (workspace_id, id);
ALTER TABLE ONLY public."case"
    ADD CONSTRAINT pk_case PRIMARY KEY (workspace_id, id);
ALTER TABLE ONLY public.chair
    ADD CONSTRAINT pk_chair PRIMARY KEY (workspace_id, id);
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
ALTER TABLE ONLY public.draft_group
    ADD CONSTRAINT pk_draft_group PRIMARY KEY (workspace_id, id);
ALTER TABLE ONLY public.encounter
    ADD CONSTRAINT pk_encounter PRIMARY KEY (workspace_id, id);
ALTER TABLE ONLY public.entry
    ADD CONSTRAINT pk_entry PRIMARY KEY (workspace_id, id);
ALTER TABLE ONLY public.entry_reader
    ADD CONSTRAINT pk_entry_reader PRIMARY KEY (workspace_id, id, member_id);
ALTER TABLE ONLY public.formation
    ADD CONSTRAINT pk_formation PRIMARY KEY (workspace_id, id);
ALTER TABLE ONLY public.formation_place
    ADD CONSTRAINT pk_formation_place PRIMARY KEY (workspace_id, id);
ALTER TABLE ONLY public."group"
    ADD CONSTRAINT pk_group PRIMARY KEY (workspace_id, id);
ALTER TABLE ONLY public.group_pause
    ADD CONSTRAINT pk_group_pause PRIMARY KEY (workspace_id, id);
ALTER TABLE ONLY public.group_rhythm
    ADD CONSTRAINT pk_group_rhythm PRIMARY KEY (workspace_id, id);
ALTER TABLE ONLY public.hand_over
    ADD CONSTRAINT pk_hand_over PRIMARY KEY (workspace_id, id);
ALTER TABLE ONLY public.heard
    ADD CONSTRAINT pk_heard PRIMARY KEY (workspace_id, event);
ALTER TABLE ONLY public.key_check
    ADD CONSTRAINT pk_key_check PRIMARY KEY (id);
ALTER TABLE ONLY public.member
    ADD CONSTRAINT pk_member PRIMARY KEY (workspace_id, id);
ALTER TABLE ONLY public.membership
    ADD CONSTRAINT pk_membership PRIMARY KEY (workspace_id, id);
ALTER TABLE ONLY public.merger
    ADD CONSTRAINT pk_merger PRIMARY KEY (workspace_id, id);
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
ALTER TABLE ONLY public.promise
    ADD CONSTRAINT pk_promise PRIMARY KEY (workspace_id, id);
ALTER TABLE ONLY public.prompt
    ADD CONSTRAINT pk_prompt PRIMARY KEY (workspace_id, id);
ALTER TABLE ONLY public.rhythm
    ADD CONSTRAINT pk_rhythm PRIMARY KEY (workspace_id, id);
ALTER TABLE ONLY public.rotation
    ADD CONSTRAINT pk_rotation PRIMARY KEY (workspace_id, id);
ALTER TABLE ONLY public.rotation_seat
    ADD CONSTRAINT pk_rotation_seat PRIMARY KEY (workspace_id, id);
ALTER TABLE ONLY public.round
    ADD CONSTRAINT pk_round PRIMARY KEY (workspace_id, id);
ALTER TABLE ONLY public.round_entry
    ADD CONSTRAINT pk_round_entry PRIMARY KEY (workspace_id, id);
ALTER TABLE ONLY public.round_seat
    ADD CONSTRAINT pk_round_seat PRIMARY KEY (workspace_id, id);
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
ALTER TABLE ONLY public.apart
    ADD CONSTRAINT uq_apart_workspace_id_member_id_other_id UNIQUE (workspace_id, member_id, other_id);
ALTER TABLE ONLY public.arrival
    ADD CONSTRAINT uq_arrival_workspace_id_group_id_member_id UNIQUE (workspace_id, group_id, member_id);
ALTER TABLE ONLY public."case"
    ADD CONSTRAINT uq_case_workspace_id_code UNIQUE (workspace_id, code);
ALTER TABLE ONLY public."case"
    ADD CONSTRAINT uq_case_workspace_id_natural_key UNIQUE (workspace_id, natural_key);
ALTER TABLE ONLY public.chair
    ADD CONSTRAINT uq_chair_workspace_id_group_id_member_id UNIQUE (workspace_id, group_id, member_id);
ALTER TABLE ONLY public.chair
    ADD CONSTRAINT uq_chair_workspace_id_group_id_number UNIQUE (workspace_id, group_id, number);
ALTER TABLE ONLY public.checkin
    ADD CONSTRAINT uq_checkin_workspace_id_pairing_id_period UNIQUE (workspace_id, pairing_id, period);
ALTER TABLE ONLY public.coordinator
    ADD CONSTRAINT uq_coordinator_workspace_id_programme_id_member_id UNIQUE (workspace_id, programme_id, member_id);
ALTER TABLE ONLY public.draft_group
    ADD CONSTRAINT uq_draft_group_workspace_id_formation_id_number UNIQUE (workspace_id, formation_id, number);
ALTER TABLE ONLY public.entry
    ADD CONSTRAINT uq_entry_workspace_id_conversation_stamp UNIQUE (workspace_id, conversation, stamp);
ALTER TABLE ONLY public.formation_place
    ADD CONSTRAINT uq_formation_place_workspace_id_formation_id_person UNIQUE (workspace_id, formation_id, person);
ALTER TABLE ONLY public.formation
    ADD CONSTRAINT uq_formation_workspace_id_form UNIQUE (workspace_id, form);
ALTER TABLE ONLY public.group_rhythm
    ADD CONSTRAINT uq_group_rhythm_workspace_id_group_id_from_period UNIQUE (workspace_id, group_id, from_period);
ALTER TABLE ONLY public."group"
    ADD CONSTRAINT uq_group_workspace_id_natural_key UNIQUE (workspace_id, natural_key);
ALTER TABLE ONLY public.member
    ADD CONSTRAINT uq_member_workspace_id_person UNIQUE (workspace_id, person);
ALTER TABLE ONLY public.membership
    ADD CONSTRAINT uq_membership_workspace_id_group_id_member_id UNIQUE (workspace_id, group_id, member_id);
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
ALTER TABLE ONLY public.rotation_seat
    ADD CONSTRAINT uq_rotation_seat_workspace_id_round_id_member_id UNIQUE (workspace_id, round_id, member_id);
ALTER TABLE ONLY public.rotation
    ADD CONSTRAINT uq_rotation_workspace_id_group_id UNIQUE (workspace_id, group_id);
ALTER TABLE ONLY public.round_entry
    ADD CONSTRAINT uq_round_entry_workspace_id_conversation_stamp UNIQUE (workspace_id, conversation, stamp);
ALTER TABLE ONLY public.round_seat
    ADD CONSTRAINT uq_round_seat_workspace_id_round_id_member_id UNIQUE (workspace_id, round_id, member_id);
ALTER TABLE ONLY public.round
    ADD CONSTRAINT uq_round_workspace_id_group_id_period UNIQUE (workspace_id, group_id, period);
ALTER TABLE ONLY public.seat
    ADD CONSTRAINT uq_seat_workspace_id_pairing_id_member_id UNIQUE (workspace_id, pairing_id, member_id);
ALTER TABLE ONLY public.surface
    ADD CONSTRAINT uq_surface_workspace_id_kind_subject_id UNIQUE (workspace_id, kind, subject_id);
ALTER TABLE ONLY public.update
    ADD CONSTRAINT uq_update_workspace_id_prompt_id UNIQUE (workspace_id, prompt_id);
ALTER TABLE ONLY public.workspace
    ADD CONSTRAINT uq_workspace_enterprise_id_team_id UNIQUE (enterprise_id, team_id);
CREATE INDEX ix_apart_other ON public.apart USING btree (workspace_id, other_id);
CREATE INDEX ix_arrival_due ON public.arrival USING btree (next_look_at, id) WHERE (next_look_at IS NOT NULL);
CREATE INDEX ix_case_due ON public."case" USING btree (next_look_at, id) WHERE (next_look_at IS NOT NULL);
CREATE INDEX ix_case_group ON public."case" USING btree (workspace_id, group_id);
CREATE INDEX ix_case_pairing ON public."case" USING btree (workspace_id, pairing_id);
CREATE INDEX ix_case_programme ON public."case" USING btree (workspace_id, programme_id);
CREATE INDEX ix_case_waiting ON public."case" USING btree (workspace_id, programme_id) WHERE ((state)::text <> 'resolved'::text);
CREATE INDEX ix_checkin_opened ON public.checkin USING btree (workspace_id, opened_at);
CREATE INDEX ix_climb_group ON public.climb USING btree (workspace_id, group_id);
CREATE INDEX ix_climb_pairing ON public.climb USING btree (workspace_id, pairing_id);
CREATE INDEX ix_concern_case ON public.concern USING btree (workspace_id, case_id);
CREATE INDEX ix_concern_member ON public.concern USING btree (workspace_id, member_id);
CREATE INDEX ix_draft_group_due ON public.draft_group USING btree (next_look_at, id) WHERE (next_look_at IS NOT NULL);
CREATE INDEX ix_encounter_group ON public.encounter USING btree (workspace_id, group_id);
CREATE INDEX ix_encounter_round ON public.encounter USING btree (workspace_id, round_id);
CREATE INDEX ix_entry_member ON public.entry USING btree (workspace_id, member_id);
CREATE INDEX ix_entry_reader_held ON public.entry_reader USING btree (workspace_id, member_id) WHERE (notice_id IS NULL);
CREATE INDEX ix_entry_reader_notice ON public.entry_reader USING btree (workspace_id, notice_id) WHERE (notice_id IS NOT NULL);
CREATE INDEX ix_entry_update ON public.entry USING btree (workspace_id, update_id);
CREATE INDEX ix_formation_due ON public.formation USING btree (next_look_at, id) WHERE (next_look_at IS NOT NULL);
CREATE INDEX ix_formation_place_draft ON public.formation_place USING btree (workspace_id, draft_id);
CREATE INDEX ix_formation_place_member ON public.formation_place USING btree (workspace_id, member_id);
CREATE INDEX ix_group_channel ON public."group" USING btree (workspace_id, conversation);
CREATE UNIQUE INDEX ix_group_conversation ON public."group" USING btree (workspace_id, conversation, kind) WHERE (((state)::text <> 'ended'::text) AND ((conversation)::text <> ''::text));
CREATE INDEX ix_group_due ON public."group" USING btree (next_look_at, id) WHERE (next_look_at IS NOT NULL);
CREATE INDEX ix_group_pause_group ON public.group_pause USING btree (workspace_id, group_id);
CREATE INDEX ix_group_programme ON public."group" USING btree (workspace_id, programme_id);
CREATE INDEX ix_group_state ON public."group" USING btree (workspace_id, programme_id, state, kind);
CREATE INDEX ix_hand_over_round ON public.hand_over USING btree (workspace_id, round_id);
CREATE INDEX ix_heard_at ON public.heard USING btree (at);
CREATE INDEX ix_membership_member ON public.membership USING btree (workspace_id, member_id);
CREATE INDEX ix_membership_state ON public.membership USING btree (workspace_id, group_id, state);
CREATE INDEX ix_merger_group ON public.merger USING btree (workspace_id, group_id);
CREATE INDEX ix_merger_into ON public.merger USING btree (workspace_id, into_id);
CREATE INDEX ix_message_flight ON public.message USING btree (lease_until, id) WHERE ((state)::text = ANY ((ARRAY['sending'::character varying, 'unknown'::character varying])::text[]));
CREATE INDEX ix_message_group ON public.message USING btree (workspace_id, group_id, claimed_at);
CREATE INDEX ix_message_member ON public.message USING btree (workspace_id, member_id, sent_at);
CREATE INDEX ix_message_place ON public.message USING btree (workspace_id, conversation, stamp);
CREATE INDEX ix_notice_due ON public.notice USING btree (not_before, id) WHERE ((state)::text = ANY ((ARRAY['queued'::character varying, 'failed'::character varying])::text[]));
CREATE INDEX ix_notice_group ON public.notice USING btree (workspace_id, group_id);
CREATE INDEX ix_notice_message ON public.notice USING btree (workspace_id, message_id);
CREATE INDEX ix_notice_pairing ON public.notice USING btree (workspace_id, pairing_id);
CREATE INDEX ix_notice_subject ON public.notice USING btree (workspace_id, subject_id);
CREATE INDEX ix_notice_undeliverable ON public.notice USING btree (workspace_id, not_before) WHERE ((state)::text = 'undeliverable'::text);
CREATE INDEX ix_pairing_due ON public.pairing USING btree (next_look_at, id) WHERE (next_look_at IS NOT NULL);
CREATE INDEX ix_pause_member ON public.pause USING btree (workspace_id, member_id);
CREATE INDEX ix_promise_group ON public.promise USING btree (workspace_id, group_id);
CREATE INDEX ix_promise_member ON public.promise USING btree (workspace_id, member_id);
CREATE INDEX ix_promise_round ON public.promise USING btree (workspace_id, round_id);
CREATE INDEX ix_prompt_member ON public.prompt USING btree (workspace_id, member_id);
CREATE INDEX ix_prompt_pairing ON public.prompt USING btree (workspace_id, pairing_id);
CREATE INDEX ix_rotation_seat_encounter ON public.rotation_seat USING btree (workspace_id, encounter_id);
CREATE INDEX ix_rotation_seat_group ON public.rotation_seat USING btree (workspace_id, group_id);
CREATE INDEX ix_rotation_seat_member ON public.rotation_seat USING btree (workspace_id, member_id);
CREATE INDEX ix_round_closed ON public.round USING btree (workspace_id, closed_at);
CREATE INDEX ix_round_entry_member ON public.round_entry USING btree (workspace_id, member_id);
CREATE INDEX ix_round_entry_round ON public.round_entry USING btree (workspace_id, round_id);
CREATE INDEX ix_round_opens ON public.round USING btree (workspace_id, group_id, opens_at);
CREATE INDEX ix_round_place ON public.round USING btree (workspace_id, conversation, stamp);
CREATE INDEX ix_round_seat_group ON public.round_seat USING btree (workspace_id, group_id);
CREATE INDEX ix_round_seat_member ON public.round_seat USING btree (workspace_id, member_id);
CREATE INDEX ix_seat_member ON public.seat USING btree (workspace_id, member_id);
CREATE INDEX ix_step_subject ON public.step USING btree (workspace_id, subject_id);
CREATE INDEX ix_surface_due ON public.surface USING btree (due_at, id) WHERE (wanted > shown);
CREATE INDEX ix_update_pairing ON public.update USING btree (workspace_id, pairing_id);
CREATE INDEX ix_uptime_seen ON public.uptime USING btree (workspace_id, seen_at);
ALTER TABLE ONLY public.apart
    ADD CONSTRAINT fk_apart_workspace_id_member_id FOREIGN KEY (workspace_id, member_id) REFERENCES public.member(workspace_id, id);
ALTER TABLE ONLY public.apart
    ADD CONSTRAINT fk_apart_workspace_id_other_id FOREIGN KEY (workspace_id, other_id) REFERENCES public.member(workspace_id, id);
ALTER TABLE ONLY public.arrival
    ADD CONSTRAINT fk_arrival_workspace_id_group_id FOREIGN KEY (workspace_id, group_id) REFERENCES public."group"(workspace_id, id);
ALTER TABLE ONLY public.arrival
    ADD CONSTRAINT fk_arrival_workspace_id_member_id FOREIGN KEY (workspace_id, member_id) REFERENCES public.member(workspace_id, id);
ALTER TABLE ONLY public.audit
    ADD CONSTRAINT fk_audit_workspace_id FOREIGN KEY (workspace_id) REFERENCES public.workspace(id);
ALTER TABLE ONLY public.audit
    ADD CONSTRAINT fk_audit_workspace_id_member_id FOREIGN KEY (workspace_id, member_id) REFERENCES public.member(workspace_id, id);
ALTER TABLE ONLY public."case"
    ADD CONSTRAINT fk_case_workspace_id_group_id FOREIGN KEY (workspace_id, group_id) REFERENCES public."group"(workspace_id, id);
ALTER TABLE ONLY public."case"
    ADD CONSTRAINT fk_case_workspace_id_member_id FOREIGN KEY (workspace_id, member_id) REFERENCES public.member(workspace_id, id);
ALTER TABLE ONLY public."case"
    ADD CONSTRAINT fk_case_workspace_id_owner_id FOREIGN KEY (workspace_id, owner_id) REFERENCES public.member(workspace_id, id);
ALTER TABLE ONLY public."case"
    ADD CONSTRAINT fk_case_workspace_id_pairing_id FOREIGN KEY (workspace_id, pairing_id) REFERENCES public.pairing(workspace_id, id);
ALTER TABLE ONLY public."case"
    ADD CONSTRAINT fk_case_workspace_id_programme_id FOREIGN KEY (workspace_id, programme_id) REFERENCES public.programme(workspace_id, id);
ALTER TABLE ONLY public.chair
    ADD CONSTRAINT fk_chair_workspace_id_group_id FOREIGN KEY (workspace_id, group_id) REFERENCES public."group"(workspace_id, id);
ALTER TABLE ONLY public.chair
    ADD CONSTRAINT fk_chair_workspace_id_member_id FOREIGN KEY (workspace_id, member_id) REFERENCES public.member(workspace_id, id);
ALTER TABLE ONLY public.checkin
    ADD CONSTRAINT fk_checkin_workspace_id_pairing_id FOREIGN KEY (workspace_id, pairing_id) REFERENCES public.pairing(workspace_id, id);
ALTER TABLE ONLY public.climb
    ADD CONSTRAINT fk_climb_workspace_id FOREIGN KEY (workspace_id) REFERENCES public.workspace(id);
ALTER TABLE ONLY public.climb
    ADD CONSTRAINT fk_climb_workspace_id_group_id FOREIGN KEY (workspace_id, group_id) REFERENCES public."group"(workspace_id, id);
ALTER TABLE ONLY public.climb
    ADD CONSTRAINT fk_climb_workspace_id_member_id FOREIGN KEY (workspace_id, member_id) REFERENCES public.member(workspace_id, id);
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
ALTER TABLE ONLY public.draft_group
    ADD CONSTRAINT fk_draft_group_workspace_id_formation_id FOREIGN KEY (workspace_id, formation_id) REFERENCES public.formation(workspace_id, id);
ALTER TABLE ONLY public.draft_group
    ADD CONSTRAINT fk_draft_group_workspace_id_group_id FOREIGN KEY (workspace_id, group_id) REFERENCES public."group"(workspace_id, id);
ALTER TABLE ONLY public.encounter
    ADD CONSTRAINT fk_encounter_workspace_id_group_id FOREIGN KEY (workspace_id, group_id) REFERENCES public."group"(workspace_id, id);
ALTER TABLE ONLY public.encounter
    ADD CONSTRAINT fk_encounter_workspace_id_round_id FOREIGN KEY (workspace_id, round_id) REFERENCES public.round(workspace_id, id);
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
ALTER TABLE ONLY public.formation_place
    ADD CONSTRAINT fk_formation_place_workspace_id_draft_id FOREIGN KEY (workspace_id, draft_id) REFERENCES public.draft_group(workspace_id, id);
ALTER TABLE ONLY public.formation_place
    ADD CONSTRAINT fk_formation_place_workspace_id_formation_id FOREIGN KEY (workspace_id, formation_id) REFERENCES public.formation(workspace_id, id);
ALTER TABLE ONLY public.formation_place
    ADD CONSTRAINT fk_formation_place_workspace_id_member_id FOREIGN KEY (workspace_id, member_id) REFERENCES public.member(workspace_id, id);
ALTER TABLE ONLY public.formation
    ADD CONSTRAINT fk_formation_workspace_id_like_id FOREIGN KEY (workspace_id, like_id) REFERENCES public.programme(workspace_id, id);
ALTER TABLE ONLY public.formation
    ADD CONSTRAINT fk_formation_workspace_id_programme_id FOREIGN KEY (workspace_id, programme_id) REFERENCES public.programme(workspace_id, id);
ALTER TABLE ONLY public.formation
    ADD CONSTRAINT fk_formation_workspace_id_started_by FOREIGN KEY (workspace_id, started_by) REFERENCES public.member(workspace_id, id);
ALTER TABLE ONLY public.group_pause
    ADD CONSTRAINT fk_group_pause_workspace_id_group_id FOREIGN KEY (workspace_id, group_id) REFERENCES public."group"(workspace_id, id);
ALTER TABLE ONLY public.group_rhythm
    ADD CONSTRAINT fk_group_rhythm_workspace_id_group_id FOREIGN KEY (workspace_id, group_id) REFERENCES public."group"(workspace_id, id);
ALTER TABLE ONLY public."group"
    ADD CONSTRAINT fk_group_workspace_id_facilitator_id FOREIGN KEY (workspace_id, facilitator_id) REFERENCES public.member(workspace_id, id);
ALTER TABLE ONLY public."group"
    ADD CONSTRAINT fk_group_workspace_id_programme_id FOREIGN KEY (workspace_id, programme_id) REFERENCES public.programme(workspace_id, id);
ALTER TABLE ONLY public."group"
    ADD CONSTRAINT fk_group_workspace_id_started_by FOREIGN KEY (workspace_id, started_by) REFERENCES public.member(workspace_id, id);
ALTER TABLE ONLY public.hand_over
    ADD CONSTRAINT fk_hand_over_workspace_id_by FOREIGN KEY (workspace_id, by) REFERENCES public.member(workspace_id, id);
ALTER TABLE ONLY public.hand_over
    ADD CONSTRAINT fk_hand_over_workspace_id_member_id FOREIGN KEY (workspace_id, member_id) REFERENCES public.member(workspace_id, id);
ALTER TABLE ONLY public.hand_over
    ADD CONSTRAINT fk_hand_over_workspace_id_round_id FOREIGN KEY (workspace_id, round_id) REFERENCES public.round(workspace_id, id);
ALTER TABLE ONLY public.heard
    ADD CONSTRAINT fk_heard_workspace_id FOREIGN KEY (workspace_id) REFERENCES public.workspace(id);
ALTER TABLE ONLY public.member
    ADD CONSTRAINT fk_member_workspace_id FOREIGN KEY (workspace_id) REFERENCES public.workspace(id);
ALTER TABLE ONLY public.membership
    ADD CONSTRAINT fk_membership_workspace_id_group_id FOREIGN KEY (workspace_id, group_id) REFERENCES public."group"(workspace_id, id);
ALTER TABLE ONLY public.membership
    ADD CONSTRAINT fk_membership_workspace_id_member_id FOREIGN KEY (workspace_id, member_id) REFERENCES public.member(workspace_id, id);
ALTER TABLE ONLY public.merger
    ADD CONSTRAINT fk_merger_workspace_id_by FOREIGN KEY (workspace_id, by) REFERENCES public.member(workspace_id, id);
ALTER TABLE ONLY public.merger
    ADD CONSTRAINT fk_merger_workspace_id_group_id FOREIGN KEY (workspace_id, group_id) REFERENCES public."group"(workspace_id, id);
ALTER TABLE ONLY public.merger
    ADD CONSTRAINT fk_merger_workspace_id_into_id FOREIGN KEY (workspace_id, into_id) REFERENCES public."group"(workspace_id, id);
ALTER TABLE ONLY public.message
    ADD CONSTRAINT fk_message_workspace_id FOREIGN KEY (workspace_id) REFERENCES public.workspace(id);
ALTER TABLE ONLY public.message
    ADD CONSTRAINT fk_message_workspace_id_group_id FOREIGN KEY (workspace_id, group_id) REFERENCES public."group"(workspace_id, id);
ALTER TABLE ONLY public.message
    ADD CONSTRAINT fk_message_workspace_id_member_id FOREIGN KEY (workspace_id, member_id) REFERENCES public.member(workspace_id, id);
ALTER TABLE ONLY public.message
    ADD CONSTRAINT fk_message_workspace_id_pairing_id FOREIGN KEY (workspace_id, pairing_id) REFERENCES public.pairing(workspace_id, id);
ALTER TABLE ONLY public.notice
    ADD CONSTRAINT fk_notice_workspace_id FOREIGN KEY (workspace_id) REFERENCES public.workspace(id);
ALTER TABLE ONLY public.notice
    ADD CONSTRAINT fk_notice_workspace_id_group_id FOREIGN KEY (workspace_id, group_id) REFERENCES public."group"(workspace_id, id);
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
ALTER TABLE ONLY public.promise
    ADD CONSTRAINT fk_promise_workspace_id_entry_id FOREIGN KEY (workspace_id, entry_id) REFERENCES public.round_entry(workspace_id, id);
ALTER TABLE ONLY public.promise
    ADD CONSTRAINT fk_promise_workspace_id_group_id FOREIGN KEY (workspace_id, group_id) REFERENCES public."group"(workspace_id, id);
ALTER TABLE ONLY public.promise
    ADD CONSTRAINT fk_promise_workspace_id_member_id FOREIGN KEY (workspace_id, member_id) REFERENCES public.member(workspace_id, id);
ALTER TABLE ONLY public.promise
    ADD CONSTRAINT fk_promise_workspace_id_round_id FOREIGN KEY (workspace_id, round_id) REFERENCES public.round(workspace_id, id);
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
ALTER TABLE ONLY public.rotation_seat
    ADD CONSTRAINT fk_rotation_seat_workspace_id_encounter_id FOREIGN KEY (workspace_id, encounter_id) REFERENCES public.encounter(workspace_id, id);
ALTER TABLE ONLY public.rotation_seat
    ADD CONSTRAINT fk_rotation_seat_workspace_id_group_id FOREIGN KEY (workspace_id, group_id) REFERENCES public."group"(workspace_id, id);
ALTER TABLE ONLY public.rotation_seat
    ADD CONSTRAINT fk_rotation_seat_workspace_id_member_id FOREIGN KEY (workspace_id, member_id) REFERENCES public.member(workspace_id, id);
ALTER TABLE ONLY public.rotation_seat
    ADD CONSTRAINT fk_rotation_seat_workspace_id_round_id FOREIGN KEY (workspace_id, round_id) REFERENCES public.round(workspace_id, id);
ALTER TABLE ONLY public.rotation
    ADD CONSTRAINT fk_rotation_workspace_id_group_id FOREIGN KEY (workspace_id, group_id) REFERENCES public."group"(workspace_id, id);
ALTER TABLE ONLY public.round_entry
    ADD CONSTRAINT fk_round_entry_workspace_id_member_id FOREIGN KEY (workspace_id, member_id) REFERENCES public.member(workspace_id, id);
ALTER TABLE ONLY public.round_entry
    ADD CONSTRAINT fk_round_entry_workspace_id_reader_id FOREIGN KEY (workspace_id, reader_id) REFERENCES public.member(workspace_id, id);
ALTER TABLE ONLY public.round_entry
    ADD CONSTRAINT fk_round_entry_workspace_id_round_id FOREIGN KEY (workspace_id, round_id) REFERENCES public.round(workspace_id, id);
ALTER TABLE ONLY public.round_seat
    ADD CONSTRAINT fk_round_seat_workspace_id_group_id FOREIGN KEY (workspace_id, group_id) REFERENCES public."group"(workspace_id, id);
ALTER TABLE ONLY public.round_seat
    ADD CONSTRAINT fk_round_seat_workspace_id_member_id FOREIGN KEY (workspace_id, member_id) REFERENCES public.member(workspace_id, id);
ALTER TABLE ONLY public.round_seat
    ADD CONSTRAINT fk_round_seat_workspace_id_round_id FOREIGN KEY (workspace_id, round_id) REFERENCES public.round(workspace_id, id);
ALTER TABLE ONLY public.round
    ADD CONSTRAINT fk_round_workspace_id_facilitator_id FOREIGN KEY (workspace_id, facilitator_id) REFERENCES public.member(workspace_id, id);
ALTER TABLE ONLY public.round
    ADD CONSTRAINT fk_round_workspace_id_group_id FOREIGN KEY (workspace_id, group_id) REFERENCES public."group"(workspace_id, id);
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
